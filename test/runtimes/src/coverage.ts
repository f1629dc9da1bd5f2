/** Whether the script reaches what there is: a type that is new is to take part. */
import { COMMAND_TYPES, FACT_TYPES, REFUSALS } from "interorg/catalogue";
import { jsonSchemas } from "interorg/schema";
import type { Trace } from "./trace.ts";

/** Said about unread text, or by the host: no World refuses with it. */
const ELSEWHERE: readonly string[] = ["MALFORMED", "INPUT_ID_REUSED"];

/** Refused whatever the World: what a Space's own app holds is exchanged with no other app. */
const NEVER_ACCEPTED: readonly string[] = ["space-app.exchange"];

interface Family {
  readonly what: string;
  readonly wanted: readonly string[];
  /** Whether each of them must be reached; else it is only counted. */
  readonly must: boolean;
}

function families(): readonly Family[] {
  const types = [...COMMAND_TYPES, ...FACT_TYPES];
  const acceptable = types.filter((type) => !NEVER_ACCEPTED.includes(type));
  const { events, queries } = jsonSchemas();
  const named = (word: string, names: readonly string[]) => names.map((name) => `${word} ${name}`);
  const refusals = types.flatMap((type) =>
    REFUSALS[type].filter((code) => !ELSEWHERE.includes(code)).map((code) => `${type} ${code}`),
  );
  return [
    { what: "types of input accepted", wanted: named("accepted", acceptable), must: true },
    { what: "types of event", wanted: named("event", Object.keys(events)), must: true },
    {
      what: "types of question answered",
      wanted: named("answer", Object.keys(queries)),
      must: true,
    },
    { what: "refusals by type of input", wanted: named("refusal", refusals), must: false },
  ];
}

/** Says how much of each family is reached, and what is missing though it must not be. */
export function coverage({ reached }: Trace): {
  readonly said: string;
  readonly missing: readonly string[];
} {
  const there = new Set(reached);
  const counts = families().map(({ what, wanted, must }) => {
    const missing = wanted.filter((name) => !there.has(name));
    return {
      text: `${wanted.length - missing.length} of ${wanted.length} ${what}`,
      missing: must ? missing : [],
    };
  });
  return {
    said: counts.map(({ text }) => text).join(", "),
    missing: counts.flatMap(({ missing }) => missing),
  };
}
