/** Keys of records, from their texts. */
import { idProblem } from "../core/ids.ts";
import { keyText, parseKey } from "../core/keys.ts";
import type { RecordKey, RecordKind } from "../engine/types.ts";

const isId = (text: string): boolean => idProblem(text) === null;
const isNumber = (text: string): boolean =>
  /^(?:0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text));

const alone = (own: string): boolean => own === "";
/** A bucket or page number, then `/`, then an id. */
function numberedId(own: string): boolean {
  const slash = own.indexOf("/");
  return slash > 0 && isNumber(own.slice(0, slash)) && isId(own.slice(slash + 1));
}
/** One of some words, then what a rule asks for. */
const after =
  (words: RegExp, rule: (own: string) => boolean) =>
  (own: string): boolean => {
    const found = words.exec(own)?.[0];
    return found !== undefined && rule(own.slice(found.length));
  };

/** What tells the owner's records of each kind apart. */
const ownPart: { readonly [Kind in RecordKind]: (own: string) => boolean } = {
  organization: alone,
  directory: alone,
  people: isNumber,
  tree: isNumber,
  department: isId,
  placed: numberedId,
  employment: isId,
  person: alone,
  held: isId,
  space: alone,
  association: isId,
  members: isNumber,
  applicant: isId,
  application: alone,
  wish: isNumber,
  pending: isNumber,
  invitation: alone,
  invited: isNumber,
  folder: isId,
  folders: isNumber,
  ruled: after(/^[dp]/, numberedId),
  roster: isNumber,
  queued: isNumber,
  waiting: isNumber,
  heads: numberedId,
  role: isId,
  holders: numberedId,
  bound: isId,
  ties: after(/^(?:groups|lists|tasks)\./, numberedId),
  started: numberedId,
  handled: numberedId,
  pool: alone,
  unit: isNumber,
  accounts: isNumber,
  granted: numberedId,
  deferred: isNumber,
  automatic: numberedId,
  selected: after(/^(?:0|[1-9]\d{0,15})\./, numberedId),
  group: alone,
  participants: isNumber,
  app: alone,
  publication: isId,
  listed: after(/^(?:0|[1-9]\d{0,15})?[dp]\./, numberedId),
  permission: isId,
  distributed: numberedId,
  workbench: alone,
  offered: isNumber,
  home: isNumber,
  rows: isNumber,
  row: isId,
  submitters: isNumber,
  submitted: isNumber,
  flow: isId,
  definition: numberedId,
  instance: alone,
  task: isNumber,
  opened: isNumber,
  steps: isNumber,
  parking: alone,
  parked: isNumber,
};

/** Longer than any key's text: a kind, two ids escaped threefold, a number. */
const TEXT_MAX = 1_024;

/** The key that a text stands for, or `null`. A key has one text only: no other spelling passes. */
export function keyOfText(text: string): RecordKey | null {
  if (text.length > TEXT_MAX) return null;
  const key = parseKey(text);
  if (!Object.hasOwn(ownPart, key[0]) || !isId(key[1])) return null;
  return ownPart[key[0] as RecordKind](key[2]) && keyText(key) === text ? (key as RecordKey) : null;
}
