/** The vocabulary as the sources declare it: names, docstrings, shapes. */
import { join, relative } from "node:path";
import ts from "typescript";
import { root } from "../lib/evidence.ts";

const config = ts.getParsedCommandLineOfConfigFile(
  join(root, "tsconfig.json"),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
);
const entries = [
  "index",
  "schema",
  "catalogue",
  "host",
  "postgres",
  "sqlite",
  "testing",
  "connect/dingtalk",
  "connect/wecom",
  "connect/feishu",
  "connect/scim",
] as const;
/** An entry of the package. */
export type Entry = (typeof entries)[number];
/** Every entry, the root first. */
export const ENTRIES: readonly Entry[] = entries;

const fileOf = (entry: Entry): string =>
  join(root, "src", entry === "index" ? "index.ts" : `${entry}/index.ts`);
const program = ts.createProgram(entries.map(fileOf), config?.options ?? {});
/** Knows every type of the sources. */
export const checker = program.getTypeChecker();

/** A part of the vocabulary: a property of an interface, or something that an entry exports. */
export interface Term {
  readonly name: string;
  /** The docstring. */
  readonly doc: string;
  readonly symbol: ts.Symbol;
  /** The file, from the root. */
  readonly file: string;
}

function termOf(symbol: ts.Symbol): Term {
  const declaration = symbol.declarations?.[0];
  const file = declaration?.getSourceFile().fileName ?? "";
  const doc = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return { name: symbol.name, doc, symbol, file: relative(root, file).replaceAll("\\", "/") };
}

/** What an entry exports, by name. */
export function exportsOf(entry: Entry): ReadonlyMap<string, Term> {
  const file = program.getSourceFile(fileOf(entry));
  const own = file && checker.getSymbolAtLocation(file);
  const symbols = own === undefined ? [] : checker.getExportsOfModule(own);
  return new Map(
    symbols.map((symbol) => {
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      return [symbol.name, termOf(isAlias ? checker.getAliasedSymbol(symbol) : symbol)];
    }),
  );
}

/** The areas in the order in which they build on each other. */
const AREAS = ["directory", "spaces", "roster", "licenses", "groups", "apps", "flows"];

const placeOf = ({ symbol, file }: Term): number => {
  const area = AREAS.findIndex((each) => file.startsWith(`src/${each}/`));
  // What a vocabulary takes from its own parts comes before what it adds.
  const rank = 2 * area + (file.includes("/model/") ? 0 : 1);
  return rank * FILE_LENGTH_MAX + (symbol.valueDeclaration?.getStart() ?? 0);
};
const FILE_LENGTH_MAX = 1_000_000;

/** The properties of an interface, after those of the ones that it extends. */
export function membersOf(name: string): readonly Term[] {
  const term = exportsOf("index").get(name);
  if (term === undefined) throw new Error(`no type ${name}`);
  const type = checker.getDeclaredTypeOfSymbol(term.symbol);
  const terms = checker.getPropertiesOfType(type).map(termOf);
  return terms.sort((left, right) => placeOf(left) - placeOf(right));
}

/** The type of a property. */
export function typeOf({ symbol }: Term): ts.Type {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) throw new Error(`${symbol.name} is not declared`);
  return checker.getTypeOfSymbolAtLocation(symbol, declaration);
}

/** A node's text without what every property has, and without the indentation that it stands in. */
export function textOf(node: ts.Node): string {
  const before = node.getSourceFile().text.slice(0, node.getStart());
  const indent = /^ */u.exec(before.slice(before.lastIndexOf("\n") + 1))?.[0] ?? "";
  const text = node.getText().replaceAll(`\n${indent}`, "\n");
  return text.replaceAll(/\breadonly (?=["\w[])/gu, "");
}

/** Where a property takes its type from another one, that other one's type. */
function resolved(node: ts.TypeNode): ts.TypeNode {
  if (!ts.isIndexedAccessTypeNode(node)) return node;
  const index = node.indexType;
  if (!ts.isLiteralTypeNode(index) || !ts.isStringLiteral(index.literal)) return node;
  const owner = checker.getTypeFromTypeNode(node.objectType);
  const found = owner.getProperty(index.literal.text)?.valueDeclaration;
  const type = found && ts.isPropertySignature(found) ? found.type : undefined;
  return type === undefined ? node : resolved(type);
}

/** The type of a property as the source writes it. */
export function shapeOf({ symbol }: Term): ts.TypeNode {
  const declaration = symbol.valueDeclaration;
  const node = declaration && ts.isPropertySignature(declaration) ? declaration.type : undefined;
  if (node === undefined) throw new Error(`${symbol.name} has no type`);
  return resolved(node);
}

const isOurs = (file: string): boolean => file.includes("/src/") && !file.includes("node_modules");

/** The declared types that a node names, itself left out; ids and what TypeScript brings are none. */
function namedIn(node: ts.Node): ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isTypeReferenceNode(each) || ts.isExpressionWithTypeArguments(each)) {
      const name = ts.isTypeReferenceNode(each) ? each.typeName : each.expression;
      const symbol = checker.getSymbolAtLocation(name);
      const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      const real = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
      const file = real?.declarations?.[0]?.getSourceFile().fileName ?? "";
      const parameter = (real?.flags ?? 0) & ts.SymbolFlags.TypeParameter;
      if (real && isOurs(file) && !file.endsWith("core/ids.ts") && !parameter) found.push(real);
    }
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

/** A declaration without its docstring and `export`, a function or constant without its body. */
export function declarationOf({ symbol }: Pick<Term, "symbol">): string {
  return (symbol.declarations ?? [])
    .filter((each) => !ts.isVariableDeclaration(each) && !ts.isFunctionDeclaration(each))
    .map((each) => textOf(each).replace(/^export (declare )?/u, ""))
    .join("\n");
}

/** Every type that nodes name, and those that these name, by name. */
export function typesNamed(nodes: readonly ts.Node[]): readonly Term[] {
  const found = new Map<string, Term>();
  const follow = (node: ts.Node): void => {
    for (const symbol of namedIn(node)) {
      if (found.has(symbol.name)) continue;
      found.set(symbol.name, termOf(symbol));
      for (const declaration of symbol.declarations ?? []) follow(declaration);
    }
  };
  for (const node of nodes) follow(node);
  return [...found.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}
