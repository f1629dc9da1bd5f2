import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** When a file or folder was last changed, in milliseconds; 0 if it is not there. */
export const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The newest change below a folder; the folders themselves count, so that a removal is seen. */
export const newestBelow = (folder) =>
  readdirSync(folder, { recursive: true }).reduce(
    (newest, name) => Math.max(newest, modified(join(folder, name))),
    modified(folder),
  );
