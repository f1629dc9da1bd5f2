/** Why something named had no effect, in words. */
import type { PassedOverReason } from "../core/reasons.ts";
import { PASSED_OVER_REASONS } from "../core/reasons.ts";
import type { RefusalCode } from "../core/refusal.ts";
import { refusalTitle } from "./explain.ts";
import { type Locale, localeOf } from "./locale.ts";

type OwnReason = (typeof PASSED_OVER_REASONS)[number];

const TEXTS: { readonly [Reason in OwnReason]: { readonly [Name in Locale]: string } } = {
  "already-so": { en: "It was so already", zh: "原本就是如此" },
  "already-in-service": { en: "This person is in service already", zh: "该人员已在职" },
  "older-number": {
    en: "It names an employment before the latest one, or one that has ended",
    zh: "指向更早的或已结束的任职",
  },
  "older-revision": { en: "A newer revision is known", zh: "已有更新的版本" },
  "older-time": { en: "Newer word is known of that time", zh: "已有更新的消息" },
  "older-list": { en: "A newer full list has taken its place", zh: "已被更新的全量名单取代" },
  "other-list": { en: "It does not fit what its list began with", zh: "与该名单开始时的说明不符" },
  "organization-ended": { en: "The organization has ended", zh: "该组织已注销" },
  "not-responsible-extent": {
    en: "It lies outside what its list or source is full for",
    zh: "超出该名单或来源的范围",
  },
  "reported-left": {
    en: "This person has left, and no list brings them back",
    zh: "该人员已离职，名单不能使其恢复",
  },
  "vouched-elsewhere": { en: "Another source still names it", zh: "其他来源仍然包含它" },
  "department-gone": { en: "The department was removed", zh: "该部门已被移除" },
  "still-used": {
    en: "Somebody is in this department, or something below it is listed",
    zh: "该部门中仍有人员或下级部门",
  },
  protected: { en: "A later fact speaks for it", zh: "有更晚的事实为证" },
  "retention-over": {
    en: "It comes too late to be undone or given back",
    zh: "已超过保留期，无法恢复",
  },
  "id-in-use": { en: "Another one has or had that id", zh: "该标识已被占用" },
  "not-possible": { en: "This cannot be", zh: "无法实现" },
  "next-step": { en: "It is left to the next step of its list", zh: "留待该名单的下一步" },
};

const isOwn = (reason: PassedOverReason): reason is OwnReason =>
  (PASSED_OVER_REASONS as readonly string[]).includes(reason);

/**
 * Why something that an accepted input named had no effect, as a heading (PROTO-08).
 *
 * @param tags BCP 47 tags of the reader's languages; English if there is no text in any of them
 * @example reasonTitle("older-revision", "zh-CN") // "已有更新的版本"
 */
export function reasonTitle(reason: PassedOverReason, tags: string | readonly string[]): string {
  return isOwn(reason) ? TEXTS[reason][localeOf(tags)] : refusalTitle(reason as RefusalCode, tags);
}
