/** Structured logs: one JSON object a line. */
import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger } from "pino";

/**
 * Makes the log. What goes into it is ids, types, codes, counts and milliseconds; names, fields,
 * texts, tokens and bodies do not.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  return destination === undefined ? pino(options) : pino(options, destination);
}
