// Aim: no cell of the permission matrix is skipped silently.
// Method: the tables against the commands, the actors and the objects there are; and the whole counted.
import { expect, test } from "vitest";
import { COMMAND_TYPES } from "../../src/core/command-types.ts";
import { ACTORS, GROUPS } from "./actors.ts";
import { COLUMNS, OBJECTS } from "./objects/index.ts";
import { type Cell, TABLES } from "./tables.ts";

const twice = (names: readonly string[]) =>
  names.filter((name, place) => names.indexOf(name) !== place);

test("every command has one table, and one more where it can be about a Trunk in place of a Space", () => {
  expect(Object.keys(OBJECTS).sort()).toEqual([...COMMAND_TYPES].sort());
  expect(TABLES.map(({ title }) => title).sort()).toEqual(Object.keys(COLUMNS).sort());
});

test("every table has every actor once, in every column", () => {
  for (const { title, columns, cells } of TABLES) {
    const found = cells.map(({ actor, column }) => `${actor} | ${column}`);
    expect(twice(found), title).toEqual([]);
    expect(found.length, title).toBe(ACTORS.length * columns.length);
  }
});

/** Commands that name nothing: they are about the organization of whoever gives them. */
const OWN_ALONE: readonly string[] = ["license.reserve"];

test("every table has the columns of its command, those about whose things they are first", () => {
  for (const { title, columns } of TABLES) {
    expect(columns, title).toEqual(Object.keys(COLUMNS[title] ?? {}));
    const kinds = columns.filter((each) => ["own", "related", "foreign", "missing"].includes(each));
    expect(kinds, title).toEqual(
      OWN_ALONE.includes(title) ? [] : ["own", "related", "foreign", "missing"],
    );
  }
});

test("every reason to leave a cell out is used in its area", () => {
  for (const { area, reasons } of TABLES) {
    const used = TABLES.filter((each) => each.area === area).flatMap(({ cells }) => cells);
    const unused = reasons.filter((reason) => !used.some(({ says }) => says === `(${reason})`));
    expect(unused, area).toEqual([]);
  }
});

test("groups of actors name actors, and each once", () => {
  const names = ACTORS.map(({ name }) => name);
  expect(twice(names)).toEqual([]);
  for (const [group, members] of Object.entries(GROUPS)) {
    expect(twice(members), group).toEqual([]);
    expect(
      members.filter((member) => !names.includes(member)),
      group,
    ).toEqual([]);
  }
});

test("the cells, counted", () => {
  const cells = TABLES.flatMap((table) => table.cells);
  const out = cells.filter(({ says }) => says.startsWith("("));
  expect(cells.length).toBe(26624);
  expect(out.length).toBe(1739);
});

/** Commands whose foreign object is known to exist by other means: by an invitation, by its new id. */
const TOLD_APART: readonly string[] = ["application.submit", "app.create", ...OWN_ALONE];

test("whoever has nothing to do with something cannot tell it from nothing", () => {
  const told = TABLES.filter(({ command }) => !TOLD_APART.includes(command)).flatMap(
    ({ title, cells }) => {
      const at = (actor: string, column: string) =>
        (cells.find((cell) => cell.actor === actor && cell.column === column) as Cell).says;
      return ACTORS.filter(({ name }) => name !== "Support")
        .filter(({ name }) => at(name, "foreign") !== at(name, "missing"))
        .map(({ name }) => `${title}: ${name}`);
    },
  );
  expect(told).toEqual([]);
});
