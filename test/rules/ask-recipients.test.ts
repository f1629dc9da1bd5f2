// Aim: whom a notice is for, in the end: natural persons, each once, and a word where there is nobody.
// Method: a Space with a group and a county that distributes an app; admins who leave, are suspended, are renamed,
// act for several organizations; pages of every size come to the same.
import { expect } from "vitest";
import type { Recipient } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { link, opened } from "../support/hierarchy.ts";
import { asked } from "../support/rounds.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const APP = { trunk: "K", app: "erp" } as const;
const type = "notice.recipients";

/** H hosts `s` with B as a Member; group `g` of H's and B's admins and of b1. */
function space(): Play {
  const p = play();
  p.register(["H", "B", "C"]);
  p.hire("B", "b1");
  p.createSpace("H", "s", { people: ["H-admin"] });
  p.join("H", "s", "B", { whole: true });
  const participants = ["B-admin", "b1"].map((person) => ({ organization: "B", person }));
  p.command("H", "group.start", { space: "s", group: "g", name: "G", participants });
  return p;
}

/** County K with towns T and U, a village V below T; app `erp` is for whoever is below. */
function county(authorized?: object): Play {
  const p = opened(["K", "T", "U", "V"]);
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  link(p, "T", "V", WHOLE);
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("K", "app.publish", {
    ...APP,
    ...(authorized === undefined ? {} : { authorized }),
  } as never);
  return p;
}

type Item = { readonly to: number; readonly kind: string; readonly organization?: string } & {
  readonly person?: string;
};

/** Everybody told, by pages of one size, which looking is enough for. */
function pages(p: Play, to: readonly object[], limit: number): string[] {
  const found: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const data = { notice: { to }, limit, ...(after === undefined ? {} : { after }) };
    expect(asked(p, type, data)).toBeLessThanOrEqual(8);
    const answer = p.ask(type, data as never) as { items: Item[]; next: string | null };
    expect(answer.items.length).toBeLessThanOrEqual(limit);
    found.push(
      ...answer.items.map((each) =>
        [each.to, each.kind === "person" ? "" : each.kind, each.organization, each.person]
          .filter((part) => part !== "" && part !== undefined)
          .join(" "),
      ),
    );
    after = answer.next;
  }
  return found;
}

/** Everybody told, whatever the size of pages. */
function told(p: Play, ...to: readonly object[]): string[] {
  const all = pages(p, to, 500);
  for (const limit of [1, 2, 3]) expect(pages(p, to, limit), `by ${limit}`).toEqual(all);
  return all;
}

const mains = (organization: string, more: object = {}): object => ({
  kind: "main-admins",
  organization,
  ...more,
});
const authorized = (organization: string): object => ({ kind: "authorized-admins", organization });
const hierarchy = (organization: string): object => ({ kind: "hierarchy-admins", organization });
const spaceAdmins = { kind: "space-admins", space: "s" };
const group = { kind: "group-participants", space: "s", group: "g" };
const person = (organization: string, id: string): object => {
  return { kind: "person", organization, person: id };
};
const covered = { kind: "covered-hierarchy-admins", ...APP };

/** Makes somebody an admin, with the permissions that are named. */
const appoint = (p: Play, organization: string, id: string, permissions: object = {}): void => {
  p.hire(organization, id);
  p.fact("admin.changed", {
    ...{ organization, person: id, number: 1, role: "sub", spacePermission: false },
    ...permissions,
  });
};

const ask03 = rule("ASK-03");

ask03.shows("who has a role now, in the order of hires", () => {
  const p = space();
  appoint(p, "H", "both", { spacePermission: true, hierarchyPermission: true });
  appoint(p, "H", "spaces", { spacePermission: true });
  appoint(p, "H", "trunks", { hierarchyPermission: true });
  appoint(p, "H", "none");
  expect(told(p, mains("H"))).toEqual(["0 H H-admin"]);
  expect(told(p, authorized("H"))).toEqual(["0 H H-admin", "0 H both", "0 H spaces"]);
  expect(told(p, hierarchy("H"))).toEqual(["0 H H-admin", "0 H both", "0 H trunks"]);
  expect(told(p, spaceAdmins)).toEqual(["0 H H-admin", "0 H both", "0 H spaces"]);
  expect(told(p, group)).toEqual(["0 H H-admin", "0 B B-admin", "0 B b1"]);
  expect(told(p, person("B", "b1"), { kind: "platform" })).toEqual(["0 B b1", "1 platform"]);
});

ask03.shows("the admins of every organization that a distribution covers, for Hierarchies", () => {
  const p = county();
  appoint(p, "U", "clerk", { hierarchyPermission: true });
  appoint(p, "U", "other", { spacePermission: true });
  expect(told(p, covered)).toEqual(["0 T T-admin", "0 U U-admin", "0 U clerk", "0 V V-admin"]);
  expect(told(county({ levels: [2] }), covered)).toEqual(["0 V V-admin"]);
  p.command("K", "app.withdraw", APP);
  expect(told(p, covered)).toEqual([]);
});

ask03.shows("participants of a Trunk's group", () => {
  const p = county();
  const participants = [{ organization: "T", person: "T-admin" }];
  p.command("K", "group.start", { trunk: "K", group: "k", name: "K", participants });
  const of = { kind: "group-participants", trunk: "K", group: "k" };
  expect(told(p, of)).toEqual(["0 K K-admin", "0 T T-admin"]);
});

ask03.shows("by which identity somebody is meant first", () => {
  const p = space();
  // H's admin works for B as well, and is main admin there.
  p.hire("B", "H-admin");
  p.appoint("B", "H-admin", "main");
  expect(told(p, mains("B"), spaceAdmins)).toEqual(["0 B B-admin", "0 B H-admin"]);
  expect(told(p, spaceAdmins, mains("B"))).toEqual(["0 H H-admin", "1 B B-admin"]);
  expect(told(p, group, authorized("B"))).toEqual(["0 H H-admin", "0 B B-admin", "0 B b1"]);
});

ask03.shows("somebody once, who is meant by several identities of one recipient", () => {
  const p = county();
  p.hire("V", "T-admin");
  p.appoint("V", "T-admin", "main");
  expect(told(p, covered)).toEqual(["0 T T-admin", "0 U U-admin", "0 V V-admin"]);
  // As another where the first is suspended: it is not meant.
  p.fact("person.suspended", { organization: "T", person: "T-admin", number: 1 });
  expect(told(p, covered)).toEqual(["0 nobody T", "0 U U-admin", "0 V V-admin", "0 V T-admin"]);
});

ask03.shows("that a role has nobody, by whose it is", () => {
  const p = space();
  p.resign("B", "B-admin");
  expect(told(p, mains("B"), authorized("B"))).toEqual(["0 nobody B", "1 nobody B"]);
  p.fact("organization.ended", { organization: "C" });
  expect(told(p, mains("C"), mains("unheard-of"), { kind: "space-admins", space: "none" })).toEqual(
    ["0 nobody C", "1 nobody unheard-of", "2 nobody"],
  );
  expect(told(p, { ...group, group: "none" }, person("B", "B-admin"))).toEqual([
    "0 nobody",
    "1 nobody B",
  ]);
  p.createSpace("H", "other", {});
  const elsewhere = [{ space: "other" }, { space: undefined, trunk: "H" }];
  expect(told(p, ...elsewhere.map((of) => ({ ...group, ...of })))).toEqual([
    "0 nobody",
    "1 nobody",
  ]);
  expect(told(p)).toEqual([]);
});

ask03.hides("whoever is suspended, or out of service", () => {
  const p = space();
  p.fact("person.suspended", { organization: "B", person: "b1", number: 1 });
  expect(told(p, group, person("B", "b1"))).toEqual(["0 H H-admin", "0 B B-admin", "1 nobody B"]);
  p.fact("organization.suspended", { organization: "B" });
  expect(told(p, group, authorized("B"))).toEqual(["0 H H-admin", "1 nobody B"]);
  p.fact("organization.resumed", { organization: "B" });
  p.resign("B", "b1");
  expect(told(p, group, person("B", "b1"))).toEqual(["0 H H-admin", "0 B B-admin", "1 nobody B"]);
});

ask03.hides("whom a recipient excludes, and whoever is told already", () => {
  const p = space();
  const but = { ...spaceAdmins, except: ["H-admin"] };
  expect(told(p, but)).toEqual([]);
  // Another recipient may mean them; somebody of another organization has that id as well.
  expect(told(p, but, group)).toEqual(["1 H H-admin", "1 B B-admin", "1 B b1"]);
  expect(told(p, mains("H"), mains("H"), spaceAdmins)).toEqual(["0 H H-admin"]);
  const platform = { kind: "platform" };
  expect(told(p, platform, mains("H"), platform)).toEqual(["0 platform", "1 H H-admin"]);
});

ask03.shows("people under the ids that they have now, and knows the ids that they had", () => {
  const p = space();
  p.fact("person.renamed", { organization: "B", person: "b1", to: "bee" });
  expect(told(p, group)).toEqual(["0 H H-admin", "0 B B-admin", "0 B bee"]);
  expect(told(p, person("B", "b1"))).toEqual(["0 B bee"]);
  expect(told(p, { ...group, except: ["b1"] })).toEqual(["0 H H-admin", "0 B B-admin"]);
  expect(told(p, { ...group, except: ["bee"] })).toEqual(["0 H H-admin", "0 B B-admin"]);
});

ask03.shows("the recipients of the notices that there are", () => {
  const p = space();
  const { notices } = p.resign("B", "b1");
  const left = notices.find(({ kind }) => kind === "COUNTERPART_LEFT");
  const to = left?.to as readonly Recipient[];
  expect(to.length).toBeGreaterThan(0);
  const answer = p.ask(type, { notice: left as never }) as { items: Item[] };
  expect(answer.items.map(({ person: id }) => id).sort()).toEqual(["B-admin", "H-admin"]);
});

ask03.hides("nothing behind a cursor that is none", () => {
  const p = space();
  for (const after of ["", "x", "i 0 0 0", "i 0 0 0 x", "p 3", "i a b c d"]) {
    expect(p.ask(type, { notice: { to: [mains("H")] }, after } as never), after).toBe("MALFORMED");
  }
  const page = { notice: { to: [mains("H")] }, after: "i 7 0 0 0" };
  expect(p.ask(type, page as never)).toEqual({ items: [], next: null });
});

ask03.shows("a full Trunk and a full group page by page", () => {
  const p = opened(["K"]);
  const towns = Array.from({ length: 150 }, (_, i) => `t${i}`);
  p.register(towns);
  for (const town of towns) link(p, "K", town, WHOLE);
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("K", "app.publish", APP);
  expect(pages(p, [covered], 40)).toEqual(towns.map((town) => `0 ${town} ${town}-admin`));
  const participants = towns.map((town) => ({ organization: town, person: `${town}-admin` }));
  p.command("K", "group.start", { trunk: "K", group: "k", name: "K", participants });
  const of = { kind: "group-participants", trunk: "K", group: "k" };
  const everybody = ["0 K K-admin", ...towns.map((town) => `0 ${town} ${town}-admin`)];
  expect(pages(p, [of, covered], 40)).toEqual(everybody);
});
