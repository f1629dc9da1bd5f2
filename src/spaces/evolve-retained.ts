/** What is kept of a Member's settings when its Association ends, and given back (EXIT-09). */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type * as faces from "../core/transaction.ts";
import { drop, must, put, read } from "../core/transaction.ts";
import { dropSight } from "./evolve-sight.ts";
import type { AssociationRecord, RetainedRecord, SpacesEvents, SpacesRecords } from "./model.ts";
import { counterpartsFor, peopleOn } from "./select/counterparts.ts";
import type { SpacesReads } from "./select/spaces.ts";

type Own = Pick<SpacesRecords, "retained" | "shown" | "excepted">;
type Evolving = faces.Evolving<Own, SpacesReads>;

type Events = Pick<SpacesEvents, "association.formed" | "association.cancelled">;
type Evolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type]) => void;
};

/** What an Association says of settings that may be given back. */
function settingsOf({ folder, visibility, types, level, ...others }: AssociationRecord) {
  const { fields, hidden, excepted } = others;
  return {
    ...{ folder, visibility, types: [...types], level },
    ...(fields === undefined ? {} : { fields: { ...fields } }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(excepted === undefined ? {} : { excepted }),
  };
}

/** Whom the Host had named for a Member, with the employment for which each was named. */
function namedByHost(
  tx: Evolving,
  space: SpaceId,
  organization: OrganizationId,
): RetainedRecord["counterparts"] {
  const { host } = must(tx, "space", space);
  return peopleOn(counterpartsFor(tx, space, organization).host).map(
    (person) => [person, must(tx, "employment", host, person).number] as const,
  );
}

/** One case for each event by which something is kept, or is no more; they come before what ends with an Association. */
export const retainedEvolvers: Evolvers = {
  "association.cancelled": (tx, { space, organization, keptUntil }) => {
    if (keptUntil === undefined) return;
    const { reinstatements } = must(tx, "organization", organization);
    put(tx, "retained", space, organization, {
      ...settingsOf(must(tx, "association", space, organization)),
      until: keptUntil,
      ...(reinstatements === undefined ? {} : { reinstatements }),
      counterparts: namedByHost(tx, space, organization),
    });
  },
  // Given back or not: from now on the Association says what is set.
  "association.formed": (tx, { space, organization }) => {
    const kept = read(tx, "retained", space, organization);
    if (kept === null) return;
    dropSight(tx, { space, organization }, kept);
    drop(tx, "retained", space, organization);
  },
};
