/** The chain by which a leaver's tasks find whoever takes over (HAND-06). */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { view } from "../../core/rule.ts";
import { lookBefore, read, readBefore } from "../../core/transaction.ts";
import { colleagueNamed } from "../../directory/select/able.ts";
import { headsOfAll } from "../../directory/select/appointed.ts";
import { mainAdminsOf } from "../../directory/select/authority.ts";
import { registeredSuccessor } from "../../directory/select/successor.ts";
import { counterpartsOn } from "../../spaces/select/counterparts.ts";
import type { InstanceRecord, Succession } from "../model.ts";
import { mayGet, type Workplace, workplaceIn } from "./ability.ts";
import type { Reading } from "./flows.ts";
import type { Receiver } from "./receiving.ts";
import { receiverAt, successorEligible } from "./successors.ts";

/** One link of the chain. */
type Link = Policy["succession"][number];

const BECAUSE: { readonly [Each in Link]: Succession } = {
  named: "named",
  registered: "registered",
  manager: "manager",
  counterpart: "counterpart",
  "department-heads": "department-head",
  "main-admins": "main-admin",
};

/** HAND-06: whether heads are asked for so many levels above a leaver's departments. */
const isAsked = view(
  "HAND-06",
  (above: number, { successionLevels }: Policy): boolean => above <= successionLevels,
);

/**
 * What a leaver had, and whether by the records before this input: so for whoever leaves a Roster or a book alone, and
 * for whom the input hired again; of whoever resigned, as the fact left it (AMB-89).
 */
function employedAs(tx: Reading, { organization, person }: Identity) {
  const now = read(tx, "employment", organization, person);
  const before = readBefore(tx, "employment", organization, person);
  const resigned = now?.number === before?.number ? now?.taken : undefined;
  return resigned === undefined
    ? { departments: before?.departments ?? [], manager: before?.manager, isBefore: true }
    : { departments: resigned.departments, manager: now?.manager, isBefore: false };
}

/**
 * The heads of the departments that somebody had, then of those above, level by level, at each in the order
 * of hires.
 */
function* headsAbove(tx: Reading, leaver: Identity, policy: Policy): Generator<PersonId> {
  const { organization } = leaver;
  const { departments, isBefore } = employedAs(tx, leaver);
  const look = <Seen>(at: (tx: Reading) => Seen): Seen => (isBefore ? lookBefore(tx, at) : at(tx));
  const lines = departments.map((each) => [
    each,
    ...(look((at) => read(at, "department", organization, each))?.ancestors ?? []),
  ]);
  for (let level = 0; isAsked(level, policy); level += 1) {
    const next = new Set(lines.flatMap((line) => line.slice(level, level + 1)));
    if (next.size === 0) return;
    yield* look((at) => headsOfAll(at, organization, [...next]));
  }
}

/**
 * PARTNER-03: the counterparts before this input of the leaver's organization in the Space: a Member's own, of the
 * Host those who look after the initiator's organization. Through a Link there are none.
 */
function counterpartsBefore(
  tx: Reading,
  { host, space, from, initiator }: Workplace,
  organization: OrganizationId,
): readonly PersonId[] {
  const [where, member] =
    organization === host ? [from, initiator.organization] : [space, organization];
  if (where === null) return [];
  return lookBefore(tx, (at) => counterpartsOn(at, { space: where, member, organization }));
}

/** Whom a link names, in the order in which they are asked, whether or not they may take over. */
function* namedBy(
  tx: Reading,
  where: Workplace,
  link: Link,
  leaver: Identity,
  named: PersonId | null,
  policy: Policy,
): Generator<PersonId | null> {
  const { organization, person } = leaver;
  switch (link) {
    case "named":
      yield named;
      return;
    case "registered":
      yield registeredSuccessor(tx, organization, person);
      return;
    case "manager":
      yield colleagueNamed(tx, organization, employedAs(tx, leaver).manager);
      return;
    case "counterpart":
      yield* counterpartsBefore(tx, where, organization);
      return;
    case "department-heads":
      yield* headsAbove(tx, leaver, policy);
      return;
    case "main-admins":
      yield* mainAdminsOf(tx, organization);
  }
}

/** FLOW-12: whether whoever would take a task over could act on it. */
const canTakeOver = view(
  "FLOW-12",
  (tx: Reading, where: Workplace, { holder }: Receiver, policy: Policy): boolean =>
    mayGet(tx, where, holder, policy),
);

/** A successor, or who stands in for them, and how they came to be it. */
export interface Heir {
  readonly to: Identity;
  readonly because: Succession;
  readonly onBehalfOf?: Identity;
}

/**
 * HAND-02, HAND-06: who takes over a leaver's task: the first of the policy's chain who is eligible and could
 * act on it (FLOW-12), or who stands in for them; `null` where nobody is.
 */
export function heirOf(
  tx: Reading,
  where: Workplace,
  leaver: Identity,
  named: PersonId | null,
  policy: Policy,
): Heir | null {
  const { organization, person } = leaver;
  for (const link of policy.succession) {
    for (const candidate of namedBy(tx, where, link, leaver, named, policy)) {
      if (candidate === null) continue;
      if (successorEligible(tx, where, organization, candidate, person) !== null) continue;
      const receiver = receiverAt(tx, where, { organization, person: candidate }, person, policy);
      if (receiver === null || !canTakeOver(tx, where, receiver, policy)) continue;
      const { holder: to, ...rest } = receiver;
      return { to, because: BECAUSE[link], ...rest };
    }
  }
  return null;
}

/** HAND-06: whether the Host's main admins get a step for which nobody is found. */
const goesToAdmins = view(
  "HAND-06",
  ({ emptyStep }: Policy): boolean => emptyStep === "main-admins",
);

/**
 * HAND-06: who gets a step for which nobody is found: the first main admin of the Host who can act, or who
 * stands in for them; `null` where it waits for one of them.
 */
export function emptyStepFor(
  tx: Reading,
  instance: InstanceRecord,
  policy: Policy,
): Receiver | null {
  if (!goesToAdmins(policy)) return null;
  const { host } = instance;
  const where = workplaceIn(instance, null);
  for (const person of mainAdminsOf(tx, host)) {
    const receiver = receiverAt(tx, where, { organization: host, person }, null, policy);
    if (receiver !== null && mayGet(tx, where, receiver.holder, policy)) return receiver;
  }
  return null;
}
