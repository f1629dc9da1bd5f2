/** One input worked out to the end: the handler, then what follows from it, until nothing more does. */
import { appsHandlers } from "../apps/handlers.ts";
import { byName, merged } from "../core/lookup.ts";
import { outcomeFingerprint } from "../core/outcome-fingerprint.ts";
import { passOverWhole } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { beginHolding } from "../core/transaction.ts";
import { directoryHandlers } from "../directory/handlers.ts";
import { tellHeld } from "../directory/held-removals.ts";
import type { DirectoryFacts } from "../directory/model.ts";
import { noticesOfSettings } from "../directory/select/settings.ts";
import { inward, outward, refusalOutward } from "../directory/translating.ts";
import { noticesOfAdmins } from "../flows/admin-notices.ts";
import {
  noticesOfLeaving,
  noticesOfRenaming,
  noticesOfReturning,
} from "../flows/departure-notices.ts";
import { flowsHandlers } from "../flows/handlers.ts";
import { noticesOfFlows } from "../flows/notices.ts";
import { identityOf } from "../flows/select/flows.ts";
import { noticesOfWaitingTasks } from "../flows/waiting-notices.ts";
import { groupsHandlers } from "../groups/handlers.ts";
import { noticesOfEnding } from "../hierarchy/ending.ts";
import { hierarchyHandlers } from "../hierarchy/handlers.ts";
import { noticesOfReach } from "../hierarchy/lineage.ts";
import { noticesOfOffices } from "../hierarchy/offices.ts";
import { industryHandlers } from "../industry/handlers.ts";
import { wayFits } from "../industry/select/ways.ts";
import { licensesHandlers } from "../licenses/handlers.ts";
import { noticesOfLicenses } from "../licenses/notices.ts";
import { noticesOfFilling } from "../roster/filling.ts";
import { rosterHandlers } from "../roster/handlers.ts";
import { noticesOfWaiting } from "../roster/notices.ts";
import { tooManyTaken } from "../roster/removing.ts";
import { spacesHandlers } from "../spaces/handlers.ts";
import { noticesOfCounterparts, noticesOfJoining } from "../spaces/notices.ts";
import { unlessSuspended } from "./acting.ts";
import { CASCADE } from "./cascade.ts";
import type { RefusalsOf } from "./codes.ts";
import { settle } from "./consequences.ts";
import { expectationFits, expectationGiven, isAsExpected } from "./expecting.ts";
import { engineHandlers } from "./handlers.ts";
import type { EngineTx, Input, InputType } from "./types.ts";

type Handler = (tx: EngineTx, input: Input, policy: Policy) => Refusal | null;

/** The codes listed are those of the handlers' types: where they are not, run `npm run generate`. */
type Listed = {
  readonly [Type in InputType]: (...given: never[]) => Refusal<RefusalsOf<Type>> | null;
};

const handlers: ReadonlyMap<unknown, Handler> = /* @__PURE__ */ byName(
  /* @__PURE__ */ merged(
    directoryHandlers,
    industryHandlers,
    spacesHandlers,
    rosterHandlers,
    licensesHandlers,
    groupsHandlers,
    appsHandlers,
    flowsHandlers,
    hierarchyHandlers,
    engineHandlers,
  ) satisfies Listed as unknown as Readonly<Record<string, Handler>>,
);

/** PROTO-01: the input is of a type there is; its shape is for `interorg/schema` to check. */
const typeKnown = guard("PROTO-01", (type: unknown): Refusal | null =>
  handlers.has(type)
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["type"], problem: "unknown-type" }] }),
);

/** What an input says, and what follows from it. */
function workOut(tx: EngineTx, input: Input, policy: Policy): Refusal | null {
  const handle = () => (handlers.get(input.type) as Handler)(tx, input, policy);
  const refusal = "by" in input ? unlessSuspended(tx, input.by, handle) : handle();
  if (refusal !== null) return refusal;
  passOverWhole(tx, input.data);
  if (tx.events.length > 0) settle(tx, CASCADE, policy);
  return null;
}

/** The facts that wait for an admin's word if too many people would leave by them, and those that hold some. */
const HOLDABLE: ReadonlySet<InputType> = /* @__PURE__ */ new Set<InputType>([
  "department.moved",
  "department.removed",
  "directory.changed",
]);

/**
 * DIR-09: where what is said of departments has taken out too many, all is worked out once more, with that
 * held instead: the first time was to see whom it would take.
 */
const holdBack = effect("DIR-09", (tx: EngineTx, input: Input, policy: Policy): void => {
  if (policy.removalConfirmation === "none" || !HOLDABLE.has(input.type)) return;
  const { organization } = input.data as DirectoryFacts["department.removed"];
  const people = tooManyTaken(tx, organization, policy);
  if (people === 0) return;
  beginHolding(tx);
  workOut(tx, input, policy);
  tellHeld(tx, organization, people);
});

/**
 * Works out an input: gives its refusal, or leaves everything that follows in the decision. Inside it goes
 * by the keys of whomever it names, outside by their ids.
 */
export function run(tx: EngineTx, said: Input, policy: Policy): Refusal | null {
  const malformed =
    typeKnown(said.type) ??
    ("by" in said ? wayFits(said.type, said.by, ["by"]) : null) ??
    expectationFits(said);
  if (malformed !== null) return malformed;
  const input = inward(tx, said);
  const refusal = workOut(tx, input, policy);
  const unsaid = expectationGiven(said, refusal, policy);
  if (unsaid !== null) return unsaid;
  if (refusal !== null) return refusalOutward(tx, input, refusal);
  holdBack(tx, input, policy);
  if (tx.events.length > 0) noticesOfAll(tx, input, policy);
  outward(tx, input);
  return isAsExpected(tx, said, input, policy, () =>
    outcomeFingerprint({ events: tx.told, notices: tx.notices }),
  );
}

/** Tells of what has happened. */
function noticesOfAll(tx: EngineTx, input: Input, policy: Policy): void {
  const by = "by" in input && "organization" in input.by ? identityOf(input.by) : null;
  noticesOfWaiting(tx);
  noticesOfLeaving(tx);
  noticesOfReturning(tx);
  noticesOfRenaming(tx);
  noticesOfFlows(tx, policy);
  noticesOfWaitingTasks(tx, by, policy);
  noticesOfLicenses(tx, policy);
  noticesOfJoining(tx);
  noticesOfFilling(tx, policy);
  noticesOfCounterparts(tx, policy);
  noticesOfReach(tx);
  noticesOfEnding(tx);
  noticesOfOffices(tx);
  noticesOfSettings(tx);
  noticesOfAdmins(tx);
}
