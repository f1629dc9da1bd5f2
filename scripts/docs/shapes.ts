/** The section of a page that explains the types its shapes name. */
import type ts from "typescript";
import { fence, prose } from "./markdown.ts";
import { declarationOf, typesNamed } from "./vocabulary.ts";

/** Types that have a page of their own. */
const ELSEWHERE = /^(?:Policy|.*(?:Commands|Facts|Events|Records|Record))$/u;

/** What the nodes name, type by type. */
export function namedShapes(nodes: readonly ts.Node[]): string[] {
  const terms = typesNamed(nodes).filter(({ name }) => !ELSEWHERE.test(name));
  if (terms.length === 0) return [];
  return [
    "## Shapes named above",
    "",
    "Ids (`SpaceId`, `PersonId` …) are strings of 1 to 128 UTF-16 code units without white space or control",
    "characters; see [the API of the root entry](api/index.md).",
    "",
    ...terms.flatMap((term) => [
      `### ${term.name}`,
      "",
      ...(term.doc === "" ? [] : [prose(term.doc), ""]),
      ...fence("ts", declarationOf(term)),
    ]),
  ];
}
