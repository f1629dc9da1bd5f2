/** What all facts of the directory have in common. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Source } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { effect, guard, view } from "../core/rule.ts";
import type * as faces from "../core/transaction.ts";
import { emit, guessesAt, must, read } from "../core/transaction.ts";
import type {
  DirectoryEvents,
  DirectoryRecords,
  EmploymentRecord,
  ServiceWord,
  Sourced,
} from "./model.ts";
import { numberOf } from "./select/numbers.ts";
import {
  organizationOf,
  organizationRegistered,
  type Reading,
  sourceResponsible,
} from "./select/organizations.ts";

/** What decides on facts and commands of the directory. */
export type Deciding = faces.Deciding<DirectoryRecords, DirectoryEvents>;

/** Returns a refusal, or does what there is to do and returns none. */
export function orElse<Refused extends Refusal>(
  refusal: Refused | null,
  happen: () => void,
): Refused | null {
  if (refusal === null) happen();
  return refusal;
}

/**
 * Runs `happen` for a fact of an organization about itself, if the organization has not ended: what
 * comes after its end is passed over.
 */
export function ofLiving<Refused extends Refusal>(
  tx: Deciding,
  fact: { readonly from: Source; readonly data: { readonly organization: OrganizationId } },
  happen: () => Refused | null,
) {
  const { organization } = fact.data;
  const refusal =
    organizationRegistered(tx, organization) ?? sourceResponsible(fact.from, organization);
  if (refusal !== null) return refusal;
  if (!organizationOf(tx, organization).ended) return happen();
  passOver(tx, "organization-ended", fact.data);
  return null;
}

/** What a fact says as events say it, whichever source of the directory it is of (DIR-06). */
export function unsourced<Data extends object>({ source: _, ...said }: Data & Sourced) {
  return said;
}

/** What a fact says of whose employment it is about, without a number of the one in force. */
type Meant = {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly number?: number;
};

/** PROTO-03: the employment that a fact names has been reported. */
export const employmentKnown = guard(
  "PROTO-03",
  (tx: Reading, { organization, person, number = 0 }: Meant) => {
    const employment = read(tx, "employment", organization, person);
    return employment === null || number > numberOf(employment)
      ? refuse("UNKNOWN_PERSON", { organization, person })
      : null;
  },
);

/** When the last that is known of an employment that is over was that it is. */
const overSince = ({ times }: EmploymentRecord): number =>
  Math.max(times.ended ?? 0, times.left ?? 0);

/** DIR-01: without a number, what is later than a departure is about a hire still to be reported. */
export const hireReported = guard(
  "DIR-01",
  (tx: Reading, { organization, person, number }: Meant, at: number) => {
    const employment = read(tx, "employment", organization, person);
    if (employment === null || employment.inService || number !== undefined) return null;
    return at > overSince(employment) ? refuse("UNKNOWN_PERSON", { organization, person }) : null;
  },
);

const WORDS: readonly ServiceWord[] = ["hired", "left", "reinstated"];

/**
 * DIR-02: no newer word says otherwise. Of two kinds at one moment the second to arrive is the newer;
 * of one kind it is a copy.
 */
export const isNews = view("DIR-02", ({ times }: EmploymentRecord, word: ServiceWord, at: number) =>
  WORDS.every((each) => {
    const known = times[each];
    return known === undefined || (each === word ? at > known : at >= known);
  }),
);

/**
 * DIR-02: of one employment, told by its number, departures and reinstatements compare with one another
 * alone: its number says that its hire came before.
 */
export const isNewsOfNumbered = view(
  "DIR-02",
  ({ times }: EmploymentRecord, word: "left" | "reinstated", at: number): boolean => {
    const { ownLeft = -1, ownReinstated = -1 } = times;
    return word === "left"
      ? at >= ownReinstated && at > ownLeft
      : at >= ownLeft && at > ownReinstated;
  },
);

/** DIR-02: a fact without a number is not older than the employment in force. */
const isSinceItBegan = view(
  "DIR-02",
  ({ times }: EmploymentRecord, at: number): boolean => at >= (times.began ?? 0),
);

/** DIR-02: remembers the latest word of a kind, so that an older one that comes later is late. */
export const noteWord = effect(
  "DIR-02",
  (tx: Deciding, { organization, person, source }: Meant & Sourced, kind: ServiceWord): void => {
    const employment = must(tx, "employment", organization, person);
    const isOwnNews = kind !== "hired" && isNewsOfNumbered(employment, kind, tx.at);
    if (!isOwnNews && !isNews(employment, kind, tx.at)) return;
    const whose = source === undefined ? {} : { source };
    emit(tx, "person.noted", { organization, person, kind, at: tx.at, ...whose });
  },
);

/**
 * Why a fact about an employment has no effect, or `null`. A hint: of an employment that is not
 * loaded, the one in force is most likely meant.
 */
export function whyOver(
  tx: Reading,
  { organization, person, number }: Meant,
  at: number,
): PassedOverReason | null {
  const employment = read(tx, "employment", organization, person);
  if (employment === null || guessesAt(tx, [["employment", organization, person]])) return null;
  const { inService } = employment;
  if (number !== undefined) {
    return inService && number === numberOf(employment) ? null : "older-number";
  }
  return inService && isSinceItBegan(employment, at) ? null : "older-time";
}
