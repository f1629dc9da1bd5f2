/** What all facts of the directory have in common. */
import type { OrganizationId } from "../core/ids.ts";
import type { Source } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { Refusal } from "../core/refusal.ts";
import { effect, view } from "../core/rule.ts";
import type * as faces from "../core/transaction.ts";
import { emit, must } from "../core/transaction.ts";
import type {
  DirectoryEvents,
  DirectoryRecords,
  EmploymentRecord,
  ServiceWord,
  Sourced,
} from "./model.ts";
import type { Meant } from "./select/meant.ts";
import {
  organizationOf,
  organizationRegistered,
  sourceResponsible,
} from "./select/organizations.ts";

export { employmentKnown, hireReported, whyOver } from "./select/meant.ts";

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
