/** Which function handles which input about directories. */
import type { OfType } from "../core/input.ts";
import { merged } from "../core/lookup.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { changeAdmin } from "./admins.ts";
import { changeHeads, changeManager, changeRoles } from "./appointments.ts";
import { type Changing, changeDirectory } from "./changes.ts";
import {
  createDepartment,
  moveDepartment,
  removeDepartment,
  renameDepartment,
} from "./departments.ts";
import type { Deciding } from "./facts.ts";
import { settleReconciliation } from "./holding.ts";
import { continueList } from "./list-steps.ts";
import type { ChangeType, DirectoryCommand, DirectoryFact } from "./model.ts";
import {
  changeOrganization,
  endOrganization,
  registerOrganization,
  reinstateOrganization,
} from "./organizations.ts";
import { changeFields, confirmPerson, hirePerson, resignPerson } from "./people.ts";
import { reconcile } from "./reconciliation.ts";
import { reinstatePerson } from "./reinstating.ts";
import { changePlacement, relocatePerson } from "./relocating.ts";
import { confirmRemoval } from "./removals.ts";
import { renameDepartmentId, renamePerson } from "./renaming.ts";
import { ofSource, ofSources } from "./sources.ts";
import { setSuccessor } from "./successors.ts";
import { resumePerson, suspendOrganization, suspendPerson } from "./suspending.ts";

type Input = DirectoryFact | DirectoryCommand;

/** A function for every fact that can be one change of many. */
const changeHandlers = /* @__PURE__ */ ofSources({
  "admin.changed": changeAdmin,
  "department.created": createDepartment,
  "department.renamed": renameDepartment,
  "department.renamed-id": renameDepartmentId,
  "department.moved": moveDepartment,
  "department.removed": removeDepartment,
  "person.hired": hirePerson,
  "person.confirmed": confirmPerson,
  "person.relocated": relocatePerson,
  "person.department-entered": changePlacement,
  "person.department-left": changePlacement,
  "person.fields-changed": changeFields,
  "person.renamed": renamePerson,
  "person.resigned": resignPerson,
  "person.reinstated": reinstatePerson,
  "person.heads-changed": changeHeads,
  "person.roles-changed": changeRoles,
  "person.manager-changed": changeManager,
  "person.suspended": suspendPerson,
  "person.resumed": resumePerson,
} satisfies { readonly [Type in ChangeType]: unknown });

/** Takes one change of many as the fact that it says. */
const absorbChange = (policy: Policy) => (tx: Deciding, change: Changing) =>
  changeHandlers[change.type](tx, change as never, policy);

/** A function for every type of input: a missing one does not compile. */
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
  "directory.changed": (
    tx: Deciding,
    fact: OfType<DirectoryFact, "directory.changed">,
    policy: Policy,
  ) => changeDirectory(tx, fact, absorbChange(policy)),
  "directory.reconciled": /* @__PURE__ */ ofSource(reconcile),
  "directory.continued": continueList,
  "reconciliation.confirm": settleReconciliation,
  "reconciliation.discard": settleReconciliation,
  "department.confirm-removal": confirmRemoval,
  "successor.set": setSuccessor,
}) satisfies {
  readonly [Type in Input["type"]]: (
    tx: Deciding,
    input: Extract<Input, { readonly type: Type }>,
    policy: Policy,
  ) => Refusal | null;
};
