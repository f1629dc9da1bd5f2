// Aim: groups of a Trunk: who starts one, who may be added by whom, and who leaves it with the book.
// Method: a county with towns and a village; groups of the county, a town and a Space side by side.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { link, opened, relink, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

/** County K above towns T and U; village V below T. */
function county(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "U", "V"], changes);
  p.hire("K", "ann");
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  link(p, "T", "V", WHOLE);
  return p;
}

const start = (
  p: Play,
  by: string | readonly [string, string],
  participants: readonly object[],
  group = "g",
  trunk = "K",
): Told => p.command(by, "group.start", { trunk, group, name: "G", participants } as never);

/** Who takes part, as one who does is told. */
const inGroup = (
  p: Play,
  viewer = who("K", "ann"),
  group = "g",
  trunk = "K",
): string[] | string => {
  const answer = p.ask("group.participants", { viewer, trunk, group });
  if (typeof answer === "string") return answer;
  return (answer as { items: { organization: string; person: string }[] }).items.map(
    ({ organization, person }) => `${organization} ${person}`,
  );
};

const talk01 = rule("TALK-01");
talk01.accepts("whoever is in the book, and whom they see there", () => {
  const p = county();
  const told = start(p, ["K", "ann"], [who("T"), who("V")]);
  expect(told.events).toMatchObject([
    { type: "group.started", data: { trunk: "K", group: "g", starter: who("K", "ann") } },
    { type: "group.entered", data: { trunk: "K", ...who("K", "ann") } },
    { type: "group.entered", data: { trunk: "K", ...who("T") } },
    { type: "group.entered", data: { trunk: "K", ...who("V") } },
  ]);
  expect(inGroup(p)).toEqual(["K ann", "T T-admin", "V V-admin"]);
  expect(unsound(p)).toEqual([]);
  // Those of the village see their own people alone.
  p.hire("V", "v1");
  expect(start(p, "V", [who("V", "v1")], "own").code).toBeNull();
  expect(p.ask("group.mine", { viewer: who("V"), trunk: "K" })).toMatchObject({
    items: [{ group: "g" }, { group: "own" }],
  });
  expect(p.ask("group.mine", { viewer: who("V"), trunk: "T" })).toMatchObject({ items: [] });
  const add = { trunk: "K", group: "g", participants: [who("U"), who("T")] };
  expect(p.command(["K", "ann"], "group.add", add).code).toBeNull();
  p.command("T", "group.leave", { trunk: "K", group: "g" });
  expect(inGroup(p)).toEqual(["K ann", "V V-admin", "U U-admin"]);
  expect(unsound(p)).toEqual([]);
});
talk01.happens("that whoever is hired anew is in no group of the former employment", () => {
  const p = county();
  p.hire("T", "t1");
  start(p, ["K", "ann"], [who("T", "t1")]);
  p.hire("T", "t1", [], 2);
  expect(inGroup(p)).toEqual(["K ann"]);
  expect(unsound(p)).toEqual([]);
});
talk01.refuses("others, whoever is not seen, and groups that one takes no part in", () => {
  const p = county();
  p.hire("T", "off");
  p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["off"] });
  p.register(["X"]);
  expect(start(p, "X", []).code).toBe("UNKNOWN_TRUNK");
  expect(start(p, ["T", "off"], []).code).toBe("NOT_ON_LINK");
  expect(start(p, ["K", "ann"], [who("T", "off")]).code).toBe("NOT_ON_LINK");
  expect(start(p, "T", [who("U")]).code).toBe("NOT_VISIBLE");
  expect(start(p, "T", [who("K", "ann")]).code).toBe("NOT_VISIBLE");
  expect(start(p, ["K", "ann"], [who("U")]).code).toBeNull();
  expect(inGroup(p, who("T"))).toBe("UNKNOWN_GROUP");
  const add = { trunk: "K", group: "g", participants: [] };
  expect(p.command("T", "group.add", add).code).toBe("UNKNOWN_GROUP");
  // The id is good in no other container.
  expect(p.command("U", "group.add", { ...add, trunk: "U" }).code).toBe("UNKNOWN_GROUP");
  p.createSpace("K", "K");
  p.command("K", "scope.set", { space: "K", organization: "K", scope: { whole: true } });
  const inSpace = { space: "K", group: "g", participants: [] };
  expect(p.command(["K", "ann"], "group.add", inSpace).code).toBe("UNKNOWN_GROUP");
});
talk01.accepts("whoever is in the book, seen or not, where the policy asks for no sight", () => {
  const p = county({ groupInviteRequiresVisibility: false });
  expect(start(p, "T", [who("U"), who("K", "ann")]).code).toBeNull();
});
talk01.refuses("to keep whoever is in the book no more; other groups are untouched", () => {
  const ways: readonly ((p: Play) => Told)[] = [
    (p) => p.fact("person.resigned", { organization: "V", person: "v1", number: 1 }),
    (p) => p.command("V", "scope.take-out", { trunk: "T", organization: "V", people: ["v1"] }),
    (p) => p.command("T", "link.cancel", { trunk: "T", organization: "V" }),
    (p) => p.command("K", "link.cancel", { trunk: "K", organization: "T" }),
    (p) => p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "trunk" }),
  ];
  for (const [i, way] of ways.entries()) {
    const p = county();
    p.hire("V", "v1");
    start(p, ["K", "ann"], [who("V", "v1")]);
    start(p, "T", [who("V", "v1")], "of-town", "T");
    const told = way(p);
    expect(
      told.events.filter(({ type, data }) => type === "group.left" && data["trunk"] === "K"),
    ).toMatchObject([
      { data: { group: "g", ...who("V", "v1"), because: i === 0 ? "resigned" : "left-book" } },
    ]);
    expect(inGroup(p)).toEqual(["K ann"]);
    const ofTown = i < 3 ? ["T T-admin"] : ["T T-admin", "V v1"];
    expect(inGroup(p, who("T"), "of-town", "T")).toEqual(ofTown);
    expect(unsound(p)).toEqual([]);
  }
});
talk01.refuses("to keep the Trunk's own people once they have resigned, and has them back", () => {
  const p = county();
  p.hire("T", "t1");
  start(p, "K", [who("K", "ann"), who("T", "t1")]);
  const leave = (organization: string, person: string) => ({ organization, person, number: 1 });
  for (const [organization, person] of [
    ["K", "ann"],
    ["T", "t1"],
  ] as const) {
    p.fact("person.resigned", leave(organization, person));
    expect(inGroup(p, who("K"))).not.toContain(`${organization} ${person}`);
    p.fact("person.reinstated", leave(organization, person));
    expect(inGroup(p, who("K"))).toContain(`${organization} ${person}`);
    expect(unsound(p)).toEqual([]);
  }
  p.fact("person.resigned", leave("T", "t1"));
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(relink(p, "K", "T").code).toBeNull();
  p.fact("person.reinstated", leave("T", "t1"));
  expect(inGroup(p, who("K"))).toEqual(["K K-admin", "K ann"]);
});

rule("UNLINK-04").happens(
  "to the groups of a Trunk that ends: its own people are in them no more",
  () => {
    const p = county();
    start(p, "K", [who("K", "ann"), who("T")]);
    expect(p.fact("organization.ended", { organization: "K" }).events).toContainEqual(
      expect.objectContaining({
        type: "group.left",
        data: { trunk: "K", group: "g", ...who("K", "ann"), because: "left-book" },
      }),
    );
    p.fact("organization.reinstated", { organization: "K" });
    expect(inGroup(p)).toBe("UNKNOWN_GROUP");
    expect(unsound(p)).toEqual([]);
  },
);
