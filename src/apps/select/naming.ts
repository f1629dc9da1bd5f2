/** Which authorized lists and permissions name a department of a Member. */
import { entryOf } from "../../core/hashed.ts";
import type { DepartmentOf, Setting } from "../../core/notice.ts";
import { read } from "../../core/transaction.ts";
import { associationOf } from "../../spaces/select/spaces.ts";
import type { KeptAudience, ListedEntry } from "../model.ts";
import type { Reading } from "./apps.ts";
import { listedIn } from "./keys.ts";

/** What is set for an app in a Space. */
export type AppSetting = Extract<Setting, { readonly kind: "list" | "permissions" }>;

/** The audiences of a setting, with the numbers of permissions. */
function audiencesOf(
  tx: Reading,
  { kind, space, app }: AppSetting,
): (readonly [permission: number | null, KeptAudience])[] {
  if (kind === "list") {
    const publication = read(tx, "publication", space, app);
    return publication === null ? [] : [[null, publication]];
  }
  const permissions = read(tx, "permission", space, app)?.permissions ?? [];
  return [...permissions.entries()].flatMap(([i, each]) =>
    each.for === null ? [] : [[i, each.for] as const],
  );
}

/** Whether a setting names a department of a Member under the Association it has now. */
export function namesOfMember(
  tx: Reading,
  setting: AppSetting,
  { organization, department }: DepartmentOf,
): boolean {
  const { space, app } = setting;
  const order = associationOf(tx, space, organization)?.order;
  if (order === undefined) return false;
  return audiencesOf(tx, setting).some(([permission, { departments }]) => {
    const where = listedIn({ space, app, permission }, "departments");
    const entry = entryOf<ListedEntry>(tx, where, departments, department);
    return entry?.[1].some((of) => of[0] === organization && of[1] === order) === true;
  });
}
