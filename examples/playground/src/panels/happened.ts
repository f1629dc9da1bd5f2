/** The current step: who asked for what, and what followed. */
import type { Input } from "interorg";
import { h } from "../dom.ts";
import { fieldName, inLocale, locale, t } from "../locale.ts";
import type { Names } from "../names.ts";
import type { Scenery, State } from "../store.ts";
import { senderText, valueText } from "../telling.ts";
import { INPUT_WORDS } from "../words/inputs.ts";
import { outcomeBlock } from "./outcome.ts";

function timeOf(at: number): string {
  return new Date(at).toLocaleString(locale() === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Shanghai",
  });
}

/** The fields of an input with names for ids. */
function dataList(names: Names, input: Input): HTMLElement {
  const data = input.data as { readonly [field: string]: unknown };
  const actor = "by" in input && "organization" in input.by ? input.by.organization : null;
  return h(
    "dl",
    { class: "facts" },
    Object.entries(data).map(([field, value]) => [
      h("dt", {}, fieldName(field)),
      h("dd", {}, valueText(names, field, value, { organization: actor, ...data })),
    ]),
  );
}

export function happened(
  { steps, at, session }: State,
  { names }: Scenery,
  removeStep: (index: number) => void,
): HTMLElement[] {
  const step = steps[at - 1];
  if (step === undefined) return [h("p", { class: "empty" }, t("nothingYet"))];
  const { input, outcome } = step;
  const asked = "by" in input ? "asked" : "reported";
  return [
    h(
      "header",
      { class: "step-head" },
      h("h2", {}, inLocale(INPUT_WORDS[input.type])),
      h(
        "p",
        { class: "muted" },
        `${t(asked, { name: senderText(names, input) })} · ${timeOf(input.at)}`,
      ),
    ),
    dataList(names, input),
    ...outcomeBlock(outcome, names),
    h(
      "details",
      { class: "raw" },
      h("summary", {}, t("input")),
      h("pre", { tabindex: 0 }, JSON.stringify(input, null, 2)),
    ),
    ...(at > session.setup
      ? [
          h(
            "button",
            {
              id: "remove-step",
              type: "button",
              class: "quiet",
              on: { click: () => removeStep(at - 1) },
            },
            t("removeStep"),
          ),
        ]
      : []),
  ];
}
