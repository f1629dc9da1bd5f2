/** Shows that the trace can differ: by one outcome altered, and by mistakes that depend on the place. */
import { buildPlanted, built } from "./builds.ts";
import type { Lane } from "./lanes.ts";
import { PLACES } from "./places.ts";
import { PLANTS, type Plant, planting } from "./plants.ts";
import { firstDifference, playOn, type Run } from "./runs.ts";
import type { Golden } from "./vectors.ts";

/** A control, and what it found: `null` if all is as it should be. */
export interface Control {
  readonly name: string;
  readonly told: string;
  readonly wrong: string | null;
}

const differing = (left: readonly string[], right: readonly string[]): number =>
  left.filter((digest, index) => digest !== right[index]).length;

/** One outcome in the middle is altered: that step differs, and no other one does. */
async function altered(lane: Lane, script: string, golden: Golden): Promise<Control> {
  const alter = golden.digests.length >> 1;
  const { trace, error } = await playOn(lane, PLACES[0], { script, alter });
  const digests = trace?.digests ?? [];
  const found = firstDifference(digests, golden.digests);
  const exact = found === alter && differing(digests, golden.digests) === 1;
  const name = "one outcome altered";
  if (trace === null) return { name, told: "", wrong: error };
  return {
    name,
    told: `another hash, and step ${found} is named`,
    wrong: exact && trace.hash !== golden.hash ? null : `altered ${alter}, found ${found}`,
  };
}

/** Worlds in which a planted mistake shows. */
const WORLDS = 12;

/** The first Worlds of a script, whole, so that their steps are the first of its trace. */
function beginningOf(script: string): string {
  const lines = script.split("\n");
  const begins = lines.flatMap((line, index) => (line.startsWith('{"policy"') ? [index] : []));
  return lines.slice(0, begins[WORLDS]).join("\n");
}

/** A planted mistake: both places differ from what is expected, and from each other. */
async function planted(plant: Plant, lane: Lane, script: string, golden: Golden): Promise<Control> {
  let found = 0;
  const plugin = planting(plant, (times) => {
    found += times;
  });
  await buildPlanted(plant.name, plugin);
  const { name } = plant;
  if (found !== 1) return { name, told: "", wrong: `its code was found ${found} times` };
  const [file] = lane.command;
  const wrong: Lane = { ...lane, command: [file, built(`${name}.mjs`)] };
  const task = { script: beginningOf(script) };
  const runs: Run[] = await Promise.all(PLACES.map((place) => playOn(wrong, place, task)));
  const [here, there] = runs.map(({ trace }) => trace?.digests ?? []) as [string[], string[]];
  const counts = [
    differing(here, golden.digests),
    differing(there, golden.digests),
    differing(here, there),
  ] as const;
  return {
    name,
    told: `of ${here.length} steps ${counts[0]} and ${counts[1]} differ, ${counts[2]} between the places`,
    wrong:
      here.length === there.length && !counts.includes(0)
        ? null
        : `${counts} steps differ, of ${here.length} and ${there.length} ${runs.map(({ error }) => error ?? "").join("")}`,
  };
}

/** Runs all controls on a lane. */
export async function controls(
  lane: Lane,
  script: string,
  golden: Golden,
): Promise<readonly Control[]> {
  const done = [await altered(lane, script, golden)];
  for (const plant of PLANTS) done.push(await planted(plant, lane, script, golden));
  return done;
}
