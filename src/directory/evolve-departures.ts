/** What departures, and their being undone, change in the directory's records. */
import { putEntry, removeEntry } from "../core/hashed.ts";
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { append, removeTicket } from "../core/paged.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { drop, edit, must, read } from "../core/transaction.ts";
import { type Evolving, endAppointments, giveAppointments } from "./evolve-appointed.ts";
import { leaveService, serve } from "./evolve-naturals.ts";
import { actAgain, comeUnder, happened, latest, listSuspended, place } from "./evolve-placed.ts";
import { bringAll, keepBrought, keepVouched, saidAgain, withdrawLast } from "./evolve-sources.ts";
import type { DirectoryEvents, Taken } from "./model.ts";
import { roleOf } from "./select/authority.ts";
import { departuresOf, keptOf, peopleOf } from "./select/keys.ts";

type Case<Type extends keyof DirectoryEvents> = (
  tx: Evolving,
  data: DirectoryEvents[Type],
  at: number,
) => void;

/** What an employment has in the directory, as its end takes it. */
function takenFrom(
  tx: Evolving,
  { organization, person }: DirectoryEvents["person.resigned"],
): Taken {
  const { departments, under, heads, roles, successor, suspended } = must(
    tx,
    "employment",
    organization,
    person,
  );
  const { admins } = must(tx, "organization", organization);
  const admin = admins.find((each) => each.person === person);
  return {
    departments,
    ...(under === undefined ? {} : { under }),
    heads: heads.map((each) => {
      return [each, must(tx, "department", organization, each).appointed ?? 0];
    }),
    roles: roles.map((each) => [each, read(tx, "role", organization, each)?.appointed ?? 0]),
    admin: admin === undefined ? null : roleOf(admin),
    successor,
    ...(suspended === undefined ? {} : { suspended: { standIn: suspended.standIn } }),
  };
}

const resigned: Case<"person.resigned"> = (tx, data, at) => {
  const { organization, person, because } = data;
  const taken = takenFrom(tx, data);
  const record = edit(tx, "employment", organization, person);
  const departments = record.departments;
  endAppointments(tx, organization, person);
  record.inService = false;
  record.taken = taken;
  record.departments = [];
  comeUnder(tx, organization, person, []);
  if (because === undefined) record.reported = true;
  const times = because === undefined ? latest(record.times, "left", at) : record.times;
  record.times = { ...times, ended: at };
  actAgain(tx, organization, person);
  bringAll(tx, organization, ["p", person], record, false);
  const { source } = data;
  if (source !== undefined) withdrawLast(record, source, at, because === undefined);
  happened(record, at);
  for (const department of departments) place(tx, organization, department, person, false);
  const directory = edit(tx, "directory", organization);
  directory.people = removeEntry(tx, peopleOf(organization), directory.people, person);
  leaveService(tx, organization, person);
  if (taken.admin !== null) {
    const organizationRecord = edit(tx, "organization", organization);
    organizationRecord.admins = organizationRecord.admins.filter((each) => each.person !== person);
  }
};

const reinstated: Case<"person.reinstated"> = (tx, data, at) => {
  const { organization, person, because, departments, fields, admin } = data;
  const record = edit(tx, "employment", organization, person);
  const times = because === "fact" ? latest(record.times, "reinstated", at) : record.times;
  const { ended: _, ...others } = times;
  record.times = others;
  record.inService = true;
  delete record.taken;
  delete record.reported;
  record.departments = [...departments];
  keepVouched(record, data.source);
  if (data.source === undefined && because === "fact") saidAgain(record, at);
  keepBrought(record);
  bringAll(tx, organization, ["p", person], record, true);
  record.fields = fields;
  record.probation = data.probation;
  record.successor = data.successor;
  record.manager = data.manager;
  if (data.suspended !== undefined) {
    record.suspended = { ...data.suspended, ticket: listSuspended(tx, organization, person) };
  }
  happened(record, at);
  comeUnder(tx, organization, person, data.under ?? []);
  for (const department of departments) place(tx, organization, department, person, true);
  giveAppointments(tx, data);
  const directory = edit(tx, "directory", organization);
  const entry = [person, record.number, record.ordinal] as const;
  directory.people = putEntry(tx, peopleOf(organization), directory.people, entry);
  serve(tx, organization, person);
  if (admin !== null) edit(tx, "organization", organization).admins.push({ person, ...admin });
};

/** Takes away what is kept of somebody's last departure. */
function clearKept(tx: Evolving, organization: OrganizationId, person: PersonId): void {
  const record = edit(tx, "employment", organization, person);
  const index = record.kept;
  delete record.kept;
  if (index === undefined) return;
  for (const page of index.things.pages) drop(tx, "kept", organization, `${page}/${person}`);
  const directory = edit(tx, "directory", organization);
  const departures = directory.departures ?? EMPTY_PAGES;
  const where = departuresOf(organization);
  directory.departures = removeTicket(tx, where, departures, index.ticket);
}

const kept: Case<"departure.kept"> = (tx, { organization, person, number, until, things }) => {
  clearKept(tx, organization, person);
  const directory = edit(tx, "directory", organization);
  const departures = directory.departures ?? EMPTY_PAGES;
  const ticket = departures.next;
  directory.departures = append(tx, departuresOf(organization), departures, () => [
    ticket,
    person,
    number,
    until,
  ]);
  const where = keptOf(organization, person);
  let index = EMPTY_PAGES;
  for (const thing of things) index = append(tx, where, index, (place) => [place, ...thing]);
  edit(tx, "employment", organization, person).kept = { until, ticket, things: index };
};

const dropped: Case<"departure.dropped"> = (tx, { organization, person }) => {
  delete edit(tx, "employment", organization, person).taken;
  clearKept(tx, organization, person);
};

/** One case for each event about departures. */
export const departureEvolvers = {
  "person.resigned": resigned,
  "person.reinstated": reinstated,
  "departure.kept": kept,
  "departure.dropped": dropped,
};
