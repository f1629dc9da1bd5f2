// Aim: partner types and levels belong to the Association, are set by Space admins, and isolate apps.
// Method: a Member is classified, leaves, and joins again; an app is for one kind of Member.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { authorize, center, classify as classifyIn, market, use } from "../support/apps.ts";
import { rule } from "../support/rule.ts";

function settled(): Play {
  const p = play();
  p.register(["A", "B"]);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B");
  return p;
}

const classify = (p: Play, by: string, organization: string, types: string[]): Told =>
  p.command(by, "partner.set", { space: "s1", organization, types, level: "gold" });

const partner01 = rule("PARTNER-01");
partner01.happens("with any types and a level, for as long as the Association lasts", () => {
  const p = settled();
  expect(classify(p, "A", "B", ["supplier", "something-new", "supplier"]).code).toBeNull();
  const part = { types: ["supplier", "something-new"], level: "gold" };
  expect(p.association("s1", "B")).toMatchObject(part);
  p.command("A", "association.cancel", { space: "s1", organization: "B" });
  p.join("A", "s1", "B", {}, "again");
  expect(p.association("s1", "B")).toMatchObject({ types: [], level: null });
});
partner01.doesNot("on a Member's word, nor for whoever is no Member", () => {
  const p = settled();
  expect(classify(p, "B", "B", ["supplier"]).code).toBe("NOT_SPACE_ADMIN");
  expect(classify(p, "A", "A", ["supplier"]).code).toBe("NOT_A_MEMBER");
  expect(p.association("s1", "B")?.types).toEqual([]);
});

const partner02 = rule("PARTNER-02");
partner02.accepts("a supplier in an app for suppliers, and a Member of both kinds in both", () => {
  const p = market();
  p.command("H", "app.create", { app: "erp", name: "ERP" });
  p.command("H", "app.publish", {
    space: "s",
    app: "erp",
    authorized: { partners: [{ type: "dealer" }] },
  });
  authorize(p, { partners: [{ type: "supplier" }] });
  expect(use(p, ["S", "s1"])).toBe("downstream");
  expect([center(p, ["S", "s1"]), center(p, ["D", "d1"])]).toEqual([["crm"], ["erp"]]);
  classifyIn(p, "S", ["dealer", "supplier"], "gold");
  expect(center(p, ["S", "s1"])).toEqual(["crm", "erp"]);
});
partner02.refuses("a dealer in an app for suppliers, or for suppliers of another level", () => {
  const p = market();
  authorize(p, { partners: [{ type: "supplier" }] });
  expect(use(p, ["D", "d1"])).toBe("APP_NOT_AUTHORIZED");
  expect(center(p, ["D", "d1"])).toEqual([]);
  authorize(p, { partners: [{ type: "supplier", level: "silver" }] });
  expect(use(p, ["S", "s1"])).toBe("APP_NOT_AUTHORIZED");
  authorize(p, {
    partners: [
      { type: "supplier", level: "silver" },
      { level: "gold", type: "dealer" },
    ],
  });
  expect(use(p, ["D", "d1"])).toBe("downstream");
});
