/** Putting rows into an app's data: the one way in, for forms and flows. */
import type { AppId, OrganizationId, PersonId, RowId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { effect, view } from "../../core/rule.ts";
import { type Deciding, emit, must } from "../../core/transaction.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import { lineOf } from "../../spaces/select/trunks.ts";
import type { AppsEvents } from "../model.ts";
import type { AppsReads, Reading } from "./apps.ts";
import { isLimited, isReleased } from "./features.ts";

/** What whoever hands a row in says, an app or a flow. */
export type Submitted = Pick<AppsEvents, "form.submitted">;
type Submitting = Deciding<AppsReads, Submitted>;

/** A row as it is handed in. */
export interface NewRow {
  readonly row: RowId;
  readonly labels?: readonly string[] | undefined;
  /** Of the industry book: whose it is, if not whoever submits it (INDUSTRY-04). */
  readonly owner?: PersonId | undefined;
}

/** FEAT-04: whether a submission triggers the app's automation; the Host's own always does. */
const triggersAutomation = view(
  "FEAT-04",
  (acting: Acting, policy: Policy): boolean =>
    !isLimited(acting, policy) || isReleased("automation.trigger", policy.release),
);

/** FEAT-05: whether a submission may emit message cards; the Host's own always may. */
const emitsCards = view(
  "FEAT-05",
  (acting: Acting, policy: Policy): boolean =>
    !isLimited(acting, policy) || isReleased("cool-app.card", policy.release),
);

/** LEVEL-03: a row carries the line of its submission where the policy goes by that. */
function lineAtSubmission(
  tx: Reading,
  trunk: OrganizationId,
  organization: OrganizationId,
  policy: Policy,
): { readonly line?: readonly OrganizationId[] } {
  if (policy.levelRange === "current") return {};
  return { line: lineOf(tx, trunk, organization).map(([upper]) => upper) };
}

/** APP-09, DATA-01: a row is in the Host's data from now on, whoever submitted it. */
export const submitRow = effect(
  "DATA-01",
  (
    tx: Submitting,
    policy: Policy,
    app: AppId,
    acting: Acting,
    { row, labels = [], owner }: NewRow,
  ): void => {
    const { space, trunk, organization, person, as } = acting;
    emit(tx, "form.submitted", {
      app,
      row,
      space,
      ...(trunk === undefined
        ? {}
        : { trunk, ...lineAtSubmission(tx, trunk, organization, policy) }),
      organization,
      person,
      ...(as === undefined ? {} : { as }),
      ...(owner === undefined ? {} : { owner }),
      labels: [...new Set(labels)],
      automation: triggersAutomation(acting, policy),
      cards: must(tx, "app", app).cool && emitsCards(acting, policy),
    });
  },
);
