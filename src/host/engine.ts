import type {
  Answer,
  emptySlice,
  Input,
  loadSlice,
  Outcome,
  Policy,
  Query,
  Slice,
} from "../index.ts";

/** What the driver needs of the engine; tests put a toy in its place. */
export interface Engine {
  readonly emptySlice: typeof emptySlice;
  readonly loadSlice: typeof loadSlice;
  readonly decide: (slice: Slice, input: Input, policy: Policy) => Outcome;
  readonly ask: (slice: Slice, query: Query, policy: Policy) => Answer;
}
