/** What a store throws for a cursor that it never gave out. */
export class InvalidCursor extends RangeError {
  override readonly name = "InvalidCursor";
  readonly code = "INVALID_CURSOR";

  constructor() {
    super("not a cursor of this store: go on from a page's `next`, or leave `after` out");
  }
}
