/** What speaks for each rule: tags and mentions in the sources, titles of tests, headings of pages. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { RULES, type Rule, type RuleKind } from "../../src/catalogue/index.ts";
import { POLICY_FIELDS } from "../../src/index.ts";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A place in the repository. */
interface Place {
  readonly file: string;
  readonly line: number;
}

/** How a rule stands in the sources. */
export interface CodeEvidence {
  /** Guards, effects and views tagged with the id. */
  readonly tags: Place[];
  /** Checks of invariants and laws that report the id. */
  readonly checks: Place[];
  /** Comments that name the id where it is kept without a tag. */
  readonly mentions: Place[];
  /** Fields of the policy that name the id. */
  readonly fields: string[];
}

/** The rules that the library keeps today. */
export const KEPT: readonly Rule[] = RULES.filter(({ status }) => status !== "upcoming");

const ID = /\b[A-Z]+-\d{2}\b/gu;

/** Every TypeScript file below a folder, in order, as paths from the root. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"))
    .sort();
}

function parse(file: string): ts.SourceFile {
  const text = readFileSync(join(root, file), "utf8");
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

function placeOf(file: ts.SourceFile, node: ts.Node): Place {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return { file: relative(root, join(root, file.fileName)), line: line + 1 };
}

function stringsIn(node: ts.Node | undefined): ts.StringLiteralLike[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node];
  return ts.isArrayLiteralExpression(node) ? node.elements.filter(ts.isStringLiteralLike) : [];
}

/** Whether a file takes its guards, effects and views from the one module that makes them. */
function importsRules(file: ts.SourceFile): boolean {
  return file.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      ts.isStringLiteral(statement.moduleSpecifier) &&
      statement.moduleSpecifier.text.endsWith("/rule.ts"),
  );
}

const MAKERS = ["guard", "effect", "view"];

function isCheckFile(file: string): boolean {
  return /^src\/(?:[^/]+\/invariants\b|testing\/laws\b)/u.test(file);
}

function isTagCall(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    MAKERS.includes(node.expression.text)
  );
}

/** Looks for every rule in the sources, but for the register itself and the reference model. */
export function codeEvidence(): ReadonlyMap<string, CodeEvidence> {
  const found = new Map<string, CodeEvidence>(
    RULES.map(({ id }) => [id, { tags: [], checks: [], mentions: [], fields: [] }]),
  );
  for (const name of sources("src")) {
    if (/^src\/(?:catalogue|testing\/reference)\//u.test(name)) continue;
    const file = parse(name);
    const tagged = importsRules(file);
    const visit = (node: ts.Node): void => {
      if (tagged && isTagCall(node)) {
        for (const tag of stringsIn(node.arguments[0])) {
          found.get(tag.text)?.tags.push(placeOf(file, tag));
        }
      } else if (isCheckFile(name) && ts.isStringLiteralLike(node)) {
        found.get(node.text)?.checks.push(placeOf(file, node));
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    mentionsIn(file, found);
  }
  for (const [name, { rules }] of Object.entries(POLICY_FIELDS)) {
    for (const id of rules) found.get(id)?.fields.push(name);
  }
  return found;
}

function mentionsIn(file: ts.SourceFile, found: ReadonlyMap<string, CodeEvidence>): void {
  const name = file.fileName;
  if (name.startsWith("src/testing/")) return;
  file.text.split("\n").forEach((text, index) => {
    if (!/^\s*(?:\/\*\*|\*|\/\/)/u.test(text)) return;
    for (const [id] of text.matchAll(ID)) {
      found.get(id)?.mentions.push({ file: name, line: index + 1 });
    }
  });
}

/** The words with which titles say what a test shows, by kind of rule: each kind needs all of its. */
const SHOWN_BY: { readonly [Kind in RuleKind]: readonly string[] } = {
  guard: ["accepts", "refuses"],
  effect: ["happens", "does not happen"],
  view: ["shows", "hides"],
  number: ["at", "below", "above"],
  invariant: ["holds"],
  term: ["holds"],
};

const METHODS: { readonly [method: string]: string } = {
  accepts: "accepts",
  refuses: "refuses",
  shows: "shows",
  hides: "hides",
  happens: "happens",
  doesNot: "does not happen",
  at: "at",
  below: "below",
  above: "above",
  holds: "holds",
};

/** A test whose title begins with the id of a rule. */
export interface TitledTest extends Place {
  readonly id: string;
  readonly title: string;
  /** What the test does, line by line; empty where it is no function of its own. */
  readonly lines: readonly string[];
}

/** The lines inside a function's braces, without the indentation that all of them have. */
function linesOf(run: ts.Node | undefined): string[] {
  if (run === undefined || !ts.isArrowFunction(run) || !ts.isBlock(run.body)) return [];
  const text = run.body.getText().slice(1, -1);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const indented = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indented).trimEnd());
}

/** The id that a `rule("…")` call, or a constant holding one, stands for. */
function ruleNamed(node: ts.Expression, constants: ReadonlyMap<string, string>): string | null {
  if (ts.isIdentifier(node)) return constants.get(node.text) ?? null;
  if (!ts.isCallExpression(node) || node.expression.getText() !== "rule") return null;
  return stringsIn(node.arguments[0])[0]?.text ?? null;
}

function titleOf(node: ts.CallExpression, constants: ReadonlyMap<string, string>): string | null {
  const title = stringsIn(node.arguments[0])[0]?.text;
  if (title === undefined) return null;
  if (ts.isPropertyAccessExpression(node.expression)) {
    const { expression, name } = node.expression;
    const id = ruleNamed(expression, constants);
    const words = Object.hasOwn(METHODS, name.text) ? METHODS[name.text] : undefined;
    if (id !== null && words !== undefined) return `${id} ${words} ${title}`;
  }
  return /^(?:test|it)\b/u.test(node.expression.getText()) ? title : null;
}

/** Every test whose title begins with the id of a rule, as the sources have it. */
export function titledTests(): TitledTest[] {
  const tests: TitledTest[] = [];
  for (const name of sources("test").filter((file) => file.endsWith(".test.ts"))) {
    const file = parse(name);
    const constants = new Map<string, string>();
    const visit = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
        const id = ruleNamed(node.initializer, new Map());
        if (id !== null) constants.set(node.name.text, id);
      }
      if (ts.isCallExpression(node)) {
        const title = titleOf(node, constants);
        const id = /^[A-Z]+-\d{2}(?= )/u.exec(title ?? "")?.[0];
        if (title !== null && id !== undefined) {
          const lines = linesOf(node.arguments.at(-1));
          tests.push({ id, title, lines, ...placeOf(file, node) });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return tests;
}

/** The words still missing among the titles of a rule's tests. */
export function wordsMissing(rule: Rule, titles: readonly string[]): readonly string[] {
  return SHOWN_BY[rule.kind].filter(
    (words) => !titles.some((title) => title.startsWith(`${rule.id} ${words} `)),
  );
}

/** The ids that head a section of a page about the rules. */
export function documentedRules(): ReadonlySet<string> {
  const folder = join(root, "docs", "rules");
  const ids = new Set<string>();
  let pages: string[] = [];
  try {
    pages = readdirSync(folder).filter((file) => file.endsWith(".md"));
  } catch {
    return ids;
  }
  for (const page of pages) {
    for (const line of readFileSync(join(folder, page), "utf8").split("\n")) {
      if (line.startsWith("#")) for (const [id] of line.matchAll(ID)) ids.add(id);
    }
  }
  return ids;
}

/** What a rule lacks in the sources, given what was found; nothing if it is in code. */
export function codeMissing(
  { id, kind }: Rule,
  { tags, checks, mentions, fields }: CodeEvidence,
  documented: ReadonlySet<string>,
): string | null {
  if (kind === "term") return documented.has(id) ? null : "a page that explains the term";
  if (kind === "invariant") {
    return tags.length + checks.length + mentions.length > 0 ? null : "a tag, check or mention";
  }
  if (tags.length === 0) return "a tag in the code";
  return kind === "number" && fields.length === 0 ? "a field of the policy that names it" : null;
}
