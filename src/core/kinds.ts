/**
 * How kinds of records are declared, once each: what tells an owner's records of a kind apart, and how
 * one is copied to be changed. A list in pages or a set in buckets also says where its records are.
 */
import type { Buckets, Width } from "./bucket.ts";
import { idProblem } from "./ids.ts";
import type { Pages } from "./paged.ts";
import type { Draft } from "./transaction.ts";

/**
 * What tells an owner's records of a kind apart: nothing, for there is one; an id; a number; a number,
 * then `/`, then an id; a bucket's number, which `+` and a page's may follow; that, then `/`, then an
 * id; or one of some words, then the same.
 */
export type OwnPart = "none" | "id" | "number" | "number/id" | "bucket" | "bucket/id" | RegExp;

/** A kind of record. */
export interface Kind<Record = unknown> {
  readonly own: OwnPart;
  /** Copies a record, and the lists directly in it, for an evolve case to change. */
  readonly copy: (record: Record) => Draft<Record>;
}

/** Every kind of some records. */
export type Kinds<Records> = {
  readonly [Name in keyof Records]: Kind<Records[Name]> & { readonly kind?: Name };
};

/**
 * A kind of record that is neither page nor bucket. Its copier is a function of its own: engines copy
 * records of one known shape many times faster than records of any shape.
 */
// @__NO_SIDE_EFFECTS__
export function records<Record>(own: OwnPart, copy: Kind<Record>["copy"]): Kind<Record> {
  return { own, copy };
}

interface Entries {
  readonly entries: readonly unknown[];
}

const copyEntries = ({ entries }: Entries): never => ({ entries: entries.slice() }) as never;

/** Lists in pages: a page's number tells it apart, and where an owner has several lists, which one. */
export interface PagesKind<Name extends string> {
  readonly kind: Name;
  readonly own: OwnPart;
  readonly copy: typeof copyEntries;
  readonly size: number;
}

/** Declares lists in pages of so many tickets; `several` where an owner has several of them. */
// @__NO_SIDE_EFFECTS__
export function pages<Name extends string>(
  kind: Name,
  size: number,
  several = false,
): PagesKind<Name> {
  return { kind, size, own: several ? "number/id" : "number", copy: copyEntries };
}

/** The list of an owner, or one of those that it has. */
export function listOf<Name extends string>(
  { kind, size }: PagesKind<Name>,
  owner: string,
  under?: string,
): Pages<Name> {
  return under === undefined ? { kind, owner, size } : { kind, owner, size, under };
}

/** Sets in buckets: a bucket's number tells it apart, and where an owner has several sets, which one. */
export interface BucketsKind<Name extends string> {
  readonly kind: Name;
  readonly own: OwnPart;
  readonly width: Width;
  readonly copy: typeof copyLists;
}

interface Lists {
  readonly ids: readonly unknown[];
  readonly values: readonly unknown[];
  readonly bytes: number;
  readonly more: number;
}

const copyLists = ({ ids, values, bytes, more }: Lists): never =>
  ({ ids: ids.slice(), values: values.slice(), bytes, more }) as never;

/**
 * Declares sets in buckets; `several` where an owner has several, told apart by an id, or by a word too.
 *
 * @param width how many things are kept of an id
 */
// @__NO_SIDE_EFFECTS__
export function buckets<Name extends string>(
  kind: Name,
  width: Width,
  several: boolean | RegExp = false,
): BucketsKind<Name> {
  const own = several === false ? "bucket" : several === true ? "bucket/id" : several;
  return { kind, own, width, copy: copyLists };
}

/** The name of a bucket, or of a page that follows it. */
const named = (bucket: number, page: number): string =>
  page === 0 ? String(bucket) : `${bucket}+${page}`;

const alone = (bucket: number, page = 0): string => named(bucket, page);

/** The set of an owner. */
export function setOf<Name extends string>(
  { kind, width }: BucketsKind<Name>,
  owner: string,
): Buckets<Name> {
  return { kind, owner, own: alone, width };
}

/**
 * One of the sets of an owner: `word` is the first part of its buckets' names, `under` the last. Names
 * are put together once, for some sets are looked at again and again.
 */
export function setUnder<Name extends string>(
  { kind, width }: BucketsKind<Name>,
  owner: string,
  under: string,
  word = "",
): Buckets<Name> {
  const names: string[] = [];
  const own = (bucket: number, page = 0): string => {
    if (page > 0) return `${word}${named(bucket, page)}/${under}`;
    names[bucket] ??= `${word}${bucket}/${under}`;
    return names[bucket];
  };
  return { kind, owner, own, width };
}

const isId = (text: string): boolean => idProblem(text) === null;

/** A whole number that stays exact, in its one spelling; pages of those who stand ahead are below 0. */
const NUMBER = /^(?:0|-?[1-9]\d{0,14})$/;
/** A bucket's number, or that of a page that follows it. */
const BUCKET = /^(?:0|[1-9]\d{0,14})(?:\+[1-9]\d{0,14})?$/;

/** What a form asks for, then `/`, then an id. */
function isUnder(own: string, form: RegExp): boolean {
  const slash = own.indexOf("/");
  return slash > 0 && form.test(own.slice(0, slash)) && isId(own.slice(slash + 1));
}

/** Whether an own part is one that records of a kind can have. */
export function ownFits(part: OwnPart, own: string): boolean {
  switch (part) {
    case "none":
      return own === "";
    case "id":
      return isId(own);
    case "number":
      return NUMBER.test(own);
    case "number/id":
      return isUnder(own, NUMBER);
    case "bucket":
      return BUCKET.test(own);
    case "bucket/id":
      return isUnder(own, BUCKET);
    default: {
      const word = part.exec(own)?.[0];
      return word !== undefined && isUnder(own.slice(word.length), BUCKET);
    }
  }
}

/** Whether an owner and an own part are such as records of a kind can have. */
export function fits({ own: part }: Pick<Kind, "own">, owner: string, own: string): boolean {
  return isId(owner) && ownFits(part, own);
}
