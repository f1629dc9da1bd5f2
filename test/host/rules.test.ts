// Aim: a host with the real rules: what is submitted, previewed and asked fits together.
// Method: a short story over a memory store, and the same World beside it.

import { expect, test } from "vitest";
import { BATCH_MAX, createHost, memoryStore } from "../../src/host/index.ts";
import { defaultPolicy, fact, command as inputOf, type SpaceId } from "../../src/index.ts";
import { worldInputs } from "../../src/testing/index.ts";
import { adminOf, applies, command, hire, organization, review, space } from "../races/inputs.ts";

const open = () => createHost({ store: memoryStore(), policy: defaultPolicy });
const viewer = (name: string) => ({ organization: name, person: adminOf(name) }) as never;

test("a preview foretells what the submission then does", async () => {
  const host = open();
  const people = Array.from({ length: 60 }, (_, i) => hire("member", `p${i}`));
  const start = [
    ...organization("host"),
    ...space("host", "s"),
    ...organization("member"),
    ...people,
    applies("member", "s", { whole: true }),
  ];
  const batch = await host.submitAll(start, { onRefusal: "abort" });
  expect(batch.kind).toBe("settled");

  const approval = review("approve", "host", "s", "member");
  const preview = await host.preview(approval);
  expect(preview).toMatchObject({
    kind: "preview",
    spaces: [{ space: "s", entering: 61, leaving: 0, queueing: 0, unqueueing: 0 }],
  });
  const room = {
    type: "admin.space-room",
    data: { viewer: viewer("host"), space: "s" as SpaceId },
  };
  const ask = () => host.ask<"admin.space-room">(room as never);
  expect(await ask()).toMatchObject({ kind: "answer", value: { persons: { used: 0 } } });

  const result = await host.submit(approval);
  expect(preview.kind === "preview" && preview.outcome.kind).toBe("accepted");
  expect(result).toMatchObject({ kind: "accepted", repeated: false });
  expect(await ask()).toMatchObject({ kind: "answer", value: { persons: { used: 61 } } });
});

test("a batch and the same inputs one by one come to the same", async () => {
  const inputs = [
    ...organization("host"),
    ...space("host", "s", { whole: true }),
    ...Array.from({ length: 30 }, (_, i) => hire("host", `p${i}`)),
    command("host", "space.create", { space: "s", name: "again" }),
    command("stranger", "space.dissolve", { space: "s" }),
  ];
  const [together, apart] = [open(), open()];
  const batch = await together.submitAll(inputs, { onRefusal: "skip" });
  const results = [];
  for (const input of inputs) results.push(await apart.submit(input));
  expect(batch).toEqual({ kind: "settled", results });
  expect(await together.events({ limit: 1000 })).toEqual(await apart.events({ limit: 1000 }));
});

test("inputs of a full batch may build on each other, and few loads bring what they need", async () => {
  let loads = 0;
  const hook = (call: string, when: string): void => {
    if (call === "load" && when === "before") loads += 1;
  };
  const host = createHost({ store: memoryStore({ hook }), policy: defaultPolicy });
  const names = Array.from({ length: 200 }, (_, i) => `o${i}`);
  const inputs = names
    .flatMap((name) => [...organization(name), ...space(name, `s-${name}`, { whole: true })])
    .slice(0, BATCH_MAX);
  expect(inputs).toHaveLength(BATCH_MAX);
  const batch = await host.submitAll(inputs, { onRefusal: "abort" });
  expect(batch.kind).toBe("settled");
  // The five rounds of one input, for each of the few that build on each other.
  expect(loads).toBeLessThan(30);
});

test("a caller's switch over the codes of an input is exhaustive", async () => {
  const host = open();
  const result = await host.submit(review("approve", "host", "s", "member"));
  if (result.kind !== "refused") throw new Error("expected a refusal");
  switch (result.refusal.code) {
    case "MALFORMED":
    case "INPUT_ID_REUSED":
    case "UNKNOWN_SPACE":
    case "NOT_SPACE_ADMIN":
    case "APPLICATION_REQUIRED":
    case "UNKNOWN_APPLICATION":
    case "APPLICATION_NOT_PENDING":
    case "MEMBER_NOT_CERTIFIED":
    case "SSO_NOT_SUPPORTED":
    case "JOIN_LIMIT_EXCEEDED":
    case "MEMBER_ORG_LIMIT_EXCEEDED":
    case "ACTOR_SUSPENDED":
    case "APPLICATION_EXPIRED":
    case "PERSON_CAP_EXCEEDED":
    // The same command approves Links, by items.
    case "UNKNOWN_TRUNK":
    case "MAIN_ADMIN_REQUIRED":
    case "NOT_TRUNK_ADMIN":
    case "UNKNOWN_DEPARTMENT":
    case "HOST_NOT_CERTIFIED":
    case "HIERARCHY_NOT_OPEN":
    case "EDITION_NOT_SUPPORTED":
    case "NOT_LINKED":
    case "LINK_NOT_RELEASED":
    case "HIERARCHY_CYCLE":
    case "ALIAS_TAKEN":
    case "TRUNK_LIMIT_EXCEEDED":
    case "BRANCH_LIMIT_EXCEEDED":
    case "HIERARCHY_TOO_DEEP":
    case "HIERARCHY_TOO_LARGE":
    case "EXPECTATION_REQUIRED":
    case "REVIEWER_IS_APPLICANT":
    case "STATE_CHANGED":
      throw new Error(`expected another code than ${result.refusal.code}`);
    default:
      expect(result.refusal.code satisfies "UNKNOWN_ORGANIZATION").toBe("UNKNOWN_ORGANIZATION");
  }
});

test("a fact that would take many out waits in the store, and its preview says so", async () => {
  const policy = {
    ...defaultPolicy,
    removalConfirmation: "required",
    reconciliationHoldAtLeast: 2,
  } as const;
  const host = createHost({ store: memoryStore(), policy });
  const bolt = {
    admins: { eve: "main" },
    departments: { support: null, other: null },
    people: { dan: ["support"], fay: ["support"] },
  } as const;
  const spaces = {
    partners: { host: "acme", members: { bolt: { departments: ["support"] } } },
  } as const;
  const organizations = { acme: { admins: { ann: "main" } }, bolt } as const;
  const begun = await host.submitAll(worldInputs({ organizations, spaces }), {
    onRefusal: "abort",
  });
  expect(begun.kind).toBe("settled");
  const about = { organization: "bolt", department: "support" };
  const gone = fact("department.removed", about, { id: "gone", at: 2_000_000_000_000 });
  const types = (preview: unknown) =>
    (preview as { outcome: { events: { type: string }[] } }).outcome.events.map(({ type }) => type);
  expect(types(await host.preview(gone))).toEqual(["removal.held"]);
  expect(await host.submit(gone)).toMatchObject({ events: [{ type: "removal.held" }] });
  const word = inputOf(
    "reconciliation.confirm",
    ["bolt", "eve"],
    { organization: "bolt", fact: "gone" },
    { id: "word", at: 2_000_000_000_001 },
  );
  const preview = await host.preview(word);
  expect(preview).toMatchObject({
    spaces: [{ space: "partners", entering: 0, leaving: 2, queueing: 0, unqueueing: 0 }],
    taken: { departments: 1, settings: 1 },
  });
  expect(await host.submit(word)).toMatchObject({ kind: "accepted" });
  const again = await host.submit({ ...word, id: "again" as never });
  expect(again).toMatchObject({ events: [], passedOver: { byReason: { "already-so": 1 } } });
});
