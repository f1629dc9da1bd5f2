/** People as others meet them: under their real names, as their home organization has them. */
import type { PersonId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { must } from "../core/transaction.ts";
import { isAble } from "../directory/select/able.ts";
import { idAt, idOf } from "../directory/select/aliases.ts";
import { employmentOf, fieldsUnder } from "../directory/select/under.ts";
import { fieldsShown, type Onlooker } from "./fields.ts";
import type { Reading } from "./handler.ts";
import type { Marked, Shown } from "./model.ts";

/** The mark of an identity that is suspended (DIR-17, DIR-18); nothing of any other. */
export function markOf(tx: Reading, identity: Identity): Marked {
  return isAble(tx, identity) ? {} : { suspended: true };
}

/** The id that an identity had at a time, if that is not the one of now (DIR-14). */
export function formerly(
  tx: Reading,
  { organization, person }: Identity,
  at: number,
): { readonly formerly?: PersonId } {
  const then = idAt(tx, organization, "people", person, at);
  return then === idOf(tx, organization, "people", person) ? {} : { formerly: then };
}

/** The same as {@link shown}, each marked if suspended. */
export function shownMarked(
  tx: Reading,
  looking: Onlooker,
  identities: readonly Identity[],
): (Shown & Marked)[] {
  return shown(tx, looking, identities).map((each) => ({ ...each, ...markOf(tx, each) }));
}

/** Identities with their organizations' names and their fields, as they are now or last were. */
export function shown(tx: Reading, looking: Onlooker, identities: readonly Identity[]): Shown[] {
  return identities.map((each) => shownAs(tx, looking, each, employmentOf(tx, each)));
}

/** An identity as it was under the employment under which it did something (HAND-07). */
export function shownAs(
  tx: Reading,
  looking: Onlooker,
  identity: Identity,
  under: number | null,
): Shown {
  const { organization, person } = identity;
  return {
    organization,
    person,
    organizationName: must(tx, "organization", organization).name,
    fields: fieldsShown(tx, looking, organization, fieldsUnder(tx, identity, under)),
  };
}

/** From when on an organization may leave, if it has announced that (EXIT-07). */
export const exitOf = ({
  leaving,
}: {
  readonly leaving?: number;
}): { readonly leaving?: number } => (leaving === undefined ? {} : { leaving });
