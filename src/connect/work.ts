/** One call of a connector while it runs: what it has found out, and what it lacks. */
import type { Problem } from "../core/refusal.ts";
import type { DirectoryFact } from "../directory/model.ts";
import { INPUT_BOUNDS, plainCopy } from "../schema/precheck.ts";
import { guarded, type Path, PROBLEMS_MAX, type ProblemWord } from "../schema/problems.ts";
import { run, type Schema } from "../schema/shape.ts";
import type { Answer, Connected, Left, Need } from "./result.ts";

/** What one call has found so far. */
export interface Work<Kind extends string = string> {
  /** By what they answer; with their place in the list. */
  readonly answers: ReadonlyMap<string, readonly [place: number, body: unknown]>;
  /** By what they ask for. */
  readonly needs: Map<string, Need<Kind>>;
  readonly left: Left[];
  readonly problems: Problem[];
}

const keyOf = ({ kind, id, page = "" }: Answer["to"]): string => JSON.stringify([kind, id, page]);

/** Why a payload that cannot be converted cannot, besides what schemas find. */
export type ConnectWord = ProblemWord | "unknown-event" | "not-json" | "not-xml" | "failed";

/** Notes a problem. */
export function note(work: Work, path: Path, problem: ConnectWord): void {
  work.problems.push({ path, problem });
}

/** Reads an unknown value by a schema; what is wrong with it is noted below `path`. */
export function readAs<T>(work: Work, schema: Schema<T>, value: unknown, path: Path): T | null {
  const plain = plainCopy(value, INPUT_BOUNDS);
  const parsed = plain.ok ? guarded(() => run(schema, plain.value)) : plain;
  if (parsed.ok) return parsed.value;
  for (const each of parsed.problems) {
    work.problems.push({ ...each, path: [...path, ...each.path] });
  }
  return null;
}

/** A payload as it is, or what it says if it is JSON. */
export function jsonOf(work: Work, payload: unknown, path: Path = []): unknown {
  if (typeof payload !== "string") return payload;
  try {
    return JSON.parse(payload);
  } catch {
    note(work, path, "not-json");
    return undefined;
  }
}

const isAnswer = (value: unknown): value is Answer => {
  const to = (value as Partial<Answer> | null)?.to;
  return typeof to?.kind === "string" && typeof to.id === "string";
};

/** Begins a call; a later answer to the same need replaces an earlier one. */
export function begin<Kind extends string>(answers: readonly Answer[]): Work<Kind> {
  const work: Work<Kind> & { answers: Map<string, readonly [number, unknown]> } = {
    answers: new Map(),
    needs: new Map(),
    left: [],
    problems: [],
  };
  if (!Array.isArray(answers)) note(work, ["answers"], "not-a-list");
  else {
    answers.forEach((answer: unknown, place) => {
      if (isAnswer(answer)) work.answers.set(keyOf(answer.to), [place, answer.body]);
      else note(work, ["answers", place, "to"], "not-an-object");
    });
  }
  return work;
}

/** The answer to a need and where it stands; without one the need is noted, once. */
export function lookUp<Kind extends string>(
  work: Work<Kind>,
  need: Need<Kind>,
): { readonly path: Path; readonly body: unknown } | undefined {
  const key = keyOf(need);
  const found = work.answers.get(key);
  if (found !== undefined) return { path: ["answers", found[0], "body"], body: found[1] };
  work.needs.set(key, need);
  return undefined;
}

/** Ends a call: problems before needs, needs before inputs, which are made only then. */
export function finish<Kind extends string>(
  work: Work<Kind>,
  make: () => readonly DirectoryFact[],
): Connected<Kind> {
  const { problems, needs, left } = work;
  if (problems.length > 0) return { kind: "problems", problems: problems.slice(0, PROBLEMS_MAX) };
  if (needs.size > 0) return { kind: "needs", needs: [...needs.values()] };
  return { kind: "inputs", inputs: make(), left };
}
