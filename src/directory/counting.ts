/** Who counts as whom, as people come, go and are renamed (DIR-14, AMB-117). */
import type { Identity } from "../core/notice.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { DirectoryEvents } from "./model.ts";
import { countsAs, identitiesOf, isAlone, naturalOf } from "./select/naturals.ts";

/** From now on an identity counts with those it counted with when it left, or whose id it has. */
const recount = effect(
  "DIR-14",
  (
    tx: Deciding,
    { organization, person }: Identity,
    because: DirectoryEvents["person.recounted"]["because"],
  ): void => {
    const identity = { organization, person };
    if (countsAs(tx, identity, because) === naturalOf(tx, identity)) return;
    emit(tx, "person.recounted", { ...identity, because });
  },
);

/** Somebody has come into service. */
export const recountWhoComes = (tx: Deciding, identity: Identity): void =>
  recount(tx, identity, "came");

/** Somebody has another id: where nobody else counts with them, it says as whom they count. */
export function recountAlone(tx: Deciding, identity: Identity): void {
  const { organization, person } = identity;
  const natural = naturalOf(tx, { organization, person });
  if (isAlone(tx, natural, { organization, person })) recount(tx, identity, "alone");
}

/** Somebody has left: of whoever is left alone of that natural person the own id says the same. */
export function recountWhoStays(tx: Deciding, identity: Identity): void {
  const [one, ...more] = identitiesOf(tx, naturalOf(tx, identity));
  if (one === undefined || more.length > 0) return;
  const [organization, person] = one;
  recount(tx, { organization, person }, "alone");
}
