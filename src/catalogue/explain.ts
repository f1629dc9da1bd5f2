import type { Notice, NoticeKind } from "../core/notice.ts";
import { type Refusal, RULE_OF_CODE } from "../core/refusal.ts";
import { merged } from "../core/tables.ts";
import { english, englishNotices } from "./explain-en.ts";
import { englishNoticesOfWork, englishOfWork } from "./explain-en-work.ts";
import { type NoticeSayings, type RefusalSayings, type Saying, shown } from "./explain-text.ts";
import { chinese, chineseNotices } from "./explain-zh.ts";
import { chineseNoticesOfWork, chineseOfWork } from "./explain-zh-work.ts";
import type { Rule } from "./rule.ts";
import { ruleById } from "./rules.ts";
import { CHINESE_TITLES } from "./titles-zh.ts";

/** A language that refusals are explained in. */
export type Locale = "en" | "zh";

/** A refusal in words. */
export interface Explanation {
  /** What is wrong, as one sentence that names the rule. */
  readonly text: string;
  /** The rule that owns the code. */
  readonly rule: string;
  /** The rule's heading. */
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

function titleOf(rule: Rule | undefined, locale: Locale): string {
  if (rule === undefined) return "";
  return locale === "zh" ? (CHINESE_TITLES[rule.id] ?? rule.title) : rule.title;
}

/** The sentences of the source with their numbers, in the original whatever the locale. */
function sourceOf(rule: Rule | undefined): string | null {
  if (rule === undefined || rule.source.length === 0) return null;
  return rule.source.map(({ sentence, text }) => `「${text}」(${sentence})`).join(" ");
}

function sentence(text: string, rule: string | null, locale: Locale): string {
  if (locale === "zh") return rule === null ? `${text}。` : `${text}（规则 ${rule}）。`;
  return rule === null ? `${text}.` : `${text} (rule ${rule}).`;
}

/**
 * Puts a refusal into words. Ids are shown escaped and cut to 64 characters; the text is plain, not
 * markup.
 */
export function explain(refusal: Refusal, locale: Locale): Explanation {
  const { code } = refusal;
  if (!Object.hasOwn(RULE_OF_CODE, code)) return unexplained(code, locale);
  const say = sayings[locale][code] as (data: Refusal["data"]) => Saying;
  const { text, help } = say(refusal.data);
  const rule = ruleById(RULE_OF_CODE[code]);
  return {
    text: sentence(text, RULE_OF_CODE[code], locale),
    rule: RULE_OF_CODE[code],
    title: titleOf(rule, locale),
    help,
    source: sourceOf(rule),
  };
}

/** For a code stored by a later version of the library. */
function unexplained(code: string, locale: Locale): Explanation {
  const text = locale === "zh" ? `操作被拒绝：${shown(code)}` : `Refused with ${shown(code)}`;
  return { text: sentence(text, null, locale), rule: "", title: "", help: "", source: null };
}

/** Puts a notice into words, under the same terms as {@link explain}. */
export function explainNotice(notice: Notice, locale: Locale): NoticeExplanation {
  const say = noticeSayings[locale][notice.kind] as (
    data: Notice["data"],
    notice: Notice,
  ) => Saying;
  const { text, help } = say(notice.data, notice);
  const rule = RULE_OF_NOTICE[notice.kind];
  return { text: sentence(text, rule, locale), rule, help };
}
