/** Automatic departments are chosen: from now on whoever enters one is granted a license. */
import { firstThat } from "../core/guess.ts";
import { allEntries } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { allTickets, isAhead } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import { emit, independently, read } from "../core/transaction.ts";
import { tellOf } from "../directory/select/settings.ts";
import { grantPresent, withoutAccount } from "./auto-grant.ts";
import type { CommandOf } from "./linking.ts";
import type { DeferredPage, PoolUnit, SelectedEntry } from "./model.ts";
import { isCovered } from "./select/automatic.ts";
import { automaticName, deferredOf, selectedFor } from "./select/keys.ts";
import { type Deciding, poolOf, type Reading, unitOf } from "./select/pool.ts";
import {
  type Downstream,
  distributionRefusal,
  hostOf,
  isInUnit,
  listedUnit,
  organizationInUnit,
  unitIsLinked,
} from "./select/units.ts";
import { automaticNaming } from "./settings.ts";
import { peopleBelow } from "./who-to-auto-grant.ts";

type Choice = CommandOf<"license.automate">["data"];

/** LIC-09: the departments exist; of others than the unit's Members they are not looked up. */
const departmentsKnown = guard(
  "LIC-09",
  (tx: Reading, { unit, organization, departments }: Choice) => {
    if (!isInUnit(tx, unit, organization)) return null;
    const unknown = firstThat(
      departments,
      (department) => read(tx, "department", organization, department)?.removed !== false,
    );
    return unknown === undefined
      ? null
      : refuse("UNKNOWN_DEPARTMENT", { organization, department: unknown });
  },
);

/** The Host sets the automatic departments of a Member in a linked unit. */
export function automateDepartments(
  tx: Deciding,
  { by, data }: CommandOf<"license.automate">,
  policy: Policy,
) {
  const { unit, organization, departments } = data;
  const refusal = distributionRefusal(tx, by, unit);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const wrong =
    departmentsKnown(tx, data) ??
    organizationInUnit(tx, unit, organization) ??
    unitIsLinked(tx, host, unit);
  if (wrong !== null) return wrong;
  const where = { host, unit: listedUnit(tx, host, unit) as PoolUnit };
  const chosen = difference(tx, where, organization, departments);
  if (chosen.added.length + chosen.removed.length === 0) return null;
  // Worked out before anything is chosen: what it takes is known all at once.
  const newcomers = policy.autoGrantBackfill
    ? withoutAccount(tx, where, organization, peopleBelow(tx, organization, chosen.added), policy)
    : [];
  choose(tx, where, organization, chosen);
  dropDeselected(tx, where, organization);
  grantPresent(tx, policy, newcomers);
  return null;
}

interface Chosen {
  readonly added: readonly DepartmentId[];
  readonly removed: readonly DepartmentId[];
}

/** What is new in a choice, and what is not in it any more. */
function difference(
  tx: Reading,
  { host, unit }: Downstream,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): Chosen {
  const record = read(tx, "automatic", host, automaticName(unit.number, organization));
  const index = record?.departments ?? EMPTY_HASH;
  const where = selectedFor(host, unit.number, organization);
  const before = new Set(allEntries<SelectedEntry>(tx, where, index).map(([each]) => each));
  const after = new Set(departments);
  const added = [...after].filter((each) => !before.has(each));
  return { added, removed: [...before].filter((each) => !after.has(each)) };
}

/** LIC-09: from now on these departments are automatic, those below them included. */
const choose = effect(
  "LIC-09",
  (
    tx: Deciding,
    { host, unit }: Downstream,
    organization: OrganizationId,
    chosen: Chosen,
  ): void => {
    const inert = chosen.removed.filter(
      (each) => read(tx, "department", organization, each)?.removed === true,
    );
    dropInert(tx, { host, unit }, organization, inert);
    const removed = chosen.removed.filter((each) => !inert.includes(each));
    const { added } = chosen;
    if (added.length + removed.length === 0) return;
    emit(tx, "license.automated", { ...unitOf(host, unit), organization, added, removed });
  },
);

/** DIR-11: a choice that names removed departments no longer drops what it said of them. */
const dropInert = effect(
  "DIR-11",
  (
    tx: Deciding,
    { host, unit }: Downstream,
    organization: OrganizationId,
    inert: readonly DepartmentId[],
  ): void => {
    if (inert.length === 0) return;
    const departments = inert.map((department) => ({ organization, department }));
    tellOf(tx, "dropped", automaticNaming(host, unit.space, organization), departments);
  },
);

/** LIC-10: accounts that wait for a department no longer chosen, and for no other, are dropped. */
const dropDeselected = effect(
  "LIC-10",
  (tx: Deciding, { host, unit }: Downstream, organization: OrganizationId): void => {
    const { waiting } = poolOf(tx, host);
    const entries = allTickets<DeferredPage["entries"][number]>(tx, deferredOf(host), waiting);
    const people = entries
      .filter((entry) => entry[1] === unit.number && entry[2] === organization)
      // CAP-08: a license to come back to needs no department.
      .filter(([ticket]) => !isAhead(ticket))
      .map(([, , , person]) => person);
    const dropped: typeof people = [];
    independently(tx, people, (person) => {
      if (!isCovered(tx, { host, unit }, organization, person)) dropped.push(person);
    });
    for (const person of dropped) {
      const account = { ...unitOf(host, unit), organization, person };
      emit(tx, "license.undeferred", { ...account, because: "deselected" });
    }
  },
);
