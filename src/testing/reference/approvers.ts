/** Whom a Host's rules appoint, and whom a person may route to. */
import type { SpaceId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";

import type { Approver, FlowStep } from "../../flows/model.ts";
import { lacks } from "./ability.ts";
import { findDepartment, hasDepartment, upward } from "./departments.ts";
import { reachedAs, reaches } from "./hierarchy.ts";
import { findInBook, inBook } from "./hierarchy-people.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { liaisonsFor } from "./liaison-paths.ts";
import { findRole } from "./liaisons.ts";
import { findMember, findSpace, hostedBy } from "./lists.ts";
import { colleague, identityOf, inService, isSuspended, serving } from "./people.ts";
import { whichApply } from "./rank.ts";
import { presenceOf } from "./roster.ts";
import { isPair, pairOf } from "./settings.ts";
import { isInitiator, isKeptOut, signedBefore } from "./signing.ts";
import { behalfOf, type Giving, whoActsFor } from "./stand-ins.ts";
import type { Employment, Identity, Space, State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { isSuspendedIn, notSuspended } from "./suspended-members.ts";
import { isRostered } from "./visibility.ts";

type About = Pick<World, "state" | "policy" | "at">;

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
  if (identity.organization === instance.host || instance.trunk !== undefined) {
    return instance.space;
  }
  const already = workplaceOf(instance, identity);
  if (already !== null) return already;
  const offered = state.publications.filter(({ app, space }) => {
    const found = app === instance.app ? findSpace(state, space) : undefined;
    return found !== undefined && isRostered(state, found, identity);
  });
  // Rather where their organization is not suspended (EXIT-08).
  const open = offered.find(({ space }) => !isSuspendedIn(state, space, identity.organization));
  return (open ?? offered[0])?.space ?? null;
}

/** Whether somebody is present for a Trunk. */
const isPresent = (state: State, trunk: Pair["organization"], identity: Pair): boolean =>
  findInBook(state, trunk, identity) !== undefined;

/**
 * Whether rules may appoint an identity: Host people in service, others on the Space's Roster, or on
 * that of any Space that has the app where the Host started; through a Trunk whoever is present for it.
 */
function isAppointable(state: State, instance: Instance, identity: Pair): boolean {
  const { organization, person } = identity;
  if (organization === instance.host) return inService(state, organization, person) !== undefined;
  if (instance.trunk !== undefined) return isPresent(state, instance.trunk, identity);
  const space = spaceOf(state, { space: placeOf(state, instance, identity) });
  return (
    space !== undefined && isRostered(state, space, identity) && mayAct(state, space, identity)
  );
}

/** Whether somebody is of no Member that is suspended in a Space (EXIT-08). */
const mayAct = (state: State, { id }: Space, { organization }: Pair): boolean =>
  !isSuspendedIn(state, id, organization);

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
    case "liaison":
      return liaisonsFor(state, { trunk: host, role: rule.role }, initiator);
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

/** A place in a step, in the order of the rules. */
export interface Place {
  /** Who is to sign; `null`: it waits for the Host's admins. */
  readonly holder: Identity | null;
  /** For whom they sign, if not for themselves. */
  readonly behalf?: Pair | null;
  /** Who is left out of it, and why (FLOW-15). */
  readonly skipped?: { readonly who: Identity; readonly because: "initiator" | "repeated" };
}

/** Who signs for somebody whom a rule appoints: nobody, if they may not and nobody stands in for them. */
function signerFor(world: About, giving: Giving, appointed: Pair): Pair | null {
  const { instance } = giving;
  const { state } = world;
  const mayStandIn = (one: Pair) =>
    lacks(world, instance, one, placeOf(state, instance, one)) === null &&
    !isKeptOut(world, instance, one);
  return whoActsFor(
    world,
    appointed,
    (one) => isAppointable(state, instance, one) && (isPair(one, appointed) || mayStandIn(one)),
    giving,
  );
}

/** Somebody who is to sign, and for whom. */
interface Signer {
  readonly to: Pair;
  readonly behalf: Pair | null;
}

/**
 * Who is found in the place of somebody whom a rule appoints: they themselves, be they away for a time, or who acts for
 * them while they are suspended. Nobody, if nobody does.
 */
function foundFor(world: About, instance: Instance, appointed: Pair): Signer | null {
  const isAway = isSuspended(world.state, appointed);
  const now = isAway ? world : { ...world, at: -1 };
  const to = signerFor(now, { instance }, appointed);
  return to === null ? null : { to: pairOf(to), behalf: behalfOf(to, appointed) };
}

/** Those found, with whoever stands in for a time in the place of those who sign for themselves (FLOW-14). */
function stoodIn(world: About, instance: Instance, places: readonly Place[]): Place[] {
  const getting = places.flatMap(({ holder }) => (holder === null ? [] : [pairOf(holder)]));
  return places.map((place): Place => {
    const { holder, behalf = null } = place;
    if (holder === null || behalf !== null) return place;
    const to = signerFor(world, { instance, getting }, holder) ?? holder;
    getting.push(pairOf(to));
    return { holder: identityOf(world.state, to), behalf: behalfOf(to, holder) };
  });
}

const eachOnce = (people: readonly Pair[]): Pair[] =>
  people.filter((each, index) => people.findIndex((other) => isPair(other, each)) === index);

/** Who signs instead of the initiator, and whether the place waits for the Host's admins. */
function insteadOf(world: About, instance: Instance): readonly (Signer | null)[] {
  if (instance.selfApproval === "park") return [null];
  if (instance.selfApproval !== "heads") return [];
  return namedBy(world.state, instance, { kind: "initiator-heads" })
    .filter((each) => !isInitiator(world, instance, each))
    .flatMap((each) => foundFor(world, instance, each) ?? []);
}

/**
 * Who is found for a step, in the order of the rules: first whom the rules appoint, of whom the initiator may have
 * to give way, then who of them has signed before (FLOW-15). Everybody once, left out or not.
 */
export function placesOf(
  world: About,
  instance: Instance,
  { approvers }: Pick<FlowStep, "approvers">,
): Place[] {
  const { state } = world;
  const named = eachOnce(approvers.flatMap((rule) => namedBy(state, instance, rule)));
  const found: Place[] = [];
  const signers: (Signer | null)[] = [];
  for (const each of named) {
    const signer = foundFor(world, instance, each);
    // Who is suspended is passed over, be it the initiator; who stands in for the initiator gets nothing all the same.
    if (signer === null) continue;
    if (!isKeptOut(world, instance, each)) {
      signers.push(signer);
      continue;
    }
    signers.push(...insteadOf(world, instance));
    if (instance.selfApproval !== "park") {
      found.push({ holder: null, skipped: { who: identityOf(state, each), because: "initiator" } });
    }
  }
  const isFirst = (one: Signer | null, index: number) =>
    signers.findIndex((other) =>
      one === null || other === null ? one === other : isPair(one.to, other.to),
    ) === index;
  const left: Place[] = [];
  for (const each of signers.filter(isFirst).slice(0, MOST)) {
    const holder = each === null ? null : identityOf(state, each.to);
    const isDone = holder !== null && signedBefore(world, instance, holder);
    if (isDone) found.push({ holder: null, skipped: { who: holder, because: "repeated" } });
    else left.push({ holder, behalf: each?.behalf ?? null });
  }
  return [...found, ...stoodIn(world, instance, left)];
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
      : joined(identity.organization).some((space) => isRostered(state, space, identity)) ||
        isPresent(state, owner, identity);
  const mayKnow = (organization: Pair["organization"]) =>
    organization === owner ||
    joined(organization).length > 0 ||
    reaches(state, owner, organization);
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
    [
      "UNKNOWN_LIAISON_ROLE",
      rules.some(
        (rule) =>
          rule.kind === "liaison" &&
          findRole(state, { trunk: owner, role: rule.role }) === undefined,
      ),
    ],
  ]);
}

/** Those of an organization whom an instance started through a Trunk may go to (ROUTE-05). */
function routedIn(world: World, trunk: Pair["organization"], organization: Pair["organization"]) {
  const { state, policy } = world;
  const isWide = policy.routingCandidates === "whole-directory";
  return isWide && reaches(state, trunk, organization)
    ? serving(state, organization)
    : inBook(state, trunk, organization);
}

/** Everybody within that boundary: of the initiator's organization, or whose the policy says. */
function routingThrough(
  world: World,
  trunk: Pair["organization"],
  { initiator }: Instance,
  holder: Pair,
): Pair[] {
  const { state, policy } = world;
  const { hierarchyRouting } = hierarchyPolicy(policy);
  if (hierarchyRouting === "holder-organization") {
    return routedIn(world, trunk, holder.organization);
  }
  if (hierarchyRouting === "initiator-organization") {
    return routedIn(world, trunk, initiator.organization);
  }
  const line = reachedAs(state, trunk, initiator.organization)?.line ?? [];
  return [trunk, ...line.map((link) => link.organization)].flatMap((each) =>
    inBook(state, trunk, each),
  );
}

/** Everybody within the boundary of ad-hoc routing (FLOW-04): the initiator's organization. */
export function routingScope(world: World, instance: Instance, holder: Pair): Pair[] {
  const { state, policy } = world;
  const { organization } = instance.initiator;
  if (instance.trunk !== undefined) return routingThrough(world, instance.trunk, instance, holder);
  const space = spaceOf(state, instance);
  if (organization === instance.host || space === undefined) return serving(state, organization);
  const present = notSuspended(state, space.id, presenceOf(state, space).present);
  if (policy.routingBoundary === "space") return present;
  if (
    policy.routingCandidates === "rostered" ||
    findMember(state, space, organization) === undefined
  ) {
    return present.filter((each) => each.organization === organization);
  }
  return notSuspended(state, space.id, serving(state, organization));
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

/**
 * Who gets what is given to several, each in turn; nobody, where somebody is suspended and nobody stands in (FLOW-14,
 * FLOW-19).
 */
export function receiversOf(
  world: About,
  instance: Instance,
  targets: readonly Pair[],
): (Pair | null)[] {
  const getting = targets.map(pairOf);
  return targets.map((target) => {
    const others = getting.filter(
      (each, index) => index >= targets.length || !isPair(each, target),
    );
    const to = receiverOf(world, { instance, getting: others }, target);
    if (to !== null) getting.push(pairOf(to));
    return to;
  });
}

function receiverOf(world: About, giving: Giving, target: Pair): Pair | null {
  const { state } = world;
  const { instance } = giving;
  const space = spaceOf(state, instance);
  // Whether the person named may be chosen is the boundary's to say.
  return whoActsFor(
    world,
    target,
    (each) =>
      isPair(each, target) ||
      ((each.organization === instance.host ||
        (space !== undefined && isRostered(state, space, each)) ||
        (instance.trunk !== undefined && isPresent(state, instance.trunk, each))) &&
        !isKeptOut(world, instance, each) &&
        lacks(world, instance, each, placeOf(state, instance, each)) === null),
    giving,
  );
}

/** Whether somebody of those who get what is given to some could not act on it (FLOW-12). */
export function cannotAct(world: World, instance: Instance, targets: readonly Pair[]): boolean {
  return receiversOf(world, instance, targets).some(
    (receiver, index) =>
      receiver !== null &&
      lacks(
        world,
        instance,
        receiver,
        placeOf(world.state, instance, targets[index] ?? receiver),
      ) !== null,
  );
}

/** What keeps somebody from giving a task to others (FLOW-04). */
export function routingCodes(
  world: World,
  instance: Instance,
  by: Pair,
  targets: readonly Pair[],
): RefusalCode[] {
  const scope = routingScope(world, instance, by);
  // FLOW-04 is not asked of whoever stands in; but nobody hands themselves their own task.
  const receivers = receiversOf(world, instance, targets);
  const isNobody = (target: Pair, index: number): boolean => {
    const receiver = receivers[index] ?? null;
    return receiver === null || (isPair(receiver, by) && !isPair(target, by));
  };
  return whichApply([
    [
      "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG",
      targets.some((target) => !scope.some((each) => isPair(each, target))),
    ],
    ["ROUTING_TARGET_SELF", targets.some((target) => isPair(target, by))],
    ["ROUTING_TARGET_IS_INITIATOR", targets.some((target) => isKeptOut(world, instance, target))],
    ["ROUTING_TARGET_ALREADY_ON_TASK", targets.some((target) => holdsTask(instance, target))],
    ["TARGET_SUSPENDED", targets.some(isNobody)],
    ["ROUTING_TARGET_CANNOT_ACT", cannotAct(world, instance, targets)],
  ]);
}
