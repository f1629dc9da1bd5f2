/** A store in PostgreSQL, over any client. */
export {
  fromPglite,
  fromPool,
  type PgliteLike,
  type PoolClientLike,
  type PoolLike,
  type QueryLike,
  type SqlDatabase,
  type SqlLimits,
  type SqlRunner,
} from "./client.ts";
export { type PostgresStore, type PostgresStoreOptions, postgresStore } from "./store.ts";
