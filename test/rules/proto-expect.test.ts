// Aim: a command that says which outcome it was decided on comes to that or to nothing. Method: look, let
// something happen or not, and send.
import { expect, test } from "vitest";
import { TIMES } from "../../src/core/outcome-fingerprint.ts";
import { createHost, disclose, memoryStore } from "../../src/host/index.ts";
import {
  type Command,
  defaultPolicy,
  type Input,
  outcomeFingerprint,
  type Policy,
} from "../../src/index.ts";
import { jsonSchemas, parseInput } from "../../src/schema/index.ts";
import {
  command,
  fact,
  type Play,
  play,
  type Stamp,
  type Told,
  worldInputs,
} from "../../src/testing/index.ts";
import { hosted } from "../support/expecting.ts";
import { opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const proto06 = rule("PROTO-06");
const OTHER = "0".repeat(64);

const CANCEL = { space: "s", organization: "B" } as const;
const cancel = (p: Play, how: { readonly outcome: string } | null = null, by = "A"): Told =>
  p.command(by, "association.cancel", CANCEL, how === null ? {} : { expect: how });

/** The fingerprint of what a command would come to, without its being so. */
function looked(p: Play, tell: (at: Play) => Told): string {
  const { outcome } = tell(play({}, p.world()));
  if (outcome.kind !== "accepted") throw new Error("refused");
  return outcomeFingerprint(outcome);
}

proto06.accepts("what comes to what was looked at, under another id and at another time", () => {
  const p = hosted();
  const outcome = looked(p, (q) => cancel(q));
  const told = p.command("A", "association.cancel", CANCEL, {
    id: "later",
    at: 9_999_999,
    expect: { outcome },
  });
  expect(told.code).toBe(null);
  expect(told.events.map(({ type }) => type)).toContain("association.cancelled");
});
proto06.refuses("what would come to something else by now, and does nothing", () => {
  const p = hosted();
  const outcome = looked(p, (q) => cancel(q));
  p.hire("B", "b4", ["sales"]);
  const before = p.world();
  expect(cancel(p, { outcome }).refusal).toEqual({
    code: "STATE_CHANGED",
    rule: "PROTO-06",
    data: {},
  });
  expect(p.world()).toBe(before);
  expect(cancel(p, { outcome: looked(p, (q) => cancel(q)) }).code).toBe(null);
});
proto06.accepts("what comes to nothing, if nothing was looked at", () => {
  const p = hosted();
  const again = (q: Play, expect?: { readonly outcome: string }): Told =>
    q.command(
      "A",
      "member.place",
      { ...CANCEL, folder: null },
      expect === undefined ? {} : { expect },
    );
  expect(again(p, { outcome: looked(p, (q) => again(q)) }).events).toEqual([]);
  expect(again(p, { outcome: OTHER }).code).toBe("STATE_CHANGED");
});
proto06.refuses("whatever is refused anyhow with its own code, whatever it expects", () => {
  const p = hosted();
  expect(cancel(p, { outcome: OTHER }, "C").code).toBe("NOT_SPACE_ADMIN");
  cancel(p);
  expect(cancel(p, { outcome: OTHER }).code).toBe("NOT_A_MEMBER");
  p.fact("person.suspended", { organization: "A", person: "A-admin", number: 1 });
  expect(cancel(p, { outcome: OTHER }).code).toBe("ACTOR_SUSPENDED");
});

const REQUIRED = { expectationRequired: ["association.cancel"] } as const;
proto06.refuses("a command that the policy names and that says nothing", () => {
  const p = hosted(REQUIRED);
  expect(cancel(p).refusal).toEqual({ code: "EXPECTATION_REQUIRED", rule: "PROTO-06", data: {} });
  expect(cancel(p, null, "C").code).toBe("EXPECTATION_REQUIRED");
  expect(cancel(p, { outcome: looked(p, (q) => cancel(q)) }).code).toBe(null);
});
proto06.accepts("any other command as it is, and facts", () => {
  const p = hosted(REQUIRED);
  expect(p.command("A", "space.dissolve", { space: "s" }).code).toBe(null);
  expect(p.resign("B", "b1").code).toBe(null);
});
proto06.refuses("what is malformed as that, before it is asked what it was decided on", () => {
  const p = opened(["K", "T"], { expectationRequired: ["liaison.define"], liaisonRoleLimit: 1 });
  const define = (role: string, more: object = {}) =>
    p.command("K", "liaison.define", { trunk: "K", role, name: "Role" }, more);
  expect(define("r1").code).toBe("EXPECTATION_REQUIRED");
  define("r1", {
    expect: {
      outcome: looked(p, () =>
        play({}, p.world()).command("K", "liaison.define", {
          trunk: "K",
          role: "r1",
          name: "Role",
        }),
      ),
    },
  });
  expect(define("r2").code).toBe("MALFORMED");
});

const cancelling = (stamp: Stamp, expect?: object) =>
  ({
    ...command("association.cancel", ["acme", "ann"], { space: "s", organization: "bolt" }, stamp),
    ...(expect === undefined ? {} : { expect }),
  }) as Input;

const problemsOf = (input: unknown) => {
  const parsed = parseInput(input);
  return parsed.ok ? [] : parsed.problems;
};

proto06.refuses(
  "facts that expect anything, and values where none is replaced, as malformed",
  () => {
    const wrong = [
      [
        {
          ...fact("organization.renamed", { organization: "A", name: "N" }, { id: "1", at: 1 }),
          expect: { outcome: OTHER },
        },
        ["expect"],
      ],
      [cancelling({ id: "1", at: 1 }, { was: { visibility: { kind: "all" } } }), ["expect", "was"]],
    ] as const;
    for (const [input, path] of wrong) {
      expect(problemsOf(input)).toContainEqual({ path: [...path], problem: "unknown-field" });
      const { type, data, expect: said } = input as unknown as Command;
      const p = hosted();
      const told =
        "by" in input
          ? p.command(
              "A",
              type as "association.cancel",
              { ...CANCEL, ...data } as never,
              { expect: said } as never,
            )
          : p.fact(type as never, data as never, { expect: said } as never);
      expect(told.refusal).toMatchObject({ code: "MALFORMED", data: { problems: [{ path }] } });
    }
  },
);
proto06.refuses("fingerprints and values of another shape as malformed", () => {
  const stamp = { id: "1", at: 1 };
  expect(problemsOf(cancelling(stamp, { outcome: OTHER }))).toEqual([]);
  expect(problemsOf(cancelling(stamp, { outcome: "soon" }))).toMatchObject([
    { path: ["expect", "outcome"], problem: "not-a-fingerprint" },
  ]);
  expect(problemsOf(cancelling(stamp, {}))).not.toEqual([]);
  const rename = command(
    "folder.rename",
    ["A", "a"],
    { space: "s", folder: "f", name: "New" },
    { ...stamp, expect: { was: { name: "Old" } } },
  );
  expect(problemsOf(rename)).toEqual([]);
  const both = { was: { name: "Old" }, outcome: OTHER };
  for (const said of [{ was: "Old" }, { was: {} }, { was: { parent: null } }, both]) {
    expect(problemsOf({ ...rename, expect: said }), JSON.stringify(said)).not.toEqual([]);
  }
});

const organizations = {
  acme: { admins: { ann: "main" } },
  bolt: { admins: { bo: "main" }, people: { dan: [] } },
} as const;
const spaces = { s: { host: "acme", members: { bolt: "whole" } } } as const;

async function host(changes: Partial<Policy> = {}) {
  const made = createHost({ store: memoryStore(), policy: { ...defaultPolicy, ...changes } });
  await made.submitAll(worldInputs({ organizations, spaces }), { onRefusal: "abort" });
  return made;
}

const hire = (person: string) =>
  fact(
    "person.hired",
    { organization: "bolt", person, number: 1, departments: [], fields: { name: "N" } },
    { id: `hire-${person}`, at: 5_000 },
  );

proto06.accepts(
  "the fingerprint of a preview, which nobody has to expect anything for",
  async () => {
    const made = await host(REQUIRED);
    const preview = await made.preview(cancelling({ id: "look", at: 6_000 }, { outcome: OTHER }));
    if (preview.kind !== "preview") throw new Error(preview.kind);
    const outcome = preview.fingerprint as string;
    expect(preview.outcome).toMatchObject({ kind: "accepted" });
    expect(outcome).toMatch(/^[0-9a-f]{64}$/u);
    expect(disclose(preview, { organization: "acme", person: "ann" } as never)).not.toHaveProperty(
      "fingerprint",
    );
    expect(await made.submit(cancelling({ id: "bare", at: 7_000 }))).toMatchObject({
      refusal: { code: "EXPECTATION_REQUIRED" },
    });
    expect(await made.submit(cancelling({ id: "go", at: 8_000 }, { outcome }))).toMatchObject({
      kind: "accepted",
    });
    const after = await made.preview(cancelling({ id: "look", at: 9_000 }));
    expect(after).toMatchObject({ outcome: { kind: "refused" }, fingerprint: null });
  },
);
proto06.accepts("a retry, which gets its first outcome whatever has changed", async () => {
  const made = await host();
  const wrong = cancelling({ id: "wrong", at: 7_000 }, { outcome: OTHER });
  const first = await made.submit(wrong);
  expect(first).toMatchObject({ refusal: { code: "STATE_CHANGED" }, repeated: false });
  const preview = await made.preview(cancelling({ id: "look", at: 6_000 }));
  const outcome = preview.kind === "preview" ? preview.fingerprint : null;
  const right = cancelling({ id: "right", at: 7_000 }, { outcome });
  const done = await made.submit(right);
  expect(done).toMatchObject({ kind: "accepted" });
  expect(await made.submit(right)).toEqual({ ...done, repeated: true });
  expect(await made.submit(wrong)).toEqual({ ...first, repeated: true });
  expect(await made.submit(cancelling({ id: "right", at: 7_000 }))).toMatchObject({
    refusal: { code: "INPUT_ID_REUSED" },
  });
});
proto06.refuses("in a batch what no longer stands after the entries before it", async () => {
  const made = await host();
  const look = async () => {
    const preview = await made.preview(cancelling({ id: "look", at: 6_000 }));
    return preview.kind === "preview" ? preview.fingerprint : null;
  };
  const outcome = await look();
  const batch = [hire("eve"), cancelling({ id: "go", at: 7_000 }, { outcome })];
  expect(await made.submitAll(batch, { onRefusal: "abort" })).toMatchObject({
    kind: "aborted",
    index: 1,
    refusal: { code: "STATE_CHANGED" },
  });
  expect(await made.submit(hire("eve"))).toMatchObject({ kind: "accepted" });
  const now = [cancelling({ id: "again", at: 7_000 }, { outcome: await look() })];
  expect(await made.submitAll(now, { onRefusal: "abort" })).toMatchObject({ kind: "settled" });
});

const CONFIRMED = { removalConfirmation: "required", reconciliationHoldAtLeast: 1 } as const;
proto06.accepts(
  "a fingerprint in the place of how many are taken out, if it is the right one",
  () => {
    const p = hosted(CONFIRMED);
    const takeOut = (q: Play, more: object, how: object = {}) =>
      q.command("B", "scope.take-out", { ...CANCEL, departments: ["sales"], ...more }, how);
    expect(takeOut(p, {}).code).toBe("REMOVAL_UNCONFIRMED");
    const outcome = looked(p, (q) => takeOut(q, { removing: 3 }));
    p.hire("B", "b4", ["sales"]);
    expect(takeOut(p, {}, { expect: { outcome } }).code).toBe("STATE_CHANGED");
    const now = looked(p, (q) => takeOut(q, {}));
    expect(takeOut(p, {}, { expect: { outcome: now } }).code).toBe(null);
  },
);
proto06.refuses("what takes out many and says only what was", () => {
  const p = hosted(CONFIRMED);
  const set = { ...CANCEL, scope: {} };
  const how = { expect: { was: { scope: { whole: true } } } };
  expect(p.command("B", "scope.set", set, how).code).toBe("REMOVAL_UNCONFIRMED");
  expect(p.command("B", "scope.set", { ...set, removing: 4 }, how).code).toBe(null);
});

proto06.accepts("the same end of an application whenever it is asked for", () => {
  const p = play({ applicationLifetimeDays: 3 });
  p.register(["A", "B"]);
  p.createSpace("A", "s");
  p.invite("A", "s");
  const wish = { application: "a1", invitation: "i-s" };
  const outcome = looked(p, () =>
    play({ applicationLifetimeDays: 3 }, p.world()).command("B", "application.submit", wish),
  );
  const told = p.command("B", "application.submit", wish, { at: 86_400_000, expect: { outcome } });
  expect(told.events[0]?.data["expiresAt"]).toBe(4 * 86_400_000);
});

test("every time in an event or a notice goes by a name that is left out of fingerprints", () => {
  const last = Date.UTC(10_000, 0, 1) - 1;
  const named = (value: unknown, name = ""): string[] => {
    if (typeof value !== "object" || value === null) return [];
    const isTime = (value as { maximum?: unknown }).maximum === last;
    return [
      ...(isTime && name !== "" ? [name] : []),
      ...Object.entries(value).flatMap(([key, each]) =>
        named(each, /^(?:anyOf|oneOf|properties|items|\d+)$/u.test(key) ? name : key),
      ),
    ];
  };
  const datas = Object.values(jsonSchemas().events).map((schema) => {
    const { properties } = schema as { readonly properties: { readonly data: unknown } };
    return properties.data;
  });
  const found = new Set(datas.flatMap((data) => named(data)));
  expect(found.size).toBeGreaterThan(2);
  expect([...found].filter((name) => !TIMES.has(name))).toEqual([]);
});
