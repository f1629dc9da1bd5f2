/** Who has left a book in a step: was present for an organization above through Links, and is no more. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { EventEnvelope } from "../../core/outcome.ts";
import { view } from "../../core/rule.ts";
import { independently, likely, read, readBefore } from "../../core/transaction.ts";
import { aboveOf } from "../../spaces/select/trunks.ts";
import type { RosterEvents } from "../model.ts";
import { isPresentFor } from "./book.ts";
import { onLinkSince } from "./presence.ts";
import type { Reading } from "./scope.ts";
import { keysOfStakes, peopleWithStakes, stakesOf } from "./stakes.ts";

/** Somebody who is present no more for an organization at which they have something. */
export interface Absent {
  readonly trunk: OrganizationId;
  readonly identity: Identity;
  readonly because: "resigned" | "left";
  readonly cause: number;
}

/** BRANCH-06: whether somebody with something at an organization is absent from its book. */
const isAbsent = view(
  "BRANCH-06",
  (tx: Reading, trunk: OrganizationId, identity: Identity): boolean =>
    !isPresentFor(tx, trunk, identity),
);

/** The event of what is above an organization, as far as areas below it look at it. */
export type Relined = EventEnvelope<"lineage.changed", { readonly organization: OrganizationId }>;

/** By which of its Links an organization was reached before this step, by who reached it. */
function throughBefore(
  tx: Reading,
  organization: OrganizationId,
): (trunk: OrganizationId) => readonly OrganizationId[] {
  const above = readBefore(tx, "lineage", organization)?.above ?? [];
  return (trunk) => above.find(([each]) => each === trunk)?.[3] ?? [];
}

/** The people of an organization who have something at one above it, as they were hired. */
function inOrderOfHires(tx: Reading, trunk: OrganizationId, organization: OrganizationId) {
  const hired = (person: PersonId): number =>
    read(tx, "employment", organization, person)?.ordinal ?? 0;
  return peopleWithStakes(tx, trunk, organization)
    .map((person) => [hired(person), person] as const)
    .sort(([one], [other]) => one - other)
    .map(([, person]) => person);
}

/** The event of somebody who leaves a Link, or of what is above an organization. */
export type Leaving = EventEnvelope<"roster.left", RosterEvents["roster.left"]> | Relined;

/**
 * BRANCH-06: those who have something at an organization in whose book they are no more, by their own
 * leaving of a Link, or with the whole of their organization.
 */
export function absentBy(tx: Reading, events: readonly Leaving[]): Absent[] {
  const found = new Map<string, Absent>();
  const add = (absent: Absent): void => {
    const { trunk, identity } = absent;
    const name = `${trunk} ${identity.organization} ${identity.person}`;
    if (found.has(name)) return;
    // Whoever is hired anew in the same step has nothing of the employment that is over (RESIGN-04).
    if (absent.because === "resigned" || isAbsent(tx, trunk, identity)) found.set(name, absent);
  };
  independently(tx, events, ({ type, seq: cause, data }) => {
    if (type === "roster.left") {
      if (!("trunk" in data)) return;
      const { organization, person } = data;
      const identity = { organization, person };
      const because = data.because === "resigned" ? "resigned" : "left";
      likely(tx, () =>
        stakesOf(tx, identity).flatMap((trunk) => keysOfStakes(trunk, organization)),
      );
      const through = throughBefore(tx, organization);
      // Who has something without being present, on no Link that leads there, has it still.
      for (const trunk of stakesOf(tx, identity)) {
        if (through(trunk).includes(data.trunk)) add({ trunk, identity, because, cause });
      }
      return;
    }
    const { organization } = data;
    const now = new Map(aboveOf(tx, organization).map((each) => [each[0], each[3]]));
    for (const [trunk, , , through] of readBefore(tx, "lineage", organization)?.above ?? []) {
      const left = now.get(trunk) ?? [];
      const lost = through.filter((each) => !left.includes(each));
      if (lost.length === 0) continue;
      const wasOn = (person: PersonId): boolean =>
        lost.some((each) => onLinkSince(tx, { trunk: each }, organization, person) !== null);
      for (const person of inOrderOfHires(tx, trunk, organization)) {
        if (left.length > 0 && !wasOn(person)) continue;
        add({ trunk, identity: { organization, person }, because: "left", cause });
      }
    }
  });
  return [...found.values()];
}
