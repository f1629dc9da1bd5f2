/** A member as WeCom shows them. */
import type { PersonId } from "../../core/ids.ts";
import type { Path } from "../../schema/problems.ts";
import { fieldsFrom, headsFrom, type Profile, placementsFrom } from "../people.ts";
import type { Need } from "../result.ts";
import { personOf } from "../settings.ts";
import type { Work } from "../work.ts";
import { ROOT, type WeComNeed, type WeComSettings, type WeComUser } from "./model.ts";

/** How ids of accounts are to be taken. */
export interface Accounts {
  readonly corp: string;
  readonly openIds: boolean;
}

/** The one spelling of an account's id: WeCom does not tell its letter case apart. */
export const spelled = (id: string, { openIds }: Accounts): string =>
  openIds ? id : id.toLowerCase();

/** The person behind an account. */
export const memberOf = (
  work: Work,
  settings: WeComSettings,
  accounts: Accounts,
  id: string,
): PersonId | null => personOf(work, settings, { corp: accounts.corp, id: spelled(id, accounts) });

/** The look-up of one member. */
export const userNeed = (userid: string): Need<WeComNeed> => ({
  kind: "user",
  id: userid,
  call: "GET /cgi-bin/user/get",
  parameters: { userid },
});

/** The look-up of whom a tag marks. */
export const tagNeed = (id: string): Need<WeComNeed> => ({
  kind: "tag",
  id,
  call: "GET /cgi-bin/tag/get",
  parameters: { tagid: id },
});

/** Disabled by an admin, or has quit: both can be undone. */
const SUSPENDED: readonly number[] = [2, 5];

/** What a look-up or a page shows; what an app may not see is not said. */
export function profileFrom(
  work: Work,
  settings: WeComSettings,
  accounts: Accounts,
  user: WeComUser,
  path: Path,
): Profile | null {
  const person = memberOf(work, settings, accounts, user.userid);
  if (person === null) return null;
  const {
    department: departments,
    is_leader_in_dept: leads,
    direct_leader: leaders,
    status,
  } = user;
  const headed = leads && departments.filter((_, place) => leads[place] === 1);
  const [leader] = leaders ?? [];
  const above = leader === undefined ? null : memberOf(work, settings, accounts, leader);
  const isTold = leaders !== undefined && (leader === undefined || above !== null);
  const email = user.email || user.biz_mail;
  return {
    person,
    departments: placementsFrom(work, departments, ROOT, [...path, "department"]),
    fields: fieldsFrom({ name: user.name, title: user.position, email, phone: user.mobile }),
    ...(status === undefined ? {} : { suspended: SUSPENDED.includes(status) }),
    ...(headed === undefined
      ? {}
      : { heads: headsFrom(work, headed, ROOT, [...path, "is_leader_in_dept"]) }),
    ...(isTold ? { manager: above } : {}),
  };
}
