/** Spaces as they are drawn, from their records. */
import type { Identity } from "interorg";
import type { Member, Space } from "./reading.ts";
import { pairsOf, type Rows } from "./rows.ts";

function membersOf(rows: Rows, space: string): Member[] {
  return rows
    .of("association", space)
    .map(({ own: organization, record }) => ({
      organization,
      host: record.order === 0,
      order: record.order,
      present: record.present,
      waiting: record.waiting,
      types: record.types,
      level: record.level,
      folder: record.folder,
      visibility: record.visibility.kind,
    }))
    .sort((left, right) => left.order - right.order);
}

/** By organization in order of Association, then in the order of hires. */
function rosterOf(rows: Rows, space: string, members: readonly Member[]): Identity[] {
  const place = new Map(members.map(({ organization }, index) => [organization, index]));
  return rows
    .of("roster", space)
    .flatMap(({ record }) => pairsOf(record))
    .flatMap(([person, through]) =>
      through.map(([organization, ordinal]) => ({ organization, person, ordinal })),
    )
    .sort(
      (left, right) =>
        (place.get(left.organization) ?? 0) - (place.get(right.organization) ?? 0) ||
        left.ordinal - right.ordinal,
    )
    .map(({ organization, person }) => ({ organization, person }));
}

function waitingOf(rows: Rows, space: string): Identity[] {
  return rows
    .of("waiting", space)
    .flatMap(({ record }) => record.entries)
    .sort(([left], [right]) => left - right)
    .map(([, organization, person]) => ({ organization, person }));
}

function groupsOf(rows: Rows, space: string): Space["groups"] {
  return rows
    .all("group")
    .filter(({ record }) => "space" in record && record.space === space)
    .map(({ owner: group, record: { name } }) => ({
      group,
      name,
      people: rows
        .of("participants", group)
        .flatMap(({ record }) => pairsOf(record))
        .flatMap(([person, through]) =>
          through.map(([organization, entry]) => ({ organization, person, entry })),
        )
        .sort((left, right) => left.entry - right.entry)
        .map(({ organization, person }) => ({ organization, person })),
    }));
}

/** Live Spaces. */
export function spacesOf(rows: Rows): Space[] {
  return rows
    .all("space")
    .filter(({ record }) => !record.dissolved)
    .map(({ owner: space, record }) => {
      const members = membersOf(rows, space);
      return {
        space,
        record,
        members,
        roster: rosterOf(rows, space, members),
        waiting: waitingOf(rows, space),
        applications: rows
          .all("application")
          .filter(({ record }) => "space" in record && record.space === space)
          .filter((row) => row.record.status === "pending")
          .sort((left, right) => left.record.ticket - right.record.ticket)
          .map((row) => ({ application: row.owner, organization: row.record.organization })),
        invitations: rows
          .all("invitation")
          .filter(({ record }) => "space" in record && record.space === space && record.open)
          .map(({ owner }) => owner),
        folders: rows
          .of("folders", space)
          .flatMap((row) => row.record.entries)
          .map(({ folder, name }) => ({ folder, name })),
        groups: groupsOf(rows, space),
        apps: rows
          .all("app")
          .filter((row) => row.record.published.includes(space as never))
          .map(({ owner }) => owner),
      };
    });
}
