/** Mistakes planted in the package, to see that the trace tells when a runtime or a place matters. */
import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** A mistake: a piece of the package's own code, and what stands there instead. */
export interface Plant {
  readonly name: string;
  readonly code: string;
  readonly mistake: string;
}

export const PLANTS: readonly Plant[] = [
  {
    name: "keys-ordered-by-locale",
    code: "if (a !== b) return a < b ? -1 : 1;",
    mistake: "if (a !== b) return a.localeCompare(b);",
  },
  {
    name: "local-time",
    code: "input.id, input.at, copyRecord",
    mistake: "input.id, input.at + new Date(input.at).getHours(), copyRecord",
  },
];

/** Replaces the code as the package is bundled; `found` is told how often it was there. */
export function planting({ name, code, mistake }: Plant, found: (times: number) => void): Plugin {
  return {
    name,
    setup: ({ onLoad }) => {
      onLoad({ filter: /interorg\/dist\/[^/]*\.js$/ }, async ({ path }) => {
        const pieces = (await readFile(path, "utf8")).split(code);
        found(pieces.length - 1);
        return { contents: pieces.join(mistake), loader: "js" };
      });
    },
  };
}
