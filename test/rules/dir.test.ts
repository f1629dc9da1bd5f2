// Aim: whoever is suspended, alone or with the whole organization, stays in place, keeps everything and
// can do nothing in its name, until resumed.
// Method: facts about somebody who takes part in everything; commands and questions by them and others.
import { describe, expect, test } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { busy, by, happened, who } from "../support/busy.ts";
import { office, start } from "../support/flows.ts";
import { followed, onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

/** Somebody, written `organization/person`, is suspended. */
function suspend(p: Play, text: string, more: object = {}): Told {
  return p.fact("person.suspended", { ...who(text), number: 1, ...more });
}

function resume(p: Play, text: string, more: object = {}): Told {
  return p.fact("person.resumed", { ...who(text), number: 1, ...more });
}

const close = (p: Play, organization: string, more: object = {}): Told =>
  p.fact("organization.suspended", { organization, ...more });
const open = (p: Play, organization: string, more: object = {}): Told =>
  p.fact("organization.resumed", { organization, ...more });

/** The codes of commands and questions of somebody: as admin, as approver, as participant, as reader. */
function tries(p: Play, text: string): (string | null)[] {
  const { organization, person } = who(text);
  const viewer = { organization, person };
  const code = (answer: unknown) => (typeof answer === "string" ? answer : null);
  return [
    p.command(by(text), "successor.set", { organization, person, successor: null }).code,
    p.command(by(text), "task.copy", { instance: "i1", task: 0, people: [who("C/x")] }).code,
    p.command(by(text), "group.add", { space: "s1", group: "g1", participants: [who("B/x")] }).code,
    code(p.ask("space.contacts", { viewer, space: "s1" })),
    code(p.ask("entry.management", { viewer })),
    code(p.ask("flow.todo", { viewer })),
  ];
}

const EVERYTHING = ["ACTOR_SUSPENDED"].flatMap((code) => Array.from({ length: 6 }, () => code));

const dir17 = rule("DIR-17");
dir17.refuses("every command and question in the name of that organization", () => {
  const p = busy();
  suspend(p, "B/x");
  expect(tries(p, "B/x")).toEqual(EVERYTHING);
  const { refusal } = p.command(by("B/x"), "task.approve", { instance: "i1", task: 0 });
  expect(refusal?.data).toEqual({ organization: "B", suspended: "person" });
});
dir17.accepts(
  "what others do, and the same person elsewhere, and all of it after they are resumed",
  () => {
    const p = busy();
    const before = tries(p, "B/x");
    const elsewhere = tries(p, "C/x");
    suspend(p, "B/x");
    expect(tries(p, "C/x")).toEqual(elsewhere);
    expect(tries(p, "B/b2")).not.toContain("ACTOR_SUSPENDED");
    resume(p, "B/x");
    expect(tries(p, "B/x")).toEqual(before);
    expect(before).not.toContain("ACTOR_SUSPENDED");
  },
);
dir17.refuses("behind what is unknown, and before everything else", () => {
  const p = busy();
  suspend(p, "B/x");
  const told = (space: string) => p.command(by("B/x"), "space.dissolve", { space }).code;
  expect(told("nowhere")).toBe("UNKNOWN_SPACE");
  expect(told("s1")).toBe("ACTOR_SUSPENDED");
  p.resign("B", "x");
  expect(told("s1")).toBe("NOT_SPACE_ADMIN");
});
dir17.accepts("that nobody loses anything by it", () => {
  const p = busy();
  const kept = () => ({
    rosters: [p.roster("s1"), p.roster("s2"), p.waiting("s2")],
    admins: p.organization("B")?.admins,
    rest: (["participants", "accounts", "listed", "heads", "holders", "ties", "task"] as const).map(
      (kind) => p.records(kind),
    ),
  });
  const before = kept();
  const told = suspend(p, "B/x");
  expect(told.events.map(({ type }) => type)).toEqual(["person.suspended"]);
  expect(kept()).toEqual(before);
  expect(resume(p, "B/x").events.map(({ type }) => type)).toEqual(["person.resumed"]);
  expect(kept()).toEqual(before);
});
dir17.accepts(
  "hires, moves and departures as for anybody; whoever comes back is not suspended",
  () => {
    const p = busy();
    suspend(p, "B/x");
    expect(happened(p.relocate("B", "x", []), "person.relocated")).toHaveLength(1);
    expect(tries(p, "B/x")).toEqual(EVERYTHING);
    p.resign("B", "x");
    p.hire("B", "x", [], 2);
    expect(p.command(by("B/x"), "successor.set", { ...who("B/x"), successor: null }).code).toBe(
      "NOT_AUTHORIZED_ADMIN",
    );
  },
);

describe("facts about suspension", () => {
  test("twice, late and about another employment are quiet", () => {
    const p = busy();
    expect(resume(p, "B/x").events).toEqual([]);
    expect(suspend(p, "B/x", { revision: 5 }).events).toHaveLength(1);
    expect(suspend(p, "B/x", { standIn: "x" }).events).toEqual([]);
    expect(suspend(p, "B/x", { standIn: "nobody" }).events).toEqual([]);
    expect(resume(p, "B/x", { revision: 5 }).events).toEqual([]);
    expect(resume(p, "B/x", { number: 0 }).events).toEqual([]);
    expect(resume(p, "B/x", { number: 2 }).code).toBe("UNKNOWN_PERSON");
    expect(suspend(p, "B/nobody").code).toBe("UNKNOWN_PERSON");
    expect(tries(p, "B/x")).toEqual(EVERYTHING);
    expect(resume(p, "B/x", { revision: 6 }).events).toHaveLength(1);
    const from = { organization: "C" };
    expect(p.fact("person.suspended", { ...who("B/x"), number: 1 }, { from }).code).toBe(
      "SOURCE_NOT_RESPONSIBLE",
    );
  });

  test("in a line of a list, which else leaves it as it is", () => {
    const p = play();
    p.register(["B"]);
    p.hire("B", "x");
    const line = { person: "x", number: 1, departments: [], fields: { name: "x" } };
    const listed = (more: object) => {
      const people = [
        { ...line, ...more },
        { ...line, person: "B-admin", fields: { name: "B-admin" } },
      ];
      const part = { kind: "people", people } as const;
      return followed(p.fact("directory.reconciled", onlyPart("B", part)));
    };
    expect(listed({})).not.toContain("person.suspended");
    expect(listed({ suspended: true })).toContain("person.suspended");
    expect(listed({ suspended: true })).toEqual([]);
    expect(listed({})).toEqual([]);
    expect(listed({ suspended: false })).toEqual(["person.resumed"]);
    expect(listed({ number: 2, suspended: true })).toEqual([
      "person.resigned",
      "person.hired",
      "person.suspended",
    ]);
  });
});

describe("where people are shown", () => {
  const asked = (p: Play) => {
    const viewer = who("A/a1");
    const marked = (answer: unknown) =>
      (answer as { readonly items: readonly { person: string; suspended?: true }[] }).items
        .filter(({ suspended }) => suspended === true)
        .map(({ person }) => person);
    return {
      contacts: marked(p.ask("space.contacts", { viewer, space: "s1" })),
      contact: p.ask("space.contact", { viewer, space: "s1", ...who("B/x") }),
      participants: marked(p.ask("group.participants", { viewer, space: "s1", group: "g1" })),
      candidates: marked(
        p.ask("form.candidates", { viewer: who("C/c1"), app: "app", space: "s1" }),
      ),
    };
  };

  test("they are marked as suspended, and may be picked and added", () => {
    const p = busy();
    expect(asked(p)).toMatchObject({ contacts: [], contact: {}, participants: [], candidates: [] });
    expect(asked(p).contact).not.toHaveProperty("suspended");
    suspend(p, "B/x");
    expect(asked(p)).toMatchObject({
      contacts: ["x"],
      contact: { suspended: true },
      participants: ["x"],
      candidates: ["x"],
    });
    const added = { space: "s1", group: "g1", participants: [who("B/b2")] };
    suspend(p, "B/b2");
    expect(p.command(by("A/a1"), "group.add", added).code).toBeNull();
  });

  test("an instance says it of whoever started it, and of those its history names", () => {
    const p = busy();
    suspend(p, "B/x");
    const shown = p.ask("flow.instance", { viewer: who("A/a1"), instance: "i3" });
    expect(shown).toMatchObject({
      initiator: { ...who("B/x"), suspended: true },
      items: [
        { what: "flow.started", who: { ...who("B/x"), suspended: true } },
        {},
        { who: who("A/a1") },
      ],
    });
  });

  test("a Member is marked for the Host's admins while it is suspended", () => {
    const p = busy();
    const members = () =>
      p.ask("admin.members", { viewer: who("A/A-admin"), space: "s1" }) as {
        items: { organization: string; suspended?: true }[];
      };
    close(p, "B");
    expect(members().items).toMatchObject([{ organization: "B", suspended: true }, {}]);
    open(p, "B");
    expect(members().items.filter(({ suspended }) => suspended)).toEqual([]);
  });

  test("nobody suspended sees the Spaces of that organization", () => {
    const p = busy();
    const through = () => p.ask("entry.spaces", { person: "x" });
    expect(through()).toMatchObject({ items: [{ space: "s1", through: ["B", "C"] }] });
    suspend(p, "B/x");
    expect(through()).toMatchObject({ items: [{ space: "s1", through: ["C"] }] });
    close(p, "C");
    expect(through()).toEqual({ items: [] });
  });
});

dir17.happens("the licenses are kept", () => {
  const p = busy();
  suspend(p, "B/x");
  const unit = { kind: "space", space: "s1" } as const;
  expect(p.ask("license.accounts", { viewer: who("A/A-admin"), unit })).toMatchObject({
    items: ["B/x", "B/b2", "C/x", "C/c1"].map(who),
  });
});

const dir18 = rule("DIR-18");
dir18.refuses("every command and question of its people, as suspended with it", () => {
  const p = busy();
  const others = tries(p, "C/x");
  close(p, "B");
  expect(tries(p, "B/x")).toEqual(EVERYTHING);
  expect(tries(p, "C/x")).toEqual(others);
  const { refusal } = p.command("B", "successor.set", { ...who("B/x"), successor: null });
  expect(refusal?.data).toEqual({ organization: "B", suspended: "organization" });
  // Whoever is none of its people learns nothing of it.
  expect(p.command(["B", "a1"], "successor.set", { ...who("B/x"), successor: null }).code).toBe(
    "NOT_AUTHORIZED_ADMIN",
  );
});
dir18.accepts("everything as it then stands once it is resumed; nobody is written", () => {
  const p = busy();
  const before = tries(p, "B/x");
  const people = p.records("employment");
  close(p, "B");
  expect(p.records("employment")).toEqual(people);
  p.hire("B", "new");
  suspend(p, "B/x");
  open(p, "B");
  expect(tries(p, "B/x")).toEqual(EVERYTHING);
  resume(p, "B/x");
  expect(tries(p, "B/x")).toEqual(before);
});
dir18.happens("that its admins and those of its Spaces are told", () => {
  const p = busy();
  const to = [
    { kind: "authorized-admins", organization: "B" },
    { kind: "space-admins", space: "s1" },
    { kind: "space-admins", space: "s2" },
  ];
  const data = { organization: "B" };
  expect(close(p, "B").notices).toEqual([{ kind: "ORGANIZATION_SUSPENDED", to, data }]);
  expect(close(p, "B", { revision: 3 }).notices).toEqual([]);
  expect(open(p, "B", { revision: 4 }).notices).toEqual([
    { kind: "ORGANIZATION_RESUMED", to, data },
  ]);
});
dir18.doesNot("for a word of anybody but the platform, twice or late", () => {
  const p = busy();
  const from = { organization: "B" };
  for (const type of ["organization.suspended", "organization.resumed"] as const) {
    expect(p.fact(type, { organization: "B" }, { from }).code).toBe("SOURCE_NOT_RESPONSIBLE");
    expect(p.fact(type, { organization: "nowhere" }).code).toBe("UNKNOWN_ORGANIZATION");
  }
  expect(open(p, "B").events).toEqual([]);
  expect(close(p, "B", { revision: 2 }).events).toHaveLength(1);
  expect(close(p, "B").events).toEqual([]);
  expect(open(p, "B", { revision: 2 }).events).toEqual([]);
  expect(tries(p, "B/x")).toEqual(EVERYTHING);
  p.fact("organization.ended", { organization: "C" });
  expect(close(p, "C").events).toEqual([]);
});

const closed = { suspendedHostApps: "closed" } as const;
const FLOW = {
  app: "x",
  flow: "f",
  steps: [{ mode: "all", approvers: [{ kind: "person", organization: "B", person: "b2" }] }],
} as const;

dir18.accepts("that others use its apps, unless the policy closes them", () => {
  const p = office();
  p.command("A", "flow.define", FLOW);
  start(p, ["B", "b1"], "i");
  close(p, "A");
  expect(start(p, ["B", "b1"], "j").code).toBeNull();
  expect(p.command(["B", "b2"], "task.approve", { instance: "i", task: 0 }).code).toBeNull();
});
dir18.refuses("the use of its apps under that policy, until it is resumed", () => {
  const p = office(closed);
  p.command("A", "flow.define", FLOW);
  start(p, ["B", "b1"], "i");
  close(p, "A");
  const told = start(p, ["B", "b1"], "j");
  expect(told.refusal).toMatchObject({ code: "HOST_SUSPENDED", data: { organization: "A" } });
  expect(p.command(["B", "b2"], "task.approve", { instance: "i", task: 0 }).code).toBe(
    "HOST_SUSPENDED",
  );
  const viewer = { organization: "B", person: "b2" };
  expect(p.ask("app.use", { viewer, app: "x", space: "s", feature: "form.submit" })).toBe(
    "HOST_SUSPENDED",
  );
  p.fact("organization.sso-changed", { organization: "A", sso: true });
  expect(start(p, ["B", "b1"], "j").code).toBe("SSO_NOT_SUPPORTED");
  p.fact("organization.sso-changed", { organization: "A", sso: false });
  open(p, "A");
  expect(start(p, ["B", "b1"], "j").code).toBeNull();
});
dir18.accepts("under that policy what does not touch a suspended Host", () => {
  const p = office(closed);
  p.command("A", "flow.define", FLOW);
  close(p, "C");
  expect(start(p, ["B", "b1"], "i").code).toBeNull();
});
