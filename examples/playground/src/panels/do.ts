/** A form for every command and fact, with what would happen before it does. */
import { apply, type Identity, type Input, type WorldOutcome } from "interorg";
import { COMMAND_TYPES, FACT_TYPES } from "interorg/catalogue";
import { parseInput } from "interorg/schema";
import { h, replace } from "../dom.ts";
import type { Surroundings } from "../form/choices.ts";
import {
  type Form,
  freshInputId,
  ITSELF,
  inputOf,
  isFact,
  MINUTE,
  PLATFORM,
  PLATFORM_FACTS,
  SUPPORT,
  SUPPORT_COMMANDS,
  schemaOf,
} from "../form/draft.ts";
import { dataFields } from "../form/fields.ts";
import { type FormContext, showProblems } from "../form/leaves.ts";
import { employmentNumber, filledIn, prefilled, withOnlyChoices } from "../form/prefill.ts";
import { type Path, withValue } from "../form/schema.ts";
import { fieldName, inLocale, problemName, t } from "../locale.ts";
import { worldAfter } from "../session.ts";
import type { Problems } from "../share.ts";
import { type Draft, type Store, sceneryOf } from "../store.ts";
import { INPUT_WORDS } from "../words/inputs.ts";
import {
  chooseOption,
  identityFrom,
  identityOptions,
  identityText,
  labelledSelect,
} from "./choosing.ts";
import { adminIn } from "./drafts.ts";
import { outcomeBlock } from "./outcome.ts";

export interface DoPanel {
  readonly show: () => void;
  readonly begin: (draft: Draft) => void;
}

export function doPanel(
  region: HTMLElement,
  store: Store,
  submit: (input: Input) => void,
): DoPanel {
  let form: Form | null = null;

  const surroundings = (type: string, sender: string): Surroundings => {
    const { steps } = store.state();
    const { whole, names } = sceneryOf(store.state());
    const organization = identityFrom(sender)?.organization ?? null;
    return { picture: whole, names, type, organization, fresh: steps.length + 1 };
  };

  const begin = ({ type, by, data }: Draft): void => {
    const { steps, at } = store.state();
    const { whole } = sceneryOf(store.state());
    const sender = senderFor(type, by, whole.organizations[0]?.organization ?? "");
    const time = (steps[at - 1]?.input.at ?? Date.UTC(2026, 2, 2)) + MINUTE;
    form = {
      type: type as Input["type"],
      sender,
      data: prefilled(schemaOf(type), data, surroundings(type, sender)),
      id: freshInputId(steps.map(({ input }) => input.id)),
      at: time,
      touched: new Set(),
      tried: false,
    };
  };

  function senderFor(type: string, by: Identity | undefined, organization: string): string {
    if (isFact(type)) return PLATFORM_FACTS.has(type) ? PLATFORM : ITSELF;
    if (SUPPORT_COMMANDS.has(type)) return SUPPORT;
    const admin = by ?? adminIn(sceneryOf(store.state()).whole, organization);
    return admin === undefined ? SUPPORT : identityText(admin);
  }

  const problemsOf = (current: Form): Problems => {
    const parsed = parseInput(inputOf(current));
    return parsed.ok ? [] : parsed.problems;
  };

  const contextOf = (current: Form): FormContext => {
    const problems = problemsOf(current);
    return {
      around: surroundings(current.type, current.sender),
      values: () => form?.data,
      prefix: "do",
      problemAt: (path) => {
        const text = JSON.stringify(path);
        if (!current.tried && !current.touched.has(text)) return null;
        const full = JSON.stringify(["data", ...path]);
        return problems.find((each) => JSON.stringify(each.path) === full)?.problem ?? null;
      },
      set,
    };
  };

  function set(path: Path, value: unknown, structure: boolean): void {
    if (form === null) return;
    let data = withValue(form.data, path, value);
    // A variant or an item just begun is filled in as far as there is no choice.
    if (typeof value === "object" && value !== null) {
      const around = surroundings(form.type, form.sender);
      data = path.length === 0 ? filledIn(data, around) : withOnlyChoices(data, around);
    }
    if (path.length === 1 && (path[0] === "person" || path[0] === "organization")) {
      const { properties = {} } = schemaOf(form.type);
      if (properties["number"] !== undefined) {
        const number = employmentNumber(sceneryOf(store.state()).whole, form.type, data);
        data = withValue(data, ["number"], number);
      }
    }
    const touched = new Set([...form.touched, JSON.stringify(path)]);
    form = { ...form, data, touched };
    if (structure) show();
    else refresh();
  }

  /** Says anew what is wrong and what would happen, and leaves the fields alone. */
  function refresh(): void {
    if (form === null) return;
    showProblems(region, contextOf(form));
    const preview = region.querySelector("#preview");
    if (preview !== null) replace(preview, previewOf(form));
  }

  function previewOf(current: Form) {
    const { session, steps, at } = store.state();
    const parsed = parseInput(inputOf(current));
    if (!parsed.ok) {
      return [
        h("p", { class: "verdict quiet" }, t("previewMalformed")),
        h(
          "ul",
          { class: "problems" },
          parsed.problems.map(({ path, problem }) =>
            h(
              "li",
              {},
              h("code", {}, path.join(".")),
              ` ${fieldName(String(path.at(-1) ?? ""))} ${problemName(problem)}`,
            ),
          ),
        ),
      ];
    }
    const { outcome } = apply(worldAfter(steps, at), parsed.value, session.policy);
    return outcomeBlock(outcome as WorldOutcome, sceneryOf(store.state()).names);
  }

  function go(): void {
    if (form === null) return;
    form = { ...form, tried: true };
    const parsed = parseInput(inputOf(form));
    if (!parsed.ok) {
      refresh();
      region.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    form = null;
    submit(parsed.value);
  }

  const typeChoice = (): HTMLElement => {
    const options = (types: readonly Input["type"][]): HTMLElement[] =>
      types.map((each) =>
        h("option", { value: each, selected: form?.type === each }, inLocale(INPUT_WORDS[each])),
      );
    return labelledSelect(
      "do-type",
      t("doWhat"),
      [
        chooseOption(form === null),
        h("optgroup", { label: t("commands") }, options(COMMAND_TYPES)),
        h("optgroup", { label: t("facts") }, options(FACT_TYPES)),
      ],
      (type) => {
        const by = form === null ? null : identityFrom(form.sender);
        begin({ type, by: by ?? undefined, data: {} });
        show();
      },
    );
  };

  const senderChoice = (current: Form): HTMLElement => {
    const { whole, names } = sceneryOf(store.state());
    const change = (sender: string): void => {
      form = { ...current, sender };
      show();
    };
    const option = (value: string, text: string): HTMLElement =>
      h("option", { value, selected: current.sender === value }, text);
    if (!isFact(current.type)) {
      return labelledSelect(
        "do-sender",
        t("asWhom"),
        [...identityOptions(whole, names, current.sender), option(SUPPORT, t("supportStaff"))],
        change,
      );
    }
    return labelledSelect(
      "do-sender",
      t("fromWhom"),
      [
        option(PLATFORM, t("thePlatform")),
        option(ITSELF, t("organizationKind")),
        ...whole.organizations.map(({ organization }) =>
          option(organization, names.organization(organization)),
        ),
      ],
      change,
    );
  };

  const stampFields = (current: Form): HTMLElement => {
    const problems = problemsOf(current);
    const input = (name: "id" | "at", type: string): HTMLElement => {
      const problem = problems.find(({ path }) => path[0] === name)?.problem;
      return h(
        "div",
        { class: "field" },
        h("label", { for: `do-${name}` }, fieldName(name)),
        h("input", {
          id: `do-${name}`,
          type,
          value: current[name],
          autocomplete: "off",
          "aria-invalid": problem === undefined ? null : "true",
          on: {
            change: (event) => {
              const text = (event.target as HTMLInputElement).value;
              form = { ...(form ?? current), [name]: name === "at" ? Number(text) : text };
              show();
            },
          },
        }),
        problem !== undefined && h("p", { class: "field-error" }, problemName(problem)),
      );
    };
    return h(
      "details",
      { class: "raw", open: problems.some(({ path }) => path[0] === "id" || path[0] === "at") },
      h("summary", {}, t("stamp")),
      input("id", "text"),
      input("at", "number"),
    );
  };

  function show(): void {
    const current = form;
    if (current === null) {
      replace(region, h("h2", {}, t("doTitle")), typeChoice());
      return;
    }
    const { steps, at } = store.state();
    replace(
      region,
      h("h2", {}, t("doTitle")),
      h(
        "form",
        {
          class: "form",
          novalidate: true,
          on: {
            submit: (event) => {
              event.preventDefault();
              go();
            },
          },
        },
        typeChoice(),
        senderChoice(current),
        dataFields(schemaOf(current.type), contextOf(current)),
        stampFields(current),
        h(
          "section",
          { class: "preview", "aria-labelledby": "preview-title" },
          h("h3", { id: "preview-title" }, t("preview")),
          h("div", { id: "preview" }, previewOf(current)),
        ),
        at < steps.length && h("p", { class: "muted small" }, t("laterSteps")),
        h(
          "div",
          { class: "submit" },
          h(
            "button",
            { id: "do-submit", type: "submit", class: "primary" },
            t(isFact(current.type) ? "submitFact" : "submit"),
          ),
        ),
      ),
    );
  }

  return { show, begin };
}
