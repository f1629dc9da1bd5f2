/** What always holds of linked units and of automatic departments. */

import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { checkedEntries, type Invariant, named, sameMembers } from "../core/invariants.ts";
import { isAhead } from "../core/paged.ts";
import { isWholeChosen } from "./invariants-below.ts";
import { type All, accounts, isInUnit, type Say, unitOf } from "./invariants-pool.ts";
import type { PoolUnit, SelectedEntry } from "./model.ts";
import { automaticName, selectedFor } from "./select/keys.ts";
import type { LicensesReads } from "./select/pool.ts";

type Check = Invariant<LicensesReads>["check"];

/** LIC-03: units are of live Spaces of the Host and of Members; none overlaps another; not too many. */
export const units: Check = (all, say, policy) => {
  for (const { owner, record } of all.of("pool")) {
    for (const unit of record.units) {
      const { number, space, organization } = unit;
      const home = all.get("space", space);
      if (home?.host !== owner || home.dissolved) {
        say(`unit ${named(owner, number)} is in no Space of the Host`);
      }
      if (organization !== null && !isInUnit(all, unit, organization)) {
        say(`unit ${named(owner, number)} is of no Member`);
      }
      if (number < 1 || number >= record.nextUnit) say(`number ${number} was never given`);
    }
    const spaces = record.units.filter(({ organization }) => organization === null);
    const overlaps = ({ space, number }: PoolUnit): boolean =>
      spaces.some((each) => each.space === space && each.number !== number);
    if (record.units.some(overlaps)) say(`units of ${named(owner)} overlap`);
    const names = record.units.map(({ space, organization }) => named(space, organization));
    const numbers = record.units.map(({ number }) => number);
    if (!sameMembers(names, names) || !sameMembers(numbers, numbers)) {
      say(`a unit of ${named(owner)} is linked twice`);
    }
    if (record.units.length > policy.licenseLinkLimit) say(`too many units of ${named(owner)}`);
  }
};

/** The automatic departments of a Member in a unit. */
function selected(all: All, host: string, number: number, organization: string, say: Say) {
  const record = all.get("automatic", host, automaticName(number, organization as OrganizationId));
  if (record === null) return [];
  const where = selectedFor(host as OrganizationId, number, organization as OrganizationId);
  return checkedEntries<SelectedEntry>(
    (own) => all.get("selected", host, own),
    where,
    record.departments,
    say,
  ).map(([department]) => department);
}

/** LIC-09: automatic departments are departments there are, of Members in the unit. */
export const selections: Check = (all, say) => {
  for (const { owner, record } of all.of("pool")) {
    for (const unit of record.units) {
      const automated = all.get("unit", owner, String(unit.number))?.automated;
      if (automated === undefined) say(`unit ${named(owner, unit.number)} has no record`);
      if (!sameMembers(automated ?? [], automated ?? [])) say("a Member is listed twice");
      for (const organization of automated ?? []) {
        const what = named(owner, unit.number, organization);
        if (!isInUnit(all, unit, organization)) say(`${what} is of no Member in the unit`);
        const departments = selected(all, owner, unit.number, organization, say);
        if (departments.length === 0) say(`${what} selects nothing`);
        for (const department of departments) {
          if (all.get("department", organization, department) === null) {
            say(`${what} selects ${named(department)}, which never was`);
          }
        }
      }
    }
  }
};

/** Whether somebody is placed in one of these departments, or below one. */
function isUnder(
  all: All,
  organization: string,
  person: string,
  departments: readonly DepartmentId[],
): boolean {
  const placed = all.get("employment", organization, person)?.departments ?? [];
  return placed.some((department) => {
    const above = all.get("department", organization, department)?.ancestors ?? [];
    return [department, ...above].some((each) => departments.includes(each));
  });
}

/** LIC-10, SEAT-03: whoever waits for a license is in an automatic department of a unit, or chosen as a whole. */
export const waitingAreCovered: Check = (all, say) => {
  for (const { owner, record } of all.of("pool")) {
    for (const { number, organization, person, ticket } of accounts(all, owner, record, "waits")) {
      // CAP-08: who came back to a license needs no department.
      if (isAhead(ticket)) continue;
      const isBelow = number === record.hierarchy?.number;
      if (isBelow && isWholeChosen(all, owner, record, organization)) continue;
      const unit = isBelow ? record.hierarchy : unitOf(record, number);
      const departments = selected(all, owner, number, organization, () => undefined);
      if (unit === undefined || !isUnder(all, organization, person, departments)) {
        say(`${named(owner, number, organization, person)} waits for no department`);
      }
    }
  }
};
