import type { RefusalCode } from "../core/refusal.ts";
import { RETRIES } from "./made/retries.ts";

/** What a service does with a refusal. */
export interface Retry {
  /** Whether the same content, sent later, may be accepted without anybody correcting it. */
  readonly canHelp: boolean;
  /** The status that fits an answer over HTTP. */
  readonly httpStatus: number;
  /** Whom the refusal concerns. */
  readonly whoSees: string;
  /** What to do next. */
  readonly next: string;
}

/** What to do with a refusal of this code. */
export function retry(code: RefusalCode): Retry {
  const [canHelp, httpStatus, whoSees, next] = RETRIES[code];
  return { canHelp, httpStatus, whoSees, next };
}
