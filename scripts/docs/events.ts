/** The pages about what comes out: events and notices. */
import { explainNotice } from "../../src/catalogue/index.ts";
import { sampleNotices } from "../../test/support/refusals.ts";
import {
  anchor,
  code,
  fence,
  firstSentence,
  linkToRule,
  linkToType,
  page,
  plain,
  prose,
  row,
  table,
} from "./markdown.ts";
import { observed } from "./observed.ts";
import { namedShapes } from "./shapes.ts";
import { membersOf, shapeOf, type Term, textOf } from "./vocabulary.ts";

const seen = observed();

/** The other way round: what a pair's second was seen to come from. */
function sourcesOf(pairs: { readonly [from: string]: readonly string[] }, to: string): string[] {
  return Object.keys(pairs).filter((from) => pairs[from]?.includes(to));
}

const inputs = (types: readonly string[]): string =>
  row(types.map((type) => linkToType("inputs.md", type)));
const events = (types: readonly string[]): string =>
  row(types.map((type) => `[${code(type)}](#${anchor(type)})`));
const records = (kinds: readonly string[]): string =>
  row(kinds.map((kind) => linkToType("records.md", kind)));

function eventSection(term: Term): string[] {
  const { name, doc } = term;
  return [
    `### \`${name}\``,
    "",
    ...(doc === "" ? [] : [prose(doc), ""]),
    ...table(
      ["", ""],
      [
        ["follows from the inputs", inputs(sourcesOf(seen.events, name))],
        ["brought about by", events(sourcesOf(seen.causes, name))],
        ["brings about", events(seen.causes[name] ?? [])],
        ["changes the records", records(seen.records[name] ?? [])],
        ["JSON Schema", code(`interorg/schemas/events/${name}.json`)],
      ],
    ),
    ...fence("ts", `data: ${textOf(shapeOf(term))}`),
  ];
}

/** The page about events. */
export function eventsPage(): string {
  const terms = membersOf("Events");
  const unseen = terms.find(({ name }) => sourcesOf(seen.events, name).length === 0);
  if (unseen !== undefined) throw new Error(`nothing was seen to bring about ${unseen.name}`);
  return page([
    "# Events",
    "",
    `What can happen: ${terms.length} types of event. An accepted input returns its events in order, each with the`,
    "place of the event that brought it about; replaying them gives the records.",
    "",
    "Every event carries `v` (the version of its shape), `input`, `seq` (its place in the outcome), `at` (epoch",
    "milliseconds), `cause` (the `seq` of the event that brought it about, `null` for the input itself), `type` and",
    "`data`. The tables list what was seen over hundreds of thousands of generated inputs.",
    "",
    ...table(
      ["type", "what happened"],
      terms.map(({ name, doc }) => [
        `[${code(name)}](#${anchor(name)})`,
        prose(firstSentence(doc)),
      ]),
    ),
    "## Each event",
    "",
    ...terms.flatMap(eventSection),
    ...namedShapes(terms.map(shapeOf)),
    "## Where to go next",
    "",
    "[Inputs](inputs.md) · [records](records.md) · [notices](notices.md) ·",
    "[send notices from an outbox](../how-to/send-notices.md)",
  ]);
}

const samples = new Map(sampleNotices().map((notice) => [notice.kind as string, notice]));

function noticeSection(term: Term): string[] {
  const sample = samples.get(term.name);
  if (sample === undefined) throw new Error(`no sample of ${term.name}`);
  const [english, chinese] = [explainNotice(sample, "en"), explainNotice(sample, "zh")];
  return [
    `## ${term.name}`,
    "",
    prose(term.doc),
    "",
    ...table(
      ["", ""],
      [
        ["given by", english.rule === null ? "the protocol of facts" : linkToRule(english.rule)],
        ["follows from the inputs", inputs(sourcesOf(seen.notices, term.name))],
      ],
    ),
    ...fence("ts", `data: ${textOf(shapeOf(term))}`),
    `> ${plain(english.text)} ${plain(english.help)}`,
    ">",
    `> ${plain(chinese.text)}${plain(chinese.help)}`,
    "",
  ];
}

/** The page about notices. */
export function noticesPage(): string {
  const terms = membersOf("NoticeData");
  const recipient = membersOf("Notice").find(({ name }) => name === "to");
  return page([
    "# Notices",
    "",
    `What somebody should be told: ${terms.length} kinds of notice. The library returns them beside the events and sends`,
    "nothing. `to` names people or roles; a role is resolved when the notice is delivered, so that a former admin",
    "is not told. The sentences are what `explainNotice` of `interorg/catalogue` says of a sample.",
    "",
    ...terms.flatMap(noticeSection),
    ...namedShapes([...terms, ...(recipient === undefined ? [] : [recipient])].map(shapeOf)),
    "## Where to go next",
    "",
    "[Send notices from an outbox](../how-to/send-notices.md) · [events](events.md)",
  ]);
}
