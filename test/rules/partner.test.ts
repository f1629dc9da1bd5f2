// Aim: partner types and levels belong to the Association and are set by Space admins.
// Method: a Member is classified, leaves, and joins again.
import { expect } from "vitest";
import { associationOf, type Play, play, type Told } from "../support/play.ts";
import { rule } from "../support/rule.ts";
import { create, join, register } from "../support/worlds.ts";

function settled(): Play {
  const p = play();
  register(p, ["A", "B"]);
  create(p, "A", "s1");
  join(p, "A", "s1", "B");
  return p;
}

const classify = (p: Play, by: string, organization: string, types: string[]): Told =>
  p.command(by, "partner.set", { space: "s1", organization, types, level: "gold" });

const partner01 = rule("PARTNER-01");
partner01.happens("with any types and a level, for as long as the Association lasts", () => {
  const p = settled();
  expect(classify(p, "A", "B", ["supplier", "something new", "supplier"]).code).toBeNull();
  const part = { types: ["supplier", "something new"], level: "gold" };
  expect(associationOf(p, "s1", "B")).toMatchObject(part);
  p.command("A", "association.cancel", { space: "s1", organization: "B" });
  join(p, "A", "s1", "B", {}, "again");
  expect(associationOf(p, "s1", "B")).toMatchObject({ types: [], level: null });
});
partner01.doesNot("on a Member's word, nor for whoever is no Member", () => {
  const p = settled();
  expect(classify(p, "B", "B", ["supplier"]).code).toBe("NOT_SPACE_ADMIN");
  expect(classify(p, "A", "A", ["supplier"]).code).toBe("NOT_A_MEMBER");
  expect(associationOf(p, "s1", "B")?.types).toEqual([]);
});
