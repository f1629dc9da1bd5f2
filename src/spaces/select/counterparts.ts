/** Who was named for Members of Spaces, on either side (PARTNER-03). */
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import { read } from "../../core/transaction.ts";
import type { Counterparts, CounterpartsList, CounterpartsRecord } from "../model.ts";
import type { Reading } from "./spaces.ts";

/** Nobody was named yet. */
export const NO_COUNTERPARTS: CounterpartsRecord = {
  own: { sets: 0, people: [] },
  host: { sets: 0, people: [] },
};

/** Whom both sides have named for a Member. */
export const counterpartsFor = (
  tx: Reading,
  space: SpaceId,
  member: OrganizationId,
): CounterpartsRecord => read(tx, "counterparts", space, member) ?? NO_COUNTERPARTS;

/** Which of both lists is meant: the Member's own, or the Host's for it. */
export const sideOf = ({ member, organization }: Omit<Counterparts, "space">): "own" | "host" =>
  organization === member ? "own" : "host";

/** The people of one side, in their order. */
export const peopleOn = ({ people }: CounterpartsList): PersonId[] =>
  people.map(([person]) => person);

/** The list of one side. */
export const listOn = (tx: Reading, of: Counterparts): CounterpartsList =>
  counterpartsFor(tx, of.space, of.member)[sideOf(of)];

/** The counterparts of one side, in their order. */
export const counterpartsOn = (tx: Reading, of: Counterparts): readonly PersonId[] =>
  peopleOn(listOn(tx, of));

/** The id of the tie of somebody who was named for a Member. */
export const counterpartTie = (space: SpaceId, member: OrganizationId): string =>
  `${space} ${member}`;
