/** Values, events and inputs in words. */
import type { Event, Input } from "interorg";
import { fieldName, inLocale, locale, localName, t, valueName } from "./locale.ts";
import type { Names } from "./names.ts";
import { EVENT_WORDS } from "./words/events.ts";

/** Something added in brackets, as each language sets them. */
const aside = (text: string): string => (locale() === "zh" ? `（${text}）` : ` (${text})`);

type Data = { readonly [name: string]: unknown };

const isObject = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const organizationIn = (data: Data): string | null => {
  const named = data["organization"] ?? data["host"];
  return typeof named === "string" ? named : null;
};

/** A value that stands in a field of this name, in words. */
export function valueText(names: Names, field: string, value: unknown, beside: Data): string {
  if (value === null || value === undefined) return t("nobody");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    const texts = value.map((each: unknown) => valueText(names, field, each, beside));
    return texts.length === 0 ? t("none") : texts.join(locale() === "zh" ? "、" : ", ");
  }
  if (isObject(value)) return objectText(names, field, value, beside);
  return idText(names, field, String(value), organizationIn(beside));
}

function objectText(names: Names, field: string, value: Data, beside: Data): string {
  const { organization, person, space, kind, name } = value;
  if (typeof organization === "string" && typeof person === "string") {
    return names.person(organization, person) + aside(names.organization(organization));
  }
  if (typeof person === "string") return names.person(organizationIn(beside), person);
  if (kind === "all" || kind === "own") return valueName(kind);
  if (typeof organization === "string") return names.organization(organization);
  if (typeof space === "string") return names.space(space);
  if (typeof name === "string") return localName(name);
  const parts = Object.entries(value).map(
    ([key, each]) => `${fieldName(key)}: ${valueText(names, key, each, value)}`,
  );
  return parts.length === 0 ? (field === "scope" ? t("nobody") : t("none")) : parts.join("; ");
}

const PERSON_FIELDS = new Set(["person", "people", "successor", "submitter", "heads"]);

function idText(names: Names, field: string, id: string, organization: string | null): string {
  if (PERSON_FIELDS.has(field)) return names.person(organization, id);
  switch (field) {
    case "organization":
    case "organizations":
    case "host":
    case "invited":
    case "through":
    case "trunk":
    case "trunks":
    case "replaces":
      return names.organization(id);
    case "department":
    case "departments":
    case "added":
    case "removed":
    case "children":
      return names.department(organization, id);
    case "parent":
      return organization === null ? names.folder(id) : names.department(organization, id);
    case "space":
    case "rosters":
    case "hosted":
    case "joined":
    case "waiting":
    case "scopes":
      return names.space(id);
    case "app":
    case "with":
      return names.app(id);
    case "folder":
      return names.folder(id);
    case "group":
      return names.group(id);
    case "name":
      return localName(id);
    default:
      return valueName(id);
  }
}

/** What stands in a sentence in place of what is said of Spaces alone. */
const OF_TRUNKS: { readonly [field: string]: string } = { space: "trunk", types: "labels" };

/** An event as a sentence, with the reason it gives. */
export function eventText(names: Names, event: Event): string {
  const data = event.data as Data;
  const sentence = inLocale(EVENT_WORDS[event.type]).replace(/\{(\w+)\}/g, (_, said: string) => {
    const field = Object.hasOwn(data, "trunk") ? (OF_TRUNKS[said] ?? said) : said;
    return valueText(names, field, data[field], data);
  });
  const because = data["because"];
  if (typeof because !== "string" || because === "scope") return sentence;
  return sentence + aside(valueName(because));
}

/** Who asks for an input, or reports it. */
export function senderText(names: Names, input: Input): string {
  if ("by" in input) {
    if ("support" in input.by) return t("support", { name: input.by.support });
    const { organization, person } = input.by;
    return `${names.person(organization, person)}, ${names.organization(organization)}`;
  }
  return "platform" in input.from ? t("thePlatform") : names.organization(input.from.organization);
}

const SUBJECTS = ["person", "successor", "app", "people", "organization", "space", "instance"];

/** What an input is about, in one line. */
export function subjectText(names: Names, input: Input): string {
  const data = input.data as Data;
  const actor = "by" in input && "organization" in input.by ? input.by.organization : null;
  const beside: Data = { organization: actor, ...data };
  const own = typeof data["name"] === "string" ? [localName(data["name"])] : [];
  const sender = "from" in input && "organization" in input.from ? input.from.organization : actor;
  const found = SUBJECTS.filter((field) => Object.hasOwn(data, field))
    .filter((field) => field !== "organization" || data[field] !== sender)
    .filter((field) => !(own.length > 0 && input.type.startsWith(`${field}.`)))
    .map((field) => valueText(names, field, data[field], beside));
  return [...own, ...found].slice(0, 3).join(" · ");
}
