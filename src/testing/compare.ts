/** Compares plain data, whatever the order of properties, and says where it differs. */

/** A place where two values differ. */
interface Difference {
  readonly path: readonly (string | number)[];
  readonly left: unknown;
  readonly right: unknown;
}

function children(value: object): readonly string[] {
  return Object.keys(value).filter(
    (name) => (value as Record<string, unknown>)[name] !== undefined,
  );
}

/** The first place where two plain values differ, or `null` if they say the same. */
function firstDifference(left: unknown, right: unknown): Difference | null {
  if (Object.is(left, right)) return null;
  const comparable =
    typeof left === "object" &&
    typeof right === "object" &&
    left !== null &&
    right !== null &&
    Array.isArray(left) === Array.isArray(right);
  if (!comparable) return { path: [], left, right };
  const names = children(left);
  const others = children(right);
  for (const name of names.length >= others.length ? names : others) {
    const one = Object.hasOwn(left, name) ? (left as Record<string, unknown>)[name] : undefined;
    const other = Object.hasOwn(right, name) ? (right as Record<string, unknown>)[name] : undefined;
    const found = firstDifference(one, other);
    if (found === null) continue;
    const step = Array.isArray(left) ? Number(name) : name;
    return { path: [step, ...found.path], left: found.left, right: found.right };
  }
  return null;
}

/** Lists as sets: each item written out, sorted. */
export function asSet(items: readonly unknown[]): string[] {
  return items.map((item) => canonicalText(item)).sort();
}

/** A text that is equal for values that say the same, whatever the order of their properties. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "undefined";
  const fields = [...children(value)]
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalText((value as never)[name])}`);
  return `{${fields.join(",")}}`;
}

const shown = (value: unknown): string => {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
};

/** Throws an error that says where two values differ, if they do. */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  const found = firstDifference(actual, expected);
  if (found === null) return;
  const place = found.path.length === 0 ? "" : ` at ${found.path.join(".")}`;
  throw new Error(
    `${what} differ${place}\n  expected: ${shown(found.right)}\n  actual:   ${shown(found.left)}`,
  );
}

function linesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map((each) => JSON.stringify(each)) : [JSON.stringify(value)];
}

/**
 * Throws an error that shows two values, line by line, if they differ: what was expected and did not
 * come after a minus, what came and was not expected after a plus.
 */
export function expectLike(actual: unknown, expected: unknown, what: string): void {
  if (canonicalText(actual) === canonicalText(expected)) return;
  const [came, wanted] = [linesOf(actual), linesOf(expected)];
  const lines = Array.from({ length: Math.max(came.length, wanted.length) }, (_, index) => {
    const [one, other] = [wanted[index], came[index]];
    if (one === other) return `    ${one}`;
    return [one === undefined ? [] : [`  - ${one}`], other === undefined ? [] : [`  + ${other}`]]
      .flat()
      .join("\n");
  });
  throw new Error(`${what} differs (- expected, + actual)\n${lines.join("\n")}`);
}

/** Throws an error if something does not hold. */
export function expectTrue(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
