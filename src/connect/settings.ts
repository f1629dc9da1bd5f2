/** What the caller decides, applied and checked: ids of organizations and people. */
import {
  type IdResult,
  type OrganizationId,
  organizationId,
  type PersonId,
  personId,
} from "../core/ids.ts";
import type { Account, Settings } from "./result.ts";
import { note, type Work } from "./work.ts";

/** The organization that a platform's id stands for; what is no id here is noted. */
export function organizationOf(
  work: Work,
  { organization }: Settings,
  corp: string,
): OrganizationId | null {
  const made = organizationId(organization ?? corp);
  if (made.ok) return made.id;
  note(work, organization === undefined ? [] : ["settings", "organization"], made.problem);
  return null;
}

const asItIs = ({ corp, id }: Account): string => `${corp}/${id}`;

/** The person behind an account; who is mapped to nobody is left, what is no id here is noted. */
export function personOf(work: Work, settings: Settings, account: Account): PersonId | null {
  const { person = asItIs } = settings;
  const named = person(account);
  if (named === null) {
    work.left.push({ kind: "person", id: account.id, reason: "not-mapped" });
    return null;
  }
  const made: IdResult<"person"> = personId(named);
  if (made.ok) return made.id;
  note(work, ["settings", "person", account.id], made.problem);
  return null;
}
