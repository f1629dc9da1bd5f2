/** From all pages of a directory of WeCom to one full list. */
import type { DepartmentId } from "../../core/ids.ts";
import type { ListedDepartment } from "../../directory/model.ts";
import { answered } from "../answers.ts";
import { type Profile, rolesFrom } from "../people.ts";
import { finishPull, type Pull, startPull } from "../pull.ts";
import type { Answer, Connected } from "../result.ts";
import { begin, finish, type Work } from "../work.ts";
import { rolesByAccount } from "./event.ts";
import {
  codes,
  departmentsAnswer,
  ROOT,
  usersAnswer,
  type WeComNeed,
  type WeComSettings,
} from "./model.ts";
import { profileFrom, spelled } from "./people.ts";

/** All departments that the app sees; those whose parent it does not see hang below the root. */
function departmentsOf(work: Work<WeComNeed>): ListedDepartment[] {
  const need = {
    kind: "departments",
    id: ROOT,
    call: "GET /cgi-bin/department/list",
    parameters: {},
  } as const;
  const answer = answered(work, codes, need, departmentsAnswer(), true);
  const found = new Map(answer?.value.department.map((each) => [each.id, each]));
  found.delete(ROOT as DepartmentId);
  return [...found.values()].map(({ id, name, parentid }) => {
    const parent = parentid !== undefined && found.has(parentid) ? parentid : null;
    return { department: id, parent, name };
  });
}

/**
 * From all pages of a directory to the inputs of one full list. Call it without answers, look up what it
 * needs, call it again with all answers so far, until it gives inputs: a page that is missing is needed,
 * so that no list is made of part of a directory. The app must see the whole of it: whom it does not see
 * will be missing.
 *
 * @example
 * fromPull({ corp: "ww1", at: Date.now() });
 * // { kind: "needs", needs: [{ kind: "departments", call: "GET /cgi-bin/department/list", … }] }
 */
export function fromPull(
  pull: Pull,
  answers: readonly Answer[] = [],
  settings: WeComSettings = {},
): Connected<WeComNeed> {
  const work = begin<WeComNeed>(answers);
  const occasion = startPull(work, "wecom", pull, settings);
  if (occasion === null) return finish(work, () => []);
  const accounts = { corp: pull.corp, openIds: settings.openIds === true };
  const departments = departmentsOf(work);
  const roles = settings.roles && rolesByAccount(work, settings.roles, accounts);
  const profiles = new Map<string, Profile>();
  for (const id of [ROOT, ...departments.map(({ department }) => department)]) {
    const call = "GET /cgi-bin/user/list";
    const need = { kind: "users", id, call, parameters: { department_id: id } } as const;
    const answer = answered(work, codes, need, usersAnswer(), true);
    answer?.value.userlist.forEach((user, place) => {
      const path = [...answer.path, "userlist", place];
      const profile = profileFrom(work, settings, accounts, user, path);
      const account = spelled(user.userid, accounts);
      if (profile === null) return;
      const marked = roles && rolesFrom(work, roles.get(account) ?? [], ["settings", "roles"]);
      profiles.set(account, marked === undefined ? profile : { ...profile, roles: marked });
    });
  }
  return finishPull(work, occasion, departments, profiles);
}
