/** Markdown files as readers find them: headings, links, first sentences, blocks of code. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Slugger from "github-slugger";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { root } from "../lib/evidence.ts";

/** A block of code: its language, what stands beside the language, its text and its line. */
interface CodeBlock {
  readonly language: string;
  readonly meta: string;
  readonly text: string;
  readonly line: number;
}

/** A link to somewhere, with its line. */
interface Link {
  readonly url: string;
  readonly line: number;
}

/** What a page consists of. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** The first paragraph below the title. */
  readonly opening: string;
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly Link[];
  readonly blocks: readonly CodeBlock[];
}

/** Folders that hold what is installed or built. */
const NOT_OURS = ["node_modules", "dist", "build", "coverage"];

/** Every Markdown file of the repository below a folder, as paths from the root. */
export function markdownFiles(folder = ""): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const found = entries.flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return entry.name.endsWith(".md") ? [path] : [];
    const isOurs = !NOT_OURS.includes(entry.name) && !entry.name.startsWith(".");
    return isOurs ? markdownFiles(path) : [];
  });
  return found.sort();
}

/** Takes a page apart. */
export function parsePage(path: string, text: string): Page {
  const tree = fromMarkdown(text);
  const slugger = new Slugger();
  const anchors = new Set<string>();
  const links: Link[] = [];
  const blocks: CodeBlock[] = [];
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === "heading") anchors.add(slugger.slug(textOf(node)));
    if (node.type === "link" || node.type === "definition" || node.type === "image") {
      links.push({ url: node.url, line });
    }
    if (node.type === "code") {
      blocks.push({ language: node.lang ?? "", meta: node.meta ?? "", text: node.value, line });
    }
  });
  const title = tree.children.find((node) => node.type === "heading");
  const opening = tree.children.find((node) => node.type === "paragraph");
  return {
    path,
    title: title === undefined ? "" : textOf(title),
    opening: opening === undefined ? "" : textOf(opening).replaceAll("\n", " "),
    anchors,
    links,
    blocks,
  };
}

/** Reads a page and takes it apart. */
export const readPage = (path: string): Page =>
  parsePage(path, readFileSync(join(root, path), "utf8"));
