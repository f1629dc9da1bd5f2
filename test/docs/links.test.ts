// Aim: a link that leads nowhere and a page that cannot be found are told. Method: small sets of pages,
// each wrong in one place.
import { describe, expect, test } from "vitest";
import { brokenLinks, orphans } from "../../scripts/docs/links.ts";
import { type Page, parsePage } from "../../scripts/docs/markdown-files.ts";
import { root } from "../../scripts/lib/evidence.ts";

const pagesOf = (texts: { readonly [path: string]: string }): ReadonlyMap<string, Page> =>
  new Map(Object.entries(texts).map(([path, text]) => [path, parsePage(path, text)]));

const guide = "# Guide\n\n## `space.create`\n\n## Twice\n\n## Twice\n\n## Two senses of 下游组织\n";

describe("links", () => {
  test.each([
    ["a page", "[x](docs/guide.md)"],
    ["a place", "[x](docs/guide.md#twice)"],
    ["the second of two places that are called the same", "[x](docs/guide.md#twice-1)"],
    ["a place whose heading is code", "[x](docs/guide.md#spacecreate)"],
    ["a place named in Chinese", "[x](docs/guide.md#two-senses-of-下游组织)"],
    ["a place on the page itself", "[x](#readme)"],
    ["a file of another kind", "[x](package.json)"],
    ["an address elsewhere", "[x](https://example.com/nowhere)"],
  ])("to %s are good", (_what, link) => {
    const pages = pagesOf({ "README.md": `# Readme\n\n${link}\n`, "docs/guide.md": guide });
    expect(brokenLinks(pages, root)).toEqual([]);
  });

  test.each([
    ["a page that is not there", "[x](docs/gone.md)", "there is no docs/gone.md"],
    ["a place that is not there", "[x](docs/guide.md#thrice)", "docs/guide.md has no place thrice"],
    ["a place that is not on the page", "[x](#nowhere)", "README.md has no place nowhere"],
    [
      "a definition's page that is not there",
      "[x]\n\n[x]: docs/gone.md",
      "there is no docs/gone.md",
    ],
    ["an image that is not there", "![x](docs/gone.png)", "there is no docs/gone.png"],
  ])("to %s are told, with the line", (_what, link, problem) => {
    const pages = pagesOf({ "README.md": `# Readme\n\n${link}\n`, "docs/guide.md": guide });
    const found = brokenLinks(pages, root);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^README\.md:\d+: /u);
    expect(found[0]).toContain(problem);
  });

  test("in a table and in a list are seen", () => {
    const text = "# Readme\n\n| a |\n|---|\n| [x](docs/one.md) |\n\n- [y](docs/two.md)\n";
    expect(brokenLinks(pagesOf({ "README.md": text }), root)).toHaveLength(2);
  });

  test("in a block of code are none", () => {
    const text = "# Readme\n\n```md\n[x](docs/gone.md)\n```\n";
    expect(brokenLinks(pagesOf({ "README.md": text }), root)).toEqual([]);
  });
});

describe("pages that no link leads to", () => {
  test("are found, however long the way to the others", () => {
    const pages = pagesOf({
      "README.md": "[docs](docs/README.md)",
      "docs/README.md": "[one](one.md)",
      "docs/one.md": "[two](how-to/two.md#somewhere)",
      "docs/how-to/two.md": "# Two",
      "docs/lost.md": "[two](how-to/two.md)",
    });
    expect(orphans(pages)).toEqual(["docs/lost.md"]);
  });
});
