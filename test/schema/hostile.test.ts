// Aim: nothing that can be handed to a parser makes it throw, run foreign code, work without bound, or
// take what it must not. Method: the fault lists of ids, numbers and shapes, case by case.
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import { parseCommand, parseInput, parseRecord, parseSnapshot } from "../../src/schema/index.ts";
import { command } from "./samples.ts";

const dissolve = (space: unknown) => command("space.dissolve", { space });
const create = (name: unknown) => command("space.create", { space: "s1", name });

const problems = (value: unknown): readonly string[] => {
  const result = parseInput(value);
  return result.ok
    ? ["ok"]
    : result.problems.map(({ path, problem }) => `${path.join(".")} ${problem}`);
};

/**
 * Runs within a second and a half of processor time (not of the clock, which others share): far more
 * than is needed, far less than work without a bound would take.
 */
function quickly<T>(run: () => T): T {
  const before = process.cpuUsage();
  const result = run();
  expect(process.cpuUsage(before).user).toBeLessThan(1_500_000);
  return result;
}

describe("ids", () => {
  test("names that objects inherit are ids like others", () => {
    for (const id of ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "then"]) {
      expect(problems(dissolve(id)), id).toEqual(["ok"]);
      expect(problems(JSON.parse(JSON.stringify(dissolve(id)))), id).toEqual(["ok"]);
    }
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test("what is not a string is not an id, whatever it turns into", () => {
    for (const id of [["__proto__"], 5, true, null, {}]) {
      expect(problems(dissolve(id))).toEqual(["data.space not-a-string"]);
    }
    for (const id of [{ toString: () => "s1" }, new String("s1"), Symbol("s1"), 5n, () => "s1"]) {
      expect(problems(dissolve(id))[0]).toContain("not-plain");
    }
  });

  test("white space, invisible and control characters are refused, not trimmed", () => {
    const marks = [" ", "\t", "\n", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u2066", "\u0000"];
    for (const mark of [...marks, "\u0085", "\u2028"]) {
      for (const id of [mark, `${mark}a`, `a${mark}`, `a${mark}b`]) {
        expect(problems(dissolve(id))).toEqual(["data.space forbidden-character"]);
      }
    }
    expect(problems(dissolve(""))).toEqual(["data.space empty"]);
  });

  test("lone surrogates are refused", () => {
    for (const id of ["\ud800", "a\udc00b", "\udc00\ud800"]) {
      expect(problems(dissolve(id))).toEqual(["data.space ill-formed"]);
    }
    expect(problems(dissolve("😀"))).toEqual(["ok"]);
  });

  test("spellings and cases are ids of their own, and kept", () => {
    for (const id of [
      "é",
      "e\u0301",
      "A1",
      "a1",
      "10",
      "01",
      "Ａ",
      "ı",
      "a:b",
      "..",
      "%2e",
      "a/b",
    ]) {
      const result = parseCommand(dissolve(id));
      expect(result.ok && result.value.data).toEqual({ space: id });
    }
  });

  test("long ids are refused by their length alone", () => {
    const problem = (id: string): readonly string[] => quickly(() => problems(dissolve(id)));
    expect(problem("x".repeat(1_000_000))).toEqual(["data.space too-long"]);
    expect(problem("x".repeat(10_000_000))).toEqual(["data.space too-large"]);
    expect(problem("\ud800".repeat(10_000_000))).toEqual(["data.space too-large"]);
  });
});

describe("texts", () => {
  test("what a store would refuse or a reader misread is refused", () => {
    for (const name of ["\u0000", "a\u0007", "a\nb", "a\u009fb", "a\u202eb", "a\u2067b"]) {
      expect(problems(create(name))).toEqual(["data.name forbidden-character"]);
    }
    expect(problems(create("a\udfff"))).toEqual(["data.name ill-formed"]);
  });

  test("names of all scripts are taken as given", () => {
    for (const name of [
      "企业间互联",
      "Зоя",
      "👩‍👩‍👧",
      "می‌خواهم",
      "e\u0301",
      " padded ",
      "a\u200fb",
    ]) {
      const result = parseCommand(create(name));
      expect(result.ok && result.value.data).toEqual({ space: "s1", name });
    }
  });

  test("combining marks and joiners count by code unit", () => {
    expect(quickly(() => problems(create("\u0301".repeat(200_000))))).toEqual([
      "data.name too-long",
    ]);
    expect(problems(create("\u200d".repeat(200)))).toEqual(["ok"]);
  });
});

describe("shape", () => {
  test("a type is a name of its own", () => {
    for (const type of ["toString", "__proto__", "constructor", "hasOwnProperty", "", "space"]) {
      expect(problems({ ...dissolve("s1"), type })).toEqual(["type unknown-type"]);
    }
    expect(problems({ ...dissolve("s1"), type: ["space.dissolve"] })).toEqual([
      "type not-a-string",
    ]);
    const { type: _, ...untyped } = dissolve("s1");
    expect(problems(untyped)).toEqual(["type missing"]);
    expect(parseRecord("toString" as never, {})).toEqual({
      ok: false,
      problems: [{ path: [], problem: "unknown-type" }],
    });
    expect(parseRecord({} as never, {}).ok).toBe(false);
  });

  test("forbidden names are unknown fields, wherever they are", () => {
    for (const name of ["__proto__", "constructor", "prototype"]) {
      const text = JSON.stringify(dissolve("s1"));
      const spoiled = [
        text.replace("{", `{"${name}":{"role":"main"},`),
        text.replace('"data":{', `"data":{"${name}":1,`),
      ];
      expect(problems(JSON.parse(spoiled[0] ?? ""))).toEqual([`${name} unknown-field`]);
      expect(problems(JSON.parse(spoiled[1] ?? ""))).toEqual([`data.${name} unknown-field`]);
    }
    expect(Object.hasOwn(Object.prototype, "role")).toBe(false);
  });

  test("getters are never run", () => {
    let runs = 0;
    const lure = (base: object, name: string) =>
      Object.defineProperty(base, name, {
        enumerable: true,
        configurable: true,
        get: () => {
          runs += 1;
          return "s1";
        },
      });
    expect(problems({ ...dissolve("s1"), data: lure({}, "space") })).toEqual([
      "data.space not-plain",
    ]);
    expect(problems(lure({ ...dissolve("s1") }, "type"))).toEqual(["type not-plain"]);
    const people = lure(["a"], "0");
    expect(
      problems(command("scope.take-out", { space: "s1", organization: "o1", people })),
    ).toEqual(["data.people.0 not-plain"]);
    expect(parseSnapshot(lure({ interorg: "snapshot", v: 1 }, "records")).ok).toBe(false);
    expect(parseSnapshot({ interorg: "snapshot", v: 1, records: people }).ok).toBe(false);
    expect(runs).toBe(0);
  });

  test("what JSON cannot write is not plain", () => {
    class Space {
      readonly space = "s1";
    }
    class Names extends Array<string> {}
    const sparse = ["a"];
    sparse.length = 3;
    const tagged = Object.assign(["a"], { extra: 1 });
    const swapped = Object.assign(["a"], { extra: 1 });
    swapped.length = 0;
    swapped.length = 1;
    const hidden = Object.defineProperty({}, "space", { value: "s1", enumerable: false });
    const symbolic = { space: "s1", [Symbol("x")]: 1 };
    const values = [
      ...[new Space(), new Names("a"), sparse, tagged, swapped, hidden, symbolic],
      ...[undefined, Symbol("x"), () => 1, 5n, Number.NaN, Infinity, -Infinity],
      ...[
        new Date(),
        new Map(),
        new Set(),
        /x/,
        new Error("x"),
        new Uint8Array(2),
        new Boolean(true),
      ],
      ...[
        Object.create({ space: "s1" }),
        Object.create(Object.create(null)),
        JSON,
        Math,
        Object.prototype,
      ],
      ...[new WeakMap(), Promise.resolve(1)],
    ];
    for (const value of values) {
      for (const spoiled of [value, { ...dissolve("s1"), data: value }, dissolve(value)]) {
        const result = parseInput(spoiled);
        expect(result.ok).toBe(false);
        expect(!result.ok && result.problems.map(({ problem }) => problem)).toContain("not-plain");
      }
    }
  });

  test("objects without a prototype and of another realm are plain", () => {
    expect(problems(Object.assign(Object.create(null), dissolve("s1")))).toEqual(["ok"]);
    const text = JSON.stringify(
      command("scope.take-out", { space: "s1", organization: "o1", people: ["a"] }),
    );
    expect(problems(runInNewContext(`(${text})`))).toEqual(["ok"]);
    expect(problems(runInNewContext("new Date(0)"))).toEqual([" not-plain"]);
    expect(problems(runInNewContext("new (class A { space = 's1' })()"))).toEqual([" not-plain"]);
  });

  test("cycles and depth are found, without a deep stack", () => {
    const loop: { [name: string]: unknown } = dissolve("s1");
    loop["data"] = loop;
    expect(problems(loop)).toEqual(["data not-plain"]);
    const deep = (levels: number): unknown => {
      let value: unknown = 1;
      for (let i = 0; i < levels; i += 1) value = [value];
      return value;
    };
    const words = problems({ ...dissolve("s1"), data: deep(31) });
    expect(words).toEqual(["data not-an-object"]);
    expect(problems({ ...dissolve("s1"), data: deep(32) })[0]).toMatch(/too-deep$/);
    expect(quickly(() => problems(deep(1_000_000)))[0]).toMatch(/too-deep$/);
    // Every level twice in the next: 2^40 places from 40 lists.
    let wide: unknown = [];
    for (let i = 0; i < 40; i += 1) wide = [wide, wide];
    expect(quickly(() => parseInput(wide)).ok).toBe(false);
    // The same with lists that are not deep: 10^8 places.
    const row = Array.from({ length: 10_000 }, () => 0);
    const rows = Array.from({ length: 10_000 }, () => row);
    expect(quickly(() => parseInput(rows))).toMatchObject({ problems: [{ problem: "too-large" }] });
  });

  test("many keys, items and places are refused before anything is done with them", () => {
    const wide = Object.fromEntries(Array.from({ length: 257 }, (_, i) => [`k${i}`, 0]));
    expect(problems({ ...dissolve("s1"), data: wide })).toEqual(["data too-many"]);
    expect(problems(dissolve(Array.from({ length: 10_001 }, () => 0)))).toEqual([
      "data.space too-many",
    ]);
    expect(problems(dissolve(new Array(2 ** 32 - 1)))).toEqual(["data.space too-many"]);
    expect(parseSnapshot(new Array(2 ** 32 - 1)).ok).toBe(false);
    expect(parseSnapshot({ interorg: "snapshot", v: 1, records: new Array(2 ** 32 - 1) })).toEqual({
      ok: false,
      problems: [{ path: ["records"], problem: "too-many" }],
    });
    const texts = Array.from({ length: 9_000 }, () => "x".repeat(1_000));
    expect(quickly(() => problems(dissolve(texts)))[0]).toMatch(/too-large$/);
  });

  test("at most 20 problems, however many there are, and none that repeats much of the value", () => {
    const people = Array.from({ length: 5_000 }, () => "bad id");
    const bad = command("scope.take-out", { space: "s1", organization: "o1", people });
    expect(problems(bad)).toHaveLength(20);
    const twice = Array.from({ length: 5_000 }, () => "a");
    expect(
      problems(command("scope.put-in", { space: "s1", organization: "o1", people: twice })),
    ).toHaveLength(20);
    const strange = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`k${i}`, 0]));
    expect(problems({ ...dissolve("s1"), data: strange })).toHaveLength(20);
    const plain = Array.from({ length: 5_000 }, () => undefined);
    expect(problems(dissolve(plain))).toHaveLength(20);
    const worst = {
      ...command("directory.reconciled", {
        organization: "o1",
        part: {
          kind: "people",
          page: 0,
          pages: 1,
          people: Array.from({ length: 2_000 }, () => ({ departments: Array(64).fill(5), "": 1 })),
        },
      }),
    };
    expect(quickly(() => problems(worst)).length).toBe(20);

    const name = `<script>\n\ud800${"x".repeat(500)}`;
    const result = parseInput({ ...dissolve("s1"), data: { space: "s1", [name]: 1 } });
    const echo = result.ok ? "" : String(result.problems[0]?.path[1]);
    expect(echo.length).toBeLessThanOrEqual(64);
    expect(echo).toMatch(/^<script>\\u000a\\ud800x+$/);
  });

  test("proxies that throw, lie or never end are not plain or read once", () => {
    const boom = () => {
      throw new Error("trap");
    };
    const traps = ["ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"] as const;
    for (const trap of traps) {
      const proxy = new Proxy(dissolve("s1"), { [trap]: boom });
      expect(problems(proxy)[0]).toMatch(/not-plain$/);
      expect(problems({ ...dissolve("s1"), data: new Proxy([1], { [trap]: boom }) })[0]).toBe(
        "data not-plain",
      );
      expect(parseSnapshot(proxy).ok).toBe(false);
    }
    const { proxy: revoked, revoke } = Proxy.revocable([], {});
    revoke();
    expect(problems(revoked)).toEqual([" not-plain"]);
    expect(parseSnapshot({ interorg: "snapshot", v: 1, records: revoked }).ok).toBe(false);

    let reads = 0;
    const shifty = new Proxy({ space: "s1" } as { space: unknown }, {
      get: boom,
      getOwnPropertyDescriptor: () => {
        reads += 1;
        return { value: reads === 1 ? "s1" : 5, enumerable: true, configurable: true };
      },
    });
    const result = parseCommand({ ...dissolve("s1"), data: shifty });
    expect(result.ok && result.value.data).toEqual({ space: "s1" });
    expect(reads).toBe(1);

    const endless: unknown = new Proxy([], {
      getOwnPropertyDescriptor: (_target, key) =>
        key === "length"
          ? { value: 1, writable: true, enumerable: false, configurable: false }
          : { value: endless, enumerable: true, configurable: true },
      ownKeys: () => ["length", "0"],
    });
    expect(parseInput(endless).ok).toBe(false);
  });

  test("results hold nothing of the input, and the input is left alone", () => {
    const people = ["a", "b"];
    const data = { space: "s1", organization: "o1", people };
    const result = parseCommand(Object.freeze(command("scope.take-out", Object.freeze(data))));
    people.push("c");
    expect(result.ok && result.value.data).toEqual({ ...data, people: ["a", "b"] });
  });
});

describe("a polluted Object.prototype", () => {
  const base = Object.prototype as { [name: string]: unknown };
  let polluted: string[] = [];
  const pollute = (name: string, value: unknown) => {
    Object.defineProperty(base, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    polluted.push(name);
  };
  const heal = () => {
    for (const name of polluted) delete base[name];
    polluted = [];
  };
  afterEach(heal);

  const values = ["x", true, 1, null, {}, [], () => "x", new Set(["kind"])];
  const good = JSON.stringify(create("N"));
  const bad = JSON.stringify(
    command("scope.set", {
      space: " ",
      scope: { departments: ["a", "a"], people: [5], whole: 1 },
      extra: { kind: "own" },
    }),
  );
  const snapshot = JSON.stringify({
    interorg: "snapshot",
    v: 1,
    records: [["person:p1", { organizations: ["o1"] }]],
  });
  const results = () =>
    JSON.stringify([
      parseInput(JSON.parse(good)),
      parseInput(JSON.parse(bad)),
      parseInput({ ...JSON.parse(good), by: {} }),
      parseSnapshot(JSON.parse(snapshot)),
    ]);

  test("lends no field and changes no answer", () => {
    const sound = results();
    const names = [
      ...[
        "organization",
        "person",
        "support",
        "platform",
        "type",
        "data",
        "id",
        "at",
        "by",
        "kind",
      ],
      ...["revision", "scope", "exclude", "whole", "reason", "role", "records", "v", "interorg"],
      ...["path", "code", "issues", "input", "inst", "message", "continue", "errors", "params"],
      ...[
        "memo",
        "aborted",
        "when",
        "coerce",
        "checks",
        "optin",
        "optout",
        "discriminator",
        "error",
      ],
      ...[
        "async",
        "direction",
        "skipChecks",
        "abortEarly",
        "memoizer",
        "catchall",
        "values",
        "def",
      ],
      ...["keys", "next", "names", "source", "list", "object", "length", "then", "toJSON", "0"],
      ...["min", "max", "options", "element", "judge", "keyOf", "minItems", "minProperties"],
    ];
    for (const name of names) {
      for (const value of values) {
        pollute(name, value);
        let found: string | Error;
        try {
          found = results();
        } catch (thrown) {
          found = thrown as Error;
        } finally {
          heal();
        }
        // `toJSON` speaks for the results when this test writes them down, not when they are made.
        if (name !== "toJSON") expect(found, `${name} = ${String(value)}`).toBe(sound);
      }
    }
  });

  test("is no hindrance to a type that is parsed for the first time", () => {
    pollute("role", "primary");
    pollute("revision", 5);
    const folder = parseInput(command("folder.rename", { space: "s1", folder: "f1", name: "N" }));
    const seen = parseInput(
      command("visibility.set", {
        space: "s1",
        organization: "o1",
        visibility: { kind: "listed", organizations: ["o1"] },
      }),
    );
    heal();
    expect(folder.ok && Object.keys(folder.value.data)).toEqual(["space", "folder", "name"]);
    expect(seen.ok).toBe(true);
  });

  test("never makes a parser throw, even where it breaks the language", () => {
    for (const name of ["get", "set", "value", "writable", "configurable", "return"]) {
      for (const value of values) {
        pollute(name, value);
        let thrown: unknown;
        let taken: boolean | undefined;
        try {
          taken = parseInput({ ...JSON.parse(bad) }).ok;
          parseInput(JSON.parse(good));
          parseInput(command("folder.move", { space: "s1", folder: "f1", parent: null }));
          parseSnapshot(JSON.parse(snapshot));
        } catch (error) {
          thrown = error;
        } finally {
          heal();
        }
        expect(thrown, name).toBeUndefined();
        expect(taken, name).toBe(false);
      }
    }
  });
});
