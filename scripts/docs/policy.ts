/** The page about the policy. */
import { RULES } from "../../src/catalogue/index.ts";
import { defaultPolicy, type Policy } from "../../src/index.ts";
import { jsonSchemas } from "../../src/schema/index.ts";
import { anchor, code, linkToRule, page, prose, row, table } from "./markdown.ts";
import { POLICY_AREAS } from "./policy-areas.ts";
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
  const rules = RULES.filter(({ numbers = [], options = [] }) =>
    [...numbers, ...options].includes(name),
  );
  const value = JSON.stringify(defaultPolicy[name as keyof Policy]);
  return [
    code(name),
    code(value),
    rangeOf(fields[name]),
    prose(doc),
    row(rules.map(({ id }) => linkToRule(id))),
  ];
}

/** The page. */
export function policyPage(): string {
  const terms = new Map(membersOf("Policy").map((term) => [term.name, term]));
  const head = ["field", "default", "range", "meaning", "rules"];
  const rowsOf = (names: readonly string[]): string[][] =>
    names.map((name) => {
      const term = terms.get(name);
      if (term === undefined) throw new Error(`Policy has no ${name}`);
      return rowOf(term);
    });
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
    ...POLICY_AREAS.flatMap(([title, fields]) => [
      `## ${title}`,
      "",
      ...table(head, rowsOf(fields)),
    ]),
    "## Where to go next",
    "",
    `[Presets](presets.md) · [upgrade the policy](../how-to/upgrade-the-policy.md) · [the rules](../rules/README.md#${anchor("The rules")})`,
  ]);
}
