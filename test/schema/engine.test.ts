// Aim: what the library writes, its own parsers read: the same types, every event and record of a real
// course of events, and a World that comes back from its snapshot. Method: play one and parse it all.
import { expect, test } from "vitest";
import { COMMAND_TYPES } from "../../src/core/command-types.ts";
import { FACT_TYPES } from "../../src/engine/codes.ts";
import type { Event, Input, World } from "../../src/index.ts";
import { apply, defaultPolicy, emptyWorld, replay, restore, snapshot } from "../../src/index.ts";
import { parseEvent, parseInput, parseSnapshot } from "../../src/schema/index.ts";
import * as samples from "./samples.ts";

test("commands and facts are those that the engine decides on", () => {
  expect(Object.keys(samples.commands).sort()).toEqual([...COMMAND_TYPES].sort());
  expect(Object.keys(samples.facts).sort()).toEqual([...FACT_TYPES].sort());
});

let sent = 0;
const send = (fields: object, type: string, data: object): unknown => {
  sent += 1;
  return { id: `i${sent}`, at: 1_000 + sent, ...fields, type, data };
};

const host = { organization: "h%/:1" };
const member = { organization: "__proto__" };
const space = { space: "constructor" };
const admin = (organization: string) => ({ by: { organization, person: `${organization}-boss` } });

const founding = ({ organization }: { readonly organization: string }): readonly unknown[] => {
  const from = { from: { organization } };
  const boss = { organization, person: `${organization}-boss`, number: 1 };
  return [
    send({ from: { platform: true } }, "organization.registered", {
      organization,
      name: organization,
      certified: true,
      edition: "exclusive",
      sso: true,
    }),
    send(from, "department.created", { organization, department: "d/1", parent: null, name: "D" }),
    send(from, "department.created", { organization, department: "d2", parent: "d/1", name: "E" }),
    send(from, "person.hired", { ...boss, departments: ["d/1"], fields: { name: "Boss" } }),
    send(from, "person.hired", {
      organization,
      person: "toString",
      number: 1,
      departments: ["d2"],
      fields: { name: "N", title: "" },
      probation: true,
    }),
    send(from, "admin.changed", { ...boss, role: "main", spacePermission: false }),
  ];
};

const course: readonly unknown[] = [
  ...founding(host),
  ...founding(member),
  send(admin(host.organization), "space.create", { ...space, name: "S", scope: { whole: true } }),
  send(admin(host.organization), "folder.create", {
    ...space,
    folder: "f",
    parent: null,
    name: "F",
  }),
  send(admin(host.organization), "invitation.issue", { ...space, invitation: "inv", form: "qr" }),
  send(admin(member.organization), "application.submit", {
    application: "a",
    invitation: "inv",
    scope: { departments: ["d2"], exclude: { people: ["toString"] } },
  }),
  send(admin(host.organization), "application.approve", {
    ...space,
    ...member,
    application: "a",
    reason: "welcome",
  }),
  send(admin(host.organization), "member.place", { ...space, ...member, folder: "f" }),
  send(admin(host.organization), "visibility.set", {
    ...space,
    ...member,
    visibility: { kind: "listed", organizations: [host.organization] },
  }),
  send(admin(host.organization), "partner.set", {
    ...space,
    ...member,
    types: ["supplier"],
    level: null,
  }),
  send(admin(member.organization), "scope.put-in", { ...space, ...member, people: ["toString"] }),
  send({ from: member }, "department.removed", { ...member, department: "d2" }),
  send({ from: member }, "person.resigned", { ...member, person: "toString", number: 1 }),
  send(admin(host.organization), "association.cancel", { ...space, ...member }),
];

/** With a cap of two people, the waiting list is used as well. */
test.each([3000, 2])("a course of events under a cap of %i is read back", (personCap) => {
  const policy = { ...defaultPolicy, personCap };
  let world: World = emptyWorld;
  const events: Event[] = [];
  const kinds = new Set<string>();
  for (const sending of course) {
    const input = parseInput(JSON.parse(JSON.stringify(sending)));
    expect(input).toEqual({ ok: true, value: sending });
    if (!input.ok) return;
    const result = apply(world, input.value as Input, policy);
    world = result.world;
    if (result.outcome.kind === "accepted") events.push(...result.outcome.events);
    else expect([input.value.type, personCap]).toEqual(["application.approve", 2]);
    const written: unknown = JSON.parse(JSON.stringify(snapshot(world)));
    const read = parseSnapshot(written);
    expect(read).toEqual({ ok: true, value: written });
    if (!read.ok) return;
    for (const [key] of read.value.records) kinds.add(key.slice(0, key.indexOf(":")));
    expect(snapshot(restore(read.value))).toEqual(written);
  }
  expect(kinds.size).toBeGreaterThan(personCap > 2 ? 18 : 15);
  const read = events.map((event) => {
    const parsed = parseEvent(JSON.parse(JSON.stringify(event)));
    expect(parsed).toEqual({ ok: true, value: event });
    return event;
  });
  expect(snapshot(replay(read))).toEqual(snapshot(world));
});
