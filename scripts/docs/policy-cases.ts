/** The cases of the policy's fields as pages show them: the code that is run with the tests, and what comes of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { CASES_BY_AREA } from "../../test/policy/cases.ts";
import { root } from "../lib/evidence.ts";
import type { AreaName } from "./policy-areas.ts";

interface ShownCase {
  readonly shows: string;
  /** Values and outcomes, as JSON. */
  readonly outcomes: readonly (readonly [value: string, outcome: string])[];
  /** The function. */
  readonly run: string;
}

const BARE: ReadonlySet<string> = new Set(["true", "false"]);

/** Values and outcomes of a case: names of an option, or pairs. */
function outcomesOf(outcomes: object): ShownCase["outcomes"] {
  if (Array.isArray(outcomes)) {
    return outcomes.map(([value, outcome]) => [JSON.stringify(value), JSON.stringify(outcome)]);
  }
  return Object.entries(outcomes).map(([name, outcome]) => [
    BARE.has(name) ? name : JSON.stringify(name),
    JSON.stringify(outcome),
  ]);
}

/** Code without the indentation that all lines but the first have. */
function outdented(text: string): string {
  const lines = text.split("\n");
  const later = lines.slice(1).filter((line) => line.trim() !== "");
  const indented = Math.min(...later.map((line) => line.length - line.trimStart().length));
  return [lines[0], ...lines.slice(1).map((line) => line.slice(indented))].join("\n");
}

/** The cases of an area, by field, and what they share in their file. */
export function shownIn(area: AreaName): {
  readonly cases: { readonly [field: string]: ShownCase };
  readonly helpers: string;
} {
  const path = `test/policy/areas/${area}.ts`;
  const file = ts.createSourceFile(
    path,
    readFileSync(join(root, path), "utf8"),
    ts.ScriptTarget.ES2022,
    true,
  );
  const runs = new Map<string, string>();
  const helpers: string[] = [];
  const visit = (node: ts.Node, field: string): void => {
    if (ts.isPropertyAssignment(node)) {
      const name = node.name.getText();
      if (name === "run" && field !== "") runs.set(field, outdented(node.initializer.getText()));
      if (field === "") ts.forEachChild(node.initializer, (child) => visit(child, name));
    } else ts.forEachChild(node, (child) => visit(child, field));
  };
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) continue;
    const isCases =
      ts.isVariableStatement(statement) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if (isCases) visit(statement, "");
    else helpers.push(file.text.slice(statement.getFullStart(), statement.end).trim());
  }
  const cases = Object.entries(CASES_BY_AREA[area]).map(
    ([field, { shows, outcomes }]): [string, ShownCase] => [
      field,
      { shows, outcomes: outcomesOf(outcomes), run: runs.get(field) ?? "" },
    ],
  );
  return { cases: Object.fromEntries(cases), helpers: helpers.join("\n\n") };
}
