/** People as others meet them: under their real names, as their home organization has them. */
import type { Identity } from "../core/notice.ts";
import { must } from "../core/transaction.ts";
import type { Reading } from "./handler.ts";
import type { Shown } from "./model.ts";

/** Identities with their organizations' names and their fields, as they are now or last were. */
export function shown(tx: Reading, identities: readonly Identity[]): Shown[] {
  return identities.map(({ organization, person }) => ({
    organization,
    person,
    organizationName: must(tx, "organization", organization).name,
    fields: must(tx, "employment", organization, person).fields,
  }));
}
