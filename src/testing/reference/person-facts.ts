/** What the facts about people change. */
import { giveSeatsBack, takeSeats } from "./automatic.ts";
import { isOutnumbered } from "./former-ids.ts";
import { standInFor } from "./handover.ts";
import { lastWord, noteWord } from "./last-words.ts";
import type { Reason } from "./passed.ts";
import { passPerson } from "./passing.ts";
import { endEmployment, hire, inService, isNews, latest } from "./people.ts";
import {
  confirm,
  relocateBy,
  setFields,
  setHeads,
  setManager,
  setRoles,
  setStaff,
  setValue,
  suspend,
} from "./person-values.ts";
import { place } from "./placing.ts";
import { absorbReinstatement, adopt } from "./reinstating.ts";
import { renamePerson } from "./renaming.ts";
import {
  decides,
  hasSpoken,
  letGo,
  lookedAt,
  ofPerson,
  sayAgain,
  sayGone,
  vouches,
  vouchFor,
  vouching,
  whyOlder,
  withdraw,
} from "./sources.ts";
import type { Employment, InputOf, InputType, ReferenceFact, State, World } from "./state.ts";
import { sourceOf } from "./vocabulary-lists.ts";
import { meantBy } from "./words.ts";

type PersonFact = InputOf<
  Extract<InputType, `person.${string}` | "admin.changed" | `industry.${string}`>
>;

function setRole(world: World, employment: Employment, fact: InputOf<"admin.changed">): void {
  const { role, spacePermission = false, hierarchyPermission = false, revision } = fact.data;
  const { admin } = employment;
  const permissions = {
    spacePermission,
    ...(hierarchyPermission ? ({ hierarchyPermission: true } as const) : {}),
  };
  setValue(world, employment, {
    value: "admin",
    revision,
    at: fact.at,
    same:
      role === null
        ? admin === null
        : admin?.role === role &&
          admin.spacePermission === spacePermission &&
          (admin.hierarchyPermission === true) === hierarchyPermission,
    set: () => {
      employment.admin = role === null ? null : { role, ...permissions };
    },
  });
}

/** Suspends somebody, with a stand-in if one is named who is employed there (FLOW-19). */
function suspendPerson(
  world: World,
  employment: Employment,
  { data: { organization, standIn, revision }, at }: InputOf<"person.suspended">,
): void {
  const another = standIn === undefined || standIn === employment.person ? null : standIn;
  const named = another === null ? undefined : inService(world.state, organization, another);
  const instead = named === undefined ? null : { person: named.person, number: named.number };
  const before = employment.suspended;
  if (!suspend(world, employment, true, { standIn: instead, at, revision })) return;
  world.switched.push({ employment, before });
}

/** Whoever an input suspended or resumed and left in service, and how they were before it. */
function switchedBy({ switched }: World): World["switched"] {
  return switched.filter(
    ({ employment }, index) =>
      employment.inService &&
      switched.findIndex((each) => each.employment === employment) === index,
  );
}

/** What follows for licenses once for everybody suspended or resumed, whatever lay between (DIR-13). */
export function settleSeats(world: World): void {
  for (const { employment, before } of switchedBy(world)) {
    if (employment.suspended && !before) takeSeats(world, employment);
    if (!employment.suspended && before) giveSeatsBack(world, employment);
  }
}

/** Whoever stands in for somebody suspended takes over; whoever left has been succeeded by then. */
export function settleTasks(world: World, at: number): void {
  for (const { employment } of switchedBy(world)) {
    if (employment.suspended) standInFor(world, employment, at);
  }
}

/** What a line of a list says of somebody in service, if it says anything (DIR-17). */
export function turn(
  world: World,
  employment: Employment,
  suspended: boolean | undefined,
  at: number,
): void {
  if (suspended === undefined || suspended === employment.suspended) return;
  suspend(world, employment, suspended, { standIn: null, at, revision: undefined });
  if (!suspended) {
    giveSeatsBack(world, employment);
    return;
  }
  takeSeats(world, employment);
  standInFor(world, employment, at);
}

/** Whom somebody reports to: nobody reports to themselves, or to somebody who left. */
export function report(
  world: World,
  employment: Employment,
  {
    manager,
    at,
    revision,
    line,
  }: {
    readonly manager: InputOf<"person.manager-changed">["data"]["manager"];
    readonly at: number;
    readonly revision: number | undefined;
    readonly line?: number;
  },
): void {
  if (manager === null) {
    setManager(world, employment, null, at, revision);
    return;
  }
  const known = meantBy(world.state, employment.organization, manager, at);
  // A fact that names somebody unknown is refused; a line of a list is not for that.
  if (manager.person === employment.person || typeof known === "string") {
    const isImpossible = manager.person === employment.person || known === "unknown";
    passPerson(world, manager.person, isImpossible ? "not-possible" : (known as Reason), line);
    return;
  }
  setManager(world, employment, { person: known.person, number: known.number }, at, revision);
}

/** A hire begins an employment under a higher number; without one, of nobody who is in service. */
function absorbHire(
  world: World,
  { data, at }: InputOf<"person.hired">,
  said: number | undefined,
): void {
  const { state } = world;
  const { organization } = data;
  const source = sourceOf(data);
  const number: number | undefined = data.number;
  const last = latest(state, organization, data.person);
  if (last === undefined && isOutnumbered(state, organization, data.person, number)) {
    // Others had this id, and a newcomer's number is above theirs (DIR-15).
    passPerson(world, data.person, "older-number");
    return;
  }
  const isNew =
    last === undefined ||
    (number === undefined ? !last.inService && !isLateHire(state, last, at) : number > last.given);
  if (isNew) {
    const begun = hire(world, organization, { ...data, source }, at);
    // What another source's number did not let decide is this one's number for it all the same.
    if (adopt(begun, said)) begun.numberBy = source ?? null;
    noteWord(state, "hired", begun, at);
  } else if (number === undefined && isLateHire(state, last, at)) {
    passPerson(world, last.person, "older-time");
    // Of a source its own last word decides, unless the hire is about an employment of before.
    const left = lastWord(state, "left", last);
    const isOfThis = at >= left || left > last.began;
    if (last.inService && isOfThis) vouchFor(state, last, source, at, {});
  } else {
    const isIn = last.inService && (number ?? last.given) === last.given;
    if (isIn && !isLateHire(state, last, at)) sayAgain(state, last, source, at);
    if (number === undefined || isIn) noteWord(state, "hired", last, at);
    if (isIn) vouchFor(state, last, source, at, {});
    passPerson(world, last.person, isIn ? "already-in-service" : "older-number");
  }
}

function isLateHire(state: State, last: Employment, at: number): boolean {
  return (
    at < lastWord(state, "left", last) ||
    at < lastWord(state, "reinstated", last) ||
    at <= lastWord(state, "hired", last)
  );
}

/** A departure ends the employment in force; with a number, that one alone. */
function absorbDeparture(world: World, { data, at }: InputOf<"person.resigned">): void {
  const { state } = world;
  const number: number | undefined = data.number;
  const last = latest(state, data.organization, data.person);
  if (last === undefined) return;
  if (number !== undefined && number !== last.given) {
    passPerson(world, last.person, "older-number");
    return;
  }
  // The number says that the hire came before, and which departures are about the same employment.
  const source = sourceOf(data);
  const itself = last.inService ? source : undefined;
  const isLate =
    number === undefined
      ? itself !== undefined
        ? at <= lastWord(state, "left", last) ||
          whyOlder(state, ofPerson(last), itself, { at }) !== null
        : at < lastWord(state, "hired", last) ||
          at < lastWord(state, "reinstated", last) ||
          at <= lastWord(state, "left", last)
      : at < lastWord(state, "reinstated", last, last.number) ||
        at <= lastWord(state, "left", last, last.number);
  if (isLate) {
    passPerson(world, last.person, "older-time");
    return;
  }
  const others = vouching(state, ofPerson(last)).filter((each) => each !== source);
  if (source !== undefined && last.inService && others.length > 0) {
    letGo(state, last, source, at, null);
    passPerson(world, last.person, "vouched-elsewhere");
    return;
  }
  noteWord(state, "left", last, at);
  const own = source !== undefined && whyOlder(state, ofPerson(last), source, { at }) === null;
  if (last.inService) endEmployment(world, last, at, data.successor);
  else passPerson(world, last.person, "already-so");
  if (own) withdraw(state, ofPerson(last), source, at, { reported: true });
  last.reported = true;
}

/** Facts that are about what a source brought itself, whoever else vouches. */
const ofOwn: readonly PersonFact["type"][] = [
  "person.hired",
  "person.resigned",
  "person.reinstated",
  "person.relocated",
  "person.department-entered",
  "person.department-left",
];

/** Whether a fact names a source that has no say in it. */
function isOthers({ state }: World, { type, data }: PersonFact): boolean {
  const source = sourceOf(data);
  const last = latest(state, data.organization, data.person);
  if (source === undefined || last === undefined || type === "person.hired") return false;
  const subject = ofPerson(last);
  // Who took its voucher back may say that this was none.
  if (type === "person.reinstated" && hasSpoken(state, subject, source)) return false;
  if (!vouches(state, subject, source)) return true;
  return !(ofOwn.includes(type) || decides(state, subject, source));
}

/** A fact with its number as far as that is looked at (DIR-03). */
export function withOwnNumber<Fact extends ReferenceFact>(state: State, fact: Fact): Fact {
  if (!("person" in fact.data)) return fact;
  const { organization, person, number, ...rest } = fact.data;
  const known = latest(state, organization, person);
  const own = lookedAt(state, known, sourceOf(fact.data), number);
  const isSaid = own === undefined ? {} : { number: own };
  return { ...fact, data: { organization, person, ...rest, ...isSaid } };
}

/** Absorbs a fact about a person. */
export function absorbPersonFact(world: World, told: PersonFact): void {
  const fact = withOwnNumber(world.state, told);
  const { type, data, at } = fact;
  if (isOthers(world, fact)) {
    passPerson(world, data.person, "not-responsible-extent");
    const known = latest(world.state, data.organization, data.person);
    const source = sourceOf(data);
    if (type === "person.resigned" && known !== undefined && source !== undefined) {
      sayGone(world.state, known, source, at);
    }
    return;
  }
  if (type === "person.hired") {
    absorbHire(world, fact, told.type === "person.hired" ? told.data.number : undefined);
    return;
  }
  if (type === "person.resigned") {
    absorbDeparture(world, fact);
    return;
  }
  if (type === "person.reinstated") {
    absorbReinstatement(world, fact);
    return;
  }
  const employment = meantBy(world.state, data.organization, data, at);
  if (employment === "unknown") return;
  if (typeof employment === "string") {
    passPerson(world, data.person, employment);
    return;
  }
  switch (type) {
    case "person.renamed":
      renamePerson(world, employment, data.to, at);
      return;
    case "person.confirmed":
      // Without fields, a revision has nothing to be too old for.
      if (data.fields !== undefined || isNews(employment.revisions.fields, data.revision)) {
        setFields(world, employment, data.fields ?? employment.fields, at, data.revision);
      }
      confirm(employment, at);
      return;
    case "person.relocated":
      relocateBy(world, employment, sourceOf(data), data.departments, at, {
        revision: data.revision,
      });
      return;
    case "person.department-entered":
    case "person.department-left":
      place(world, employment, {
        department: data.department,
        isIn: type === "person.department-entered",
        at,
        revision: data.revision,
        source: sourceOf(data),
      });
      return;
    case "person.fields-changed":
      setFields(world, employment, data.fields, at, data.revision);
      return;
    case "person.heads-changed":
      setHeads(world, employment, data.departments, at, data.revision);
      return;
    case "person.roles-changed":
      setRoles(world, employment, data.roles, at, data.revision);
      return;
    case "person.suspended":
      suspendPerson(world, employment, fact);
      return;
    case "person.resumed":
      if (suspend(world, employment, false, { standIn: null, at, revision: data.revision })) {
        world.switched.push({ employment, before: true });
      }
      return;
    case "person.manager-changed":
      report(world, employment, { manager: data.manager, at, revision: data.revision });
      return;
    case "admin.changed":
      setRole(world, employment, fact);
      return;
    case "industry.changed":
      setStaff(world, employment, data.nodes, at, data.revision);
      return;
    case "industry.left":
      setStaff(world, employment, [], at);
      return;
  }
}
