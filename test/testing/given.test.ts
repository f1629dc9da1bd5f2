/** Aim: examples say what they mean, and fail with words that help. */
import { describe, expect, test } from "vitest";
import { buildWorld, command, fact, given, worldInputs } from "../../src/testing/index.ts";

const world = buildWorld({
  organizations: {
    acme: {
      departments: { sales: null, east: "sales" },
      people: { bob: ["east"], ["__proto__"]: { number: 4, probation: true } },
      admins: { ann: "main", sue: "sub-without-permission" },
    },
    bolt: { people: { eve: [] } },
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
    const gone = fact("person.resigned", { organization: "acme", person: "bob", number: 1 });
    given(world)
      .when(gone)
      .then(["person.resigned"], ["roster.left", { person: "bob", because: "resigned" }])
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

describe("buildWorld", () => {
  test("applies real inputs, whatever the ids", () => {
    const inputs = worldInputs({ organizations: { acme: {}, constructor: {} } });
    expect(inputs.map(({ type }) => type)).toEqual([
      ...["organization.registered", "person.hired", "admin.changed"],
      ...["organization.registered", "person.hired", "admin.changed"],
    ]);
    expect(inputs.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `input-${n}`));
  });

  test("says which input is refused", () => {
    const nobody = {
      organizations: { acme: { certified: false } },
      spaces: { s: { host: "acme" } },
    };
    expect(() => buildWorld(nobody)).toThrow(/HOST_NOT_CERTIFIED.*space\.create/);
  });
});
