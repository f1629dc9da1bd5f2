/** Coming onto a Roster, waiting for it, and leaving it: the only way to each, for every cause. */
import { entryKeys } from "../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import { pageKey } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { emit, likely, must, read } from "../core/transaction.ts";
import { identityOf, naturalOf } from "../directory/select/naturals.ts";
import type { Container } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import type { EntryReason, ExitReason, WaitingPage } from "./model.ts";
import { queuedFor, rosterOf, waitingFor } from "./select/keys.ts";
import { hereOf, placesLeft, placesOf, takesPlace } from "./select/presence.ts";
import type { Deciding, Reading, RosterReads } from "./select/scope.ts";

type RosterKey = Key<keyof RosterReads>;

/** An identity about to come in, with its place in the order of hires. */
export interface Entrant {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly ordinal: number;
}

/**
 * Brings an identity in. Whoever comes to count brings along their other identities that wait, for
 * those take no further place (CAP-04).
 */
export function enter(
  tx: Deciding,
  policy: Policy,
  of: Container,
  entrant: Entrant,
  because: EntryReason,
): void {
  emit(tx, "roster.entered", { ...of, ...entrant, because });
  if (isTrunk(of) || policy.personCounting !== "distinct-person") return;
  bringAlong(tx, of.space, naturalOf(tx, entrant));
}

/** CAP-04: all waiting identities of a person who counts come in. */
export const bringAlong = effect(
  "CAP-04",
  (tx: Deciding, space: SpaceId, natural: PersonId): void => {
    for (const place of placesOf(tx, space, natural)) {
      const [, ticket] = place;
      const [kind, owner, own] = pageKey(waitingFor(space), ticket);
      const entry = must(tx, kind, owner, own).entries.find((each) => each[0] === ticket);
      const ordinal = (entry as WaitingPage["entries"][number])[3];
      const because = "other-identity";
      emit(tx, "roster.entered", { space, ...identityOf(natural, place), ordinal, because });
    }
  },
);

/** Somebody whom a fact brings in: how, and of whoever is back, the place in which they had left. */
export interface Arrival extends Entrant {
  readonly because: "directory" | "reinstated";
  readonly left: number | null;
}

/** What became of somebody whom a fact brought into scope. */
export type Admission = "entered" | "over-cap" | "waits";

/**
 * CAP-01, CAP-04: somebody whom a fact brings into scope comes in if that takes no place, or there is
 * one and nobody waits for it; otherwise waits, or is let in above the cap where the policy says so.
 */
export const admitByFact = (
  tx: Deciding,
  policy: Policy,
  space: SpaceId,
  { because, left, ...entrant }: Arrival,
): Admission => {
  const { through } = hereOf(tx, { space }, entrant.organization, entrant.person);
  const free = !takesPlace(through, policy);
  const isNext = left === null ? roomForNext(tx, policy, space) : roomForBack(tx, policy, space);
  if (free || isNext) {
    enter(tx, policy, { space }, entrant, because);
    return "entered";
  }
  if (policy.overCapFact === "admit-and-flag") {
    enter(tx, policy, { space }, entrant, because);
    return "over-cap";
  }
  if (left === null) emit(tx, "waiting.joined", { space, ...entrant });
  else standFirst(tx, space, entrant, left);
  return "waits";
};

/** CAP-08: whoever comes back to a place has it again if there is one, whoever waits. */
const roomForBack = view(
  "CAP-08",
  (tx: Reading, policy: Policy, space: SpaceId): boolean => placesLeft(tx, space, policy) > 0,
);

/** CAP-08: and if there is none they stand first, those before them who had left before them. */
const standFirst = effect(
  "CAP-08",
  (tx: Deciding, space: SpaceId, entrant: Entrant, first: number): void => {
    emit(tx, "waiting.joined", { space, ...entrant, because: "reinstated", first });
  },
);

/** CAP-01, CAP-04: whether there is a place and nobody in front who waits for it. */
const roomForNext = view(
  ["CAP-01", "CAP-04"],
  (tx: Reading, policy: Policy, space: SpaceId): boolean =>
    must(tx, "space", space).waiting.count === 0 && placesLeft(tx, space, policy) > 0,
);

/** Takes an identity off a Roster. */
export function leave(
  tx: Deciding,
  of: Container,
  organization: OrganizationId,
  person: PersonId,
  because: ExitReason,
): void {
  emit(tx, "roster.left", { ...of, organization, person, because });
}

/** CAP-05: places that have become free go to those who wait, first come first served. */
export const promote = effect("CAP-05", (tx: Deciding, policy: Policy, space: SpaceId): void => {
  const { waiting } = must(tx, "space", space);
  if (waiting.count === 0) return;
  const places = placesLeft(tx, space, policy);
  if (places <= 0) return;
  likely(tx, () => firstOf(tx, space, places));
  // Each turn takes one or more off the list; a guess that does not know who that is takes none.
  for (let left = waiting.count; left > 0 && placesLeft(tx, space, policy) > 0; left -= 1) {
    const page = must(tx, "space", space).waiting.pages[0];
    if (page === undefined) return;
    const first = must(tx, "waiting", space, String(page)).entries[0];
    const [, organization, person, ordinal] = first as WaitingPage["entries"][number];
    enter(tx, policy, { space }, { organization, person, ordinal }, "waiting-list");
  }
});

/** What the first who wait need to come in. Whoever is second is known only once the first is in. */
function firstOf(tx: Reading, space: SpaceId, places: number): RosterKey[] {
  const { waiting, queued, roster } = must(tx, "space", space);
  const { size } = waitingFor(space);
  const first: WaitingPage["entries"][number][] = [];
  let standing = 0;
  for (const page of waiting.pages) {
    if (standing >= places) break;
    const entries = read(tx, "waiting", space, String(page))?.entries ?? [];
    // A page that is not known yet counts as full.
    standing += entries.length === 0 ? size : entries.length;
    first.push(...entries.slice(0, Math.max(0, places - first.length)));
  }
  const people = first.map(([, organization, person]) => naturalOf(tx, { organization, person }));
  return [
    ...entryKeys(queuedFor(space), queued, people),
    ...entryKeys(rosterOf(space), roster, people, people.length),
    ...first.map(([, organization]): RosterKey => ["association", space, organization]),
  ];
}
