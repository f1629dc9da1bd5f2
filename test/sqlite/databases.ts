/** Databases to test against: libsql always, the SQLite of Node where this Node has it. */
import Database from "libsql";
import { type ConnectionLike, fromConnection, sqliteStore } from "../../src/sqlite/index.ts";
import type { StoreSource } from "../host/store-suite.ts";

/** A way to connections, in memory where no file is named, and to empty stores. */
export interface Source extends StoreSource {
  readonly name: string;
  readonly connect: (file?: string) => ConnectionLike;
}

function through(name: string, connect: (file?: string) => ConnectionLike): Source {
  return {
    name,
    connect,
    fresh: async () => {
      const store = sqliteStore(fromConnection(connect()));
      await store.migrate();
      return store;
    },
  };
}

/** The module is there from Node 22.13 on; the types are those of an older one. */
const ofNode = (await import("node:sqlite" as string).catch(() => null)) as {
  readonly DatabaseSync: new (file: string) => ConnectionLike;
} | null;

const MEMORY = ":memory:";

const libsql = through("libsql", (file = MEMORY) => new Database(file));

/** All of them. */
export const SOURCES: readonly Source[] =
  ofNode === null
    ? [libsql]
    : [libsql, through("node:sqlite", (file = MEMORY) => new ofNode.DatabaseSync(file))];
