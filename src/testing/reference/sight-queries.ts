/** The book of a Trunk as one may see it, and why (SIGHT-05). */
import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { Viewer } from "../../queries/model.ts";
import { listed, suspensionOf } from "./answering.ts";
import { sorted } from "./canonical.ts";
import { branchesOf, reachedBy } from "./hierarchy.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { actsForHierarchy, unknownTrunk } from "./hierarchy-authority.ts";
import { findInBook, inBook } from "./hierarchy-people.ts";
import { ownCodes } from "./hierarchy-queries.ts";
import { latest } from "./people.ts";
import { isPair } from "./settings.ts";
import { fieldsTo } from "./shared-fields.ts";
import { seesInBook, sightOf } from "./sight.ts";
import type { Employment, State, World } from "./state.ts";
import { type HierarchyAsked, whichHold } from "./vocabulary-hierarchy.ts";

interface InBook {
  readonly viewer: Viewer;
  readonly trunk: OrganizationId;
}

/** Whoever looks at a book is in it. */
function bookCodes(world: World, { viewer, trunk }: InBook): RefusalCode[] {
  return [
    ...unknownTrunk(world, viewer, trunk),
    ...whichHold([["NOT_ON_LINK", findInBook(world.state, trunk, viewer) === undefined]]),
  ];
}

/** Everybody in a book. */
function everybody(state: State, trunk: OrganizationId): Employment[] {
  const organizations = [trunk, ...reachedBy(state, trunk).map((each) => each.organization)];
  return organizations.flatMap((each) => inBook(state, trunk, each));
}

function contact(world: World, { viewer, trunk }: InBook, employment: Employment) {
  const { organization, person, fields, departments } = employment;
  const look = { viewer: viewer.organization, shelf: { trunk } };
  return {
    organization,
    person,
    fields: fieldsTo(world, look, organization, fields),
    departments: sorted(departments),
    ...suspensionOf(world, { organization, person }),
  };
}

/** Of an organization that is not seen, not even presence may be learned. */
function contactCodes(world: World, asked: HierarchyAsked["hierarchy.contact"]): RefusalCode[] {
  const { viewer, trunk } = asked;
  const codes = bookCodes(world, asked);
  if (codes.length > 0) return codes;
  return whichHold([
    ["NOT_VISIBLE", !sightOf(world.state, trunk, viewer, asked).sees],
    ["NOT_ON_LINK", sightOf(world.state, trunk, viewer, asked).sees && isAbsent(world, asked)],
  ]);
}

function isAbsent({ state }: World, { trunk, organization, person }: Asked): boolean {
  return findInBook(state, trunk, { organization, person }) === undefined;
}

type Asked = HierarchyAsked["hierarchy.contact"];
type Why = HierarchyAsked["hierarchy.why"];

/** How much an answer may say: all to the Trunk, to a Branch of whom its people see, else the verdict. */
function tellsAll({ state }: World, { viewer, trunk, looking, target }: Why): boolean {
  if (actsForHierarchy(state, viewer, trunk)) return true;
  return (
    actsForHierarchy(state, viewer, looking.organization) &&
    seesInBook(state, trunk, looking, target)
  );
}

function whyCodes(world: World, asked: Why): RefusalCode[] {
  const { state } = world;
  const { viewer, trunk, looking, target } = asked;
  const ofTrunk = actsForHierarchy(state, viewer, trunk);
  const isOwn = looking.organization === viewer.organization;
  const may = isPair(viewer, looking) || actsForHierarchy(state, viewer, looking.organization);
  return [
    ...unknownTrunk(world, viewer, trunk),
    ...whichHold([
      ["NOT_AUTHORIZED_ADMIN", !ofTrunk && isOwn && !may],
      ["NOT_TRUNK_ADMIN", !ofTrunk && !isOwn],
      [
        "NOT_ON_LINK",
        findInBook(state, trunk, looking) === undefined ||
          (ofTrunk && findInBook(state, trunk, target) === undefined),
      ],
    ]),
  ];
}

/** Pairs of direct Branches of which only one sees the other; between Branches no person makes a difference. */
function oneWay(state: State, trunk: OrganizationId) {
  const branches = branchesOf(state, trunk).map(({ organization }) => organization);
  const nobody = "" as Viewer["person"];
  const sees = (one: OrganizationId, other: OrganizationId) =>
    sightOf(
      state,
      trunk,
      { organization: one, person: nobody },
      { organization: other, person: nobody },
    ).sees;
  return branches.flatMap((from) =>
    branches
      .filter((to) => sees(from, to) && !sees(to, from))
      .map((to) => ({ sees: from, unseen: to })),
  );
}

/** The questions about a book. */
export const sightAnswers: HierarchyAnswers<
  "hierarchy.contacts" | "hierarchy.contact" | "hierarchy.why" | "hierarchy.one-way"
> = {
  "hierarchy.contacts": {
    codes: bookCodes,
    value: (world, { viewer, trunk, search = "" }) => {
      const items = everybody(world.state, trunk)
        .filter((each) => each.fields.name.includes(search))
        .filter((each) => sightOf(world.state, trunk, viewer, each).sees)
        .map((each) => contact(world, { viewer, trunk }, each));
      return listed(items, (each) => [each.organization, each.person]);
    },
  },
  "hierarchy.contact": {
    codes: contactCodes,
    value: (world, { viewer, trunk, organization, person }) => ({
      fields: fieldsTo(
        world,
        { viewer: viewer.organization, shelf: { trunk } },
        organization,
        latest(world.state, organization, person)?.fields ?? { name: "" },
      ),
      ...suspensionOf(world, { organization, person }),
    }),
  },
  "hierarchy.why": {
    codes: whyCodes,
    value: (world, asked) => {
      const { trunk, looking, target } = asked;
      const sees = seesInBook(world.state, trunk, looking, target);
      if (!tellsAll(world, asked)) return { sees };
      const { line, setting } = sightOf(world.state, trunk, looking, target);
      return { sees, line, ...(setting === null ? {} : { link: setting }) };
    },
  },
  "hierarchy.one-way": {
    codes: ownCodes,
    value: ({ state }, { viewer: { organization: trunk } }) =>
      listed(oneWay(state, trunk), ({ sees, unseen }) => [sees, unseen]),
  },
};
