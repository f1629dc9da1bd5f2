// Samples of industry books: a full and a least one of every fact, event and record.
import type { EventType, Fact, RecordKind } from "../../src/index.ts";
import type { Samples } from "./sample.ts";

type Ours<Type extends string> = Samples<Extract<Type, `industry.${string}`>>;

const who = { organization: "__proto__", person: "constructor" };
const member = { ...who, kind: "member", nodes: ["class-1", "toString"] };

export const facts: Ours<Fact["type"]> = {
  "industry.changed": {
    full: { ...member, number: 3, guardians: ["p2"], revision: 7 },
    least: member,
  },
  "industry.left": {
    full: { ...who, number: 3, kind: "staff" },
    least: { ...who, kind: "member" },
  },
};

export const events: Ours<EventType> = {
  "industry.changed": {
    full: { ...member, number: 3, given: 9, guardians: [["p2", 1]], revision: 7 },
    least: { ...member, number: 1, guardians: [] },
  },
  "industry.left": {
    full: { ...who, kind: "member", number: 3, because: "changed" },
    least: { ...who, kind: "staff", number: 3 },
  },
  "industry.noted": { full: { ...who, kind: "member", word: "left", at: 5 } },
};

const kept = { number: 1, inBook: true, nodes: ["class-1"], guardians: [["p2", 1]] };
const led = { number: 1, nodes: ["class-1"] };

type Kinds = Extract<RecordKind, `industry-${string}` | "guardian" | "wards">;

/** The records of industry books. */
export const records: Samples<Kinds> = {
  "industry-member": {
    full: { ...kept, given: 4, revision: 7, times: { began: 1, changed: 2, left: 3, ownLeft: 3 } },
    least: { ...kept, given: null, times: { began: 1 } },
  },
  "industry-staff": { full: { ...led, revision: 7 }, least: led },
  "industry-node": { full: { departures: 2 } },
  guardian: { full: { wards: { buckets: 1, count: 2 } } },
  wards: { full: { ids: ["p1"], values: [1], bytes: 9, more: 0 } },
};

/** The text of a key of each kind. */
export const keys: { readonly [Kind in Kinds]: string } = {
  "industry-member": "industry-member:o1/p1",
  "industry-staff": "industry-staff:o1/p%1",
  "industry-node": "industry-node:o1/class-1",
  guardian: "guardian:o%2F1/p1",
  wards: "wards:o1/0/p1",
};
