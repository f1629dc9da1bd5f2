/** The settings that name departments and people of an organization, whoever made them. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { OrganizationFacts, ReferenceFacts } from "../reference/facts-model.ts";
import type { AudienceFacts } from "../reference/facts-model-areas.ts";
import type { Source } from "./source.ts";

/** A setting that names something: where it stands, what it names, what it says. */
type Setting = readonly [
  where: string,
  kind: "department" | "person",
  id: DepartmentId | PersonId,
  ...rest: readonly unknown[],
];

function ofAudience(where: string, audience: AudienceFacts | null, own: OrganizationId): Setting[] {
  const theirs = <Id>(items: readonly (readonly [OrganizationId, Id])[]) =>
    items.filter(([organization]) => organization === own).map(([, id]) => id);
  return [
    ...theirs(audience?.departments ?? []).map((id) => [where, "department", id] as const),
    ...theirs(audience?.people ?? []).map((id) => [where, "person", id] as const),
  ];
}

/** What Links say of an organization's departments and people, and Trunks of their own departments. */
function ofLinks({ hierarchies }: ReferenceFacts, own: OrganizationId): Setting[] {
  const { links = [], liaisons = [], distributed = [] } = hierarchies ?? {};
  const scopes = links
    .filter(({ organization }) => organization === own)
    .flatMap(({ trunk, rules }) =>
      rules.map(([kind, id, rule]) => [`link to ${trunk}`, kind, id as never, rule] as const),
    );
  const ofTrunk = links
    .filter(({ trunk }) => trunk === own)
    .flatMap(({ organization, mount, hiddenExcept, ownOnlyExcept }) => [
      ...(mount === null ? [] : [[`mount of ${organization}`, "department", mount] as const]),
      ...hiddenExcept.departments.map(
        (id) => [`who sees ${organization}`, "department", id] as const,
      ),
      ...ownOnlyExcept.departments.map(
        (id) => [`whom ${organization} sees`, "department", id] as const,
      ),
    ]);
  // Of its own holders one who is placed elsewhere may be in the book no more.
  const offices = liaisons.flatMap(({ trunk, role, offices: all }) =>
    all.flatMap(({ organization, department, holders }): Setting[] => {
      const others = holders.filter(([home]) => home !== own);
      if (organization !== own || department === null || others.length === 0) return [];
      return [[`office ${role} of ${trunk}`, "department", department, others]];
    }),
  );
  const lists = distributed.flatMap(({ trunk, app, list }): Setting[] => {
    const where = `app ${app} through ${trunk}`;
    const departments = (list?.departments ?? []).filter(([home]) => home === own);
    const mounts = trunk === own ? (list?.mounts ?? []) : [];
    return [
      ...departments.map(([, id]) => [where, "department", id] as const),
      ...mounts.map(({ department, alone }) => [where, "department", department, alone] as const),
    ];
  });
  return [...scopes, ...ofTrunk, ...offices, ...lists];
}

/** What Spaces say of whom a Member sees, and of who sees it, by departments. */
const ofSight = ({ spaces }: ReferenceFacts, own: OrganizationId): Setting[] =>
  spaces.flatMap(({ space, associations }) =>
    associations.flatMap(({ organization, visibility, hiding }) => {
      const seen = visibility.kind === "listed" ? (visibility.departments ?? []) : [];
      return [...seen, ...(hiding?.except.departments ?? [])]
        .filter((each) => each.organization === own)
        .map(({ department }): Setting => {
          return [`sight of ${organization} in ${space}`, "department", department];
        });
    }),
  );

function everywhere(facts: ReferenceFacts, own: OrganizationId) {
  const { spaces, pools, publications, hierarchies } = facts;
  const scopes = spaces.flatMap(({ space, associations }) =>
    associations
      .filter(({ organization }) => organization === own)
      .flatMap(({ rules }) =>
        rules.map(([kind, id, rule]) => [`scope ${space}`, kind, id as never, rule] as const),
      ),
  );
  const automatic = pools.flatMap(({ host, units }) =>
    units.flatMap((unit) =>
      unit.automatic
        .filter(({ organization }) => organization === own)
        .flatMap(({ departments }) =>
          departments.map((id) => [`unit ${host}`, "department", id, unit.unit] as const),
        ),
    ),
  );
  const seats = (hierarchies?.seats ?? []).flatMap(({ trunk, automatic: chosen }) =>
    chosen
      .filter(({ organization }) => organization === own)
      .flatMap(({ departments }) =>
        departments.map((id) => [`seats ${trunk}`, "department", id] as const),
      ),
  );
  const lists = publications.flatMap(({ space, app, authorized, permissions }) => [
    ...ofAudience(`app ${app} in ${space}`, authorized, own),
    ...permissions.flatMap((each, place) =>
      ofAudience(`permission ${place} of ${app} in ${space}`, each.for, own),
    ),
  ]);
  return [
    ...[...scopes, ...automatic, ...seats, ...lists],
    ...ofLinks(facts, own),
    ...ofSight(facts, own),
  ];
}

function inDirectory({ people, admins }: OrganizationFacts): Setting[] {
  return [
    ...admins.map((each) => ["admin", "person", each.person, each] as const),
    ...people.flatMap(({ person, roles, successor, manager }) => [
      ["roles", "person", person, roles] as const,
      ...(successor === null ? [] : [["successor", "person", person, successor] as const]),
      ...(manager === undefined ? [] : [["manager", "person", person, manager] as const]),
    ]),
    ...people.flatMap(({ person, heads }) =>
      heads.flatMap((id) => [["head", "person", person, id] as const]),
    ),
  ];
}

/**
 * The settings, sorted, that name what an organization had and its source still has; and whatever else
 * they name is there as well.
 */
export function settingsOf(
  facts: ReferenceFacts,
  own: OrganizationId,
  before: OrganizationFacts,
  source: Source,
): string[] {
  const departments = new Set(source.departments.map(({ department }) => department as string));
  const people = new Set(source.people.map(({ person }) => person as string));
  const had = {
    department: new Set(before.departments.map((each) => each.department as string)),
    person: new Set(before.people.map((each) => each.person as string)),
  };
  const has = { department: departments, person: people };
  const stands = (kind: "department" | "person", id: string) =>
    had[kind].has(id) && has[kind].has(id);
  const home = facts.organizations.find(({ organization }) => organization === own);
  const all: readonly Setting[] = [
    ...(everywhere(facts, own) as readonly Setting[]),
    ...(home === undefined ? [] : inDirectory(home)),
  ];
  return all
    .filter(([where, kind, id, what]) => {
      if (!stands(kind, id)) return false;
      if (where === "head") return stands("department", what as string);
      return where === "successor" || where === "manager" ? stands("person", what as string) : true;
    })
    .map((setting) => JSON.stringify(setting))
    .sort();
}
