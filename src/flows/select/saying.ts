/** Who says who stands in for a person, and is told. */
import type { PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { headsOfAll } from "../../directory/select/appointed.ts";
import { actsFor, actsInHierarchy } from "../../directory/select/authority.ts";
import type { Reading } from "./flows.ts";

/** FLOW-14: whether heads say it for the people of their departments. */
const headsSay = view("FLOW-14", ({ standInHeads }: Policy): boolean => standInHeads);

/** FLOW-14: whether people say it for themselves. */
const selfSays = view(
  "FLOW-14",
  ({ standInBy }: Policy): boolean => standInBy === "self-and-admin",
);

/** Whether somebody is head of one of the departments in which a colleague is placed. */
function isHeadOf(tx: Reading, { organization, person }: Identity, of: PersonId): boolean {
  const departments = read(tx, "employment", organization, of)?.departments ?? [];
  return headsOfAll(tx, organization, departments).includes(person);
}

/** FLOW-14: whether somebody says who stands in for a colleague, or for themselves. */
export function saysStandIns(tx: Reading, by: Identity, person: PersonId, policy: Policy): boolean {
  const { organization } = by;
  if (actsFor(tx, by, organization) || actsInHierarchy(tx, by, organization)) return true;
  if (read(tx, "employment", organization, by.person)?.inService !== true) return false;
  if (by.person === person && selfSays(policy)) return true;
  return headsSay(policy) && isHeadOf(tx, by, person);
}
