/** Departures that were none: the employment is in force again, with what it took of the directory. */
import type { DepartmentId, OrganizationId, PersonId, SourceId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, guessesAt, must, read } from "../core/transaction.ts";
import { recountWhoComes } from "./counting.ts";
import { saidUnder } from "./departments.ts";
import { type Deciding, isNews, isNewsOfNumbered, noteWord, ofLiving, orElse } from "./facts.ts";
import type {
  DepartureEvents,
  DirectoryFact,
  DirectoryFacts,
  EmploymentRecord,
  PersonFields,
  Taken,
} from "./model.ts";
import { departmentsReported, passNowhere, placesBy, sameSet, underBy } from "./placements.ts";
import { isKeptStill } from "./select/kept.ts";
import { numberOf } from "./select/numbers.ts";
import type { Reading } from "./select/organizations.ts";
import { mayDescribe, mayReport, vouchesNow } from "./select/sources.ts";
import { headsStill, rolesStill } from "./select/vacant.ts";
import { takeOver, togetherWith, vouchFor, whyNoSay, withOwnNumber } from "./sources.ts";

type Fact = OfType<DirectoryFact, "person.reinstated">;
type Data = DirectoryFacts["person.reinstated"];

/**
 * PROTO-03, DIR-03: the person has been employed here, under that number or a later one; a number for an
 * employment that has none of the source's is adopted, whatever it is.
 */
const everEmployed = guard(
  ["PROTO-03", "DIR-03"],
  (tx: Reading, { organization, person, number = 0 }: Data) => {
    const employment = read(tx, "employment", organization, person);
    const { given = null } = employment ?? {};
    return employment === null || (given !== null && number > given)
      ? refuse("UNKNOWN_PERSON", { organization, person })
      : null;
  },
);

/** A fact that somebody did not leave after all (RESIGN-06). */
export function reinstatePerson(tx: Deciding, fact: Fact) {
  const { at } = fact;
  const { organization, person, departments, fields, source } = fact.data;
  return ofLiving(tx, fact, () => {
    const data = withOwnNumber(tx, fact.data);
    return orElse(
      everEmployed(tx, data) ?? departmentsReported(tx, organization, departments ?? []),
      () => {
        const employment = must(tx, "employment", organization, person);
        const why = whyNoSay(tx, fact) ?? whyNot(employment, data, at);
        if (why !== null) {
          passOver(tx, why, data);
          // Of a source its own last word decides, whatever later ones there are of others.
          if (why === "older-time" && employment.inService) {
            vouchFor(tx, data, source, undefined, { said: true });
          }
          return;
        }
        adoptNumber(tx, employment, data);
        if (employment.inService && !guessesAt(tx, [["employment", organization, person]])) {
          passOver(tx, "already-so", data);
          noteWord(tx, data, "reinstated");
          vouchFor(tx, data, source, undefined, { said: true });
          return;
        }
        const said = {
          ...(departments === undefined ? {} : { departments }),
          ...(fields === undefined || !mayDescribe(employment, source) ? {} : { fields }),
          ...(source === undefined ? {} : { source }),
        };
        bringBack(tx, organization, person, "fact", said);
      },
    );
  });
}

/** Whether a source took its voucher back later than it says that somebody did not leave. */
const tookBackSince = (
  known: EmploymentRecord,
  source: SourceId | undefined,
  at: number,
): boolean =>
  source !== undefined && !mayReport(known, source) && !vouchesNow(known, source, { at });

/** Why a reinstatement is about another employment, or late; `null` if it is neither (DIR-02). */
function whyNot(
  employment: EmploymentRecord,
  { number, source }: Data,
  at: number,
): PassedOverReason | null {
  const { given } = employment;
  const numbered = given !== null && number !== undefined;
  if (numbered && number !== given) return "older-number";
  const isLate = numbered
    ? !isNewsOfNumbered(employment, "reinstated", at)
    : !isNews(employment, "reinstated", at);
  return isLate || tookBackSince(employment, source, at) ? "older-time" : null;
}

/**
 * DIR-03: the source's first number for an employment that had the library's is adopted if it is higher,
 * and passed over if it is lower.
 */
export const adoptNumber = effect(
  "DIR-03",
  (
    tx: Deciding,
    employment: EmploymentRecord,
    { organization, person, number, source }: Omit<Data, "departments" | "fields">,
    line?: number,
  ): void => {
    if (number === undefined || number === numberOf(employment)) return;
    if (number > numberOf(employment)) {
      const whose = source === undefined ? {} : { source };
      emit(tx, "person.numbered", { organization, person, number, ...whose });
    } else passOver(tx, "older-number", { person }, line);
  },
);

/** What the fact or the line says of whoever is back; what it does not say is as it was. */
interface Said {
  readonly departments?: readonly DepartmentId[];
  readonly fields?: PersonFields;
  /** Whether a line leaves the person on probation, who was. */
  readonly probation?: boolean;
  /** The source that says so, and vouches from then on (DIR-06). */
  readonly source?: SourceId;
}

/** Nothing is given back of what is kept no longer. */
const NOTHING: Taken = { departments: [], heads: [], roles: [], admin: null, successor: null };

/** What an end took, if that is kept still; in the input of the end itself it always is (DIR-13). */
function stillTaken(tx: Deciding, organization: OrganizationId, person: PersonId): Taken | null {
  const { taken = null, kept } = must(tx, "employment", organization, person);
  const endsNow = tx.events.some(({ type, data }) => {
    const ended = data as { readonly organization: string; readonly person: string };
    const isOwn = ended.organization === organization && ended.person === person;
    return type === "person.resigned" && isOwn;
  });
  if (endsNow) return taken;
  return kept !== undefined && isKeptStill(kept.until, tx.at) ? taken : null;
}

/**
 * RESIGN-06, RESIGN-07: an employment that ended is in force again under its own number, with what it had
 * in the directory as far as that is kept; later it is only in force. What it had elsewhere follows.
 */
export const bringBack = effect(
  ["RESIGN-06", "RESIGN-07"],
  (
    tx: Deciding,
    organization: OrganizationId,
    person: PersonId,
    because: DepartureEvents["person.reinstated"]["because"],
    said: Said,
    line?: number,
  ): void => {
    const employment = must(tx, "employment", organization, person);
    const found = stillTaken(tx, organization, person);
    if (found === null) passOver(tx, "retention-over", { person }, line);
    const taken = found ?? NOTHING;
    const was = placesBy(tx, organization, taken.departments);
    const before = {
      departments: was.departments,
      under: [...new Set([...(taken.under ?? []), ...was.under])],
    };
    const { departments: named, source } = said;
    if (named !== undefined) passNowhere(tx, organization, named, line);
    const to =
      named === undefined
        ? before
        : placesBy(tx, organization, placedBy(tx, employment, before, said, line));
    const under = named === undefined ? before.under : underBy(to, before);
    const { suspended } = taken;
    const describes = mayDescribe(employment, source);
    emit(tx, "person.reinstated", {
      ...{ organization, person, number: employment.number, because },
      departments: to.departments,
      ...saidUnder(under),
      fields: (describes ? said.fields : undefined) ?? employment.fields,
      probation: found !== null && employment.probation && !(describes && said.probation === false),
      heads: headsStill(tx, organization, taken.heads),
      roles: rolesStill(tx, organization, taken.roles),
      admin: taken.admin,
      successor: taken.successor,
      manager: found === null ? null : employment.manager,
      ...(suspended === undefined ? {} : { suspended }),
      ...(source === undefined ? {} : { source }),
    });
    recountWhoComes(tx, { organization, person });
    const brought = named && to.departments.filter((each) => named.includes(each));
    const word = because === "fact" ? ({ said: true } as const) : {};
    vouchFor(tx, { organization, person }, source, brought, word);
    // Of whoever is where they were, what sources brought is theirs still.
    const stays = named === undefined || sameSet(to.departments, before.departments);
    if (source === undefined && !stays) takeOver(tx, { organization, person });
  },
);

/** Where the word that brings somebody back places them: of a source, with what others brought who vouch still. */
function placedBy(
  tx: Deciding,
  { vouched = [] }: EmploymentRecord,
  { departments }: { readonly departments: readonly DepartmentId[] },
  { departments: named = [], source }: Said,
  line: number | undefined,
): readonly DepartmentId[] {
  if (source === undefined) return named;
  const those = vouched.filter((each) => each.withdrawn === undefined || each.source === source);
  const still = those.map(({ departments: brought = [], ...voucher }) => ({
    ...voucher,
    departments: brought.filter((each) => departments.includes(each)),
  }));
  return togetherWith(tx, { departments, vouched: still }, source, named, line).all;
}
