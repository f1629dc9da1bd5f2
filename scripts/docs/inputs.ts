/** The page about inputs: each command and fact. */
import { COMMAND_TYPES, REFUSALS } from "../../src/catalogue/index.ts";
import { parseInput } from "../../src/schema/index.ts";
import { exampleOf } from "./example.ts";
import { anchor, code, fence, linkToType, page, prose, row, table } from "./markdown.ts";
import { observed } from "./observed.ts";
import { namedShapes } from "./shapes.ts";
import { membersOf, shapeOf, type Term, textOf, typeOf } from "./vocabulary.ts";

interface Area {
  readonly title: string;
  readonly commands?: string;
  readonly facts?: string;
  /** What its commands replace, where some do. */
  readonly replaced?: string;
}

const AREAS: readonly Area[] = [
  {
    title: "Directory",
    facts: "DirectoryFacts",
    commands: "DirectoryCommands",
    replaced: "DirectoryReplaced",
  },
  { title: "Spaces", commands: "SpacesCommands", replaced: "SpacesReplaced" },
  { title: "Rosters", commands: "RosterCommands", replaced: "RosterReplaced" },
  {
    title: "Licenses",
    facts: "LicensesFacts",
    commands: "LicensesCommands",
    replaced: "LicensesReplaced",
  },
  { title: "Groups", commands: "GroupsCommands" },
  { title: "Apps", commands: "AppsCommands" },
  { title: "Flows", commands: "FlowsCommands" },
  {
    title: "Hierarchies",
    facts: "HierarchyFacts",
    commands: "HierarchyCommands",
    replaced: "HierarchyReplaced",
  },
  { title: "Industry books", facts: "IndustryFacts" },
];

/** Who gives a command, told by the codes that everybody else gets; the first that fits. */
const ACTORS: readonly (readonly [string, string])[] = [
  ["QUOTA_EXPANSION_NOT_AUTHORIZED", "support staff"],
  ["NOT_SPACE_ADMIN NOT_TRUNK_ADMIN", "an authorized admin of the Host, or of the Trunk"],
  ["NOT_SPACE_ADMIN", "an authorized admin of the Host"],
  ["NOT_TRUNK_ADMIN", "a Hierarchy admin of the Trunk"],
  ["UNLINK_TRUNK_ONLY", "a Hierarchy admin of the Branch"],
  ["LICENSE_HOST_ONLY", "an authorized admin of the Host whose pool it is"],
  ["APP_GOVERNANCE_HOST_ONLY", "an authorized admin of the organization that built the app"],
  ["MEMBER_ROSTER_NOT_MANAGEABLE", "an authorized admin of the organization whose people they are"],
  ["BRANCH_NOT_MANAGEABLE", "a Hierarchy admin of the Branch"],
  ["NOT_AUTHORIZED_ADMIN", "an authorized admin of the organization acted for"],
  ["NOT_TASK_HOLDER", "whoever holds the task"],
  ["NOT_INITIATOR", "whoever started the instance"],
  ["LICENSE_REQUIRED", "whoever may use the app, in the name of one organization"],
  ["NOT_IN_SPACE", "anybody on the Space's Roster"],
  ["UNKNOWN_GROUP", "a participant of the group"],
];

const isCommand = (type: string): boolean => (COMMAND_TYPES as readonly string[]).includes(type);

function actorOf(type: string, doc: string): string {
  if (!isCommand(type))
    return doc.startsWith("From the platform") ? "the platform" : "the organization";
  const codes: readonly string[] = REFUSALS[type as keyof typeof REFUSALS];
  const found = ACTORS.find(([each]) => each.split(" ").every((code) => codes.includes(code)));
  if (found === undefined) throw new Error(`nobody gives ${type}`);
  return found[1];
}

/** A whole input, checked by the parser that services use. */
function exampleInput(type: string, actor: string, data: unknown): object {
  const organization = (data as { organization?: string }).organization ?? "bolt";
  const from = actor === "the platform" ? { platform: true } : { organization };
  const by =
    actor === "support staff" ? { support: "staff-1" } : { organization: "acme", person: "ann" };
  const who = isCommand(type) ? { by } : { from };
  const input = { id: "input-1", at: 1_790_000_000_000, ...who, type, data };
  const parsed = parseInput(input);
  if (!parsed.ok) throw new Error(`${type}: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

const { events, notices } = observed();

/** What commands replace, by their types. */
const replaced = new Map(
  AREAS.flatMap((area) => (area.replaced === undefined ? [] : membersOf(area.replaced))).map(
    (term) => [term.name, textOf(shapeOf(term))],
  ),
);

function section(term: Term): string[] {
  const { name, doc, file } = term;
  const actor = actorOf(name, doc);
  const refusals: readonly string[] = REFUSALS[name as keyof typeof REFUSALS];
  const links = (page: string, types: readonly string[] = []): string =>
    row(types.map((type) => linkToType(page, type)));
  return [
    `### \`${name}\``,
    "",
    prose(doc),
    "",
    ...table(
      ["", ""],
      [
        [isCommand(name) ? "given by" : "reported by", actor],
        ["refused with", links("refusals.md", refusals)],
        ["brings about", links("events.md", events[name])],
        ["tells", links("notices.md", notices[name])],
        ["JSON Schema", code(`interorg/schemas/inputs/${name}.json`)],
        ["declared in", `[${file}](../../${file})`],
      ],
    ),
    ...fence(
      "ts",
      [
        `data: ${textOf(shapeOf(term))}`,
        ...(replaced.has(name) ? [`was: ${replaced.get(name)}`] : []),
      ].join("\n"),
    ),
    ...fence(
      "json",
      JSON.stringify(exampleInput(name, actor, exampleOf(name, typeOf(term))), null, 2),
    ),
  ];
}

const termsOf = ({ facts, commands }: Area): Term[] => [
  ...(facts === undefined ? [] : membersOf(facts)),
  ...(commands === undefined ? [] : membersOf(commands)),
];

/** The page. */
export function inputsPage(): string {
  const all = AREAS.flatMap((area) => termsOf(area).map((term) => ({ area, term })));
  const kind = (type: string): string => (isCommand(type) ? "command" : "fact");
  return page([
    "# Inputs",
    "",
    `Every command and fact that can be decided on: ${COMMAND_TYPES.length} commands, which may be refused,`,
    `and ${all.length - COMMAND_TYPES.length} facts, which report what has already happened.`,
    "",
    "An input carries `id` (chosen by its sender; a retry has the same), `at` (epoch milliseconds), `by`",
    "(a command's actor) or `from` (a fact's source), `type` and `data`. Every field is shown, optional ones",
    "with `?`. A `revision` rises with each change at the source; an older one changes nothing.",
    "",
    "A command may carry `expect`, what it was decided on ([preview before doing](../how-to/preview-before-doing.md)):",
    "`{ outcome }`, the fingerprint of a preview, or, where it replaces a value, `{ was }`, of which the shape is shown.",
    "",
    "*Brings about* and *tells* list what was seen to follow, over hundreds of thousands of generated inputs;",
    "what an input reads and writes is in [the footprint](footprint.md).",
    "",
    ...table(
      ["type", "kind", "area", "by"],
      all.map(({ area, term: { name, doc } }) => [
        `[${code(name)}](#${anchor(name)})`,
        kind(name),
        area.title,
        actorOf(name, doc),
      ]),
    ),
    ...AREAS.flatMap((area) => [`## ${area.title}`, "", ...termsOf(area).flatMap(section)]),
    ...namedShapes(all.map(({ term }) => shapeOf(term))),
    "## Where to go next",
    "",
    "[Events](events.md) · [refusals](refusals.md) · [questions](questions.md) ·",
    "[store it in PostgreSQL](../how-to/store-in-postgresql.md)",
  ]);
}
