// What a service imports, from an ES module.
import { decide, defaultPolicy, emptySlice, type InputOf, type RefusalsOf } from "interorg";
import { explain } from "interorg/catalogue";
import { fromEvent } from "interorg/connect/wecom";
import { createHost, memoryStore } from "interorg/host";
import { fromPool, postgresStore } from "interorg/postgres";
import { parseInput } from "interorg/schema";
import { agreesWithRules, given } from "interorg/testing";

declare const input: InputOf<"space.create">;
const outcome = decide(emptySlice, input, defaultPolicy);
if (outcome.kind === "refused") {
  const code: RefusalsOf<"space.create"> = outcome.refusal.code;
  explain(outcome.refusal, "zh").text.concat(code);
}
// @ts-expect-error creating a Space is never refused with it
export const never: RefusalsOf<"space.create"> = "FOLDER_CYCLE";
export const host = createHost({ store: memoryStore(), policy: defaultPolicy });
export const parsed = parseInput({});
export const converted = fromEvent({}, []).kind;
export { agreesWithRules, fromPool, given, postgresStore };
