/**
 * Kills the service under load, again and again, half of the times between a commit and its answer,
 * sends what was not answered once more, and shows that nothing acknowledged is lost or there twice.
 */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { EventItem, NoticeItem } from "interorg/host";
import { checkRecords } from "../support/checks.ts";
import { type Child, startChild } from "../support/child.ts";
import { build, type Client, clientOf, tailOf } from "../support/client.ts";
import { type Action, actions } from "../support/mix.ts";
import { type Place, placeFor } from "../support/place.ts";
import { type Random, randomFrom } from "../support/random.ts";
import { callersOf, SMALL, setup } from "../support/world.ts";
import { type Ledger, newLedger, sender } from "./ledger.ts";
import { type Delivered, deliveredOf, type Verdict, verify } from "./verify.ts";

const { values } = parseArgs({
  options: {
    small: { type: "boolean", default: false },
    pglite: { type: "boolean", default: false },
    kills: { type: "string" },
    clients: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
  },
});
const kills = Number(values.kills ?? (values.small ? 4 : 24));
const clients = Number(values.clients);

/** Without questions, which leave nothing to lose. */
function inputsOnly(next: () => Action): () => Action {
  return () => {
    let action = next();
    while (action.kind === "question") action = next();
    return action;
  };
}

interface Run {
  readonly place: Place;
  readonly env: { readonly [name: string]: string };
  readonly killFile: string;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly next: () => Action;
}

let current: Child | undefined;

async function start({ place, env }: Run, more: { readonly [name: string]: string } = {}) {
  current = await startChild("crash/server.ts", { ...place.env, ...env, ...more });
  return { child: current, client: clientOf(current.url, clients) };
}

const send = (client: Client, { ledger, next }: Run, done: () => boolean) =>
  Promise.all(Array.from({ length: clients }, () => sender(client, ledger, next, done)));

/** One life of the service: under load until it is killed, in the window or at any moment. */
async function life(run: Run, inWindow: boolean): Promise<void> {
  const { random, killFile } = run;
  const trap = { KILL_AFTER_COMMITS: String(1 + random.below(60)), KILL_FILE: killFile };
  const { child, client } = await start(run, inWindow ? trap : {});
  const timer = inWindow
    ? undefined
    : setTimeout(() => child.process.kill("SIGKILL"), 200 + random.below(1500));
  let gone = false;
  const ended = child.ended.then((end) => {
    gone = true;
    return end;
  });
  await send(client, run, () => gone);
  const { signal } = await ended;
  clearTimeout(timer);
  await client.close();
  if (signal !== "SIGKILL") throw new Error(`the service ended by itself: ${signal}`);
}

/** Waits for the outbox; what it has not delivered after a minute counts as never delivered. */
async function caughtUp(client: Client): Promise<void> {
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    const stats = JSON.parse((await client.send("operator", "GET", "/stats")).text);
    if (stats.outbox.caughtUp) return;
    await sleep(50);
  }
}

function print(run: Run, cutOff: number, verdict: Verdict, delivered: Delivered): void {
  const entries = [...run.ledger.entries.values()];
  const line = (name: string, value: number) =>
    console.log(name.padEnd(52) + String(value).padStart(7));
  console.log(`${run.place.name}, ${clients} clients`);
  line("kills by SIGKILL", kills);
  line("  of them between a commit and its answer", cutOff);
  line("inputs sent", entries.length);
  line("  acknowledged", entries.filter(({ answer }) => answer !== null).length);
  line("  resent, because no answer came", entries.filter(({ resent }) => resent > 0).length);
  const settled = entries.filter(({ resent, answer }) => resent > 0 && answer?.replayed).length;
  line("    of them settled already when they came again", settled);
  line("acknowledged and found once, with the same answer", verdict.once);
  line("acknowledged and found twice", verdict.twice.length);
  line("acknowledged and lost", verdict.lost.length);
  line("facts that came too early, kept by design nowhere", verdict.notKept);
  line("notices", delivered.notices);
  line("  never delivered", delivered.missing);
  line("  delivered more than once", delivered.moreThanOnce);
}

/** What the trap wrote down: the inputs whose answers were cut off. */
const cutOffIn = (file: string): string[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as string)
    : [];

async function main(run: Run): Promise<readonly string[]> {
  const built = await start(run);
  await build(built.client, setup(SMALL));
  await built.client.close();
  await built.child.stop();
  for (let n = 0; n < kills; n += 1) await life(run, n % 2 === 0);

  const { child, client } = await start(run);
  await send(client, run, () => run.ledger.unanswered.length === 0);
  const events = (await tailOf<EventItem>(client, "/events")).map(({ event }) => event);
  const verdict = await verify(client, run.ledger.entries.values(), events);
  await caughtUp(client);
  const notices = await tailOf<NoticeItem>(client, "/notices");
  await client.close();
  await child.stop();

  const delivered = await deliveredOf(run.place, notices);
  const { records, wrong } = await checkRecords(run.place, SMALL, events);
  const cutOff = cutOffIn(run.killFile);
  print(run, cutOff.length, verdict, delivered);
  const { entries } = run.ledger;
  const silent = [...entries.values()].filter(({ answer }) => answer === null);
  const unproven = cutOff.filter((id) => (entries.get(id)?.resent ?? 0) === 0);
  console.log(
    `${records} records checked: ${wrong.length === 0 ? "every invariant holds" : "WRONG"}`,
  );
  return [
    ...wrong,
    ...verdict.twice.map((id) => `${id} is there twice`),
    ...verdict.lost.map((id) => `${id} is lost`),
    ...silent.map(({ id }) => `${id} was never answered`),
    ...unproven.map((id) => `${id} was answered, though its answer was cut off`),
    ...(cutOff.length < Math.ceil(kills / 2) ? ["the window was missed"] : []),
    ...(delivered.missing > 0 ? ["a notice was never delivered"] : []),
  ];
}

const place = await placeFor("crash", values.pglite);
const folder = await mkdtemp(join(tmpdir(), "crash-"));
try {
  const callers = join(folder, "callers.json");
  await writeFile(callers, JSON.stringify(callersOf(SMALL)));
  const random = randomFrom(Number(values.seed));
  const wrong = await main({
    place,
    env: {
      CALLERS_FILE: callers,
      POLICY: JSON.stringify({ personCap: SMALL.personCap }),
      OUTBOX_LEASE_MS: "300",
    },
    killFile: join(folder, "cut-off"),
    random,
    ledger: newLedger(),
    next: inputsOnly(actions(random, SMALL, "crash")),
  });
  for (const each of wrong) console.error(`WRONG ${each}`);
  if (wrong.length > 0) process.exitCode = 1;
} finally {
  current?.process.kill("SIGKILL");
  await current?.ended;
  await place.remove();
  await rm(folder, { recursive: true, force: true });
}
