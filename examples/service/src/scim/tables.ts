/** The tables of resources as provisioning services see them: the rules know nothing of user names. */
import type { Sql } from "../sql.ts";

/** The names of the tables, quoted; the schema is a plain lower-case name. */
export function scimTables({ dialect }: Pick<Sql, "dialect">, schema: string) {
  return {
    resources: dialect.table(schema, "scim_resources"),
    members: dialect.table(schema, "scim_members"),
    arrivals: dialect.table(schema, "scim_arrivals"),
  };
}

/** Makes the tables that are missing. */
export async function createScimTables(sql: Sql, schema: string): Promise<void> {
  const { resources, members, arrivals } = scimTables(sql, schema);
  const { types, making } = sql.dialect;
  const { text, json } = types;
  const index = (name: string): string => sql.dialect.index(schema, name);
  const statements = [
    ...making(schema),
    `create table if not exists ${resources} (
      organization ${text}, type text, id ${text},
      version bigint not null, created bigint not null, changed bigint not null,
      user_name text, resource ${json} not null,
      primary key (organization, type, id))`,
    `create index if not exists ${index("scim_changes")} on ${resources} (organization, changed)`,
    `create unique index if not exists ${index("scim_user_names")}
      on ${resources} (organization, user_name)`,
    `create index if not exists ${index("scim_external_ids")}
      on ${resources} (organization, type, (resource->>'externalId'))`,
    `create index if not exists ${index("scim_display_names")}
      on ${resources} (organization, type, lower(resource->>'displayName'))`,
    `create table if not exists ${members} (
      organization ${text}, "group" ${text}, member ${text}, kind text,
      primary key (organization, "group", member))`,
    `create index if not exists ${index("scim_memberships")} on ${members} (organization, member)`,
    `create table if not exists ${arrivals} (
      organization ${text}, operation text, id text not null, at bigint not null,
      primary key (organization, operation))`,
  ];
  await sql.transaction(async (client) => {
    for (const statement of statements) await client.query(statement, []);
  });
}
