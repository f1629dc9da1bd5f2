/** People as others meet them: under their real names, as their home organization has them. */
import type { Identity } from "../core/notice.ts";
import { must } from "../core/transaction.ts";
import { employmentOf, fieldsUnder } from "../directory/select/under.ts";
import type { Reading } from "./handler.ts";
import type { Shown } from "./model.ts";

/** Identities with their organizations' names and their fields, as they are now or last were. */
export function shown(tx: Reading, identities: readonly Identity[]): Shown[] {
  return identities.map((identity) => shownAs(tx, identity, employmentOf(tx, identity)));
}

/** An identity as it was under the employment under which it did something (HAND-07). */
export function shownAs(tx: Reading, identity: Identity, under: number | null): Shown {
  const { organization, person } = identity;
  return {
    organization,
    person,
    organizationName: must(tx, "organization", organization).name,
    fields: fieldsUnder(tx, identity, under),
  };
}
