/** Which function handles which input about directories. */
import { merged } from "../core/lookup.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { changeHandlers } from "./change-handlers.ts";
import type { Deciding } from "./facts.ts";
import { settleReconciliation } from "./holding.ts";
import { continueList } from "./list-steps.ts";
import type { DirectoryCommand, DirectoryFact } from "./model.ts";
import {
  changeOrganization,
  endOrganization,
  registerOrganization,
  reinstateOrganization,
} from "./organizations.ts";
import { reconcile } from "./reconciliation.ts";
import { confirmRemoval } from "./removals.ts";
import { ofSource } from "./sources.ts";
import { setSuccessor } from "./successors.ts";
import { suspendOrganization } from "./suspending.ts";

type Input = DirectoryFact | DirectoryCommand;

/** A function for every type of input but for many changes, some of which are of industry books: a missing one does not compile. */
export const directoryHandlers = /* @__PURE__ */ merged(changeHandlers, {
  "organization.registered": registerOrganization,
  "organization.renamed": changeOrganization,
  "organization.certification-changed": changeOrganization,
  "organization.edition-changed": changeOrganization,
  "organization.sso-changed": changeOrganization,
  "organization.suspended": suspendOrganization,
  "organization.resumed": suspendOrganization,
  "organization.ended": endOrganization,
  "organization.reinstated": reinstateOrganization,
  "directory.reconciled": /* @__PURE__ */ ofSource(reconcile),
  "directory.continued": continueList,
  "reconciliation.confirm": settleReconciliation,
  "reconciliation.discard": settleReconciliation,
  "department.confirm-removal": confirmRemoval,
  "successor.set": setSuccessor,
}) satisfies {
  readonly [Type in Exclude<Input["type"], "directory.changed">]: (
    tx: Deciding,
    input: Extract<Input, { readonly type: Type }>,
    policy: Policy,
  ) => Refusal | null;
};
