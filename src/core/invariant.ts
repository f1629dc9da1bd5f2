/** Thrown when the library finds its own state impossible: a programmer's or a store's error. */
export class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";
}

/** The only throw in the library: something that cannot be, is. */
export function broken(what: string): never {
  throw new BrokenInvariant(what);
}
