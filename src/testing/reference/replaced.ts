/** What commands replace, as the question about it shows it (PROTO-06). */
import type { DirectoryReplaced } from "../../directory/model.ts";
import type { InputOf } from "../../engine/types.ts";
import type { HierarchyReplaced } from "../../hierarchy/model.ts";
import type { LicensesReplaced } from "../../licenses/model.ts";
import type { RosterReplaced } from "../../roster/model.ts";
import type { HidingWished, Scope, SpacesReplaced, Visibility } from "../../spaces/model.ts";
import { saysSame } from "./canonical.ts";
import { namedBy } from "./counterparts.ts";
import { hasDepartment } from "./departments.ts";
import { findLink } from "./hierarchy.ts";
import { findRole } from "./liaisons.ts";
import { findOrganization, findSpace } from "./lists.ts";
import { findFolder, memberOf } from "./members.ts";
import { findOffice, isInForce } from "./offices.ts";
import { inService } from "./people.ts";
import { capOf } from "./roster.ts";
import { rulesInForce } from "./scopes.ts";
import { pairOf } from "./settings.ts";
import { hidingInForce, showingInForce } from "./sight-settings.ts";
import type { Rule, Scoping, State, World } from "./state.ts";
import type { Excepted } from "./state-hierarchy.ts";
import { registeredSuccessor } from "./succession.ts";
import { limitOf, reservedBy } from "./unit-limits.ts";
import { isSameUnit } from "./units.ts";

interface Replaced
  extends DirectoryReplaced,
    SpacesReplaced,
    RosterReplaced,
    LicensesReplaced,
    HierarchyReplaced {}

/** A type of command that replaces a value. */
type Type = keyof Replaced;

/** What there is in the place of what a command sets; `null`: nothing. */
type Now = {
  readonly [T in Type]: (world: World, command: InputOf<T>) => Replaced[T] | null;
};

/** A scope in force, what is selected and excluded being excluded. */
function scopeNow(state: State, scoping: Scoping | undefined): Replaced["scope.set"] | null {
  if (scoping === undefined) return null;
  const rules = rulesInForce(state, scoping);
  const ids = <Kind extends Rule["kind"]>(kind: Kind, rule: Rule["rule"]) =>
    rules.flatMap((each) =>
      each.kind === kind && each.rule === rule
        ? [each.id as Extract<Rule, { kind: Kind }>["id"]]
        : [],
    );
  const part = (rule: Rule["rule"]) => ({
    departments: ids("department", rule),
    people: ids("person", rule),
  });
  return { scope: { whole: scoping.whole, ...part("in"), exclude: part("out") } };
}

const exceptedNow = (state: State, { organization, organizations, departments }: Excepted) => ({
  organizations,
  departments: departments.filter((each) => hasDepartment(state, organization, each)),
});

/** Which departments are chosen in a linked unit, or what a Trunk has chosen of an organization. */
function automatedNow(
  state: State,
  { unit, organization }: InputOf<"license.automate">["data"],
): Replaced["license.automate"] {
  const isThere = (each: Parameters<typeof hasDepartment>[2]) =>
    hasDepartment(state, organization, each);
  if (unit.kind === "hierarchy") {
    const chosen = state.seatSelections.find(
      (each) => each.trunk === unit.organization && each.organization === organization,
    );
    const { whole = false, alone = false, departments = [] } = chosen ?? {};
    return { departments: departments.filter(isThere), whole, alone };
  }
  const own = state.selections.filter(
    (each) => isSameUnit(each.unit, unit) && each.organization === organization,
  );
  return { departments: own.map(({ department }) => department).filter(isThere) };
}

function limitNow(state: State, { unit, branch }: InputOf<"license.limit">["data"]): number | null {
  if (branch === undefined) return limitOf(state, unit);
  const caps = state.seatCaps.filter((each) => each.organization === branch);
  const own = unit.kind === "hierarchy" ? unit.organization : null;
  return caps.find(({ trunk }) => trunk === own)?.most ?? null;
}

const ofDirectory: Pick<Now, keyof DirectoryReplaced> = {
  "successor.set": ({ state }, { data: { organization, person } }) => {
    const employment = inService(state, organization, person);
    return employment === undefined ? null : { successor: registeredSuccessor(state, employment) };
  },
};

const ofSpaces: Pick<Now, keyof SpacesReplaced | keyof RosterReplaced> = {
  "space-quota.expand": ({ state }, { data }) => ({
    expansion: findOrganization(state, data.organization)?.expansion ?? 0,
  }),
  "person-cap.expand": (world, { data }) => {
    const space = findSpace(world.state, data.space);
    return space === undefined ? null : { cap: capOf(world, space) };
  },
  "visibility.set": ({ state }, { data }) => {
    const member = memberOf(state, data);
    return member === undefined ? null : { visibility: showingInForce(state, member) };
  },
  "visibility.hide": ({ state }, { data }) => {
    const member = memberOf(state, data);
    return member === undefined ? null : hidingInForce(state, member);
  },
  "counterparts.set": ({ state }, { by, data }) => {
    const named = namedBy(state, by, data);
    return named === null ? null : { people: named.map(({ person }) => person) };
  },
  "partner.set": ({ state }, { data }) => {
    if ("trunk" in data) {
      const link = findLink(state, data);
      return link === undefined ? null : { labels: link.labels };
    }
    const member = memberOf(state, data);
    return member === undefined ? null : { types: member.types, level: member.level };
  },
  "folder.rename": ({ state }, { data: { space, folder } }) => {
    const found = findFolder(state, space, folder);
    return found === undefined ? null : { name: found.name };
  },
  "folder.move": ({ state }, { data: { space, folder } }) => {
    const found = findFolder(state, space, folder);
    return found === undefined ? null : { parent: found.parent };
  },
  "member.place": ({ state }, { data }) => {
    const member = memberOf(state, data);
    return member === undefined ? null : { folder: member.folder };
  },
  "scope.set": ({ state }, { data }) => {
    if ("trunk" in data) return scopeNow(state, findLink(state, data));
    const { space, organization } = data;
    const own = state.associations.find(
      (each) => each.space === space && each.organization === organization,
    );
    return scopeNow(state, own);
  },
};

const ofLicenses: Pick<Now, keyof LicensesReplaced> = {
  "license.limit": ({ state }, { data }) => ({ limit: limitNow(state, data) }),
  "license.reserve": ({ state }, { by }) =>
    "person" in by ? { reserved: reservedBy(state, by.organization) } : null,
  "license.automate": ({ state }, { data }) => automatedNow(state, data),
};

const ofLinks: Pick<Now, keyof HierarchyReplaced> = {
  "link.mount": ({ state }, { data }) => {
    const link = findLink(state, data);
    return link === undefined ? null : { alias: link.alias, mount: link.mount?.department ?? null };
  },
  "link.see": ({ state }, { data }) => {
    const link = findLink(state, data);
    if (link === undefined) return null;
    const { hidden, hiddenExcept, ownOnly, ownOnlyExcept } = link;
    return {
      ...{ hidden, hiddenExcept: exceptedNow(state, hiddenExcept) },
      ...{ ownOnly, ownOnlyExcept: exceptedNow(state, ownOnlyExcept) },
    };
  },
  "link.reach": ({ state }, { data }) => {
    const link = findLink(state, data);
    return link === undefined ? null : { reach: link.reach };
  },
  "link.share": ({ state }, { data }) => {
    const link = findLink(state, data);
    return link === undefined ? null : { shared: link.shared };
  },
  "link.release": ({ state }, { data }) => {
    const link = findLink(state, data);
    return link === undefined ? null : { released: link.released };
  },
  "liaison.define": ({ state }, { data }) => {
    const role = findRole(state, data);
    return role === undefined ? null : { name: role.name, keptBy: role.keptBy };
  },
  "liaison.assign": ({ state }, { data }) => {
    // Nobody holds what was never filled; what is inert is no part of it (DIR-11).
    const office = isInForce(state, data.node) ? findOffice(state, data, data.node) : undefined;
    return { people: (office?.holders ?? []).map(pairOf) };
  },
};

const now: Now = { ...ofDirectory, ...ofSpaces, ...ofLicenses, ...ofLinks };

const shown = (visibility: Visibility): Visibility =>
  visibility.kind === "listed" ? { departments: [], ...visibility } : visibility;

const hiding = ({ hidden, except }: HidingWished): HidingWished => ({
  hidden,
  except: { organizations: [], kinds: [], departments: [], ...except },
});

const scoped = ({ whole = false, departments = [], people = [], exclude }: Scope): Scope => ({
  ...{ whole, departments, people },
  exclude: { departments: [], people: [], ...exclude },
});

/** Values with nothing left out; in offices the order counts. */
const complete: { readonly [T in Type]?: (value: Replaced[T]) => object } = {
  "visibility.set": ({ visibility }) => shown(visibility),
  "visibility.hide": hiding,
  "scope.set": ({ scope }) => scoped(scope),
  "license.automate": (value) => ({ whole: false, alone: false, ...value }),
  "liaison.assign": ({ people }) => people.map((each, place) => ({ ...each, place })),
};

/** Whether a command of a type replaces a value. */
export const replaces = (type: string): type is Type => Object.hasOwn(now, type);

/** Whether what a command replaces is what it says. */
export function isAsSaid(world: World, command: InputOf<Type>, was: object): boolean {
  const { type } = command;
  const found = (now[type] as (world: World, command: InputOf<Type>) => object | null)(
    world,
    command,
  );
  if (found === null) return false;
  const whole = (complete[type] as ((value: object) => object) | undefined) ?? ((each) => each);
  return saysSame(whole(found), whole(was));
}
