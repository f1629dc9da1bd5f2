/**
 * What a store throws where its database fails: it cannot be reached, it does not answer in time, it
 * is shutting down. The same call may be made again, by whoever sent the input: `stored` says whether
 * it may have taken effect meanwhile, which is found out by sending the same input.
 */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly code = "STORE_UNAVAILABLE";
  /** `no`: nothing has happened; `perhaps`: a commit was sent, and what became of it is not known. */
  readonly stored: "no" | "perhaps";

  /** The cause is what the database's client threw. */
  constructor(stored: "no" | "perhaps", cause: unknown) {
    super(`the store's database failed; stored: ${stored}`, { cause });
    this.stored = stored;
  }
}
