/** Snapshots: every record there is, parsed one by one so that no copy of the whole is made. */
import { RECORD_VERSION } from "../core/outcome.ts";
import type { Problem } from "../core/refusal.ts";
import type { Snapshot } from "../engine/world.ts";
import { records } from "./families.ts";
import { keyOfText } from "./keys.ts";
import { openList, openObject, type Plain, plainCopy, RECORD_BOUNDS } from "./precheck.ts";
import {
  echoed,
  failed,
  guarded,
  type Parsed,
  type Path,
  PROBLEMS_MAX,
  problem,
} from "./problems.ts";
import { type PlainEntry, UPGRADERS, type Upgraders, upgrade, versionOf } from "./upgrade.ts";

/** Records of one snapshot: more than one JSON text can hold. */
const RECORDS_MAX = 10_000_000;

const FIELDS: ReadonlySet<string> = new Set(["interorg", "v", "records"]);

type Entry = Snapshot["records"][number];

const below = (path: Path, { problems }: { readonly problems: readonly Problem[] }) =>
  problems.map((found) => ({ path: [...path, ...found.path], problem: found.problem }));

/** A pair of a text and something plain. */
function plainEntry(value: unknown): Parsed<PlainEntry> {
  const copy = plainCopy(value, RECORD_BOUNDS);
  if (!copy.ok) return copy;
  if (!Array.isArray(copy.value)) return failed([], "not-a-list");
  const [text, record, ...more] = copy.value as readonly Plain[];
  if (text === undefined || record === undefined) return failed([], "too-few");
  if (more.length > 0) return failed([], "too-many");
  return typeof text === "string"
    ? { ok: true, value: [text, record] }
    : failed([0], "not-a-string");
}

/** A record by the kind that its key names. */
function entryOf(entry: PlainEntry): Parsed<Entry> {
  const key = keyOfText(entry[0]);
  if (key === null) return failed([0], "not-a-key");
  const parsed = records.parse(key[0], entry[1]);
  return parsed.ok
    ? { ok: true, value: [entry[0], parsed.value] }
    : { ok: false, problems: below([1], parsed) };
}

/** Parses each item, and stops looking when there are enough problems. */
function each<From, To>(
  items: readonly From[],
  parse: (item: From) => Parsed<To>,
): Parsed<readonly To[]> {
  const problems: Problem[] = [];
  const parsed: To[] = [];
  for (let i = 0; i < items.length && problems.length < PROBLEMS_MAX; i += 1) {
    const one = parse(items[i] as From);
    if (one.ok) parsed.push(one.value);
    else problems.push(...below(["records", i], one));
  }
  return problems.length === 0
    ? { ok: true, value: parsed }
    : { ok: false, problems: problems.slice(0, PROBLEMS_MAX) };
}

/** A parser of entries that refuses a key it has seen. */
function withoutRepeats(): (entry: PlainEntry) => Parsed<Entry> {
  const seen = new Set<string>();
  return (entry) => {
    if (seen.has(entry[0])) return failed([0], "duplicate");
    seen.add(entry[0]);
    return entryOf(entry);
  };
}

/** The fields of a snapshot around its records. */
function opened(value: unknown): Parsed<{ version: number; items: readonly unknown[] }> {
  const fields = openObject(value);
  if (!fields.ok) return fields;
  const version = versionOf(fields.value.get("v"), RECORD_VERSION);
  if (!version.ok) return version;
  const problems = [...fields.value.keys()]
    .filter((name) => !FIELDS.has(name))
    .slice(0, PROBLEMS_MAX)
    .map((name) => problem([echoed(name)], "unknown-field"));
  if (problems.length > 0) return { ok: false, problems };
  const mark = fields.value.get("interorg");
  if (mark === undefined) return failed(["interorg"], "missing");
  if (mark !== "snapshot") return failed(["interorg"], "not-a-choice");
  if (!fields.value.has("records")) return failed(["records"], "missing");
  const items = openList(fields.value.get("records"), RECORDS_MAX);
  return items.ok
    ? { ok: true, value: { version: version.value, items: items.value } }
    : { ok: false, problems: below(["records"], items) };
}

/** Entries of an older version, as they are today. */
function upgraded(
  items: readonly unknown[],
  version: number,
  upgraders: Upgraders,
): Parsed<readonly unknown[]> {
  const plain = each(items, plainEntry);
  return plain.ok ? upgrade(plain.value, version, RECORD_VERSION, upgraders.snapshot) : plain;
}

/**
 * Parses a snapshot, of this version or an older one: older ones go through `upgraders` first. Every
 * key must be the one text of some key and occur once, every record must be one of its key's kind.
 * The order of the records is left as it is.
 */
export function parseSnapshot(value: unknown, upgraders: Upgraders = UPGRADERS): Parsed<Snapshot> {
  const outer = opened(value);
  if (!outer.ok) return outer;
  const { version, items } = outer.value;
  const current: Parsed<readonly unknown[]> =
    version === RECORD_VERSION ? { ok: true, value: items } : upgraded(items, version, upgraders);
  if (!current.ok) return current;
  const entry = withoutRepeats();
  const parsed = guarded(() =>
    each(current.value, (item) => {
      const plain = plainEntry(item);
      return plain.ok ? entry(plain.value) : plain;
    }),
  );
  return parsed.ok
    ? { ok: true, value: { interorg: "snapshot", v: RECORD_VERSION, records: parsed.value } }
    : parsed;
}
