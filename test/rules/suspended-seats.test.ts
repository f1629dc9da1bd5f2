// Aim: under `suspendedSeats: release` nobody holds or is given a license while suspended, and whoever is
// resumed has it again as soon as there is one. Method: one linked Space; suspensions of every kind.
import { expect } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy, type Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import {
  automate,
  buy,
  deferred,
  grant,
  holders,
  licensed,
  link,
  member,
  named,
  own,
  people,
  revoke,
  unlink,
  usage,
  whole,
} from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const RELEASE: Partial<Policy> = { suspendedSeats: "release" };
const s1 = whole("s1");

const suspend = (p: Play, person: string, organization = "B"): Told =>
  p.fact("person.suspended", { organization, person });
const resume = (p: Play, person: string, organization = "B"): Told =>
  p.fact("person.resumed", { organization, person });

const because = (told: Told, type: string): unknown[] =>
  happened(told, type).map((data) => (data as { readonly because?: string }).because);

function sound(p: Play, changes: Partial<Policy> = RELEASE): void {
  expect(invariants(p.world(), { ...defaultPolicy, ...changes })).toEqual([]);
}

const dir17 = rule("DIR-17");
dir17.accepts("that licenses stay, unless the policy releases them", () => {
  const p = licensed(2);
  grant(p, s1, people("B", "b1"));
  expect(named(suspend(p, "b1"), "license.released")).toEqual([]);
  expect(holders(p, s1)).toEqual(["B/b1"]);
});
dir17.refuses("a license to whoever is suspended, under that policy, in whatever unit", () => {
  const p = licensed(4, RELEASE);
  grant(p, s1, people("B", "b1", "b2"));
  grant(p, own("A"), people("A", "a1"));
  const told = suspend(p, "b1");
  expect(because(told, "license.released")).toEqual(["suspended"]);
  expect(because(suspend(p, "a1", "A"), "license.released")).toEqual(["suspended"]);
  expect([holders(p, s1), holders(p, own("A")), usage(p).used]).toEqual([["B/b2"], [], 1]);
  sound(p);
  expect(because(resume(p, "b1"), "license.granted")).toEqual(["reinstated"]);
  expect(because(resume(p, "a1", "A"), "license.granted")).toEqual(["reinstated"]);
  expect([holders(p, s1), holders(p, own("A"))]).toEqual([["B/b2", "B/b1"], ["A/a1"]]);
  sound(p);
});
dir17.refuses(
  "one by an automatic department, for as long, and later for having been there",
  () => {
    const p = licensed(9, RELEASE);
    suspend(p, "b4");
    automate(p, s1, "B", ["sales"]);
    const moved = p.fact("person.relocated", {
      organization: "B",
      person: "b4",
      departments: ["sales"],
    });
    expect(named(moved, "license.granted")).toEqual([]);
    expect(named(resume(p, "b4"), "license.granted")).toEqual([]);
  },
);
dir17.refuses("one by a choice that brings in who is there", () => {
  const p = licensed(9, { ...RELEASE, autoGrantBackfill: true });
  suspend(p, "b1");
  expect(named(automate(p, s1, "B", ["sales"]), "license.granted")).toEqual(["B/b2", "B/b3"]);
});
dir17.accepts("one by hand, which is not given back once more", () => {
  const p = licensed(9, RELEASE);
  grant(p, s1, people("B", "b1"));
  suspend(p, "b1");
  expect(grant(p, s1, people("B", "b1")).code).toBeNull();
  sound(p);
  revoke(p, s1, people("B", "b1"));
  expect(named(resume(p, "b1"), "license.granted")).toEqual([]);
});
dir17.accepts("that a suspended organization's licenses stay under either", () => {
  const p = licensed(2, RELEASE);
  grant(p, s1, people("B", "b1"));
  p.fact("organization.suspended", { organization: "B" });
  expect(holders(p, s1)).toEqual(["B/b1"]);
});
dir17.accepts("that suspended and resumed in one input nothing moves", () => {
  const p = licensed(2, RELEASE);
  grant(p, s1, people("B", "b1"));
  const data = { person: "b1" };
  const told = p.fact("directory.changed", {
    organization: "B",
    changes: [
      { type: "person.suspended", data },
      { type: "person.resumed", data },
    ],
  });
  expect(told.events.map(({ type }) => type)).toEqual(["person.suspended", "person.resumed"]);
  const again = suspend(p, "b1");
  expect(named(again, "license.released")).toEqual(["B/b1"]);
  const back = p.fact("directory.changed", {
    organization: "B",
    changes: [
      { type: "person.resumed", data },
      { type: "person.suspended", data },
    ],
  });
  expect(named(back, "license.granted")).toEqual([]);
  sound(p);
});
dir17.accepts("what left with the Roster, the unit or the employment as gone", () => {
  const p = licensed(9, RELEASE, [member("s1", "B")]);
  grant(p, member("s1", "B"), people("B", "b1", "b2", "b3"));
  for (const person of ["b1", "b2", "b3"]) suspend(p, person);
  p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["b1"] });
  sound(p);
  expect(named(resume(p, "b1"), "license.granted")).toEqual([]);
  const q = licensed(9, RELEASE);
  grant(q, s1, people("B", "b1", "b2"));
  suspend(q, "b1");
  suspend(q, "b2");
  unlink(q, s1);
  sound(q);
  expect(named(resume(q, "b1"), "license.granted")).toEqual([]);
});
dir17.accepts("somebody back from a departure while suspended: it waits for the resumption", () => {
  const p = licensed(9, RELEASE);
  grant(p, s1, people("B", "b1"));
  suspend(p, "b1");
  const b1 = { organization: "B", person: "b1" };
  p.fact("person.resigned", b1);
  sound(p);
  const back = p.fact("person.reinstated", b1);
  expect(because(back, "license.deferred")).toEqual(["suspended"]);
  expect(deferred(p)).toEqual([]);
  sound(p);
  expect(because(resume(p, "b1"), "license.granted")).toEqual(["reinstated"]);
});
dir17.refuses("a license to whom a line of a list suspends, and gives it back by one", () => {
  const p = licensed(2, RELEASE);
  grant(p, s1, people("B", "b1"));
  const line = (suspended: boolean, list: string, at: number): Told =>
    p.fact(
      "directory.reconciled",
      {
        ...{ organization: "B", list, of: { departments: 0, people: 1 } },
        part: {
          ...{ kind: "people", page: 0, pages: 1 },
          people: ["b1", "b2", "b3", "b4", "B-admin"].map((person) => ({
            person,
            fields: { name: person },
            ...(person === "b1" ? { suspended } : {}),
          })),
        },
      },
      { at },
    );
  expect(because(line(true, "first", 5000), "license.released")).toEqual(["suspended"]);
  expect(holders(p, s1)).toEqual([]);
  sound(p);
  expect(because(line(false, "second", 6000), "license.granted")).toEqual(["reinstated"]);
  expect(holders(p, s1)).toEqual(["B/b1"]);
  sound(p);
});
dir17.accepts("what goes with the Roster as gone for good, whoever comes onto it again", () => {
  const p = licensed(9, RELEASE);
  grant(p, s1, people("B", "b1", "b2"));
  suspend(p, "b1");
  const scope = (departments: readonly string[]): Told =>
    p.command("B", "scope.set", {
      ...{ space: "s1", organization: "B" },
      scope: { whole: false, departments, people: [] },
    });
  expect(scope(["law"]).code).toBeNull();
  sound(p);
  expect(scope(["sales", "law"]).code).toBeNull();
  expect(named(resume(p, "b1"), "license.granted")).toEqual([]);
  sound(p);
});
dir17.accepts("what an automatic department gave as given back, whatever is chosen since", () => {
  const p = licensed(9, RELEASE);
  automate(p, s1, "B", ["sales"]);
  p.hire("B", "b5", ["sales"]);
  expect(holders(p, s1)).toEqual(["B/b5"]);
  suspend(p, "b5");
  automate(p, s1, "B", ["law"]);
  sound(p);
  expect(because(resume(p, "b5"), "license.granted")).toEqual(["reinstated"]);
  expect(holders(p, s1)).toEqual(["B/b5"]);
  sound(p);
});

const cap08 = rule("CAP-08");
cap08.happens(
  "to whoever is resumed: first in line, in the order in which they were suspended",
  () => {
    const p = licensed(2, RELEASE);
    grant(p, s1, people("B", "b1", "b2"));
    automate(p, s1, "B", ["law"]);
    suspend(p, "b2");
    suspend(p, "b1");
    grant(p, s1, people("C", "c1", "c2"));
    p.hire("B", "new", ["law"]);
    resume(p, "b1");
    const told = resume(p, "b2");
    expect(told.notices.map(({ kind }) => kind)).toContain("LICENSE_AUTO_GRANT_DEFERRED");
    expect(deferred(p)).toEqual(["B/b2", "B/b1", "B/new"]);
    // A place in line is released, and given back, like a license.
    suspend(p, "b1");
    expect(deferred(p)).toEqual(["B/b2", "B/new"]);
    resume(p, "b1");
    expect(deferred(p)).toEqual(["B/b2", "B/b1", "B/new"]);
    sound(p);
    buy(p, "A", 4);
    expect(deferred(p)).toEqual(["B/new"]);
  },
);
cap08.doesNot("where an automatic grant without a license is dropped", () => {
  const changes: Partial<Policy> = { ...RELEASE, autoGrantWhenEmpty: "drop" };
  const p = licensed(1, changes);
  grant(p, s1, people("B", "b1"));
  suspend(p, "b1");
  grant(p, s1, people("C", "c1"));
  expect(because(resume(p, "b1"), "license.undeferred")).toEqual(["none-left"]);
  revoke(p, s1, people("C", "c1"));
  expect(holders(p, s1)).toEqual([]);
  sound(p, changes);
});

const suspendMember = (p: Play, organization = "B"): Told =>
  p.command("A", "association.suspend", { space: "s1", organization });
const resumeMember = (p: Play, organization = "B"): Told =>
  p.command("A", "association.resume", { space: "s1", organization });

const exit08 = rule("EXIT-08");
exit08.accepts("that a Member's licenses stay, unless the policy releases them", () => {
  const p = licensed(2);
  grant(p, s1, people("B", "b1"));
  expect(named(suspendMember(p), "license.released")).toEqual([]);
  expect(holders(p, s1)).toEqual(["B/b1"]);
});
exit08.happens("to release what its people have there, and to give it back in order", () => {
  const p = licensed(3, RELEASE);
  grant(p, s1, people("B", "b3", "b1"));
  grant(p, s1, people("C", "c1"));
  automate(p, s1, "B", ["sales"]);
  p.fact("person.relocated", { organization: "B", person: "b4", departments: ["sales"] });
  expect([holders(p, s1), deferred(p)]).toEqual([["B/b3", "B/b1", "C/c1"], ["B/b4"]]);
  const told = suspendMember(p);
  expect(named(told, "license.released")).toEqual(["B/b3", "B/b1"]);
  expect(because(told, "license.released")).toEqual(["suspended", "suspended"]);
  expect(named(told, "license.undeferred")).toEqual(["B/b4"]);
  expect([holders(p, s1), deferred(p), usage(p).used]).toEqual([["C/c1"], [], 1]);
  sound(p);
  const back = resumeMember(p);
  expect(named(back, "license.granted")).toEqual(["B/b3", "B/b1"]);
  expect(because(back, "license.granted")).toEqual(["reinstated", "reinstated"]);
  expect([holders(p, s1), deferred(p)]).toEqual([["C/c1", "B/b3", "B/b1"], ["B/b4"]]);
  sound(p);
});
exit08.doesNot("grant anything automatically meanwhile, nor later for having been there", () => {
  const p = licensed(9, { ...RELEASE, autoGrantBackfill: true });
  suspendMember(p);
  expect(named(automate(p, s1, "B", ["sales"]), "license.granted")).toEqual([]);
  const b4 = { organization: "B", person: "b4" };
  const moved = p.fact("person.relocated", { ...b4, departments: ["sales"] });
  expect(named(moved, "license.granted")).toEqual([]);
  expect(named(resumeMember(p), "license.granted")).toEqual([]);
  sound(p);
});
exit08.doesNot("touch what is held elsewhere: of others, of the own unit, of another Space", () => {
  const p = licensed(9, RELEASE, [member("s1", "C")]);
  grant(p, member("s1", "C"), people("C", "c1"));
  grant(p, own("A"), people("A", "a1"));
  p.createSpace("A", "s2");
  p.join("A", "s2", "B", { whole: true });
  link(p, whole("s2"));
  grant(p, whole("s2"), people("B", "b1"));
  expect(named(suspendMember(p), "license.released")).toEqual([]);
  expect(named(suspendMember(p, "C"), "license.released")).toEqual(["C/c1"]);
  expect(holders(p, whole("s2"))).toEqual(["B/b1"]);
  expect(
    named(
      p.command("A", "license.grant", {
        unit: member("s1", "C"),
        people: people("C", "c2"),
      }),
      "license.granted",
    ),
  ).toEqual(["C/c2"]);
  sound(p);
  expect(named(resumeMember(p, "C"), "license.granted")).toEqual(["C/c1"]);
});
exit08.happens("to whoever is suspended as well only when both are over", () => {
  const p = licensed(9, RELEASE);
  grant(p, s1, people("B", "b1", "b2"));
  suspend(p, "b1");
  expect(named(suspendMember(p), "license.released")).toEqual(["B/b2"]);
  suspend(p, "b2");
  expect(named(resume(p, "b1"), "license.granted")).toEqual([]);
  sound(p);
  expect(named(resumeMember(p), "license.granted")).toEqual(["B/b1"]);
  sound(p);
  expect(named(resume(p, "b2"), "license.granted")).toEqual(["B/b2"]);
  sound(p);
});
exit08.doesNot(
  "give back what its people left meanwhile, or what ended with the Association",
  () => {
    const p = licensed(9, RELEASE);
    grant(p, s1, people("B", "b1", "b2", "b3"));
    suspendMember(p);
    p.resign("B", "b1");
    p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["b2"] });
    sound(p);
    const b1 = { organization: "B", person: "b1" };
    expect(because(p.fact("person.reinstated", b1), "license.deferred")).toEqual(["suspended"]);
    sound(p);
    expect(named(resumeMember(p), "license.granted")).toEqual(["B/b3", "B/b1"]);
    suspendMember(p);
    p.command("A", "association.cancel", { space: "s1", organization: "B" });
    sound(p);
    expect(holders(p, s1)).toEqual([]);
  },
);
