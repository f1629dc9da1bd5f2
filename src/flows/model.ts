/** The vocabulary of flows: definitions, instances, tasks, and what people do with them. */
export type * from "./model/events.ts";
export * from "./model/inputs.ts";
export type * from "./model/records.ts";
