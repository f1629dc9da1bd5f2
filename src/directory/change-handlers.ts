/** Which function handles which fact that can be one change of many. */
import { changeAdmin } from "./admins.ts";
import { changeHeads, changeManager, changeRoles } from "./appointments.ts";
import {
  createDepartment,
  moveDepartment,
  removeDepartment,
  renameDepartment,
} from "./departments.ts";
import type { ChangeType } from "./model.ts";
import { changeFields, confirmPerson, hirePerson, resignPerson } from "./people.ts";
import { reinstatePerson } from "./reinstating.ts";
import { changePlacement, relocatePerson } from "./relocating.ts";
import { renameDepartmentId, renamePerson } from "./renaming.ts";
import { ofSources } from "./sources.ts";
import { resumePerson, suspendPerson } from "./suspending.ts";

/** A function for every fact that can be one change of many. */
export const changeHandlers = /* @__PURE__ */ ofSources({
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
