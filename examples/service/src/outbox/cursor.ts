/** How far a consumer has come, kept in the database, and held by one instance at a time. */
import type { Statements } from "../sql.ts";
import { outboxTables } from "./tables.ts";

/** A place in a tail that outlives the process. */
export interface Cursor {
  /**
   * Takes it, or keeps hold of it, for one lease. `undefined` is the beginning of the tail, `null`
   * says that another instance has it.
   */
  readonly claim: () => Promise<string | undefined | null>;
  /** Moves it on; false if the lease has passed to another instance meanwhile. */
  readonly save: (next: string) => Promise<boolean>;
  /** Lets go, so that another instance need not wait for the lease to end. */
  readonly release: () => Promise<void>;
}

/**
 * A cursor in a table. The lease keeps instances from doing the work twice; it is no lock: one that
 * stood still for longer delivers again what another has delivered, which at-least-once allows.
 *
 * @param lease milliseconds
 */
export function tableCursor(
  sql: Statements,
  schema: string,
  owner: string,
  lease: number,
  name = "notices",
): Cursor {
  const { cursors } = outboxTables(sql, schema);
  const { later, now } = sql.dialect;
  return {
    claim: async () => {
      const { rows } = await sql.query(
        `insert into ${cursors} as c (name, owner, until)
          values ($1, $2, ${later("$3")})
          on conflict (name) do update set owner = excluded.owner, until = excluded.until
            where c.owner = excluded.owner or c.until < ${now}
          returning cursor`,
        [name, owner, String(lease)],
      );
      const [row] = rows;
      if (row === undefined) return null;
      return (row["cursor"] as string | null) ?? undefined;
    },
    save: async (next) => {
      const { rows } = await sql.query(
        `update ${cursors} set cursor = $3 where name = $1 and owner = $2 returning name`,
        [name, owner, next],
      );
      return rows.length > 0;
    },
    release: async () => {
      await sql.query(`update ${cursors} set until = ${now} where name = $1 and owner = $2`, [
        name,
        owner,
      ]);
    },
  };
}
