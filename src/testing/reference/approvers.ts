/** Whom a Host's rules appoint, and whom a person may route to. */
import type { SpaceId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { Approver, FlowStep } from "../../flows/model.ts";
import { findDepartment, hasDepartment, upward } from "./departments.ts";
import { findMember, findSpace, hostedBy } from "./lists.ts";
import { colleague, identityOf, inService, serving } from "./people.ts";
import { whichApply } from "./rank.ts";
import { presenceOf } from "./roster.ts";
import { isPair } from "./settings.ts";
import { whoActsFor } from "./stand-ins.ts";
import type { Employment, Identity, Space, State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { isRostered } from "./visibility.ts";

/** Most identities that sign in one step. */
const MOST = 100;

/** The Space of an instance, live or not; none if it was started for the Host. */
export function spaceOf({ spaces }: State, { space }: Pick<Instance, "space">): Space | undefined {
  return space === null ? undefined : spaces.find((each) => each.id === space);
}

/** The Space in which somebody works who holds tasks of an instance; `null` if nobody does. */
export function workplaceOf(instance: Instance, identity: Pair): SpaceId | null {
  return instance.space ?? tasksHeldIn(instance, identity)[0]?.space ?? null;
}

/** The Space in which somebody whom rules name would work: the instance's, else one of the app's. */
export function placeOf(state: State, instance: Instance, identity: Pair): SpaceId | null {
  if (identity.organization === instance.host) return instance.space;
  const already = workplaceOf(instance, identity);
  if (already !== null) return already;
  const offered = state.publications.find(({ app, space }) => {
    const found = app === instance.app ? findSpace(state, space) : undefined;
    return found !== undefined && isRostered(state, found, identity);
  });
  return offered?.space ?? null;
}

/**
 * Whether rules may appoint an identity: Host people in service, others on the Space's Roster, or on
 * that of any Space that has the app where the Host started.
 */
function isAppointable(state: State, instance: Instance, identity: Pair): boolean {
  const { organization, person } = identity;
  if (organization === instance.host) return inService(state, organization, person) !== undefined;
  const space = spaceOf(state, { space: placeOf(state, instance, identity) });
  return space !== undefined && isRostered(state, space, identity);
}

/** Whom one rule names, in order of hires (FLOW-10). */
function namedBy(state: State, { host, initiator, defined }: Instance, rule: Approver): Pair[] {
  const headsOf = (organization: Pair["organization"], departments: readonly string[]) =>
    serving(state, organization).filter(({ heads }) =>
      heads.some((each) => departments.includes(each)),
    );
  const { organization } = initiator;
  // Whoever was hired again is not who started it (HAND-07).
  const own = colleague(state, initiator, initiator);
  switch (rule.kind) {
    case "person":
      return [rule];
    case "initiator-heads": {
      const { levelsUp = 0 } = rule;
      return headsOf(
        organization,
        (own?.departments ?? []).flatMap((each) =>
          upward(state, organization, each).slice(levelsUp, levelsUp + 1),
        ),
      );
    }
    case "initiator-manager": {
      const manager = own === null ? null : colleague(state, own, own.manager);
      return manager === null ? [] : [manager];
    }
    case "department-heads":
      // One that came back too late is not the one that was named (DIR-11).
      if ((findDepartment(state, rule.organization, rule.department)?.renewed ?? 0) > defined) {
        return [];
      }
      return headsOf(rule.organization, [rule.department]);
    case "role":
      return serving(state, rule.of === "host" ? host : organization).filter(
        ({ roles }: Employment) => roles.includes(rule.role),
      );
  }
}

/** Who signs in a step: everybody once, in the order of the rules. */
export function approversOf(
  state: State,
  instance: Instance,
  { approvers }: Pick<FlowStep, "approvers">,
): Identity[] {
  const named = approvers
    .flatMap((rule) => namedBy(state, instance, rule))
    .flatMap((each) => whoActsFor(state, each, (one) => isAppointable(state, instance, one)) ?? []);
  return named
    .filter((each, index) => named.findIndex((other) => isPair(other, each)) === index)
    .slice(0, MOST)
    .map((each) => identityOf(state, each));
}

/** Whether heads are sought further up than a directory is deep (FLOW-21). */
export function climbTooFar(steps: readonly FlowStep[]): boolean {
  const rules: readonly Approver[] = steps.flatMap((each) => each.approvers);
  return rules.some((rule) => {
    const levels = "levelsUp" in rule ? (rule.levelsUp ?? 0) : 0;
    return !Number.isInteger(levels) || levels < 0 || levels > 63;
  });
}

/** What rules may name: one's own people and departments, and what one may know of one's Members. */
export function definitionCodes(
  state: State,
  owner: Pair["organization"],
  steps: readonly FlowStep[],
): RefusalCode[] {
  const rules = steps.flatMap((each) => each.approvers);
  const joined = (organization: Pair["organization"]) =>
    hostedBy(state, owner).filter((each) => findMember(state, each, organization) !== undefined);
  const isKnownPerson = (identity: Pair) =>
    identity.organization === owner
      ? inService(state, owner, identity.person) !== undefined
      : joined(identity.organization).some((space) => isRostered(state, space, identity));
  const mayKnow = (organization: Pair["organization"]) =>
    organization === owner || joined(organization).length > 0;
  return whichApply([
    ["UNKNOWN_PERSON", rules.some((rule) => rule.kind === "person" && !isKnownPerson(rule))],
    [
      "UNKNOWN_DEPARTMENT",
      rules.some(
        (rule) =>
          rule.kind === "department-heads" &&
          !(mayKnow(rule.organization) && hasDepartment(state, rule.organization, rule.department)),
      ),
    ],
  ]);
}

/** Everybody within the boundary of ad-hoc routing (FLOW-04): the initiator's organization. */
export function routingScope({ state, policy }: World, instance: Instance): Pair[] {
  const { organization } = instance.initiator;
  const space = spaceOf(state, instance);
  if (organization === instance.host || space === undefined) return serving(state, organization);
  const { present } = presenceOf(state, space);
  if (policy.routingBoundary === "space") return [...present];
  if (
    policy.routingCandidates === "rostered" ||
    findMember(state, space, organization) === undefined
  ) {
    return present.filter((each) => each.organization === organization);
  }
  return serving(state, organization);
}

/** The tasks that somebody holds in an instance: open, or waiting for others. */
export function tasksHeldIn({ tasks }: Instance, identity: Pair): Task[] {
  return tasks.filter(
    ({ holder, status }) =>
      (status === "open" || status === "held") && holder !== null && isPair(holder, identity),
  );
}

/** Whether somebody holds a task of an instance that is not closed. */
export function holdsTask(instance: Instance, identity: Pair): boolean {
  return tasksHeldIn(instance, identity).length > 0;
}

/** Who gets what is given to somebody; nobody, if they are suspended and nobody stands in (FLOW-19). */
export function receiverOf(state: State, instance: Instance, target: Pair): Pair | null {
  const space = spaceOf(state, instance);
  // Whether the person named may be chosen is the boundary's to say.
  return whoActsFor(
    state,
    target,
    (each) =>
      isPair(each, target) ||
      each.organization === instance.host ||
      (space !== undefined && isRostered(state, space, each)),
  );
}

/** What keeps somebody from giving a task to others (FLOW-04). */
export function routingCodes(
  world: World,
  instance: Instance,
  by: Pair,
  targets: readonly Pair[],
): RefusalCode[] {
  const scope = routingScope(world, instance);
  // FLOW-04 is not asked of whoever stands in; but nobody hands themselves their own task.
  const isNobody = (target: Pair): boolean => {
    const receiver = receiverOf(world.state, instance, target);
    return receiver === null || (isPair(receiver, by) && !isPair(target, by));
  };
  return whichApply([
    [
      "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG",
      targets.some((target) => !scope.some((each) => isPair(each, target))),
    ],
    ["ROUTING_TARGET_SELF", targets.some((target) => isPair(target, by))],
    ["ROUTING_TARGET_ALREADY_ON_TASK", targets.some((target) => holdsTask(instance, target))],
    ["TARGET_SUSPENDED", targets.some(isNobody)],
  ]);
}
