/** The pages about what can be asked and what is stored. */
import { parseQuery } from "../../src/schema/index.ts";
import { exampleOf } from "./example.ts";
import { anchor, code, fence, linkToType, page, prose, row, table } from "./markdown.ts";
import { observed } from "./observed.ts";
import { namedShapes } from "./shapes.ts";
import {
  checker,
  declarationOf,
  membersOf,
  shapeOf,
  type Term,
  textOf,
  typeOf,
  typesNamed,
} from "./vocabulary.ts";

function exampleQuery(term: Term): object {
  const input = checker.getPropertyOfType(typeOf(term), "input");
  const at = input?.valueDeclaration;
  if (input === undefined || at === undefined) throw new Error(`${term.name} takes nothing`);
  const data = exampleOf(term.name, checker.getTypeOfSymbolAtLocation(input, at));
  const parsed = parseQuery({ type: term.name, data });
  if (!parsed.ok) throw new Error(`${term.name}: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

function questionSection(term: Term): string[] {
  return [
    `## \`${term.name}\``,
    "",
    prose(term.doc),
    "",
    ...fence("ts", textOf(shapeOf(term))),
    ...fence("json", JSON.stringify(exampleQuery(term), null, 2)),
  ];
}

/** The page about questions. */
export function questionsPage(): string {
  const terms = membersOf("Queries");
  return page([
    "# Questions",
    "",
    `Every question that can be asked: ${terms.length} of them. A question changes nothing, and its answer says which`,
    "records it rests on. `ask(slice, { type, data }, policy)` answers over records, `host.ask` over a store.",
    "",
    "Who may not ask gets a [refusal](refusals.md). Lists are paged: pass `next` on as `after`. JSON Schema of",
    "each: `interorg/schemas/queries/<type>.json`.",
    "",
    ...table(
      ["type", "answers"],
      terms.map(({ name, doc }) => [`[${code(name)}](#${anchor(name)})`, prose(doc)]),
    ),
    ...terms.flatMap(questionSection),
    ...namedShapes(terms.map(shapeOf)),
    "## Where to go next",
    "",
    "[Inputs](inputs.md) · [refusals](refusals.md) · [what each question loads](footprint.md)",
  ]);
}

const { records } = observed();

function recordSection(term: Term): string[] {
  const [own] = typesNamed([shapeOf(term)]).filter(({ name }) => name === textOf(shapeOf(term)));
  const events = Object.keys(records).filter((event) => records[event]?.includes(term.name));
  return [
    `## \`${term.name}\``,
    "",
    ...(own === undefined || own.doc === "" ? [] : [prose(own.doc), ""]),
    events.length === 0
      ? "Not seen to change: it takes more things at once than the generated inputs make."
      : `Changed by ${row(events.map((event) => linkToType("events.md", event)))}.`,
    "",
    ...fence("ts", own === undefined ? textOf(shapeOf(term)) : declarationOf(own)),
  ];
}

/** The page about records. */
export function recordsPage(): string {
  const terms = membersOf("Records");
  return page([
    "# Records",
    "",
    `What a store keeps: ${terms.length} kinds of record, each plain JSON under a key. A service reads them through`,
    "[questions](questions.md) and never writes them; this page is for those who store, size or inspect them.",
    "",
    "A key is `[kind, owner, own]`; its text is `kind:owner/own` with each part escaped (`keyText`, `parseKey`).",
    "Sizes at full caps are in [the footprint](footprint.md). Which events change a record was seen over hundreds",
    "of thousands of generated inputs.",
    "",
    ...terms.flatMap(recordSection),
    "## Where to go next",
    "",
    "[Events](events.md) · [store it in PostgreSQL](../how-to/store-in-postgresql.md) ·",
    "[scale](../how-to/scale.md)",
  ]);
}
