/** A person who works in two organizations of a Space and is bound to everything there is, in both. */
import { setWidth } from "../../src/engine/records.ts";
import type { PersonId, Policy, RecordKind, Records } from "../../src/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { entriesOf } from "./buckets.ts";

/** Somebody, written `organization/person`. */
export const who = (text: string) => {
  const [organization = "", person = ""] = text.split("/");
  return { organization, person };
};

/** Somebody who acts, written `organization/person`. */
export const by = (text: string): readonly [string, string] => {
  const { organization, person } = who(text);
  return [organization, person];
};

/** What must have been accepted. */
function ok(told: Told): Told {
  if (told.refusal !== null) throw new Error(JSON.stringify(told.refusal));
  return told;
}

/** Persons in each Space at most: `s2` is full, `s1` is not. */
const CAP = 6;

/**
 * A hosts s1 and s2; B and C are Members of s1, B of s2, too, where `B/x` waits. Both `B/x` and `C/x`
 * are selected by name in s1, licensed, in groups, on the list and in the permissions of app `app`,
 * head of d1, `legal`, admin, and hold tasks: `B/x` task 0 of i1 (started by `C/c1`) and of i2 (by
 * `B/b2`), `C/x` task 1 of i1. `B/x` has started i3, whose only task is `A/a1`'s.
 */
export function busy(changes: Partial<Policy> = {}): Play {
  const p = play({ personCap: CAP, ...changes });
  p.register(["A", "B", "C"]);
  for (let i = 1; i <= CAP; i += 1) p.hire("A", `a${i}`);
  for (const organization of ["B", "C"]) {
    p.createDepartments(organization, [["d1", null]]);
    p.hire(organization, "x");
    const small = organization.toLowerCase();
    for (const person of [`${small}1`, `${small}2`]) p.hire(organization, person);
    p.appoint(organization, "x", "sub", true);
    p.fact("person.heads-changed", { organization, person: "x", number: 1, departments: ["d1"] });
    p.fact("person.roles-changed", { organization, person: "x", number: 1, roles: ["legal"] });
  }
  p.createSpace("A", "s1", { people: ["a1"] });
  p.createSpace("A", "s2", { people: ["a1", "a2", "a3", "a4", "a5", "a6"] });
  p.join("A", "s1", "B", { people: ["x", "b2"] });
  p.join("A", "s1", "C", { people: ["x", "c1"] });
  p.join("A", "s2", "B", { departments: ["d1"] });
  p.relocate("B", "x", ["d1"]);
  licenses(p);
  groups(p);
  work(p);
  return p;
}

function licenses(p: Play): void {
  ok(p.fact("license.purchased", { organization: "A", purchased: 10 }));
  ok(p.command("A", "license.link", { unit: { kind: "space", space: "s1" } }));
  const people = ["B/x", "B/b2", "C/x", "C/c1"].map(who);
  ok(p.command("A", "license.grant", { unit: { kind: "space", space: "s1" }, people }));
  const unit = { kind: "host", organization: "A" } as const;
  ok(p.command("A", "license.grant", { unit, people: [who("A/a1")] }));
}

function groups(p: Play): void {
  const start = (starter: string, group: string, people: readonly string[]) =>
    ok(
      p.command(by(starter), "group.start", {
        space: "s1",
        group,
        name: group,
        participants: people.map(who),
      }),
    );
  start("A/a1", "g1", ["C/x", "B/x", "C/c1"]);
  start("B/x", "g2", ["B/b2"]);
}

function work(p: Play): void {
  const authorized = { organizations: ["B"], people: ["B/x", "C/x", "C/c1"].map(who) };
  const permissions = [
    { for: { people: ["C/x", "B/x"].map(who) }, rows: "all", reports: true },
  ] as const;
  ok(p.command("A", "app.create", { app: "app", name: "App" }));
  ok(p.command("A", "app.publish", { space: "s1", app: "app", authorized }));
  ok(p.command("A", "app.permit", { space: "s1", app: "app", permissions }));
  const flow = (id: string, approvers: readonly string[]) =>
    ok(
      p.command("A", "flow.define", {
        app: "app",
        flow: id,
        steps: [
          { mode: "all", approvers: approvers.map((each) => ({ kind: "person", ...who(each) })) },
        ],
      }),
    );
  flow("f1", ["B/x", "C/x"]);
  flow("f2", ["B/x"]);
  flow("f3", ["A/a1"]);
  const start = (starter: string, id: string, instance: string) =>
    ok(
      p.command(by(starter), "flow.start", {
        space: "s1",
        app: "app",
        flow: id,
        instance,
        row: `row-${instance}`,
      }),
    );
  start("C/c1", "f1", "i1");
  start("B/b2", "f2", "i2");
  start("B/x", "f3", "i3");
}

/** The events of a type, each as its data. */
export function happened(told: Told, type: string): Record<string, unknown>[] {
  return told.events.filter((event) => event.type === type).map(({ data }) => data);
}

/** The kinds of records in which an identity occurs as such, or by being listed under its organization. */
export function tracesOf(p: Play, text: string): string[] {
  const { organization, person } = who(text);
  const inside = (value: unknown): boolean => {
    if (Array.isArray(value)) {
      const own = value.includes(organization) && value.includes(person);
      const through =
        value[0] === person && JSON.stringify(value.slice(1)).includes(`"${organization}"`);
      return own || through || value.some(inside);
    }
    if (value === null || typeof value !== "object") return false;
    const { organization: home, person: one } = value as Record<string, unknown>;
    return (home === organization && one === person) || Object.values(value).some(inside);
  };
  const kinds = KINDS.filter((kind) =>
    p.records(kind).some(([, record]) => inside(shown(kind, record))),
  );
  const listed = OWNED.filter((kind) =>
    p.records(kind).some(([key, record]) => {
      return key.startsWith(`${organization}/`) && record.ids.includes(person as PersonId);
    }),
  );
  return [...kinds, ...listed].sort();
}

/** A record, a bucket as a list of its entries. */
function shown<Kind extends RecordKind>(kind: Kind, record: Records[Kind]): unknown {
  return setWidth(kind) === null ? record : entriesOf(kind, record);
}

/** Records that name identities of whatever organization. */
const KINDS = [
  "roster",
  "queued",
  "waiting",
  "accounts",
  "deferred",
  "participants",
  "listed",
  "task",
  "group",
  "instance",
  "row",
  "submitters",
  "steps",
] as const;
/** Records of one organization that list its people. */
const OWNED = ["people", "placed", "heads", "holders"] as const;
