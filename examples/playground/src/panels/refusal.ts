/** A refusal in full: what is wrong, which rule says so, on what it rests, and what would help. */
import type { Refusal } from "interorg";
import { explain, type Rule, ruleById } from "interorg/catalogue";
import { h } from "../dom.ts";
import { locale, t } from "../locale.ts";

const STRENGTH = {
  stated: "strengthStated",
  derived: "strengthDerived",
  recommended: "strengthRecommended",
} as const;

/** The page of a rule's area, beside this page; built from the same register. */
function rulePage({ area }: Rule): HTMLElement | false {
  if (!RULE_PAGES) return false;
  return h(
    "a",
    { href: `rules/${area.toLowerCase()}.txt`, target: "_blank", rel: "noopener" },
    t("rulePage"),
  );
}

function sourceOf(rule: Rule): HTMLElement {
  if (rule.source.length === 0) return h("p", { class: "muted" }, t("sourceSilent"));
  return h(
    "div",
    {},
    rule.source.map(({ sentence, text }) =>
      h("blockquote", { lang: "zh-CN" }, `「${text}」`, h("cite", {}, sentence)),
    ),
  );
}

function ruleOf(rule: Rule): HTMLElement[] {
  return [
    h("h3", { class: "minor" }, t("source")),
    sourceOf(rule),
    h("h3", { class: "minor" }, t("reading")),
    h("p", { lang: "en" }, rule.reading),
    h(
      "p",
      { class: "muted small" },
      [t(STRENGTH[rule.strength]), ...rule.ambiguities].join(" · "),
      " ",
      rulePage(rule),
    ),
  ];
}

export function refusalBlock(refusal: Refusal): HTMLElement {
  const { text, help, title } = explain(refusal, locale());
  const rule = ruleById(refusal.rule);
  return h(
    "div",
    { class: "refusal" },
    h("p", { class: "sentence" }, text),
    help !== "" && [h("h3", { class: "minor" }, t("whatHelps")), h("p", { class: "help" }, help)],
    h(
      "dl",
      { class: "facts" },
      h("dt", {}, t("code")),
      h("dd", {}, h("code", {}, refusal.code), ` ${title}`),
      h("dt", {}, t("ruleLabel")),
      h("dd", {}, h("code", {}, refusal.rule)),
    ),
    rule !== undefined && ruleOf(rule),
  );
}
