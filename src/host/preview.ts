import { type OrganizationId, outcomeFingerprint, type SpaceId } from "../index.ts";
import type { RecordedOutcome } from "./store.ts";
import { type Happened, type PeopleMoved, sumOf, type Taken, takenBy } from "./takes.ts";

/** What an input would do to one Space, in people counted once each. */
export interface SpacePreview {
  readonly space: SpaceId;
  /** People of whom an identity would come onto the Roster, and leave it. */
  readonly entering: number;
  readonly leaving: number;
  /** People who would join the waiting list, and leave it. */
  readonly queueing: number;
  readonly unqueueing: number;
}

/** What an input would do to the Links of one Trunk, in people counted once each. */
export interface TrunkPreview {
  readonly trunk: OrganizationId;
  /** People of whom an identity would come onto one of its Links, and leave one. */
  readonly entering: number;
  readonly leaving: number;
}

/** What an input would come to, and its consequences in short. */
export interface Preview {
  readonly kind: "preview";
  readonly outcome: RecordedOutcome;
  /**
   * What the command sent for good says in `expect: { outcome }`, so that it is refused should it come to
   * something else by then (PROTO-06); `null` of a refusal. See `outcomeFingerprint` for what it is made of.
   */
  readonly fingerprint: string | null;
  /** The Spaces touched, in the order in which they are. */
  readonly spaces: readonly SpacePreview[];
  /** The Trunks on whose Links people come or go, likewise. */
  readonly trunks: readonly TrunkPreview[];
  /** What else it would take (DIR-09). */
  readonly taken: Taken;
  readonly notices: number;
}

type People = { readonly [Column in PeopleMoved]: Set<string> };

const nobody = (): People => ({
  entering: new Set(),
  leaving: new Set(),
  queueing: new Set(),
  unqueueing: new Set(),
});

/** What events say of where they happen, and to whom. */
interface Placed {
  readonly space?: SpaceId;
  readonly trunk?: OrganizationId;
  readonly person?: string;
}

/** The people moved in each of some places, in the order in which events name them. */
function count<Place>(
  events: readonly Happened[],
  placeOf: (data: Placed, moves: boolean) => Place | undefined,
): Map<Place, People> {
  const places = new Map<Place, People>();
  for (const { type, data } of events) {
    const { person } = data as Placed;
    const sum = sumOf(type) ?? "";
    const moves = person !== undefined && Object.hasOwn(nobody(), sum);
    const place = placeOf(data as Placed, moves);
    if (place === undefined) continue;
    const people = places.get(place) ?? nobody();
    places.set(place, people);
    if (moves) people[sum as PeopleMoved].add(person);
  }
  return places;
}

/** What events do to each Space that they name. */
function countedIn(events: readonly Happened[]): SpacePreview[] {
  const spaces = count(events, ({ space }) => space);
  return Array.from(spaces, ([space, people]) => ({
    space,
    entering: people.entering.size,
    leaving: people.leaving.size,
    queueing: people.queueing.size,
    unqueueing: people.unqueueing.size,
  }));
}

/** What events do to the Links of each Trunk by which people come or go. */
function countedOnLinks(events: readonly Happened[]): TrunkPreview[] {
  const trunks = count(events, ({ trunk }, moves) => (moves ? trunk : undefined));
  return Array.from(trunks, ([trunk, people]) => ({
    trunk,
    entering: people.entering.size,
    leaving: people.leaving.size,
  }));
}

/** What events come to, in short. */
export function sumsOf(events: readonly Happened[]): Pick<Preview, "spaces" | "trunks" | "taken"> {
  return {
    spaces: countedIn(events),
    trunks: countedOnLinks(events),
    taken: takenBy(events),
  };
}

const NO_EFFECTS = { events: [], notices: [] };

/** Sums an outcome up. */
export function summarize(outcome: RecordedOutcome): Preview {
  const { events, notices } = outcome.kind === "refused" ? NO_EFFECTS : outcome;
  const fingerprint = outcome.kind === "refused" ? null : outcomeFingerprint(outcome);
  return { kind: "preview", outcome, fingerprint, ...sumsOf(events), notices: notices.length };
}
