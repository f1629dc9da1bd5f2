/** Ids of texts that this program knows to be ids; texts from outside go through the schema. */
import {
  applicationId,
  departmentId,
  inputId,
  invitationId,
  organizationId,
  personId,
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

export const application = (text: string) => made(applicationId(text));
export const department = (text: string) => made(departmentId(text));
export const input = (text: string) => made(inputId(text));
export const invitation = (text: string) => made(invitationId(text));
export const organization = (text: string) => made(organizationId(text));
export const person = (text: string) => made(personId(text));
export const space = (text: string) => made(spaceId(text));
export const staff = (text: string) => made(staffId(text));
