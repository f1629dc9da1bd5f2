/** Commands at full caps, at least one of each type, with the most keys that each may read. */
import { ask, defaultPolicy, type Input, type PersonId, question } from "../src/index.ts";
import { type Case, person } from "./footprint-case.ts";
import { commandOf, type Full, membersOf, newId, supportOf } from "./footprint-world.ts";
import type { PlainOrganization } from "./population.ts";

/** Commands by support, by Hosts and by Members. */
export function commandCases(full: Full): Case[] {
  const { host, other, nearly, fresh, filling, member, former, small, spaces, scale } = full;
  const [space, nearlySpace, freshSpace] = [spaces[0], spaces.at(-2), spaces.at(-1)];
  const by = (who: PlainOrganization, type: string, data: object): Input =>
    commandOf(who, type, { space, ...data });
  const simple = { formula: { base: 12 }, counts: {} };
  const page = Math.ceil(scale.departments / 64);
  const roster = Math.ceil(scale.cap / 48) + 24;
  const many = host.departments.slice(-110, -80).map(({ id }) => id);
  const selection = other.departments.slice(-Math.floor(scale.cap / 21)).map(({ id }) => id);
  const named = (n: number): readonly PersonId[] =>
    Array.from({ length: n }, (_, i) => person(host, scale.departments - 2 - i).person);
  const { id: organization } = host;
  const pending = (n: number, of: PlainOrganization): object => ({
    organization: of.id,
    application: newId("a", n),
  });
  const members = membersOf(full);
  const departments = many.map((department) => ({ organization, department }));
  const kinds = Array.from({ length: 200 }, (_, i) => ({ type: `type-${i}`, level: "A" }));
  const asked = question("admin.roster", {
    ...{ viewer: { organization, person: person(host, 0).person }, space: space ?? "" },
    ...{ organization, limit: 20 },
  });
  const found = ask(full.world, asked, defaultPolicy);
  const present = found.kind === "answer" ? found.value.items.map((each) => each.person) : [];
  return [
    {
      name: "3 000 people by departments",
      input: commandOf(other, "space.create", {
        space: newId("t", 0),
        name: "New",
        scope: { departments: selection },
      }),
      formula: { base: 24, looked: 1, named: 3, page: 1 },
      counts: { looked: scale.cap * 1.1, named: selection.length, page },
    },
    {
      name: "800 Members, 3 000 people",
      input: by(host, "space.dissolve", {}),
      // Of each Member whom it and the Host have named as well (PARTNER-03).
      formula: { base: 24, member: 6, bucket: 2, person: 1 },
      counts: { member: scale.members, bucket: roster },
    },
    { name: "", input: supportOf("space-quota.expand", { organization, expansion: 5 }), ...simple },
    {
      name: "100 places, 100 waiting come in",
      input: supportOf("person-cap.expand", { space, cap: scale.cap + 100 }),
      // Of each, what is kept for whoever is back (RESIGN-07).
      formula: { base: 24, person: 3 },
      counts: {},
    },
    {
      name: "",
      input: supportOf("batch-invitation.enable", { organization: newId("x", 0) }),
      ...simple,
    },
    {
      name: "",
      input: by(host, "invitation.issue", { invitation: newId("v", 5_000), form: "link" }),
      ...simple,
    },
    { name: "", input: by(host, "invitation.revoke", { invitation: newId("v", 7) }), ...simple },
    {
      name: "50 organizations",
      input: by(host, "invitation.batch", {
        invitations: Array.from({ length: 50 }, (_, i) => ({
          invitation: newId("v", 6_000 + i),
          organization: newId("x", i),
        })),
      }),
      // Of each whether it has applied, or is invited already (JOIN-14).
      formula: { base: 12, named: 4 },
      counts: { named: 50 },
    },
    {
      name: "a Space with room",
      input: commandOf(small, "application.submit", {
        application: newId("a", 50),
        invitation: newId("v", 1_000),
        scope: { departments: [small.departments[0]?.id], people: [small.people[3]?.person] },
      }),
      formula: { base: 12, named: 1 },
      counts: { named: 2 },
    },
    {
      name: "",
      input: commandOf(filling, "application.withdraw", {
        space: freshSpace,
        application: newId("a", 1),
      }),
      ...simple,
    },
    {
      name: "ten people, the whole organization",
      input: commandOf(fresh, "application.approve", { space: freshSpace, ...pending(2, small) }),
      formula: { base: 24, person: 1 },
      counts: {},
    },
    {
      name: "3 000 people, the whole organization",
      input: commandOf(fresh, "application.approve", { space: freshSpace, ...pending(1, filling) }),
      formula: { base: 24, bucket: 2 },
      counts: { bucket: roster },
    },
    {
      name: "nobody enters, back with a setting that lists 700 organizations, and hidden but for 200",
      input: by(host, "application.approve", pending(3, former)),
      // Of each listed its Association; of departments, in three lists of keys, whether they are there.
      formula: { base: 80, named: 1 },
      counts: { named: Math.min(700, members.length - 1) + 3 * departments.length },
    },
    {
      name: "100 000 people, 10 places: refused",
      input: commandOf(nearly, "application.approve", { space: nearlySpace, ...pending(0, other) }),
      formula: { base: 16 },
      counts: {},
    },
    {
      name: "",
      input: commandOf(fresh, "application.reject", { space: freshSpace, ...pending(1, filling) }),
      ...simple,
    },
    {
      name: "a full Space; places go on",
      input: by(host, "association.cancel", { organization: member.id }),
      formula: { base: 24, bucket: 1, person: 5 },
      counts: { bucket: roster },
    },
    {
      name: "a full Space; places go on",
      input: by(member, "association.leave", { organization: member.id }),
      formula: { base: 24, bucket: 1, person: 5 },
      counts: { bucket: roster },
    },
    {
      name: "",
      input: by(member, "association.stay", { organization: member.id }),
      ...simple,
    },
    {
      name: "",
      input: by(host, "association.suspend", { organization: member.id }),
      ...simple,
    },
    {
      name: "nobody is suspended",
      input: by(host, "association.resume", { organization: member.id }),
      ...simple,
    },
    {
      name: "700 organizations listed",
      input: by(host, "visibility.set", {
        organization: member.id,
        visibility: { kind: "listed", organizations: members.slice(1, 701) },
      }),
      formula: { base: 12, named: 1 },
      counts: { named: Math.min(700, members.length - 1) },
    },
    {
      name: "30 departments listed",
      input: by(host, "visibility.set", {
        organization: member.id,
        visibility: { kind: "listed", organizations: [], departments },
      }),
      formula: { base: 20, named: 3 },
      counts: { named: departments.length },
    },
    {
      name: "200 kinds",
      input: by(host, "visibility.set", {
        organization: member.id,
        visibility: { kind: "kinds", kinds },
      }),
      formula: { base: 20 },
      counts: {},
    },
    {
      name: "but for 200 organizations, 200 kinds and 30 departments",
      input: by(host, "visibility.hide", {
        ...{ organization: member.id, hidden: true },
        except: { organizations: members.slice(1, 201), kinds, departments },
      }),
      formula: { base: 20, named: 3 },
      counts: { named: departments.length + 200 },
    },
    {
      name: "",
      input: by(host, "partner.set", { organization: member.id, types: ["supplier"], level: "A" }),
      ...simple,
    },
    {
      name: "",
      input: by(host, "fields.share", { organization: host.id, fields: { phone: "nobody" } }),
      ...simple,
    },
    {
      name: "20 of the Host's for a Member",
      input: by(host, "counterparts.set", {
        organization: member.id,
        people: present,
      }),
      // Of each the place on the Roster, who they are, and what binds them.
      formula: { base: 12, named: 4 },
      counts: { named: 20 },
    },
    {
      name: "",
      input: by(host, "folder.create", {
        folder: newId("f", 900),
        parent: newId("f", 3),
        name: "New",
      }),
      ...simple,
    },
    {
      name: "",
      input: by(host, "folder.rename", { folder: newId("f", 5), name: "New" }),
      ...simple,
    },
    {
      name: "",
      input: by(host, "folder.move", { folder: newId("f", 5), parent: newId("f", 6) }),
      ...simple,
    },
    { name: "", input: by(host, "folder.remove", { folder: newId("f", 5) }), ...simple },
    {
      name: "",
      input: by(host, "member.place", { organization: member.id, folder: newId("f", 5) }),
      ...simple,
    },
    {
      name: "the Host's own, replaced by 30 departments",
      input: by(host, "scope.set", { organization, scope: { departments: many } }),
      formula: { base: 24, looked: 1, person: 1, department: 2, page: 1, bucket: 2 },
      counts: { looked: scale.hostPart * 1.1 + 660, department: 80, page, bucket: roster },
    },
    {
      name: "20 people; places go on",
      input: by(host, "scope.take-out", { organization, people: named(20) }),
      formula: { base: 24, person: 5, named: 4 },
      counts: { named: 20 },
    },
    {
      name: "one department; places go on",
      input: by(host, "scope.take-out", {
        organization,
        departments: [host.departments.at(-1)?.id],
      }),
      formula: { base: 24, person: 5, looked: 4, page: 1, named: 4, bucket: 1 },
      counts: { named: 1, page, looked: 22, bucket: 2 },
    },
    {
      name: "ten people, a Space with room",
      input: commandOf(fresh, "scope.put-in", {
        space: freshSpace,
        organization: fresh.id,
        people: fresh.people.map((each) => each.person),
      }),
      formula: { base: 24, person: 5, named: 4 },
      counts: { named: 10 },
    },
  ];
}
