import type { Notice, NoticeKind } from "../core/notice.ts";
import { type Refusal, type RefusalCode, RULE_OF_CODE } from "../core/refusal.ts";
import { word } from "./format.ts";
import { type Locale, localeOf } from "./locale.ts";
import { en } from "./made/en.ts";
import { RULE_OF_NOTICE } from "./made/notices.ts";
import { zh } from "./made/zh.ts";
import { type Rule, ruleById } from "./rules.ts";
import type { Texts } from "./texts.ts";

/** A refusal in words. */
export interface Explanation {
  /** What is wrong, as one sentence that names the rule. */
  readonly text: string;
  /** The rule that owns the code; empty for a code that this version does not know. */
  readonly rule: string;
  /** What was refused, as a heading. */
  readonly title: string;
  /** What would make it legal, as far as the refusal's data says. */
  readonly help: string;
  /** What the rule rests on, in the original Chinese; `null` where the source is silent. */
  readonly source: string | null;
}

/** A notice in words. */
export interface NoticeExplanation {
  /** What has happened, as one sentence. */
  readonly text: string;
  /** The rule that gives the notice; `null` where none does. */
  readonly rule: string | null;
  /** What has happened, as a heading. */
  readonly title: string;
  /** What the recipients may do. */
  readonly help: string;
}

const TEXTS: { readonly [Name in Locale]: Texts } = { en, zh };

/** The sentences of the source with their numbers, in the original whatever the locale. */
function sourceOf(rule: Rule | undefined): string | null {
  if (rule === undefined || rule.source.length === 0) return null;
  return rule.source.map(({ sentence, text }) => `「${text}」(${sentence})`).join(" ");
}

function sentence(text: string, rule: string | null, locale: Locale): string {
  if (locale === "zh") return rule === null ? `${text}。` : `${text}（规则 ${rule}）。`;
  return rule === null ? `${text}.` : `${text} (rule ${rule}).`;
}

type Json = Readonly<Record<string, unknown>>;

/** Whatever JSON it is, as an object. */
function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

/** What a name that this version knows stands for; names may come from outside. */
function known<Name extends string>(table: Readonly<Record<Name, unknown>>, name: unknown) {
  return typeof name === "string" && Object.hasOwn(table, name) ? (name as Name) : null;
}

/**
 * What a refusal of this code is about, as a heading.
 *
 * @param tags BCP 47 tags of the reader's languages; English if there is no text in any of them
 */
export function refusalTitle(code: RefusalCode, tags: string | readonly string[]): string {
  return TEXTS[localeOf(tags)].refusals[code].title({});
}

/**
 * Puts a refusal into words. Ids are shown escaped and cut to 64 characters; the text is plain, not
 * markup. It never throws, whatever JSON a refusal was read from.
 *
 * @param tags BCP 47 tags of the reader's languages; English if there is no text in any of them
 * @example explain(outcome.refusal, "zh-CN").title // "组织不存在"
 */
export function explain(refusal: Refusal, tags: string | readonly string[]): Explanation {
  const locale = localeOf(tags);
  const { code, data } = asObject(refusal);
  const own = known(RULE_OF_CODE, code);
  if (own === null) {
    // Stored by a later version of the library.
    const title = locale === "zh" ? "操作被拒绝" : "Refused";
    return { text: nameless(title, code, locale), rule: "", title, help: "", source: null };
  }
  const { text, title, help } = TEXTS[locale].refusals[own];
  const rule = RULE_OF_CODE[own];
  return {
    text: sentence(text(asObject(data)), rule, locale),
    rule,
    title: title({}),
    help: help(asObject(data)),
    source: sourceOf(ruleById(rule)),
  };
}

function nameless(title: string, name: unknown, locale: Locale): string {
  return sentence(`${title}${locale === "zh" ? "：" : ": "}${word(name)}`, null, locale);
}

/** Puts a notice into words, under the same terms as {@link explain}. */
export function explainNotice(notice: Notice, tags: string | readonly string[]): NoticeExplanation {
  const locale = localeOf(tags);
  const { kind, data } = asObject(notice);
  const own: NoticeKind | null = known(RULE_OF_NOTICE, kind);
  if (own === null) {
    const title = locale === "zh" ? "通知" : "Notice";
    return { text: nameless(title, kind, locale), rule: null, title, help: "" };
  }
  const { text, title, help } = TEXTS[locale].notices[own];
  const rule = RULE_OF_NOTICE[own];
  return {
    text: sentence(text(asObject(data)), rule, locale),
    rule,
    title: title({}),
    help: help(asObject(data)),
  };
}
