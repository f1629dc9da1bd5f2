// Aim: what is stored of a kind is as the kind is declared: a page takes no more than it has places, a
// bucket keeps of an id what its kind says. Method: every kind that is declared as a list or a set.
import { describe, expect, test } from "vitest";
import { appsKinds } from "../../src/apps/kinds.ts";
import { directoryKinds } from "../../src/directory/kinds.ts";
import { RECORD_KINDS } from "../../src/engine/records.ts";
import { flowsKinds } from "../../src/flows/kinds.ts";
import { groupsKinds } from "../../src/groups/kinds.ts";
import type { RecordKind } from "../../src/index.ts";
import { industryKinds } from "../../src/industry/kinds.ts";
import { licensesKinds } from "../../src/licenses/kinds.ts";
import { rosterKinds } from "../../src/roster/kinds.ts";
import { parseRecord } from "../../src/schema/index.ts";
import { spacesKinds } from "../../src/spaces/kinds.ts";
import { records } from "./samples.ts";

const declared: readonly object[] = [
  ...[directoryKinds, industryKinds, spacesKinds, rosterKinds, licensesKinds],
  ...[groupsKinds, appsKinds, flowsKinds],
].flatMap((kinds) => Object.values(kinds));
const lists = declared.filter((kind): kind is { kind: RecordKind; size: number } => "size" in kind);
const sets = declared.filter(
  (kind): kind is { kind: RecordKind; width: string } => "width" in kind,
);

const sample = (kind: RecordKind) => records[kind].full as { readonly [field: string]: unknown };

test("every kind is declared once", () => {
  expect(declared).toHaveLength(RECORD_KINDS.length);
});

describe("a page has as many places as its kind says", () => {
  test.each(lists)("$kind: $size", ({ kind, size }) => {
    const [entry] = sample(kind)["entries"] as unknown[];
    const of = (length: number) => parseRecord(kind, { entries: Array(length).fill(entry) });
    expect(of(size).ok).toBe(true);
    expect(of(size + 1)).toEqual({
      ok: false,
      problems: [{ path: ["entries"], problem: "too-many" }],
    });
  });
});

describe("a bucket keeps of an id what its kind says", () => {
  test.each(sets)("$kind: $width", ({ kind, width }) => {
    const bucket = sample(kind);
    const [value] = bucket["values"] as unknown[];
    if (width === "bare") expect(value).toBe(0);
    if (width === "several") expect((value as unknown[]).length).toBeGreaterThan(1);
    expect(parseRecord(kind, bucket).ok).toBe(true);
    expect(parseRecord(kind, { ...bucket, values: [] })).toEqual({
      ok: false,
      problems: [{ path: ["values"], problem: "too-few" }],
    });
  });
});
