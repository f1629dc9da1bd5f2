/** The pages about the entries of the package: what each exports. */
import ts from "typescript";
import { code, fence, firstSentence, page, prose as proseFrom, table } from "./markdown.ts";
import { checker, declarationOf, ENTRIES, type Entry, exportsOf, type Term } from "./vocabulary.ts";

const ABOUT: { readonly [Name in Entry]: string } = {
  index: "the verbs: decide, evolve, ask, the `World`, policy and ids",
  schema: "unknown JSON into typed values, or a list of problems with paths",
  catalogue: "the register of rules, and refusals in words",
  host: "the driver over a store: load, decide, commit, retry; the memory store",
  postgres: "the store over PostgreSQL and PGlite",
  sqlite: "the store over SQLite, in a file or in a Durable Object",
  testing: "worlds, given/when/then, generators, the reference model, the laws",
  "connect/dingtalk": "from what DingTalk sends to inputs",
  "connect/wecom": "from what WeCom sends to inputs",
  "connect/feishu": "from what Feishu sends to inputs",
  "connect/scim": "from SCIM 2.0 operations to inputs",
};

const prose = (text: string): string => proseFrom(text, "../../rules/");

/** The page of an entry, without its ending. */
const pageOf = (entry: Entry): string => entry.replaceAll("/", "-");

const nameOf = (entry: Entry): string => (entry === "index" ? "interorg" : `interorg/${entry}`);

/** Types that pages of their own explain. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/(?:Commands|Facts|Command|Fact)$/u, "inputs"],
  [/(?:Events)$/u, "events"],
  [/^Queries$/u, "questions"],
  [/^(?:NoticeData)$/u, "notices"],
  [/^(?:RefusalData)$/u, "refusals"],
  [/^Policy$/u, "policy"],
  [/(?:Records|Record|Page|Bucket|Tie)$/u, "records"],
];

const pageElsewhere = (name: string): string | undefined =>
  ELSEWHERE.find(([pattern]) => pattern.test(name))?.[1];

const isModel = ({ file }: Term): boolean => /\/(?:model|policy|refusal|notice)\.ts$/u.test(file);

const FORMAT =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

function functionText(declaration: ts.FunctionDeclaration): string {
  const { body } = declaration;
  const text = declaration.getText();
  const head = body === undefined ? text : text.slice(0, body.getStart() - declaration.getStart());
  return head.replace(/^export /u, "").trimEnd();
}

/** A value as one would declare it. */
function valueText(term: Term): string {
  const functions = (term.symbol.declarations ?? []).filter(ts.isFunctionDeclaration);
  const public_ = functions.length > 1 ? functions.filter(({ body }) => !body) : functions;
  if (public_.length > 0) return public_.map(functionText).join("\n");
  const [declaration] = term.symbol.declarations ?? [];
  if (declaration !== undefined && ts.isClassDeclaration(declaration)) {
    return `class ${term.name} extends Error`;
  }
  if (declaration === undefined) throw new Error(`${term.name} is not declared`);
  const type = checker.getTypeOfSymbolAtLocation(term.symbol, declaration);
  const text = checker
    .typeToString(type, declaration, FORMAT)
    .replaceAll(/import\("[^"]*"\)\./gu, "");
  return `const ${term.name}: ${text.length > LONG ? "{ … }" : text}`;
}

/** Longer types are tables of data, which other pages show. */
const LONG = 400;

function tagsOf({ symbol }: Term): string[] {
  return symbol.getJsDocTags(checker).flatMap(({ name, text = [] }) => {
    const words = ts.displayPartsToString(text);
    if (name === "example") return ["Example:", "", ...fence("ts", words)];
    const [, parameter, about] = /^(\w+)\s+-?\s*([\s\S]*)$/u.exec(words) ?? [];
    if (name === "param") return [`- ${code(parameter ?? "")}: ${prose(about ?? "")}`, ""];
    return [`- ${name}: ${prose(words)}`, ""];
  });
}

function section(term: Term, text: string): string[] {
  const doc = term.doc === "" ? [] : [prose(term.doc), ""];
  return [`### ${term.name}`, "", ...doc, ...fence("ts", text), ...tagsOf(term)];
}

const byName = (left: Term, right: Term): number => (left.name < right.name ? -1 : 1);

function entryPage(entry: Entry): string {
  const terms = [...exportsOf(entry)].map(([name, term]) => ({ ...term, name })).sort(byName);
  const isValue = ({ symbol }: Term): boolean => (symbol.flags & ts.SymbolFlags.Value) !== 0;
  const isFunction = ({ symbol }: Term): boolean => (symbol.flags & ts.SymbolFlags.Function) !== 0;
  const types = terms.filter((term) => !isValue(term));
  const elsewhere = types.filter((term) => isModel(term) && pageElsewhere(term.name) !== undefined);
  const own = types.filter((term) => !elsewhere.includes(term));
  return page([
    `# ${nameOf(entry)}`,
    "",
    `What \`${nameOf(entry)}\` exports: ${ABOUT[entry]}.`,
    "",
    "## Functions",
    "",
    ...terms.filter(isFunction).flatMap((term) => section(term, valueText(term))),
    ...listed(
      "Constants and classes",
      terms.filter((term) => isValue(term) && !isFunction(term)),
      valueText,
    ),
    ...listed("Types", own, declarationOf),
    ...elsewhereLines(elsewhere),
    "## Where to go next",
    "",
    "[All entries](README.md) · [inputs](../inputs.md) · [refusals](../refusals.md)",
  ]);
}

const listed = (title: string, terms: readonly Term[], text: (term: Term) => string): string[] =>
  terms.length === 0
    ? []
    : [`## ${title}`, "", ...terms.flatMap((term) => section(term, text(term)))];

function elsewhereLines(terms: readonly Term[]): string[] {
  if (terms.length === 0) return [];
  const rows = terms.map(({ name, doc }) => {
    const target = pageElsewhere(name) ?? "";
    return [code(name), prose(firstSentence(doc)), `[${target}](../${target}.md)`];
  });
  return ["## Types with pages of their own", "", ...table(["type", "", "page"], rows)];
}

/** A page for each entry and one that lists them, by path below `docs/reference/api`. */
export function apiPages(): ReadonlyMap<string, string> {
  const index = page([
    "# API",
    "",
    "The entries of the package. Import only what you need: each is small by itself, and nothing runs on import.",
    "",
    ...table(
      ["entry", "what it is for"],
      ENTRIES.map((entry) => [`[${code(nameOf(entry))}](${pageOf(entry)}.md)`, ABOUT[entry]]),
    ),
    "`interorg/schemas/…` holds JSON Schema files: `inputs/`, `events/`, `queries/`, `policy.json`.",
    "",
    "## Where to go next",
    "",
    "[Inputs](../inputs.md) · [events](../events.md) · [questions](../questions.md)",
  ]);
  return new Map([
    ["README.md", index],
    ...ENTRIES.map((entry): [string, string] => [`${pageOf(entry)}.md`, entryPage(entry)]),
  ]);
}
