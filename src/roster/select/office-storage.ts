/** For evolve cases: who holds which office, kept with the node and with the holder. */
import { clearEntries, updateEntry } from "../../core/hashed.ts";
import type { OrganizationId } from "../../core/ids.ts";
import { identityText } from "../../core/lists.ts";
import type { Identity } from "../../core/notice.ts";
import { EMPTY_HASH } from "../../core/structures.ts";
import type * as faces from "../../core/transaction.ts";
import { drop, edit, put, read } from "../../core/transaction.ts";
import { tie } from "../../directory/select/bound.ts";
import type { Office, OfficeEntry, OfficeTie, RosterRecords } from "../model.ts";
import { holdersOfOffice, officeOn, officePlace, officesSetOn, officeText } from "./offices.ts";
import type { RosterReads } from "./scope.ts";
import { type StakeRecords, stake } from "./stakes.ts";

/** The records that offices are kept in. */
export type OfficeRecords = Pick<RosterRecords, "liaisons" | "liaison" | "offices" | "office"> &
  StakeRecords;
type Evolving = faces.Evolving<OfficeRecords, RosterReads>;

/** Somebody holds an office from now on, or does no longer; who is of another organization has a stake in it. */
function bind(tx: Evolving, office: Office, identity: Identity, holds: boolean): void {
  const { trunk, role, node } = office;
  const { organization, department } = node;
  const id = officeText(office);
  tie<OfficeTie>(tx, identity, "offices", id, () =>
    holds ? [id, trunk, role, organization, department] : null,
  );
  if (identity.organization !== trunk) stake(tx, trunk, identity, "offices", holds ? 1 : -1);
}

/** Puts others into an office; one that was never set begins with it. */
export function fillOffice(
  tx: Evolving,
  office: Office,
  people: readonly Identity[],
  isSet = false,
): void {
  const { trunk, role, node } = office;
  const { organization, department } = node;
  const before = holdersOfOffice(tx, office);
  const stays = new Set(people.map(identityText));
  const known = new Set(before.map(identityText));
  for (const each of before) if (!stays.has(identityText(each))) bind(tx, office, each, false);
  for (const each of people) if (!known.has(identityText(each))) bind(tx, office, each, true);
  if (isSet) edit(tx, "liaisons", trunk).sets += 1;
  const sets = read(tx, "liaisons", trunk)?.sets ?? 0;
  const index = read(tx, "offices", trunk, organization)?.offices ?? EMPTY_HASH;
  const where = officeOn(trunk, organization);
  const offices = updateEntry<OfficeEntry, "office">(
    tx,
    where,
    index,
    officePlace(role, department),
    (entry) => {
      // Made vacant, it is set no more; left by whoever held it, it may be given back to them.
      if (isSet && people.length === 0) return null;
      return [
        officePlace(role, department),
        people.map((each) => [each.organization, each.person] as const),
        isSet ? sets : (entry?.[2] ?? 0),
      ];
    },
  );
  put(tx, "offices", trunk, organization, { offices });
}

/** Forgets the offices of an organization that is no longer below, once nobody holds any. */
export function clearVacant(
  tx: Evolving,
  trunk: OrganizationId,
  organization: OrganizationId,
): void {
  const record = read(tx, "offices", trunk, organization);
  if (record === null) return;
  if (officesSetOn(tx, trunk, organization).some(([, people]) => people.length > 0)) return;
  clearEntries(tx, officeOn(trunk, organization), record.offices);
  drop(tx, "offices", trunk, organization);
}
