/**
 * The codes that each type of input can be refused with, as the types of the handlers have them. What is stale does not compile where the engine joins the handlers.
 */
import { join } from "node:path";
import ts from "typescript";
import { REFUSAL_CODES } from "../src/core/refusal.ts";
import { make, root } from "./lib/made.ts";

const AREAS = [
  "directory",
  "industry",
  "spaces",
  "roster",
  "licenses",
  "groups",
  "apps",
  "flows",
  "hierarchy",
  "engine",
];

const config = ts.getParsedCommandLineOfConfigFile(
  join(root, "tsconfig.src.json"),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
);
const fileOf = (area: string): string => join(root, "src", area, "handlers.ts");
const INPUTS = join(root, "src/engine/inputs.ts");
const program = ts.createProgram([...AREAS.map(fileOf), INPUTS], config?.options ?? {});
const checker = program.getTypeChecker();

function exportsOf(name: string): ts.Symbol[] {
  const file = program.getSourceFile(name);
  const own = file && checker.getSymbolAtLocation(file);
  return own === undefined ? [] : checker.getExportsOfModule(own);
}

/** The types of fact, as the union of all facts has them. */
function factTypes(): ReadonlySet<string> {
  const fact = exportsOf(INPUTS).find(({ name }) => name === "Fact");
  const type = fact && checker.getDeclaredTypeOfSymbol(fact).getProperty("type");
  const names = type === undefined ? [] : checker.getTypeOfSymbol(type);
  if (!("types" in names)) throw new Error("no facts");
  return new Set((names as ts.UnionType).types.map((each) => (each as ts.StringLiteralType).value));
}

/** The codes in the type of what a handler gives. */
function codesOf(handler: ts.Type): string[] {
  const [signature] = handler.getCallSignatures();
  if (signature === undefined) throw new Error(`no function: ${checker.typeToString(handler)}`);
  const given = checker.getReturnTypeOfSignature(signature);
  return (given.isUnion() ? given.types : [given]).flatMap((each) => {
    const code = each.getProperty("code");
    const type = code && checker.getTypeOfSymbol(code);
    if (type === undefined) return [];
    return (type.isUnion() ? type.types : [type]).map((one) => {
      if (!one.isStringLiteral()) throw new Error(`no code: ${checker.typeToString(one)}`);
      return one.value;
    });
  });
}

/** Type of input and codes, as an area's handlers have them. */
function rowsOf(area: string): [string, string[]][] {
  const [handlers] = exportsOf(fileOf(area));
  if (handlers === undefined) throw new Error(`no handlers in ${area}`);
  return checker
    .getPropertiesOfType(checker.getTypeOfSymbol(handlers))
    .map((each) => [each.name, codesOf(checker.getTypeOfSymbol(each))]);
}

const all = AREAS.flatMap(rowsOf);
const facts = factTypes();
const rows = all.map(([type, codes]) => {
  // Whatever comes in may be malformed, or come under an id that was used; whoever acts may be suspended,
  // and have to say what it was decided on.
  const acting = facts.has(type)
    ? []
    : ["EXPECTATION_REQUIRED", "ACTOR_SUSPENDED", "STATE_CHANGED"];
  const all = ["MALFORMED", "INPUT_ID_REUSED", ...acting, ...codes];
  return `"${type}": ${JSON.stringify(REFUSAL_CODES.filter((code) => all.includes(code)))},`;
});
const listed = (fact: boolean): string =>
  JSON.stringify(all.map(([type]) => type).filter((type) => facts.has(type) === fact));

make({
  "src/core/command-types.ts": `/** Made by \`npm run generate\` from the tables of the handlers; not edited by hand. */

/** Every type of command. */
export const COMMAND_TYPES = ${listed(false)} as const;
`,
  "src/engine/codes.ts": `/** Made by \`npm run generate\` from the types of the handlers; not edited by hand. */
import type { RefusalCode } from "../core/refusal.ts";
import type { Fact, InputType } from "./inputs.ts";

/** The codes that each type of input can be refused with, in order of precedence. */
export const REFUSALS = {
${rows.join("\n")}
} as const satisfies { readonly [Type in InputType]: readonly RefusalCode[] };

/** The codes that inputs of a type can be refused with. */
export type RefusalsOf<Type extends InputType> = (typeof REFUSALS)[Type][number];

/** Every type of fact. */
export const FACT_TYPES: readonly Fact["type"][] = ${listed(true)};
`,
});
