/** The approval of applications to a Trunk, singly or in a batch: of all of them or of none (LINK-03). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { stillThere } from "./applied.ts";
import { hasDepartment } from "./departments.ts";
import { branchesOf, findLink } from "./hierarchy.ts";
import { trunkAdmin } from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import {
  approvalGates,
  closesHierarchyCircle,
  hasTooManyTrunks,
  sizeCodes,
} from "./hierarchy-limits.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { endLink, formLink } from "./linking.ts";
import { isLive } from "./lists.ts";
import { isOnApplicantsSide } from "./reviewing.ts";
import type { State, World } from "./state.ts";
import type { HierarchyLink, TrunkApplication } from "./state-hierarchy.ts";
import { namedInTrunk, tellDecided } from "./telling-sides.ts";
import { findTrunkApplication, pendingCodes, trunkMeant } from "./trunk-applications.ts";
import { type HierarchyCommand, type LinkNamed, whichHold } from "./vocabulary-hierarchy.ts";

type Approval = HierarchyCommand<"application.approve">;
type Item = Approval["data"]["items"][number];

/** The Trunk that an approval is for: the one named, or that of the first application. */
function trunkOf(world: World, { by, data }: Pick<Approval, "by" | "data">): OrganizationId | null {
  const [first] = data.items;
  if (data.trunk !== undefined) return data.trunk;
  return first === undefined ? null : trunkMeant(world, by, { application: first.application });
}

/** The Link that an application asks to replace. */
function replacedBy(
  state: State,
  { replaces, organization }: TrunkApplication,
): HierarchyLink | undefined {
  return replaces === null ? undefined : findLink(state, { trunk: replaces, organization });
}

/**
 * What is said against one of the applications, all others taken for approved as well; without the graph
 * that they make if one of them closes a circle in it.
 */
function itemCodes(
  world: World,
  by: Actor,
  item: Item,
  application: TrunkApplication,
  graph: { readonly hierarchyLinks: HierarchyLink[] } | null,
): RefusalCode[] {
  const { state } = world;
  const { trunk, organization, replaces } = application;
  const replaced = replacedBy(state, application);
  return [
    ...approvalGates(world, application),
    ...(graph === null ? [] : sizeCodes(world, graph, application)),
    ...whichHold([
      // Only of an applicant may the Trunk learn that it is no more.
      [
        "UNKNOWN_ORGANIZATION",
        !isLive(state, organization) && trunkAdmin(world, by, trunk).length === 0,
      ],
      ["REVIEWER_IS_APPLICANT", isOnApplicantsSide(world, by, application)],
      ["UNKNOWN_DEPARTMENT", item.mount != null && !hasDepartment(state, trunk, item.mount)],
      ["NOT_LINKED", replaces !== null && replaced === undefined],
      ["LINK_NOT_RELEASED", replaced?.released === false],
      ["HIERARCHY_CYCLE", graph === null],
      ["TRUNK_LIMIT_EXCEEDED", hasTooManyTrunks(world, organization, replaces)],
    ]),
  ];
}

/** The graph with what an approval forms, and without what it replaces. */
function graphAfter(state: State, applications: readonly TrunkApplication[]) {
  const replaced = applications.map((each) => replacedBy(state, each));
  const formed = applications.map(
    ({ trunk, organization, reach }) => ({ trunk, organization, reach }) as HierarchyLink,
  );
  const stays = state.hierarchyLinks.filter((each) => !replaced.includes(each));
  return { hierarchyLinks: [...stays, ...formed] };
}

/** Whether two Branches would have one alias at one mount (MOUNT-01). */
function isAliasTwice(state: State, trunk: OrganizationId, items: readonly Item[]): boolean {
  const known = branchesOf(state, trunk).map(({ alias, mount }) => [
    alias,
    mount?.department ?? null,
  ]);
  const given = items.map(({ alias, mount }) => [alias ?? null, mount ?? null]);
  const wanted = given.map((each) => JSON.stringify(each));
  const all = [...known.map((each) => JSON.stringify(each)), ...wanted];
  return given.some(
    ([alias], index) => alias !== null && all.filter((each) => each === wanted[index]).length > 1,
  );
}

/** Whether an alias is another Branch's with the same mount (MOUNT-01). */
export function isAliasTaken(
  state: State,
  { trunk, organization }: LinkNamed,
  alias: string | null,
  mount: string | null,
): boolean {
  return (
    alias !== null &&
    branchesOf(state, trunk).some(
      (each) =>
        each.organization !== organization &&
        each.alias === alias &&
        (each.mount?.department ?? null) === mount,
    )
  );
}

/** What approving applications to a Trunk is refused with. */
export function trunkApprovalCodes(
  world: World,
  command: Pick<Approval, "by" | "at" | "data">,
): RefusalCode[] {
  const { state, policy } = world;
  const { at, by, data } = command;
  const { items } = data;
  const isMalformed =
    items.length === 0 || items.length > hierarchyPolicy(policy).batchApproveLimit;
  const trunk = trunkOf(world, command);
  if (isMalformed || trunk === null) {
    return whichHold([
      ["MALFORMED", isMalformed],
      ["UNKNOWN_APPLICATION", true],
    ]);
  }
  const found = items.map(({ application }) => findTrunkApplication(state, { trunk, application }));
  const applications = found.filter((each) => each !== undefined);
  const pending = applications.filter(({ status }) => status === "pending");
  const after = graphAfter(state, [...new Set(pending)]);
  const isCircle = pending.some((each) => closesHierarchyCircle(after, each));
  const graph = isCircle ? null : after;
  return [
    ...whichHold([
      // Whoever is named twice is approved already when its second turn comes.
      ["APPLICATION_NOT_PENDING", new Set(applications).size < applications.length],
    ]),
    ...found.flatMap((each) => pendingCodes(each, at)),
    ...trunkAdmin(world, by, trunk),
    ...whichHold([["ALIAS_TAKEN", isAliasTwice(state, trunk, items)]]),
    ...found.flatMap((application, index) => {
      const item = items[index];
      return application === undefined || item === undefined
        ? []
        : itemCodes(world, by, item, application, graph);
    }),
  ];
}

function approve(world: World, command: Approval): void {
  const { state } = world;
  for (const item of command.data.items) {
    const application = findTrunkApplication(state, { application: item.application });
    if (application === undefined) continue;
    const { trunk, whole, organization, reach, shared } = application;
    const replaced = replacedBy(state, application);
    if (replaced !== undefined) endLink(world, replaced, "moved");
    application.status = "approved";
    tellDecided(world, namedInTrunk(application), application);
    formLink(world, {
      ...{ trunk, organization, whole, reach, shared },
      rules: stillThere(state, application),
      alias: item.alias ?? null,
      mount: item.mount == null ? null : { organization: trunk, department: item.mount },
    });
  }
}

/** The approval. */
export const trunkApprovalCommands: HierarchyHandlers<"application.approve"> = {
  "application.approve": { codes: trunkApprovalCodes, effect: approve },
};
