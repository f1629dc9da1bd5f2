/** The pages about the rules, made of the register, the sources and the tests. */
import {
  AREAS,
  type Area,
  explain,
  RULES,
  type Rule,
  type RuleKind,
  ruleById,
} from "../../src/catalogue/index.ts";
import { defaultPolicy, type Policy } from "../../src/core/policy.ts";
import { sampleRefusals } from "../../test/support/refusals.ts";
import { addressOf, code, GENERATED, plain } from "../docs/markdown.ts";
import { type CodeEvidence, codeEvidence, type TitledTest, titledTests } from "./evidence.ts";

const NAMES: { readonly [Name in Area]: string } = {
  TERM: "Words of the source",
  EDITION: "Editions",
  CERT: "Certification",
  SSO: "Single sign-on",
  ADMIN: "Who may do what",
  SPACE: "Creating Spaces, quotas, dissolving",
  JOIN: "Invitation, application, review, limits",
  ROSTER: "Scope and synchronization",
  CAP: "The person cap",
  VIS: "Who sees whom",
  FOLDER: "Folders of a Space",
  ENTRY: "Where one sees a Space",
  PARTNER: "Partner types and levels",
  APP: "Host apps in a Space",
  SELF: "Apps under the Space's identity",
  FEAT: "What Downstream people can do with a Host app",
  PICK: "Choosing people in forms",
  FLOW: "Choosing people in running flows",
  DATA: "Seeing business data",
  LIC: "Licenses",
  ALERT: "Reminders",
  GROUP: "Cooperation groups",
  EXIT: "Leaving a Space",
  RESIGN: "Resignation",
  HAND: "Hand-over",
  DIR: "Directories as they really are",
  HIER: "Hierarchies: words, gates, authority",
  LINK: "How Links come about",
  BRANCH: "People on a Link",
  MOUNT: "Place and name in a Trunk's book",
  SIGHT: "Who sees whom in a book",
  SHARE: "Data that a Branch shares",
  DIST: "Apps that go down through Links",
  ROUTE: "Doors, picking and routing in a hierarchy",
  LIAISON: "Who is responsible for what",
  INDUSTRY: "People outside an organization",
  LEVEL: "Data by level",
  SEAT: "Licenses of people who come through Links",
  TALK: "Groups in a hierarchy",
  UNLINK: "How Links end",
  BOTH: "Both relations at once",
  ASK: "Asking before one acts",
  PROTO: "The protocol of inputs",
};

const STRENGTHS = {
  stated: "stated by the source",
  derived: "follows from what the source states",
  recommended: "fills a silence of the source",
};
const STATUSES = {
  active: "enforced",
  protocol: "enforced for every input",
  upcoming: "not enforced yet",
};

const explained = new Map(
  sampleRefusals().map((refusal) => [refusal.code as string, explain(refusal, "en")]),
);

function codeLines({ codes, raises }: Rule): string[] {
  const own = codes.map((each) => {
    const words = explained.get(each);
    if (words === undefined) return `- ${code(each)} (not raised yet)`;
    return `- ${code(each)}: ${plain(words.text)} ${plain(words.help)}`;
  });
  const others = raises.map((each) => {
    const owner = RULES.find((rule) => rule.codes.includes(each));
    return `${code(each)}${owner === undefined ? "" : ` (${linkTo(owner, true)})`}`;
  });
  return [
    ...(own.length === 0 ? [] : ["", "Refusals, with an example of each:", "", ...own]),
    ...(others.length === 0
      ? []
      : ["", `Refusals that belong to other rules: ${others.join(", ")}.`]),
  ];
}

function policyLines({ numbers = [], options = [] }: Rule): string[] {
  const names = [...new Set([...numbers, ...options])];
  if (names.length === 0) return [];
  const fields = names.map((name) => {
    const known = Object.hasOwn(defaultPolicy, name);
    const value = known ? JSON.stringify(defaultPolicy[name as keyof Policy]) : "none";
    return `${code(name)} (default ${code(value)})`;
  });
  return ["", `Policy: ${fields.join(", ")}.`];
}

const filesOf = (places: readonly { readonly file: string }[]): string[] => [
  ...new Set(places.map(({ file }) => file)),
];

const fileLink = (file: string): string => `[${file}](../../${file})`;

function placesLines(found: CodeEvidence | undefined): string[] {
  if (found === undefined) return [];
  const { tags, checks, mentions } = found;
  const parts: string[] = [];
  if (tags.length > 0) parts.push(filesOf(tags).map(fileLink).join(", "));
  if (checks.length > 0) parts.push(`checked in ${filesOf(checks).map(fileLink).join(", ")}`);
  if (parts.length === 0 && mentions.length > 0) {
    parts.push(`kept, without a tag, in ${filesOf(mentions).map(fileLink).join(", ")}`);
  }
  return parts.length === 0 ? [] : ["", `In code: ${parts.join("; ")}.`];
}

/** Lines of an example: fewer show little, more are a test to be read where it stands. */
const EXAMPLE_MIN = 3;
const EXAMPLE_MAX = 24;

/** The words of the tests that show best what a rule of each kind does. */
const TELLING: { readonly [Kind in RuleKind]: string } = {
  guard: "refuses",
  effect: "happens",
  view: "shows",
  number: "at",
  invariant: "holds",
  term: "holds",
};

/** The shortest telling test of a rule, as an example of it. */
function exampleLines({ kind }: Rule, tests: readonly TitledTest[]): string[] {
  const fitting = tests
    .filter(({ lines }) => lines.length >= EXAMPLE_MIN && lines.length <= EXAMPLE_MAX)
    .sort((left, right) => left.lines.length - right.lines.length);
  const telling = fitting.find(({ id, title }) => title.startsWith(`${id} ${TELLING[kind]} `));
  const example = telling ?? fitting[0];
  if (example === undefined) return [];
  const { id, title, file, lines } = example;
  return [
    "",
    `Example (*${plain(title.slice(id.length + 1))}*, ${fileLink(file)}):`,
    "",
    "```ts",
    ...lines,
    "```",
  ];
}

function testLines(tests: readonly TitledTest[]): string[] {
  if (tests.length === 0) return [];
  const lines = tests.map(({ file, title, id }) => {
    return `- ${plain(title.slice(id.length + 1))} (${fileLink(file)})`;
  });
  return ["", "Tests:", "", ...lines];
}

const pageOf = (area: Area): string => `${area.toLowerCase()}.md`;

function linkTo(rule: Rule, short = false): string {
  const text = short ? rule.id : `${rule.id} ${plain(rule.title)}`;
  return `[${text}](${addressOf(rule, "")})`;
}

/** A reading in which the rules it names are links. */
function linked(text: string, own: string): string {
  return plain(text).replaceAll(/\b[A-Z]+-\d{2}\b/gu, (id) => {
    const rule = id === own ? undefined : ruleById(id);
    return rule === undefined ? id : linkTo(rule, true);
  });
}

interface Evidence {
  readonly code: ReadonlyMap<string, CodeEvidence>;
  readonly tests: readonly TitledTest[];
}

function section(rule: Rule, { code: found, tests }: Evidence): string[] {
  const { id, title, kind, strength, status, source, reading, ambiguities } = rule;
  const own = tests.filter((each) => each.id === id);
  const open = ambiguities.length === 0 ? "" : `; open readings ${ambiguities.join(", ")}`;
  return [
    `## ${id} ${title}`,
    "",
    `A rule of the kind *${kind}*, ${STRENGTHS[strength]}${open}; ${STATUSES[status]}.`,
    "",
    ...source.flatMap(({ sentence, text }) => [`> 「${text}」 (${sentence})`, ">"]).slice(0, -1),
    ...(source.length === 0 ? [] : [""]),
    linked(reading, id),
    ...codeLines(rule),
    ...policyLines(rule),
    ...placesLines(status === "upcoming" ? undefined : found.get(id)),
    ...exampleLines(rule, own),
    ...testLines(own),
    "",
  ];
}

const NEXT = [
  "## Where to go next",
  "",
  "[All rules](README.md) · [refusals](../reference/refusals.md) · [policy](../reference/policy.md) ·",
  "[decisions about open readings](../decisions/0001-readings.md)",
];

function areaPage(area: Area, evidence: Evidence): string {
  const rules = RULES.filter((rule) => rule.area === area);
  const sections = rules.flatMap((rule) => section(rule, evidence));
  const about = `${NAMES[area]}: each rule with its source, its reading, its code and its tests.`;
  return [GENERATED, "", `# ${area}: ${NAMES[area]}`, "", about, "", ...sections, ...NEXT].join(
    "\n",
  );
}

function indexPage(): string {
  const kept = RULES.filter(({ status }) => status !== "upcoming").length;
  const areas = AREAS.map((area) => {
    const rules = RULES.filter((rule) => rule.area === area);
    const enforced = rules.filter(({ status }) => status !== "upcoming").length;
    return `| [${area}](${pageOf(area)}) | ${NAMES[area]} | ${rules.length} | ${enforced} |`;
  });
  const rules = RULES.map((rule) => {
    const codes = rule.codes.map(code).join(" ");
    return `| ${linkTo(rule)} | ${rule.kind} | ${STATUSES[rule.status]} | ${codes} |`;
  });
  return [
    GENERATED,
    "",
    "# The rules",
    "",
    `${RULES.length} rules, ${kept} of them enforced. Each is found by its id in the code, in the titles`,
    "of tests and here; `npm run trace` holds the three against one another.",
    "",
    "| area | about | rules | enforced |",
    "|---|---|---|---|",
    ...areas,
    "",
    "| rule | kind | status | refusal codes it owns |",
    "|---|---|---|---|",
    ...rules,
    "",
    "## Where to go next",
    "",
    "[Refusals](../reference/refusals.md) · [policy](../reference/policy.md) · [glossary](../reference/glossary.md) ·",
    "[add a rule](../how-to/add-a-rule.md)",
    "",
  ].join("\n");
}

/** Every page, by file name. */
export function rulePages(): ReadonlyMap<string, string> {
  const evidence = { code: codeEvidence(), tests: titledTests() };
  const pages = new Map<string, string>([["README.md", indexPage()]]);
  for (const area of AREAS) pages.set(pageOf(area), `${areaPage(area, evidence).trimEnd()}\n`);
  return pages;
}
