/** Who dealt with somebody at the organizations above, and so is told that they left, or are back (BRANCH-06). */
import type { GroupId, InstanceId, OrganizationId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import { distinct } from "../core/lists.ts";
import type { Identity, Recipient } from "../core/notice.ts";
import { view } from "../core/rule.ts";
import { likely, must } from "../core/transaction.ts";
import { allTies } from "../directory/select/bound.ts";
import type { GroupsEvents, GroupTie } from "../groups/model.ts";
import type { HierarchyEvents } from "../hierarchy/model.ts";
import { isInBook } from "../roster/select/book.ts";
import { officesHeldBy } from "../roster/select/offices.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { instanceOf, type Reading, sameIdentity, tasksHeldBy } from "./select/flows.ts";
import { initiatorsOf, tasksLeftBy } from "./select/left.ts";
import { exceptIn, type Oneself, participantsBut } from "./select/oneself.ts";

/** What somebody has, or had, at Trunks. */
interface Dealings {
  /** The Trunks at which they hold an office. */
  readonly offices: readonly OrganizationId[];
  /** The instances of which they hold tasks, through whichever door. */
  readonly instances: readonly InstanceId[];
  readonly groups: readonly (readonly [OrganizationId, GroupId])[];
}

/** What somebody had who resigned in this step. */
export function dealingsLeft(tx: Reading, identity: Identity): Dealings {
  const offices: OrganizationId[] = [];
  const groups: (readonly [OrganizationId, GroupId])[] = [];
  for (const { type, data } of tx.events) {
    if (type === "liaison.ended" || type === "liaison.passed-on") {
      const left = data as HierarchyEvents["liaison.ended" | "liaison.passed-on"];
      if (sameIdentity("from" in left ? left.from : left, identity)) offices.push(left.trunk);
    }
    if (type === "group.left") {
      const left = data as GroupsEvents["group.left"];
      if (isTrunk(left) && left.because === "resigned" && sameIdentity(left, identity)) {
        groups.push([left.trunk, left.group]);
      }
    }
  }
  const instances = tasksLeftBy(tx, identity).map(({ instance }) => instance);
  return { offices, instances, groups };
}

/** What somebody has now. */
export function dealingsNow(tx: Reading, identity: Identity): Dealings {
  const groups = allTies<GroupTie>(tx, identity, "groups").flatMap(([group, space]) => {
    if (space !== null) return [];
    const of = must(tx, "group", group);
    return isTrunk(of) ? [[of.trunk, group] as const] : [];
  });
  return {
    offices: officesHeldBy(tx, identity).map(({ trunk }) => trunk),
    instances: tasksHeldBy(tx, identity).map(({ instance }) => instance),
    groups,
  };
}

/**
 * BRANCH-06: the admins of an organization above are told of somebody of another one who held an office or a
 * task there, and of nobody else; so are those in the same groups, and who started what they had tasks of.
 */
const isToldTo = view(
  "BRANCH-06",
  (trunk: OrganizationId, { organization }: Identity, dealt: boolean): boolean =>
    dealt && organization !== trunk,
);

/** Whom of each Trunk what somebody had there concerns: nobody is told of a Trunk that they are not in (28.24). */
export function hearersOf(
  tx: Reading,
  identity: Identity,
  { offices, instances, groups }: Dealings,
  self: Oneself,
): { readonly trunk: OrganizationId; readonly to: readonly Recipient[] }[] {
  const through = instances.flatMap((instance) => {
    const { trunk } = instanceOf(tx, instance);
    return trunk === undefined ? [] : [{ trunk, instance }];
  });
  // Whether who started them is in a book is asked for each.
  likely(tx, () =>
    through.map(({ instance }): Key<"lineage"> => {
      return ["lineage", instanceOf(tx, instance).initiator.organization, ""];
    }),
  );
  const trunks = [
    ...offices,
    ...through.map(({ trunk }) => trunk),
    ...groups.map(([trunk]) => trunk),
  ];
  return distinct(trunks, (trunk) => trunk).flatMap((trunk) => {
    const own = through.filter((each) => each.trunk === trunk);
    const started = initiatorsOf(tx, own, self).filter((each) => isInBook(tx, trunk, each));
    const dealt = own.length > 0 || offices.includes(trunk);
    const to: Recipient[] = [
      ...(isToldTo(trunk, identity, dealt)
        ? [
            {
              kind: "hierarchy-admins",
              organization: trunk,
              except: exceptIn(self, trunk),
            } as const,
          ]
        : []),
      ...groups
        .filter(([each]) => each === trunk)
        .flatMap(([, group]) => participantsBut(tx, self, { trunk }, group)),
      ...started.map((each) => ({ kind: "person", ...each }) as const),
    ];
    return to.length === 0 ? [] : [{ trunk, to: distinct(to, (each) => JSON.stringify(each)) }];
  });
}
