import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Got, PLATFORMS, type Running, reference } from "./platforms.ts";
import { SCRIPT } from "./script.ts";

async function play({ send }: Running): Promise<Got[]> {
  const replies: Got[] = [];
  for (const { sent } of SCRIPT) replies.push(await send(sent));
  return replies;
}

let expected: readonly Got[];

beforeAll(async () => {
  const running = await reference.start();
  expected = await play(running);
  await running.stop();
});

describe(reference.name, () => {
  test.each(SCRIPT.map((step, index) => ({ ...step, index })))("$name: $status", (step) => {
    const { status, answer } = expected[step.index] as Got;
    expect(answer).toMatchObject(step.answer);
    expect(status).toBe(step.status);
  });

  test("names the method that is allowed, and the language it answers in", () => {
    const at = (name: string): Got =>
      expected[SCRIPT.findIndex((step) => step.name === name)] as Got;
    expect(at("another method").allow).toBe("POST");
    expect(at("refused, in English")).toMatchObject({
      language: "en",
      answer: { text: expect.stringMatching(/rule ADMIN-01/) },
    });
    expect(at("the refusal again, in Chinese")).toMatchObject({
      language: "zh",
      answer: { text: expect.stringMatching(/（规则 ADMIN-01）。$/) },
    });
  });
});

describe.each(PLATFORMS)("$name", ({ start }) => {
  let running: Running;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running?.stop());

  test("answers the script as the first one does", async () => {
    expect(await play(running)).toEqual(expected);
  });
});
