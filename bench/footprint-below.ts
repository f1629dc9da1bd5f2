/**
 * What is decided and asked of apps distributed, seats, liaisons, groups and data in a full tree. What is set
 * for all below, by level or for one person has a bound that knows neither how many Branches there are nor how
 * deep they are.
 */
import type { Input, QueryOf, QueryType } from "../src/index.ts";
import {
  APP,
  type BusyTree,
  CLERK,
  DRAFT,
  FLOW,
  HELD,
  hierarchyUnit,
  someone,
  TASKS,
  WARDEN,
} from "./footprint-below-world.ts";
import type { Case, Counts, Formula } from "./footprint-case.ts";
import type { Node } from "./footprint-tree.ts";
import { byOf } from "./footprint-work-world.ts";
import { commandOf, factOf, newId } from "./footprint-world.ts";

const node = ({ id }: Node, department: string | null = null) => ({
  organization: id,
  department,
});

/** Facts and commands. */
export function belowCases(busy: BusyTree): Case[] {
  const { world, policy, scale, top, direct, town, villages, leaf, end, many, near } = busy;
  const by = (from: Node, type: string, data: object): Input =>
    commandOf(from as never, type, data);
  const one = (
    name: string,
    input: Input,
    formula: Formula = { base: 16 },
    counts: Counts = {},
  ): Case => ({ name, input, formula, counts, world, policy });
  const app = { trunk: top.id, app: APP };
  const unit = hierarchyUnit(top);
  const role = { trunk: top.id, role: CLERK };
  const use: Formula = { base: 28 };
  const line: Counts = { organization: 9 };
  const row = newId("w", 900);
  const unseated = direct.slice(-12, -2).map((branch) => someone(branch));
  const group = newId("g", 900);
  return [
    one("to everybody below, 20 000", by(top, "app.publish", { trunk: top.id, app: DRAFT })),
    one(
      "to a level and a label",
      by(top, "app.publish", {
        ...{ trunk: top.id, app: DRAFT },
        authorized: { levels: [1, 2], labels: [{ label: "school" }] },
      }),
    ),
    one("on every workbench", by(top, "app.offer", { ...app, autoInstall: false })),
    one("by level", by(top, "app.authorize", { ...app, authorized: { levels: [1] } })),
    one(
      "by level",
      by(top, "app.permit", { ...app, permissions: [{ for: { levels: [2] }, rows: "below" }] }),
    ),
    one("from 20 000", by(top, "app.withdraw", app)),
    one(
      "at the end of a chain of ten",
      by(end, "app.install", { ...app, organization: end.id, installed: false }),
    ),
    one(
      "through a Trunk, from the end of a chain of ten",
      by(end, "form.submit", { ...app, rows: [{ row }] }),
      use,
    ),
    one(
      "through a Trunk, a liaison ten levels up",
      by(end, "flow.start", { ...app, flow: FLOW, instance: newId("n", 900), row }),
      { base: 32, organization: 2 },
      line,
    ),
    one("", by(top, "liaison.define", { trunk: top.id, role: newId("r", 9), name: "New" })),
    one(
      "at the end of a chain of ten",
      by(top, "liaison.assign", { ...role, node: node(end), people: [someone(end)] }),
      { base: 24 },
    ),
    one(
      "10 people of ten Branches",
      by(top, "license.grant", { unit, people: unseated }),
      { base: 24, named: 6 },
      { named: 10 },
    ),
    one(
      "one under a Branch that may hold five, where 2 000 hold seats",
      by(top, "license.grant", { unit, people: [someone(busy.limited)] }),
      { base: 24 },
    ),
    one(
      "10 people of ten Branches",
      by(top, "license.revoke", { unit, people: busy.seated.slice(0, 10) }),
      { base: 24, named: 4 },
      { named: 10 },
    ),
    one("one of 5 000 Branches", by(top, "license.limit", { unit, branch: town.id, limit: 700 })),
    one("", by(top, "license.reserve", { reserved: 1 })),
    one(
      "in a book, of a Branch of 5 000",
      by(top, "group.start", {
        ...{ trunk: top.id, group, name: "Group" },
        participants: [someone(leaf), someone(end)],
      }),
      { base: 24, organization: 2 },
      line,
    ),
    one(
      `of 50 organizations, with an office, a seat and a group at ${HELD}`,
      factOf(many.id, "person.resigned", { ...busy.busy, number: 1 }),
      { base: 42, named: 6 },
      { named: HELD * 3 },
    ),
    one(
      `a Link, with an office, a seat and a group of one at ${HELD}`,
      by(near, "link.cancel", { trunk: near.id, organization: many.id }),
      { base: 64, organization: 3, person: 3, named: 6 },
      { organization: 50, named: HELD * 3 },
    ),
    one(
      `with 1 000 below, half of them with seats; ${TASKS} tasks`,
      by(top, "link.cancel", { trunk: top.id, organization: town.id }),
      { base: 64, organization: 5, named: 6 },
      { organization: scale.town + 1, named: villages.length + 1 + TASKS },
    ),
    one(
      `a liaison of a town, with an office, a seat and ${TASKS} tasks`,
      factOf(town.id, "person.resigned", { ...someone(town, 1), number: 1 }),
      // Of each task who started it is told, if they are in the book (BRANCH-06).
      { base: 48, named: 7 },
      { named: TASKS },
    ),
    {
      ...one(
        "in a book",
        byOf(someone(town), "group.add", {
          ...{ trunk: top.id, group: newId("g", 0) },
          participants: [someone(top, 1)],
        }),
      ),
      policy: { ...policy, groupInviteRequiresVisibility: false },
    },
  ];
}

/** Questions. */
export function belowQuestions(busy: BusyTree): Case[] {
  const { world, policy, scale, top, town, villages, leaf, end, many, near } = busy;
  const ask = (
    type: QueryType,
    name: string,
    data: object,
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
  const app = { trunk: top.id, app: APP };
  const admin = someone(top);
  const line: Counts = { organization: 9 };
  const hundred: Formula = { base: 16, page: 1, named: 3 };
  const paged: Counts = { named: 100, page: 4 };
  return [
    ask("app.center", "of the Trunk", { viewer: someone(end), trunk: top.id }),
    ask(
      "app.center",
      "one's own, 50 above",
      { viewer: someone(many) },
      { base: 16, organization: 2 },
      {
        organization: 50,
      },
    ),
    ask("app.use", "through a Trunk, from the end of a chain of ten", {
      ...{ viewer: someone(end), feature: "form.submit" },
      ...app,
    }),
    ask("app.covered", "100 of 20 000", { viewer: admin, ...app }, hundred, paged),
    ask(
      "notice.recipients",
      "the admins of 64 of 20 000",
      { notice: { to: [{ kind: "covered-hierarchy-admins", ...app }] } },
      { base: 16, page: 1, named: 6 },
      paged,
    ),
    ask("data.range", "below, 1 000 organizations", { viewer: someone(town), ...app }),
    ask(
      "data.rows",
      "the builder's view, from below",
      { viewer: admin, app: APP },
      // Beside each row the line and the alias of its organization (LEVEL-01).
      { base: 24, page: 1, named: 4 },
      { named: 100, page: 8 },
    ),
    ask(
      "data.rows",
      "below, 100 of 200 of 500 organizations",
      { viewer: someone(town), ...app },
      // And the Link by which an organization says what its fields reach (VIS-09).
      { base: 24, page: 1, named: 5 },
      { named: 100, page: 8 },
    ),
    ask("form.pickable", "through a Trunk", {
      ...{ viewer: someone(town), ...app },
      target: someone(villages[1] as Node),
    }),
    ask(
      "form.candidates",
      "through a Trunk, 100 of 1 000 below",
      { viewer: someone(town), ...app },
      { base: 64, named: 4 },
      { named: 100 },
    ),
    ask("liaison.of", "", { viewer: admin, trunk: top.id, node: node(end) }),
    ask(
      "liaison.for",
      "ten levels up",
      { viewer: admin, trunk: top.id, role: CLERK, initiator: someone(end) },
      { base: 16, organization: 2 },
      line,
    ),
    ask(
      "liaison.uncovered",
      "100 of 20 000",
      { viewer: admin, trunk: top.id, role: WARDEN },
      { base: 24, named: 8 },
      { named: 100 },
    ),
    ask(
      "license.by-branch",
      "100 of 5 000",
      { viewer: admin },
      { base: 24, named: 3 },
      { named: 100 },
    ),
    ask("share.readable", "", { viewer: admin, app: APP, organization: leaf.id }),
    ask(
      "hierarchy.contacts",
      "100 of a Trunk with 20 000 below",
      { viewer: admin, trunk: top.id },
      { base: 32, named: 6 },
      { named: 100 },
    ),
    ask("hierarchy.contacts", "a Branch of 5 000 by itself", {
      viewer: someone(leaf),
      trunk: top.id,
    }),
    ask(
      "hierarchy.one-way",
      "100 of 5 000",
      { viewer: admin },
      { base: 24, named: 3, organization: 1 },
      { named: 100, organization: scale.branches },
    ),
    ask(
      "departure.preview",
      `an office, a seat and a group at ${HELD} of 50`,
      { viewer: someone(many), person: busy.busy.person },
      { base: 42, named: 6 },
      { named: HELD * 3 },
    ),
    ask("group.mine", "of a Trunk", { viewer: busy.busy, trunk: near.id }, { base: 20 }),
    ask("hierarchy.contact", "one of the Trunk", {
      ...{ viewer: someone(top), trunk: top.id },
      ...someone(top, 1),
    }),
  ];
}
