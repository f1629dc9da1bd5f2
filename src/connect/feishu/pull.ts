/** From all pages of a directory of Feishu to one full list. */
import type { DepartmentId, PersonId } from "../../core/ids.ts";
import type { ListedDepartment } from "../../directory/model.ts";
import type { Path } from "../../schema/problems.ts";
import type { Schema } from "../../schema/shape.ts";
import { answered } from "../answers.ts";
import { headsFrom, type Profile } from "../people.ts";
import { finishPull, type Pull, startPull } from "../pull.ts";
import type { Answer, Connected, Need } from "../result.ts";
import { personOf } from "../settings.ts";
import { begin, finish, note, type Work } from "../work.ts";
import {
  codes,
  departmentsAnswer,
  type FeishuNeed,
  type FeishuSettings,
  ROOT,
  usersAnswer,
} from "./model.ts";
import { ID_TYPES, profileFrom } from "./people.ts";

/** Items of one page; more are not given. */
const SIZE = 50;

type NeedOfPage = (page: string | undefined) => Need<FeishuNeed>;

const paged = (page: string | undefined) => (page === undefined ? {} : { page_token: page });

/** All departments below the root, which is only referred to. */
const departmentsNeed: NeedOfPage = (page) => ({
  kind: "departments",
  id: ROOT,
  ...(page === undefined ? {} : { page }),
  call: "GET /open-apis/contact/v3/departments/:department_id/children",
  parameters: {
    department_id: ROOT,
    fetch_child: true,
    page_size: SIZE,
    ...ID_TYPES,
    ...paged(page),
  },
});

const usersNeed =
  (id: string): NeedOfPage =>
  (page) => ({
    kind: "users",
    id,
    ...(page === undefined ? {} : { page }),
    call: "GET /open-apis/contact/v3/users/find_by_department",
    parameters: { department_id: id, page_size: SIZE, ...ID_TYPES, ...paged(page) },
  });

interface Paged<T> {
  readonly data: {
    readonly has_more: boolean;
    readonly page_token?: string | undefined;
    readonly items?: readonly T[] | undefined;
  };
}

/** Every item of all pages, each naming the next. */
function itemsOf<T>(
  work: Work<FeishuNeed>,
  need: NeedOfPage,
  schema: Schema<Paged<T>>,
): readonly (readonly [item: T, path: Path])[] {
  const items: (readonly [T, Path])[] = [];
  const seen = new Set<string>();
  for (let page: string | undefined; ; ) {
    const answer = answered(work, codes, need(page), schema, true);
    if (answer === null) return items;
    const { has_more: more, page_token: next, items: found = [] } = answer.value.data;
    found.forEach((item, place) => {
      items.push([item, [...answer.path, "data", "items", place]]);
    });
    if (!more) return items;
    if (next === undefined || seen.has(next)) {
      const problem = next === undefined ? "missing" : "duplicate";
      note(work, [...answer.path, "data", "page_token"], problem);
      return items;
    }
    seen.add(next);
    page = next;
  }
}

/**
 * From all pages of a directory to the inputs of one full list. Call it without answers, look up what it
 * needs, call it again with all answers so far, until it gives inputs: a page that is missing is needed,
 * so that no list is made of part of a directory. The app must see the whole of it: whom it does not see
 * will be missing.
 *
 * @example
 * fromPull({ corp: "2ca1d211f64f6438", at: Date.now() });
 * // { kind: "needs", needs: [{ kind: "departments", id: "0", … }, { kind: "users", id: "0", … }] }
 */
export function fromPull(
  pull: Pull,
  answers: readonly Answer[] = [],
  settings: FeishuSettings = {},
): Connected<FeishuNeed> {
  const work = begin<FeishuNeed>(answers);
  const occasion = startPull(work, "feishu", pull, settings);
  if (occasion === null) return finish(work, () => []);
  const { corp } = pull;
  const departments = new Map<DepartmentId, ListedDepartment>();
  const headed = new Map<PersonId, DepartmentId[]>();
  for (const [item] of itemsOf(work, departmentsNeed, departmentsAnswer())) {
    const { open_department_id: department, name, parent_department_id: parent } = item;
    if (department === ROOT) continue;
    departments.set(department, { department, parent: parent === ROOT ? null : parent, name });
    for (const { leaderID: id } of item.leaders ?? []) {
      const person = id ? personOf(work, settings, { corp, id }) : null;
      if (person !== null) headed.set(person, [...(headed.get(person) ?? []), department]);
    }
  }
  const lines = [...departments.values()].map((line) => {
    const isSeen = line.parent === null || departments.has(line.parent);
    return isSeen ? line : { ...line, parent: null };
  });
  const profiles = new Map<string, Profile>();
  for (const department of [ROOT, ...departments.keys()]) {
    for (const [user, path] of itemsOf(work, usersNeed(department), usersAnswer())) {
      const profile = profileFrom(work, settings, corp, user, path);
      if (profile === null || user.status?.is_resigned === true) continue;
      const heads = headsFrom(work, headed.get(profile.person) ?? [], ROOT, ["answers"]);
      profiles.set(user.open_id, { ...profile, heads });
    }
  }
  return finishPull(work, occasion, lines, profiles, { revision: occasion.at });
}
