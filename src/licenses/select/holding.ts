/** Who holds a license: the grant of an identity in the unit in which it acts. */
import { entryOf } from "../../core/hashed.ts";
import type { AppId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { AsMember } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { naturalOf } from "../../directory/select/naturals.ts";
import { organizationOf } from "../../directory/select/organizations.ts";
import { stakesOf } from "../../roster/select/stakes.ts";
import type { Container } from "../../spaces/model.ts";
import { spaceOf } from "../../spaces/select/spaces.ts";
import type { Account, AccountOf, AccountsEntry, PoolRecord, PoolUnit, UnitOf } from "../model.ts";
import { accountsOf, HOST_UNIT } from "./keys.ts";
import { poolOf, type Reading, unitOf } from "./pool.ts";

/** In whose name somebody acts, and through which door; neither for a person who acts for the Host itself. */
export interface Acting {
  readonly space: SpaceId | null;
  readonly trunk?: OrganizationId | undefined;
  readonly organization: OrganizationId;
  readonly person: PersonId;
  /** Where somebody of the organization's industry book acts, and no employee (INDUSTRY-01). */
  readonly as?: AsMember | undefined;
}

/** The Space or Trunk through which somebody acts; `null`: through none, for the Host itself. */
export const doorOf = ({ space, trunk }: Pick<Acting, "space" | "trunk">): Container | null => {
  if (trunk !== undefined) return { trunk };
  return space === null ? null : { space };
};

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

/** All that a natural person holds or waits for in a pool. */
export function accountsOfPerson(
  tx: Reading,
  host: OrganizationId,
  pool: Pick<PoolRecord, "accounts">,
  natural: PersonId,
): readonly Account[] {
  type Entry = AccountsEntry;
  return entryOf<Entry>(tx, accountsOf(host), pool.accounts, natural)?.[1] ?? [];
}

/** All that the natural person who an identity is holds or waits for in a pool. */
export const accountsWith = (
  tx: Reading,
  host: OrganizationId,
  pool: Pick<PoolRecord, "accounts">,
  identity: Identity,
): readonly Account[] => accountsOfPerson(tx, host, pool, naturalOf(tx, identity));

/** Whose an account is, of those of a natural person. */
export const holderOf = (
  natural: PersonId,
  [, organization, , , person = natural]: Account,
): Identity => ({ organization, person });

/** All that an identity has in whatever pool, with how its units are named. */
export function accountsEverywhere(
  tx: Reading,
  { organization, person }: Identity,
): {
  readonly host: OrganizationId;
  readonly unit: (number: number) => UnitOf;
  readonly accounts: readonly Account[];
}[] {
  const { joined } = organizationOf(tx, organization);
  const hosts = new Set([
    organization,
    ...joined.map((space) => spaceOf(tx, space).host),
    ...stakesOf(tx, { organization, person }),
  ]);
  return [...hosts].map((host) => {
    const pool = poolOf(tx, host);
    const { hierarchy } = pool;
    const unit = (number: number): UnitOf =>
      hierarchy?.number === number
        ? unitOf(host, hierarchy)
        : unitOf(host, pool.units.find((each) => each.number === number) ?? null);
    const natural = naturalOf(tx, { organization, person });
    const all = accountsOfPerson(tx, host, pool, natural);
    const own = all.filter(
      ([, through, , , key = natural]) => through === organization && key === person,
    );
    return { host, unit, accounts: own };
  });
}

/** The account of an identity in a unit, in whatever state, among all that the natural person has. */
export const accountAmong = (
  accounts: readonly Account[],
  natural: PersonId,
  unit: number,
  { organization, person }: Identity,
): Account | undefined =>
  accounts.find(
    ([number, each, , , key = natural]) =>
      number === unit && each === organization && key === person,
  );

/** The account of an identity in a unit, in whatever state. */
export function accountIn(
  tx: Reading,
  {
    host,
    number,
    organization,
    person,
  }: Pick<AccountOf, "host" | "number" | "organization" | "person">,
): Account | undefined {
  const natural = naturalOf(tx, { organization, person });
  const accounts = accountsOfPerson(tx, host, poolOf(tx, host), natural);
  return accountAmong(accounts, natural, number, { organization, person });
}

/** The number of the unit in which somebody acts; through a Trunk that is the Hierarchy unit (SEAT-01). */
function numberFor(
  pool: PoolRecord,
  host: OrganizationId,
  { space, trunk, organization }: Acting,
): number | undefined {
  if (trunk !== undefined) return pool.hierarchy?.number;
  if (space === null || organization === host) return HOST_UNIT;
  return unitCovering(pool, space, organization)?.number;
}

/** What an identity has in the unit in which it acts, `null`: nothing; `undefined`: there is no such unit. */
export function accountState(
  tx: Reading,
  host: OrganizationId,
  acting: Acting,
): Account[3] | null | undefined {
  const { organization, person } = acting;
  const pool = read(tx, "pool", host);
  const unit = pool === null ? undefined : numberFor(pool, host, acting);
  if (unit === undefined) return undefined;
  return accountIn(tx, { host, number: unit, organization, person })?.[3] ?? null;
}

/**
 * LIC-08: whether an identity holds a grant in the unit in which it acts. A Host contact acts in the
 * Host's own unit in every Space (LIC-07); a grant in one unit is good in no other.
 */
const holdsLicense = view(
  "LIC-08",
  (tx: Reading, host: OrganizationId, acting: Acting): boolean =>
    accountState(tx, host, acting) === "held",
);

/** LIC-08: whoever uses an app that the Host built holds a license of the Host's. */
export const identityIsLicensed = guard(
  "LIC-08",
  (tx: Reading, host: OrganizationId, app: AppId, acting: Acting) =>
    holdsLicense(tx, host, acting) ? null : refuse("LICENSE_REQUIRED", { app }),
);
