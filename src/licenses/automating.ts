/** What is automatic is chosen: from now on whoever enters it is granted a license. */
import { firstThat } from "../core/guess.ts";
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { allTickets, isAhead } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, independently, read } from "../core/transaction.ts";
import { tellOf } from "../directory/select/settings.ts";
import { reachedBy, throughTo } from "../spaces/select/trunks.ts";
import { grantPresent, inOrder, type Newcomer, withoutAccount } from "./auto-grant.ts";
import { cover, organizationsBelow, selectedOf } from "./covering.ts";
import type { CommandOf } from "./linking.ts";
import type { DeferredPage } from "./model.ts";
import { strictSeatsRefusal } from "./seats.ts";
import { isCovered } from "./select/automatic.ts";
import { automaticName, deferredOf } from "./select/keys.ts";
import { type Deciding, poolOf, type Reading, unitOf } from "./select/pool.ts";
import {
  type Downstream,
  distributionRefusal,
  hostOf,
  isHierarchy,
  isInUnit,
  listedUnit,
  organizationInUnit,
  unitIsLinked,
} from "./select/units.ts";
import { automaticNaming } from "./settings.ts";
import { peopleBelow, peopleOn } from "./who-to-auto-grant.ts";

type Choice = CommandOf<"license.automate">["data"];

/** LIC-09, SEAT-03: the departments exist; of others than those of the unit they are not looked up. */
const departmentsKnown = guard(
  ["LIC-09", "SEAT-03"],
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

/**
 * The Host sets the automatic departments of a Member in a linked unit; a Trunk those of an organization that it
 * reaches, or chooses it as a whole.
 */
export function automateDepartments(
  tx: Deciding,
  { by, data }: CommandOf<"license.automate">,
  policy: Policy,
) {
  const { unit, organization } = data;
  const refusal = distributionRefusal(tx, by, unit) ?? strictSeatsRefusal(tx, by, unit, policy);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const wrong =
    departmentsKnown(tx, data) ??
    organizationInUnit(tx, unit, organization) ??
    unitIsLinked(tx, host, unit);
  if (wrong !== null) return wrong;
  const where = { host, unit: listedUnit(tx, host, unit) as Downstream["unit"] };
  const chosen = difference(tx, where, data);
  if (chosen === null) return null;
  // Worked out before anything is chosen: what it takes is known all at once.
  const newcomers = policy.autoGrantBackfill ? present(tx, where, data, chosen, policy) : [];
  choose(tx, where, organization, chosen);
  if (chosen.below !== null) cover(tx, new Set(organizationsBelow(tx, organization)), () => null);
  dropDeselected(tx, where, organization);
  grantPresent(tx, policy, newcomers);
  return null;
}

interface Chosen {
  readonly added: readonly DepartmentId[];
  readonly removed: readonly DepartmentId[];
  readonly whole: boolean;
  readonly alone: boolean;
  /** Whether what is below is taken in from now on; `null`: that is as before. */
  readonly below: boolean | null;
  /** Whether the organization is taken in as a whole that was not. */
  readonly wholly: boolean;
}

/** What is new in a choice, and what is not in it any more; `null`: it says what there is. */
function difference(
  tx: Reading,
  { host, unit }: Downstream,
  { organization, departments, whole = false, alone = false }: Choice,
): Chosen | null {
  const record = read(tx, "automatic", host, automaticName(unit.number, organization));
  const before = new Set(selectedOf(tx, host, unit.number, organization));
  const after = new Set(departments);
  const added = [...after].filter((each) => !before.has(each));
  const removed = [...before].filter((each) => !after.has(each));
  const had = { whole: record?.whole === true, alone: record?.alone === true };
  const has = { whole, alone: whole && alone };
  const isSame = had.whole === has.whole && had.alone === has.alone;
  if (added.length + removed.length === 0 && isSame) return null;
  const below = has.whole && !has.alone;
  const isBelowSame = below === (had.whole && !had.alone);
  return {
    ...{ added, removed, ...has },
    below: isBelowSame ? null : below,
    wholly: has.whole && !had.whole,
  };
}

/** Who is there already of what is added to a choice, without an account. */
function present(
  tx: Deciding,
  where: Downstream,
  { organization }: Choice,
  { added, below, wholly }: Chosen,
  policy: Policy,
): Newcomer[] {
  if (!isHierarchy(where.unit)) {
    return withoutAccount(tx, where, organization, peopleBelow(tx, organization, added), policy);
  }
  const { host } = where;
  const all = below === true ? reachedThrough(tx, host, organization) : [organization];
  const found: Newcomer[] = [];
  independently(tx, all, (each) => {
    const isWhole = each !== organization || wholly;
    const people = isWhole
      ? peopleOn(tx, each, throughTo(tx, each, host))
      : peopleBelow(tx, organization, added);
    const newcomers = withoutAccount(tx, where, each, people, policy);
    // Who was selected before comes in by no choice.
    found.push(...newcomers.filter(({ person }) => !isCovered(tx, where, each, person)));
  });
  return inOrder(found);
}

/** An organization, and all below it whom a Trunk reaches through it. */
function reachedThrough(
  tx: Reading,
  trunk: OrganizationId,
  organization: OrganizationId,
): OrganizationId[] {
  const found = [organization];
  independently(tx, organizationsBelow(tx, organization), (each) => {
    if (reachedBy(tx, trunk, each).has(organization)) found.push(each);
  });
  return found;
}

/** LIC-09, SEAT-03: from now on these departments are automatic, those below them included; or whole organizations. */
const choose = effect(
  ["LIC-09", "SEAT-03"],
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
    const { added, whole, alone } = chosen;
    const data = { ...unitOf(host, unit), organization, added, removed };
    if (isHierarchy(unit)) {
      const record = read(tx, "automatic", host, automaticName(unit.number, organization));
      const isSame = (record?.whole === true) === whole && (record?.alone === true) === alone;
      if (added.length + removed.length > 0 || !isSame)
        emit(tx, "license.automated", { ...data, whole, alone });
    } else if (added.length + removed.length > 0) emit(tx, "license.automated", data);
  },
);

/** DIR-11: a choice that names removed departments no longer drops what it said of them. */
const dropInert = effect(
  "DIR-11",
  (
    tx: Deciding,
    where: Downstream,
    organization: OrganizationId,
    inert: readonly DepartmentId[],
  ): void => {
    if (inert.length === 0) return;
    const departments = inert.map((department) => ({ organization, department }));
    tellOf(tx, "dropped", automaticNaming(where, organization), departments);
  },
);

/** LIC-10: accounts that wait for what is chosen no longer, and for nothing else, are dropped. */
const dropDeselected = effect(
  "LIC-10",
  (tx: Deciding, where: Downstream, organization: OrganizationId): void => {
    const { host, unit } = where;
    const { waiting } = poolOf(tx, host);
    const entries = allTickets<DeferredPage["entries"][number]>(tx, deferredOf(host), waiting);
    const people = entries
      .filter((entry) => entry[1] === unit.number)
      // What a Trunk has chosen may take in others, below it.
      .filter((entry) => isHierarchy(unit) || entry[2] === organization)
      // CAP-08: a license to come back to needs no department.
      .filter(([ticket]) => !isAhead(ticket))
      .map(([, , home, person]): Identity => ({ organization: home, person }));
    const dropped: Identity[] = [];
    independently(tx, people, (each) => {
      if (!isCovered(tx, where, each.organization, each.person)) dropped.push(each);
    });
    for (const each of dropped) {
      const account = { ...unitOf(host, unit), ...each };
      emit(tx, "license.undeferred", { ...account, because: "deselected" });
    }
  },
);
