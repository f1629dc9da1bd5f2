// A cold start, seen from inside: a fresh process loads the file named on the command line, answers one
// request, and says how long that took since the process began, and how much CPU time.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const now = () => {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
};

const [, , file, event] = process.argv;
let loaded = now();
let status = 200;
if (file !== undefined) {
  const path = resolve(file);
  const { handler } = path.endsWith(".cjs")
    ? createRequire(import.meta.url)(path)
    : await import(path);
  loaded = now();
  status = (await handler(JSON.parse(event))).statusCode;
}
process.stdout.write(JSON.stringify({ loaded, answered: now(), status }), () => process.exit());
