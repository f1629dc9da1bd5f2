/** The tables of resources as provisioning services see them: the rules know nothing of user names. */
import type { SqlDatabase } from "interorg/postgres";

/** The names of the tables, quoted; the schema is a plain lower-case name. */
export function scimTables(schema: string) {
  const own = `"${schema}_service"`;
  return {
    resources: `${own}.scim_resources`,
    members: `${own}.scim_members`,
    arrivals: `${own}.scim_arrivals`,
  };
}

/** Makes the tables that are missing. */
export async function createScimTables(sql: SqlDatabase, schema: string): Promise<void> {
  const { resources, members, arrivals } = scimTables(schema);
  const statements = [
    `create schema if not exists "${schema}_service"`,
    `create table if not exists ${resources} (
      organization text collate "C", type text, id text collate "C",
      version bigint not null, created bigint not null, changed bigint not null,
      user_name text, resource jsonb not null,
      primary key (organization, type, id))`,
    `create index if not exists scim_changes on ${resources} (organization, changed)`,
    `create unique index if not exists scim_user_names on ${resources} (organization, user_name)`,
    `create index if not exists scim_external_ids
      on ${resources} (organization, type, (resource->>'externalId'))`,
    `create index if not exists scim_display_names
      on ${resources} (organization, type, lower(resource->>'displayName'))`,
    `create table if not exists ${members} (
      organization text collate "C", "group" text collate "C", member text collate "C", kind text,
      primary key (organization, "group", member))`,
    `create index if not exists scim_memberships on ${members} (organization, member)`,
    `create table if not exists ${arrivals} (
      organization text collate "C", operation text, id text not null, at bigint not null,
      primary key (organization, operation))`,
  ];
  // Instances that start at once take turns, as they do for the other tables.
  await sql.transaction(async (client) => {
    await client.query(`lock table "${schema}".lanes in share row exclusive mode`, []);
    for (const statement of statements) await client.query(statement, []);
  });
}
