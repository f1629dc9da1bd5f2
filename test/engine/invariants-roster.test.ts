/** Every invariant of Rosters, waiting lists and scopes finds what it is there to find. */
import { describe } from "vitest";
import type { Records } from "../../src/index.ts";
import { finds, without } from "./corrupting.ts";

describe("on Rosters", () => {
  const space = (change: Partial<Records["space"]>) => (each: Records["space"]) => ({
    ...each,
    ...change,
  });
  finds("a miscount of persons", "CAP-02", "space", ["s"], space({ persons: 3 }));
  finds("a miscount of identities", "CAP-02", "space", ["s"], space({ identities: 3 }));
  finds("a miscount of who is present", "CAP-02", "association", ["s", "north"], (each) => ({
    ...each,
    present: 9,
  }));
  finds("a miscount of who waits", "CAP-02", "association", ["s", "host"], (each) => ({
    ...each,
    waiting: 9,
  }));
  finds("somebody present through nobody", "CAP-02", "roster", ["s", "0"], (each) => ({
    entries: each.entries.map(([person]) => [person, []]),
  }));
  finds("a counterpart who does not know", "PARTNER-03", "counterparts", ["s", "north"], () => ({
    own: { sets: 1, people: [["n1", 0]] } as never,
    host: { sets: 0, people: [] },
  }));
  finds("a counterpart of nobody", "PARTNER-03", "counterparts", ["s", "nobody"], () => ({
    own: { sets: 0, people: [] },
    host: { sets: 0, people: [] },
  }));
  finds("a queue without its list", "CAP-05", "queued", ["s", "0"], () => ({ entries: [] }));
  finds("a list without its queue", "CAP-05", "waiting", ["s", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("somebody present after leaving", "ROSTER-15", "roster", ["s", "0"], (each) => ({
    entries: each.entries.map(([person, through]) =>
      person === "n1" ? ["left", [["north", 5]]] : [person, through],
    ),
  }));
  finds(
    "somebody present under a former employment",
    "ROSTER-15",
    "employment",
    ["north", "n1"],
    (each) => ({
      ...each,
      ordinal: 77,
    }),
  );
  finds("a rule on somebody who left", "RESIGN-01", "ruled", ["s", "p0/north"], (each) => ({
    entries: [["left", "in"], ...each.entries],
  }));
  finds("a rule on a removed department", "RESIGN-01", "ruled", ["s", "d0/north"], (each) => ({
    entries: [...each.entries.slice(0, 1), ["old", "in"], ...each.entries.slice(1)],
  }));
  finds("somebody in scope and not there", "ROSTER-10", "ruled", ["s", "p0/north"], (each) => ({
    entries: each.entries.map(([id]) => [id, "in"]),
  }));
  finds("somebody there and not in scope", "ROSTER-10", "association", ["s", "host"], (each) => ({
    ...each,
    whole: false,
  }));
  finds("a department's rule not followed", "ROSTER-10", "ruled", ["s", "d0/north"], (each) => ({
    entries: each.entries.map(([id]) => [id, "out"]),
  }));
  finds("a move that the Roster did not follow", "ROSTER-10", "tree", ["north", "0"], (each) => ({
    entries: each.entries.map((entry) =>
      entry.department === "export" ? { ...entry, parent: "law" } : entry,
    ),
  }));
  finds("a bucket left behind", "STRUCTURE", "roster", ["s", "3"], () => ({ entries: [] }));
  finds("rules of nobody", "STRUCTURE", "ruled", ["s", "p0/east"], () => ({ entries: [] }));
});
