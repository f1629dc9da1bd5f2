/**
 * `tsx process.ts FILE NAME N LIMIT`: opens a file, waits for a line, sends N inputs that every process
 * sends and N of its own, in turn and several at a time, and prints what each came to.
 */
import { once } from "node:events";
import Database from "libsql";
import { defaultPolicy } from "../../src/core/policy.ts";
import { createHostOver } from "../../src/host/host.ts";
import { fromConnection, sqliteStore } from "../../src/sqlite/index.ts";
import { command, toy } from "../host/toy.ts";

const [file = "", name = "", count = "0", limit = "0"] = process.argv.slice(2);
const store = sqliteStore(fromConnection(new Database(file)));
await store.migrate();
const host = createHostOver(toy, { store, policy: defaultPolicy });
process.stdout.write("ready\n");
await once(process.stdin, "data");

const kinds: string[] = [];
const data = { sum: ["hot"], below: Number(limit), add: ["hot"] };
async function send(id: string, place: number): Promise<void> {
  for (;;) {
    const result = await host.submit(command(id, data) as never);
    kinds[place] = (result as { kind: string }).kind;
    if (kinds[place] !== "busy") return;
  }
}
for (let i = 0; i < Number(count); i += 2) {
  const some = [i, i + 1].flatMap((each) => [
    send(`all/${each}`, 2 * each),
    send(`${name}/${each}`, 2 * each + 1),
  ]);
  await Promise.all(some);
}
process.stdout.write(`${JSON.stringify(kinds)}\n`);
