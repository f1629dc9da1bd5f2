/** What a library is asked in one workload, and what a right answer is. */
import type { Identity, Policy, World } from "interorg";
import type { Space } from "../../floor-state.ts";

/** Whether it may be: the one thing that all of them can say. */
export type Verdict<Asked> = (asked: Asked) => boolean;

/** One workload over one population; `Work` is what the floor keeps, from which peers get entities. */
export interface Setting<Asked, Work> {
  readonly world: World;
  readonly policy: Policy;
  readonly work: Work;
  /** A thousand questions, other ones each time. */
  readonly questions: () => Asked[];
  /** A thousand of which some name what nobody knows. */
  readonly odd: () => Asked[];
  readonly floor: Verdict<Asked>;
}

/** Whether a Roster has an identity on it. */
export function isPresent(
  space: Space | null,
  { organization, person }: Readonly<Record<keyof Identity, string>>,
): boolean {
  return space?.roster.get(person)?.some((each) => each[0] === organization) === true;
}
