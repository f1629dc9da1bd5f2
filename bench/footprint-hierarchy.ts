/**
 * What is decided and asked in a full tree of organizations. What concerns one person, one setting or one
 * Link with nothing below it has a bound that knows neither how many Branches there are nor how deep they are.
 */
import type { Input, Queries, QueryOf, QueryType } from "../src/index.ts";
import type { Case, Counts, Formula } from "./footprint-case.ts";
import { applicationOf, type Node, type Tree } from "./footprint-tree.ts";
import { commandOf, factOf, newId } from "./footprint-world.ts";

const viewerOf = ({ id, people }: Node, ordinal = 0) => ({
  organization: id,
  person: people.at(ordinal)?.person,
});

const employed = (node: Node, ordinal: number) => ({ ...viewerOf(node, ordinal), number: 1 });

/** Facts and commands. */
export function hierarchyCases(tree: Tree): Case[] {
  const { world, policy, scale, top, mount, town, leaf, end, many, near, far } = tree;
  const here = { world, policy };
  const simple = { formula: { base: 24 }, counts: {}, ...here };
  const by = (node: Node, type: string, data: object): Input =>
    commandOf(node as never, type, data);
  const fact = (node: Node, type: string, data: object): Input =>
    factOf(node.id, type, { organization: node.id, ...data });
  const link = (trunk: Node, branch: Node) => ({ trunk: trunk.id, organization: branch.id });
  const approved = (trunk: Node, branches: readonly Node[]): Input =>
    by(trunk, "application.approve", {
      trunk: trunk.id,
      items: branches.map((branch) => ({ application: applicationOf(trunk, branch), mount: null })),
    });
  const nobody = { organizations: [], departments: [] };
  const excepted = { organizations: [town.id, end.id], departments: [mount] };
  const fields = { name: "Somebody" };
  const come = { person: newId("w", 1), number: 1, departments: [], fields };
  // With a lineage each, read and told once, and a place in the lists of whoever is above.
  const subtree: Formula = { base: 64, organization: 3 };
  // And what each has, or people of it have, at whoever was above and is no more.
  const ending: Formula = { base: 64, organization: 5 };
  const villages: Counts = { organization: scale.town + 1 };
  const above = scale.layers.reduce((sum, layer) => sum + layer, 0);
  const distances = scale.layers.length;
  return [
    {
      name: "onto five Links, present for 50 organizations",
      input: fact(many, "person.hired", come),
      ...simple,
    },
    {
      name: "off five Links, present for 50 organizations",
      input: fact(many, "person.resigned", employed(many, 5)),
      ...simple,
    },
    {
      name: "onto the Link of a Branch of 5 000",
      input: fact(leaf, "person.hired", come),
      ...simple,
    },
    { name: "at the end of a chain of ten", input: fact(end, "person.hired", come), ...simple },
    {
      name: "at a Trunk of 5 000 Branches",
      input: fact(top, "person.resigned", employed(top, 2)),
      ...simple,
    },
    {
      name: "",
      input: factOf(null, "hierarchy.capacity-changed", {
        ...{ organization: top.id, open: true, branches: scale.branches + 1 },
      }),
      ...simple,
    },
    {
      name: "to a Trunk of 5 000 Branches",
      input: by(top, "invitation.issue", {
        ...{ trunk: top.id, invitation: newId("w", 9), form: "qr" },
      }),
      ...simple,
    },
    {
      name: "to a Trunk of 5 000 Branches",
      input: by(tree.applicants[0] as Node, "application.submit", {
        ...{ application: newId("b", 0), invitation: `v${top.id.slice(1)}` },
      }),
      ...simple,
    },
    {
      name: "the last of 5 000 Branches",
      input: approved(top, [tree.applicant]),
      ...simple,
      formula: { base: 32 },
    },
    {
      name: "under a Trunk with 45 above",
      input: approved(near, [tree.applicant]),
      ...simple,
      formula: { base: 24, organization: 3 },
      counts: { organization: above },
    },
    {
      name: "100 Branches at once",
      input: approved(far, tree.applicants),
      ...simple,
      formula: { base: 24, named: 12 },
      counts: { named: tree.applicants.length },
    },
    {
      name: "a Branch of 5 000 moved",
      input: approved(far, [leaf]),
      ...simple,
      formula: { base: 40 },
    },
    {
      name: "a Branch with 1 000 below",
      input: approved(far, [town]),
      ...simple,
      formula: subtree,
      counts: villages,
    },
    {
      name: "one of 5 000",
      input: by(top, "link.mount", { ...link(top, leaf), alias: "Leaf", mount: null }),
      ...simple,
    },
    {
      name: "one of 5 000",
      input: by(top, "link.see", {
        ...{ ...link(top, leaf), hidden: true, ownOnly: false },
        ...{ hiddenExcept: excepted, ownOnlyExcept: nobody },
      }),
      ...simple,
    },
    {
      name: "with nobody below",
      input: by(leaf, "link.reach", { ...link(top, leaf), reach: "trunk" }),
      ...simple,
    },
    {
      name: "50 above",
      input: by(many, "link.reach", { ...link(near, many), reach: "trunk" }),
      ...simple,
      formula: { base: 24, organization: 3 },
      counts: { organization: above },
    },
    {
      name: "",
      input: by(many, "link.share", { ...link(near, many), shared: ["attendance"] }),
      ...simple,
    },
    {
      name: "one of 5 000",
      input: by(top, "link.release", { ...link(top, town), released: true }),
      ...simple,
    },
    { name: "one of 5 000", input: by(top, "link.cancel", link(top, leaf)), ...simple },
    {
      name: "with 1 000 below",
      input: by(top, "link.cancel", link(top, town)),
      ...simple,
      formula: ending,
      counts: villages,
    },
    {
      name: "with 40 people on it, 50 above",
      input: by(many, "link.leave", link(near, many)),
      ...simple,
      formula: { base: 32, organization: 3, person: 3 },
      counts: { organization: above },
    },
    { name: "", input: by(many, "link.stay", link(near, many)), ...simple },
    {
      name: "a Link, 40 people, 50 above",
      input: by(many, "scope.set", {
        ...link(near, many),
        scope: { people: [many.people[3]?.person] },
      }),
      ...simple,
      formula: { base: 24, person: 4 },
    },
    {
      name: "at which 5 000 Branches are mounted",
      input: fact(top, "department.removed", { department: mount }),
      ...simple,
      formula: { base: 64, organization: 4 },
      counts: { organization: scale.branches },
    },
    {
      name: "a Trunk of 5 000 Branches, 20 000 below",
      input: factOf(null, "organization.ended", { organization: top.id }),
      ...simple,
      formula: { base: 64, organization: 6 },
      counts: { organization: scale.below + distances },
    },
  ];
}

type Loose<Data> = Data extends unknown ? { readonly [Name in keyof Data]: unknown } : never;

/** Questions. */
export function hierarchyQuestions(tree: Tree): Case[] {
  const { world, policy, scale, top, town, leaf, end, many, far } = tree;
  const ask = <Type extends QueryType>(
    type: Type,
    name: string,
    data: Loose<Queries[Type]["input"]>,
    formula: Formula = { base: 16 },
    counts: Counts = {},
  ): Case => ({
    name,
    query: { type, data } as unknown as QueryOf<QueryType>,
    formula,
    counts,
    world,
    policy,
  });
  const hundred: Formula = { base: 16, page: 1, named: 3 };
  const paged: Counts = { named: 100, page: 4 };
  const above = scale.layers.reduce((sum, layer) => sum + layer, 0);
  const last = viewerOf(many, 7);
  // Whatever hides somebody on the line is looked at (SIGHT-04).
  const sight: Formula = { base: 12, organization: 1 };
  const line: Counts = { organization: 9 };
  return [
    ask(
      "hierarchy.trunks",
      "five",
      { viewer: viewerOf(many) },
      { base: 16, named: 2 },
      { named: 5 },
    ),
    ask("hierarchy.branches", "100 of 5 000", { viewer: viewerOf(top) }, hundred, paged),
    ask(
      "hierarchy.above",
      "50",
      { viewer: viewerOf(many) },
      { base: 16, organization: 1 },
      { organization: above },
    ),
    ask("hierarchy.below", "100 of 20 000", { viewer: viewerOf(top) }, hundred, paged),
    ask(
      "hierarchy.below",
      "of the tenth level: all 20 000 looked at",
      { viewer: viewerOf(top), level: 9 },
      { base: 64, organization: 1 },
      { organization: scale.below / 64 },
    ),
    ask(
      "hierarchy.contact",
      "the farthest of 50 looks down nine levels",
      { viewer: viewerOf(far), trunk: far.id, ...last },
      sight,
      line,
    ),
    ask("hierarchy.contact", "a Branch of 5 000 looks at another", {
      ...{ viewer: viewerOf(leaf), trunk: top.id, ...viewerOf(town) },
    }),
    ask(
      "hierarchy.why",
      "the end of a chain of ten",
      { viewer: viewerOf(top), trunk: top.id, looking: viewerOf(top, 1), target: viewerOf(end) },
      sight,
      line,
    ),
    ask("hierarchy.room", "50 above", { viewer: viewerOf(many) }),
    ask("hierarchy.room", "20 000 below", { viewer: viewerOf(top) }),
  ];
}
