/** One input worked out to the end: the handler, then what follows from it, until nothing more does. */
import { appsHandlers } from "../apps/handlers.ts";
import { appsReactions } from "../apps/reactions.ts";
import { broken } from "../core/invariant.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { byName, merged } from "../core/tables.ts";
import { noticesOfLeaving } from "../departure/notices.ts";
import { directoryHandlers } from "../directory/handlers.ts";
import { flowsHandlers } from "../flows/handlers.ts";
import { noticesOfFlows } from "../flows/notices.ts";
import { flowsReactions } from "../flows/reactions.ts";
import { groupsHandlers } from "../groups/handlers.ts";
import { groupsReactions } from "../groups/reactions.ts";
import { licensesHandlers } from "../licenses/handlers.ts";
import { noticesOfLicenses } from "../licenses/notices.ts";
import { licensesReactions, serveDeferred } from "../licenses/reactions.ts";
import { rosterHandlers } from "../roster/handlers.ts";
import { leaveTogether, serveWaiting } from "../roster/leaving.ts";
import { noticesOfWaiting } from "../roster/notices.ts";
import { sync } from "../roster/sync.ts";
import { spacesReactions } from "../spaces/ending.ts";
import { spacesHandlers } from "../spaces/handlers.ts";
import type { EngineTx, EventType, Input } from "./types.ts";

type Handler = (tx: EngineTx, input: Input, policy: Policy) => Refusal | null;
type Reaction = (
  tx: EngineTx,
  policy: Policy,
  events: readonly EventEnvelope<string, unknown>[],
) => void;

const handlers: ReadonlyMap<unknown, Handler> = /* @__PURE__ */ byName(
  /* @__PURE__ */ merged(
    directoryHandlers,
    spacesHandlers,
    rosterHandlers,
    licensesHandlers,
    groupsHandlers,
    appsHandlers,
    flowsHandlers,
  ) as unknown as Readonly<Record<string, Handler>>,
);

/** What one area makes happen in another, in order. */
const reactions: readonly Reaction[] = /* @__PURE__ */ [
  spacesReactions,
  [leaveTogether, sync],
  groupsReactions,
  appsReactions,
  flowsReactions,
  licensesReactions,
].flat();

/** The types of event that any reaction looks at. */
const hasConsequences: ReadonlySet<string> = new Set<EventType>([
  "organization.ended",
  "space.dissolved",
  "association.cancelled",
  "department.moved",
  "department.removed",
  "person.hired",
  "person.relocated",
  "person.resigned",
  "roster.entered",
  "roster.left",
  "license.purchased",
  "license.released",
]);

/** How many times events may bring about events: an ending needs three, everything else fewer. */
const GENERATIONS_MAX = 8;

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
  const refusal = (handlers.get(input.type) as Handler)(tx, input, policy);
  if (refusal !== null || tx.events.length === 0) return refusal;
  settle(tx, policy);
  noticesOfWaiting(tx);
  noticesOfLeaving(tx);
  noticesOfFlows(tx, policy);
  noticesOfLicenses(tx, policy);
  return null;
}

/** Lets each generation of events have its consequences; room that is made is filled last. */
function settle(tx: EngineTx, policy: Policy): void {
  let seen = 0;
  let served = 0;
  for (let generation = 0; ; generation += 1) {
    if (generation > GENERATIONS_MAX) broken("consequences do not come to an end");
    while (seen < tx.events.length) {
      const fresh = seen === 0 ? tx.events.slice() : tx.events.slice(seen);
      seen = tx.events.length;
      if (!fresh.some(({ type }) => hasConsequences.has(type))) continue;
      for (const react of reactions) react(tx, policy, fresh);
    }
    serveWaiting(tx, policy, served);
    serveDeferred(tx, policy);
    served = seen;
    if (seen === tx.events.length) return;
  }
}
