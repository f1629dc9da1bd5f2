/** Fields of a form, made from a schema: whatever it allows can be filled in, and nothing else. */
import { h } from "../dom.ts";
import { fieldName, t, valueName } from "../locale.ts";
import { choicesFor, fieldOf, identityChoices, isNewId } from "./choices.ts";
import {
  choiceField,
  enumField,
  errorSlot,
  type FormContext,
  flagField,
  identityField,
  idOf,
  labelled,
  manyField,
  nameOf,
  textInput,
} from "./leaves.ts";
import {
  alternativeOf,
  alternativesOf,
  blank,
  isIdentity,
  isObject,
  nullable,
  ownField,
  type Path,
  type Schema,
  valueAt,
  variantOf,
  variantsOf,
} from "./schema.ts";

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

/** All fields of an input or question; of one that has several forms, which form first. */
export function dataFields(schema: Schema, context: FormContext): HTMLElement[] {
  const variants = variantsOf(schema);
  if (variants === null) return objectFields(schema, [], context);
  const index = variantOf(variants, context.values());
  const id = `${context.prefix}-variant`;
  const change = (event: Event): void => {
    const next = variants[(event.target as HTMLSelectElement).selectedIndex] ?? {};
    context.set([], blank(next), true);
  };
  const options = variants.map((each, place) =>
    h("option", { selected: place === index }, fieldName(ownField(variants, each))),
  );
  return [
    h(
      "div",
      { class: "field" },
      h("label", { for: id }, t("whichForm")),
      h("select", { id, on: { change } }, options),
    ),
    ...objectFields(variants[index] ?? {}, [], context),
  ];
}

/** A union: which variant, then that one's fields. */
function variantField(variants: readonly Schema[], path: Path, context: FormContext): HTMLElement {
  const all = alternativesOf(variants);
  const index = alternativeOf(variants, valueAt(context.values(), path));
  const { variant = {} } = all[index] ?? {};
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
              const next = all[(event.target as HTMLSelectElement).selectedIndex];
              context.set(path, next?.first, true);
            },
          },
        },
        all.map(({ name }, place) => h("option", { selected: place === index }, valueName(name))),
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
