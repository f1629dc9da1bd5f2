/** Counterparts: whom a Member names in a Space, and whom the Host names to look after it. */
import { firstThat } from "../core/guess.ts";
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard, view } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import type { KeptThing } from "../directory/model.ts";
import { allTies } from "../directory/select/bound.ts";
import { givenBack } from "../directory/select/kept.ts";
import type { Counterparts, CounterpartTie, SpacesCommand } from "../spaces/model.ts";
import { counterpartsFor, counterpartsOn, listOn, sideOf } from "../spaces/select/counterparts.ts";
import { ownPartRefusal } from "../spaces/select/own-side.ts";
import { organizationIsMember, spaceOf } from "../spaces/select/spaces.ts";
import type { SpaceRosterEvent } from "./model.ts";
import { isPresent, mayBeBack } from "./select/presence.ts";
import type { Deciding, Reading } from "./select/scope.ts";

type Naming = Extract<SpacesCommand, { readonly type: "counterparts.set" }>;

/** PARTNER-03: so many counterparts of one side at most. */
const peopleFit = guard("PARTNER-03", (people: readonly PersonId[], policy: Policy) =>
  people.length <= policy.counterpartsMax
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["data", "people"], problem: "too-many" }] }),
);

/** PARTNER-03: a Member names its own people as its own counterparts; for others the Host alone names anybody. */
const memberIsOwn = guard(
  "PARTNER-03",
  (tx: Reading, { space, member, organization }: Counterparts) =>
    organization === member || organization === spaceOf(tx, space).host
      ? null
      : refuse("MEMBER_ROSTER_NOT_MANAGEABLE", { space, organization: member }),
);

/** PARTNER-03, ROSTER-12: everybody named is on the Roster. */
const peopleArePresent = guard(
  ["PARTNER-03", "ROSTER-12"],
  (tx: Reading, { space, organization }: Counterparts, people: readonly PersonId[]) => {
    const absent = firstThat(people, (person) => !isPresent(tx, space, organization, person));
    return absent === undefined ? null : refuse("NOT_IN_SPACE", { space });
  },
);

/** PARTNER-03: a Member names as many as the policy asks for; of the Host it asks for none. */
const enoughAreNamed = guard(
  "PARTNER-03",
  (of: Counterparts, people: readonly PersonId[], { counterpartsMin: min }: Policy) =>
    sideOf(of) === "host" || people.length >= min ? null : refuse("COUNTERPARTS_REQUIRED", { min }),
);

/** PARTNER-03: these are the counterparts of a side from now on, in this order, and nobody else. */
const name = effect(
  "PARTNER-03",
  (tx: Deciding, of: Counterparts, people: readonly PersonId[]): void => {
    const named = new Set(people);
    const before = counterpartsOn(tx, of);
    for (const person of before) {
      if (!named.has(person))
        emit(tx, "counterpart.dropped", { ...of, person, because: "unnamed" });
    }
    const left = before.filter((person) => named.has(person));
    const isSame = left.length === people.length && left.every((each, i) => each === people[i]);
    if (!isSame) emit(tx, "counterpart.named", { ...of, people });
  },
);

/** An organization's admin names its counterparts, or a Host's those of its own for one Member. */
export function setCounterparts(tx: Deciding, { by, data }: Naming, policy: Policy) {
  const { space } = data;
  const people = [...new Set(data.people)];
  const own = "organization" in by ? by.organization : ("" as OrganizationId);
  const of: Counterparts = { space, member: data.organization ?? own, organization: own };
  const refusal =
    peopleFit(people, policy) ??
    ownPartRefusal(tx, by, { space }, own, policy) ??
    memberIsOwn(tx, of) ??
    organizationIsMember(tx, space, of.member) ??
    peopleArePresent(tx, of, people) ??
    enoughAreNamed(of, people, policy);
  if (refusal === null) name(tx, of, people);
  return refusal;
}

/** PARTNER-03: whether a Member becomes unattended by losing one more, or had too few and nobody was told. */
function becomesUnattended(
  tx: Reading,
  space: SpaceId,
  member: OrganizationId,
  { counterpartsMin: min }: Policy,
): boolean {
  const { own, unattended } = counterpartsFor(tx, space, member);
  const { length } = own.people;
  return length - 1 < min && (length >= min || unattended === undefined);
}

/** PARTNER-03, RESIGN-01: whoever leaves a Roster is a counterpart in its Space no more. */
export const dropCounterparts = effect(
  ["PARTNER-03", "RESIGN-01"],
  (tx: Deciding, { data }: SpaceRosterEvent<"roster.left">, policy: Policy): void => {
    const { space, organization, person } = data;
    const because = data.because === "resigned" ? "resigned" : "left";
    const ties = allTies<CounterpartTie>(tx, { organization, person }, "counterparts");
    for (const [, where, member] of ties) {
      if (where !== space) continue;
      const isLast = organization === member && becomesUnattended(tx, space, member, policy);
      const unattended = isLast ? ({ unattended: true } as const) : {};
      emit(tx, "counterpart.dropped", {
        ...{ space, member, organization, person, because },
        ...unattended,
      });
    }
  },
);

/** RESIGN-07: the list was not set as a whole since somebody named in it left, nor has the Member come anew. */
const namesStill = view(
  "RESIGN-07",
  (tx: Reading, of: Counterparts, [, , order, , , since]: KeptThing): boolean =>
    read(tx, "association", of.space, of.member)?.order === order && listOn(tx, of).sets === since,
);

/** RESIGN-07: whoever is back on a Roster is a counterpart again, in the place that they had. */
export const nameCounterpartAgain = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: SpaceRosterEvent<"roster.entered">): void => {
    if (!mayBeBack(data)) return;
    const { space, organization, person } = data;
    for (const kept of givenBack(tx, data, "counterpart", tx.at, space)) {
      const [, , , member, place] = kept;
      const of: Counterparts = { space, member: member as OrganizationId, organization };
      if (!namesStill(tx, of, kept)) continue;
      const back = [person, place ?? 0] as const;
      const people = [...listOn(tx, of).people, back].sort(([, one], [, other]) => one - other);
      emit(tx, "counterpart.named", {
        ...{ ...of, people: people.map(([each]) => each) },
        ...{ because: "reinstated", person, place: back[1] },
      });
    }
  },
);
