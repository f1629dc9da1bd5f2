// One cold instance, as a platform starts it: a process that loads the bundle named on the command
// line, then handles one event after another. `send` answers over the channel to its parent.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [, , bundle] = process.argv;
const functions = createRequire(import.meta.url)(resolve(bundle));

process.on("message", async ({ id, name, event }) => {
  try {
    process.send({ id, value: await functions[name](event) });
  } catch (error) {
    process.send({ id, error: String(error?.stack ?? error) });
  }
});
process.on("disconnect", () => process.exit());
process.send({ id: 0, value: "ready" });
