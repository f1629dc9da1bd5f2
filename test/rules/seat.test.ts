// Aim: the Hierarchy unit of a pool: who may hold a license there, when it is given back, how many a Branch has.
// Method: a county with towns and villages; grants by hand, then every way in which somebody may leave the book.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { link, opened, relink, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const UNIT = { kind: "hierarchy", organization: "K" } as const;
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

/** County K above towns T and U; village V below both; K has bought so many licenses. */
function county(purchased = 10, changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "U", "V"], changes);
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  for (const town of ["T", "U"]) link(p, town, "V", WHOLE);
  p.fact("license.purchased", { organization: "K", purchased });
  return p;
}

const grant = (p: Play, people: readonly ReturnType<typeof who>[], by = "K"): Told =>
  p.command(by, "license.grant", { unit: UNIT, people });

const holders = (p: Play): string[] =>
  (
    p.ask("license.accounts", { viewer: who("K"), unit: UNIT }) as {
      items: { organization: string; person: string }[];
    }
  ).items.map(({ organization, person }) => `${organization} ${person}`);

const usage = (p: Play) =>
  p.ask("license.usage", { viewer: who("K") }) as {
    used: number;
    units: { unit: { kind: string }; used: number }[];
  };

const seat01 = rule("SEAT-01");
seat01.accepts("grants to people below from the Trunk's pool, counted with its other units", () => {
  const p = county(3);
  const unit = { kind: "host", organization: "K" } as const;
  p.command("K", "license.grant", { unit, people: [who("K")] });
  expect(grant(p, [who("T"), who("V")]).events).toMatchObject([
    { type: "license.granted", data: { host: "K", unit: UNIT, ...who("T"), because: "manual" } },
    { type: "license.granted", data: { ...who("V") } },
  ]);
  expect(usage(p)).toMatchObject({
    used: 3,
    units: [
      { unit, used: 1 },
      { unit: UNIT, used: 2 },
    ],
  });
  expect(grant(p, [who("U")]).code).toBe("LICENSE_POOL_EXHAUSTED");
  expect(grant(p, [who("T")]).code).toBe("LICENSE_ALREADY_GRANTED");
  expect(unsound(p)).toEqual([]);
  expect(p.command("K", "license.revoke", { unit: UNIT, people: [who("T")] }).code).toBeNull();
  expect(p.command("K", "license.revoke", { unit: UNIT, people: [who("T")] }).code).toBe(
    "LICENSE_NOT_GRANTED",
  );
  expect(holders(p)).toEqual(["V V-admin"]);
});
seat01.refuses("admins of others, and those of the Trunk without the Hierarchy permission", () => {
  const p = county();
  expect(grant(p, [who("T")], "T").code).toBe("LICENSE_HOST_ONLY");
  p.hire("K", "sub");
  p.appoint("K", "sub", "sub", true);
  const by = ["K", "sub"] as const;
  expect(p.command(by, "license.grant", { unit: UNIT, people: [who("T")] }).code).toBe(
    "LICENSE_HOST_ONLY",
  );
  p.fact("organization.edition-changed", { organization: "K", edition: "light" });
  expect(grant(p, [who("T")]).code).toBe("EDITION_NOT_SUPPORTED");
});
seat01.refuses("whoever is not acquainted with the Trunk, as if there were none", () => {
  const p = county();
  p.register(["Z"]);
  const people = [who("T")];
  const unit = { kind: "hierarchy", organization: "nobody-knows" } as const;
  for (const by of ["Z", { support: "staff" }] as const) {
    for (const named of [UNIT, unit]) {
      for (const type of ["license.grant", "license.revoke"] as const) {
        expect(p.command(by, type, { unit: named, people }).code).toBe("UNKNOWN_TRUNK");
      }
      const wish = { unit: named, branch: "T", limit: 1 };
      expect(p.command(by, "license.limit", wish).code).toBe("UNKNOWN_TRUNK");
    }
  }
  expect(p.ask("license.accounts", { viewer: who("Z"), unit: UNIT })).toBe("UNKNOWN_TRUNK");
});
seat01.refuses("a grant of another organization of the chain", () => {
  const p = county();
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("K", "app.publish", { trunk: "K", app: "erp" });
  p.fact("license.purchased", { organization: "T", purchased: 5 });
  const unit = { kind: "hierarchy", organization: "T" } as const;
  expect(p.command("T", "license.grant", { unit, people: [who("V")] }).code).toBeNull();
  const asked = { viewer: who("V"), trunk: "K", app: "erp", feature: "form.submit" };
  expect(p.ask("app.use", asked)).toBe("LICENSE_REQUIRED");
});

const seat02 = rule("SEAT-02");
const branch06 = rule("BRANCH-06");
for (const each of [seat02, branch06]) {
  each.happens("in the step in which somebody is present no more, by whatever change", () => {
    const ways: readonly ((p: Play) => Told)[] = [
      (p) => p.fact("person.resigned", { organization: "T", person: "t1", number: 1 }),
      (p) => p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["t1"] }),
      (p) => p.command("K", "link.cancel", { trunk: "K", organization: "T" }),
      (p) => p.fact("organization.ended", { organization: "T" }),
    ];
    for (const way of ways) {
      const p = county();
      p.hire("T", "t1");
      grant(p, [who("T", "t1"), who("U")]);
      const told = way(p);
      const because = told.events.some(({ type }) => type === "person.resigned")
        ? "resigned"
        : "left";
      expect(told.events.filter(({ type }) => type === "license.released")).toMatchObject([
        { data: { host: "K", unit: UNIT, ...who("T", "t1"), because } },
      ]);
      expect(holders(p)).toEqual(["U U-admin"]);
      expect(unsound(p)).toEqual([]);
    }
  });
}
seat02.happens("when somebody is hired anew, present though the new employment is", () => {
  const p = county();
  p.hire("T", "t1");
  grant(p, [who("T", "t1")]);
  expect(p.hire("T", "t1", [], 2).events).toContainEqual(
    expect.objectContaining({
      type: "license.released",
      data: expect.objectContaining({ host: "K", ...who("T", "t1"), because: "resigned" }),
    }),
  );
  expect(holders(p)).toEqual([]);
  expect(grant(p, [who("T", "t1")]).code).toBeNull();
  expect(unsound(p)).toEqual([]);
});
seat02.happens("to whole organizations further down, with the last chain and not before", () => {
  const p = county();
  grant(p, [who("V")]);
  p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(holders(p)).toEqual(["V V-admin"]);
  const told = p.command("V", "link.reach", { trunk: "U", organization: "V", reach: "trunk" });
  expect(told.events.map(({ type }) => type)).toContain("license.released");
  expect(holders(p)).toEqual([]);
  expect(unsound(p)).toEqual([]);
});
branch06.happens("to those below a Branch whose Link ends", () => {
  const p = county();
  grant(p, [who("V")]);
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(holders(p)).toEqual(["V V-admin"]);
  p.command("K", "link.cancel", { trunk: "K", organization: "U" });
  expect(holders(p)).toEqual([]);
  expect(unsound(p)).toEqual([]);
});
branch06.doesNot("while somebody is present by another Link, nor where they still are", () => {
  const p = county();
  p.fact("license.purchased", { organization: "U", purchased: 1 });
  const unit = { kind: "hierarchy", organization: "U" } as const;
  p.command("U", "license.grant", { unit, people: [who("V")] });
  grant(p, [who("V")]);
  p.command("V", "scope.set", { trunk: "T", organization: "V", scope: {} });
  expect(holders(p)).toEqual(["V V-admin"]);
  p.command("V", "link.reach", { trunk: "U", organization: "V", reach: "trunk" });
  expect(holders(p)).toEqual([]);
  expect(p.ask("license.accounts", { viewer: who("U"), unit })).toMatchObject({
    items: [who("V")],
  });
});
seat02.doesNot("with a move under another Trunk that the same organization reaches", () => {
  const p = opened(["K", "T", "U", "V"]);
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  link(p, "T", "V", WHOLE);
  p.fact("license.purchased", { organization: "K", purchased: 10 });
  grant(p, [who("V")]);
  p.command("T", "link.release", { trunk: "T", organization: "V", released: true });
  const told = link(p, "U", "V", { ...WHOLE, replaces: "T" });
  expect(told.code).toBeNull();
  expect(told.events.map(({ type }) => type)).not.toContain("license.released");
  expect(holders(p)).toEqual(["V V-admin"]);
});
seat02.doesNot("come about for whoever is not present, or is the Trunk's own", () => {
  const p = county();
  p.hire("T", "off");
  p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["off"] });
  for (const each of [who("T", "off"), who("K"), who("T", "none")]) {
    expect(grant(p, [each]).code).toBe("LICENSE_TARGET_NOT_ELIGIBLE");
  }
});
seat02.happens("back again for whoever resigned by mistake, but not after another Link", () => {
  const leave = { organization: "T", person: "t1", number: 1 };
  for (const again of [false, true]) {
    const p = county();
    p.hire("T", "t1");
    grant(p, [who("T", "t1")]);
    p.fact("person.resigned", leave);
    if (again) {
      p.command("K", "link.cancel", { trunk: "K", organization: "T" });
      expect(relink(p, "K", "T").code).toBeNull();
    }
    p.fact("person.reinstated", leave);
    expect(holders(p)).toEqual(again ? [] : ["T t1"]);
    expect(unsound(p)).toEqual([]);
  }
});

const seat04 = rule("SEAT-04");
const limit = (p: Play, branch: string, most: number | null, by = "K") =>
  p.command(by, "license.limit", { unit: UNIT, branch, limit: most });
seat04.accepts("as many distinct persons as the Branch may have, all below it counted", () => {
  const p = county();
  p.hire("V", "v1");
  expect(limit(p, "T", 2).events).toMatchObject([
    { type: "license.limited", data: { host: "K", branch: "T", limit: 2 } },
  ]);
  expect(limit(p, "T", 2).events).toEqual([]);
  expect(grant(p, [who("T"), who("V")]).code).toBeNull();
  expect(p.ask("license.by-branch", { viewer: who("K") })).toMatchObject({
    items: [
      { branch: "T", used: 2, limit: 2 },
      { branch: "U", used: 0, limit: null },
    ],
  });
  // Lowered, it takes nothing away; a grant that adds nobody is not beyond it.
  limit(p, "T", 0);
  expect(grant(p, [who("T"), who("U")]).code).toBeNull();
  expect(grant(p, [who("V", "v1")]).code).toBe("SEAT_CAP_EXCEEDED");
  limit(p, "T", null);
  expect(grant(p, [who("V", "v1")]).code).toBeNull();
});
seat04.accepts("as many persons as are left, each once, under the Branch of their line", () => {
  const p = county();
  const used = () =>
    (p.ask("license.by-branch", { viewer: who("K") }) as { items: { used: number }[] }).items.map(
      (each) => each.used,
    );
  for (const organization of ["T", "V"]) p.hire(organization, "same");
  p.hire("V", "v1");
  for (const town of ["T", "U"]) limit(p, town, 2);
  expect(grant(p, [who("T", "same"), who("V", "same"), who("V", "v1")]).code).toBeNull();
  expect(used()).toEqual([2, 0]);
  expect(unsound(p)).toEqual([]);
  p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(used()).toEqual([1, 2]);
  expect(grant(p, [who("V")]).code).toBe("SEAT_CAP_EXCEEDED");
  expect(grant(p, [who("T")]).code).toBeNull();
  expect(unsound(p)).toEqual([]);
  relink(p, "T", "V");
  expect(used()).toEqual([3, 0]);
  p.command("K", "license.revoke", { unit: UNIT, people: [who("V", "same")] });
  expect(used()).toEqual([3, 0]);
  p.command("K", "license.revoke", { unit: UNIT, people: [who("T", "same")] });
  expect(used()).toEqual([2, 0]);
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(used()).toEqual([1]);
  expect(unsound(p)).toEqual([]);
});
seat04.refuses(
  "one more, as a whole; others than the Trunk's admins; and who is no direct Branch",
  () => {
    const p = county();
    limit(p, "T", 1);
    const told = grant(p, [who("T"), who("V"), who("U")]);
    expect(told.code).toBe("SEAT_CAP_EXCEEDED");
    expect(told).toMatchObject({ refusal: { data: { branch: "T", limit: 1, current: 0 } } });
    expect(holders(p)).toEqual([]);
    expect(limit(p, "T", 5, "T").code).toBe("LICENSE_HOST_ONLY");
    expect(limit(p, "V", 5).code).toBe("NOT_LINKED");
    p.command("K", "link.cancel", { trunk: "K", organization: "T" });
    expect(relink(p, "K", "T").code).toBeNull();
    expect(grant(p, [who("T")]).code).toBeNull();
  },
);
seat04.accepts("whoever waits, once the Branch may have more", () => {
  const p = county();
  p.hire("T", "t1");
  grant(p, [who("T", "t1")]);
  limit(p, "T", 0);
  const leave = { organization: "T", person: "t1", number: 1 };
  p.fact("person.resigned", leave);
  p.fact("person.reinstated", leave);
  expect(holders(p)).toEqual([]);
  expect(limit(p, "T", 1).events.map(({ type }) => type)).toContain("license.granted");
  expect(holders(p)).toEqual(["T t1"]);
  expect(unsound(p)).toEqual([]);
});
seat04.refuses(
  "a place in line to whoever is back where the Branch is full, and lets others pass",
  () => {
    const p = county(3);
    p.hire("T", "t1");
    p.hire("T", "t2");
    p.hire("U", "u1");
    limit(p, "T", 1);
    grant(p, [who("T", "t1"), who("U", "u1")]);
    const leave = (organization: string, person: string) => ({ organization, person, number: 1 });
    p.fact("person.resigned", leave("T", "t1"));
    p.fact("person.resigned", leave("U", "u1"));
    grant(p, [who("T", "t2")]);
    p.fact("person.reinstated", leave("T", "t1"));
    expect(p.ask("license.waiting", { viewer: who("K") })).toMatchObject({
      items: [who("T", "t1")],
    });
    p.fact("person.reinstated", leave("U", "u1"));
    expect(holders(p)).toEqual(["T t2", "U u1"]);
    p.command("K", "license.revoke", { unit: UNIT, people: [who("T", "t2")] });
    expect(holders(p)).toEqual(["U u1", "T t1"]);
    expect(unsound(p)).toEqual([]);
  },
);
