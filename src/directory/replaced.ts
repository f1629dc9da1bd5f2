/** The values that commands of the directory replace, as they are (PROTO-06). */
import type { DirectoryCommands, DirectoryReplaced } from "./model.ts";
import type { Reading } from "./select/organizations.ts";
import { registeredSuccessor } from "./select/successor.ts";

export const directoryReplaced = {
  "successor.set": (tx, { organization, person }) => ({
    successor: registeredSuccessor(tx, organization, person),
  }),
} as const satisfies {
  readonly [Type in keyof DirectoryReplaced]: (
    tx: Reading,
    data: DirectoryCommands[Type],
  ) => DirectoryReplaced[Type];
};
