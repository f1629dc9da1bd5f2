/** One input worked out to the end: the handler, then what follows from it, until nothing more does. */
import { appsHandlers } from "../apps/handlers.ts";
import { byName, merged } from "../core/lookup.ts";
import { passOverWhole } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { directoryHandlers } from "../directory/handlers.ts";
import { noticesOfSettings } from "../directory/select/settings.ts";
import { noticesOfAdmins } from "../flows/admin-notices.ts";
import { noticesOfLeaving, noticesOfReturning } from "../flows/departure-notices.ts";
import { flowsHandlers } from "../flows/handlers.ts";
import { noticesOfFlows } from "../flows/notices.ts";
import { groupsHandlers } from "../groups/handlers.ts";
import { licensesHandlers } from "../licenses/handlers.ts";
import { noticesOfLicenses } from "../licenses/notices.ts";
import { rosterHandlers } from "../roster/handlers.ts";
import { noticesOfWaiting } from "../roster/notices.ts";
import { spacesHandlers } from "../spaces/handlers.ts";
import { unlessSuspended } from "./acting.ts";
import { CASCADE } from "./cascade.ts";
import type { RefusalsOf } from "./codes.ts";
import { settle } from "./consequences.ts";
import type { EngineTx, Input, InputType } from "./types.ts";

type Handler = (tx: EngineTx, input: Input, policy: Policy) => Refusal | null;

/** The codes listed are those of the handlers' types: where they are not, run `npm run generate`. */
type Listed = {
  readonly [Type in InputType]: (...given: never[]) => Refusal<RefusalsOf<Type>> | null;
};

const handlers: ReadonlyMap<unknown, Handler> = /* @__PURE__ */ byName(
  /* @__PURE__ */ merged(
    directoryHandlers,
    spacesHandlers,
    rosterHandlers,
    licensesHandlers,
    groupsHandlers,
    appsHandlers,
    flowsHandlers,
  ) satisfies Listed as unknown as Readonly<Record<string, Handler>>,
);

/** PROTO-01: the input is of a type there is; its shape is for `interorg/schema` to check. */
const typeKnown = guard("PROTO-01", (type: unknown): Refusal | null =>
  handlers.has(type)
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["type"], problem: "unknown-type" }] }),
);

/** Works out an input: gives its refusal, or leaves everything that follows in the decision. */
export function run(tx: EngineTx, input: Input, policy: Policy): Refusal | null {
  const malformed = typeKnown(input.type);
  if (malformed !== null) return malformed;
  const handle = () => (handlers.get(input.type) as Handler)(tx, input, policy);
  const refusal = "by" in input ? unlessSuspended(tx, input.by, handle) : handle();
  if (refusal !== null) return refusal;
  passOverWhole(tx, input.data);
  if (tx.events.length === 0) return null;
  settle(tx, CASCADE, policy);
  noticesOfWaiting(tx);
  noticesOfLeaving(tx);
  noticesOfReturning(tx);
  noticesOfFlows(tx, policy);
  noticesOfLicenses(tx, policy);
  noticesOfSettings(tx);
  noticesOfAdmins(tx);
  return null;
}
