/** The page about refusals: what each code means, whose rule it is, and what to do with it. */
import { explain, REFUSALS, retry } from "../../src/catalogue/index.ts";
import { REFUSAL_CODES, type Refusal, RULE_OF_CODE } from "../../src/index.ts";
import { sampleRefusals } from "../../test/support/refusals.ts";
import {
  anchor,
  code,
  fence,
  linkToRule,
  linkToType,
  page,
  plain,
  prose,
  table,
} from "./markdown.ts";
import { namedShapes } from "./shapes.ts";
import { membersOf, shapeOf, textOf } from "./vocabulary.ts";

const data = new Map(membersOf("RefusalData").map((term) => [term.name, term]));

const typesWith = (sought: string): string[] =>
  Object.entries(REFUSALS)
    .filter(([, codes]) => (codes as readonly string[]).includes(sought))
    .map(([type]) => type);

const again = (sought: Refusal["code"]): string => (retry(sought).canHelp ? "later" : "no");

function section(refusal: Refusal): string[] {
  const { code: own } = refusal;
  const { httpStatus, whoSees, next } = retry(own);
  const term = data.get(own);
  const types = typesWith(own);
  const [english, chinese] = [explain(refusal, "en"), explain(refusal, "zh")];
  const all = types.length === Object.keys(REFUSALS).length;
  return [
    `### ${own}`,
    "",
    ...table(
      ["", ""],
      [
        ["owned by", linkToRule(RULE_OF_CODE[own])],
        ["refused", `${plain(english.title)}, ${plain(chinese.title)}`],
        ["HTTP status", String(httpStatus)],
        [
          "sent again unchanged",
          again(own) === "later" ? "may be accepted later" : "does not help",
        ],
        ["concerns", whoSees],
        ["next", prose(next)],
        [
          "answered to",
          all
            ? "every input"
            : types.length === 0
              ? "questions only"
              : types.map((type) => linkToType("inputs.md", type)).join(", "),
        ],
      ],
    ),
    ...(term?.doc ? [prose(term.doc), ""] : []),
    ...(term === undefined ? [] : fence("ts", `data: ${textOf(shapeOf(term))}`)),
    `> ${plain(english.text)} ${plain(english.help)}`,
    ">",
    `> ${plain(chinese.text)}${plain(chinese.help)}`,
    "",
  ];
}

/** The page. */
export function refusalsPage(): string {
  return page([
    "# Refusals",
    "",
    "Every code that a command, a fact or a question can be refused with: what it means, whose rule it",
    `is, and what to do next. There are ${REFUSAL_CODES.length}, in order of precedence: where several apply,`,
    "the first is reported. In code, `retry(code)` and `explain(refusal, locale)` of `interorg/catalogue`",
    "give what this page shows; [read a refusal](../how-to/read-a-refusal.md) shows how.",
    "",
    "*Again* says whether the same content, sent later under a new id, may be accepted without anybody",
    "correcting it.",
    "",
    ...table(
      ["code", "rule", "HTTP", "again", "concerns", "next"],
      REFUSAL_CODES.map((each) => {
        const { httpStatus, whoSees, next } = retry(each);
        const link = `[${code(each)}](#${anchor(each)})`;
        return [
          link,
          linkToRule(RULE_OF_CODE[each]),
          `${httpStatus}`,
          again(each),
          whoSees,
          prose(next),
        ];
      }),
    ),
    "## Each code",
    "",
    "The sentences are what `explain` says of a sample, in English and Chinese.",
    "",
    ...sampleRefusals().flatMap(section),
    ...namedShapes([...data.values()].map(shapeOf)),
    "## Where to go next",
    "",
    "[The rules by area](../rules/README.md) · [inputs](inputs.md) ·",
    "[read a refusal](../how-to/read-a-refusal.md)",
  ]);
}
