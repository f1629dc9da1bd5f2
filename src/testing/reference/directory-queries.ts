/** What an organization may ask about its own directory, as a sender or by its admins (DIR-20). */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { type Answering, inOrder } from "./answering.ts";
import { organizationAdmin } from "./authority.ts";
import { fieldsOf, sorted, sortedBy } from "./canonical.ts";
import { departmentsOf, findDepartment, upward } from "./departments.ts";
import { formerIdsOf } from "./former-ids.ts";
import { inertOf } from "./inert.ts";
import { keptCounts, keptOf } from "./kept.ts";
import { lastWord } from "./last-words.ts";
import { leavingBy, totals } from "./list-steps.ts";
import { isLive } from "./lists.ts";
import { colleague, latest, serving } from "./people.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { ofDepartment, ofPerson, vouches, vouching } from "./sources.ts";
import type { Employment, State, World } from "./state.ts";
import type { FullList } from "./state-lists.ts";
import type { Asker, DirectoryAsked } from "./vocabulary-queries.ts";

function askedBy(asked: Asker): OrganizationId {
  return "viewer" in asked ? asked.viewer.organization : asked.source.organization;
}

/** Nobody but its admins and whoever may send its facts learns anything. */
function ownCodes(world: World, asked: Asker): RefusalCode[] {
  const own = askedBy(asked);
  if ("viewer" in asked) return organizationAdmin(world, asked.viewer, own);
  return whichApply([["UNKNOWN_ORGANIZATION", !isLive(world.state, own)]]);
}

function isUnknown({ state }: World, asked: Asker, id: DepartmentId | null | undefined): boolean {
  return id != null && findDepartment(state, askedBy(asked), id) === undefined;
}

/** The latest word of each kind, and when the employment began and ended; what is not known is absent. */
function timesOf(state: State, employment: Employment) {
  const word = (kind: "hired" | "left" | "reinstated") => {
    const at = lastWord(state, kind, employment);
    return Number.isFinite(at) ? { [kind]: at } : {};
  };
  return {
    began: employment.began,
    ...(employment.ended === null ? {} : { ended: employment.ended }),
    ...word("hired"),
    ...word("left"),
    ...word("reinstated"),
  };
}

function revisionsOf({ revisions, placed }: Employment) {
  // What is said of an industry book is no value of the directory.
  const { staffOf: _, ...own } = revisions;
  const known = Object.entries(own).filter(([, revision]) => revision !== null);
  const placements = placed.map(({ department, revision }) => [department, revision]);
  return { ...Object.fromEntries(known), ...(placed.length === 0 ? {} : { placements }) };
}

/** What is kept of somebody who left, or still due to somebody who is back and waits. */
function keptShown({ state }: World, employment: Employment) {
  const kept = keptOf(state, employment);
  if (kept !== undefined) {
    const { until, departments, heads, roles, admin } = kept;
    return {
      until,
      taken: {
        departments: sorted(departments),
        heads: sorted(heads),
        roles: sorted(roles),
        admin,
      },
      counts: keptCounts(kept.took ?? kept),
    };
  }
  const due = state.due.filter(
    ({ organization, person, number }) =>
      organization === employment.organization &&
      person === employment.person &&
      number === employment.number,
  );
  const [first] = due;
  if (first === undefined) return null;
  return {
    until: first.until,
    counts: keptCounts({
      rules: [],
      linkRules: [],
      lists: [],
      distributionLists: [],
      places: [],
      groups: due.flatMap(({ took }) => took.groups),
      accounts: due.flatMap(({ took }) => took.accounts),
      tasks: due.flatMap(({ took }) => took.tasks),
      counterparts: due.flatMap(({ took }) => took.counterparts),
      standIns: [],
    }),
  };
}

/** Somebody registered with an employment, if in service under the one that was meant. */
function nameOfColleague(state: State, employment: Employment, value: "manager" | "successor") {
  return colleague(state, employment, employment[value])?.person ?? null;
}

const personAnswer: Answering<DirectoryAsked["directory.person"]> = {
  codes: (world, asked) =>
    whichApplyTo(ownCodes(world, asked), [
      ["UNKNOWN_PERSON", latest(world.state, askedBy(asked), asked.person) === undefined],
    ]),
  value: (world, asked) => {
    const { state } = world;
    const employment = latest(state, askedBy(asked), asked.person);
    if (employment === undefined) throw new Error("A question about nobody is refused first");
    const { inService, admin, standIn } = employment;
    const { organization, person } = employment;
    const formerIds = formerIdsOf(state, "person", organization, person)
      .map(({ former }) => former)
      .filter((each) => each !== person);
    const sources = inService ? vouching(state, ofPerson(employment)) : [];
    return {
      person: employment.person,
      number: employment.given,
      numberFrom: employment.sourced ? "source" : "library",
      inService,
      departments: inService ? sorted(employment.departments) : [],
      fields: fieldsOf(employment.fields),
      probation: employment.probation,
      admin,
      heads: sorted(employment.heads),
      roles: sorted(employment.roles),
      manager: nameOfColleague(state, employment, "manager"),
      successor: inService ? nameOfColleague(state, employment, "successor") : null,
      ...(employment.suspended
        ? { suspended: { standIn: colleague(state, employment, standIn)?.person ?? null } }
        : {}),
      ...(employment.reported ? { reported: true } : {}),
      ...(sources.length === 0 ? {} : { sources }),
      ...(formerIds.length === 0 ? {} : { formerIds }),
      times: timesOf(state, employment),
      revisions: revisionsOf(employment),
      kept: keptShown(world, employment),
    };
  },
};

const peopleAnswer: Answering<DirectoryAsked["directory.people"]> = {
  codes: (world, asked) =>
    whichApplyTo(ownCodes(world, asked), [
      ["UNKNOWN_DEPARTMENT", isUnknown(world, asked, asked.department)],
    ]),
  value: ({ state }, asked) => {
    const organization = askedBy(asked);
    const { department, below = false } = asked;
    const isIn = (id: DepartmentId) =>
      id === department ||
      (below && department !== undefined && upward(state, organization, id).includes(department));
    const people = serving(state, organization).filter(
      ({ departments }) => department === undefined || departments.some(isIn),
    );
    return inOrder(
      people.map(({ person, given, departments, fields, suspended }) => ({
        person,
        number: given,
        departments: sorted(departments),
        fields: fieldsOf(fields),
        ...(suspended ? { suspended: true } : {}),
      })),
    );
  },
};

const departmentsAnswer: Answering<DirectoryAsked["directory.departments"]> = {
  codes: (world, asked) =>
    whichApplyTo(ownCodes(world, asked), [
      ["UNKNOWN_DEPARTMENT", isUnknown(world, asked, asked.parent)],
    ]),
  value: ({ state }, asked) => {
    const organization = askedBy(asked);
    const people = serving(state, organization);
    const own = departmentsOf(state, organization)
      .filter(({ parent }) => asked.parent === undefined || parent === asked.parent)
      .filter(({ dormant }) => asked.dormant !== true || dormant !== null);
    return inOrder(
      own.map(({ id, parent, name, dormant }) => ({
        department: id,
        parent,
        name,
        people: people.filter(({ departments }) => departments.includes(id)).length,
        ...(dormant === null ? {} : { dormant }),
      })),
    );
  },
};

/** The parts of a list that have not come with all their pieces. */
function lacking({ of, parts }: FullList) {
  const isThere = (kind: "departments" | "people", page: number) => {
    const own = parts.filter((each) => each.kind === kind && each.page === page);
    return own.length > 0 && own.length === own[0]?.pieces;
  };
  const pages = (kind: "departments" | "people") =>
    Array.from({ length: of[kind] }, (_, page) => page).filter((page) => !isThere(kind, page));
  return { departments: pages("departments"), people: pages("people") };
}

/** How much the parts of a list name, each for itself. */
function namings(list: FullList, kind: "people" | "departments"): number {
  const of = kind === "people" ? "person" : "department";
  return list.namings.filter((each) => of in each).length;
}

/** The facts that are held, by their ids, with what each says of departments (DIR-09). */
function removalsHeld({ heldChanges }: State, organization: OrganizationId) {
  const own = heldChanges.filter((each) => each.organization === organization);
  return [...new Set(own.map(({ fact }) => fact))].map((fact) => {
    const said = own.filter((each) => each.fact === fact);
    return {
      fact,
      at: said[0]?.at,
      departments: said.map(({ department, move }) => ({ department, ...move })),
    };
  });
}

const listsAnswer: Answering<DirectoryAsked["directory.lists"]> = {
  codes: ownCodes,
  value: (world, asked) => {
    const open = world.state.fullLists.filter(
      ({ organization, status }) =>
        organization === askedBy(asked) && ["begun", "held", "complete"].includes(status),
    );
    const named = open.find(({ list }) => list === asked.list);
    const leaving = named === undefined ? [] : leavingBy(world, named);
    const lists = open.filter(({ list }) => asked.list === undefined || list === asked.list);
    const removals = asked.list === undefined ? removalsHeld(world.state, askedBy(asked)) : [];
    return {
      ...inOrder(
        leaving.map(({ person, given, fields }) => ({
          person,
          number: given,
          fields: fieldsOf(fields),
        })),
      ),
      lists: sortedBy(lists, ({ list }) => [list]).map((list) => {
        const [people, departments] = [totals(list, "people"), totals(list, "departments")];
        return {
          list: list.list,
          ...(list.extent === null ? {} : { extent: list.extent }),
          state: list.status === "complete" ? "due" : list.status,
          at: list.at,
          of: list.of,
          named: { people: namings(list, "people"), departments: namings(list, "departments") },
          known: { people: people.known, departments: departments.known },
          missing: { people: people.missing, departments: departments.missing },
          lacks: lacking(list),
        };
      }),
      ...(removals.length === 0 ? {} : { removals }),
    };
  },
};

const departuresAnswer: Answering<DirectoryAsked["directory.departures"]> = {
  codes: ownCodes,
  value: ({ state }, asked) => {
    const own = state.kept.filter(({ organization }) => organization === askedBy(asked));
    const newest = [...own].sort((left, right) => right.order - left.order);
    return inOrder(
      newest.flatMap(({ organization, person, number, until }) => {
        const employment = latest(state, organization, person);
        if (employment === undefined || employment.number !== number) return [];
        const { given, fields, ended, reported } = employment;
        return [
          {
            person,
            number: given,
            fields: fieldsOf(fields),
            at: ended,
            until,
            ...(reported ? { reported: true } : {}),
          },
        ];
      }),
    );
  },
};

/** How the ids of each kind of setting are called, in order. */
const settingIds: Readonly<Record<string, readonly [string, string]>> = {
  scope: ["space", "organization"],
  "link-scope": ["trunk", "organization"],
  sight: ["trunk", "organization"],
  distribution: ["trunk", "app"],
  "distribution-permissions": ["trunk", "app"],
  seats: ["trunk", "organization"],
  liaison: ["trunk", "role"],
  automatic: ["unit", "organization"],
  list: ["space", "app"],
  permissions: ["space", "app"],
  visibility: ["space", "organization"],
  hiding: ["space", "organization"],
  flow: ["app", "flow"],
};

/** A setting as an answer names it. */
function settingShown(text: string) {
  const [kind = "", one, other] = JSON.parse(text) as [string, unknown, unknown];
  const [first, second] = settingIds[kind] ?? ["", ""];
  if (kind !== "automatic") return { kind, [first]: one, [second]: other };
  // Where people of a Member are selected: the unit says in which Space.
  const { space } = one as { readonly space?: string };
  return { kind, space, [second]: other };
}

const inertAnswer: Answering<DirectoryAsked["directory.inert"]> = {
  codes: ownCodes,
  value: (world, asked) => {
    const entries = inertOf(world, askedBy(asked)).map(
      ({ setting, organization, department, until }) =>
        JSON.stringify({ setting, organization, department, until }),
    );
    return inOrder(
      sorted(entries).map((text) => {
        const { setting, ...rest } = JSON.parse(text) as { setting: string };
        return { setting: settingShown(setting), ...rest };
      }),
    );
  },
};

const sourcesAnswer: Answering<DirectoryAsked["directory.sources"]> = {
  codes: ownCodes,
  value: ({ state }, asked) => {
    const organization = askedBy(asked);
    const people = serving(state, organization).map(ofPerson);
    const departments = departmentsOf(state, organization).map(ofDepartment);
    const own = state.sources.filter((each) => each.organization === organization);
    return {
      items: sortedBy(own, ({ source }) => [source]).map(({ source, completed }) => ({
        source,
        people: people.filter((each) => vouches(state, each, source)).length,
        departments: departments.filter((each) => vouches(state, each, source)).length,
        completed,
      })),
    };
  },
};

/** The seven questions, by type. */
export const directoryAnswers: {
  readonly [Type in keyof DirectoryAsked]: Answering<DirectoryAsked[Type]>;
} = {
  "directory.person": personAnswer,
  "directory.people": peopleAnswer,
  "directory.departments": departmentsAnswer,
  "directory.lists": listsAnswer,
  "directory.departures": departuresAnswer,
  "directory.inert": inertAnswer,
  "directory.sources": sourcesAnswer,
};
