/** `llms.txt`: every page with one line on what it is for, made of titles and first sentences. */
import { firstSentence } from "./markdown.ts";
import type { Page } from "./markdown-files.ts";

const PARTS: readonly (readonly [title: string, folder: string])[] = [
  ["Start here", "docs/tutorials/"],
  ["How to", "docs/how-to/"],
  ["Reference", "docs/reference/"],
  ["Explanation", "docs/explanation/"],
  ["Decisions", "docs/decisions/"],
  ["Rules", "docs/rules/"],
];

const HEAD = `# interorg

> The rules of collaboration between organizations (钉钉上下游组织), as pure functions over immutable records, in
> TypeScript. \`decide(slice, input, policy)\` accepts, refuses with one code, or names what to load; \`ask\` answers
> questions; \`interorg/host\` drives both over a store; \`interorg/schema\` parses unknown JSON.

Paths are those of the repository; of the pages, the package itself carries the READMEs and CHANGELOG.md.

- [README](README.md): what it does, how to install it, the entry points
- [README in Chinese](README.zh-CN.md): the same for readers of Chinese
- [Map of the documentation](docs/README.md): where to look for what
- [Changes](CHANGELOG.md): what each version changed
`;

function lineOf({ path, title, opening }: Page): string {
  const about = firstSentence(opening);
  return `- [${title}](${path})${about === "" ? "" : `: ${about}`}`;
}

/** The text, of the pages as they are to be. */
export function llmsText(pages: ReadonlyMap<string, Page>): string {
  const parts = PARTS.flatMap(([title, folder]) => {
    const own = [...pages.values()].filter(({ path }) => path.startsWith(folder));
    return own.length === 0 ? [] : [`## ${title}`, "", ...own.map(lineOf), ""];
  });
  return `${[HEAD, ...parts].join("\n").trimEnd()}\n`;
}
