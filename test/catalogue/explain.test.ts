// Aim: every refusal and notice can be put into words in both languages, whatever ids it carries.
// Method: one example of each, with plain and with hostile ids; texts are held to what must be in
// them and what must never be.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  explain,
  explainNotice,
  type Locale,
  localeOf,
  RULES,
  refusalTitle,
  retry,
  ruleById,
  ruleOfCode,
} from "../../src/catalogue/index.ts";
import type { Notice } from "../../src/core/notice.ts";
import { REFUSAL_CODES, type Refusal, refuse } from "../../src/core/refusal.ts";
import { sampleNotices, sampleRefusals, WORDS } from "../support/refusals.ts";

const LOCALES: readonly Locale[] = ["en", "zh"];
const CHINESE = /[\u4e00-\u9fff]/u;

/** What must not get from an id into a text: quotes, markup, and what is not seen as itself. */
const DANGEROUS = /["<>&\\]|\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Zs}/u;

const HOSTILE = [
  "__proto__",
  "constructor",
  "x".repeat(128),
  "😀".repeat(64),
  "a\u202eb",
  "a\u0000b\nc",
  '"quoted" and “quoted”',
  "<script>alert(1)</script>",
  "$&$1\\u{41}",
  "\u200b".repeat(128),
  "\ud800",
  "\u{e0041}".repeat(60),
];

/** Strings anywhere in a refusal's or notice's data that stand for ids. */
const idsIn = (data: object): string[] =>
  Object.entries(data).flatMap(([name, value]) =>
    WORDS.includes(name)
      ? []
      : typeof value === "string"
        ? [value]
        : value !== null && typeof value === "object"
          ? idsIn(value)
          : [],
  );

describe.each(LOCALES)("in %s", (locale) => {
  test.each(sampleRefusals().map((each) => [each.code, each] as const))("%s", (code, refusal) => {
    const { text, rule, title, help, source } = explain(refusal, locale);
    expect(rule).toBe(ruleOfCode(code)?.id);
    expect(text).toContain(rule);
    for (const id of idsIn(refusal.data)) expect(text).toContain(id);
    expect(help).toMatch(locale === "zh" ? /。$/u : /\.$/u);
    expect(text).toMatch(locale === "zh" ? /。$/u : /\.$/u);
    const quotes = ruleById(rule)?.source ?? [];
    expect(source === null).toBe(quotes.length === 0);
    for (const quote of quotes) expect(source).toContain(quote.text);
    for (const words of [text, title, help]) expect(CHINESE.test(words)).toBe(locale === "zh");
  });

  test.each(sampleNotices().map((each) => [each.kind, each] as const))("%s", (_, notice) => {
    const { text, rule, title, help } = explainNotice(notice, locale);
    for (const id of idsIn(notice.data).slice(0, 3)) expect(text).toContain(id);
    if (rule !== null) {
      expect(ruleById(rule)).toBeDefined();
      expect(text).toContain(rule);
    }
    for (const words of [text, title, help]) expect(CHINESE.test(words)).toBe(locale === "zh");
  });

  test.each(HOSTILE)("an id such as %j stays harmless", (id) => {
    const plain = [
      ...sampleRefusals(() => "").map((each) => explain(each, locale)),
      ...sampleNotices(() => "").map((each) => explainNotice(each, locale)),
    ];
    const hostile = [
      ...sampleRefusals(() => id).map((each) => explain(each, locale)),
      ...sampleNotices(() => id).map((each) => explainNotice(each, locale)),
    ];
    hostile.forEach(({ text, help }, index) => {
      const quoting = locale === "en" ? /"([^"]*)"/gu : /“([^”]*)”/gu;
      const quoted = [...text.matchAll(quoting)].map(([, inner]) => inner as string);
      for (const inner of quoted) {
        expect(inner.length).toBeLessThanOrEqual(64);
        expect(inner.replaceAll(/\\u\{[0-9a-f]+\}/gu, "")).not.toMatch(DANGEROUS);
      }
      const about = plain[index] as { readonly text: string; readonly help: string };
      expect([...about.text.matchAll(quoting)].length).toBe(quoted.length);
      expect(text.replaceAll(quoting, "")).toBe(about.text.replaceAll(quoting, ""));
      expect(help).toBe(about.help);
    });
  });
});

test.each([
  ["zh-CN", "zh"],
  ["zh-Hant-TW", "zh"],
  ["ZH-hans-cn-x-private", "zh"],
  ["en-GB", "en"],
  ["fr", "en"],
  ["zhx", "en"],
  ["", "en"],
] as const)("texts for %j are in %s", (tag, locale) => {
  expect(localeOf(tag)).toBe(locale);
  const refusal = refuse("JOIN_LIMIT_EXCEEDED", {});
  expect(explain(refusal, tag)).toEqual(explain(refusal, locale));
});

test("of several languages the first that there are texts in is taken", () => {
  expect(localeOf(["fr-CA", "zh-TW", "en"])).toBe("zh");
  expect(localeOf([])).toBe("en");
});

test("each title says what was refused, and no two say the same", () => {
  for (const locale of LOCALES) {
    const titles = REFUSAL_CODES.map((code) => refusalTitle(code, locale));
    expect(new Set(titles).size).toBe(titles.length);
    const headings = new Set(RULES.map((rule) => rule.title));
    for (const title of titles) expect(headings).not.toContain(title);
  }
  expect(refusalTitle("MEMBER_NOT_CERTIFIED", "en")).toBe(
    "An uncertified organization cannot join",
  );
});

test("no two notices have the same title", () => {
  for (const locale of LOCALES) {
    const titles = new Map(
      sampleNotices().map((each) => [each.kind, explainNotice(each, locale).title]),
    );
    expect(new Set(titles.values()).size).toBe(titles.size);
  }
});

/** Forged data of every known name: what was read from a file, as JSON gives it. */
const forged = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom(
      ...new Set(
        [...sampleRefusals(), ...sampleNotices()].flatMap(({ data }) => Object.keys(data)),
      ),
    ),
    fc.oneof(fc.jsonValue(), fc.constantFrom("__proto__", "toString", "<b>")),
  ),
);
const names = [
  ...REFUSAL_CODES,
  ...sampleNotices().map(({ kind }) => kind),
  "__proto__",
  "toString",
  null,
  7,
  {},
];

test("whatever JSON comes in, a text comes out", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), forged, fc.string(), (name, data, tag) => {
      const refusal = JSON.parse(JSON.stringify({ code: name, data }));
      const notice = JSON.parse(JSON.stringify({ kind: name, data }));
      for (const { text, title } of [
        explain(refusal as Refusal, tag),
        explainNotice(notice as Notice, tag),
      ]) {
        expect(text).not.toBe("");
        expect(title).not.toBe("");
      }
    }),
    { numRuns: 2_000 },
  );
  for (const none of [null, "", 7, [], {}])
    expect(explain(none as unknown as Refusal, "en").text).not.toBe("");
});

test("figures are given as far as they are known", () => {
  expect(explain(refuse("JOIN_LIMIT_EXCEEDED", { limit: 5, current: 5 }), "en").text).toContain(
    "5 of 5",
  );
  expect(explain(refuse("JOIN_LIMIT_EXCEEDED", {}), "en").text).not.toMatch(/\d of \d/u);
  expect(explain(refuse("PERSON_CAP_EXCEEDED", { limit: 3000 }), "zh").text).toContain("3000");
  expect(explain(refuse("PERSON_CAP_EXCEEDED", {}), "zh").text).not.toContain("3000");
});

test("every problem of a malformed input has its place; a long list is cut", () => {
  const problems = ["a", "b", "c", "d"].map((name) => ({ path: ["data", name], problem: "type" }));
  const { text } = explain(refuse("MALFORMED", { problems }), "en");
  expect(text).toContain("data.a is type; data.b is type; data.c is type; and more");
  const root = refuse("MALFORMED", { problems: [{ path: [], problem: "not-an-object" }] });
  expect(explain(root, "en").text).toContain("the input is not-an-object");
});

test.each(LOCALES)("what may be left out is left out in %s", (locale) => {
  const about = (refusal: Refusal) => explain(refusal, locale).text;
  const like = (id: string) => id as never;
  expect(about(refuse("UNKNOWN_APP", { app: like("a1"), flow: like("f1") }))).toContain("f1");
  expect(about(refuse("UNKNOWN_APP", { app: like("a1") }))).toContain("a1");
  for (const code of ["UNIT_NOT_LINKED", "UNIT_ALREADY_LINKED", "UNIT_OVERLAP"] as const) {
    const whole = about(refuse(code, { space: like("s1"), organization: null }));
    expect(whole).toContain("s1");
    expect(whole).not.toMatch(/Member|成员组织/u);
  }
  const identity = { organization: like("o1"), person: like("p1") };
  const tasks = [{ instance: like("n1"), task: 7 }];
  for (const notice of [
    { kind: "TASK_HANDED_OVER", to: [], data: { from: null, to: identity, tasks } },
    { kind: "TASK_AWAITING_HANDOVER", to: [], data: { from: null, tasks } },
  ] as const) {
    const { text } = explainNotice(notice, locale);
    expect(text).toContain("n1");
    expect(text).toContain("7");
    expect(text).not.toContain("null");
  }
});

test("support staff are told that they act for no organization", () => {
  const refusal = refuse("NOT_AUTHORIZED_ADMIN", { organization: null });
  expect(explain(refusal, "en").text).toContain("no organization");
  expect(explain(refusal, "zh").text).toContain("不能代表任何组织");
  const acting = refuse("ACTING_ORG_INVALID", { organization: null });
  expect(explain(acting, "en").text).toContain("no organization");
  expect(explain(acting, "zh").text).toContain("不能代表任何组织");
});

test.each(["__proto__", "toString", "FROM_A_LATER_VERSION"])(
  "an unknown code %j is named",
  (code) => {
    const refusal = { code, rule: "", data: {} } as unknown as Refusal;
    for (const locale of LOCALES) expect(explain(refusal, locale).text).toContain(code);
  },
);

test("each code says whether to try again, and whom it concerns", () => {
  for (const code of REFUSAL_CODES) {
    const { httpStatus, whoSees, next } = retry(code);
    expect([400, 403, 404, 409, 412, 422, 428], code).toContain(httpStatus);
    expect(whoSees, code).not.toBe("");
    expect(next, code).toMatch(/\.$/u);
  }
  expect(retry("UNKNOWN_PERSON").canHelp).toBe(true);
  expect(retry("MALFORMED").canHelp).toBe(false);
});

test("what is so, or is not, is said as such", () => {
  const told = (kind: Notice["kind"], field: string, is: boolean): string => {
    const notice = sampleNotices().find((each) => each.kind === kind) as Notice;
    return explainNotice({ ...notice, data: { ...notice.data, [field]: is } } as never, "en").text;
  };
  expect(told("APPLICATION_DECIDED", "approved", true)).toContain("was approved");
  expect(told("APPLICATION_DECIDED", "approved", false)).toContain("was rejected");
  expect(told("APP_DISTRIBUTED", "installed", true)).toContain("on the workbench");
  expect(told("APP_DISTRIBUTED", "installed", false)).toContain("may install it");
});
