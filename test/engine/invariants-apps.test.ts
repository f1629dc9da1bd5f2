/** Every invariant of apps finds what it is there to find. */
import { describe, expect, test } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy, type RecordKind, type Records } from "../../src/index.ts";
import type { Play } from "../../src/testing/index.ts";
import { authorize, market, permit, submit } from "../support/apps.ts";
import { type Change, corrupted, without } from "./corrupting.ts";

const s2 = { organization: "S", person: "s2" };
const plant = { organization: "S", department: "plant" };
const gone = { organization: "G", person: "G-admin" };

/** Something of every kind of list, row and app, with traces of what has ended. */
function sound(): Play {
  const p = market();
  p.register(["G"]);
  p.join("H", "s", "G", { whole: true });
  authorize(p, {
    partners: [{ type: "dealer" }],
    organizations: ["S", "G"],
    departments: [plant],
    people: [s2, { organization: "S", person: "s1" }, gone],
  });
  const people = [s2, { organization: "D", person: "d1" }];
  permit(p, [{ rows: "own" }, { rows: "all", for: { people, departments: [plant] } }]);
  for (const organization of ["S", "G"]) {
    p.command("H", "app.distribute", { space: "s", app: "crm", organization, group: "g" });
  }
  submit(p, ["S", "s1"], {}, "r1");
  submit(p, ["D", "d1"], {}, "r2");
  submit(p, ["S", "s1"], {}, "r3");
  submit(p, ["H", "h1"], {}, "r4");
  p.command("H", "space-app.create", { space: "s", app: "menu", name: "Menu" });
  p.command("H", "space-app.publish", { space: "s", app: "menu" });
  p.command("H", "app.create", { app: "old", name: "Old" });
  p.command("H", "app.publish", { space: "s", app: "old" });
  p.command("H", "app.withdraw", { space: "s", app: "old" });
  p.createSpace("H", "t");
  p.command("H", "app.publish", { space: "t", app: "crm", authorized: {} });
  p.command("H", "space.dissolve", { space: "t" });
  p.command("S", "app.create", { app: "own", name: "Own" });
  p.resign("S", "s1");
  p.fact("organization.ended", { organization: "G" });
  return p;
}

const found = (world: ReturnType<Play["world"]>): string[] =>
  invariants(world, defaultPolicy, { size: true }).map(({ rule }) => rule);

function finds<Kind extends RecordKind>(
  what: string,
  rule: string,
  kind: Kind,
  [owner, own = ""]: readonly [string, string?],
  change: Change<Kind>,
): void {
  test(`${what} is found`, () => {
    expect(found(corrupted(sound().world(), kind, owner, own, change))).toContain(rule);
  });
}

test("a sound World of apps has nothing to be found", () => {
  expect(invariants(sound().world(), defaultPolicy, { size: true })).toEqual([]);
});

describe("of apps", () => {
  finds("an app built by nobody", "APP-02", "app", ["own"], (each) => ({
    ...each,
    owner: { kind: "organization", organization: "N" },
  }));
  finds("an app of no Space", "APP-02", "app", ["menu"], (each) => ({
    ...each,
    published: [],
    owner: { kind: "space", space: "n" },
  }));
  finds("a Space app in another Space", "APP-02", "app", ["menu"], (each) => ({
    ...each,
    published: ["s", "t"],
  }));
  finds("an app published twice", "APP-02", "app", ["crm"], (each) => ({
    ...each,
    published: ["s", "s"],
  }));
  finds("a publication to a dissolved Space", "APP-02", "app", ["crm"], (each) => ({
    ...each,
    published: ["s", "t"],
  }));
  finds("a publication to another's Space", "APP-02", "app", ["crm"], (each) => ({
    ...each,
    owner: { kind: "organization", organization: "S" },
  }));
  finds("an app published and not offered", "APP-01", "offered", ["s", "0"], () => null);
  finds("a Space app not at home", "APP-01", "home", ["s", "0"], () => null);
  finds("a Space that offers nothing", "APP-01", "workbench", ["s"], () => null);
  finds("another's place among those offered", "APP-01", "publication", ["s", "crm"], (each) => ({
    ...each,
    ticket: 7,
  }));
  finds(
    "a publication that the app knows nothing of",
    "APP-01",
    "publication",
    ["s", "old"],
    (each) => ({
      ...each,
      published: true,
    }),
  );
});

describe("of data", () => {
  const rows = (each: Records["rows"], changes: object) => ({
    entries: each.entries.map((row, at) => (at === 1 ? { ...row, ...changes } : row)),
  });
  finds("a row too few", "APP-09", "rows", ["crm", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("a row that its id does not lead to", "APP-09", "row", ["crm", "r2"], () => null);
  finds("two rows of one id", "APP-09", "rows", ["crm", "0"], (each) => rows(each, { row: "r1" }));
  finds("a row from where the app is not", "APP-09", "rows", ["crm", "0"], (each) =>
    rows(each, { space: null }),
  );
  finds("a row of somebody who never was", "APP-09", "rows", ["crm", "0"], (each) =>
    rows(each, { person: "nobody" }),
  );
  finds("rows of a Space app", "APP-09", "app", ["crm"], (each) => ({
    ...each,
    owner: { kind: "space", space: "s" },
  }));
  finds("a row nowhere", "APP-09", "row", ["crm", "r9"], () => ({ ticket: 9 }));
  finds("a submitter too few", "DATA-02", "submitted", ["crm", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("submitters in another order", "DATA-02", "submitted", ["crm", "0"], (each) => ({
    entries: each.entries.map(([ticket], at) => {
      const [, organization, person] = each.entries.at(-1 - at) as (typeof each.entries)[number];
      return [ticket, organization, person];
    }),
  }));
  finds("a submitter at another place", "DATA-02", "submitters", ["crm", "0"], (each) => ({
    entries: each.entries.map(([person, as]) => [person, as.map(([id]) => [id, 9])]),
  }));
});

describe("of lists", () => {
  finds("somebody listed who left", "RESIGN-01", "employment", ["S", "s2"], (each) => ({
    ...each,
    inService: false,
  }));
  finds(
    "somebody permitted under another employment",
    "RESIGN-01",
    "listed",
    ["s", "1p.0/crm"],
    (each) => ({
      entries: each.entries.map(([id, of]) => [id, of.map(([org, order]) => [org, order, 9])]),
    }),
  );
  finds("an entry too few", "APP-04", "listed", ["s", "d.0/crm"], () => null);
  finds("an entry for nobody", "APP-04", "listed", ["s", "d.0/crm"], (each) => ({
    entries: each.entries.map(([id]) => [id, []]),
  }));
  finds("an entry twice", "APP-04", "listed", ["s", "d.0/crm"], (each) => ({
    entries: each.entries.map(([id, of]) => [id, [...of, ...of]]),
  }));
  finds("an Association that never was", "APP-04", "publication", ["s", "crm"], (each) => ({
    ...each,
    organizations: [["S", 9]],
  }));
  finds("a Member twice", "APP-04", "publication", ["s", "crm"], (each) => ({
    ...each,
    organizations: [...each.organizations, ...each.organizations],
  }));
  finds("a list for everybody", "APP-04", "publication", ["s", "crm"], (each) => ({
    ...each,
    restricted: false,
  }));
  finds("somebody listed and not tied", "RESIGN-01", "bound", ["S", "s2"], () => null);
  finds("somebody tied and not listed", "RESIGN-01", "permission", ["s", "crm"], () => null);
  finds("a tie under another id", "RESIGN-01", "bound", ["S", "s2"], (each) => ({
    ...each,
    near: each.near.map(([kind, id, ...rest]) => [kind, `${id}-x`, ...rest]),
  }));
  finds("a group of nobody", "FEAT-06", "distributed", ["s", "0/crm"], (each) => ({
    entries: each.entries.map(([id]) => [id, []]),
  }));
  finds("a group that is not counted", "FEAT-06", "distributed", ["s", "0/crm"], () => null);
  finds(
    "a group under an Association that never was",
    "FEAT-06",
    "distributed",
    ["s", "0/crm"],
    (each) => ({
      entries: each.entries.map(([id]) => [id, [["S", 9]]]),
    }),
  );
});

describe("left behind", () => {
  const bucket = () => ({ entries: [] });
  finds("a bucket of a list", "STRUCTURE", "listed", ["s", "p.7/crm"], bucket);
  finds("a bucket of a list that nobody has", "STRUCTURE", "listed", ["s", "5p.0/crm"], bucket);
  finds("a bucket of groups", "STRUCTURE", "distributed", ["s", "7/crm"], bucket);
  finds("a page of offered apps", "STRUCTURE", "offered", ["s", "7"], bucket);
  finds("a page of a home", "STRUCTURE", "home", ["s", "7"], bucket);
  finds("a page of rows", "STRUCTURE", "rows", ["crm", "7"], bucket);
  finds("a bucket of submitters", "STRUCTURE", "submitters", ["crm", "7"], bucket);
  finds("a page of submitters", "STRUCTURE", "submitted", ["crm", "7"], bucket);
  finds("settings of no app", "STRUCTURE", "permission", ["s", "none"], () => ({
    permissions: [],
  }));
});
