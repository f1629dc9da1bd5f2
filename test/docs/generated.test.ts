// Aim: what was observed once is not older than the vocabulary, and a new consequence is noticed.
import { expect, test } from "vitest";
import { missingIn, observed } from "../../scripts/docs/observed.ts";
import { membersOf } from "../../scripts/docs/vocabulary.ts";
import { COMMAND_TYPES, FACT_TYPES } from "../../src/catalogue/index.ts";

const { events, notices, causes, records } = observed();

test("only types that there are occur in what was observed", () => {
  const inputs: readonly string[] = [...COMMAND_TYPES, ...FACT_TYPES];
  const happened = membersOf("Events").map(({ name }) => name);
  const kinds = membersOf("Records").map(({ name }) => name);
  const told = membersOf("NoticeData").map(({ name }) => name);
  const strange = [
    ...[...Object.keys(events), ...Object.keys(notices)].filter((each) => !inputs.includes(each)),
    ...[...Object.values(events).flat(), ...Object.keys(causes), ...Object.keys(records)].filter(
      (each) => !happened.includes(each),
    ),
    ...Object.values(records)
      .flat()
      .filter((each) => !kinds.includes(each)),
    ...Object.values(notices)
      .flat()
      .filter((each) => !told.includes(each)),
  ];
  expect(strange).toEqual([]);
});

test("every event was seen to come of some input, and every kind of record to be changed", () => {
  const seen = new Set(Object.values(events).flat());
  const changed = new Set(Object.values(records).flat());
  const names = (type: string) => membersOf(type).map(({ name }) => name);
  expect(names("Events").filter((name) => !seen.has(name))).toEqual([]);
  // More than 64 ties of one identity are more than generated inputs make; `held` was of version 1; no
  // input invites anybody to a Trunk by name.
  expect(names("Records").filter((name) => !changed.has(name))).toEqual(["held", "ties"]);
});

test("a consequence that the pages do not know is told", () => {
  const found = {
    events: { "space.create": ["space.vanished"] },
    notices: {},
    causes: {},
    records: {},
  };
  expect(missingIn(observed(), found)).toEqual(["space.create → space.vanished"]);
  expect(missingIn(observed(), observed())).toEqual([]);
});
