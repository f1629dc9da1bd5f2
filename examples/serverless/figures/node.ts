/** Cold starts of the Lambda target in Node: a fresh process to its first answered request. */
import { execFileSync } from "node:child_process";
import { bundle, instead, TARGETS } from "../build/bundle.ts";
import { httpEvent, TOKEN } from "../instances/events.ts";
import { shown, spread, table } from "./statistics.ts";

interface Moment {
  readonly wall: number;
  readonly cpu: number;
}

interface Run {
  readonly loaded: Moment;
  readonly answered: Moment;
  readonly status: number;
}

interface Variant {
  readonly name: string;
  /** `null`: a program that loads nothing and answers nothing. */
  readonly file: string | null;
  readonly env: Readonly<Record<string, string>>;
}

let registered = 0;

/** A request that no run before has sent. */
function request(): string {
  registered += 1;
  const organization = `o${process.pid}-${registered}`;
  const data = { organization, name: "Acme", certified: true, edition: "light", sso: false };
  const fact = { id: `register:${organization}`, at: 1, from: { platform: true } };
  const body = JSON.stringify({ ...fact, type: "organization.registered", data });
  return JSON.stringify(httpEvent({ body }));
}

function run({ file, env }: Variant): Run {
  const args = file === null ? [] : [file, request()];
  const out = execFileSync(process.execPath, ["figures/cold.mjs", ...args], {
    env: { SERVICE_TOKEN: TOKEN, ...env },
    encoding: "utf8",
  });
  const measured = JSON.parse(out) as Run;
  if (measured.status !== 200) throw new Error(`${file}: ${measured.status}`);
  return measured;
}

const memory = instead("database", "test/memory-database.ts");
const trusting = instead("boundary", "figures/trusting-boundary.ts");

async function variants(database: Record<string, string> | null): Promise<Variant[]> {
  const { lambda } = TARGETS;
  const make = async (file: string, more: object): Promise<string> => {
    await bundle({ ...lambda, file }, more);
    return file;
  };
  const inMemory = (name: string, file: string): Variant => ({ name, file, env: {} });
  return [
    { name: "empty program", file: null, env: {} },
    inMemory(
      "packages as installed, memory",
      await make(".tmp/installed.mjs", { packages: "external", format: "esm", plugins: [memory] }),
    ),
    inMemory("bundle, memory", await make(".tmp/memory.cjs", { plugins: [memory] })),
    inMemory(
      "bundle without schema, memory",
      await make(".tmp/trusting.cjs", { plugins: [memory, trusting] }),
    ),
    inMemory(
      "bundle without catalogue, memory",
      await make(".tmp/silent.cjs", {
        plugins: [memory],
        alias: { "interorg/catalogue": "./figures/no-catalogue.ts" },
      }),
    ),
    ...(database === null
      ? []
      : [
          {
            name: "packages as installed, PostgreSQL",
            file: await make(".tmp/installed-postgres.mjs", {
              packages: "external",
              format: "esm",
            }),
            env: database,
          },
          { name: "bundle, PostgreSQL", file: await make(lambda.file, {}), env: database },
        ]),
  ];
}

/** Measures so many runs of each, in turns, so that a busy moment of the machine meets them all. */
export async function nodeColdStarts(
  runs: number,
  database: Record<string, string> | null,
): Promise<string> {
  const all = await variants(database);
  const results = new Map<Variant, Run[]>(all.map((variant) => [variant, []]));
  for (let turn = -1; turn < runs; turn += 1) {
    for (const variant of all) {
      const result = run(variant);
      if (turn >= 0) results.get(variant)?.push(result);
    }
  }
  const [empty, ...others] = all.map((variant) => {
    const of = (pick: (run: Run) => number): number[] => (results.get(variant) ?? []).map(pick);
    return {
      name: variant.name,
      loaded: of(({ loaded }) => loaded.cpu),
      answered: of(({ answered }) => answered.cpu),
      wall: of(({ answered }) => answered.wall),
    };
  });
  if (empty === undefined) throw new Error("nothing to compare with");
  const nothing = { cpu: spread(empty.answered).median, wall: spread(empty.wall).median };
  const head = ["fresh Node process, ms over an empty one", "CPU, loaded", "CPU, answered", "wall"];
  const rows = others.map(({ name, loaded, answered, wall }) => [
    name,
    shown(loaded, nothing.cpu),
    shown(answered, nothing.cpu),
    shown(wall, nothing.wall),
  ]);
  const note = `The empty one: ${shown(empty.answered)} ms of CPU time, ${shown(empty.wall)} by the wall.`;
  return `${table(head, rows)}\n\n${note}`;
}
