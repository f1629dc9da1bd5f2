/** Which function handles which input about licenses. */

import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { automateDepartments } from "./automating.ts";
import { grantLicenses, purchaseLicenses, revokeLicenses } from "./granting.ts";
import { limitUnit, reserveLicenses } from "./limiting.ts";
import { linkUnit, unlinkUnit } from "./linking.ts";
import type { LicensesCommand, LicensesFact } from "./model.ts";
import type { Deciding } from "./select/pool.ts";

type Handled = LicensesCommand | LicensesFact;

/** A function for every type of input: a missing one does not compile. */
export const licensesHandlers = {
  "license.purchased": purchaseLicenses,
  "license.link": linkUnit,
  "license.unlink": unlinkUnit,
  "license.grant": grantLicenses,
  "license.revoke": revokeLicenses,
  "license.limit": limitUnit,
  "license.reserve": reserveLicenses,
  "license.automate": automateDepartments,
} satisfies {
  readonly [Type in Handled["type"]]: (
    tx: Deciding,
    input: Extract<Handled, { readonly type: Type }>,
    policy: Policy,
  ) => Refusal | null;
};
