import type { SpaceId } from "../index.ts";
import type { RecordedOutcome } from "./store.ts";

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
  readonly notices: number;
}

const columns: { readonly [type: string]: 0 | 1 | 2 | 3 } = {
  "roster.entered": 0,
  "roster.left": 1,
  "waiting.joined": 2,
  "waiting.left": 3,
};

/** As much of an event as is counted. */
interface Happened {
  readonly type: string;
  readonly data: object;
}

type People = readonly [Set<string>, Set<string>, Set<string>, Set<string>];

function count(events: readonly Happened[]): Map<SpaceId, People> {
  const spaces = new Map<SpaceId, People>();
  for (const { type, data } of events) {
    const { space, person } = data as { space?: SpaceId; person?: string };
    if (space === undefined) continue;
    let people = spaces.get(space);
    if (people === undefined) {
      people = [new Set(), new Set(), new Set(), new Set()];
      spaces.set(space, people);
    }
    const column = Object.hasOwn(columns, type) ? columns[type] : undefined;
    if (column !== undefined && person !== undefined) people[column].add(person);
  }
  return spaces;
}

/** What events do to each Space that they name, in the order in which they do. */
export function countedIn(events: readonly Happened[]): SpacePreview[] {
  return Array.from(count(events), ([space, people]) => ({
    space,
    entering: people[0].size,
    leaving: people[1].size,
    queueing: people[2].size,
    unqueueing: people[3].size,
  }));
}

/** Sums an outcome up. */
export function summarize(outcome: RecordedOutcome): Preview {
  if (outcome.kind === "refused") return { kind: "preview", outcome, spaces: [], notices: 0 };
  const spaces = countedIn(outcome.events);
  return { kind: "preview", outcome, spaces, notices: outcome.notices.length };
}
