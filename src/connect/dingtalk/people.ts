/** A person as DingTalk shows them. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Path } from "../../schema/problems.ts";
import { fieldsFrom, headsFrom, type Profile, placementsFrom, rolesFrom } from "../people.ts";
import type { Need } from "../result.ts";
import { personOf } from "../settings.ts";
import type { Work } from "../work.ts";
import { type DingTalkNeed, type DingTalkSettings, type DingTalkUser, ROOT } from "./model.ts";

/** Whose directory is meant: here, and on the platform. */
export interface Whose {
  readonly organization: OrganizationId;
  readonly corp: string;
}

/** The look-up of one person. */
export const userNeed = (userid: string): Need<DingTalkNeed> => ({
  kind: "user",
  id: userid,
  call: "POST /topapi/v2/user/get",
  parameters: { userid },
});

/** An id as its calls want it: a number, where it can be one. */
export const numeric = (id: string): number | string =>
  /^[1-9]\d{0,14}$/u.test(id) ? Number(id) : id;

/** The look-up of one department. */
export const departmentNeed = (id: string): Need<DingTalkNeed> => ({
  kind: "department",
  id,
  call: "POST /topapi/v2/department/get",
  parameters: { dept_id: numeric(id) },
});

/** What a look-up shows; offices that it does not name the person does not have. */
export function profileFrom(
  work: Work,
  settings: DingTalkSettings,
  { corp }: Whose,
  user: DingTalkUser,
  path: Path,
): Profile | null {
  const { userid: id, unionid: union, manager_userid: manager = "" } = user;
  const person = personOf(work, settings, { corp, id, ...(union ? { union } : {}) });
  if (person === null) return null;
  const leading = (user.leader_in_dept ?? []).filter(({ leader }) => leader === true);
  const headed = leading.map(({ dept_id }) => dept_id);
  const above = manager === "" ? null : personOf(work, settings, { corp, id: manager });
  // Of whom nothing is known here nothing is said.
  const reporting = above === null && manager !== "" ? {} : { manager: above };
  const email = user.email || user.org_email;
  return {
    person,
    departments: placementsFrom(work, user.dept_id_list, ROOT, [...path, "dept_id_list"]),
    fields: fieldsFrom({ name: user.name, title: user.title, email, phone: user.mobile }),
    heads: headsFrom(work, headed, ROOT, [...path, "leader_in_dept"]),
    roles: rolesFrom(work, user.role_list?.map((role) => role.id) ?? [], [...path, "role_list"]),
    ...reporting,
  };
}
