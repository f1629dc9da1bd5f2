import type { PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { headsOf, headsOfAll, holdersOf, managerOf } from "../../directory/select/appointed.ts";
import { ancestorsOf, readTree } from "../../directory/select/tree.ts";
import { liaisonsFor } from "../../roster/select/offices.ts";
import type { Approver, InstanceRecord } from "../model.ts";
import { mayGet, workplaceIn } from "./ability.ts";
import { isPlacedInitiator, placeIn, type Reading, sameIdentity } from "./flows.ts";
import { type Receiver, receiverOf } from "./receiving.ts";
import { isEligibleAt } from "./successors.ts";

/** People who sign in one step at most. */
export const SIGNERS_MAX = 100;

/** FLOW-21: the heads so many levels up sign, and nobody in place of them who is nearer or higher. */
const isLevel = view("FLOW-21", (level: number, levelsUp: number): boolean => level === levelsUp);

/**
 * The heads of what stands so many levels above each of the initiator's present departments, each once,
 * in the order of hires.
 */
function headsOfInitiator(tx: Reading, instance: InstanceRecord, levelsUp: number): PersonId[] {
  const { organization, person } = instance.initiator;
  // Whoever was hired again since is not who started it (HAND-07).
  if (!isPlacedInitiator(tx, instance)) return [];
  const placed = read(tx, "employment", organization, person)?.departments ?? [];
  if (levelsUp === 0) return headsOfAll(tx, organization, placed);
  const tree = readTree(tx, organization);
  const above = placed.flatMap((department) =>
    [department, ...ancestorsOf(tree, department)].filter((_, level) => isLevel(level, levelsUp)),
  );
  return headsOfAll(tx, organization, [...new Set(above)]);
}

/** Whom one rule names, whether or not they may sign. */
function namedBy(tx: Reading, instance: InstanceRecord, rule: Approver): Identity[] {
  const { host, initiator } = instance;
  switch (rule.kind) {
    case "person":
      return [{ organization: rule.organization, person: rule.person }];
    case "initiator-heads":
      return inOrganization(
        initiator.organization,
        headsOfInitiator(tx, instance, rule.levelsUp ?? 0),
      );
    case "initiator-manager": {
      const { organization, person } = initiator;
      const same = isPlacedInitiator(tx, instance);
      const manager = same ? managerOf(tx, organization, person) : null;
      return inOrganization(organization, manager === null ? [] : [manager]);
    }
    case "department-heads":
      return inOrganization(rule.organization, headsOf(tx, rule.organization, rule.department));
    case "role": {
      const organization = rule.of === "host" ? host : initiator.organization;
      return inOrganization(organization, holdersOf(tx, organization, rule.role));
    }
    case "liaison":
      return [...liaisonsFor(tx, host, rule.role, initiator, isPlacedInitiator(tx, instance))];
  }
}

function inOrganization(
  organization: Identity["organization"],
  people: readonly PersonId[],
): Identity[] {
  return people.map((person) => ({ organization, person }));
}

/**
 * FLOW-10, APP-03: rules appoint people of the Host in service, and people of any organization on the
 * Roster of the instance's Space, or of any to which the app is published where the Host started it,
 * whatever the boundary of routing is.
 */
const maySign = view(
  ["FLOW-10", "APP-03", "ROUTE-04"],
  (tx: Reading, instance: InstanceRecord, identity: Identity): boolean =>
    isEligibleAt(tx, workplaceIn(instance, placeIn(tx, instance, identity)), identity),
);

/** FLOW-19, FLOW-14: whether somebody may stand in for an approver: whoever may be appointed, and could act. */
export const mayStandInStep = (
  tx: Reading,
  instance: InstanceRecord,
  standIn: Identity,
  policy: Policy,
): boolean =>
  maySign(tx, instance, standIn) &&
  mayGet(tx, workplaceIn(instance, placeIn(tx, instance, standIn)), standIn, policy);

/**
 * Whom a step's rules appoint, in the order of the rules: each identity once, {@link SIGNERS_MAX} at
 * most, and who would sign for each. Whoever is suspended is passed over, unless somebody stands in for them (FLOW-19).
 */
export function approversOf(
  tx: Reading,
  instance: InstanceRecord,
  rules: readonly Approver[],
  policy: Policy,
): Receiver[] {
  const named = rules.flatMap((rule) => namedBy(tx, instance, rule));
  const found: Receiver[] = [];
  const isNew = (identity: Identity): boolean =>
    !found.some(({ holder, onBehalfOf = holder }) => sameIdentity(onBehalfOf, identity));
  for (const identity of named) {
    if (found.length === SIGNERS_MAX) break;
    if (!isNew(identity) || !maySign(tx, instance, identity)) continue;
    const receiver = receiverOf(tx, identity, {
      app: instance.app,
      mayHold: (standIn) => mayStandInStep(tx, instance, standIn, policy),
    });
    if (receiver !== null) found.push(receiver);
  }
  return found;
}
