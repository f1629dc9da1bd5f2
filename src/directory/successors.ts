/** Who is to take over from whom, registered ahead of any departure. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { type Deciding, orElse } from "./facts.ts";
import type { DirectoryCommand, DirectoryEvents } from "./model.ts";
import { isAble, standInOf } from "./select/able.ts";
import { actorIsAdmin } from "./select/authority.ts";
import { organizationKnown, type Reading } from "./select/organizations.ts";

type Successor = DirectoryEvents["successor.set"]["successor"];

/** PROTO-03: the person is in service. */
const personInService = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, person: PersonId) =>
    read(tx, "employment", organization, person)?.inService === true
      ? null
      : refuse("UNKNOWN_PERSON", { organization, person }),
);

/** HAND-03: a successor is another person in service in the same organization. */
const successorIsColleague = guard(
  "HAND-03",
  (tx: Reading, organization: OrganizationId, person: PersonId, successor: PersonId | null) => {
    if (successor === null) return null;
    const serves = read(tx, "employment", organization, successor)?.inService === true;
    return serves && successor !== person
      ? null
      : refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person: successor });
  },
);

/** FLOW-19: a successor who is suspended has somebody else to stand in. */
const successorTakesTasks = guard(
  "FLOW-19",
  (tx: Reading, organization: OrganizationId, person: PersonId, successor: PersonId | null) => {
    if (successor === null || isAble(tx, { organization, person: successor })) return null;
    const standIn = standInOf(tx, { organization, person: successor })?.person ?? person;
    return standIn === person
      ? refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person: successor })
      : null;
  },
);

/** Registers who takes over from somebody, or that nobody does (HAND-02). */
export function setSuccessor(
  tx: Deciding,
  { by, data }: Extract<DirectoryCommand, { readonly type: "successor.set" }>,
) {
  const { organization, person, successor } = data;
  const refusal =
    ("organization" in by ? organizationKnown(tx, by.organization) : null) ??
    actorIsAdmin(tx, by, organization) ??
    personInService(tx, organization, person) ??
    successorIsColleague(tx, organization, person, successor) ??
    successorTakesTasks(tx, organization, person, successor);
  return orElse(refusal, () => {
    const known = must(tx, "employment", organization, person).successor;
    const named = successor === null ? null : underEmployment(tx, organization, successor);
    const same = known?.person === named?.person && known?.number === named?.number;
    if (!same) emit(tx, "successor.set", { organization, person, successor: named });
  });
}

/** A registration is good for the employment that the successor has now. */
function underEmployment(tx: Reading, organization: OrganizationId, person: PersonId): Successor {
  return { person, number: must(tx, "employment", organization, person).number };
}
