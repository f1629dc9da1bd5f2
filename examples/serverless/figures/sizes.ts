/** What each target weighs, and what it is made of. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Metafile } from "esbuild";
import { bundle, instead, TARGETS, type Target } from "../build/bundle.ts";
import { table } from "./statistics.ts";

/** The fetch target without `interorg/schema`, for comparison. */
const trusting = { plugins: [instead("boundary", "figures/trusting-boundary.ts")] };

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);

async function rowOf(name: string, target: Target, more = {}): Promise<string[]> {
  const file = `.tmp/size-${name.replaceAll(/\W/g, "-")}.js`;
  const weigh = async (options: object): Promise<Buffer> => {
    await bundle({ ...target, file }, { ...more, ...options });
    return readFileSync(file);
  };
  const raw = await weigh({ minify: false });
  const small = await weigh({});
  return [name, ...[raw, small, gzipSync(small, { level: 9 })].map((b) => kilobytes(b.length))];
}

/** Minified bytes by the package that they come from. */
function sharesOf({ outputs }: Metafile): Map<string, number> {
  const shares = new Map<string, number>();
  for (const output of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const found = /node_modules\/((?:@[^/]+\/)?[^/]+)(?:\/dist\/([\w-]+))?/.exec(path);
      const [, name = "this example", entry = ""] = found ?? [];
      const share =
        name === "interorg" ? `interorg, ${entry.replace(/^chunk-.*/, "shared")}` : name;
      shares.set(share, (shares.get(share) ?? 0) + bytesInOutput);
    }
  }
  return shares;
}

/** The sizes of every target, and what the Lambda bundle is made of. */
export async function sizes(): Promise<string> {
  const rows: string[][] = [];
  for (const [name, target] of Object.entries(TARGETS)) rows.push(await rowOf(name, target));
  rows.push(await rowOf("fetch, without schema", TARGETS.fetch, trusting));
  const { metafile } = await bundle(
    { ...TARGETS.lambda, file: ".tmp/shares.cjs" },
    { metafile: true },
  );
  const shares = [...sharesOf(metafile as Metafile)].sort(([, a], [, b]) => b - a);
  return [
    table(["bundle, kB", "as written", "minified", "and gzipped"], rows),
    table(
      ["in the Lambda bundle", "kB minified"],
      shares.filter(([, bytes]) => bytes >= 500).map(([name, bytes]) => [name, kilobytes(bytes)]),
    ),
  ].join("\n\n");
}
