import type { Notice, NoticeKind } from "../core/notice.ts";
import { type Refusal, type RefusalCode, RULE_OF_CODE } from "../core/refusal.ts";
import { merged } from "../core/tables.ts";
import { english, englishNotices } from "./explain-en.ts";
import { englishNoticesOfWork, englishOfWork } from "./explain-en-work.ts";
import { type NoticeSayings, type RefusalSayings, type Saying, shown } from "./explain-text.ts";
import { chinese, chineseNotices } from "./explain-zh.ts";
import { chineseNoticesOfWork, chineseOfWork } from "./explain-zh-work.ts";
import { type Locale, localeOf } from "./locale.ts";
import type { Rule } from "./rule.ts";
import { ruleById } from "./rules.ts";
import { NOTICE_TITLES, REFUSAL_TITLES } from "./titles.ts";

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

const sayings: { readonly [Name in Locale]: RefusalSayings } = {
  en: /* @__PURE__ */ merged(english, englishOfWork),
  zh: /* @__PURE__ */ merged(chinese, chineseOfWork),
};
const noticeSayings: { readonly [Name in Locale]: NoticeSayings } = {
  en: /* @__PURE__ */ merged(englishNotices, englishNoticesOfWork),
  zh: /* @__PURE__ */ merged(chineseNotices, chineseNoticesOfWork),
};

const RULE_OF_NOTICE: { readonly [Kind in NoticeKind]: string | null } = {
  ROSTER_CAP_REACHED: "CAP-04",
  COUNTERPART_LEFT: "HAND-01",
  LICENSE_AUTO_GRANT_DEFERRED: "LIC-11",
  LICENSE_USAGE_HIGH: "ALERT-02",
  APP_PUBLISHED: "ALERT-01",
  TASK_HANDED_OVER: "HAND-02",
  TASK_AWAITING_HANDOVER: "HAND-02",
  DEPARTMENT_FLAGGED: "ROSTER-09",
  DIRECTORY_RECONCILIATION_HELD: null,
};

/** The sentences of the source with their numbers, in the original whatever the locale. */
function sourceOf(rule: Rule | undefined): string | null {
  if (rule === undefined || rule.source.length === 0) return null;
  return rule.source.map(({ sentence, text }) => `「${text}」(${sentence})`).join(" ");
}

function sentence(text: string, rule: string | null, locale: Locale): string {
  if (locale === "zh") return rule === null ? `${text}。` : `${text}（规则 ${rule}）。`;
  return rule === null ? `${text}.` : `${text} (rule ${rule}).`;
}

/** A saying about data that may be forged; the heading alone where the data does not fit it. */
function said(say: () => Saying, title: string): Saying {
  try {
    return say();
  } catch {
    return { text: title, help: "" };
  }
}

/** What a refusal of this code is about, as a heading in the language that {@link localeOf} finds. */
export function refusalTitle(code: RefusalCode, tags: string | readonly string[]): string {
  return REFUSAL_TITLES[code][localeOf(tags) === "zh" ? 1 : 0];
}

/**
 * Puts a refusal into words. Ids are shown escaped and cut to 64 characters; the text is plain, not
 * markup. It never throws, whatever JSON a refusal was read from.
 *
 * @param tags BCP 47 tags of the reader's languages; English if there is no text in any of them
 * @example explain(outcome.refusal, "zh-CN").text // "组织“acme”不存在（规则 PROTO-03）。"
 */
export function explain(refusal: Refusal, tags: string | readonly string[]): Explanation {
  const locale = localeOf(tags);
  const { code = "", data } = (refusal ?? {}) as Partial<Refusal>;
  if (!Object.hasOwn(RULE_OF_CODE, code)) {
    const text = locale === "zh" ? "操作被拒绝" : "Refused";
    return unknown(text, code, locale);
  }
  const known = code as RefusalCode;
  const title = refusalTitle(known, locale);
  const say = sayings[locale][known] as (data: unknown) => Saying;
  const { text, help } = said(() => say(data), title);
  const rule = ruleById(RULE_OF_CODE[known]);
  return {
    text: sentence(text, RULE_OF_CODE[known], locale),
    rule: RULE_OF_CODE[known],
    title,
    help,
    source: sourceOf(rule),
  };
}

/** For what was stored by a later version of the library. */
function unknown(title: string, name: unknown, locale: Locale): Explanation {
  const what = typeof name === "string" ? name : (JSON.stringify(name) ?? "");
  const text = locale === "zh" ? `${title}：${shown(what)}` : `${title}: ${shown(what)}`;
  return { text: sentence(text, null, locale), rule: "", title, help: "", source: null };
}

/** Puts a notice into words, under the same terms as {@link explain}. */
export function explainNotice(notice: Notice, tags: string | readonly string[]): NoticeExplanation {
  const locale = localeOf(tags);
  const { kind = "", data } = (notice ?? {}) as Partial<Notice>;
  if (!Object.hasOwn(RULE_OF_NOTICE, kind)) {
    const { text, title } = unknown(locale === "zh" ? "有新通知" : "Notice", kind, locale);
    return { text, rule: null, title, help: "" };
  }
  const known = kind as NoticeKind;
  const title = NOTICE_TITLES[known][locale === "zh" ? 1 : 0];
  const say = noticeSayings[locale][known] as (data: unknown, notice: Notice) => Saying;
  const { text, help } = said(() => say(data, notice), title);
  const rule = RULE_OF_NOTICE[known];
  return { text: sentence(text, rule, locale), rule, title, help };
}
