type Both<Tables> = (Tables extends unknown ? (table: Tables) => void : never) extends (
  both: infer All,
) => void
  ? All
  : never;

/**
 * One table of several with different keys. Called as pure (`@__PURE__`) at the top of a module, it
 * stands where a spread would: bundlers drop the call, and every function named in it, for those who do
 * not use the table; a spread they keep, because it might run somebody's getter.
 */
export function merged<const Tables extends readonly object[]>(
  ...tables: Tables
): Both<Tables[number]> {
  return Object.assign({}, ...tables);
}

/**
 * What an object names, in a Map: engines search an object of so many properties one by one. Called as
 * pure at the top of a module, like {@link merged}.
 */
export function byName<Value>(table: Readonly<Record<string, Value>>): Map<string, Value> {
  return new Map(Object.entries(table));
}
