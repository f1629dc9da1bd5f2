/** Every invariant of Spaces finds what it is there to find. */
import { describe } from "vitest";
import { finds, without } from "./corrupting.ts";

describe("in Spaces", () => {
  finds("a Space that its Host does not list", "SPACE-01", "organization", ["host"], (each) => ({
    ...each,
    hosted: ["s"],
  }));
  finds("a Space listed after its end", "SPACE-01", "space", ["t"], (each) => ({
    ...each,
    dissolved: true,
  }));
  finds("a Host without a part", "SPACE-01", "association", ["t", "host"], () => null);
  finds("more hosted than created", "SPACE-01", "organization", ["host"], (each) => ({
    ...each,
    created: 1,
  }));
  finds("an ended organization in a Space", "SPACE-01", "organization", ["north"], (each) => ({
    ...each,
    ended: true,
    admins: [],
  }));
  finds("a Member not listed", "SPACE-05", "members", ["s", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("the Host among the Members", "SPACE-05", "members", ["s", "0"], (each) => ({
    entries: [...each.entries, [7, "host"]],
  }));
  finds("a Member that does not know it", "SPACE-05", "organization", ["north"], (each) => ({
    ...each,
    joined: [],
  }));
  finds("another Association's number", "SPACE-05", "association", ["s", "south"], (each) => ({
    ...each,
    order: 9,
  }));
  finds("a part in a dissolved Space", "SPACE-05", "association", ["over", "north"], () => ({
    order: 1,
    whole: false,
    departments: { buckets: 0, count: 0 },
    people: { buckets: 0, count: 0 },
    present: 0,
    waiting: 0,
    folder: null,
    visibility: { kind: "own" },
    types: [],
    level: null,
  }));
  finds("a pending application not listed", "JOIN-07", "pending", ["s", "0"], () => null);
  finds("a decided application listed", "JOIN-07", "application", ["east-s"], (each) => ({
    ...each,
    status: "rejected",
  }));
  finds("a pending application of a Member", "JOIN-07", "application", ["north-s"], (each) => ({
    ...each,
    status: "pending",
  }));
  finds("an application whose scope is lost", "JOIN-07", "wish", ["east-s", "0"], () => null);
  finds("an applicant not known", "JOIN-07", "applicant", ["s", "east"], () => null);
  finds("a miscount of uses", "JOIN-19", "invitation", ["i-s"], (each) => ({ ...each, uses: 0 }));
  finds("a use that no application took", "JOIN-19", "use", ["i-s", "nobody"], () => ({
    member: true,
  }));
  finds("a use that is gone", "JOIN-19", "use", ["i-s", "north"], () => null);
  finds(
    "a Member's use taken for one of a pending application",
    "JOIN-19",
    "use",
    ["i-s", "north"],
    () => ({
      member: false,
    }),
  );
  finds("an overused invitation", "JOIN-19", "invitation", ["i-s"], (each) => ({
    ...each,
    maxUses: 1,
  }));
  finds("an invitation not listed", "JOIN-02", "invited", ["s", "0"], () => null);
  finds(
    "an open invitation that names somebody, not counted",
    "JOIN-02",
    "invitation",
    ["i-s"],
    (each) => ({
      ...each,
      invited: "east",
    }),
  );
  finds("an invited organization that nothing names", "JOIN-02", "invitee", ["s", "east"], () => ({
    open: 1,
  }));
  finds(
    "a latest invitation that is meant for others",
    "JOIN-14",
    "invitee",
    ["s", "east"],
    () => ({
      open: 1,
      latest: "i-s",
    }),
  );
  finds("a pause without a rejection", "JOIN-16", "applicant", ["s", "north"], (each) => ({
    ...each,
    reapplyFrom: 1,
  }));
  finds("a miscount of a Folder's Members", "FOLDER-01", "folder", ["s", "g"], (each) => ({
    ...each,
    members: 0,
  }));
  finds("a miscount of a Folder's Folders", "FOLDER-01", "folder", ["s", "f"], (each) => ({
    ...each,
    children: 0,
  }));
  finds("a Folder within itself", "FOLDER-01", "folders", ["s", "0"], (each) => ({
    entries: each.entries.map((entry) => ({ ...entry, parent: entry.folder })),
  }));
  finds("a Member in no known Folder", "FOLDER-01", "association", ["s", "south"], (each) => ({
    ...each,
    folder: "nowhere",
  }));
  finds("a removed Folder listed", "FOLDER-01", "folder", ["s", "f"], (each) => ({
    ...each,
    removed: true,
  }));
  finds("a setting that names the future", "VIS-06", "association", ["s", "north"], (each) => ({
    ...each,
    visibility: { kind: "listed", organizations: [["south", 99]] },
  }));
  finds("a setting that names something twice", "VIS-06", "excepted", ["s", "0/south"], (each) => ({
    ...each,
    kinds: [{ type: "dealer" }, { type: "dealer" }],
  }));
  finds("an exception from the future", "VIS-06", "excepted", ["s", "0/south"], (each) => ({
    ...each,
    departments: [["north", 99, "sales"]],
  }));
  finds("a page of exceptions that is lost", "VIS-06", "excepted", ["s", "0/south"], () => null);
  const kept = {
    ...{ folder: null, visibility: { kind: "own" }, types: [], level: null },
    ...{ until: 9, counterparts: [] },
  } as const;
  finds("something kept of a Member", "EXIT-09", "retained", ["s", "north"], () => kept);
  finds("something kept in a Folder that never was", "EXIT-09", "retained", ["s", "east"], () => ({
    ...kept,
    folder: "nowhere",
  }));
  finds("a setting kept that names the future", "VIS-06", "retained", ["s", "east"], () => ({
    ...kept,
    visibility: { kind: "listed", organizations: [["south", 99]] },
  }));
  finds("a hidden Host", "VIS-08", "association", ["s", "host"], (each) => ({
    ...each,
    hidden: true,
  }));
  finds("a miscount of those hidden", "VIS-08", "space", ["s"], (each) => ({ ...each, hidden: 2 }));
  finds("a suspended Host", "EXIT-08", "association", ["s", "host"], (each) => ({
    ...each,
    suspended: true,
  }));
  finds("a miscount of those suspended", "EXIT-08", "space", ["s"], (each) => ({
    ...each,
    suspended: 1,
  }));
  finds(
    "exceptions left behind",
    "STRUCTURE",
    "excepted",
    ["s", "1/south"],
    (each) =>
      each ?? {
        organizations: [],
        kinds: [],
        departments: [],
      },
  );
  finds(
    "a removed department that nobody noted",
    "DIR-11",
    "excepted",
    ["s", "0/south"],
    (each) => ({
      ...each,
      departments: [["north", 1, "old"]],
    }),
  );
  finds("a page left behind", "STRUCTURE", "members", ["s", "9"], () => ({ entries: [] }));
});
