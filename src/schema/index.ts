export type { Tolerance } from "../core/plausible.ts";
export { type JsonSchema, type JsonSchemas, jsonSchemas } from "./json-schema.ts";
export {
  parseCommand,
  parseEvent,
  parseFact,
  parseInput,
  parseKeyText,
  parsePolicy,
  parseQuery,
  parseRecord,
  type ReceivedAt,
} from "./parse.ts";
export type { Plain, PlainObject } from "./precheck.ts";
export type { Parsed, ProblemWord } from "./problems.ts";
export { parseSnapshot } from "./snapshot.ts";
export type { PlainEntry, Upgraders } from "./upgrade.ts";
