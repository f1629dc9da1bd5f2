/** Resources in their table, each in its organization and nowhere else. */
import { randomUUID } from "node:crypto";
import type { ScimGroup, ScimMember, ScimUser } from "interorg/connect/scim";
import type { SqlRunner } from "interorg/postgres";
import type { Sql } from "../sql.ts";
import type { Condition } from "./filter.ts";
import { scimTables } from "./tables.ts";

/** The two types of resources there are. */
export type ResourceType = "users" | "groups";

/** A resource with what is kept beside it; times in epoch milliseconds. */
export interface Kept {
  readonly type: ResourceType;
  readonly id: string;
  readonly version: number;
  readonly created: number;
  readonly changed: number;
  readonly resource: ScimUser | ScimGroup;
}

/** When an operation arrived first, and the id of what it creates. */
export interface Arrival {
  readonly at: number;
  readonly id: string;
}

/** A group of which somebody is a member. */
export interface Membership {
  readonly member: string;
  readonly id: string;
  readonly displayName: string;
}

/** A page of resources, and how many there are in all. */
export interface Found {
  readonly total: number;
  readonly items: readonly Kept[];
}

/** Milliseconds after which an operation that was never finished counts as another one. */
const ARRIVAL_KEPT = 3_600_000;

type Row = Readonly<Record<string, unknown>>;

/** SQLite gives JSON as its text. */
const fromJson = (value: unknown): unknown =>
  typeof value === "string" ? JSON.parse(value) : value;

const kept = (row: Row): Kept => ({
  type: row["type"] as ResourceType,
  id: row["id"] as string,
  version: Number(row["version"]),
  created: Number(row["created"]),
  changed: Number(row["changed"]),
  resource: fromJson(row["resource"]) as Kept["resource"],
});

/** The resources of one organization. */
export interface Resources {
  readonly find: (type: ResourceType, ids: readonly string[]) => Promise<readonly Kept[]>;
  readonly list: (
    type: ResourceType,
    conditions: readonly Condition[],
    page: { readonly skip: number; readonly count: number },
  ) => Promise<Found>;
  readonly members: (group: string) => Promise<readonly ScimMember[]>;
  readonly membershipsOf: (members: readonly string[]) => Promise<readonly Membership[]>;
  /** Whether another user has this name already; names are the same in any letter case. */
  readonly isNameTaken: (userName: string, by: string | null) => Promise<boolean>;
  /** When anything of the organization changed last; 0 if nothing ever did. */
  readonly latest: () => Promise<number>;
  /** The first arrival of an operation that is not finished, which this one repeats. */
  readonly arrive: (operation: string, now: number) => Promise<Arrival>;
  /** Keeps, or with `null` drops, a resource as an operation left it; false if another one was faster. */
  readonly keep: (change: Change) => Promise<boolean>;
}

/** What an operation leaves. */
export interface Change {
  readonly operation: string;
  readonly type: ResourceType;
  readonly id: string;
  /** What was read before; `null` for what is new. */
  readonly before: Kept | null;
  readonly after: ScimUser | ScimGroup | null;
  readonly at: number;
}

const nameOf = (resource: object | null): string | null =>
  resource !== null && "userName" in resource ? String(resource.userName).toLowerCase() : null;

/** The resources of an organization; every statement names it. */
export function resourcesOf(sql: Sql, schema: string, organization: string): Resources {
  const { resources, members, arrivals } = scimTables(sql, schema);
  const { json, elements, texts } = sql.dialect;

  const keepRow = async (client: SqlRunner, change: Change): Promise<boolean> => {
    const { type, id, before, after, at } = change;
    const where = `where organization = $1 and type = $2 and id = $3`;
    if (after === null) {
      const values = [organization, type, id, String(before?.version ?? 0)];
      const gone = await client.query(
        `delete from ${resources} ${where} and version = cast($4 as bigint) returning id`,
        values,
      );
      return gone.rows.length > 0;
    }
    const { members: _, ...rest } = after as ScimGroup;
    const values = [organization, type, id, String(at), nameOf(after), JSON.stringify(rest)];
    if (before === null) {
      const made = await client.query(
        `insert into ${resources}
            (organization, type, id, version, created, changed, user_name, resource)
          values ($1, $2, $3, 1, cast($4 as bigint), cast($4 as bigint), $5, ${json("$6")})
          on conflict do nothing returning id`,
        values,
      );
      return made.rows.length > 0;
    }
    const changed = await client.query(
      `update ${resources} set version = version + 1, changed = cast($4 as bigint), user_name = $5,
          resource = ${json("$6")} ${where} and version = cast($7 as bigint) returning id`,
      [...values, String(before.version)],
    );
    return changed.rows.length > 0;
  };

  const keepMembers = async (client: SqlRunner, { type, id, after }: Change): Promise<void> => {
    if (type === "users") {
      if (after !== null) return;
      const values = [organization, id];
      await client.query(`delete from ${members} where organization = $1 and member = $2`, values);
      return;
    }
    const now = JSON.stringify((after as ScimGroup | null)?.members ?? []);
    const values = [organization, id, now];
    await client.query(
      `delete from ${members} where organization = $1 and "group" = $2 and member not in
        (select each.value->>'value' from ${elements(json("$3"))})`,
      values,
    );
    await client.query(
      `insert into ${members} select $1, $2, each.value->>'value', each.value->>'type'
        from ${elements(json("$3"))} where true on conflict do nothing`,
      values,
    );
  };

  return {
    find: async (type, ids) => {
      const { rows } = await sql.query(
        `select * from ${resources} where organization = $1 and type = $2
          and id in (${texts("$3")})`,
        [organization, type, JSON.stringify(ids)],
      );
      return rows.map(kept);
    },
    list: async (type, conditions, { skip, count }) => {
      const values = [organization, type, ...conditions.map(({ value }) => value)];
      const filters = conditions.map(({ sql: text }, index) =>
        text(`$${index + 3}`, members, sql.dialect),
      );
      const where = ["organization = $1", "type = $2", ...filters].join(" and ");
      const all = await sql.query(
        `select count(*) as count from ${resources} r where ${where}`,
        values,
      );
      const { rows } = await sql.query(
        `select * from ${resources} r where ${where} order by created, id
          limit ${count} offset ${skip}`,
        values,
      );
      return { total: Number(all.rows[0]?.["count"] ?? 0), items: rows.map(kept) };
    },
    members: async (group) => {
      const { rows } = await sql.query(
        `select member, kind from ${members} where organization = $1 and "group" = $2 order by member`,
        [organization, group],
      );
      return rows.map(({ member, kind }) => ({
        value: member as string,
        ...(kind === null ? {} : { type: kind as "User" | "Group" }),
      }));
    },
    membershipsOf: async (ids) => {
      const { rows } = await sql.query(
        `select m.member, r.id, r.resource->>'displayName' as name from ${members} m
          join ${resources} r on r.organization = m.organization and r.type = 'groups' and r.id = m."group"
          where m.organization = $1 and m.member in (${texts("$2")})
          order by r.created, r.id`,
        [organization, JSON.stringify(ids)],
      );
      return rows.map(({ member, id, name }) => ({
        member: member as string,
        id: id as string,
        displayName: name as string,
      }));
    },
    isNameTaken: async (userName, by) => {
      const { rows } = await sql.query(
        `select id from ${resources} where organization = $1 and user_name = $2`,
        [organization, userName.toLowerCase()],
      );
      return rows.some(({ id }) => id !== by);
    },
    latest: async () => {
      const { rows } = await sql.query(
        `select coalesce(max(changed), 0) as latest from ${resources} where organization = $1`,
        [organization],
      );
      return Number(rows[0]?.["latest"]);
    },
    arrive: async (operation, now) => {
      const { rows } = await sql.query(
        `insert into ${arrivals} as a (organization, operation, id, at) values ($1, $2, $3, cast($4 as bigint))
          on conflict (organization, operation) do update
            set at = case when a.at < cast($5 as bigint) then excluded.at else a.at end,
              id = case when a.at < cast($5 as bigint) then excluded.id else a.id end
          returning id, at`,
        [organization, operation, randomUUID(), String(now), String(now - ARRIVAL_KEPT)],
      );
      const [row] = rows;
      return { id: row?.["id"] as string, at: Number(row?.["at"]) };
    },
    keep: (change) =>
      sql.transaction(async (client) => {
        const isKept = await keepRow(client, change);
        if (isKept) await keepMembers(client, change);
        await client.query(`delete from ${arrivals} where organization = $1 and operation = $2`, [
          organization,
          change.operation,
        ]);
        return isKept;
      }),
  };
}
