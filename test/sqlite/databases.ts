/**
 * Databases to test against: libsql and its asynchronous client always, the SQLite of Node where this Node
 * has it, better-sqlite3 where it is installed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import Database from "libsql";
import {
  type ConnectionLike,
  fromConnection,
  fromLibsqlClient,
  type SqliteClient,
  type SqliteStore,
  sqliteStore,
} from "../../src/sqlite/index.ts";
import type { StoreSource } from "../host/store-suite.ts";

/** A way to empty stores. */
export interface Source extends StoreSource {
  readonly name: string;
}

/** One over synchronous connections, in memory where no file is named. */
export interface ConnectionSource extends Source {
  readonly connect: (file?: string) => ConnectionLike;
}

async function made(client: SqliteClient): Promise<SqliteStore> {
  const store = sqliteStore(client);
  await store.migrate();
  return store;
}

type Opener = new (file: string) => ConnectionLike;

function through(name: string, Opened: Opener | undefined): readonly ConnectionSource[] {
  if (Opened === undefined) return [];
  const connect = (file = ":memory:"): ConnectionLike => new Opened(file);
  return [{ name, connect, fresh: () => made(fromConnection(connect())) }];
}

/** A module that is not everywhere. */
async function maybe(name: string): Promise<Record<string, Opener | undefined>> {
  return import(name).catch(() => ({}));
}

/** Those with connections. */
export const CONNECTIONS: readonly ConnectionSource[] = [
  ...through("libsql", Database),
  ...through("node:sqlite", (await maybe("node:sqlite"))["DatabaseSync"]),
  ...through("better-sqlite3", (await maybe("better-sqlite3"))["default"]),
];

/** `@libsql/client` over files, each gone with the test file. */
function libsqlClients(): Source {
  let folder: string | undefined;
  let files = 0;
  return {
    name: "@libsql/client",
    fresh: async () => {
      folder ??= mkdtempSync(join(tmpdir(), "interorg-libsql-"));
      files += 1;
      return made(fromLibsqlClient(createClient({ url: `file:${folder}/${files}.db` })));
    },
    close: async () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All of them. */
export const SOURCES: readonly Source[] = [...CONNECTIONS, libsqlClients()];
