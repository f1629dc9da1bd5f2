/** What these tests take from inside. */
export { idProblem as idProblemOf } from "../../src/core/ids.ts";
export { defaultPolicy } from "../../src/core/policy.ts";
export { policies, scripts } from "../../src/testing/index.ts";
