/** What the events of hierarchies change in their records. */
import type { OrganizationId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { append, removeTicket, replaceTicket } from "../core/paged.ts";
import type * as faces from "../core/transaction.ts";
import { drop, edit, must, put, read } from "../core/transaction.ts";
import type { DirectoryEvents, DirectoryRecords } from "../directory/model.ts";
import { type NamingRecords, noteNames } from "../directory/select/settings.ts";
import { clearVacant, fillOffice, type OfficeRecords } from "../roster/select/office-storage.ts";
import { holdersOfOffice, isNodeBelow, NO_LIAISONS } from "../roster/select/offices.ts";
import type { RosterReads } from "../roster/select/scope.ts";
import type {
  Above,
  AboveNow,
  KeptExceptions,
  SightExceptions,
  SpacesRecords,
} from "../spaces/model.ts";
import { belowOf } from "../spaces/select/keys.ts";
import { mountIn, unmountFrom } from "../spaces/select/mounting.ts";
import { NEW_TRUNK, NO_LINEAGE, ticketWith, trunkOf } from "../spaces/select/trunks.ts";
import type { HierarchyEvents } from "./model.ts";

type Own = Pick<
  SpacesRecords,
  "trunk" | "link" | "lineage" | "branches" | "below" | "mounted" | "trunk-aliases"
> &
  Pick<DirectoryRecords, "organization"> &
  NamingRecords;
type Evolving = faces.Evolving<Own & OfficeRecords, RosterReads>;

type Events = HierarchyEvents & Pick<DirectoryEvents, "organization.ended" | "setting.dropped">;
type Evolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type], at: number) => void;
};

const isNot =
  (one: Identity) =>
  (other: Identity): boolean =>
    one.organization !== other.organization || one.person !== other.person;

/** Counts an organization among those at a distance below another one. */
function countAt(tx: Evolving, upper: OrganizationId, longest: number, by: 1 | -1): void {
  const { distances } = edit(tx, "trunk", upper);
  while (distances.length < longest) distances.push(0);
  distances[longest - 1] = (distances[longest - 1] ?? 0) + by;
  while (distances.at(-1) === 0) distances.pop();
}

/** An organization is below another one now, or is no longer. */
function comeBelow(tx: Evolving, organization: OrganizationId, now: AboveNow): number {
  const { organization: upper, level, longest } = now;
  const record = edit(tx, "trunk", upper);
  const ticket = record.below.next;
  record.below = append(tx, belowOf(upper), record.below, () => [ticket, organization, level]);
  countAt(tx, upper, longest, 1);
  return ticket;
}

function goFromBelow(
  tx: Evolving,
  organization: OrganizationId,
  [upper, , longest, , , ticket]: Above,
): void {
  clearVacant(tx, upper, organization);
  const record = edit(tx, "trunk", upper);
  record.below = removeTicket(tx, belowOf(upper), record.below, ticket);
  countAt(tx, upper, longest, -1);
}

/** What one above an organization is to it now, where it was above it already. */
function stayBelow(
  tx: Evolving,
  organization: OrganizationId,
  before: Above,
  now: AboveNow,
): number {
  const [upper, level, longest, , , ticket] = before;
  if (level !== now.level) replaceTicket(tx, belowOf(upper), [ticket, organization, now.level]);
  if (longest !== now.longest) {
    countAt(tx, upper, longest, -1);
    countAt(tx, upper, now.longest, 1);
  }
  return ticket;
}

function relate(tx: Evolving, { organization, above }: HierarchyEvents["lineage.changed"]): void {
  const { links, above: before } = read(tx, "lineage", organization) ?? NO_LINEAGE;
  const known = new Map(before.map((each) => [each[0], each]));
  for (const each of before) {
    if (!above.some((now) => now.organization === each[0])) goFromBelow(tx, organization, each);
  }
  const all = above.map((now): Above => {
    const { organization: upper, level, longest, through, line, path } = now;
    const was = known.get(upper);
    const ticket =
      was === undefined ? comeBelow(tx, organization, now) : stayBelow(tx, organization, was, now);
    return [upper, level, longest, through, line, ticket, path];
  });
  if (links.length + all.length === 0) drop(tx, "lineage", organization);
  else put(tx, "lineage", organization, "", { links, above: all });
}

/** What exceptions of sight, or the offices of a role, said of departments is forgotten. */
function forgetDepartments(
  tx: Evolving,
  { setting, departments }: DirectoryEvents["setting.dropped"],
): void {
  if (setting.kind === "liaison") {
    for (const node of departments) fillOffice(tx, { ...setting, node }, [], true);
  }
  if (setting.kind !== "sight") return;
  const gone = new Set(departments.map(({ department }) => department));
  const left = (except: KeptExceptions): KeptExceptions => ({
    ...except,
    departments: except.departments.filter((each) => !gone.has(each)),
  });
  const record = edit(tx, "link", setting.trunk, setting.organization);
  record.hiddenExcept = left(record.hiddenExcept);
  record.ownOnlyExcept = left(record.ownOnlyExcept);
}

/** One case for each event of hierarchies. */
export const hierarchyEvolvers: Evolvers = {
  "hierarchy.capacity-changed": (tx, { organization, open, branches, revision }) => {
    if (read(tx, "trunk", organization) === null) put(tx, "trunk", organization, "", NEW_TRUNK);
    const record = edit(tx, "trunk", organization);
    record.open = open;
    record.capacity = branches;
    if (revision !== undefined) record.revision = revision;
  },
  "link.mounted": (tx, { trunk, organization, alias, mount }) => {
    unmountFrom(tx, trunk, organization, must(tx, "link", trunk, organization));
    const record = edit(tx, "link", trunk, organization);
    record.alias = alias;
    record.mount = mount;
    mountIn(tx, trunk, organization, { alias, mount });
  },
  "link.seen": (tx, { trunk, organization, hidden, ownOnly, ...except }) => {
    const kept = ({ organizations, departments }: SightExceptions): KeptExceptions => ({
      organizations: organizations.map((each) => [each, ticketWith(tx, trunk, each) ?? 0] as const),
      departments,
    });
    const record = edit(tx, "link", trunk, organization);
    record.hidden = hidden;
    record.hiddenExcept = kept(except.hiddenExcept);
    record.ownOnly = ownOnly;
    record.ownOnlyExcept = kept(except.ownOnlyExcept);
    const named = [...except.hiddenExcept.departments, ...except.ownOnlyExcept.departments];
    const departments = named.map((department) => ({ organization: trunk, department }));
    noteNames(tx, { kind: "sight", trunk, organization }, departments);
  },
  "link.reach-set": (tx, { trunk, organization, reach }) => {
    edit(tx, "link", trunk, organization).reach = reach;
    const lineage = edit(tx, "lineage", organization);
    lineage.links = lineage.links.map((link) =>
      link[0] === trunk ? ([trunk, link[1], reach] as const) : link,
    );
  },
  "link.shared": (tx, { trunk, organization, shared }) => {
    edit(tx, "link", trunk, organization).shared = [...shared];
  },
  "link.released": (tx, { trunk, organization, released }) => {
    const record = edit(tx, "link", trunk, organization);
    if (released) record.released = true;
    else delete record.released;
  },
  "link.leave-announced": (tx, { trunk, organization, from }) => {
    edit(tx, "link", trunk, organization).leaving = from;
  },
  "link.leave-withdrawn": (tx, { trunk, organization }) => {
    delete edit(tx, "link", trunk, organization).leaving;
  },
  "liaison.defined": (tx, { trunk, role, name, keptBy }) => {
    const known = read(tx, "liaison", trunk, role) !== null;
    put(tx, "liaison", trunk, role, { name, keptBy });
    if (known) return;
    const { roles, sets } = read(tx, "liaisons", trunk) ?? NO_LIAISONS;
    put(tx, "liaisons", trunk, "", { roles: [...roles, role], sets });
  },
  "liaison.assigned": (tx, { people, because, ...office }) => {
    fillOffice(tx, office, people, because === undefined);
    const { trunk, role, node } = office;
    const { organization, department } = node;
    if (department === null || people.length === 0) return;
    noteNames(tx, { kind: "liaison", trunk, role }, [{ organization, department }]);
  },
  "setting.dropped": forgetDepartments,
  "liaison.ended": (tx, { organization, person, because: _, ...office }) => {
    const others = holdersOfOffice(tx, office).filter(isNot({ organization, person }));
    fillOffice(tx, office, others);
    const node = office.node.organization;
    if (!isNodeBelow(tx, office.trunk, node)) clearVacant(tx, office.trunk, node);
  },
  "liaison.passed-on": (tx, { from, to, ...office }) => {
    const holders = holdersOfOffice(tx, office);
    fillOffice(
      tx,
      office,
      holders.map((each) => (isNot(from)(each) ? each : to)),
    );
  },
  "lineage.changed": relate,
  // Counted before they end, to be told should the organization be reinstated (DIR-19).
  "organization.ended": (tx, { organization }) => {
    const { trunks = [] } = must(tx, "organization", organization);
    const links = trunks.length + trunkOf(tx, organization).branches.count;
    const record = edit(tx, "organization", organization);
    if (links === 0 || record.taken === undefined) return;
    record.taken = { ...record.taken, links, ...(trunks.length > 0 ? { trunks } : {}) };
  },
};
