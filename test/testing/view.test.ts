/** What a view holds: everything an actor may learn, nothing else, and three kinds of bits more. */
import { describe, expect, test } from "vitest";
import { defaultPolicy, type Policy } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { type ViewOptions, view as viewOf } from "../../src/testing/view/view.ts";
import { viewer } from "../queries/asking.ts";

const policy: Policy = { ...defaultPolicy, personCap: 4, joinLimit: 2 };

function seenBy(
  p: Play,
  by: string | readonly [string, string],
  options: ViewOptions = {},
  changes: Partial<Policy> = {},
) {
  const view = viewOf(p.world(), viewer(by) as never, { ...policy, ...changes }, options);
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  return view;
}

/** A Host with two Members and an applicant, who also is a Member elsewhere. */
function neighbors(): Play {
  const p = play(policy);
  p.register(["host", "north", "south", "east", "other"]);
  for (const organization of ["host", "north", "south"]) p.hire(organization, `${organization}-1`);
  p.createSpace("host", "s", { people: ["host-1"] });
  p.join("host", "s", "north", { people: ["north-1"] });
  p.join("host", "s", "south", { people: ["south-1"] });
  p.applyTo("east", "s");
  for (const space of ["t", "u"]) p.createSpace("other", space);
  p.join("other", "t", "east");
  return p;
}

/** Changes a world, and says whose views change with it. */
function noticed(p: Play, change: () => void, options?: ViewOptions): string[] {
  const everybody = [
    ...["host", "north", "south", "east", "other"].map((each) => [each, `${each}-admin`] as const),
    ["host", "host-1"] as const,
    ["north", "north-1"] as const,
    ["south", "south-1"] as const,
  ];
  const before = everybody.map((by) => JSON.stringify(seenBy(p, by, options)));
  change();
  return everybody
    .filter((by, at) => JSON.stringify(seenBy(p, by, options)) !== before[at])
    .map(([, person]) => person);
}

describe("a view", () => {
  test("holds the answers to every question, page after page", () => {
    const view = seenBy(neighbors(), "host");
    expect(view.management).toMatchObject({ value: { available: true, hosted: ["s"] } });
    const [[space, answers] = ["", {}]] = view.inSpaces;
    expect(space).toBe("s");
    expect(Object.keys(answers)).toHaveLength(12);
    expect(answers["admin.members"]).toMatchObject({
      value: { items: [{ organization: "north" }, { organization: "south" }] },
    });
    expect(answers["space.contacts"]).toEqual({ refused: "NOT_IN_SPACE" });
  });

  test("of an admin holds its own directory, of anybody else the own employment alone", () => {
    const p = neighbors();
    const admin = seenBy(p, "north").directory;
    expect(admin.people.map(({ person }) => person)).toEqual(["north-admin", "north-1"]);
    expect(admin.organization).toMatchObject({ name: "The north" });
    expect(seenBy(p, ["north", "north-1"]).directory).toEqual({
      employment: {
        number: 1,
        departments: [],
        fields: { name: "Name of north-1" },
        probation: false,
        heads: [],
        roles: [],
        successor: null,
      },
      able: true,
      organization: null,
      departments: [],
      people: [],
      held: [],
      heldFacts: [],
      applications: [],
    });
  });

  test("does not change with what its owner may not see", () => {
    const p = neighbors();
    const people = () => noticed(p, () => p.hire("south", "s9"));
    expect(people()).toEqual(["south-admin", "south-1"]);
    const told = () =>
      noticed(p, () => {
        const data = { organization: "south", person: "south-1", number: 1 };
        p.fact("person.fields-changed", { ...data, fields: { name: "New" } });
      });
    expect(told()).toEqual(["host-admin", "south-admin", "host-1", "south-1"]);
    const folder = () =>
      noticed(p, () => {
        p.command("host", "folder.create", { space: "s", folder: "f", parent: null, name: "F" });
      });
    expect(folder()).toEqual(["host-admin"]);
    expect(noticed(p, () => p.register(["new"]))).toEqual([]);
    const stranger = seenBy(p, ["new", "nobody"]);
    expect(stranger).toMatchObject({ inSpaces: [], spaces: { value: { items: [] } } });
    expect(seenBy(p, ["nowhere", "nobody"]).directory.employment).toBeNull();
  });
});

describe("what enforcement cannot help telling", () => {
  test("room is told, as one bit, to the admins of whoever takes part or applied", () => {
    const p = neighbors();
    const south = (person: string) => () => {
      p.hire("south", person);
      const data = { space: "s", organization: "south", people: [person] };
      expect(p.command("south", "scope.put-in", data).code).toBeNull();
    };
    const without = { without: ["room"] } as const;
    p.hire("north", "north-2");
    p.command("north", "scope.set", { space: "s", organization: "north", scope: {} });
    expect(noticed(p, south("s2"))).toEqual(["host-admin", "south-admin", "host-1", "south-1"]);
    expect(noticed(p, south("s3"))).toContain("north-admin");
    expect(seenBy(p, "north").disclosures.room).toEqual([["s", false]]);
    p.command("south", "scope.take-out", { space: "s", organization: "south", people: ["s3"] });
    const again = () => {
      const data = { space: "s", organization: "south", people: ["s3"] };
      p.command("south", "scope.put-in", data);
    };
    expect(noticed(p, again, without)).not.toContain("north-admin");
    expect(seenBy(p, "east").disclosures.room).toContainEqual(["s", false]);
  });

  test("whether joining is open tells whether the other side has single sign-on", () => {
    const p = neighbors();
    const strict = { gateStage: "container-too" } as const;
    const pairs = (by: string, options: ViewOptions = {}) =>
      seenBy(p, by, options, strict).disclosures.interconnection;
    const sides = ["host", "north", "south", "east"].map((each) => ["s", each, true]);
    expect(pairs("host")).toHaveLength(sides.length);
    expect(pairs("host")).toEqual(expect.arrayContaining(sides));
    p.fact("organization.sso-changed", { organization: "east", sso: true });
    expect(pairs("host")).toContainEqual(["s", "east", false]);
    expect(pairs("east")).toContainEqual(["s", "east", false]);
    expect(pairs("host", { without: ["interconnection"] })).toBeUndefined();
    expect(seenBy(p, "host").disclosures.interconnection).toContainEqual(["s", "east", true]);
  });

  test("an applicant at its join limit is told to the Host alone", () => {
    const p = neighbors();
    const reach = () => p.join("other", "u", "east");
    expect(seenBy(p, "host").disclosures.atJoinLimit).toEqual([["s", "east-s", false]]);
    expect(noticed(p, reach)).toEqual(["host-admin", "east-admin", "other-admin"]);
    expect(seenBy(p, "host").disclosures.atJoinLimit).toEqual([["s", "east-s", true]]);
    const hidden = seenBy(p, "host", { without: ["join-limit"] });
    expect(hidden.disclosures.atJoinLimit).toBeUndefined();
  });

  test("people who manage nothing are told whether they can use apps, and none of the rest", () => {
    const p = neighbors();
    expect(seenBy(p, ["host", "host-1"]).disclosures).toEqual({});
    expect(seenBy(p, ["north", "north-1"]).disclosures).toEqual({ use: [["s", null]] });
    p.fact("organization.sso-changed", { organization: "host", sso: true });
    expect(seenBy(p, ["north", "north-1"]).disclosures).toEqual({
      use: [["s", "SSO_NOT_SUPPORTED"]],
    });
    expect(seenBy(p, ["north", "nobody"]).disclosures).toEqual({});
  });

  test("Space admins are told what they can name of a Member, people on the Roster whom", () => {
    const p = neighbors();
    const { presence, departments } = seenBy(p, "host").disclosures;
    // They may ask who is there.
    expect(presence).toBeUndefined();
    expect(departments).toEqual([
      ["s", "north", []],
      ["s", "south", []],
    ]);
    const open = { groupInviteRequiresVisibility: false } as const;
    const there = ["host", "north", "south"].map((organization) => ({
      organization,
      person: `${organization}-1`,
    }));
    expect(seenBy(p, ["south", "south-1"], {}, open).disclosures.presence).toEqual([["s", there]]);
    expect(seenBy(p, ["south", "south-1"]).disclosures.presence).toBeUndefined();
    expect(seenBy(p, "south", {}, open).disclosures.presence).toBeUndefined();
  });
});

test("an invitation alone relates nobody to a Space", () => {
  const p = neighbors();
  p.invite("other", "u");
  expect(seenBy(p, "south").inSpaces.map(([space]) => space)).toEqual(["s"]);
});
