/** A store in PostgreSQL, over any client. */
export {
  fromPglite,
  fromPool,
  type PgliteLike,
  type PoolLike,
  type SqlDatabase,
  type SqlRunner,
} from "./client.ts";
export { type PostgresStore, type PostgresStoreOptions, postgresStore } from "./store.ts";
