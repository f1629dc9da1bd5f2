/** Single fields: a text, a choice, a yes or no, a person, several of what there is. */
import { h } from "../dom.ts";
import { fieldName, problemName, t, valueName } from "../locale.ts";
import { type Choice, fieldOf, identityChoices, type Surroundings } from "./choices.ts";
import { isObject, type Path, type Schema, valueAt } from "./schema.ts";

export interface FormContext {
  readonly around: Surroundings;
  readonly values: () => unknown;
  /** Sets a value; `structure`: the form looks different afterwards. */
  readonly set: (path: Path, value: unknown, structure: boolean) => void;
  /** What is wrong at exactly this path, in words of the library. */
  readonly problemAt: (path: Path) => string | null;
  /** Before the ids of all fields, so that two forms do not meet. */
  readonly prefix: string;
}

/** The name of a field; an item of a list is numbered. */
export function nameOf(path: Path): string {
  const last = path.at(-1);
  const name = fieldName(fieldOf(path));
  return typeof last === "number" ? `${name} ${last + 1}` : name;
}

export const idOf = (context: FormContext, path: Path): string =>
  [context.prefix, ...path].join("-").replace(/[^\w-]/gu, "_");

const errorId = (context: FormContext, path: Path): string => `${idOf(context, path)}-error`;

/** Where the problem of a field is said; filled again as the form is filled in. */
export function errorSlot(context: FormContext, path: Path): HTMLElement {
  const problem = context.problemAt(path);
  return h(
    "p",
    {
      id: errorId(context, path),
      class: "field-error",
      "data-error": JSON.stringify(path),
      hidden: problem === null,
    },
    problem === null ? "" : `${fieldName(fieldOf(path))} ${problemName(problem)}`,
  );
}

/** Says anew what is wrong where, without drawing the form again. */
export function showProblems(region: Element, context: FormContext): void {
  for (const slot of region.querySelectorAll<HTMLElement>("[data-error]")) {
    const path = JSON.parse(slot.dataset["error"] ?? "[]") as Path;
    const problem = context.problemAt(path);
    slot.hidden = problem === null;
    slot.textContent =
      problem === null ? "" : `${fieldName(fieldOf(path))} ${problemName(problem)}`;
    const control = document.getElementById(idOf(context, path));
    if (problem === null) control?.removeAttribute("aria-invalid");
    else control?.setAttribute("aria-invalid", "true");
  }
}

const described = (context: FormContext, path: Path) => ({
  id: idOf(context, path),
  "aria-describedby": errorId(context, path),
  "aria-invalid": context.problemAt(path) === null ? null : "true",
});

export function labelled(
  context: FormContext,
  path: Path,
  control: HTMLElement,
  name: string,
): HTMLElement {
  return h(
    "div",
    { class: "field" },
    h("label", { for: idOf(context, path) }, name),
    control,
    errorSlot(context, path),
  );
}

export function textInput(context: FormContext, path: Path, schema: Schema): HTMLInputElement {
  const value = valueAt(context.values(), path);
  const isNumber = schema.type === "integer";
  return h("input", {
    ...described(context, path),
    type: isNumber ? "number" : "text",
    value: typeof value === "string" || typeof value === "number" ? value : "",
    min: isNumber ? schema.minimum : null,
    autocomplete: "off",
    spellcheck: "false",
    on: {
      input: (event) => {
        const text = (event.target as HTMLInputElement).value;
        const next = isNumber && text !== "" ? Number(text) : text;
        context.set(path, isNumber && text === "" ? null : next, false);
      },
    },
  });
}

const OTHER = " other";

/** A choice of what there is, of nothing where that is allowed, or of any other id. */
export function choiceField(
  context: FormContext,
  path: Path,
  choices: readonly Choice[],
  mayBeNull: boolean,
): HTMLElement {
  const value = valueAt(context.values(), path);
  const isKnown = choices.some(({ id }) => id === value);
  const isOther = typeof value === "string" && value !== "" && !isKnown;
  const select = h(
    "select",
    {
      ...described(context, path),
      on: {
        change: (event) => {
          const chosen = (event.target as HTMLSelectElement).value;
          if (chosen === OTHER) context.set(path, "another-id", true);
          else context.set(path, chosen === "" && mayBeNull ? null : chosen, true);
        },
      },
    },
    h("option", { value: "", selected: !isKnown && !isOther }, t(mayBeNull ? "notSet" : "choose")),
    choices.map(({ id, name }) =>
      h(
        "option",
        { value: id, selected: id === value },
        name.startsWith(id) ? name : `${name} (${id})`,
      ),
    ),
    h("option", { value: OTHER, selected: isOther }, t("otherId")),
  );
  if (!isOther) return labelled(context, path, select, fieldName(fieldOf(path)));
  const other = h("input", {
    type: "text",
    id: `${idOf(context, path)}-other`,
    value,
    "aria-label": `${fieldName(fieldOf(path))}: ${t("otherId")}`,
    autocomplete: "off",
    spellcheck: "false",
    on: {
      input: (event) => context.set(path, (event.target as HTMLInputElement).value, false),
    },
  });
  return labelled(
    context,
    path,
    h("div", { class: "pair" }, select, other),
    fieldName(fieldOf(path)),
  );
}

export function enumField(
  context: FormContext,
  path: Path,
  values: readonly unknown[],
  mayBeNull: boolean,
) {
  const value = valueAt(context.values(), path);
  const select = h(
    "select",
    {
      ...described(context, path),
      on: {
        change: (event) => {
          const index = (event.target as HTMLSelectElement).selectedIndex - (mayBeNull ? 1 : 0);
          context.set(path, index < 0 ? null : values[index], true);
        },
      },
    },
    mayBeNull && h("option", { selected: value === null }, t("notSet")),
    values.map((each) => h("option", { selected: each === value }, valueName(String(each)))),
  );
  return labelled(context, path, select, fieldName(fieldOf(path)));
}

/** Yes or no; an optional one that is not ticked is left out. */
export function flagField(context: FormContext, path: Path, mayBeLeftOut: boolean): HTMLElement {
  return h(
    "div",
    { class: "field" },
    h(
      "label",
      { class: "check" },
      h("input", {
        ...described(context, path),
        type: "checkbox",
        checked: valueAt(context.values(), path) === true,
        on: {
          change: (event) => {
            const isTicked = (event.target as HTMLInputElement).checked;
            context.set(path, isTicked || !mayBeLeftOut ? isTicked : undefined, true);
          },
        },
      }),
      fieldName(fieldOf(path)),
    ),
    errorSlot(context, path),
  );
}

/** A person of an organization, chosen as one. */
export function identityField(context: FormContext, path: Path, name: string): HTMLElement {
  const value = valueAt(context.values(), path);
  const choices = identityChoices(context.around);
  const isChosen = ({ organization, person }: { organization: string; person: string }): boolean =>
    isObject(value) && value["organization"] === organization && value["person"] === person;
  const select = h(
    "select",
    {
      ...described(context, path),
      on: {
        change: (event) => {
          const chosen = choices[(event.target as HTMLSelectElement).selectedIndex - 1];
          const { organization = "", person = "" } = chosen ?? {};
          context.set(path, { organization, person }, true);
        },
      },
    },
    h("option", { value: "" }, t("choose")),
    choices.map((each) => h("option", { value: each.id, selected: isChosen(each) }, each.name)),
  );
  return h(
    "div",
    { class: "field" },
    h("label", { for: idOf(context, path) }, name),
    select,
    errorSlot(context, path),
    errorSlot(context, [...path, "organization"]),
    errorSlot(context, [...path, "person"]),
  );
}

/** Several of what there is, ticked; others can be written. */
export function manyField(
  context: FormContext,
  path: Path,
  choices: readonly (Choice & { readonly value: unknown })[],
  canAdd: boolean,
): HTMLElement {
  const value = valueAt(context.values(), path);
  const chosen = Array.isArray(value) ? (value as unknown[]) : [];
  const texts = chosen.map((each) => JSON.stringify(each));
  const known = new Set(choices.map((each) => JSON.stringify(each.value)));
  const strange = chosen
    .filter((each) => !known.has(JSON.stringify(each)))
    .map((each) => ({ id: String(each), name: String(each), value: each }));
  const boxes = [...choices, ...strange].map((each, index) => {
    const text = JSON.stringify(each.value);
    return h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        id: `${idOf(context, path)}-box-${index}`,
        checked: texts.includes(text),
        on: {
          change: (event) => {
            const isTicked = (event.target as HTMLInputElement).checked;
            const others = chosen.filter((one) => JSON.stringify(one) !== text);
            context.set(path, isTicked ? [...others, each.value] : others, true);
          },
        },
      }),
      each.name,
    );
  });
  const other = h("input", {
    type: "text",
    id: `${idOf(context, path)}-another`,
    placeholder: t("otherId"),
    "aria-label": `${fieldName(fieldOf(path))}: ${t("otherId")}`,
    autocomplete: "off",
    on: {
      change: (event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        if (text !== "") context.set(path, [...chosen, text], true);
      },
    },
  });
  return h(
    "fieldset",
    { id: idOf(context, path), class: "many" },
    h("legend", {}, nameOf(path)),
    h("div", { class: "boxes" }, boxes),
    canAdd && other,
    errorSlot(context, path),
    chosen.map((_, index) => errorSlot(context, [...path, index])),
  );
}
