// Aim: what a page says its code prints is taken off it, and code that says nothing is told.
import { expect, test } from "vitest";
import { parsePage } from "../../scripts/docs/markdown-files.ts";
import { codeOf } from "../../scripts/docs/page-code.ts";

const fenced = (info: string, ...lines: string[]): string =>
  [`\`\`\`${info}`, ...lines, "```", ""].join("\n");
const code = (...blocks: string[]) =>
  codeOf(parsePage("page.md", `# Page\n\n${blocks.join("\n")}`));

test("blocks are one program, in order, at their lines on the page", () => {
  const { text } = code(fenced("ts", "const one = 1;"), "And:\n", fenced("ts", "one + 1;"));
  expect(text.split("\n").indexOf("const one = 1;")).toBe(3);
  expect(text.split("\n").indexOf("one + 1;")).toBeGreaterThan(5);
});

test("blocks in other languages, and excerpts, are left out", () => {
  expect(code(fenced("sh", "rm -rf /"), fenced("ts excerpt", "nonsense(")).text.trim()).toBe("");
});

test("what is printed stands beside a statement or below it", () => {
  const { prints } = code(
    fenced(
      "ts",
      "console.log(1); // 1",
      "console.log(2);",
      "// 2",
      "// and more",
      "",
      "// a remark",
    ),
    fenced("ts", "for (const each of [3, 4]) {", "  console.log(each);", "}", "// 3", "// 4"),
  );
  expect(prints).toEqual(["1", "2", "and more", "3", "4"]);
});

test("a statement that prints and does not say what is told, with its line", () => {
  expect(() => code(fenced("ts", "console.log(1);", "", "// a remark"))).toThrow(/page\.md:4 /u);
});
