// Aim: the Host's admins see their pool, page by page; nobody else sees anything of it.
// Method: questions by the Host, its ordinary people, Members, outsiders; pages of every size; cold asking.
import { describe, expect, test } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import {
  automate,
  buy,
  grant,
  licensed,
  member,
  own,
  people,
  revoke,
  usage,
  whole,
} from "../support/licenses.ts";
import { answer, cold, items, pages, viewer } from "./asking.ts";

const s1 = whole("s1");

/** People of B granted in the whole Space, and people who wait. */
function crowd(granted: number, waiting: number): Play {
  const p = licensed(granted);
  for (let i = 0; i < granted; i += 1) p.hire("B", `g${i}`);
  grant(p, s1, people("B", ...Array.from({ length: granted }, (_, i) => `g${i}`)));
  automate(p, s1, "B", ["law"]);
  for (let i = 0; i < waiting; i += 1) p.hire("B", `w${i}`, ["law"]);
  return p;
}

const persons = (list: readonly Record<string, unknown>[]) => list.map(({ person }) => person);
const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${i}`);

describe("who may ask", () => {
  const questions = [
    ["license.usage", {}],
    ["license.waiting", {}],
    ["license.accounts", { unit: own("A") }],
    ["license.accounts", { unit: s1 }],
    ["license.automatic", { unit: s1, organization: "B" }],
  ] as const;
  const ask = (p: Play, by: Parameters<typeof viewer>[0], at: number): unknown => {
    const [type, data] = questions[at] as (typeof questions)[number];
    return answer(p, type, { viewer: viewer(by), ...data } as never);
  };

  test("the Host's admins are answered", () => {
    const p = licensed(3);
    questions.forEach((_, at) => {
      expect(ask(p, "A", at)).toBeTypeOf("object");
    });
  });
  test("ordinary people of the Host are not", () => {
    const p = licensed(3);
    questions.forEach((_, at) => {
      expect(ask(p, ["A", "a1"], at)).toBe("LICENSE_HOST_ONLY");
    });
  });
  test("a Member's admins see a pool of their own, and nothing of the Host's", () => {
    const p = licensed(3);
    expect(usage(p, "B").purchased).toBe(0);
    expect(questions.map((_, at) => ask(p, "B", at)).slice(2)).toEqual(
      questions.slice(2).map(() => "LICENSE_HOST_ONLY"),
    );
  });
  test("outsiders learn nothing, applicants that the Space is there", () => {
    const p = licensed(3);
    p.register(["D", "E"]);
    p.invite("A", "s1");
    p.applyTo("D", "s1");
    expect(ask(p, "D", 3)).toBe("LICENSE_HOST_ONLY");
    expect([ask(p, "E", 2), ask(p, "E", 3), ask(p, "E", 4)]).toEqual([
      "LICENSE_HOST_ONLY",
      "UNKNOWN_SPACE",
      "UNKNOWN_SPACE",
    ]);
    expect(answer(p, "license.usage", { viewer: viewer("none") })).toBe("UNKNOWN_ORGANIZATION");
  });
  test("what is no unit, or no Member, is refused as in commands", () => {
    const p = licensed(3, {}, [member("s1", "B")]);
    const asked = { viewer: viewer("A") };
    expect(answer(p, "license.accounts", { ...asked, unit: s1 })).toBe("UNIT_NOT_LINKED");
    const automatic = (unit: ReturnType<typeof member> | typeof s1, organization: string) =>
      answer(p, "license.automatic", { ...asked, unit, organization });
    expect(automatic(member("s1", "C"), "C")).toBe("UNIT_NOT_LINKED");
    expect(automatic(member("s1", "B"), "C")).toBe("NOT_A_MEMBER");
    expect(automatic(s1, "A")).toBe("NOT_A_MEMBER");
    expect(automatic(member("s1", "B"), "B")).toEqual({ departments: [], inert: [] });
  });
});

describe("license.usage", () => {
  test("of a Host without a pool is nothing of nothing", () => {
    const p = licensed(0, {}, []);
    expect(usage(p)).toEqual({
      purchased: 0,
      used: 0,
      remaining: 0,
      over: 0,
      percent: null,
      high: false,
      units: [{ unit: own("A"), used: 0 }],
      waiting: 0,
      links: { used: 0, limit: 3, left: 3 },
    });
  });
  test("says what is over, and cuts percents to one decimal", () => {
    const p = licensed(3);
    grant(p, s1, people("B", "b1", "b2"));
    expect(usage(p).percent).toBe(66.6);
    buy(p, "A", 1);
    expect(usage(p)).toMatchObject({ percent: 200, over: 1, remaining: 0, high: true });
    buy(p, "A", 0);
    expect(usage(p)).toMatchObject({ percent: null, over: 2, high: false });
  });
});

describe("lists", () => {
  test("of holders come in order of granting, in pages of any size", () => {
    const p = crowd(300, 0);
    revoke(p, s1, people("B", "g7"));
    grant(p, s1, people("B", "g7"));
    const expected = [...numbered("g", 300).filter((each) => each !== "g7"), "g7"];
    const asked = { viewer: viewer("A"), unit: s1 };
    for (const limit of [1, 7, 128, 500]) {
      expect(persons(items(p, "license.accounts", asked, limit)), String(limit)).toEqual(expected);
    }
    expect(pages(p, "license.accounts", asked, 300)).toHaveLength(1);
  });
  test("of those who wait come first come first, with their units", () => {
    const p = crowd(2, 150);
    const asked = { viewer: viewer("A") };
    for (const limit of [1, 50, 500]) {
      expect(persons(items(p, "license.waiting", asked, limit))).toEqual(numbered("w", 150));
    }
    expect(items(p, "license.waiting", asked, 500)[0]).toEqual({
      organization: "B",
      person: "w0",
      unit: s1,
    });
  });
  test("go on after others were granted or have gone", () => {
    const p = crowd(4, 4);
    const asked = { viewer: viewer("A"), unit: s1 };
    const first = answer(p, "license.accounts", { ...asked, limit: 2 }) as { next: string };
    revoke(p, s1, people("B", "g0"));
    expect(
      persons(
        (
          answer(p, "license.accounts", { ...asked, after: first.next }) as {
            items: Record<string, unknown>[];
          }
        ).items,
      ),
    ).toEqual(["g2", "g3", "w0"]);
    revoke(p, s1, people("B", "g1"));
    expect(answer(p, "license.accounts", { ...asked, after: first.next })).toBe("MALFORMED");
  });
  test("take no cursor of another list", () => {
    const p = crowd(2, 2);
    const asked = { viewer: viewer("A") };
    for (const after of ["i 1 B g0", "i 1 B none", "i x B w0", "i B w0", "?"]) {
      expect(answer(p, "license.waiting", { ...asked, after }), after).toBe("MALFORMED");
    }
    for (const after of ["i B w0", "i B none", "i 1 B g0"]) {
      expect(answer(p, "license.accounts", { ...asked, unit: s1, after }), after).toBe("MALFORMED");
    }
  });
});

test("with nothing loaded every question takes a few rounds", () => {
  const p = crowd(300, 150);
  const asked = { viewer: viewer("A") };
  for (const [type, data] of [
    ["license.usage", asked],
    ["license.waiting", { ...asked, limit: 500 }],
    ["license.accounts", { ...asked, unit: s1, limit: 500 }],
    ["license.automatic", { ...asked, unit: s1, organization: "B" }],
  ] as const) {
    const { answer: answered, rounds } = cold(p.world(), type, data as never);
    expect(answered.kind, type).toBe("answer");
    expect(rounds, type).toBeLessThanOrEqual(5);
  }
});
