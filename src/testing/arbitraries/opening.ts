/** How a furnished script begins: with what flows, licenses and groups need before they can happen. */
import type { InputType } from "../../engine/types.ts";

const times = (count: number, ...types: readonly InputType[]): InputType[] =>
  Array.from({ length: count }, () => types).flat();

/** The types of the first inputs, in order. */
export const OPENING: readonly InputType[] = [
  ...times(3, "organization.registered"),
  ...times(5, "department.created"),
  ...times(10, "person.hired"),
  ...times(3, "admin.changed"),
  "person.heads-changed",
  "person.roles-changed",
  ...times(3, "person.manager-changed"),
  "space.create",
  "invitation.issue",
  ...times(2, "application.submit", "application.approve"),
  "scope.put-in",
  ...times(2, "app.create", "app.publish"),
  "license.purchased",
  ...times(2, "license.link"),
  "license.automate",
  ...times(3, "license.grant"),
  ...times(2, "flow.define"),
  "group.start",
  ...times(2, "flow.start"),
];

/** How often an input of the opening is thought of until one has an effect. */
export const OPENING_TRIES = 6;
