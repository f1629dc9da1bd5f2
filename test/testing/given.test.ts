/** Aim: examples say what they mean, and fail with words that help. */
import { describe, expect, test } from "vitest";
import { buildWorld, command, fact, given, question } from "../../src/testing/index.ts";

const world = buildWorld({
  organizations: {
    acme: {
      departments: { sales: null, east: "sales" },
      people: { bob: ["east"], ["__proto__"]: { number: 4, probation: true } },
      admins: { ann: "main", sue: "sub-without-permission" },
    },
    bolt: { people: { eve: [] }, admins: { admin: "main" } },
  },
  spaces: {
    supply: { host: "acme", scope: { departments: ["sales"] }, members: { bolt: "whole" } },
  },
});

const create = command("space.create", ["acme", "ann"], { space: "s", name: "S" });

describe("given", () => {
  test("takes a World, and inputs, and goes on from one input to the next", () => {
    given(world)
      .when(create)
      .then(["space.created", { host: "acme" }])
      .when(command("space.create", ["acme", "ann"], { space: "s", name: "S" }))
      .thenRefused("ID_TAKEN", { id: "s" });
    given(world, create)
      .when(command("space.dissolve", ["acme", "ann"], { space: "s" }))
      .then(["space.dissolved"], ["association.cancelled", { because: "dissolved" }]);
  });

  test("tells what is quiet from what is not, and who is told", () => {
    const bob = { organization: "acme", person: "bob", number: 1 };
    const gone = fact("person.resigned", bob, { at: 1001 });
    given(world)
      .when(gone)
      .then(
        ["person.resigned"],
        ["roster.left", { person: "bob", because: "resigned" }],
        ["departure.kept"],
      )
      .thenNotices(["COUNTERPART_LEFT", { spaces: ["supply"] }])
      .when(gone)
      .thenNothing()
      .thenNotices();
  });

  test("takes another policy", () => {
    given(world)
      .under({ certifiedSpaceQuota: 1 })
      .when(create)
      .thenRefused("SPACE_QUOTA_EXCEEDED", { limit: 1, current: 1 });
  });

  const gone = fact("person.resigned", { organization: "acme", person: "bob", number: 1 });
  const room = (person: string) =>
    question("admin.space-room", { viewer: { organization: "acme", person }, space: "supply" });

  test("asks before and after, and looks at as much of the answer as is given", () => {
    const start = given(world);
    start.ask(room("ann")).thenAnswer({ persons: { used: 3, limit: 3000, left: 2997 } });
    start
      .when(gone)
      .ask(room("ann"))
      .thenAnswer({ persons: { used: 2, limit: 3000, left: 2998 }, waiting: 0 });
    start.ask(room("bob")).thenRefused("NOT_SPACE_ADMIN");
  });

  test("one World has several sequels", () => {
    const made = given(world).when(create);
    made.when(gone).thenAmong(["person.resigned"]);
    made.when(create).thenRefused("ID_TAKEN");
    made.ask(room("ann")).thenAnswer({ waiting: 0 });
  });

  test("finds events among others, in any order, each once", () => {
    const left = ["roster.left", { person: "bob" }] as const;
    const when = given(world).when(gone);
    when.thenAmong(left, ["person.resigned", { organization: "acme" }]).thenAmong();
    expect(() => when.thenAmong(left, left)).toThrow(/lacks \["roster\.left"/);
    expect(() => when.thenAmong(["roster.left", { person: "ann" }])).toThrow(/lacks .*"ann"/);
    expect(() => given(world, create).when(create).thenAmong(left)).toThrow(/among .*ID_TAKEN/);
  });

  test("changes the policy on the way", () => {
    const more = command("space.create", ["acme", "ann"], { space: "t", name: "T" });
    const made = given(world).when(create);
    made.when(more).then(["space.created"]);
    made.under({ certifiedSpaceQuota: 2 }).when(more).thenRefused("SPACE_QUOTA_EXCEEDED");
    made
      .under({ personCap: 7 })
      .ask(room("ann"))
      .thenAnswer({ persons: { used: 3, limit: 7, left: 4 } });
  });

  test("an answer that differs is shown", () => {
    const asked = given(world).ask(room("ann"));
    expect(() => asked.thenRefused("UNKNOWN_SPACE")).toThrow(/the answer to .*admin\.space-room/);
    expect(() => asked.thenAnswer({ waiting: 1 })).toThrow(/the answer to .*admin\.space-room/);
    expect(() => given(world).ask(room("bob")).thenAnswer({ waiting: 0 })).toThrow(
      /NOT_SPACE_ADMIN/,
    );
  });

  test("fails with what was expected and what came", () => {
    const when = given(world).when(create);
    expect(() => when.thenRefused("ID_TAKEN")).toThrow(
      /- {"refused":"ID_TAKEN"}\n {2}\+ \["space.c/,
    );
    expect(() => when.thenNothing()).toThrow(/space\.create.*differs.*\n {2}\+ \["space\.created"/);
    expect(() => when.then(["space.created", { host: "bolt" }])).toThrow(
      /- \["space\.created",{"host":"bolt"}\]\n {2}\+ \["space\.created",{"host":"acme"}\]/,
    );
    expect(() => when.thenNotices(["COUNTERPART_LEFT"])).toThrow(
      /notices of .*\n {2}- \["COUNTERPA/,
    );
    expect(() => given(world, create, create).world()).toThrow(
      /refused with ID_TAKEN.*space\.create/,
    );
  });
});
