/** The schemas of everything with a type, found by the type's name and made on first use. */
import { broken } from "../core/invariant.ts";
import type { Command, Event, Fact, StoredRecord } from "../engine/types.ts";
import type { Query } from "../queries/model.ts";
import { command, fact } from "./actors.ts";
import { appsCommands } from "./apps.ts";
import { directoryCommands, directoryFacts, directoryReplaced } from "./directory.ts";
import { event, eventData } from "./events.ts";
import { flowsCommands } from "./flows.ts";
import { groupsCommands } from "./groups.ts";
import { hierarchyCommands, hierarchyFacts, hierarchyReplaced } from "./hierarchy.ts";
import { industryFacts } from "./industry.ts";
import { licensesCommands, licensesFacts, licensesReplaced } from "./licenses.ts";
import type { Plain } from "./precheck.ts";
import type { Parsed } from "./problems.ts";
import { queryInputs } from "./queries.ts";
import { recordKinds } from "./records.ts";
import { rosterCommands, rosterReplaced } from "./roster.ts";
import { object, only, run, type Schema } from "./shape.ts";
import { spacesCommands, spacesReplaced } from "./spaces.ts";

/** Things told apart by a type's name. */
export interface Family<T> {
  readonly types: ReadonlySet<string>;
  /** The schema of one of these types. */
  readonly schemaOf: (type: string) => Schema<unknown>;
  /** Parses by the schema of one of these types. */
  readonly parse: (type: string, value: Plain) => Parsed<T>;
}

type Thunk = () => Schema<unknown>;

const thunksOf = (tables: readonly object[]): ReadonlyMap<string, Thunk> =>
  new Map(tables.flatMap((table) => Object.entries<Thunk>({ ...table })));

/**
 * Joins tables. Each table is checked against the vocabulary where it is written; looked up by a name
 * of which nothing is known, an entry is a schema of something in `T`.
 */
function family<T>(
  tables: readonly object[],
  wrap: (type: string, data: Schema<unknown>) => object,
): Family<T> {
  const thunks = thunksOf(tables);
  const made = new Map<string, Schema<unknown>>();
  const schemaOf = (type: string): Schema<unknown> => {
    const known = made.get(type);
    if (known !== undefined) return known;
    const thunk = thunks.get(type) ?? broken(`no schema of ${type}`);
    const schema = wrap(type, thunk()) as Schema<unknown>;
    made.set(type, schema);
    return schema;
  };
  return {
    types: new Set(thunks.keys()),
    schemaOf,
    parse: (type, value) => run(schemaOf(type), value) as Parsed<T>,
  };
}

/** A question of one type. */
const query = (type: string, data: Schema<unknown>): Schema<{ type: string; data: unknown }> =>
  object({ type: only(type), data });

/** What commands replace, by their types. */
const replaced = thunksOf([
  directoryReplaced,
  spacesReplaced,
  rosterReplaced,
  licensesReplaced,
  hierarchyReplaced,
]);

export const commands: Family<Command> = family(
  [
    directoryCommands,
    spacesCommands,
    rosterCommands,
    licensesCommands,
    groupsCommands,
    appsCommands,
    flowsCommands,
    hierarchyCommands,
  ],
  (type, data) => command(type, data, replaced.get(type)?.() ?? null),
);
export const facts: Family<Fact> = family(
  [directoryFacts, industryFacts, licensesFacts, hierarchyFacts],
  fact,
);
export const events: Family<Event> = family([eventData], event);
export const queries: Family<Query> = family([queryInputs], query);
export const records: Family<StoredRecord> = family([recordKinds], (_kind, data) => data);
