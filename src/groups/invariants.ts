/** What always holds of groups. */
import type { GroupId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import {
  checkedEntries,
  collect,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { tiesKept } from "../directory/select/bound.ts";
import { isOnRoster } from "../roster/select/presence.ts";
import { isPresentAt } from "../roster/select/stakes-kept.ts";
import { isTrunk } from "../spaces/select/container.ts";
import type { GroupRecord, ParticipantsEntry } from "./model.ts";
import {
  type GroupsReads,
  inOrderOfEntry,
  type Participant,
  participantsIn,
} from "./select/participants.ts";

type All = Everything<GroupsReads>;
type Check = Invariant<GroupsReads>["check"];
type Entry = ParticipantsEntry;

function participantsOf(
  all: All,
  group: string,
  record: GroupRecord,
  say: (what: string) => void = () => undefined,
): Participant[] {
  return inOrderOfEntry(
    checkedEntries<Entry>(
      (own) => all.get("participants", group, own),
      participantsIn(group as GroupId),
      record.participants,
      (what) => say(`participants of ${named(group)}: ${what}`),
    ),
  );
}

/** Whether an identity is on a Space's Roster. */
function isPresent(all: All, space: string, organization: OrganizationId, person: PersonId) {
  return isOnRoster(all, space as SpaceId, { organization, person });
}

/** Whether an identity is in a Trunk's book. */
const isInBookOf = (all: All, trunk: string, organization: OrganizationId, person: PersonId) =>
  organization === trunk
    ? all.get("employment", trunk, person)?.inService === true
    : isPresentAt(all, trunk, organization, person);

/** Every participant is on the Roster of the group's Space, or in its Trunk's book. */
const present: Check = (all, say) => {
  for (const { owner, record } of all.of("group")) {
    for (const { organization, person } of participantsOf(all, owner, record)) {
      const isIn = isTrunk(record)
        ? isInBookOf(all, record.trunk, organization, person)
        : isPresent(all, record.space, organization, person);
      if (!isIn) {
        say(`${named(organization, person)} takes part in ${named(owner)}, outside its Space`);
      }
    }
  }
};

/** Participants are counted, each with a place of their own; a group is of a Space there is. */
const counted: Check = (all, say) => {
  for (const { owner, record } of all.of("group")) {
    const participants = participantsOf(all, owner, record, say);
    const places = participants.map(({ entry }) => entry);
    const identities = participants.map(({ organization, person }) => named(organization, person));
    if (participants.length !== record.identities)
      say(`participants of ${named(owner)} miscounted`);
    if (!sameMembers(identities, identities)) say(`somebody is in ${named(owner)} twice`);
    if (!sameMembers(places, places) || places.some((place) => place >= record.entries)) {
      say(`places of entry in ${named(owner)} are not each given once`);
    }
    const home = isTrunk(record)
      ? all.get("organization", record.trunk)
      : all.get("space", record.space);
    if (home === null) say(`${named(owner)} is of no Space`);
  }
  strays(
    all.of("participants"),
    "participants",
    ({ owner, own }) =>
      Number.parseInt(own, 10) < (all.get("group", owner)?.participants.buckets ?? 0),
    say,
  );
};

/** Whoever takes part in a group is bound to it, and nobody else is. */
const bound: Check = (all, say) => {
  const expected = new Map<string, string[]>();
  for (const { owner, record } of all.of("group")) {
    for (const { organization, person } of participantsOf(all, owner, record)) {
      collect(
        expected,
        named(organization, person),
        named(owner, isTrunk(record) ? null : record.space),
      );
    }
  }
  const found = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("bound")) {
    const identity = { organization: owner as OrganizationId, person: own as PersonId };
    const kept = tiesKept(record, identity, "groups", (bucket) => all.get("ties", owner, bucket));
    for (const [group, , space] of kept) collect(found, named(owner, own), named(group, space));
  }
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    if (!sameMembers(found.get(key) ?? [], expected.get(key) ?? [])) {
      say(`groups of ${key} are not those they take part in`);
    }
  }
};

export const groupsInvariants: readonly Invariant<GroupsReads>[] = [
  { rules: ["GROUP-02", "GROUP-04", "GROUP-05", "ROSTER-15"], check: present },
  { rules: [STRUCTURE], check: counted },
  { rules: ["GROUP-04", "GROUP-05"], check: bound },
];
