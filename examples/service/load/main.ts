/** Loads the service as many clients at once would, and says what came of it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { EventItem } from "interorg/host";
import type { StoreCounts } from "../src/counting.ts";
import { checkRecords } from "../support/checks.ts";
import { type Child, startChild } from "../support/child.ts";
import { build, type Client, clientOf, tailOf } from "../support/client.ts";
import { actions } from "../support/mix.ts";
import { type Place, placeFor } from "../support/place.ts";
import { randomFrom } from "../support/random.ts";
import { callersOf, HOST, HOT, LARGE, SMALL, setup } from "../support/world.ts";
import { type Figures, newFigures, note, print } from "./figures.ts";

const { values } = parseArgs({
  options: {
    small: { type: "boolean", default: false },
    pglite: { type: "boolean", default: false },
    seconds: { type: "string" },
    clients: { type: "string" },
    pool: { type: "string", default: "16" },
    seed: { type: "string", default: "1" },
  },
});
const size = values.small ? SMALL : LARGE;
const seconds = Number(values.seconds ?? (values.small ? 4 : 30));
const clients = Number(values.clients ?? (values.small ? 8 : 32));

/** Milliseconds after the end that a client still asks for the answer to its last request. */
const PATIENCE = 60_000;

/** One client: does one thing after another; what is busy is sent again as it is. */
async function work(
  client: Client,
  next: ReturnType<typeof actions>,
  until: number,
  figures: Figures,
) {
  while (performance.now() < until) {
    const action = next();
    const path = action.kind === "question" ? "/questions" : "/inputs";
    const started = performance.now();
    for (;;) {
      const reply = await client.send(action.token, "POST", path, action.body);
      if (reply.status !== 503) {
        note(figures, action, reply, performance.now() - started);
        break;
      }
      figures.busy += 1;
      if (performance.now() > until + PATIENCE) throw new Error(`always busy: ${reply.text}`);
      await sleep((reply.retryAfter ?? 1) * 1000);
    }
  }
}

/** The room left in the hot Space, as its admins see it. */
async function room(client: Client): Promise<{ used: number; limit: number }> {
  const data = { viewer: { organization: HOST, person: "admin" }, space: HOT };
  const body = { type: "admin.space-room", data };
  const { text } = await client.send(`${HOST}:admin`, "POST", "/questions", body);
  return JSON.parse(text).value.persons;
}

interface Stats {
  readonly store: Pick<StoreCounts, "commits" | "held">;
  readonly process: { readonly cpuMs: number };
}

const statsOf = async (client: Client): Promise<Stats> =>
  JSON.parse((await client.send("operator", "GET", "/stats")).text) as Stats;

/** What was counted since, kind by kind. */
const since = <Counts extends Record<string, number>>(after: Counts, before: Counts): Counts =>
  Object.fromEntries(
    Object.entries(after).map(([kind, count]) => [kind, count - (before[kind] ?? 0)]),
  ) as Counts;

/** Lets the clients loose, and prints what came of it. */
async function load(client: Client): Promise<Figures> {
  const figures = newFigures();
  const before = await statsOf(client);
  const next = actions(randomFrom(Number(values.seed)), size, "load");
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, () => work(client, next, until, figures)));
  const took = (performance.now() - started) / 1000;
  const after = await statsOf(client);
  console.log(`load       ${clients} clients, ${took.toFixed(1)} s`);
  print(figures, took, after.process.cpuMs - before.process.cpuMs, {
    commits: since(after.store.commits, before.store.commits),
    held: since(after.store.held, before.store.held),
  });
  return figures;
}

async function main(place: Place, child: Child): Promise<readonly string[]> {
  const client = clientOf(child.url, clients);
  const inputs = setup(size);
  const began = performance.now();
  await build(client, inputs);
  const building = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`database   ${place.name}`);
  console.log(`world      ${inputs.length} inputs in ${building} s`);
  const { failed } = await load(client);

  const persons = await room(client);
  const events = (await tailOf<EventItem>(client, "/events")).map(({ event }) => event);
  await client.close();
  await child.stop();
  const { records, wrong } = await checkRecords(place, size, events);
  console.log(`hot Space  ${persons.used} people on the Roster, at most ${persons.limit}`);
  console.log(`checked    ${records} records, ${events.length} events replayed`);
  return [
    ...wrong,
    ...(persons.used > persons.limit ? ["the hot Space is over its cap"] : []),
    ...(failed.size > 0 ? ["some answers were neither 200 nor a refusal"] : []),
  ];
}

let child: Child | undefined;
const place = await placeFor("load", values.pglite);
const folder = await mkdtemp(join(tmpdir(), "load-"));
try {
  const callers = join(folder, "callers.json");
  await writeFile(callers, JSON.stringify(callersOf(size)));
  child = await startChild("src/main.ts", {
    ...place.env,
    CALLERS_FILE: callers,
    POLICY: JSON.stringify({ personCap: size.personCap }),
    POOL_SIZE: values.pool,
  });
  const wrong = await main(place, child);
  for (const each of wrong) console.error(`WRONG      ${each}`);
  if (wrong.length > 0) process.exitCode = 1;
  else console.log("           invariants hold, no cap is exceeded, the tail gives the records");
} finally {
  child?.process.kill("SIGKILL");
  await child?.ended;
  await place.remove();
  await rm(folder, { recursive: true, force: true });
}
