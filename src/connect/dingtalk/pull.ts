/** From all pages of a directory of DingTalk to one full list. */
import type { ListedDepartment } from "../../directory/model.ts";
import type { Path } from "../../schema/problems.ts";
import { answered } from "../answers.ts";
import type { Profile } from "../people.ts";
import { finishPull, type Pull, startPull } from "../pull.ts";
import type { Answer, Connected, Need } from "../result.ts";
import { begin, finish, note, type Work } from "../work.ts";
import {
  codes,
  type DingTalkNeed,
  type DingTalkSettings,
  type DingTalkUser,
  departmentsAnswer,
  ROOT,
  userAnswer,
  usersAnswer,
} from "./model.ts";
import { numeric, profileFrom, userNeed } from "./people.ts";

/** People on one page; more are not given. */
const SIZE = 100;

const childrenNeed = (id: string): Need<DingTalkNeed> => ({
  kind: "departments",
  id,
  call: "POST /topapi/v2/department/listsub",
  parameters: { dept_id: numeric(id) },
});

const usersNeed = (id: string, cursor: number): Need<DingTalkNeed> => ({
  kind: "users",
  id,
  page: String(cursor),
  call: "POST /topapi/v2/user/list",
  parameters: { dept_id: numeric(id), cursor, size: SIZE },
});

/** The whole tree below the root, which is only referred to; each level names the next. */
function departmentsOf(work: Work<DingTalkNeed>): ListedDepartment[] {
  const found = new Map<string, ListedDepartment>();
  const queue: string[] = [ROOT];
  for (const above of queue) {
    const answer = answered(work, codes, childrenNeed(above), departmentsAnswer(), true);
    for (const { dept_id: department, name } of answer?.value.result ?? []) {
      if (found.has(department) || department === ROOT) continue;
      found.set(department, { department, parent: parentOf(found, above), name });
      queue.push(department);
    }
  }
  return [...found.values()];
}

const parentOf = (
  found: ReadonlyMap<string, ListedDepartment>,
  above: string,
): ListedDepartment["parent"] => found.get(above)?.department ?? null;

/** A person, and where they were shown. */
interface Shown {
  readonly user: DingTalkUser;
  readonly path: Path;
}

/** All pages of one department, each naming the next. */
function usersOf(work: Work<DingTalkNeed>, department: string): Shown[] {
  const users: Shown[] = [];
  for (let cursor = 0; ; ) {
    const need = usersNeed(department, cursor);
    const answer = answered(work, codes, need, usersAnswer(), true);
    if (answer === null) return users;
    answer.value.result.list.forEach((user, place) => {
      users.push({ user, path: [...answer.path, "result", "list", place] });
    });
    const { has_more: more, next_cursor: next } = answer.value.result;
    if (!more) return users;
    if (next === undefined || next <= cursor) {
      note(work, [...answer.path, "result", "next_cursor"], "out-of-range");
      return users;
    }
    cursor = next;
  }
}

/** Accounts as their last page shows them; who leads a department, each page says of its own. */
function accountsOf(work: Work<DingTalkNeed>, departments: readonly string[]): Map<string, Shown> {
  const accounts = new Map<string, Shown>();
  for (const department of departments) {
    for (const { user, path } of usersOf(work, department)) {
      const led = accounts.get(user.userid)?.user.leader_in_dept ?? [];
      const here = user.dept_id_list.find((id) => id === department);
      const leading =
        user.leader === true && here !== undefined
          ? [...led, { dept_id: here, leader: true }]
          : led;
      const leader_in_dept = user.leader_in_dept ?? leading;
      accounts.set(user.userid, { user: { ...user, leader_in_dept }, path });
    }
  }
  return accounts;
}

/** One person looked up; who is gone since, or not seen alone, is as their page shows them. */
function detailsOf(work: Work<DingTalkNeed>, id: string): Shown | null {
  const answer = answered(work, codes, userNeed(id), userAnswer());
  return answer && { user: answer.value.result, path: [...answer.path, "result"] };
}

/** Without what pages do not show: they say nothing of roles and managers. */
function withoutDetails({ roles: _, manager: __, ...profile }: Profile): Profile {
  return profile;
}

/**
 * From all pages of a directory to the inputs of one full list. Call it without answers, look up what it
 * needs, call it again with all answers so far, until it gives inputs: a page that is missing is needed,
 * so that no list is made of part of a directory. The app must see the whole of it: whom it does not see
 * will be missing.
 *
 * @example
 * fromPull({ corp: "ding1", at: Date.now() }).needs;
 * // [{ kind: "departments", id: "1", … }, { kind: "users", id: "1", page: "0", … }]
 */
export function fromPull(
  pull: Pull,
  answers: readonly Answer[] = [],
  settings: DingTalkSettings = {},
): Connected<DingTalkNeed> {
  const work = begin<DingTalkNeed>(answers);
  const occasion = startPull(work, "dingtalk", pull, settings);
  if (occasion === null) return finish(work, () => []);
  const whose = { organization: occasion.organization, corp: pull.corp };
  const departments = departmentsOf(work);
  const names = departments.map(({ department }) => department);
  const profiles = new Map<string, Profile>();
  for (const [id, onPage] of accountsOf(work, [ROOT, ...names])) {
    const details = settings.details ? detailsOf(work, id) : null;
    const { user, path } = details ?? onPage;
    const profile = profileFrom(work, settings, whose, user, path);
    if (profile !== null) profiles.set(id, details === null ? withoutDetails(profile) : profile);
  }
  return finishPull(work, occasion, departments, profiles, { revision: occasion.at });
}
