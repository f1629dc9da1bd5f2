/**
 * Aim: what is written in code is what a parser would take, and a bad id is named at the call.
 * Method: the samples of everything that is parsed, each string of each spoiled in turn.
 */
import { describe, expect, test } from "vitest";
import { command, fact, question } from "../../src/index.ts";
import { parseInput, parseQuery } from "../../src/schema/index.ts";
import { at, changed, paths } from "../schema/mutations.ts";
import { commands, facts, queries } from "../schema/samples.ts";

const stamp = { id: "1", at: 0 };
const ann = { organization: "acme", person: "ann" };

const kinds = [
  {
    samples: commands,
    parse: parseInput,
    write: (t: string, d: object) => command(t as "space.create", ann, d as never, stamp),
  },
  {
    samples: facts,
    parse: parseInput,
    write: (t: string, d: object) => fact(t as "person.resigned", d as never, stamp),
  },
  {
    samples: queries,
    parse: parseQuery,
    write: (t: string, d: object) => question(t as "entry.spaces", d as never),
  },
];
const cases = kinds.flatMap(({ samples, ...kind }) =>
  Object.entries(samples).map(([type, { full }]) => ({ type, full, ...kind })),
);

describe("what is written", () => {
  test.each(cases)("$type is what the parser takes", ({ type, full, parse, write }) => {
    const written = write(type, full);
    expect(parse(written)).toEqual({ ok: true, value: written });
  });

  test.each(cases)("$type: white space is refused in ids alone", ({ type, full, parse, write }) => {
    for (const path of paths(full).filter((each) => typeof at(full, each) === "string")) {
      const spoiled = changed(full, path, () => "a b") as object;
      const parsed = parse({ ...write(type, full), data: spoiled });
      const bad =
        !parsed.ok && parsed.problems.some(({ problem }) => problem === "forbidden-character");
      const said = () => write(type, spoiled);
      if (bad)
        expect(said).toThrow(new TypeError(`data.${path.join(".")} is no id: forbidden-character`));
      else if (parsed.ok) expect(said).not.toThrow();
    }
  });

  test("the envelope is looked at, and what is missing is named", () => {
    const data = { space: "s" };
    expect(() => command("space.dissolve", ["acme", ""], data, stamp)).toThrow(
      "by.person is no id: empty",
    );
    expect(() => command("space.dissolve", ann, data, { id: "", at: 0 })).toThrow(
      "id is no id: empty",
    );
    expect(() => command("space.dissolve", ann, undefined as never)).toThrow(
      new TypeError("data is missing"),
    );
    expect(() => fact("organization.ended", undefined as never)).toThrow(
      new TypeError("data is missing"),
    );
    expect(() => question("entry.spaces", null as never)).toThrow(new TypeError("data is missing"));
  });

  test("who acts may be a pair, an object or support staff; who reports follows from the type", () => {
    expect(command("space.dissolve", ["acme", "ann"], { space: "s" }).by).toEqual(ann);
    expect(
      command("space-quota.expand", { support: "sam" }, { organization: "acme", expansion: 1 }).by,
    ).toEqual({ support: "sam" });
    expect(fact("organization.ended", { organization: "acme" }).from).toEqual({ platform: true });
    expect(
      fact("person.resigned", { organization: "acme", person: "bob", number: 1 }).from,
    ).toEqual({ organization: "acme" });
    const lied = fact(
      "organization.ended",
      { organization: "acme" },
      { from: { organization: "bolt" } },
    );
    expect(lied.from).toEqual({ organization: "bolt" });
  });
});
