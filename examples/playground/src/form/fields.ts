/** Fields of a form, made from a schema: whatever it allows can be filled in, and nothing else. */
import { h } from "../dom.ts";
import { fieldName, problemName, t, valueName } from "../locale.ts";
import {
  type Choice,
  choicesFor,
  fieldOf,
  identityChoices,
  isNewId,
  type Surroundings,
} from "./choices.ts";
import {
  blank,
  isIdentity,
  isObject,
  nullable,
  type Path,
  type Schema,
  valueAt,
  variantName,
  variantOf,
  variantsOf,
} from "./schema.ts";

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
function nameOf(path: Path): string {
  const last = path.at(-1);
  const name = fieldName(fieldOf(path));
  return typeof last === "number" ? `${name} ${last + 1}` : name;
}

export const idOf = (context: FormContext, path: Path): string =>
  [context.prefix, ...path].join("-").replace(/[^\w-]/gu, "_");

const errorId = (context: FormContext, path: Path): string => `${idOf(context, path)}-error`;

/** Where the problem of a field is said; filled again as the form is filled in. */
function errorSlot(context: FormContext, path: Path): HTMLElement {
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

function labelled(
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

function textInput(context: FormContext, path: Path, schema: Schema): HTMLInputElement {
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
function choiceField(
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
      h("option", { value: id, selected: id === value }, name === id ? id : `${name} (${id})`),
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

function enumField(
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
function flagField(context: FormContext, path: Path, mayBeLeftOut: boolean): HTMLElement {
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
function identityField(context: FormContext, path: Path, name: string): HTMLElement {
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
function manyField(
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

function listField(schema: Schema, path: Path, context: FormContext): HTMLElement {
  const items = schema.items ?? {};
  if (isIdentity(items)) {
    const choices = identityChoices(context.around).map(({ organization, person, ...each }) => ({
      ...each,
      value: { organization, person },
    }));
    return manyField(context, path, choices, false);
  }
  if (items.type === "string") {
    const choices = choicesFor(context.values(), [...path, 0], context.around);
    const ticked = (choices ?? []).map((each) => ({ ...each, value: each.id }));
    return manyField(context, path, ticked, true);
  }
  const value = valueAt(context.values(), path);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  return h(
    "fieldset",
    { id: idOf(context, path) },
    h("legend", {}, nameOf(path)),
    list.map((_, index) =>
      h(
        "div",
        { class: "item" },
        h("div", { class: "item-fields" }, field(items, [...path, index], context, false)),
        h(
          "button",
          {
            type: "button",
            class: "quiet small",
            id: `${idOf(context, [...path, index])}-remove`,
            "aria-label": `${t("removeItem")} ${fieldName(fieldOf(path))} ${index + 1}`,
            on: { click: () => context.set([...path, index], undefined, true) },
          },
          t("removeItem"),
        ),
      ),
    ),
    h(
      "button",
      {
        type: "button",
        class: "quiet small",
        id: `${idOf(context, path)}-add`,
        on: { click: () => context.set([...path, list.length], blank(items), true) },
      },
      `${t("addItem")}: ${fieldName(fieldOf(path))}`,
    ),
    errorSlot(context, path),
  );
}

/** A union: which variant, then that one's fields. */
function variantField(variants: readonly Schema[], path: Path, context: FormContext): HTMLElement {
  const index = variantOf(variants, valueAt(context.values(), path));
  const variant = variants[index] ?? {};
  const id = `${idOf(context, path)}-variant`;
  return h(
    "fieldset",
    { id: idOf(context, path) },
    h("legend", {}, nameOf(path)),
    h(
      "div",
      { class: "field" },
      h("label", { for: id }, fieldName("kind")),
      h(
        "select",
        {
          id,
          on: {
            change: (event) => {
              const next = variants[(event.target as HTMLSelectElement).selectedIndex] ?? {};
              context.set(path, blank(next), true);
            },
          },
        },
        variants.map((each, place) =>
          h("option", { selected: place === index }, valueName(variantName(each))),
        ),
      ),
    ),
    objectFields(variant, path, context),
    errorSlot(context, path),
  );
}

/** The fields of an object: required ones, optional ones that are given, and the rest to be added. */
export function objectFields(schema: Schema, path: Path, context: FormContext): HTMLElement[] {
  const { properties = {}, required = [] } = schema;
  const value = valueAt(context.values(), path);
  const has = (name: string): boolean => isObject(value) && Object.hasOwn(value, name);
  const shown: HTMLElement[] = [];
  const absent: HTMLElement[] = [];
  for (const [name, each] of Object.entries(properties)) {
    if (each.const !== undefined) continue;
    const place = [...path, name];
    const isRequired = required.includes(name);
    if (!isRequired && each.type === "boolean") {
      shown.push(flagField(context, place, true));
      continue;
    }
    if (isRequired || has(name)) {
      shown.push(field(each, place, context, !isRequired));
      continue;
    }
    absent.push(
      h(
        "button",
        {
          type: "button",
          class: "quiet small",
          id: `${idOf(context, place)}-give`,
          on: { click: () => context.set(place, blank(each), true) },
        },
        `+ ${fieldName(name)}`,
      ),
    );
  }
  if (absent.length > 0) {
    shown.push(
      h(
        "div",
        { class: "optional", role: "group", "aria-label": t("optional") },
        h("span", { class: "muted small" }, t("optional")),
        absent,
      ),
    );
  }
  return shown;
}

function plainField(schema: Schema, path: Path, context: FormContext): HTMLElement {
  const inner = nullable(schema);
  if (inner !== null) return nullableField(inner, path, context);
  const variants = variantsOf(schema);
  if (variants !== null) return variantField(variants, path, context);
  if (schema.enum !== undefined) return enumField(context, path, schema.enum, false);
  if (schema.type === "boolean") return flagField(context, path, false);
  if (schema.type === "array") return listField(schema, path, context);
  if (schema.type === "object") {
    if (isIdentity(schema)) return identityField(context, path, fieldName(fieldOf(path)));
    return h(
      "fieldset",
      { id: idOf(context, path) },
      h("legend", {}, nameOf(path)),
      objectFields(schema, path, context),
      errorSlot(context, path),
    );
  }
  const choices =
    schema.type === "string" ? choicesFor(context.values(), path, context.around) : null;
  if (choices !== null) return choiceField(context, path, choices, false);
  const isNew = isNewId(context.around.type, fieldOf(path));
  const name = fieldName(fieldOf(path)) + (isNew ? ` (${t("newId")})` : "");
  return labelled(context, path, textInput(context, path, schema), name);
}

function nullableField(inner: Schema, path: Path, context: FormContext): HTMLElement {
  if (inner.enum !== undefined) return enumField(context, path, inner.enum, true);
  if (inner.type === "string") {
    const choices = choicesFor(context.values(), path, context.around);
    if (choices !== null) return choiceField(context, path, choices, true);
  }
  const isGiven = valueAt(context.values(), path) !== null;
  const toggle = h(
    "label",
    { class: "check" },
    h("input", {
      type: "checkbox",
      id: `${idOf(context, path)}-given`,
      checked: isGiven,
      on: {
        change: (event) => {
          const isTicked = (event.target as HTMLInputElement).checked;
          context.set(path, isTicked ? blank(inner) : null, true);
        },
      },
    }),
    fieldName(fieldOf(path)),
  );
  return h("div", { class: "given" }, toggle, isGiven && plainField(inner, path, context));
}

/** A field of any schema; an optional one can be left out again. */
export function field(
  schema: Schema,
  path: Path,
  context: FormContext,
  mayBeLeftOut: boolean,
): HTMLElement {
  const made = plainField(schema, path, context);
  if (!mayBeLeftOut) return made;
  return h(
    "div",
    { class: "given optional-field" },
    made,
    h(
      "button",
      {
        type: "button",
        class: "quiet small leave",
        id: `${idOf(context, path)}-leave`,
        "aria-label": `${t("leaveOut")}: ${fieldName(fieldOf(path))}`,
        on: { click: () => context.set(path, undefined, true) },
      },
      t("leaveOut"),
    ),
  );
}
