/**
 * What is said of a refusal code, all in one place; the generator (`npm run generate`) makes of it
 * what the core knows (the owner, the data's type, the rank) and what the catalogue tells (`retry`, the
 * texts). Nothing else imports these files, so that no bundle holds a message before it is compiled.
 */
import type { NoticeKind } from "../../core/notice.ts";
import type { Retry } from "../retry.ts";
import type { RuleId } from "../rules.ts";

/**
 * Texts in one language. `text` and `help` are ICU messages over the data, whose arguments are formatted
 * by the functions of `../format.ts`; `text` has no full stop, because the rule is named behind it.
 */
export interface Wording {
  /** What was refused, or has happened, as a heading. */
  readonly title: string;
  /** What is wrong, or has happened, as a sentence. */
  readonly text: string;
  /** What would make it right. */
  readonly help: string;
}

/** Data of type `T`, with an example; the type is read from the source. */
export interface DataOf<T> {
  readonly example: Plain<T>;
}

type Plain<T> = T extends string
  ? string
  : T extends object
    ? { readonly [Name in keyof T]: Plain<T[Name]> }
    : T;

/** Where a code stands in rank: of two that apply, the earlier is reported. */
type Rank =
  /** Directly behind this code; `null`: the first of all. */
  | { readonly after: string | null; readonly before?: never }
  /** Directly before this code: how a new one gets between two. */
  | { readonly before: string; readonly after?: never };

/** A refusal code. */
export type RefusalEntry = Rank & {
  /** The rule that owns it. */
  readonly rule: RuleId;
  readonly data: DataOf<unknown>;
  readonly retry: Retry;
  readonly en: Wording;
  readonly zh: Wording;
};

/** What each kind of notice says. */
export type NoticeEntries = {
  readonly [Kind in NoticeKind]: {
    /** The rule that gives it; `null` where none does. */
    readonly rule: RuleId | null;
    readonly en: Wording;
    readonly zh: Wording;
  };
};

/** Entries of a part of the register. */
export const refusals = <const Code extends string>(
  entries: {
    readonly [Each in Code]: RefusalEntry;
  },
): { readonly [Each in Code]: RefusalEntry } => entries;

/** The data that comes with a code, by an example. */
export const of = <T>(example: Plain<T>): DataOf<T> => ({ example });

/** The same content is never accepted. */
export const stop = (httpStatus: number, whoSees: string, next: string): Retry => {
  return { canHelp: false, httpStatus, whoSees, next };
};

/** The same content may be accepted later. */
export const later = (httpStatus: number, whoSees: string, next: string): Retry => {
  return { canHelp: true, httpStatus, whoSees, next };
};

export const sender = "the sender's developers";
export const actor = "the person who acts";
export const actingAdmin = "the acting admin";
export const spaceAdmin = "the Host's admin";
export const trunkAdmin = "the Trunk's admin";
export const supportStaff = "support staff";
export const applicantAdmin = "the applicant's admin";

/** The figures of a limit, as far as the reader may know them. */
export const FIGURES = {
  en: "{limit, select, none {} other {{current, select, none {: the limit is {limit, count}} other {: {current, count} of {limit, count} are taken}}}}",
  zh: "{limit, select, none {} other {{current, select, none {：上限为 {limit, count}} other {：上限 {limit, count}，已占用 {current, count}}}}}",
};

/** The same of a limit that several would go beyond at once. */
export const NEEDED = {
  en: `${FIGURES.en}{needed, select, none {} other {, and more are needed: {needed, count}}}`,
  zh: `${FIGURES.zh}{needed, select, none {} other {，还需要 {needed, count}}}`,
};
