/** What the events of counterparts change in their records. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type * as faces from "../core/transaction.ts";
import { drop, edit, must, put, read } from "../core/transaction.ts";
import { type BoundRecords, tie } from "../directory/select/bound.ts";
import type { Counterparts, CounterpartTie, SpacesEvents, SpacesRecords } from "./model.ts";
import {
  counterpartTie,
  listOn,
  NO_COUNTERPARTS,
  peopleOn,
  sideOf,
} from "./select/counterparts.ts";
import type { SpacesReads } from "./select/spaces.ts";

type Evolving = faces.Evolving<Pick<SpacesRecords, "counterparts"> & BoundRecords, SpacesReads>;

/** Both lists end with the Association. */
type Events = Pick<
  SpacesEvents,
  "counterpart.named" | "counterpart.dropped" | "association.cancelled" | "member.restored"
>;
type Evolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type]) => void;
};

/** Ties somebody to the Member that they are named for, or unties them. */
function bind(
  tx: Evolving,
  { space, member, organization }: Counterparts,
  person: PersonId,
  isNamed: boolean,
): void {
  const id = counterpartTie(space, member);
  tie<CounterpartTie>(tx, { organization, person }, "counterparts", id, () =>
    isNamed ? [id, space, member] : null,
  );
}

function editLists(tx: Evolving, { space, member }: Counterparts) {
  if (read(tx, "counterparts", space, member) === null) {
    put(tx, "counterparts", space, member, NO_COUNTERPARTS);
  }
  return edit(tx, "counterparts", space, member);
}

function end(tx: Evolving, space: SpaceId, member: OrganizationId): void {
  const lists = read(tx, "counterparts", space, member);
  if (lists === null) return;
  const { host } = must(tx, "space", space);
  for (const [organization, people] of [
    [member, peopleOn(lists.own)] as const,
    [host, peopleOn(lists.host)] as const,
  ]) {
    for (const person of people) bind(tx, { space, member, organization }, person, false);
  }
  drop(tx, "counterparts", space, member);
}

/** These are the counterparts of a side now. */
function nameAll(
  tx: Evolving,
  { people, person: back, place = 0, ...of }: SpacesEvents["counterpart.named"],
): void {
  const { sets, people: before } = listOn(tx, of);
  const places = new Map(before);
  for (const person of people) if (!places.has(person)) bind(tx, of, person, true);
  const record = editLists(tx, of);
  record[sideOf(of)] =
    back === undefined
      ? { sets: sets + 1, people: people.map((person, i) => [person, i]) }
      : { sets, people: people.map((person) => [person, places.get(person) ?? place]) };
  if (sideOf(of) === "own") delete record.unattended;
}

/** One case for each event that changes who counterparts are. */
export const counterpartEvolvers: Evolvers = {
  "counterpart.named": nameAll,
  "counterpart.dropped": (tx, { person, because, unattended, ...of }) => {
    bind(tx, of, person, false);
    const record = editLists(tx, of);
    const side = sideOf(of);
    const { sets, people } = record[side];
    record[side] = {
      sets: because === "unnamed" ? sets + 1 : sets,
      people: people.filter(([each]) => each !== person),
    };
    if (unattended === true) record.unattended = true;
    else if (side === "own" && because === "unnamed") delete record.unattended;
  },
  "association.cancelled": (tx, { space, organization }) => end(tx, space, organization),
  "member.restored": (tx, { space, organization: member, counterparts }) => {
    if (counterparts.people.length > 0) nameAll(tx, { space, member, ...counterparts });
  },
};
