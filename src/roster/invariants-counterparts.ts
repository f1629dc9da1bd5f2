/** What always holds of counterparts. */
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import { collect, type Everything, named, sameMembers } from "../core/invariants.ts";
import { tiesKept } from "../directory/select/bound.ts";
import { counterpartTie, peopleOn } from "../spaces/select/counterparts.ts";
import type { RosterReads } from "./select/scope.ts";

type All = Everything<RosterReads>;
type Say = (what: string) => void;

/** PARTNER-03: counterparts are of a Member, on the Roster, named once by a side, and tied to it. */
export const counterpartsIn = (
  all: All,
  say: Say,
  presentIn: (space: string) => ReadonlySet<string>,
): void => {
  const ties = new Map<string, string[]>();
  for (const { owner: space, own: member, record } of all.of("counterparts")) {
    const order = all.get("association", space, member)?.order ?? 0;
    if (order === 0) say(`${named(space, member)} has counterparts, and is no Member`);
    const host = all.get("space", space)?.host ?? "";
    const present = presentIn(space);
    for (const [organization, people] of [
      [member, peopleOn(record.own)] as const,
      [host, peopleOn(record.host)] as const,
    ]) {
      if (!sameMembers(people, people)) say(`${named(space, member)} has a counterpart twice`);
      for (const person of people) {
        const who = named(organization, person);
        collect(ties, who, counterpartTie(space as SpaceId, member as OrganizationId));
        if (!present.has(who))
          say(`${who} is a counterpart, and not on the Roster of ${named(space)}`);
      }
    }
  }
  for (const { owner, own, record } of all.of("bound")) {
    const identity = { organization: owner as OrganizationId, person: own as PersonId };
    const kept = tiesKept(record, identity, "counterparts", (each) => all.get("ties", owner, each));
    const who = named(owner, own);
    const known = kept.map(([id]) => id);
    if (!sameMembers(known, ties.get(who) ?? [])) say(`${who} is a counterpart elsewhere`);
    ties.delete(who);
  }
  for (const who of ties.keys()) say(`${who} is a counterpart unknown to them`);
};
