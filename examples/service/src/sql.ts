/** The SQL of the service's own tables, in PostgreSQL and in SQLite. */
import type { SqlDatabase, SqlRunner } from "interorg/postgres";

/** What the two write differently. Parameters are `$1` … in both, each of them a text or null. */
export interface Dialect {
  /** A table, and an index, of the service beside the rules' tables of a schema. */
  readonly table: (schema: string, name: string) => string;
  readonly index: (schema: string, name: string) => string;
  /** The type of a text that is ordered by its bytes, of a moment, of JSON. */
  readonly types: { readonly text: string; readonly moment: string; readonly json: string };
  readonly now: string;
  /** So many milliseconds from now. */
  readonly later: (milliseconds: string) => string;
  /** A parameter as JSON. */
  readonly json: (parameter: string) => string;
  /** A list of JSON as rows of `each.value`. */
  readonly elements: (list: string) => string;
  /** A list of texts as a query of one column. */
  readonly texts: (parameter: string) => string;
  /** What comes before tables are made: instances that start at once take turns. */
  readonly making: (schema: string) => readonly string[];
}

/** A database with its way of writing. */
export interface Sql extends SqlDatabase {
  readonly dialect: Dialect;
}

/** Statements alone, as in a transaction. */
export interface Statements extends SqlRunner {
  readonly dialect: Dialect;
}

export const postgresDialect: Dialect = {
  table: (schema, name) => `"${schema}_service".${name}`,
  index: (_, name) => name,
  types: { text: 'text collate "C"', moment: "timestamptz", json: "jsonb" },
  now: "now()",
  later: (milliseconds) => `now() + cast(${milliseconds} as int) * interval '1 ms'`,
  json: (parameter) => `cast(${parameter} as jsonb)`,
  elements: (list) => `jsonb_array_elements(${list}) as each(value)`,
  texts: (parameter) => `select jsonb_array_elements_text(cast(${parameter} as jsonb))`,
  making: (schema) => [
    // The rules' own tables are there by now.
    `lock table "${schema}".lanes in share row exclusive mode`,
    `create schema if not exists "${schema}_service"`,
  ],
};

const now = "cast(unixepoch('subsec') * 1000 as integer)";

export const sqliteDialect: Dialect = {
  table: (schema, name) => `"${schema}_service_${name}"`,
  index: (schema, name) => `"${schema}_service_${name}"`,
  types: { text: "text", moment: "integer", json: "text" },
  now,
  later: (milliseconds) => `${now} + cast(${milliseconds} as integer)`,
  json: (parameter) => parameter,
  elements: (list) => `json_each(${list}) as each`,
  texts: (parameter) => `select value from json_each(${parameter})`,
  making: () => [],
};
