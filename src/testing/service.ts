/** Puts a service of somebody else's, written without this library, beside the rules. */

import type { Policy } from "../core/policy.ts";
import type { Input } from "../engine/types.ts";
import { expectSame, expectTrue } from "./compare.ts";
import { factsOf } from "./facts.ts";
import type { Law } from "./laws/law.ts";
import type { ReferenceFacts } from "./reference/facts-model.ts";

/** A service that is running, for one script. */
export interface RunningService {
  /** Does what an input asks for. `false` says that it refuses, a text with which code. */
  readonly submit: (input: Input) => boolean | string;
  /** What can be seen of it, as plain data. */
  readonly view: () => unknown;
}

/** How a service is driven and looked at. */
export interface ServiceUnderTest {
  /** Starts an empty one, with the numbers of a policy. */
  readonly start: (policy: Policy) => RunningService;
  /** What can be seen of a service where the rules were followed: the same shape as its `view`. */
  readonly expected: (facts: ReferenceFacts) => unknown;
}

/**
 * The law that a service does as the rules say: after every input of a script it has accepted what they
 * accept, refused what they refuse (with the same code, if it gives one), and shows what they show.
 */
export function agreesWithRules({ start, expected }: ServiceUnderTest): Law {
  return {
    name: "the service agrees with the rules",
    begin: (policy) => {
      const service = start(policy);
      return ({ input, after, outcome }) => {
        const answer = service.submit(input);
        const code = outcome.kind === "refused" ? outcome.refusal.code : null;
        if (answer === true)
          expectTrue(code === null, `accepted; the rules refuse it with ${code}`);
        else expectTrue(code !== null, "refused; the rules accept it");
        if (typeof answer === "string") expectSame(answer, code, "refusal codes");
        expectSame(service.view(), expected(factsOf(after, policy)), "views");
      };
    },
  };
}
