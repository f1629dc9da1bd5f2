// Writes schemas/: the JSON Schema of every input, event and question by type, and of a policy. What was
// there before is taken away first, so that a type that is gone leaves no file behind.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type JsonSchema, jsonSchemas } from "../src/schema/index.ts";

const root = join(fileURLToPath(new URL("..", import.meta.url)), "schemas");

function write(schema: JsonSchema, ...path: readonly string[]): void {
  writeFileSync(join(root, ...path), `${JSON.stringify(schema, null, 2)}\n`);
}

const { policy, ...folders } = jsonSchemas();

rmSync(root, { recursive: true, force: true });
let written = 1;
for (const [folder, schemas] of Object.entries(folders)) {
  mkdirSync(join(root, folder), { recursive: true });
  for (const [type, schema] of Object.entries(schemas)) {
    write(schema, folder, `${type}.json`);
    written += 1;
  }
}
write(policy, "policy.json");
console.log(`${written} schemas written`);
