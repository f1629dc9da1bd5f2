/** What always holds of liaisons: who holds what, where it is kept, and that they are in the book. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import {
  checkedEntries,
  collect,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { tiesKept } from "../directory/select/bound.ts";
import type { OfficeEntry } from "../roster/model.ts";
import { officeOfText, officeOn, officeText } from "../roster/select/offices.ts";
import type { RosterReads } from "../roster/select/scope.ts";
import { isPresentAt, stakesKept } from "../roster/select/stakes-kept.ts";

type Check = Invariant<RosterReads>["check"];

/** LIAISON-01, LIAISON-04: holders are in the book, know of what they hold, and hold it of a role that there is. */
const offices: Check = (all, say) => {
  const held = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const { owner: trunk, own: node, record } of all.of("offices")) {
    const entries = checkedEntries<OfficeEntry>(
      (bucket) => all.get("office", trunk, bucket),
      officeOn(trunk as OrganizationId, node as OrganizationId),
      record.offices,
      (what) => say(`offices of ${named(trunk, node)}: ${what}`),
    );
    const isBelow = all.get("lineage", node)?.above.some(([upper]) => upper === trunk) === true;
    if (node !== trunk && !isBelow) say(`${named(node)} has offices of ${named(trunk)}, not below`);
    for (const [place, people] of entries) {
      const office = officeOfText(`${trunk} ${node} ${place}`);
      if (all.get("liaison", trunk, office.role) === null) say(`${place} is of no role`);
      for (const [organization, person] of people) {
        const who = named(organization, person);
        collect(held, who, officeText(office));
        const isOwn = organization === trunk;
        const isThere = isOwn
          ? all.get("employment", trunk, person)?.inService === true
          : isPresentAt(all, trunk, organization, person);
        if (!isThere) say(`${who} holds an office outside the book`);
        if (isOwn) continue;
        const at = named(trunk, organization, person);
        counts.set(at, (counts.get(at) ?? 0) + 1);
      }
    }
  }
  for (const { owner, own, record } of all.of("bound")) {
    const identity = { organization: owner as OrganizationId, person: own as PersonId };
    const ties = tiesKept(record, identity, "offices", (bucket) => all.get("ties", owner, bucket));
    const who = named(owner, own);
    const known = ties.map(([office]) => office);
    if (!sameMembers(known, held.get(who) ?? [])) say(`${who} holds other offices`);
    held.delete(who);
  }
  for (const who of held.keys()) say(`${who} holds an office unknown to them`);
  for (const [at, [, , , kept]] of stakesKept(all, () => undefined)) {
    if ((counts.get(at) ?? 0) !== kept) say(`${at} has other offices above`);
  }
};

/** Roles are listed where they are kept, and no bucket is left behind. */
const kept: Check = (all, say) => {
  const roles = new Map<string, string[]>();
  for (const { owner, own } of all.of("liaison")) collect(roles, owner, own);
  for (const { owner, record } of all.of("liaisons")) {
    if (!sameMembers([...record.roles], roles.get(owner) ?? [])) say(`${named(owner)} has others`);
    roles.delete(owner);
  }
  for (const owner of roles.keys()) say(`${named(owner)} does not list its roles`);
  strays(
    all.of("office"),
    "office",
    ({ owner, own }) => {
      const [bucket = "", node = ""] = own.split(/\/(.*)/s);
      const buckets = all.get("offices", owner, node)?.offices.buckets ?? 0;
      return Number.parseInt(bucket, 10) < buckets;
    },
    say,
  );
};

export const officesInvariants: readonly Invariant<RosterReads>[] = [
  { rules: ["LIAISON-01", "LIAISON-04", "UNLINK-03"], check: offices },
  { rules: [STRUCTURE], check: kept },
];
