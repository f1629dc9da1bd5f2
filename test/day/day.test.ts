/**
 * Aim: a directory's day with a wrong list in it loses nobody, and no input or record is above its bound.
 * Method: the day of `npm run day` in small, over the embedded database.
 */
import { expect, test } from "vitest";
import { CONNECTIONS } from "../sqlite/databases.ts";
import { runDay } from "./day.ts";

test("a wrong list is held, carried out by mistake, and undone by the next one", async () => {
  const size = { people: 2_400, departments: 240, words: 12 };
  const [source] = CONNECTIONS;
  if (source === undefined) throw new Error("no SQLite");
  const day = await runDay(await source.fresh(), size);
  expect(day.faults).toEqual([]);
  expect(day.held).toBe(true);
  expect(day.left).toBeGreaterThan(500);
  expect(day.back).toBe(day.left);
  expect(day.steps).toBeGreaterThanOrEqual(1);
});
