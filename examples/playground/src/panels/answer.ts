/** An answer as it is: lists as tables, the rest as names with values. */
import { type Child, h } from "../dom.ts";
import { isObject } from "../form/schema.ts";
import { fieldName, t } from "../locale.ts";
import type { Names } from "../names.ts";
import { valueText } from "../telling.ts";

type Row = { readonly [field: string]: unknown };

/** A table scrolls by itself where it is wider than its place. */
function table(rows: readonly Row[], names: Names): HTMLElement {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return h(
    "div",
    { class: "scroll", tabindex: 0 },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((column) => h("th", { scope: "col" }, fieldName(column))),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            columns.map((column) =>
              h("td", {}, Object.hasOwn(row, column) ? cell(names, column, row) : ""),
            ),
          ),
        ),
      ),
    ),
  );
}

function cell(names: Names, column: string, row: Row): string {
  const value = row[column];
  if (column === "at" && typeof value === "number") {
    return new Date(value).toISOString().slice(0, 16).replace("T", " ");
  }
  return valueText(names, column, value, row);
}

const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => isObject(each));

export function answerBlock(value: unknown, names: Names): Child {
  if (!isObject(value)) return h("p", {}, String(value));
  const { items, next, ...rest } = value;
  const facts = Object.entries(rest).filter(([, each]) => !isRows(each));
  const lists = Object.entries(rest).filter(([, each]) => isRows(each));
  return [
    facts.length > 0 &&
      h(
        "dl",
        { class: "facts" },
        facts.map(([name, each]) => [
          h("dt", {}, fieldName(name)),
          h("dd", {}, valueText(names, name, each, value)),
        ]),
      ),
    lists.map(([name, each]) => [
      h("h4", {}, fieldName(name)),
      table(each as readonly Row[], names),
    ]),
    items !== undefined &&
      (isRows(items) ? table(items, names) : h("p", { class: "empty" }, t("emptyAnswer"))),
    typeof next === "string" && h("p", { class: "muted small" }, t("nextPage", { next })),
  ];
}
