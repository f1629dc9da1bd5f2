/** The calls in the README, typed as they stand there, get the answers that stand below them. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { settingsFrom } from "../src/settings.ts";
import { embedded, serviceOn } from "./support/service.ts";

const root = new URL("..", import.meta.url).pathname;
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const calls = [
  ...readme.matchAll(/```sh\n((?:AT=.*\n)?curl [\s\S]*?)```\s+```json\n([\s\S]*?)```/g),
];

it("says what the service does", async () => {
  expect(calls).toHaveLength(3);
  const { callers } = settingsFrom({});
  const { service } = await serviceOn(embedded(), { callers });
  const now = "AT=$(date +%s)000\n";
  for (const [, command = "", answer = ""] of calls) {
    const line = command.replace("http://127.0.0.1:8787", service.url);
    const { stdout } = await promisify(execFile)("bash", ["-c", now + line], { cwd: root });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(answer));
  }
  await service.stop();
});
