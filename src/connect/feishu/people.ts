/** A person as Feishu shows them. */
import type { Path } from "../../schema/problems.ts";
import { fieldsFrom, type Profile, placementsFrom } from "../people.ts";
import type { Need } from "../result.ts";
import { personOf } from "../settings.ts";
import type { Work } from "../work.ts";
import { type FeishuNeed, type FeishuSettings, ROOT, type WholeUser } from "./model.ts";

/** In which ids every call answers: those that events have, too. */
export const ID_TYPES = {
  user_id_type: "open_id",
  department_id_type: "open_department_id",
} as const;

/** The look-up of one person. */
export const userNeed = (id: string): Need<FeishuNeed> => ({
  kind: "user",
  id,
  call: "GET /open-apis/contact/v3/users/:user_id",
  parameters: { user_id: id, ...ID_TYPES },
});

/** The look-up of one department. */
export const departmentNeed = (id: string): Need<FeishuNeed> => ({
  kind: "department",
  id,
  call: "GET /open-apis/contact/v3/departments/:department_id",
  parameters: { department_id: id, ...ID_TYPES },
});

/** The account of a person. */
const accountOf = (corp: string, { open_id: id, union_id: union }: WholeUser) => ({
  corp,
  id,
  ...(union ? { union } : {}),
});

/**
 * What is shown of a person; what the app may not see is not said. Whether there is nobody above, or
 * nobody that may be seen, an empty id tells.
 */
export function profileFrom(
  work: Work,
  settings: FeishuSettings,
  corp: string,
  user: WholeUser,
  path: Path,
): Profile | null {
  const person = personOf(work, settings, accountOf(corp, user));
  if (person === null) return null;
  const { status, leader_user_id: leader } = user;
  const above = leader ? personOf(work, settings, { corp, id: leader }) : null;
  const isTold = leader !== undefined && (leader === "" || above !== null);
  const email = user.email || user.enterprise_email;
  return {
    person,
    departments: placementsFrom(work, user.department_ids, ROOT, [...path, "department_ids"]),
    fields: fieldsFrom({ name: user.name, title: user.job_title, email, phone: user.mobile }),
    ...(status === undefined
      ? {}
      : { suspended: status.is_frozen === true || status.is_exited === true }),
    ...(isTold ? { manager: above } : {}),
  };
}
