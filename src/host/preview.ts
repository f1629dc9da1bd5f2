import type { SpaceId } from "../index.ts";
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

/** What an input would come to, and its consequences in short. */
export interface Preview {
  readonly kind: "preview";
  readonly outcome: RecordedOutcome;
  /** The Spaces touched, in the order in which they are. */
  readonly spaces: readonly SpacePreview[];
  /** What else it would take (DIR-09). */
  readonly taken: Taken;
  readonly notices: number;
}

type People = { readonly [Column in PeopleMoved]: Set<string> };

function count(events: readonly Happened[]): Map<SpaceId, People> {
  const spaces = new Map<SpaceId, People>();
  for (const { type, data } of events) {
    const { space, person } = data as { space?: SpaceId; person?: string };
    if (space === undefined) continue;
    let people = spaces.get(space);
    if (people === undefined) {
      people = {
        entering: new Set(),
        leaving: new Set(),
        queueing: new Set(),
        unqueueing: new Set(),
      };
      spaces.set(space, people);
    }
    const sum = sumOf(type) ?? "";
    if (Object.hasOwn(people, sum) && person !== undefined) {
      people[sum as PeopleMoved].add(person);
    }
  }
  return spaces;
}

/** What events do to each Space that they name, in the order in which they do. */
function countedIn(events: readonly Happened[]): SpacePreview[] {
  return Array.from(count(events), ([space, people]) => ({
    space,
    entering: people.entering.size,
    leaving: people.leaving.size,
    queueing: people.queueing.size,
    unqueueing: people.unqueueing.size,
  }));
}

/** What events come to, in short. */
export function sumsOf(events: readonly Happened[]): Pick<Preview, "spaces" | "taken"> {
  return { spaces: countedIn(events), taken: takenBy(events) };
}

const NO_EFFECTS = { events: [], notices: [] };

/** Sums an outcome up. */
export function summarize(outcome: RecordedOutcome): Preview {
  const { events, notices } = outcome.kind === "refused" ? NO_EFFECTS : outcome;
  return { kind: "preview", outcome, ...sumsOf(events), notices: notices.length };
}
