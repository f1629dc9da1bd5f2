/** Every way in which the script is played. */
import { readFileSync } from "node:fs";
import { built } from "./builds.ts";
import { PLACES, type Place } from "./places.ts";
import { executable, run } from "./processes.ts";

/** A runtime with a build of the package, under some conditions, in some places. */
export interface Lane {
  readonly id: string;
  readonly runtime: string;
  /** How the package is loaded. */
  readonly build: string;
  /** What is taken away from the program there. */
  readonly without: string;
  readonly places: readonly Place[];
  readonly command: readonly [file: string, ...args: readonly string[]];
  readonly version: () => Promise<string>;
  /** The time zone and the locale that the runtime is to report: those of the place, mostly. */
  readonly reports?: { readonly timeZone?: string; readonly locale?: string };
}

const [here, there] = PLACES;
const ESM = "ESM, file by file";
const ONE_FILE = "ESM, bundled";

const says =
  (file: string, ...args: readonly string[]) =>
  async (): Promise<string> =>
    (await run(file, args, process.env)).split("\n")[0]?.replace(/^(v|deno )|\s\(.*$/g, "") ?? "";

function onNode(major: number, rest: Partial<Lane> = {}, ...flags: readonly string[]): Lane {
  const file = executable(`node${major}`, "bin", "node");
  return {
    id: `node${major}`,
    runtime: "Node",
    build: ESM,
    without: "",
    places: PLACES,
    command: [file, ...flags, built(rest.build === "CommonJS" ? "node.cjs" : "node.mjs")],
    version: says(file, "--version"),
    ...rest,
  };
}

const strings = "--disallow-code-generation-from-strings";
const frozen = "--frozen-intrinsics";
const permission = ["--permission", `--allow-fs-read=${executable("..")}`] as const;

const node: readonly Lane[] = [
  onNode(20),
  onNode(20, { id: "node20-cjs", build: "CommonJS" }),
  onNode(20, { id: "node20-strings", places: [there], without: `\`${strings}\`` }, strings),
  onNode(22),
  onNode(24),
  onNode(24, { id: "node24-cjs", build: "CommonJS", places: [here] }),
  onNode(24, { id: "node24-frozen", places: [here], without: `\`${frozen}\`` }, frozen),
  onNode(
    24,
    {
      id: "node24-permission",
      places: [there],
      without: "`--permission`, only reading the package allowed",
    },
    ...permission,
  ),
  onNode(26),
];

const deno = executable(".bin", "deno");
const denoRun = ["run", "--no-prompt", "--cached-only"] as const;
const bun = executable(".bin", "bun");

const others: readonly Lane[] = [
  {
    id: "bun",
    runtime: "Bun",
    build: ESM,
    without: "",
    places: PLACES,
    command: [bun, built("node.mjs")],
    version: says(bun, "--version"),
    reports: { locale: "en-US" },
  },
  {
    id: "deno",
    runtime: "Deno",
    build: ESM,
    without: "every permission but `--allow-env=NODE_ENV`",
    places: PLACES,
    command: [deno, ...denoRun, "--allow-env=NODE_ENV", built("deno.js")],
    version: says(deno, "--version"),
  },
  {
    id: "deno-bundled",
    runtime: "Deno",
    build: ONE_FILE,
    without: "every permission",
    places: [there],
    command: [deno, ...denoRun, built("deno-bundled.js")],
    version: says(deno, "--version"),
  },
];

const driver = (name: string, ...args: readonly string[]): Lane["command"] => [
  process.execPath,
  "--import",
  "tsx",
  `src/drivers/${name}.ts`,
  ...args,
];

const workerd: Lane = {
  id: "workerd",
  runtime: "workerd",
  build: ONE_FILE,
  without: "the file system and code from strings, as in any worker",
  places: PLACES,
  command: driver("workerd"),
  version: async () =>
    JSON.parse(readFileSync(executable("workerd", "package.json"), "utf8")).version,
  reports: { timeZone: "UTC" },
};

const inChromium = (id: string, mode: string, build: string): Lane => ({
  id,
  runtime: "Chromium",
  build,
  without: "code from strings, by Content-Security-Policy",
  places: PLACES,
  command: driver("chromium", mode),
  version: says(...driver("chromium", "version")),
});

export const LANES: readonly Lane[] = [
  ...node,
  ...others,
  workerd,
  inChromium("chromium", "page", "ESM, file by file, through an import map"),
  inChromium("chromium-worker", "worker", `${ONE_FILE}, in a worker`),
];

/** Each lane in one of its places, in turns: what CI plays of all of it. */
export const sampled = (lanes: readonly Lane[]): readonly Lane[] =>
  lanes.map((lane, index) => {
    const place = lane.places[index % lane.places.length];
    return { ...lane, places: place === undefined ? [] : [place] };
  });
