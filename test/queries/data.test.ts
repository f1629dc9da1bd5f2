// Aim: questions about data and person fields, beyond what the rules' own tests ask.
// Method: more rows, submitters and people than a page or a bucket holds; cursors; nothing loaded.
import { describe, expect, test } from "vitest";
import type { Queries, QueryType } from "../../src/index.ts";
import type { Plain, Play } from "../../src/testing/index.ts";
import { authorize, license, market, permit, submit, type Who } from "../support/apps.ts";
import { answer, cold, items, outcome, page, pages, viewer } from "./asking.ts";

type QueryData<Type extends QueryType> = Plain<Queries[Type]["input"]>;

const h1: Who = ["H", "h1"];
const s1: Who = ["S", "s1"];
const inSpace = (who: Who) => ({ viewer: viewer(who), app: "crm", space: "s" });
const asHost = { viewer: viewer(h1), app: "crm" };
const rowsOf = (list: readonly Record<string, unknown>[]) => list.map(({ row }) => row);

/** So many rows: every third of S, the others of D; every tenth labelled. */
function filled(count: number): Play {
  const p = market();
  for (let i = 0; i < count; i += 1) {
    const who: Who = i % 3 === 0 ? s1 : ["D", "d1"];
    submit(p, who, { rows: [{ row: `r${i}`, labels: i % 10 === 0 ? ["ten"] : [] }] });
  }
  return p;
}

const numbers = (count: number, step = 1) =>
  Array.from({ length: Math.ceil(count / step) }, (_, i) => `r${i * step}`);

describe("rows", () => {
  test("come in order of arrival, whatever the size of pages", () => {
    const p = filled(200);
    for (const limit of [1, 63, 64, 65, 500]) {
      expect(rowsOf(items(p, "data.rows", asHost, limit))).toEqual(numbers(200));
    }
    expect(rowsOf(items(p, "data.rows", { ...asHost, submitter: "s1" }, 7))).toEqual(
      numbers(200, 3),
    );
    permit(p, [{ rows: "own" }]);
    expect(rowsOf(items(p, "data.rows", inSpace(s1), 10))).toEqual(numbers(200, 3));
    permit(p, [{ rows: "all", labels: ["ten"] }]);
    expect(rowsOf(items(p, "data.rows", inSpace(s1), 3))).toEqual(numbers(200, 10));
  });

  test("are looked at a bounded number at a time; a page may then name a place", () => {
    const p = filled(0);
    p.command(["H", "h1"], "form.submit", { app: "crm", rows: [{ row: "first" }] });
    for (let i = 0; i < 90; i += 1) {
      const rows = Array.from({ length: 100 }, (_, at) => ({ row: `h${i}-${at}` }));
      p.command(["H", "h1"], "form.submit", { app: "crm", rows });
    }
    submit(p, s1, {}, "last");
    permit(p, [{ rows: "own" }]);
    const all = pages(p, "data.rows", inSpace(s1), 100);
    expect(all.flatMap((each) => rowsOf(each.items))).toEqual(["last"]);
    expect(all.length).toBeGreaterThan(1);
    const { answer: told, rounds, keys } = cold(p.world(), "data.rows", inSpace(s1));
    expect(told.kind).toBe("answer");
    expect(rounds).toBeLessThanOrEqual(5);
    expect(keys).toBeLessThan(160);
  }, 30_000);

  test("take no row for a cursor that the viewer does not see", () => {
    const p = filled(30);
    permit(p, [{ rows: "own" }]);
    const { next } = page(p, "data.rows", { ...inSpace(s1), limit: 2 });
    expect(next).toBe("i r3");
    expect(rowsOf(page(p, "data.rows", { ...inSpace(s1), limit: 1, after: "i r3" }).items)).toEqual(
      ["r6"],
    );
    for (const after of ["i r4", "i none", "i __proto__", "i r3 r3"]) {
      expect(answer(p, "data.rows", { ...inSpace(s1), after })).toBe("MALFORMED");
    }
    expect(page(p, "data.rows", { ...asHost, after: "i r28" }).items).toHaveLength(1);
    expect(page(p, "data.rows", { ...asHost, after: "p 1000" }).items).toEqual([]);
  });

  test("are asked for one after another where several are submitted at once", () => {
    const p = filled(130);
    const rows = Array.from({ length: 100 }, (_, i) => ({ row: `x${i}` }));
    expect(submit(p, h1, { rows }).events).toHaveLength(100);
    expect(items(p, "data.rows", asHost)).toHaveLength(230);
    const twice = [{ row: "y" }, { row: "y" }];
    expect(submit(p, h1, { rows: twice }).refusal?.data).toEqual({ kind: "row", id: "y" });
    expect(submit(p, h1, { rows: [{ row: "y" }, { row: "x5" }] }).code).toBe("ID_TAKEN");
    // From Downstream an id in use ranks before the batch.
    expect(submit(p, s1, { rows: twice }).code).toBe("ID_TAKEN");
  });

  test("and their range are given to a cold reader after five rounds at most", () => {
    const p = filled(200);
    const plant = { organization: "S", department: "plant" };
    permit(p, [
      { rows: "own", for: { departments: [plant] } },
      { rows: "space", labels: ["ten"] },
    ]);
    authorize(p, { departments: [plant], people: [{ organization: "S", person: "s1" }] });
    for (const type of ["data.range", "data.rows"] as const) {
      for (const data of [asHost, inSpace(s1), { ...inSpace(s1), after: "i r3" }]) {
        same(p, type, data as never);
      }
    }
    const submitters = { viewer: viewer(h1), app: "crm" };
    same(p, "data.submitters", submitters);
    same(p, "data.submitters", { ...submitters, after: "i s1 S 1", search: "d1" });
  });
});

/** A cold reader gets the same answer, after five rounds at most. */
function same<Type extends QueryType>(p: Play, type: Type, data: QueryData<Type>) {
  const { answer: told, rounds } = cold(p.world(), type, data);
  expect(told.kind).toBe("answer");
  expect({ ...told, reads: [] }).toEqual({ ...outcome(p.world(), type, data), reads: [] });
  expect(rounds).toBeLessThanOrEqual(5);
}

describe("submitters", () => {
  test("come in order of their first rows, found by name, in pages of any size", () => {
    const p = market();
    const people = Array.from({ length: 150 }, (_, i) => `p${i}`);
    for (const person of people) p.hire("D", person);
    license(
      p,
      "s",
      people.slice(0, 60).map((person): Who => ["D", person]),
    );
    for (const person of [...people.slice(0, 60)].reverse()) submit(p, ["D", person]);
    submit(p, ["D", "p5"]);
    const expected = [...people.slice(0, 60)].reverse();
    const persons = (more: object, limit: number) =>
      items(p, "data.submitters", { ...asHost, ...more }, limit).map(({ person }) => person);
    for (const limit of [1, 59, 60, 500]) expect(persons({}, limit)).toEqual(expected);
    expect(persons({ search: "p1" }, 4)).toEqual(expected.filter((each) => each.startsWith("p1")));
    expect(persons({ search: "nobody" }, 4)).toEqual([]);
    for (const after of ["i p5 S", "i s1 S", "i p5"]) {
      expect(answer(p, "data.submitters", { ...asHost, after })).toBe("MALFORMED");
    }
  });
});

describe("candidates", () => {
  const ids = (list: readonly Record<string, unknown>[]) =>
    list.map(({ organization, person }) => `${String(organization)}/${String(person)}`);

  /** Three Spaces with the app; S is in all of them, each time with other people. */
  function spread(): Play {
    const p = market();
    for (let i = 0; i < 60; i += 1) p.hire("S", `x${i}`);
    for (let i = 0; i < 60; i += 1) p.hire("H", `y${i}`);
    p.register(["T"]);
    for (const space of ["t", "u"]) {
      p.createSpace("H", space, { people: ["h2"] });
      p.join("H", space, "S", { people: ["x1", "x2", "off"] });
      p.join("H", space, "T", { whole: true });
      p.command("H", "app.publish", { space, app: "crm" });
    }
    return p;
  }

  test("are all who can be picked, each once, in pages of any size", () => {
    const p = spread();
    const whole = ids(items(p, "form.candidates", asHost));
    expect(new Set(whole).size).toBe(whole.length);
    for (const limit of [1, 10, 64]) {
      expect(ids(items(p, "form.candidates", asHost, limit))).toEqual(whole);
    }
    const everybody = p.records("employment").map(([key]) => key.split("/") as [string, string]);
    for (const who of [h1, s1]) {
      const about = who[0] === "H" ? asHost : inSpace(who);
      const listed = new Set(ids(items(p, "form.candidates", about)));
      for (const [organization, person] of everybody) {
        const target = { organization, person };
        const told = answer(p, "form.pickable", { ...about, target });
        const expected = listed.has(`${organization}/${person}`);
        expect(told).toEqual(expected ? { pickable: true } : "PICK_TARGET_OUTSIDE_SCOPE");
      }
    }
  });

  test("are found by name, in every list", () => {
    const p = spread();
    const found = (search: string) =>
      ids(items(p, "form.candidates", { ...asHost, search }, 3)).sort();
    expect(found("T-admin")).toEqual(["T/T-admin"]);
    expect(found("off")).toEqual(["S/off"]);
    expect(found("both")).toEqual(["H/both", "S/both"]);
    expect(found("y1")).toHaveLength(11);
  });

  test("are walked on from whoever was shown last, though they have left since", () => {
    const p = spread();
    const first = page(p, "form.candidates", { ...asHost, limit: 20 });
    const last = first.items.at(-1) as { person: string };
    p.resign("H", last.person);
    const next = page(p, "form.candidates", { ...asHost, limit: 20, after: first.next as string });
    expect(ids(next.items).filter((each) => ids(first.items).includes(each))).toEqual([]);
    expect(next.items).toHaveLength(20);
  });

  test("have cursors that name one of the lists they come from, and no others", () => {
    const p = spread();
    const wrong = ["i s1 S x", "i s1 S", "i a b c d", "p 99999999999", "i h1"];
    for (const after of wrong) {
      expect(answer(p, "form.candidates", { ...asHost, after })).toBe("MALFORMED");
    }
    expect(typeof answer(p, "form.candidates", { ...asHost, after: "i s1 S s" })).toBe("object");
    for (const after of ["i s1 S s", "p 4294967296"]) {
      expect(answer(p, "form.candidates", { ...inSpace(s1), after })).toBe("MALFORMED");
    }
  });

  test("are given to a cold reader after five rounds at most", () => {
    const p = spread();
    const lists: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const data: QueryData<"form.candidates"> = {
        ...asHost,
        limit: 50,
        ...(after === "" ? {} : { after }),
      };
      same(p, "form.candidates", data);
      after = page(p, "form.candidates", data).next;
      lists.push(String(after));
    }
    expect(lists.length).toBeGreaterThan(3);
    p.under({ formPickerScope: "visible-only" });
    same(p, "form.candidates", inSpace(s1));
    const target = { organization: "D", person: "d1" };
    for (const about of [asHost, inSpace(s1)]) same(p, "form.pickable", { ...about, target });
  });
});
