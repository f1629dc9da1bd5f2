/** Putting rows into an app's data: the one way in, for forms and flows. */
import { entryKeys } from "../../core/hashed.ts";
import type { AppId, RowId } from "../../core/ids.ts";
import { pageKey } from "../../core/paged.ts";
import type { Policy } from "../../core/policy.ts";
import { effect, view } from "../../core/rule.ts";
import { emit, must, want } from "../../core/transaction.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import { growthKeys } from "../../spaces/select/places.ts";
import type { AppsTx } from "./apps.ts";
import { isReleased } from "./features.ts";
import { rowsOf, submittedTo, submittersOf } from "./places.ts";

/** A row as it is handed in. */
export interface NewRow {
  readonly row: RowId;
  readonly labels?: readonly string[] | undefined;
}

/** FEAT-04: whether a submission triggers the app's automation; the Host's own always does. */
const triggersAutomation = view(
  "FEAT-04",
  ({ space }: Acting, policy: Policy): boolean =>
    space === null || isReleased("automation.trigger", policy.release),
);

/** FEAT-05: whether a submission may emit message cards; the Host's own always may. */
const emitsCards = view(
  "FEAT-05",
  ({ space }: Acting, policy: Policy): boolean =>
    space === null || isReleased("cool-app.card", policy.release),
);

/** Asks in one round for what putting in so many rows changes. */
export function wantRows(tx: AppsTx, app: AppId, { person }: Acting, rows: number): void {
  if (!tx.ahead) return;
  const { rows: count, submitters, submitted } = must(tx, "app", app);
  const where = rowsOf(app);
  const first = Math.floor(count / where.size);
  const last = Math.floor((count + rows - 1) / where.size);
  const pages = Array.from({ length: last - first + 1 }, (_, i) =>
    pageKey(where, (first + i) * where.size),
  );
  want(tx, [
    ...pages,
    ...entryKeys(submittersOf(app), submitters, [person], 1),
    ...growthKeys(submittedTo(app), submitted, 1),
  ]);
}

/** APP-09, DATA-01: a row is in the Host's data from now on, whoever submitted it. */
export const submitRow = effect(
  "DATA-01",
  (tx: AppsTx, policy: Policy, app: AppId, acting: Acting, { row, labels = [] }: NewRow): void => {
    wantRows(tx, app, acting, 1);
    const { space, organization, person } = acting;
    emit(tx, "form.submitted", {
      app,
      row,
      space,
      organization,
      person,
      labels: [...new Set(labels)],
      automation: triggersAutomation(acting, policy),
      cards: must(tx, "app", app).cool && emitsCards(acting, policy),
    });
  },
);
