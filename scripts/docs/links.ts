/** Whether every link leads somewhere, and every page can be found. */
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Page } from "./markdown-files.ts";

/** Where readers start. */
const STARTS = ["README.md", "docs/README.md"];

const isElsewhere = (url: string): boolean => /^[a-z][a-z+.-]*:/iu.test(url);

/** The file and the place in it that a relative link names, seen from the root. */
function targetOf(from: string, url: string): { readonly file: string; readonly place: string } {
  const [path = "", place = ""] = url.split("#");
  const decoded = decodeURIComponent(path);
  const file =
    decoded === "" ? from : normalize(join(dirname(from), decoded)).replaceAll("\\", "/");
  return { file: file.replace(/\/$/u, ""), place: decodeURIComponent(place) };
}

/** What is wrong with a link; `null` if it leads somewhere. */
function problemWith(
  from: string,
  url: string,
  pages: ReadonlyMap<string, Page>,
  root: string,
): string | null {
  if (isElsewhere(url)) return null;
  const { file, place } = targetOf(from, url);
  const page = pages.get(file);
  if (page === undefined) return existsSync(join(root, file)) ? null : `there is no ${file}`;
  if (place === "" || page.anchors.has(place)) return null;
  return `${file} has no place ${place}`;
}

/** Links that lead nowhere, one line each. */
export function brokenLinks(pages: ReadonlyMap<string, Page>, root: string): string[] {
  return [...pages.values()].flatMap(({ path, links }) =>
    links.flatMap(({ url, line }) => {
      const problem = problemWith(path, url, pages, root);
      return problem === null ? [] : [`${path}:${line}: ${url}: ${problem}`];
    }),
  );
}

/** Pages below `docs/` that no way of links leads to from where readers start. */
export function orphans(pages: ReadonlyMap<string, Page>): string[] {
  const found = new Set<string>();
  const ahead = [...STARTS];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    const page = pages.get(path);
    if (found.has(path) || page === undefined) continue;
    found.add(path);
    for (const { url } of page.links) if (!isElsewhere(url)) ahead.push(targetOf(path, url).file);
  }
  return [...pages.keys()].filter((path) => path.startsWith("docs/") && !found.has(path));
}
