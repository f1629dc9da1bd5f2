/** The inputs in order, what became of each, and the controls to go from one to the next. */
import { h } from "../dom.ts";
import { inLocale, t } from "../locale.ts";
import type { Names } from "../names.ts";
import type { Step } from "../session.ts";
import type { Scenery, State } from "../store.ts";
import { senderText, subjectText } from "../telling.ts";
import { INPUT_WORDS } from "../words/inputs.ts";

export type GoTo = (at: number) => void;

/** What became of a step, in a word. */
export function fateOf({ outcome }: Step): "refused" | "unchanged" | "accepted" {
  if (outcome.kind === "refused") return "refused";
  return outcome.events.length === 0 ? "unchanged" : "accepted";
}

function fateText(step: Step): string {
  const { outcome } = step;
  if (outcome.kind === "refused") return `${t("refused")}: ${outcome.refusal.code}`;
  if (outcome.events.length === 0) return t("quiet");
  return t("eventsN", { n: outcome.events.length });
}

function item(step: Step, index: number, at: number, names: Names, goTo: GoTo): HTMLElement {
  const number = index + 1;
  const fate = fateOf(step);
  return h(
    "li",
    {},
    h(
      "button",
      {
        id: `step-${number}`,
        type: "button",
        class: `step ${fate}${number > at ? " ahead" : ""}`,
        "aria-current": number === at ? "step" : null,
        on: { click: () => goTo(number) },
      },
      h("span", { class: "number" }, number),
      h(
        "span",
        { class: "what" },
        h("span", { class: "title" }, inLocale(INPUT_WORDS[step.input.type])),
        h("span", { class: "about" }, subjectText(names, step.input)),
        h("span", { class: "about" }, senderText(names, step.input)),
        fate !== "accepted" && h("span", { class: "fate" }, fateText(step)),
      ),
    ),
  );
}

/** The list of steps; those that only set the scene are folded. */
export function stepList({ steps, at, session }: State, { names }: Scenery, goTo: GoTo) {
  const items = steps.map((step, index) => item(step, index, at, names, goTo));
  const setup = items.slice(0, session.setup);
  const rest = items.slice(session.setup);
  return [
    h("h2", {}, t("steps")),
    setup.length > 0 &&
      h(
        "details",
        { class: "setup", open: at < session.setup },
        h("summary", {}, t("setupN", { n: setup.length })),
        h("ol", { class: "list" }, setup),
      ),
    h("ol", { class: "list", start: session.setup + 1 }, rest),
  ];
}

/** Brings the current step into view inside its list, and leaves the page where it is. */
export function revealStep(region: HTMLElement, at: number): void {
  const current = document.getElementById(`step-${at}`);
  if (current === null || region.scrollHeight <= region.clientHeight) return;
  const box = current.getBoundingClientRect();
  const frame = region.getBoundingClientRect();
  if (box.top < frame.top + 60 || box.bottom > frame.bottom - 20) {
    region.scrollTop += box.top - frame.top - frame.height / 2 + box.height / 2;
  }
}

function arrow(id: string, label: string, path: string, to: number, can: boolean, goTo: GoTo) {
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  icon.setAttribute("viewBox", "0 0 20 20");
  icon.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  icon.append(line);
  return h(
    "button",
    {
      id,
      type: "button",
      class: "round",
      "aria-label": label,
      title: label,
      "aria-disabled": can ? null : "true",
      on: { click: () => can && goTo(to) },
    },
    icon,
  );
}

/** First, back, a slider, forward, last, and where one is. */
export function transport({ steps, at }: State, { names }: Scenery, goTo: GoTo): HTMLElement[] {
  const all = steps.length;
  const step = steps[at - 1];
  const place = at === 0 ? t("beginning") : t("stepOf", { n: at, all });
  const said = step === undefined ? "" : inLocale(INPUT_WORDS[step.input.type]);
  return [
    h(
      "div",
      { class: "controls", role: "group", "aria-label": t("timeline") },
      arrow("go-first", t("first"), "M5 4v12M15 4l-7 6 7 6z", 0, at > 0, goTo),
      arrow("go-back", t("back"), "M13 4l-7 6 7 6z", at - 1, at > 0, goTo),
      h("input", {
        id: "slider",
        type: "range",
        min: 0,
        max: all,
        value: at,
        "aria-label": t("timeline"),
        "aria-valuetext": said === "" ? place : `${place}: ${said}`,
        on: { input: (event) => goTo(Number((event.target as HTMLInputElement).value)) },
      }),
      arrow("go-forward", t("forward"), "M7 4l7 6-7 6z", at + 1, at < all, goTo),
      arrow("go-last", t("last"), "M15 4v12M5 4l7 6-7 6z", all, at < all, goTo),
    ),
    h(
      "p",
      { class: `caption ${step === undefined ? "" : fateOf(step)}` },
      h("span", { class: "place" }, place),
      step !== undefined && [
        h("strong", {}, said),
        " ",
        h("span", { class: "subject" }, subjectText(names, step.input)),
        " ",
        h("span", { class: "fate" }, fateText(step)),
      ],
    ),
  ];
}
