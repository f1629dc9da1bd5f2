/** Every invariant of directories finds what it is there to find. */
import { describe } from "vitest";
import type { Records } from "../../src/index.ts";
import { finds, without } from "./corrupting.ts";

describe("in the directory", () => {
  const index = (by: number) => (each: Records["directory"]) => ({
    ...each,
    people: { ...each.people, count: each.people.count + by },
  });
  finds("a miscount of people", "ROSTER-05", "directory", ["north"], index(1));
  finds("a person missing from the list", "ROSTER-05", "people", ["north", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("an entry out of order", "ROSTER-05", "people", ["north", "0"], (each) => ({
    entries: [...each.entries].reverse(),
  }));
  finds(
    "an employment under another number",
    "ROSTER-05",
    "employment",
    ["north", "n1"],
    (each) => ({
      ...each,
      number: 7,
    }),
  );
  finds("a place of hire given twice", "ROSTER-05", "people", ["north", "0"], (each) => ({
    entries: each.entries.map(([person, number]) => [person, number, 1]),
  }));
  finds("somebody suspended, unlisted", "DIR-17", "employment", ["north", "n1"], (each) => ({
    ...each,
    suspended: { standIn: null, ticket: 0 },
  }));
  finds(
    "a list of people suspended without its page",
    "DIR-17",
    "directory",
    ["north"],
    (each) => ({
      ...each,
      suspended: { next: 1, count: 1, pages: [0] },
    }),
  );
  finds("a department missing from the tree", "ROSTER-09", "tree", ["north", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("a tree entry with another parent", "ROSTER-09", "tree", ["north", "0"], (each) => ({
    entries: each.entries.map((entry) => ({ ...entry, parent: null })),
  }));
  finds("a ticket on a wrong page", "ROSTER-09", "tree", ["north", "0"], (each) => ({
    entries: each.entries.map((entry) => ({ ...entry, ticket: entry.ticket + 640 })),
  }));
  finds("wrong ancestors", "ROSTER-09", "department", ["north", "export"], (each) => ({
    ...each,
    ancestors: ["law"],
  }));
  finds("a cycle of departments", "ROSTER-09", "tree", ["north", "0"], (each) => ({
    entries: each.entries.map((entry) =>
      entry.department === "sales" ? { ...entry, parent: "export" } : entry,
    ),
  }));
  finds(
    "somebody placed where they are not listed",
    "ROSTER-07",
    "employment",
    ["north", "n1"],
    (each) => ({
      ...each,
      departments: ["law"],
    }),
  );
  finds(
    "somebody placed in an unknown department",
    "ROSTER-07",
    "employment",
    ["north", "n1"],
    (each) => ({
      ...each,
      departments: ["export", "nowhere"],
    }),
  );
  finds(
    "departments of somebody who left",
    "ROSTER-07",
    "employment",
    ["north", "left"],
    (each) => ({
      ...each,
      departments: ["law"],
    }),
  );
  finds("an identity that a person does not know of", "RESIGN-02", "person", ["n1"], () => ({
    organizations: [],
  }));
  finds("an identity that has ended", "RESIGN-02", "person", ["left"], () => ({
    organizations: ["north"],
  }));
  finds("a person nobody knows of", "RESIGN-02", "person", ["n1"], () => null);
  finds("an admin who left", "RESIGN-01", "organization", ["north"], (each) => ({
    ...each,
    admins: [{ person: "left", role: "main", spacePermission: false }],
  }));
  finds("an admin listed twice", "RESIGN-01", "organization", ["north"], (each) => ({
    ...each,
    admins: [...each.admins, ...each.admins],
  }));
  finds("a list that is not recorded", "DIR-04", "directory", ["north"], (each) => ({
    ...each,
    lists: ["x"],
  }));
  finds("a part of no list", "STRUCTURE", "part", ["north", "p0/x"], () => ({ ids: ["n1"] }));
  finds("a line put off by no list", "DIR-08", "returns", ["north", "0/x"], () => ({
    lines: [{ person: "n1" as never, fields: { name: "N" }, at: 5 }],
  }));
  finds("an organization without a directory", "STRUCTURE", "directory", ["south"], () => null);
  finds("a bucket left behind", "STRUCTURE", "people", ["north", "5"], () => ({ entries: [] }));
  finds("a bucket of a removed department", "STRUCTURE", "placed", ["north", "0/old"], () => ({
    entries: [],
  }));
  finds("a tree page left behind", "STRUCTURE", "tree", ["north", "9"], () => ({ entries: [] }));
});
