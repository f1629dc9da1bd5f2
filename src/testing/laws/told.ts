/** What one learns by naming what one may not see: ids are secrets, and whoever holds one may try it. */
import { beginReading } from "../../core/transaction.ts";
import { identitiesOf } from "../../directory/select/naturals.ts";
import type { Command, Records } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import type { Query } from "../../queries/model.ts";
import type { View } from "../view/view.ts";
import { naturalsByIds } from "./keyed.ts";
import type { Step } from "./law.ts";

const aboutOrganizations: ReadonlySet<string> = new Set<Command["type"]>([
  "reconciliation.confirm",
  "reconciliation.discard",
  "space-quota.expand",
  "batch-invitation.enable",
]);

/** Whether there is such an app, whose it is, and where it is published. */
const ofApps: ReadonlySet<string> = new Set([
  "UNKNOWN_APP",
  "APP_NOT_OWNED_BY_HOST",
  "APP_NOT_PUBLISHED",
  "APP_GOVERNANCE_HOST_ONLY",
]);

/** Whether joining is open, and whether a Link would close a circle. */
const ofLinking: ReadonlySet<string> = new Set(["SSO_NOT_SUPPORTED", "HIERARCHY_CYCLE"]);

/** Whether there is such an instance, such a task, and how it stands. */
const ofInstances: ReadonlySet<string> = new Set([
  "UNKNOWN_INSTANCE",
  "UNKNOWN_TASK",
  "NOT_TASK_HOLDER",
  "NOT_INITIATOR",
  "INSTANCE_NOT_RUNNING",
  "TASK_NOT_PENDING",
]);

/** Whether somebody names an app, or an instance, that they see nothing of. */
function namesUnseen({ data }: Command | Query, seen: View, kinds: readonly string[]): boolean {
  return kinds.some((kind) => {
    const id = (data as Readonly<Record<string, unknown>>)[kind];
    if (kind !== "instance") return id !== undefined && !seen.apps.some(({ app }) => app === id);
    const about = seen.areas.map((each) => (each.about as { readonly instance?: string }).instance);
    return !about.some((each) => each === id);
  });
}

/** Whether somebody names an instance of an app that they see nothing of: they have left its Space. */
function ofUnseenApp({ data }: Command | Query, seen: View): boolean {
  const { instance } = data as { readonly instance?: unknown };
  return seen.areas.some(({ type, about, answer }) => {
    if (type !== "flow.instance" || !("value" in answer)) return false;
    const { app } = answer.value as { readonly app?: string };
    return (
      (about as { readonly instance?: unknown }).instance === instance &&
      !seen.apps.some((each) => each.app === app)
    );
  });
}

/**
 * Whoever holds an invitation learns whether it is good, whether joining is open and whether a Link would close a circle, whoever gives
 * something new an id whether it is used, whoever asks for something about an organization whether
 * there is such a one, and whoever names an app, an instance or an instance's app of which they see nothing how it stands.
 */
function byHoldingAnId(tried: Command | Query, seen: View, code: string): boolean {
  if (code === "INVITATION_NOT_VALID" || code === "ID_TAKEN") return true;
  if (code === "UNKNOWN_ORGANIZATION") return aboutOrganizations.has(tried.type);
  if (ofApps.has(code)) {
    return namesUnseen(tried, seen, ["app", "with"]) || ofUnseenApp(tried, seen);
  }
  if (ofInstances.has(code)) return namesUnseen(tried, seen, ["instance"]);
  return tried.type === "application.submit" && ofLinking.has(code);
}

/**
 * Who asks for room for several at once learns whether there is so much, and who asks for somebody
 * employed elsewhere, too, whether they count already. What one bit tells is whether there is room for
 * one more.
 */
function byAskingForMore(world: World, tried: Command | Query, code: string): boolean {
  if (code !== "PERSON_CAP_EXCEEDED") return false;
  if (tried.type !== "scope.put-in" || (tried.data.departments ?? []).length > 0) return true;
  const [person, ...others] = tried.data.people ?? [];
  if (person === undefined || others.length > 0) return true;
  const natural = naturalsByIds(world)([tried.data.organization, person]);
  const tx = beginReading<Records>(world.table, true);
  return identitiesOf(tx, natural).length !== 1;
}

/** Whether what a step changed for somebody is told by the ids, or the number, of what they name. */
export function toldByAsking(
  { before, after }: Step,
  tried: Command | Query,
  seen: View,
  codes: readonly string[],
): boolean {
  return codes.some(
    (code) =>
      byHoldingAnId(tried, seen, code) ||
      byAskingForMore(before, tried, code) ||
      byAskingForMore(after, tried, code),
  );
}
