/** Every invariant of appointments, ties and groups finds what it is there to find. */
import { describe, expect, test } from "vitest";
import type { RecordKind, Records } from "../../src/index.ts";
import type { Play } from "../../src/testing/index.ts";
import { busy } from "../support/busy.ts";
import { type Change, corrupted, rulesFound, without } from "./corrupting.ts";

/** A busy World in which somebody left, and somebody has more ties than one record keeps. */
function world(): Play {
  const p = busy();
  p.command("B", "successor.set", { organization: "B", person: "x", successor: "b2" });
  p.hire("B", "left");
  p.resign("B", "left");
  for (let i = 0; i < 70; i += 1) {
    const data = { space: "s1", group: `more${i}`, name: "More", participants: [] };
    p.command(["A", "a1"], "group.start", data);
  }
  return p;
}

const sound = world();
const found = (p: Play) => rulesFound(p.world(), {}, { personCap: 6 });

/** Changes a record, and names a rule that this breaks. */
function finds<Kind extends RecordKind>(
  what: string,
  rule: string,
  kind: Kind,
  [owner, own = ""]: readonly [string, string?],
  change: Change<Kind>,
): void {
  test(`${what} is found`, () => {
    const broken = corrupted(sound.world(), kind, owner, own, change);
    expect(rulesFound(broken, {}, { personCap: 6 })).toContain(rule);
  });
}

test("the World they start from is sound", () => {
  expect(found(sound)).toEqual([]);
});

describe("of heads, roles and successors", () => {
  const employment =
    (changes: Partial<Records["employment"]>) => (each: Records["employment"]) => ({
      ...each,
      ...changes,
    });
  const count = (index: { readonly count: number }) => ({ ...index, count: index.count + 1 });
  finds("a head who is not listed", "STRUCTURE", "employment", ["B", "b1"], (each) =>
    employment({ heads: ["d1"] as never })(each),
  );
  finds("a listed head who does not say so", "STRUCTURE", "employment", ["B", "x"], (each) =>
    employment({ heads: [] })(each),
  );
  finds("a head of what is not known", "STRUCTURE", "employment", ["B", "x"], (each) =>
    employment({ heads: ["d1", "never"] as never })(each),
  );
  finds("a head with another place of hire", "STRUCTURE", "heads", ["B", "0/d1"], (each) => ({
    entries: each.entries.map(([person]) => [person, 99]),
  }));
  finds("a miscount of heads", "STRUCTURE", "department", ["B", "d1"], (each) => ({
    ...each,
    heads: count(each.heads),
  }));
  finds("a removed department with heads", "STRUCTURE", "department", ["B", "d1"], (each) => ({
    ...each,
    removed: true,
  }));
  finds("a holder of a role who is not listed", "STRUCTURE", "employment", ["B", "b1"], (each) =>
    employment({ roles: ["legal"] as never })(each),
  );
  finds("a listed holder who does not say so", "STRUCTURE", "holders", ["B", "0/legal"], () => ({
    entries: [],
  }));
  finds("a role that nobody knows of", "STRUCTURE", "role", ["B", "legal"], () => null);
  finds("a miscount of holders", "STRUCTURE", "role", ["B", "legal"], (each) => ({
    holders: count(each.holders),
  }));
  for (const [what, changes] of [
    ["heads", { heads: ["d1"] }],
    ["roles", { roles: ["legal"] }],
    ["a successor", { successor: { person: "x", number: 1 } }],
  ] as const) {
    finds(`somebody who left with ${what}`, "RESIGN-01", "employment", ["B", "left"], (each) =>
      employment(changes as never)(each),
    );
  }
  for (const person of ["x", "never"]) {
    finds(`${person} as a successor`, "RESIGN-01", "employment", ["B", "x"], (each) =>
      employment({ successor: { person, number: 1 } as never })(each),
    );
  }
  for (const manager of [
    { person: "x", number: 1 },
    { person: "never", number: 1 },
    { person: "b2", number: 2 },
  ]) {
    finds(
      `${manager.person} ${manager.number} as a manager`,
      "FLOW-20",
      "employment",
      ["B", "x"],
      (each) => employment({ manager: manager as never })(each),
    );
  }
  finds("a bucket of heads left behind", "STRUCTURE", "heads", ["B", "7/d1"], () => ({
    entries: [],
  }));
  finds("a bucket of holders left behind", "STRUCTURE", "holders", ["B", "0/none"], () => ({
    entries: [],
  }));
});

describe("of ties", () => {
  type Bound = Records["bound"];
  const near = (change: (near: Bound["near"]) => unknown) => (each: Bound) => ({
    ...each,
    near: change(each.near),
  });
  finds("somebody who left and is bound", "RESIGN-01", "bound", ["B", "left"], () => ({
    ...sound.records("bound").find(([key]) => key === "B/x")?.[1],
  }));
  finds("a place given twice", "RESIGN-01", "bound", ["B", "x"], (each) =>
    near((ties) => ties.map(([kind, id, , ...rest]) => [kind, id, 0, ...rest]))(each),
  );
  finds("a place never given", "RESIGN-01", "bound", ["B", "x"], (each) => ({
    ...each,
    places: 1,
  }));
  finds("one thing tied twice", "RESIGN-01", "bound", ["B", "x"], (each) =>
    near((ties) => [...ties, ["groups", "g1", 77, "s1"]])(each),
  );
  finds("a miscount of ties", "RESIGN-01", "bound", ["A", "a1"], (each) => ({
    ...each,
    groups: { ...each.groups, count: 1 },
  }));
  finds("a miscount of what was started", "STRUCTURE", "bound", ["B", "x"], (each) => ({
    ...each,
    started: { ...each.started, count: 3 },
  }));
  finds("a bucket of ties left behind", "STRUCTURE", "ties", ["B", "groups.4/x"], () => ({
    entries: [],
  }));
  finds("ties of no kind", "STRUCTURE", "ties", ["B", "hobbies.0/x"], () => ({ entries: [] }));
  finds("a page of things started left behind", "STRUCTURE", "started", ["B", "9/x"], () => ({
    entries: [],
  }));
  finds("a page of things handled left behind", "STRUCTURE", "handled", ["B", "0/b2"], () => ({
    entries: [],
  }));
});

describe("of groups", () => {
  finds("a participant outside the Space", "GROUP-02", "roster", ["s1", "0"], (each) => ({
    entries: each.entries.filter(([person]) => person !== "b2"),
  }));
  finds("a group of another Space", "GROUP-02", "group", ["g2"], (each) => ({
    ...each,
    space: "s2",
  }));
  finds("a group of no Space", "STRUCTURE", "group", ["g2"], (each) => ({
    ...each,
    space: "never",
  }));
  finds("a miscount of identities", "STRUCTURE", "group", ["g1"], (each) => ({
    ...each,
    identities: 9,
  }));
  finds("a miscount of persons", "STRUCTURE", "group", ["g1"], (each) => ({
    ...each,
    participants: { ...each.participants, count: 9 },
  }));
  finds("a place of entry never given", "STRUCTURE", "group", ["g1"], (each) => ({
    ...each,
    entries: 1,
  }));
  finds("a place of entry given twice", "STRUCTURE", "participants", ["g1", "0"], (each) => ({
    entries: each.entries.map(([person, through]) => [
      person,
      through.map(([organization]) => [organization, 0]),
    ]),
  }));
  finds("somebody in a group twice", "STRUCTURE", "participants", ["g2", "0"], (each) => ({
    entries: each.entries.map(([person, through]) => [person, [...through, ...through]]),
  }));
  finds("a participant who is not bound", "GROUP-04", "bound", ["B", "b2"], (each) => ({
    ...each,
    near: each.near.filter(([kind]) => kind !== "groups"),
  }));
  finds("somebody bound who takes no part", "GROUP-04", "participants", ["g2", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds(
    "far ties to what one takes no part in",
    "GROUP-04",
    "ties",
    ["A", "groups.0/a1"],
    (each) => ({
      entries: without(each.entries),
    }),
  );
  finds("a bucket of participants left behind", "STRUCTURE", "participants", ["g1", "5"], () => ({
    entries: [],
  }));
  finds("participants of no group", "STRUCTURE", "participants", ["none", "0"], () => ({
    entries: [],
  }));
});
