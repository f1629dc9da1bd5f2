/** Ids of texts that this program knows to be ids; texts from outside go through the schema. */
import {
  appId,
  applicationId,
  departmentId,
  flowId,
  groupId,
  inputId,
  instanceId,
  invitationId,
  listId,
  organizationId,
  personId,
  roleId,
  rowId,
  spaceId,
  staffId,
} from "interorg";

type Made<Id> =
  | { readonly ok: true; readonly id: Id }
  | { readonly ok: false; readonly problem: string };

function made<Id>(result: Made<Id>): Id {
  if (!result.ok) throw new Error(`not an id: ${result.problem}`);
  return result.id;
}

export const app = (text: string) => made(appId(text));
export const flow = (text: string) => made(flowId(text));
export const group = (text: string) => made(groupId(text));
export const instance = (text: string) => made(instanceId(text));
export const role = (text: string) => made(roleId(text));
export const row = (text: string) => made(rowId(text));
export const application = (text: string) => made(applicationId(text));
export const department = (text: string) => made(departmentId(text));
export const input = (text: string) => made(inputId(text));
export const invitation = (text: string) => made(invitationId(text));
export const list = (text: string) => made(listId(text));
export const organization = (text: string) => made(organizationId(text));
export const person = (text: string) => made(personId(text));
export const space = (text: string) => made(spaceId(text));
export const staff = (text: string) => made(staffId(text));
