/** A sound World with something of everything in it, and ways to corrupt it in one place. */
import { expect, test } from "vitest";
import type { Entry } from "../../src/core/bucket.ts";
import { type InvariantOptions, invariants } from "../../src/engine/invariants.ts";
import { setWidth } from "../../src/engine/records.ts";
import {
  defaultPolicy,
  type Policy,
  parseKey,
  type RecordKind,
  type Records,
  restore,
  type StoredRecord,
  snapshot,
  type World,
} from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { bucketOf, type EntryOf, entriesOf } from "../support/buckets.ts";

/** Small limits, all reached. */
export const policy: Policy = { ...defaultPolicy, personCap: 4, memberOrgCap: 3, joinLimit: 2 };

/** Something of everything: a full Space with people waiting, Folders, rules, applications. */
export function sound(): Play {
  const p = play(policy);
  p.register(["host", "north", "south", "east", "gone"]);
  p.createDepartments("north", [
    ["sales", null],
    ["export", "sales"],
    ["law", null],
    ["old", null],
  ]);
  p.fact("department.removed", { organization: "north", department: "old" });
  for (const person of ["n1", "n2", "n3"]) p.hire("north", person, ["export"]);
  p.hire("north", "n4", ["law"]);
  p.hire("north", "left", ["law"]);
  p.resign("north", "left");
  p.createSpace("host", "s", { whole: true });
  p.createSpace("host", "t");
  p.createSpace("host", "over");
  p.command("host", "space.dissolve", { space: "over" });
  p.join("host", "s", "north", {
    departments: ["sales"],
    people: ["n4"],
    exclude: { people: ["n3"], departments: ["law"] },
  });
  p.join("host", "s", "south", {});
  for (const person of ["s1", "s2"]) p.hire("south", person);
  p.command("south", "scope.put-in", { space: "s", organization: "south", people: [] });
  p.hire("host", "h1");
  p.hire("host", "h2");
  p.invite("host", "s");
  p.applyTo("east", "s", { whole: true, exclude: { people: ["east-admin"] } });
  for (const [folder, parent] of [
    ["f", null],
    ["g", "f"],
  ] as const) {
    p.command("host", "folder.create", { space: "s", folder, parent, name: "F" });
  }
  p.command("host", "member.place", { space: "s", organization: "north", folder: "g" });
  const visibility = { kind: "listed", organizations: ["south", "host"] } as const;
  p.command("host", "visibility.set", { space: "s", organization: "north", visibility });
  p.command("host", "visibility.hide", {
    ...{ space: "s", organization: "south", hidden: true },
    except: {
      kinds: [{ type: "dealer" }],
      departments: [{ organization: "north", department: "sales" }],
    },
  });
  p.fact("organization.ended", { organization: "gone" });
  return p;
}

/** A record as it is to be corrupted: a bucket as a list of entries, for they are found one by one. */
type Seen<Kind extends RecordKind> = [EntryOf<Kind>] extends [never]
  ? Records[Kind]
  : { readonly entries: readonly EntryOf<Kind>[] };

export type Change<Kind extends RecordKind> = (record: Seen<Kind>) => unknown;

/** A World with one record other than it was: changed, added, or (`null`) gone. */
export function corrupted<Kind extends RecordKind>(
  world: World,
  kind: Kind,
  owner: string,
  own: string,
  change: Change<Kind>,
): World {
  const written = snapshot(world);
  const isIt = (text: string): boolean =>
    JSON.stringify(parseKey(text)) === JSON.stringify([kind, owner, own]);
  const before = written.records.find(([text]) => isIt(text));
  const known = structuredClone(before?.[1]) as Records[Kind] | undefined;
  const isBucket = setWidth(kind) !== null;
  const seen = isBucket && known !== undefined ? { entries: entriesOf(kind, known) } : known;
  const after = change(seen as Seen<Kind>);
  const record = (
    isBucket && after !== null
      ? bucketOf(kind, (after as { readonly entries: readonly Entry[] }).entries)
      : after
  ) as StoredRecord | null;
  const others = written.records.filter(([text]) => !isIt(text));
  const text = own === "" ? `${kind}:${owner}` : `${kind}:${owner}/${own}`;
  return restore({ ...written, records: record === null ? others : [...others, [text, record]] });
}

/** The rules named by what is found. */
export const rulesFound = (
  world: World,
  options: InvariantOptions = {},
  changes: Partial<Policy> = {},
) => invariants(world, { ...policy, ...changes }, options).map(({ rule }) => rule);

/** A list without one item. */
export const without = <Item>(list: readonly Item[], at = 0): Item[] =>
  list.filter((_, i) => i !== at);

/** Changes a record, and names a rule that this breaks. */
export function finds<Kind extends RecordKind>(
  what: string,
  rule: string,
  kind: Kind,
  [owner, own = ""]: readonly [string, string?],
  change: Change<Kind>,
): void {
  test(`${what} is found`, () => {
    expect(rulesFound(corrupted(sound().world(), kind, owner, own, change))).toContain(rule);
  });
}
