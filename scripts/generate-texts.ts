/**
 * What follows from the entries of refusal codes and notices in `src/catalogue/refusals`. Messages in ICU
 * MessageFormat are compiled to functions that need neither a parser nor `Intl`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import type { Wording } from "../src/catalogue/refusals/entry.ts";
import { NOTICES, REFUSAL_ENTRIES } from "../src/catalogue/refusals/index.ts";
import { make, root } from "./lib/made.ts";

// Its types are those of an ES module, and it is none.
const require = createRequire(import.meta.url);
const MessageFormat: new (locale: string, options: object) => object =
  require("@messageformat/core");
const compileModule: (
  messages: object,
  all: object,
) => string = require("@messageformat/core/compile-module.js");

const MADE = "Made by `npm run generate` from src/catalogue/refusals; not edited by hand.";

/** What an entry's source says of the data that its type alone has. */
interface Declared {
  readonly type: ts.TypeNode;
  readonly doc: string;
}

function declaredIn(file: ts.SourceFile): [string, Declared][] {
  const found: [string, Declared][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "of") {
      const type = node.typeArguments?.[0];
      const entry = node.parent.parent.parent;
      if (type === undefined || !ts.isPropertyAssignment(entry)) {
        throw new Error(`${file.fileName}: no type at ${node.getText()}`);
      }
      const doc = file.text.slice(entry.getFullStart(), entry.getStart()).trim();
      found.push([entry.name.getText(), { type, doc }]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function declarations(): ReadonlyMap<string, Declared> {
  const folder = join(root, "src/catalogue/refusals");
  const files = readdirSync(folder).filter((name) => name !== "entry.ts");
  return new Map(
    files.flatMap((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return declaredIn(ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true));
    }),
  );
}

const shape = ({ type }: Declared): string =>
  ts.isTypeLiteralNode(type)
    ? `{ ${type.members.map((member) => `readonly ${member.getText().replace(/[;,]$/u, "")}`).join("; ")} }`
    : type.getText();

/** Names of types in a text that a module of the core declares. */
function importFrom(module: string, text: string): string {
  const source = readFileSync(join(root, `src/core/${module}.ts`), "utf8");
  const names = [...source.matchAll(/^export (?:type|interface) (\w+)/gmu)]
    .map(([, name]) => name as string)
    .filter((name) => new RegExp(`\\b${name}\\b`, "u").test(text))
    .sort();
  return names.length === 0 ? "" : `import type { ${names.join(", ")} } from "./${module}.ts";\n`;
}

/** What the core knows of codes. */
function codesModule(): string {
  const declared = declarations();
  const members = REFUSAL_ENTRIES.map(([code]) => {
    const own = declared.get(code) as Declared;
    return `${own.doc === "" ? "" : `${own.doc}\n`}readonly ${code}: ${shape(own)};`;
  }).join("\n");
  const rules = REFUSAL_ENTRIES.map(([code, { rule }]) => `${code}: ${JSON.stringify(rule)},`);
  return `/** ${MADE} */
${importFrom("ids", members)}${importFrom("refusal-shapes", members)}
/**
 * Every code a command, fact or question can be refused with, and the facts that come with it. When
 * several apply, the first in {@link REFUSAL_CODES} is reported.
 */
export interface RefusalData {
${members}
}

/** The rule that owns each code; the codes stand in order of precedence. */
export const RULE_OF_CODE: { readonly [Code in keyof RefusalData]: string } = {
${rules.join("\n")}
};
`;
}

/** What a service does with each code. */
function retriesModule(): string {
  const rows = REFUSAL_ENTRIES.map(([code, { retry }]) => {
    const { canHelp, httpStatus, whoSees, next } = retry;
    return `${code}: ${JSON.stringify([canHelp, httpStatus, whoSees, next])},`;
  });
  return `/** ${MADE} */
import type { RefusalCode } from "../../core/refusal.ts";

type Row = readonly [canHelp: boolean, httpStatus: number, whoSees: string, next: string];

/** What to do with each code. */
export const RETRIES: { readonly [Code in RefusalCode]: Row } = {
${rows.join("\n")}
};
`;
}

/** Every function that a message may call, from the module that has them. */
const FORMATS =
  "count id identities identity ids organization person problems tasks word work".split(" ");

function messagesModule(locale: "en" | "zh"): string {
  const messages = new MessageFormat(locale, {
    customFormatters: Object.fromEntries(
      FORMATS.map((name) => [name, { formatter: String, id: name, module: "../format.ts" }]),
    ),
  });
  const wordings = (all: readonly (readonly [string, Wording])[]) => Object.fromEntries(all);
  const compiled = compileModule(messages, {
    refusals: wordings(REFUSAL_ENTRIES.map(([code, entry]) => [code, entry[locale]])),
    notices: wordings(Object.entries(NOTICES).map(([kind, entry]) => [kind, entry[locale]])),
  });
  const body = compiled.slice(compiled.indexOf("export default"));
  const plain = /\+ d\.\w+|\(d\) => d\.|: d\.\w+/u.exec(body);
  if (plain !== null) throw new Error(`an argument without a format: ${plain[0]}`);
  const called = [...FORMATS, "select"].filter((name) => body.includes(`${name}(`)).sort();
  const imports = [...compiled.matchAll(/^import \{ (.*) \} from "(.*)"/gmu)];
  const foreign = imports.filter(
    ([, names, from]) => from !== "../format.ts" && names !== "select",
  );
  if (foreign.length > 0) throw new Error(`a format that is not ours: ${foreign.map(String)}`);
  const names = [...new Set([...body.matchAll(/\bd\.(\w+)/gu)].map(([, name]) => name))].sort();
  return `/** ${MADE} */
import { ${called.join(", ")} } from "../format.ts";
import type { Texts } from "../texts.ts";

type Data = { readonly [name in ${names.map((name) => `"${name}"`).join(" | ")}]?: unknown };

export const ${locale}: Texts = ${body
    .slice("export default ".length)
    .replaceAll("(d) =>", "(d: Data) =>")
    .replaceAll(/\b(\w+)\(d\.(\w+), "(en|zh)"\)/gu, (_, name, argument, own) =>
      ["word", "count"].includes(name)
        ? `${name}(d.${argument})`
        : `${name}(d.${argument}, "${own}")`,
    )};
`;
}

/** The rule that gives each notice. */
function noticesModule(): string {
  const rows = Object.entries(NOTICES).map(
    ([kind, { rule }]) => `${kind}: ${JSON.stringify(rule)},`,
  );
  return `/** ${MADE} */
import type { NoticeKind } from "../../core/notice.ts";

/** The rule that gives each kind of notice; \`null\` where none does. */
export const RULE_OF_NOTICE: { readonly [Kind in NoticeKind]: string | null } = {
${rows.join("\n")}
};
`;
}

make({
  "src/core/refusal-codes.ts": codesModule(),
  "src/catalogue/made/retries.ts": retriesModule(),
  "src/catalogue/made/notices.ts": noticesModule(),
  "src/catalogue/made/en.ts": messagesModule("en"),
  "src/catalogue/made/zh.ts": messagesModule("zh"),
});
