/** The page about the policy. */
import { RULES } from "../../src/catalogue/index.ts";
import { defaultPolicy, type Policy } from "../../src/index.ts";
import { jsonSchemas } from "../../src/schema/index.ts";
import {
  anchor,
  code,
  fence,
  linkToRule,
  linkToType,
  page,
  prose,
  row,
  table,
} from "./markdown.ts";
import { POLICY_AREAS } from "./policy-areas.ts";
import { shownIn } from "./policy-cases.ts";
import { membersOf, type Term } from "./vocabulary.ts";

interface Field {
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Field[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly properties?: { readonly [name: string]: Field };
}

const fields = (jsonSchemas().policy as Field).properties ?? {};

/** What a field may be, as its JSON Schema says. */
function rangeOf(field: Field = {}): string {
  const { enum: choices, anyOf, type, minimum, maximum, properties, maxItems } = field;
  if (choices !== undefined) return choices.map((each) => code(String(each))).join(", ");
  if (anyOf !== undefined) return anyOf.map(rangeOf).join(" or ");
  if (properties !== undefined) {
    const own = Object.entries(properties).map(([name, each]) => `${name} ${rangeOf(each)}`);
    return `{ ${own.join(", ")} }`;
  }
  if (type === "array") return `up to ${maxItems} names`;
  if (type === "boolean") return "`true`, `false`";
  if (type === "null") return "`null`";
  if (minimum === undefined || maximum === undefined) throw new Error(JSON.stringify(field));
  return `${minimum} to ${maximum.toLocaleString("en")}`;
}

function rowOf({ name, doc }: Term): string[] {
  const value = JSON.stringify(defaultPolicy[name as keyof Policy]);
  return [code(value), rangeOf(fields[name]), prose(doc), rulesOf(name, "../rules/")];
}

/** The rules that a field fixes, as links. */
const rulesOf = (field: string, folder: string): string =>
  row(
    RULES.filter(({ numbers = [], options = [] }) => [...numbers, ...options].includes(field)).map(
      ({ id }) => linkToRule(id, folder),
    ),
  );

/** The fields of an area, one section each: what changes, shown by the case that is told under each value. */
function areaPage([title, names, area]: (typeof POLICY_AREAS)[number]): string {
  const { cases, helpers } = shownIn(area);
  const sections = names.flatMap((name): string[] => {
    const { shows, outcomes, run } = cases[name] ?? lacking(name);
    const rules = "../../rules/";
    const rows = outcomes.map(([value, outcome]) => [
      value === JSON.stringify(defaultPolicy[name]) ? `${code(value)}, the default` : code(value),
      code(outcome.replaceAll("|", "\\|")),
    ]);
    return [
      `## ${code(name)}`,
      "",
      prose(termOf(name).doc, rules),
      "",
      `Default ${code(JSON.stringify(defaultPolicy[name]))}; ${rangeOf(fields[name])}. Rules: ${rulesOf(name, rules)}.`,
      "",
      `Looked at: ${prose(shows, rules)}.`,
      "",
      ...table(["value", "what comes of it"], rows),
      ...fence("ts excerpt", run),
    ];
  });
  return page([
    `# Policy: ${title}`,
    "",
    "What each field changes, by one case that is told the same under each value. The cases are run with the tests,",
    `from [${area}.ts](../../../test/policy/areas/${area}.ts); \`changes\` holds the value, and what the function returns is what comes of it.`,
    "[All fields](../policy.md) in one table each.",
    "",
    ...sections,
    "## What the cases share",
    "",
    "Besides these, [one setting](../../../test/policy/setting.ts) of a Host and two Members, and",
    "[the supports of the tests](../../../test/support/).",
    "",
    ...(helpers === "" ? [] : fence("ts excerpt", helpers)),
    "## Where to go next",
    "",
    "[Policy](../policy.md) · [presets](../presets.md) · [upgrade the policy](../../how-to/upgrade-the-policy.md)",
  ]);
}

function lacking(name: string): never {
  throw new Error(`no case of ${name}`);
}

/** The pages by area, by the name of their file. */
export const policyAreaPages = (): Map<string, string> =>
  new Map(POLICY_AREAS.map((area) => [`${area[2]}.md`, areaPage(area)]));

const terms = new Map(membersOf("Policy").map((term) => [term.name, term]));

const termOf = (name: string): Term => terms.get(name) ?? lacking(name);

/** The page. */
export function policyPage(): string {
  const head = ["field", "default", "range", "meaning", "rules"];
  const rowsOf = (names: readonly string[], area: string): string[][] =>
    names.map((name) => [linkToType(`policy/${area}.md`, name), ...rowOf(termOf(name))]);
  return page([
    "# Policy",
    "",
    `Every number and every open reading: ${terms.size} fields, all with defaults. A policy is passed by value to each`,
    "decision; `definePolicy(changes)` checks one and `parsePolicy` takes one from JSON. [Presets](presets.md) are policies after",
    "what vendors say of their products.",
    "",
    "A field that is no number chooses between readings of a sentence that the source leaves open;",
    "[the decisions](../decisions/0001-readings.md) give the reasons for the defaults.",
    "",
    "A store keeps the fingerprint of the policy it is written under. A host with another one gets",
    `\`POLICY_MISMATCH\` until somebody [upgrades it](../how-to/upgrade-the-policy.md).`,
    "",
    "Each field leads to what it changes: one case, told the same under each of its values, with what comes of it.",
    "",
    ...POLICY_AREAS.flatMap(([title, fields, area]) => [
      `## ${title}`,
      "",
      ...table(head, rowsOf(fields, area)),
      `[What each changes](policy/${area}.md)`,
      "",
    ]),
    "## Where to go next",
    "",
    `[Presets](presets.md) · [upgrade the policy](../how-to/upgrade-the-policy.md) · [the rules](../rules/README.md#${anchor("The rules")})`,
  ]);
}
