/** A store in SQLite, over any client. */
export {
  type ConnectionLike,
  type D1Like,
  type DurableStorageLike,
  fromConnection,
  fromD1,
  fromDurableObject,
  fromLibsqlClient,
  type LibsqlClientLike,
  type LibsqlResults,
  type LibsqlStatement,
  type SqliteClient,
  type SqliteRow,
  type SqliteStatement,
  type SqliteSteps,
  type SqliteValue,
} from "./client.ts";
export { type SqliteStore, sqliteStore } from "./store.ts";
