/** The crash test and the load would notice: each of their verdicts, on something that deserves it. */
import type { Event } from "interorg";
import { apply, defaultPolicy, emptyWorld, snapshot } from "interorg";
import { applyAll, worldInputs } from "interorg/testing";
import { describe, expect, it } from "vitest";
import type { Entry } from "../crash/ledger.ts";
import { deliveredOf, verify } from "../crash/verify.ts";
import { checkRecords, policyOf } from "../support/checks.ts";
import type { Client, Reply } from "../support/client.ts";
import type { Place } from "../support/place.ts";
import { SMALL } from "../support/world.ts";
import { twoFirms } from "./support/service.ts";

const reply = (text: string, replayed = true, status = 200): Reply => ({
  ...{ status, text, replayed, retryAfter: null },
});
const accepted = JSON.stringify({ kind: "accepted", events: [{ seq: 0 }, { seq: 1 }] });
const entryOf = (answer: Reply | null, kind: "command" | "fact" = "command"): Entry => ({
  ...{ id: "i", answer, resent: 0 },
  action: { kind, heat: "hot", token: "t", body: { id: "i", type: "x", data: {} } },
});
const events = (...seqs: number[]) => seqs.map((seq) => ({ input: "i", seq }) as unknown as Event);
const judge = (answer: Reply, again: Reply, tail: Event[], kind?: "fact") => {
  const client: Client = { send: async () => again, close: async () => {} };
  return verify(client, [entryOf(answer, kind)], tail);
};

describe("an acknowledged input", () => {
  const first = reply(accepted, false);

  it("is found once with the same answer and its events", async () => {
    expect((await judge(first, reply(accepted), events(0, 1))).once).toBe(1);
  });

  it("is found once though its answer leaves out events that are not its sender's", async () => {
    expect((await judge(first, reply(accepted), events(0, 1, 2))).once).toBe(1);
  });

  it("is lost if it was refused and something happened", async () => {
    const refused = reply('{"code":"NOT_SPACE_ADMIN"}', true, 403);
    expect((await judge(refused, refused, events(0))).lost).toEqual(["i"]);
  });

  it("is found twice if an event is", async () => {
    expect((await judge(first, reply(accepted), events(0, 1, 1))).twice).toEqual(["i"]);
  });

  it.each([
    ["it was settled anew", reply(accepted, false), events(0, 1)],
    ["the answer is another", reply('{"kind":"accepted","events":[]}'), events(0, 1)],
    ["the status is another", reply(accepted, true, 409), events(0, 1)],
    ["its events are gone", reply(accepted), events()],
    ["one of its events is gone", reply(accepted), events(1)],
  ])("is lost if %s", async (_name, again, tail) => {
    expect((await judge(first, again, tail)).lost).toEqual(["i"]);
  });

  it("that is a fact which came too early may come again", async () => {
    const early = reply('{"code":"UNKNOWN_PERSON"}', false, 404);
    expect((await judge(early, early, [], "fact")).notKept).toBe(1);
    expect((await judge(early, early, [])).lost).toEqual(["i"]);
  });
});

/** A place that holds some rows. */
const holding = (rows: readonly Record<string, unknown>[]): Place => ({
  ...{ name: "rows", records: "r", deliveries: "d", env: {}, remove: async () => {} },
  read: (look) => look(async () => rows),
});

describe("what is stored", () => {
  const policy = policyOf(SMALL);
  const inputs = worldInputs(twoFirms);
  const world = applyAll(emptyWorld, inputs, defaultPolicy);
  const rows = snapshot(world).records.map(([key, body]) => ({ key, body }));
  const tail: Event[] = [];
  let before = emptyWorld;
  for (const input of inputs) {
    const { outcome, world: after } = apply(before, input as never, policy);
    if (outcome.kind === "accepted") tail.push(...outcome.events);
    before = after;
  }

  it("is right if it is what the events give", async () => {
    const found = await checkRecords(holding(rows), SMALL, tail);
    expect(found).toEqual({ records: rows.length, wrong: [] });
  });

  it("is wrong if an event is missing", async () => {
    const { wrong } = await checkRecords(holding(rows), SMALL, tail.slice(0, -1));
    expect(wrong).toEqual(["the tail's events give other records"]);
  });

  it("is wrong if a record is, and over a cap that is lower", async () => {
    const { wrong } = await checkRecords(holding(rows.slice(1)), SMALL, tail);
    expect(wrong.length).toBeGreaterThan(1);
    const over = await checkRecords(holding(rows), { ...SMALL, personCap: 1 }, tail);
    expect(over.wrong.join()).toContain("CAP-01");
  });
});

it("counts notices that never came, and those that came again", async () => {
  const notices = [0, 1, 2].map((seq) => ({ scope: "s", input: "i", seq }) as never);
  const rows = [
    { scope: "s", input: "i", seq: 0, times: 1 },
    { scope: "s", input: "i", seq: 2, times: 3 },
  ];
  expect(await deliveredOf(holding(rows), notices)).toEqual({
    ...{ notices: 3, missing: 1, moreThanOnce: 1 },
  });
});
