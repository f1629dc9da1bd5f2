/** Inputs and questions about licenses, groups, apps and flows at full caps. */
import type { Identity, Input, QueryOf, QueryType } from "../src/index.ts";
import { type Case, employed, type Formula, person } from "./footprint-case.ts";
import { BUSY, byOf, nobody, RETURNED, SIGNED, type Work } from "./footprint-work-world.ts";
import { commandOf, factOf, newId } from "./footprint-world.ts";

const app = newId("b", 0);
const flow = newId("l", 0);

/** Inputs. */
export function workCases(work: Work): Case[] {
  const { host, member, spaces, world, contacts, guests, busy, scale } = work;
  const [space, second] = spaces;
  const organization = host.id;
  const guest = guests[0] as Identity;
  const unit = { kind: "space", space };
  const own = { kind: "host", organization };
  const admin = (type: string, data: object): Input => commandOf(host, type, data);
  const task = (n: number) => ({ instance: newId("n", n), task: 0 });
  const one = (
    name: string,
    input: Input,
    formula: Formula = { base: 16 },
    counts: Case["counts"] = {},
  ): Case => ({ name, input, formula, counts, world });
  const ten = { named: 10 };
  const hundred = { named: 100 };
  const holders = Math.floor(scale.cap / 3);
  const granted = hundredOf(guests.slice(0, holders));
  const ungranted = hundredOf(guests.slice(holders));
  const named = { base: 16, named: 4 };
  return [
    one(
      "",
      factOf(organization, "person.heads-changed", {
        ...employed(host, 12),
        departments: host.departments.slice(-10).map(({ id }) => id),
      }),
      named,
      ten,
    ),
    one(
      "",
      factOf(organization, "person.roles-changed", {
        ...employed(host, 12),
        roles: Array.from({ length: 10 }, (_, i) => newId("r", i)),
      }),
      named,
      ten,
    ),
    one(
      "",
      factOf(organization, "person.manager-changed", {
        ...employed(host, 12),
        manager: { person: person(host, 13).person },
      }),
    ),
    one(
      "",
      admin("successor.set", {
        organization,
        person: person(host, 5).person,
        successor: person(host, 6).person,
      }),
    ),
    one("nobody waits", factOf(null, "license.purchased", { organization, purchased: 9_000 })),
    one("", admin("license.link", { unit: { kind: "space", space: second } })),
    one(
      "a third of a full Space",
      admin("license.unlink", { unit }),
      { base: 24, looked: 1 },
      { looked: scale.cap / 3 },
    ),
    // Whose licenses they are is found among those of the unit, as where it is unlinked.
    {
      ...one(
        "its licenses released, a third of a full Space has some",
        admin("association.suspend", { space, organization: guest.organization }),
        { base: 24, looked: 1 },
        { looked: scale.cap / 3 },
      ),
      policy: { suspendedSeats: "release" },
    },
    one("100 people", admin("license.grant", { unit, people: ungranted }), named, hundred),
    one(
      "10 of the Host",
      admin("license.grant", { unit: own, people: contacts.slice(300, 310) }),
      named,
      ten,
    ),
    one("100 people", admin("license.revoke", { unit, people: granted }), named, hundred),
    one(
      "10 departments",
      admin("license.automate", {
        unit,
        organization: member.id,
        departments: member.departments.slice(0, 10).map(({ id }) => id),
      }),
      named,
      ten,
    ),
    one(
      "60 people",
      byOf(contacts[0] as Identity, "group.start", {
        space,
        group: newId("g", 900),
        name: "Group",
        participants: contacts.slice(100, 160),
      }),
      { base: 16, named: 3 },
      { named: 60 },
    ),
    one(
      "10 people",
      byOf(contacts[0] as Identity, "group.add", {
        space,
        group: newId("g", 0),
        participants: contacts.slice(100, 110),
      }),
      named,
      ten,
    ),
    one("", byOf(contacts[0] as Identity, "group.leave", { space, group: newId("g", 0) })),
    one("", admin("app.create", { app: newId("b", 9), name: "New" })),
    one(
      "all Members",
      admin("app.publish", { space: second, app }),
      { base: 16, page: 1 },
      { page: 7 },
    ),
    one("", admin("app.withdraw", { space, app })),
    one(
      "100 people",
      admin("app.authorize", { space, app, authorized: { people: ungranted } }),
      { base: 16, named: 5, member: 1 },
      { named: 100, member: scale.members },
    ),
    one(
      "100 people",
      admin("app.permit", {
        space,
        app,
        permissions: [{ rows: "own", for: { people: ungranted } }],
      }),
      { base: 16, named: 5 },
      hundred,
    ),
    one(
      "",
      admin("app.distribute", { space, app, organization: guest.organization, group: "group" }),
    ),
    one(
      "100 people picked",
      byOf(guest, "form.submit", {
        app,
        space,
        rows: [{ row: newId("w", 900) }],
        picked: granted,
      }),
      { base: 24, named: 2 },
      hundred,
    ),
    one("", admin("space-app.create", { space, app: newId("b", 8), name: "New" })),
    one("there is none", admin("space-app.publish", { space, app: newId("b", 8) })),
    one("there is none", admin("space-app.exchange", { space, app: newId("b", 8), with: app })),
    one(
      "",
      admin("flow.define", {
        app,
        flow,
        steps: [
          {
            mode: "all",
            approvers: contacts.slice(0, 10).map((each) => ({ kind: "person", ...each })),
          },
        ],
      }),
      named,
      ten,
    ),
    one(
      "2 sign first",
      byOf(guest, "flow.start", {
        app,
        flow,
        space,
        instance: newId("n", 900),
        row: newId("w", 901),
      }),
      { base: 36 },
    ),
    one("2 open tasks", byOf(guest, "flow.withdraw", { instance: newId("n", 0) }), { base: 24 }),
    one(
      "2 sign first",
      byOf(guests[0] as Identity, "flow.resubmit", { instance: RETURNED, row: newId("w", 904) }),
      { base: 36 },
    ),
    one("", byOf(busy, "task.take-back", { instance: SIGNED, task: 0 }), { base: 36 }),
    one("", byOf(busy, "task.approve", task(0)), { base: 24 }),
    one("2 open tasks", byOf(busy, "task.reject", task(0)), { base: 24 }),
    one("there is no earlier step", byOf(busy, "task.return", { ...task(0), to: 0 }), { base: 24 }),
    one("to the initiator", byOf(busy, "task.return", { ...task(0), to: "initiator" }), {
      base: 24,
    }),
    one("", byOf(busy, "task.transfer", { ...task(0), to: ofAnchor(guests, guest) }), { base: 24 }),
    one(
      "",
      byOf(busy, "task.countersign", {
        ...task(0),
        place: "before",
        people: [ofAnchor(guests, guest)],
      }),
      { base: 24 },
    ),
    one("there is none", byOf(busy, "task.remove-countersigner", { ...task(0) }), { base: 24 }),
    one("", byOf(busy, "task.delegate", { ...task(0), to: ofAnchor(guests, guest) }), { base: 24 }),
    one("", byOf(busy, "task.copy", { ...task(0), people: [ofAnchor(guests, guest)] }), {
      base: 24,
    }),
    one("not parked", admin("task.assign", { ...task(0), to: person(host, 9).person }), {
      base: 24,
    }),
    one("", admin("task.reassign", { tasks: [task(0)], to: person(host, 9) }), { base: 24 }),
    one(
      "",
      admin("stand-in.set", {
        ...{ person: person(host, 5).person, standIn: person(host, 6).person },
        ...{ from: 0, until: 86_400_000 },
      }),
    ),
    one(
      `${BUSY} tasks go to a stand-in`,
      admin("stand-in.set", {
        ...{ person: busy.person, standIn: contacts[5]?.person, takeOpen: true },
        ...{ from: 0, until: 15_552_000_000 },
      }),
      { base: 36, named: 5 },
      { named: BUSY },
    ),
    one("there is none", admin("stand-in.end", { person: person(host, 5).person, from: 0 })),
    one(
      "2 open tasks",
      admin("flow.terminate", { instance: newId("n", 0), reason: "started twice" }),
      { base: 24 },
    ),
    one(
      `15 Spaces, ${BUSY} groups, ${BUSY} tasks, a license, a role`,
      factOf(organization, "person.resigned", {
        ...busy,
        number: 1,
        successor: contacts[5]?.person,
      }),
      { base: 36, space: 8, person: 5, named: 5 },
      { space: 15, named: BUSY * 2 },
    ),
    one(
      `${BUSY} tasks to a stand-in`,
      factOf(organization, "person.suspended", {
        ...busy,
        number: 1,
        standIn: contacts[5]?.person,
      }),
      { base: 36, named: 5 },
      { named: BUSY },
    ),
    one(
      "somebody suspended",
      factOf(organization, "person.resumed", { ...employed(host, 12), revision: 1 }),
    ),
    {
      ...one(
        `its license released, ${BUSY} tasks stay`,
        factOf(organization, "person.suspended", { ...busy, number: 1 }),
        { base: 12, space: 4 },
        { space: 15 },
      ),
      policy: { suspendedSeats: "release" },
    },
    {
      ...one(
        "no license to release",
        factOf(organization, "person.suspended", employed(host, 13)),
        { base: 12, space: 4 },
        { space: 15 },
      ),
      policy: { suspendedSeats: "release" },
    },
    one(
      `the Host of ten full Spaces, ${BUSY} instances`,
      factOf(null, "organization.ended", { organization }),
      { base: 24, bucket: 2, member: 5, person: 1, named: 10 },
      { bucket: 10 * (Math.ceil(scale.cap / 48) + 24), member: scale.members * 10, named: BUSY },
    ),
  ];
}

/** A hundred from all over a list: those next to each other share a record. */
function hundredOf(people: readonly Identity[]): Identity[] {
  const step = people.length / 100;
  return Array.from({ length: 100 }, (_, i) => people[Math.floor(i * step)] as Identity);
}

/** A colleague of somebody's who is on the Roster, too. */
function ofAnchor(guests: readonly Identity[], { organization, person: self }: Identity): Identity {
  const found = guests.find((each) => each.organization === organization && each.person !== self);
  if (found === undefined) throw new Error("nobody else of that Member");
  return found;
}

/** Questions. */
export function workQuestions(work: Work): Case[] {
  const { host, member, spaces, world, contacts, guests, busy, scale } = work;
  const [space] = spaces;
  const admin = { organization: host.id, person: person(host, 0).person };
  const [guest, other] = [guests[0] as Identity, guests[1] as Identity];
  const instance = newId("n", 0);
  const ask = (
    type: QueryType,
    name: string,
    data: object,
    formula: Formula = { base: 16 },
    counts: Case["counts"] = {},
  ): Case => ({
    name,
    query: { type, data } as unknown as QueryOf<QueryType>,
    formula,
    counts,
    world,
  });
  const bucket = Math.ceil(scale.cap / 48) + 24;
  const hundred = { named: 100, page: 8 };
  const page = { base: 16, page: 1, named: 2 };
  const people = { base: 24, bucket: 1, named: 3 };
  const of = { ...hundred, bucket, member: scale.members };
  return [
    ask("license.usage", "", { viewer: admin }),
    ask(
      "license.accounts",
      "100",
      { viewer: admin, unit: { kind: "space", space } },
      page,
      hundred,
    ),
    ask("license.waiting", "", { viewer: admin }),
    ask(
      "license.reclaim-plan",
      "100",
      { viewer: admin, purchased: 0 },
      { base: 24, page: 1, named: 4 },
      hundred,
    ),
    ask("license.automatic", "", {
      viewer: admin,
      unit: { kind: "space", space },
      organization: member.id,
    }),
    ask("feature.list", "", {}),
    ask("app.center", "", { viewer: guest, space }),
    ask("app.use", "", { viewer: guest, app, space, feature: "form.submit" }),
    ask(
      "app.settings",
      "801 organizations",
      { viewer: admin, space, app },
      { base: 16, member: 1 },
      of,
    ),
    ask("space.home", "", { viewer: guest, space }),
    ask("space-app.use", "there is none", { viewer: guest, space, app: newId("b", 8) }),
    ask("data.range", "", { viewer: guest, app, space }),
    ask("data.rows", "the Host's view", { viewer: admin, app }, page, hundred),
    // Of each organization what it says of fields, by either door (VIS-09).
    ask("data.submitters", "", { viewer: admin, app }, { ...page, named: 3 }, hundred),
    ask("form.pickable", "", { viewer: guest, app, space, target: other }),
    ask("form.candidates", "100 of a full Space", { viewer: guest, app, space }, people, of),
    // With who stands in for whom (FLOW-14).
    ask(
      "flow.may-route",
      "",
      { viewer: busy, instance, target: ofAnchor(guests, guest) },
      { base: 20 },
    ),
    ask("flow.routing-candidates", "100 of a full Space", { viewer: busy, instance }, people, of),
    ask("flow.todo", `${BUSY} tasks`, { viewer: busy }, { base: 16, named: 3 }, { named: BUSY }),
    ask("stand-in.list", "there is none", { viewer: guest }),
    ask("notice.recipients", "the admins of a Space, and one person", {
      notice: {
        to: [
          { kind: "space-admins", space },
          { kind: "person", ...guest },
        ],
      },
    }),
    ask("flow.started", "", { viewer: guest }, page, hundred),
    ask("flow.handled", "", { viewer: busy }, page, hundred),
    ask("flow.instance", "", { viewer: guest, instance }),
    ask("flow.return-targets", "", { viewer: busy, instance, task: 0 }, { base: 24 }),
    ask("admin.parked", "", { viewer: admin }, page, hundred),
    ask(
      "admin.open-tasks",
      `of one with ${BUSY} tasks`,
      { viewer: admin, holder: busy },
      { base: 16, named: 4 },
      { named: BUSY },
    ),
    ask(
      "group.mine",
      `${BUSY} groups`,
      { viewer: busy, space },
      { base: 16, named: 2 },
      { named: BUSY },
    ),
    ask(
      "group.participants",
      "59 people",
      { viewer: busy, space, group: newId("g", 0) },
      page,
      hundred,
    ),
    ask(
      "departure.preview",
      "15 Spaces, bound to much",
      { viewer: admin, person: busy.person, successor: contacts[5]?.person ?? nobody },
      { base: 36, space: 8, named: 5 },
      { space: 15, named: BUSY * 2 },
    ),
  ];
}
