/** Links that hold a whole script: JSON, deflated, in base64url, after the `#`. */
import type { Input, Policy } from "interorg";
import { parseInput, parsePolicy } from "interorg/schema";
import { policyChanges, type Session } from "./session.ts";
import { planOf } from "./worlds/index.ts";
import { sessionOf } from "./worlds/scene.ts";

export type Problems = readonly {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}[];

/** What was read, or what is wrong with it. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: Problems };

/** A session with the step that is shown. */
export interface Shared {
  readonly session: Session;
  readonly at: number;
}

/** The shape of a script written out. */
export interface Script {
  readonly interorg: "script";
  readonly v: 1;
  readonly policy: Partial<Policy>;
  readonly setup: number;
  readonly at: number;
  readonly inputs: readonly Input[];
}

const FRAGMENT_MAX = 200_000;
const JSON_MAX = 4_000_000;
const INPUTS_MAX = 2_000;

const wrong = (path: readonly (string | number)[], problem: string): Read<never> => ({
  ok: false,
  problems: [{ path, problem }],
});

export function scriptOf({ session, at }: Shared): Script {
  const { policy, setup, inputs } = session;
  return { interorg: "script", v: 1, policy: policyChanges(policy), setup, at, inputs };
}

/** Bytes through a stream of the browser's; `null` when they do not fit it or are too many. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > JSON_MAX) {
        await reader.cancel();
        return null;
      }
      parts.push(value as Uint8Array<ArrayBuffer>);
    }
  } catch {
    return null;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/u.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
  } catch {
    return null;
  }
}

/** The fragment for what is shown: the World's name as long as nothing was changed. */
export async function fragmentOf(shared: Shared): Promise<string> {
  const { world } = shared.session;
  if (world !== null) return `#world=${world}&step=${shared.at}`;
  const bytes = new TextEncoder().encode(JSON.stringify(scriptOf(shared)));
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  return `#script=${toBase64Url(packed ?? new Uint8Array())}`;
}

/** The step that a World opens at. */
export function openingOf(world: string): number {
  const plan = planOf(world);
  if (plan === undefined) return 0;
  const { setup, inputs } = sessionOf(plan);
  return plan.opensAt === undefined ? inputs.length : setup + plan.opensAt;
}

function readWorldName(fragment: URLSearchParams): Read<Shared> {
  const plan = planOf(fragment.get("world"));
  if (plan === undefined) return wrong(["world"], "unknown-world");
  const session = sessionOf(plan);
  const step = fragment.get("step");
  if (step === null) return { ok: true, value: { session, at: openingOf(plan.id) } };
  if (!/^\d{1,6}$/u.test(step)) return wrong(["step"], "not-an-integer");
  const at = Number(step);
  if (at > session.inputs.length) return wrong(["step"], "out-of-range");
  return { ok: true, value: { session, at } };
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readInputs(listed: unknown): Read<readonly Input[]> {
  if (!Array.isArray(listed)) return wrong(["inputs"], "not-a-list");
  if (listed.length > INPUTS_MAX) return wrong(["inputs"], "too-many");
  const inputs: Input[] = [];
  for (const [index, each] of listed.entries()) {
    const parsed = parseInput(each);
    if (!parsed.ok) {
      const problems = parsed.problems.map(({ path, problem }) => ({
        path: ["inputs", index, ...path],
        problem,
      }));
      return { ok: false, problems };
    }
    inputs.push(parsed.value);
  }
  return { ok: true, value: inputs };
}

function placeIn(value: unknown, length: number): number | null {
  const place = value ?? length;
  return Number.isInteger(place) && Number(place) >= 0 && Number(place) <= length
    ? Number(place)
    : null;
}

/** Reads a script from unknown data, such as a file. */
export function readScript(value: unknown): Read<Shared> {
  if (!isObject(value)) return wrong([], "not-an-object");
  if (value["interorg"] !== "script") return wrong(["interorg"], "not-a-choice");
  if (value["v"] !== 1) return wrong(["v"], "unknown-version");
  const policy = parsePolicy(value["policy"] ?? {});
  if (!policy.ok) {
    const problems = policy.problems.map(({ path, problem }) => ({
      path: ["policy", ...path],
      problem,
    }));
    return { ok: false, problems };
  }
  const inputs = readInputs(value["inputs"]);
  if (!inputs.ok) return inputs;
  const setup = placeIn(value["setup"] ?? 0, inputs.value.length);
  if (setup === null) return wrong(["setup"], "out-of-range");
  const at = placeIn(value["at"], inputs.value.length);
  if (at === null) return wrong(["at"], "out-of-range");
  const session = { world: null, policy: policy.value, inputs: inputs.value, setup };
  return { ok: true, value: { session, at } };
}

/** Reads a script from text, such as what was pasted. */
export function readText(text: string): Read<Shared> {
  if (text.length > JSON_MAX) return wrong([], "too-large");
  try {
    return readScript(JSON.parse(text));
  } catch {
    return wrong([], "not-json");
  }
}

/** Reads what stands after the `#`; `null` if nothing does. */
export async function readFragment(hash: string): Promise<Read<Shared> | null> {
  const text = hash.replace(/^#/u, "");
  // The link that leads past the header is no script.
  if (text === "" || text === "stage") return null;
  if (text.length > FRAGMENT_MAX) return wrong([], "too-large");
  const fragment = new URLSearchParams(text);
  if (fragment.has("world")) return readWorldName(fragment);
  const script = fragment.get("script");
  if (script === null) return wrong([], "unknown-field");
  const bytes = fromBase64Url(script);
  if (bytes === null) return wrong(["script"], "not-base64url");
  const unpacked = await through(bytes, new DecompressionStream("deflate-raw"));
  if (unpacked === null) return wrong(["script"], "not-compressed");
  return readText(new TextDecoder().decode(unpacked));
}
