/** What a step reached, as names to count: what the trace can vouch for. */
import type { Step } from "./play.ts";

/** The names of what a step reached, each with the word of its family in front. */
export function reachedBy({ kind, said }: Step): readonly string[] {
  if (kind !== "input" && kind !== "query") return [];
  if ("ok" in said) return [`malformed ${kind}`];
  const { type, said: answer } = said;
  if (answer.kind === "refused") return [`refusal ${type} ${answer.refusal.code}`];
  if (answer.kind === "answer") return [`answer ${type}`];
  return [
    `accepted ${type}`,
    ...answer.events.map((event) => `event ${event.type}`),
    ...answer.notices.map((notice) => `notice ${notice.kind}`),
  ];
}
