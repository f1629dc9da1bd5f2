/** Apps for industry members: a switch, and the little that they may do. */
import type { AppId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import type { Reading } from "./apps.ts";
import { coversWhole } from "./below.ts";

/** INDUSTRY-03: an industry member acts through a Trunk, or in the app of their own organization; in no Space. */
export const memberActsInNoSpace = guard("INDUSTRY-03", (by: Actor) =>
  "organization" in by && by.as !== undefined
    ? refuse("ACTING_ORG_INVALID", { organization: by.organization })
    : null,
);

/** INDUSTRY-02: the app's builder lets industry members in: those of organizations below, or its own. */
export const membersAreLetIn = guard("INDUSTRY-02", (tx: Reading, app: AppId, acting: Acting) => {
  const { trunk } = acting;
  const isOpen =
    trunk === undefined
      ? must(tx, "app", app).industry
      : read(tx, "distribution", trunk, app)?.industry;
  return isOpen === true ? null : refuse("INDUSTRY_ACCESS_CLOSED", { app });
});

/** INDUSTRY-02: the app's list takes in the organization acted for as a whole: of its members it names nobody. */
export const membersAreCovered = guard("INDUSTRY-02", (tx: Reading, app: AppId, acting: Acting) => {
  const { trunk, organization } = acting;
  if (trunk === undefined) return null;
  const distribution = read(tx, "distribution", trunk, app);
  return distribution === null || coversWhole(tx, trunk, distribution, organization)
    ? null
    : refuse("APP_NOT_AUTHORIZED", { app });
});

/** What an industry member's form or start may be made of, and looking at one's own rows: no batch, no report. */
const FEATURES_OF_MEMBERS: readonly string[] = [
  "form.submit",
  "flow.start",
  "attachment.upload",
  "data.view",
];

/** INDUSTRY-03: an industry member fills in one form, or starts one flow, at a time, and sees their own rows. */
export const membersAskLittle = guard("INDUSTRY-03", (features: readonly string[]) => {
  const other = features.find((each) => !FEATURES_OF_MEMBERS.includes(each));
  return other === undefined
    ? null
    : refuse("FEATURE_NOT_SUPPORTED_DOWNSTREAM", { feature: other });
});
