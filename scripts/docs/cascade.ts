/** What follows from what, as the table in the sources says it, put into the page that explains it. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { root } from "../lib/evidence.ts";
import { firstSentence, linkToRule, linkToType, prose, row, table } from "./markdown.ts";

const TABLE = "src/engine/cascade.ts";
/** The page with the table in it, between these lines. */
export const CASCADE_PAGE = "docs/explanation/how-it-works.md";
const FROM = `<!-- From ${TABLE}, by \`npm run docs\`; edit that instead. -->`;
const TO = "<!-- The table ends here. -->";

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);

const RULE = /\b[A-Z]+-\d{2}\b/gu;
const rulesIn = (text: string): string[] => [...text.matchAll(RULE)].map(([id]) => id);

/** What one name in the table stands for: its first sentence, and the rules of its tag. */
interface Named {
  readonly doc: string;
  readonly rules: readonly string[];
}

/** The effect or plan of a name that the table imports. */
function named(source: ts.SourceFile, name: string): Named {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    if (!bindings.elements.some((each) => each.name.text === name)) continue;
    const { text } = statement.moduleSpecifier as ts.StringLiteral;
    return declared(parse(join(dirname(source.fileName), text)), name);
  }
  throw new Error(`${TABLE} imports no ${name}`);
}

function declared(source: ts.SourceFile, name: string): Named {
  for (const statement of source.statements) {
    const variable = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.find((each) => each.name.getText() === name)
      : undefined;
    if (
      variable === undefined &&
      !(ts.isFunctionDeclaration(statement) && statement.name?.text === name)
    )
      continue;
    const doc = ts
      .getJSDocCommentsAndTags(statement)
      .map(({ comment }) => (typeof comment === "string" ? comment : ""))
      .join(" ");
    const call = variable?.initializer;
    const tag = call !== undefined && ts.isCallExpression(call) ? call.arguments[0] : undefined;
    // A plan made of several effects has no tag of its own: its docstring names the rules.
    return { doc, rules: rulesIn(tag?.getText() ?? doc) };
  }
  throw new Error(`${source.fileName} has no ${name}`);
}

/** A row of the table. */
interface Consequence {
  readonly last: boolean;
  readonly types: readonly string[];
  readonly effects: readonly Named[];
}

function consequence(source: ts.SourceFile, call: ts.CallExpression): Consequence {
  const [first, ...rest] = call.arguments;
  if (call.expression.getText() === "last") {
    return { ...consequence(source, first as ts.CallExpression), last: true };
  }
  if (first === undefined) throw new Error(`${TABLE}: a row of nothing`);
  const types = ts.isArrayLiteralExpression(first) ? [...first.elements] : [first];
  return {
    last: false,
    types: types.map((type) => (type as ts.StringLiteral).text),
    effects: rest.map((effect) => named(source, effect.getText())),
  };
}

/** The rows, each held against the rule ids that stand above it. */
function consequences(): Consequence[] {
  const source = parse(TABLE);
  const found: Consequence[] = [];
  const visit = (node: ts.Node): void => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "cascade") {
      ts.forEachChild(node, visit);
      return;
    }
    for (const argument of node.arguments) {
      const each = consequence(source, argument as ts.CallExpression);
      const said = rulesIn(
        argument
          .getFullText()
          .split("\n")
          .find((line) => line.includes("//")) ?? "",
      );
      const tagged = new Set(each.effects.flatMap(({ rules }) => rules));
      if (said.length !== tagged.size || said.some((id) => !tagged.has(id))) {
        const rules = [...tagged].join(" ");
        throw new Error(
          `${TABLE}: above ${argument.getText()} stands ${said.join(" ")}, not ${rules}`,
        );
      }
      found.push(each);
    }
  };
  visit(source);
  if (found.length === 0) throw new Error(`${TABLE} has no table`);
  return found;
}

/** The first sentence of a docstring, without the rules that it begins with. */
function text({ doc }: Named): string {
  const sentence = firstSentence(doc.replace(/^(?:[A-Z]+-\d{2}(?:, )?)+: /u, ""));
  return prose(sentence.charAt(0).toUpperCase() + sentence.slice(1));
}

function rows(those: readonly Consequence[]): string[] {
  return table(
    ["after", "follows", "rules"],
    those.map(({ types, effects }) => [
      row(types.map((type) => linkToType("../reference/events.md", type))),
      effects.map(text).join(" "),
      row([...new Set(effects.flatMap(({ rules }) => rules))].map((id) => linkToRule(id))),
    ]),
  );
}

/** The page as it is, with the table as it is now. */
export function cascadePage(): string {
  const path = join(root, CASCADE_PAGE);
  const page = existsSync(path) ? readFileSync(path, "utf8") : "";
  const [before, after] = [page.indexOf(FROM), page.indexOf(TO)];
  if (before < 0 || after < before) throw new Error(`${CASCADE_PAGE} has no place for the table`);
  const all = consequences();
  const lines = [
    FROM,
    "",
    ...rows(all.filter(({ last }) => !last)),
    "When nothing more follows, and again until nothing is left to do:",
    "",
    ...rows(all.filter(({ last }) => last)),
    "",
  ];
  return page.slice(0, before) + lines.join("\n") + page.slice(after);
}
