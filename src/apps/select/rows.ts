/** Putting rows into an app's data: the one way in, for forms and flows. */
import type { AppId, RowId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { effect, view } from "../../core/rule.ts";
import { type Deciding, emit, must } from "../../core/transaction.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import type { AppsEvents } from "../model.ts";
import type { AppsReads } from "./apps.ts";
import { isReleased } from "./features.ts";

/** What whoever hands a row in says, an app or a flow. */
export type Submitted = Pick<AppsEvents, "form.submitted">;
type Submitting = Deciding<AppsReads, Submitted>;

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

/** APP-09, DATA-01: a row is in the Host's data from now on, whoever submitted it. */
export const submitRow = effect(
  "DATA-01",
  (
    tx: Submitting,
    policy: Policy,
    app: AppId,
    acting: Acting,
    { row, labels = [] }: NewRow,
  ): void => {
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
