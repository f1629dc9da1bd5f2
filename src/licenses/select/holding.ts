/** Who holds a license: the grant of an identity in the unit in which it acts. */
import { entryOf } from "../../core/hashed.ts";
import type { AppId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { organizationOf } from "../../directory/select/organizations.ts";
import { spaceOf } from "../../spaces/select/spaces.ts";
import type { Account, AccountsEntry, PoolRecord, PoolUnit, UnitOf } from "../model.ts";
import { accountsOf, HOST_UNIT } from "./keys.ts";
import { poolOf, type Reading, unitOf } from "./pool.ts";

/** In whose name somebody acts; `space` is `null` for a person who acts for the Host itself. */
export interface Acting {
  readonly space: SpaceId | null;
  readonly organization: OrganizationId;
  readonly person: PersonId;
}

/** The linked unit in which a Member's people are accounted for in a Space, if there is one. */
export function unitCovering(
  pool: Pick<PoolRecord, "units">,
  space: SpaceId,
  organization: OrganizationId,
): PoolUnit | undefined {
  return pool.units.find(
    (unit) =>
      unit.space === space && (unit.organization === null || unit.organization === organization),
  );
}

/** All that a person holds or waits for in a pool. */
export function accountsOfPerson(
  tx: Reading,
  host: OrganizationId,
  pool: Pick<PoolRecord, "accounts">,
  person: PersonId,
): readonly Account[] {
  type Entry = AccountsEntry;
  return entryOf<Entry>(tx, accountsOf(host), pool.accounts, person)?.[1] ?? [];
}

/** All that an identity has in whatever pool, with how its units are named. */
export function accountsEverywhere(
  tx: Reading,
  { organization, person }: Identity,
): { readonly unit: (number: number) => UnitOf; readonly accounts: readonly Account[] }[] {
  const { joined } = organizationOf(tx, organization);
  const hosts = new Set([organization, ...joined.map((space) => spaceOf(tx, space).host)]);
  return [...hosts].map((host) => {
    const pool = poolOf(tx, host);
    const unit = (number: number): UnitOf =>
      unitOf(host, pool.units.find((each) => each.number === number) ?? null);
    const all = accountsOfPerson(tx, host, pool, person);
    return { unit, accounts: all.filter(([, through]) => through === organization) };
  });
}

/** The account of an identity in a unit, in whatever state, among all that the person has. */
export function accountIn(
  accounts: readonly Account[],
  unit: number,
  organization: OrganizationId,
): Account | undefined {
  return accounts.find(([number, each]) => number === unit && each === organization);
}

/**
 * LIC-08: whether an identity holds a grant in the unit in which it acts. A Host contact acts in the
 * Host's own unit in every Space (LIC-07); a grant in one unit is good in no other.
 */
const holdsLicense = view(
  "LIC-08",
  (tx: Reading, host: OrganizationId, { space, organization, person }: Acting): boolean => {
    const pool = read(tx, "pool", host);
    if (pool === null) return false;
    const unit =
      space === null || organization === host
        ? HOST_UNIT
        : unitCovering(pool, space, organization)?.number;
    if (unit === undefined) return false;
    const account = accountIn(accountsOfPerson(tx, host, pool, person), unit, organization);
    return account?.[3] === "held";
  },
);

/** LIC-08: whoever uses an app that the Host built holds a license of the Host's. */
export const identityIsLicensed = guard(
  "LIC-08",
  (tx: Reading, host: OrganizationId, app: AppId, acting: Acting) =>
    holdsLicense(tx, host, acting) ? null : refuse("LICENSE_REQUIRED", { app }),
);
