/** What is kept of somebody who left in hierarchies, and dropped by what others do since (RESIGN-07). */
import { above } from "./hierarchy.ts";
import { isSame } from "./identities.ts";
import { isPair } from "./settings.ts";
import type { Identity, Kept, State } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import type { Distribution, TrunkList } from "./state-hierarchy.ts";

/** A scope of a Link was set as a whole: what it selected before is not added to it, what it excluded is. */
export function forgetLinkSelections(state: State, link: number): void {
  for (const kept of state.kept) {
    kept.linkRules = kept.linkRules.filter((each) => each.link !== link || each.rule === "out");
  }
}

type KeptList = Kept["distributionLists"][number];

/** The list of a distribution (`null`) and those of its permissions, in their places. */
export const listsOfDistribution = ({
  list,
  permissions,
}: Distribution): (readonly [permission: number | null, list: TrunkList])[] => [
  ...(list === null ? [] : [[null, list] as const]),
  ...permissions.flatMap((each, i) => (each.for === null ? [] : [[i, each.for] as const])),
];

/** The lists and permissions of distributions that name somebody. */
export const distributionsNaming = ({ distributions }: State, someone: Pair): KeptList[] =>
  distributions.flatMap((distribution) =>
    listsOfDistribution(distribution)
      .filter(([, { people }]) => people.some((each) => isPair(each, someone)))
      .map(([permission]) => ({
        ...{ trunk: distribution.trunk, app: distribution.app, permission },
      })),
  );

/** Whoever left is on no list of a distribution (RESIGN-01). */
export function leaveDistributions({ distributions }: State, identity: Identity): void {
  for (const [, list] of distributions.flatMap(listsOfDistribution)) {
    list.people = list.people.filter((each) => !isSame(each, identity));
  }
}

/** Whoever is back is on them again. */
export function relistBelow({ distributions }: State, kept: Kept): void {
  const { organization, person, number } = kept;
  for (const { trunk, app, permission } of kept.distributionLists) {
    const found = distributions.find((each) => each.trunk === trunk && each.app === app);
    const lists = found === undefined ? [] : listsOfDistribution(found);
    for (const [, list] of lists.filter(([each]) => each === permission)) {
      list.people = [...list.people, { organization, person, number }];
    }
  }
}

/** The list of a distribution, or its permissions, were set as a whole. */
export function forgetDistributionLists(
  state: State,
  { trunk, app }: Pick<KeptList, "trunk" | "app">,
  which: "authorized" | "permissions",
): void {
  for (const kept of state.kept) {
    kept.distributionLists = kept.distributionLists.filter(
      (each) =>
        each.trunk !== trunk ||
        each.app !== app ||
        (each.permission === null) !== (which === "authorized"),
    );
  }
}

/** No chain joins an organization to a Trunk any more: what is kept of its lists never comes back. */
export function forgetListsUnlinked(state: State): void {
  for (const kept of state.kept) {
    const over = above(state, kept.organization);
    kept.distributionLists = kept.distributionLists.filter(({ trunk }) => over.includes(trunk));
  }
}
