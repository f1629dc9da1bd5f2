// Aim: every input, event, question, notice, refusal, record and field of the policy has its place in the
// reference, and every rule its page. Method: headings against the registers.
import { describe, expect, test } from "vitest";
import { anchor } from "../../scripts/docs/markdown.ts";
import { readPage } from "../../scripts/docs/markdown-files.ts";
import { POLICY_AREAS } from "../../scripts/docs/policy-areas.ts";
import { shownIn } from "../../scripts/docs/policy-cases.ts";
import { membersOf } from "../../scripts/docs/vocabulary.ts";
import { AREAS, COMMAND_TYPES, FACT_TYPES, RULES } from "../../src/catalogue/index.ts";
import { defaultPolicy, REFUSAL_CODES } from "../../src/index.ts";
import { jsonSchemas } from "../../src/schema/index.ts";

const schemas = jsonSchemas();

describe.each([
  ["inputs", [...COMMAND_TYPES, ...FACT_TYPES], Object.keys(schemas.inputs)],
  ["events", membersOf("Events").map(({ name }) => name), Object.keys(schemas.events)],
  ["questions", membersOf("Queries").map(({ name }) => name), Object.keys(schemas.queries)],
  ["refusals", REFUSAL_CODES, membersOf("RefusalData").map(({ name }) => name)],
])("the page of %s", (name, types, known) => {
  test("has a place for each", () => {
    const { anchors } = readPage(`docs/reference/${name}.md`);
    expect([...types].filter((type) => !anchors.has(anchor(type)))).toEqual([]);
  });

  test("takes them from a register that is whole", () => {
    expect([...types].sort()).toEqual([...known].sort());
  });
});

test.each([
  ["notices", "NoticeData"],
  ["records", "Records"],
])("the page of %s has a place for each", (page, type) => {
  const { anchors } = readPage(`docs/reference/${page}.md`);
  const names = membersOf(type).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !anchors.has(anchor(name)))).toEqual([]);
});

test("the page of the policy names each field", () => {
  expect(membersOf("Policy").map(({ name }) => name)).toEqual(Object.keys(defaultPolicy));
});

test("each field of the policy has its place on the page of its area, with its case and each of its outcomes", () => {
  for (const [, fields, area] of POLICY_AREAS) {
    const { anchors, blocks } = readPage(`docs/reference/policy/${area}.md`);
    expect(fields.filter((field) => !anchors.has(anchor(field)))).toEqual([]);
    const { cases, helpers } = shownIn(area);
    expect(Object.keys(cases)).toEqual(fields);
    const runs = fields.map((field) => cases[field]?.run ?? "");
    expect(runs.filter((run) => run === "")).toEqual([]);
    const shown = blocks.map(({ text }) => text.trim());
    expect(shown).toEqual([...runs, helpers].filter((text) => text !== ""));
  }
});

test("every rule has its place on a page", () => {
  const places = new Map(
    AREAS.map((area) => [area, readPage(`docs/rules/${area.toLowerCase()}.md`).anchors]),
  );
  const lost = RULES.filter(
    ({ id, title, area }) => !places.get(area)?.has(anchor(`${id} ${title}`)),
  );
  expect(lost).toEqual([]);
});

test("every example of an input is shown: two blocks below each heading", () => {
  const { blocks } = readPage("docs/reference/inputs.md");
  const examples = blocks.filter(({ language }) => language === "json");
  expect(examples).toHaveLength(COMMAND_TYPES.length + FACT_TYPES.length);
});
