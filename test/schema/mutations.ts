// Ways to spoil a sound value, each with the place where the spoiling must be noticed.

export type Path = readonly (string | number)[];

export interface Mutation {
  readonly title: string;
  readonly value: unknown;
  readonly path: Path;
}

type Any = { readonly [name: string]: unknown } | readonly unknown[];

const isNode = (value: unknown): value is Any => typeof value === "object" && value !== null;

/** A copy with what stands at a path replaced, or taken away if `make` gives `undefined`. */
export function changed(value: unknown, path: Path, make: (old: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return make(value);
  if (Array.isArray(value)) {
    return value.map((item, i) => (i === first ? changed(item, rest, make) : item));
  }
  const old = (value as { readonly [name: string]: unknown })[first];
  const next = changed(old, rest, make);
  const others = Object.entries(value as object).filter(([name]) => name !== first);
  return Object.fromEntries(next === undefined ? others : [...others, [first, next]]);
}

/** The paths of everything in a value, itself included. */
export function paths(value: unknown, path: Path = []): readonly Path[] {
  if (!isNode(value)) return [path];
  const inner = Object.entries(value).flatMap(([name, item]) =>
    paths(item, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [path, ...inner];
}

/** What stands at a path. */
export const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((node, name) => (node as { [name: string]: unknown })?.[name], value);

/** Every field taken away in turn. */
export const withoutFields = (value: object): readonly Mutation[] =>
  paths(value)
    .filter((path) => typeof path.at(-1) === "string")
    .map((path) => ({
      title: `without ${path.join(".")}`,
      value: changed(value, path, () => undefined),
      path,
    }));

/** A strange field in every object. */
export const withStrangeFields = (value: object): readonly Mutation[] =>
  paths(value)
    .filter((path) => isNode(at(value, path)) && !Array.isArray(at(value, path)))
    .map((path) => ({
      title: `strange field in ${path.join(".")}`,
      value: changed(value, path, (old) => ({ ...(old as object), strange: 1 })),
      path: [...path, "strange"],
    }));

const wrongFor = (value: unknown): readonly unknown[] => {
  if (typeof value === "string") return [5, true, {}, [value], ""];
  if (typeof value === "number") return ["5", true, {}, [value], -1, 1.5, 2 ** 53];
  if (typeof value === "boolean") return ["true", 0, {}, [value]];
  if (Array.isArray(value)) return ["x", 5, true, {}, { 0: value[0] }];
  // What may be null may be a string or a count otherwise.
  return value === null ? [1.5, true, {}, []] : ["x", 5, true, []];
};

/** Everything replaced by things of other types, or out of any range. */
export const withWrongTypes = (value: object): readonly Mutation[] =>
  paths(value).flatMap((path) =>
    wrongFor(at(value, path)).map((wrong) => ({
      title: `${JSON.stringify(wrong)} for ${path.join(".")}`,
      value: changed(value, path, () => wrong),
      path,
    })),
  );
