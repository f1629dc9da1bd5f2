/** Pages: all of a list and nothing twice, however it is cut, while it changes, and at a small cost. */
import { describe, expect, test } from "vitest";
import { hash } from "../../src/core/hash.ts";
import { bucketOf } from "../../src/core/hashed.ts";
import type { PersonId } from "../../src/core/ids.ts";
import { ask, defaultPolicy } from "../../src/index.ts";
import { bucketAt, placeOf } from "../../src/queries/roster-order.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { answer, cold, contacts, items, outcome, page, pages, viewer } from "./asking.ts";

/** A Host with so many people, all in the Space, and so many Members with one each. */
function crowd(people: number, members: number, personCap = 100_000): Play {
  const p = play({ personCap });
  p.register(["host"]);
  for (let i = 0; i < people; i += 1) p.hire("host", `h${i}`);
  p.createSpace("host", "s", { whole: true });
  p.invite("host", "s");
  for (let i = 0; i < members; i += 1) {
    p.register([`m${i}`]);
    p.applyTo(`m${i}`, "s", { whole: true });
    p.approve("host", `m${i}`, "s");
  }
  return p;
}

const host = { viewer: viewer("host"), space: "s" };

describe("what is asked of a page", () => {
  const p = crowd(3, 3);
  const problems = (data: object) => {
    const told = outcome(p.world(), "space.organizations", { ...host, ...data } as never);
    return told.kind === "refused" ? told.refusal : told;
  };
  const malformed = (name: string, problem: string) => ({
    code: "MALFORMED",
    rule: "PROTO-01",
    data: { problems: [{ path: ["data", name], problem }] },
  });

  test("a limit is an integer from 1 to 500", () => {
    for (const limit of [0, -1, 501]) {
      expect(problems({ limit })).toEqual(malformed("limit", "out-of-range"));
    }
    for (const limit of [1.5, Number.NaN, "3", null]) {
      expect(problems({ limit })).toEqual(malformed("limit", "not-an-integer"));
    }
    expect(page(p, "space.organizations", { ...host, limit: 500 }).items).toHaveLength(4);
  });

  test("a cursor is the text of an earlier page, and nothing else", () => {
    const wrong = ["", "x", "i", "i a b", "p", "p -1", "p 1e9", "i  a", "i nobody", 7, null];
    for (const after of wrong) {
      expect(problems({ after })).toEqual(malformed("after", "not-a-cursor"));
    }
    for (const type of ["space.contacts", "admin.waiting"] as const) {
      expect(answer(p, type, { ...host, after: "i a" })).toBe("MALFORMED");
    }
    for (const type of ["admin.members", "admin.applications", "admin.folders"] as const) {
      expect(answer(p, type, { ...host, after: "i nobody" })).toBe("MALFORMED");
    }
    expect(answer(p, "admin.invitations", { ...host, after: "i a" })).toBe("MALFORMED");
  });

  test("a question of no known type is malformed", () => {
    for (const type of ["no.such", "__proto__", "constructor", 3, undefined]) {
      const told = ask(p.world(), { type, data: {} } as never, defaultPolicy);
      expect(told).toMatchObject({
        kind: "refused",
        refusal: { code: "MALFORMED", data: { problems: [{ path: ["type"] }] } },
      });
    }
  });

  test("a cursor that names what the asker does not see tells nothing", () => {
    const data = { viewer: viewer("m0"), space: "s" };
    for (const hidden of ["m1", "host", "nobody"]) {
      expect(answer(p, "space.organizations", { ...data, after: `i ${hidden}` })).toBe("MALFORMED");
    }
    for (const hidden of ["i host h1", "i m1 nobody"]) {
      expect(answer(p, "admin.waiting", { ...data, after: hidden })).toBe("MALFORMED");
    }
  });
});

describe("a list in pages", () => {
  const p = crowd(400, 7);

  test("is the same list, cut anywhere", () => {
    for (const type of ["space.organizations", "space.contacts", "admin.members"] as const) {
      const whole = items(p, type, host, 500);
      expect(new Set(whole.map((each) => JSON.stringify(each))).size).toBe(whole.length);
      for (const limit of [1, 7, 8, 100]) {
        const cut = pages(p, type, host, limit);
        expect(cut.flatMap((each) => [...each.items])).toEqual(whole);
        for (const each of cut.slice(0, -1)) expect(each.items).toHaveLength(limit);
        expect(cut.at(-1)?.items.length).toBeGreaterThan(0);
      }
    }
    expect(items(p, "space.contacts", host)).toHaveLength(408);
  });

  test("goes on where it was, after others came and left", () => {
    const q = crowd(400, 1);
    const first = page(q, "space.contacts", { ...host, limit: 150 });
    const shown = first.items.map(({ person }) => person as string);
    const before = contacts(q, "host", "s").map((each) => each.split("/")[1] as string);
    const leaving = [
      ...shown.slice(-1),
      ...before.filter((each) => !shown.includes(each)).slice(5, 25),
    ];
    for (const person of leaving) {
      q.fact("person.resigned", { organization: "host", person, number: 1 });
    }
    for (let i = 0; i < 900; i += 1) q.hire("host", `new${i}`);
    const rest = items(q, "space.contacts", { ...host, after: first.next ?? "" });
    const later = rest.map(({ person }) => person as string);
    for (const person of shown) expect(later).not.toContain(person);
    const stayed = before.filter((each) => !shown.includes(each) && !leaving.includes(each));
    expect(later).toEqual(expect.arrayContaining(stayed));
    expect(new Set(later).size).toBe(later.length);
  });

  test("has an order that the people whom one does not see do not change", () => {
    const few = crowd(0, 2);
    const many = crowd(300, 2);
    for (const q of [few, many]) for (let i = 0; i < 30; i += 1) q.hire("m0", `p${i}`);
    const data = { viewer: viewer("m0"), space: "s", limit: 4 };
    const seen = (q: Play) => pages(q, "space.contacts", data, 4);
    expect(seen(many)).toEqual(seen(few));
    const found = (q: Play) => pages(q, "space.contacts", { ...data, search: "p1" }, 4);
    expect(found(many)).toEqual(found(few));
    expect(found(few).flatMap((each) => [...each.items])).toHaveLength(11);
  });

  test("of a cursor's item that has left the list is asked for from the start", () => {
    const q = crowd(1, 3);
    const first = page(q, "admin.members", { ...host, limit: 1 });
    q.command("host", "association.cancel", { space: "s", organization: "m0" });
    expect(answer(q, "admin.members", { ...host, after: first.next ?? "" })).toBe("MALFORMED");
    expect(items(q, "admin.members", host)).toHaveLength(2);
  });

  test("of applications, Folders and invitations goes on after what has gone meanwhile", () => {
    const q = crowd(0, 0);
    for (let i = 0; i < 5; i += 1) {
      q.register([`a${i}`]);
      q.applyTo(`a${i}`, "s");
      q.command("host", "folder.create", { space: "s", folder: `f${i}`, parent: null, name: "F" });
      q.command("host", "invitation.issue", { space: "s", invitation: `x${i}`, form: "qr" });
    }
    const cursor = (type: "admin.applications" | "admin.folders" | "admin.invitations") =>
      page(q, type, { ...host, limit: 2 }).next ?? "";
    const cursors = [cursor("admin.applications"), cursor("admin.folders")];
    q.approve("host", "a1", "s");
    q.command("host", "folder.remove", { space: "s", folder: "f1" });
    const left = items(q, "admin.applications", { ...host, after: cursors[0] as string });
    expect(left.map(({ organization }) => organization)).toEqual(["a2", "a3", "a4"]);
    const folders = items(q, "admin.folders", { ...host, after: cursors[1] as string });
    expect(folders.map(({ folder }) => folder)).toEqual(["f2", "f3", "f4"]);
    const invitations = pages(q, "admin.invitations", host, 2);
    expect(invitations.map((each) => each.items.length)).toEqual([2, 2, 2]);
  });
});

test("a waiting list in pages, all of it or one's own part", () => {
  const p = crowd(0, 2, 3);
  for (let i = 0; i < 700; i += 1) p.hire(`m${i % 2}`, `w${i}`);
  const whole = items(p, "admin.waiting", host);
  expect(whole.map(({ person }) => person)).toEqual(Array.from({ length: 700 }, (_, i) => `w${i}`));
  const data = { viewer: viewer("m1"), space: "s" };
  for (const limit of [3, 100, 350]) {
    expect(items(p, "admin.waiting", data, limit)).toEqual(
      whole.filter(({ organization }) => organization === "m1"),
    );
  }
});

test("a place is in exactly one bucket: the one of whoever stands there", () => {
  for (const buckets of [1, 2, 3, 5, 8, 63, 64, 65]) {
    for (let i = 0; i < 200; i += 1) {
      const person = `p${i}` as PersonId;
      expect(bucketAt(placeOf(person), buckets).bucket).toBe(bucketOf(person, buckets));
    }
    const walked: number[] = [];
    for (let place = 0; place < 2 ** 32; ) {
      const { bucket, end } = bucketAt(place, buckets);
      expect(end).toBeGreaterThan(place);
      walked.push(bucket);
      place = end;
    }
    expect(walked.sort((left, right) => left - right)).toEqual(
      Array.from({ length: buckets }, (_, i) => i),
    );
  }
  expect(hash("p0")).not.toBe(placeOf("p0" as PersonId));
});

describe("with nothing loaded", () => {
  const p = crowd(3_000, 12);
  const few = { viewer: viewer("m0"), space: "s" };

  test("every question is answered alike, in five rounds at most", () => {
    p.command("host", "visibility.set", {
      space: "s",
      organization: "m1",
      visibility: { kind: "listed", organizations: ["m2", "host"] },
    });
    const questions = [
      ["entry.management", { viewer: viewer("host") }],
      ["entry.spaces", { person: "h1" }],
      ["space.organizations", host],
      ["space.organizations", { ...few, limit: 1 }],
      ["space.contacts", host],
      ["space.contacts", { ...few, search: "admin" }],
      ["space.contacts", { viewer: viewer("m1"), space: "s", search: "h2" }],
      ["space.contact", { ...host, organization: "m1", person: "m1-admin" }],
      ["admin.members", { ...host, limit: 1 }],
      ["admin.applications", host],
      ["admin.invitations", host],
      ["admin.folders", host],
      ["admin.waiting", host],
      ["admin.scope", few],
      ["admin.space-room", host],
      ["admin.organization-room", { viewer: viewer("m0") }],
      ["space.contacts", { viewer: viewer(["host", "nobody"]), space: "s" }],
    ] as const;
    for (const [type, data] of questions) {
      const { answer: loaded, rounds } = cold(p.world(), type, data as never);
      const warm = outcome(p.world(), type, data as never);
      expect([type, { ...loaded, reads: [] }]).toEqual([type, { ...warm, reads: [] }]);
      expect(rounds, type).toBeLessThanOrEqual(5);
    }
  });

  test("a page loads what it shows and a bounded number of records besides", () => {
    expect(cold(p.world(), "space.contacts", { ...host, limit: 10 }).keys).toBeLessThan(30);
    expect(cold(p.world(), "space.contacts", { ...host, limit: 100 }).keys).toBeLessThan(120);
    expect(cold(p.world(), "space.contacts", few).keys).toBeLessThan(80);
    const search = cold(p.world(), "space.contacts", { ...host, search: "h1" }).keys;
    expect(search).toBeLessThan(600);
    expect(cold(p.world(), "space.organizations", few).keys).toBeLessThan(12);
    expect(cold(p.world(), "admin.space-room", host).keys).toBeLessThan(5);
  });
});
