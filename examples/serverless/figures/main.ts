/**
 * Prints what the bundles weigh and what a cold start costs: `npm run figures [-- --runs 15]`. With
 * DATABASE_URL set, PostgreSQL is among them. Nothing here decides whether a test passes.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { newSchema } from "../test/platforms.ts";
import { nodeColdStarts } from "./node.ts";
import { sizes } from "./sizes.ts";
import { workerdColdStarts } from "./workerd.ts";

const { values } = parseArgs({ options: { runs: { type: "string", default: "15" } } });
const runs = Number(values.runs);
const url = process.env["DATABASE_URL"];
const database = url === undefined ? null : await newSchema(url);
try {
  const env = database?.env ?? null;
  console.log(`${await sizes()}\n`);
  console.log(`${cpus().length} cores, Node ${process.versions.node}; median (least to most)`);
  console.log(`of ${runs} runs of each, taken in turns.\n`);
  console.log(`${await nodeColdStarts(runs, env)}\n`);
  console.log(await workerdColdStarts(Math.ceil(runs / 2), env));
} finally {
  await database?.end();
}
