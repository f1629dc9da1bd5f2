/** Every library gives the floor's answers, and ends where the floor ends. Nothing is timed. */
import { availableParallelism } from "node:os";
import { JOBS, type Job, run } from "./spawn.ts";

const EFFORT = { people: 1_000, pairs: 0 };
/** More than ten thousand questions; facts enough to fill and empty waiting lists. */
const QUESTIONS = 12_000;
const FACTS = 1_000;

let failed = 0;
const waiting = [...JOBS];

async function one({ workload, ...rest }: Job): Promise<void> {
  const facts = workload === "hire and resign";
  const wanted = facts ? FACTS : QUESTIONS;
  const ended = await run({ workload, ...rest }, { ...EFFORT, wanted });
  const named = `${workload}, ${rest.name}`;
  if ("failure" in ended) {
    failed += 1;
    console.error(`${named}: ${ended.failure}`);
    return;
  }
  const { agreed, yes } = ended.report;
  const agreement = facts ? `the same end after ${agreed} facts` : `${agreed} answers, ${yes} yes`;
  console.log(`${named}: ${agreement}`);
}

async function worker(): Promise<void> {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await one(job);
}

await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
if (failed > 0) console.error(`${failed} of ${JOBS.length} differ from the floor`);
process.exitCode = failed > 0 ? 1 : 0;
