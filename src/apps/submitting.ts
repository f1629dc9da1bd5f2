/** Submitting to a Host app: rows of its data, from either side. */
import type { AppId, OrganizationId, PersonId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { memberInBook } from "../industry/select/book.ts";
import type { AppsCommands } from "./model.ts";
import {
  type CommandOf,
  type Deciding,
  hostAppKnown,
  type Reading,
  rowFree,
} from "./select/apps.ts";
import { BATCH } from "./select/features.ts";
import { pickedInScope } from "./select/pickable.ts";
import { submitRow } from "./select/rows.ts";
import {
  actingAs,
  actingRefusal,
  gatesOpen,
  identityMayUse,
  offeredRefusal,
} from "./select/use.ts";

type Rows = AppsCommands["form.submit"]["rows"];

/** PROTO-04: no row has an id of another one, of the app or of the same submission. */
const rowsFree = guard("PROTO-04", (tx: Reading, app: AppId, rows: Rows) => {
  const given = new Set<string>();
  for (const { row } of rows) {
    if (given.has(row)) return refuse("ID_TAKEN", { kind: "row", id: row });
    const taken = rowFree(tx, app, row);
    if (taken !== null) return taken;
    given.add(row);
  }
  return null;
});

/** INDUSTRY-04: whoever is to own the rows is in the industry book of the organization acted for. */
const ownerIsOfBook = guard(
  "INDUSTRY-04",
  (tx: Reading, organization: OrganizationId, owner: PersonId) =>
    memberInBook(tx, { organization, person: owner }) === null
      ? refuse("PICK_TARGET_OUTSIDE_SCOPE", { organization, person: owner, as: "industry-member" })
      : null,
);

/** What a submission asks for beyond submitting one form. */
function featuresOf({ rows, attachments }: AppsCommands["form.submit"]): string[] {
  return [
    "form.submit",
    ...(rows.length > 1 ? [BATCH] : []),
    ...(attachments === true ? ["attachment.upload"] : []),
  ];
}

/** Somebody submits a form. */
export function submitForm(tx: Deciding, { by, data }: CommandOf<"form.submit">, policy: Policy) {
  const { app, rows, picked = [], owner } = data;
  const acting = actingAs(by, data);
  const unknown = actingRefusal(tx, by, data) ?? hostAppKnown(tx, app, acting);
  if (unknown !== null) return unknown;
  const features = featuresOf(data);
  const refusal =
    gatesOpen(tx, app, acting, policy) ??
    rowsFree(tx, app, rows) ??
    offeredRefusal(tx, app, acting, policy) ??
    identityMayUse(tx, app, acting, features, policy) ??
    pickedInScope(tx, app, acting, picked, policy) ??
    (owner === undefined ? null : ownerIsOfBook(tx, acting.organization, owner));
  if (refusal !== null) return refusal;
  for (const row of rows) submitRow(tx, policy, app, acting, { ...row, owner });
  return null;
}
