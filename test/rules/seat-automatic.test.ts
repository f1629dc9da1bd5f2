// Aim: whoever comes to be present for a Trunk and chosen by it is granted a license at once, or waits in turn.
// Method: a county with towns and a village below both; every way in and out, with room, without, and under a cap.
import { expect, test } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import { link, opened, relink, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const UNIT = { kind: "hierarchy", organization: "K" } as const;
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

/** County K above towns T and U; village V below both; K has bought so many licenses. */
function county(purchased = 10, changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "U", "V"], changes);
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  for (const town of ["T", "U"]) link(p, town, "V", WHOLE);
  p.createDepartments("T", [
    ["office", null],
    ["desk", "office"],
    ["yard", null],
  ]);
  p.createDepartments("V", [["barn", null]]);
  p.fact("license.purchased", { organization: "K", purchased });
  return p;
}

interface Chosen {
  readonly whole?: boolean;
  readonly alone?: boolean;
}

const automate = (
  p: Play,
  organization: string,
  departments: readonly string[],
  chosen: Chosen = {},
  by = "K",
): Told => p.command(by, "license.automate", { unit: UNIT, organization, departments, ...chosen });

const chooseWhole = (p: Play, organization: string, alone = false): Told =>
  automate(p, organization, [], { whole: true, alone });

const limit = (p: Play, branch: string, most: number | null): Told =>
  p.command("K", "license.limit", { unit: UNIT, branch, limit: most });

const named = ({ events }: Told, type: string): string[] =>
  events
    .filter((each) => each.type === type)
    .map(({ data }) => data as { organization: string; person: string })
    .map(({ organization, person }) => `${organization} ${person}`);

const granted = (told: Told): string[] => named(told, "license.granted");

const listed = (p: Play, type: "license.accounts" | "license.waiting"): string[] => {
  const asked = type === "license.accounts" ? { unit: UNIT } : {};
  const { items } = p.ask(type, { viewer: who("K"), ...asked }) as {
    readonly items: readonly { readonly organization: string; readonly person: string }[];
  };
  return items.map(({ organization, person }) => `${organization} ${person}`);
};
const holders = (p: Play): string[] => listed(p, "license.accounts");
const waiting = (p: Play): string[] => listed(p, "license.waiting");

const chosenOf = (p: Play, organization: string, viewer = who("K")) =>
  p.ask("license.automatic", { viewer, unit: UNIT, organization });

const seat03 = rule("SEAT-03");
seat03.happens("to whoever is hired into a department chosen, or below one; to no others", () => {
  const p = county();
  expect(automate(p, "T", ["office"]).events).toMatchObject([
    {
      type: "license.automated",
      data: { host: "K", unit: UNIT, organization: "T", added: ["office"], whole: false },
    },
  ]);
  expect(automate(p, "T", ["office"]).events).toEqual([]);
  expect(p.hire("T", "t1", ["desk"]).events).toMatchObject([
    { type: "person.hired" },
    { type: "roster.entered" },
    { type: "license.granted", cause: 1, data: { host: "K", unit: UNIT, because: "automatic" } },
  ]);
  p.hire("T", "t2", ["yard"]);
  p.hire("U", "u1");
  expect(holders(p)).toEqual(["T t1"]);
  expect(unsound(p)).toEqual([]);
});
seat03.happens(
  "to everybody of an organization chosen as a whole, and of what is reached below it",
  () => {
    const p = county();
    expect(chooseWhole(p, "T").events.map(({ type }) => type)).toEqual([
      "license.automated",
      "license.covered",
    ]);
    expect(granted(p.hire("T", "t1"))).toEqual(["T t1"]);
    expect(granted(p.hire("V", "v1", ["barn"]))).toEqual(["V v1"]);
    expect(granted(p.hire("U", "u1"))).toEqual([]);
    expect(chosenOf(p, "T")).toEqual({ departments: [], inert: [], whole: true, alone: false });
    expect(unsound(p)).toEqual([]);
  },
);
seat03.doesNot(
  "below one that is chosen alone, nor below one that lets nobody further up see",
  () => {
    const p = county();
    chooseWhole(p, "T", true);
    expect(granted(p.hire("V", "v1"))).toEqual([]);
    chooseWhole(p, "T");
    p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "trunk" });
    // Still present for the county, by the other town.
    expect(granted(p.hire("V", "v2"))).toEqual([]);
    chooseWhole(p, "U");
    expect(granted(p.hire("V", "v3"))).toEqual(["V v3"]);
    expect(unsound(p)).toEqual([]);
  },
);
seat03.doesNot("to whoever is there when a choice is made, or present already", () => {
  const p = county();
  p.hire("T", "t1", ["desk"]);
  expect(granted(chooseWhole(p, "T"))).toEqual([]);
  expect(granted(automate(p, "T", ["office"]))).toEqual([]);
  expect(granted(p.relocate("T", "t1", ["office", "yard"]))).toEqual([]);
  // One chain less, and the same one again: the village is present all the while.
  chooseWhole(p, "V");
  p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(granted(relink(p, "T", "V"))).toEqual([]);
  expect(holders(p)).toEqual([]);
  expect(unsound(p)).toEqual([]);
});

/** Ways of coming to be present and chosen: the county has chosen the town with all below, and the barn. */
const waysIn: readonly (readonly [
  what: string,
  comes: string,
  before: (p: Play) => unknown,
  go: (p: Play) => Told,
])[] = [
  ["a hire", "T t1", () => undefined, (p) => p.hire("T", "t1")],
  [
    "a scope",
    "T t1",
    (p) => {
      p.command("T", "scope.set", { trunk: "K", organization: "T", scope: {} });
      p.hire("T", "t1");
    },
    (p) => p.command("T", "scope.put-in", { trunk: "K", organization: "T", people: ["t1"] }),
  ],
  [
    "a relocation",
    "V v1",
    (p) => {
      p.command("T", "link.cancel", { trunk: "T", organization: "V" });
      p.hire("V", "v1");
    },
    (p) => p.relocate("V", "v1", ["barn"]),
  ],
  [
    "a department's move",
    "V v1",
    (p) => {
      p.command("T", "link.cancel", { trunk: "T", organization: "V" });
      p.createDepartments("V", [["shed", null]]);
      p.hire("V", "v1", ["shed"]);
    },
    (p) => p.fact("department.moved", { organization: "V", department: "shed", parent: "barn" }),
  ],
  [
    "a wider reach",
    "V V-admin",
    (p) => {
      p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "trunk" });
      p.command("U", "link.cancel", { trunk: "U", organization: "V" });
    },
    (p) => p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "all-above" }),
  ],
  [
    "another chain, through what is chosen",
    "V V-admin",
    (p) => p.command("T", "link.cancel", { trunk: "T", organization: "V" }),
    (p) => relink(p, "T", "V"),
  ],
  [
    "a return",
    "T t1",
    (p) => {
      p.hire("T", "t1");
      p.command("K", "license.revoke", { unit: UNIT, people: [who("T", "t1")] });
      p.fact("person.resigned", { organization: "T", person: "t1", number: 1 });
    },
    (p) => p.fact("person.reinstated", { organization: "T", person: "t1", number: 1 }),
  ],
];
seat03.happens("by every way in, and in the same step", () => {
  for (const [what, comes, before, go] of waysIn) {
    const p = county();
    chooseWhole(p, "T");
    automate(p, "V", ["barn"]);
    before(p);
    expect(granted(go(p)), what).toEqual([comes]);
    expect(unsound(p), what).toEqual([]);
  }
});
seat03.happens("in the order of Links down the line, then of hires", () => {
  const p = opened(["W", "V", "T", "U", "K"]);
  link(p, "K", "U", WHOLE);
  for (const village of ["V", "W"]) link(p, "T", village, WHOLE);
  for (const organization of ["W", "V", "T"]) p.hire(organization, `${organization}-2`);
  p.fact("license.purchased", { organization: "K", purchased: 5 });
  chooseWhole(p, "U");
  const told = link(p, "U", "T", WHOLE);
  expect(granted(told)).toEqual(["T T-admin", "T T-2", "V V-admin", "V V-2", "W W-admin"]);
  expect(named(told, "license.deferred")).toEqual(["W W-2"]);
  expect(told.notices).toContainEqual({
    kind: "LICENSE_AUTO_GRANT_DEFERRED",
    to: [{ kind: "main-admins", organization: "K" }],
    data: { organization: "K", people: [who("W", "W-2")] },
  });
  expect(unsound(p)).toEqual([]);
});
seat03.doesNot("of what is not there, by others, or of whom the Trunk does not reach", () => {
  const p = county();
  p.register(["Z"]);
  const code = (
    ...given: Parameters<typeof automate> extends [Play, ...infer Rest] ? Rest : never
  ) => automate(p, ...given).code;
  expect(code("T", ["none"])).toBe("UNKNOWN_DEPARTMENT");
  expect(code("T", ["barn"])).toBe("UNKNOWN_DEPARTMENT");
  expect(code("Z", ["none"])).toBe("NOT_LINKED");
  expect(code("K", [], { whole: true })).toBe("NOT_LINKED");
  expect(code("V", ["barn"], {}, "T")).toBe("LICENSE_HOST_ONLY");
  expect(code("V", ["barn"], {}, "Z")).toBe("UNKNOWN_TRUNK");
  p.hire("K", "sub");
  p.appoint("K", "sub", "sub", true);
  const by = ["K", "sub"] as const;
  const wish = { unit: UNIT, organization: "T", departments: [], whole: true };
  expect(p.command(by, "license.automate", wish).code).toBe("LICENSE_HOST_ONLY");
  expect(chosenOf(p, "T", who("T"))).toBe("LICENSE_HOST_ONLY");
  expect(chosenOf(p, "T", who("Z"))).toBe("UNKNOWN_TRUNK");
  expect(chosenOf(p, "Z")).toBe("NOT_LINKED");
  expect(p.records("automatic")).toEqual([]);
  for (const branch of ["T", "U"]) {
    p.command("V", "link.reach", { trunk: branch, organization: "V", reach: "trunk" });
  }
  expect(code("V", ["barn"])).toBe("NOT_LINKED");
});
seat03.happens("no more when nothing is chosen, or when the county ends", () => {
  const p = county();
  chooseWhole(p, "T");
  automate(p, "V", ["barn"]);
  automate(p, "T", []);
  expect(granted(p.hire("T", "t1", ["desk"]))).toEqual([]);
  expect(granted(p.hire("V", "v1"))).toEqual([]);
  expect(granted(p.hire("V", "v2", ["barn"]))).toEqual(["V v2"]);
  p.fact("organization.ended", { organization: "K" });
  for (const kind of ["automatic", "automated", "automated-by", "selected"] as const) {
    expect(p.records(kind), kind).toEqual([]);
  }
  expect(unsound(p)).toEqual([]);
});
seat03.happens(
  "under the policy for who is there already, in order, but not for who was chosen before",
  () => {
    const p = county(10, { autoGrantBackfill: true });
    p.hire("T", "t1", ["desk"]);
    expect(granted(automate(p, "T", ["office"]))).toEqual(["T t1"]);
    p.command("K", "license.revoke", { unit: UNIT, people: [who("T", "t1")] });
    // The line of the village leads through T, the Link of which is the older one.
    expect(granted(chooseWhole(p, "U"))).toEqual(["V V-admin", "U U-admin"]);
    expect(granted(chooseWhole(p, "T"))).toEqual(["T T-admin"]);
    expect(unsound(p)).toEqual([]);
  },
);
seat03.happens(
  "to each for whom there is a license; the others wait, in the order in which they came",
  () => {
    for (const autoGrantWhenEmpty of ["wait", "drop"] as const) {
      const p = county(1, { autoGrantWhenEmpty });
      chooseWhole(p, "T");
      p.hire("T", "t1");
      expect(named(p.hire("V", "v1"), "license.deferred")).toEqual(
        autoGrantWhenEmpty === "wait" ? ["V v1"] : [],
      );
      p.hire("T", "t2");
      const more = p.fact("license.purchased", { organization: "K", purchased: 3 });
      expect(granted(more)).toEqual(autoGrantWhenEmpty === "wait" ? ["V v1", "T t2"] : []);
      expect(unsound(p)).toEqual([]);
    }
  },
);
seat03.doesNot("while one waits for what is chosen no longer, or is elsewhere", () => {
  const p = county(0);
  automate(p, "T", ["office"]);
  automate(p, "V", ["barn"]);
  p.hire("T", "t1", ["desk"]);
  p.hire("T", "t2", ["office"]);
  p.hire("V", "v1", ["barn"]);
  expect(waiting(p)).toEqual(["T t1", "T t2", "V v1"]);
  const undeferred = (told: Told) =>
    told.events.flatMap(({ type, data }) => {
      const { person, because } = data as { readonly person: string; readonly because: string };
      return type === "license.undeferred" ? [`${person} ${because}`] : [];
    });
  expect(undeferred(p.relocate("T", "t1", ["yard"]))).toEqual(["t1 moved"]);
  expect(undeferred(automate(p, "T", []))).toEqual(["t2 deselected"]);
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(undeferred(p.command("K", "link.cancel", { trunk: "K", organization: "U" }))).toEqual([
    "v1 left",
  ]);
  expect(unsound(p)).toEqual([]);
});
seat03.doesNot(
  "any more for who waits where a chain is cut, though they are present by another",
  () => {
    const p = county(0);
    chooseWhole(p, "T");
    p.hire("V", "v1");
    expect(waiting(p)).toEqual(["V v1"]);
    p.command("T", "link.cancel", { trunk: "T", organization: "V" });
    expect(waiting(p)).toEqual([]);
    p.fact("license.purchased", { organization: "K", purchased: 5 });
    expect(holders(p)).toEqual([]);
    expect(unsound(p)).toEqual([]);
  },
);
seat03.doesNot("to whoever is suspended, where suspensions take licenses", () => {
  const p = county(10, { suspendedSeats: "release" });
  automate(p, "T", ["office"]);
  p.hire("T", "t1");
  p.fact("person.suspended", { organization: "T", person: "t1" });
  expect(granted(p.relocate("T", "t1", ["office"]))).toEqual([]);
  expect(unsound(p)).toEqual([]);
});
seat03.happens("in another pool each, where county and town both choose", () => {
  const p = county();
  p.fact("license.purchased", { organization: "T", purchased: 5 });
  chooseWhole(p, "T");
  const unit = { kind: "hierarchy", organization: "T" } as const;
  const own = { unit, organization: "V", departments: ["barn"] };
  p.command("T", "license.automate", own);
  const told = p.hire("V", "v1", ["barn"]);
  const grants = told.events.filter(({ type }) => type === "license.granted");
  expect(grants.map(({ data }) => (data as { readonly host: string }).host).sort()).toEqual([
    "K",
    "T",
  ]);
  expect(unsound(p)).toEqual([]);
});

const seat04 = rule("SEAT-04");
/** Everybody of both towns is chosen, and T may hold one seat, which t1 has. */
function full(changes: Partial<Policy> = {}): Play {
  const p = county(10, changes);
  for (const town of ["T", "U"]) chooseWhole(p, town, true);
  chooseWhole(p, "V");
  limit(p, "T", 1);
  p.hire("T", "t1");
  expect(holders(p)).toEqual(["T t1"]);
  return p;
}
seat04.at("the number: whoever is chosen waits, and holds up no other Branch", () => {
  const p = full();
  expect(named(p.hire("T", "t2"), "license.deferred")).toEqual(["T t2"]);
  // Of the village the line leads through T, the Link of which is the older one.
  p.hire("V", "v1");
  expect(granted(p.hire("U", "u1"))).toEqual(["U u1"]);
  expect(waiting(p)).toEqual(["T t2", "V v1"]);
  expect(unsound(p)).toEqual([]);
});
seat04.below("the number, once somebody gives a seat up: the first who waits there has it", () => {
  const p = full();
  p.hire("T", "t2");
  p.hire("V", "v1");
  const told = p.command("K", "license.revoke", { unit: UNIT, people: [who("T", "t1")] });
  expect(granted(told)).toEqual(["T t2"]);
  expect(
    granted(p.fact("person.resigned", { organization: "T", person: "t2", number: 1 })),
  ).toEqual(["V v1"]);
  expect(unsound(p)).toEqual([]);
});
seat04.above("the number before, when it is raised, or taken away", () => {
  const p = full();
  for (const person of ["t2", "t3", "t4"]) p.hire("T", person);
  expect(granted(limit(p, "T", 2))).toEqual(["T t2"]);
  expect(granted(limit(p, "T", 2))).toEqual([]);
  expect(granted(limit(p, "T", null))).toEqual(["T t3", "T t4"]);
  expect(unsound(p)).toEqual([]);
});
seat04.accepts(
  "whoever waits under a full Branch, once their line leads through another one",
  () => {
    const ways: readonly ((p: Play) => Told)[] = [
      (p) => p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "trunk" }),
      (p) => p.command("T", "link.cancel", { trunk: "T", organization: "V" }),
      (p) => link(p, "K", "V", WHOLE),
      (p) => {
        p.command("T", "link.release", { trunk: "T", organization: "V", released: true });
        link(p, "W", "V", { ...WHOLE, replaces: "T" });
        return p.command("U", "link.cancel", { trunk: "U", organization: "V" });
      },
    ];
    for (const [at, way] of ways.entries()) {
      const p = full();
      p.register(["W"]);
      p.fact("hierarchy.capacity-changed", { organization: "W", open: true, branches: null });
      link(p, "K", "W", WHOLE);
      p.hire("V", "v1");
      expect(waiting(p), `${at}`).toEqual(["V v1"]);
      way(p);
      expect(holders(p), `${at}`).toEqual(["T t1", "V v1"]);
      expect(unsound(p), `${at}`).toEqual([]);
    }
  },
);
seat04.accepts("whoever waits, once others who hold seats have gone under another Branch", () => {
  const p = full();
  p.command("K", "license.revoke", { unit: UNIT, people: [who("T", "t1")] });
  expect(granted(p.hire("V", "v1"))).toEqual(["V v1"]);
  expect(named(p.hire("T", "t2"), "license.deferred")).toEqual(["T t2"]);
  const told = p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(granted(told)).toEqual(["T t2"]);
  expect(holders(p)).toEqual(["V v1", "T t2"]);
  expect(unsound(p)).toEqual([]);
});
seat04.refuses("a place in line as well, where grants that find none are dropped", () => {
  const p = full({ autoGrantWhenEmpty: "drop" });
  p.hire("T", "t2");
  limit(p, "T", null);
  expect(holders(p)).toEqual(["T t1"]);
});
seat04.refuses(
  "a second account of one person where another Branch is full, until it is not",
  () => {
    const p = full();
    // One person, employed by both towns: of the second account no license is taken.
    p.hire("U", "t9");
    p.hire("T", "t9");
    expect(holders(p)).toEqual(["T t1", "U t9"]);
    p.fact("license.purchased", { organization: "K", purchased: 2 });
    p.hire("U", "u1");
    expect(waiting(p)).toEqual(["T t9", "U u1"]);
    expect(granted(limit(p, "T", 2))).toEqual(["T t9"]);
    expect(unsound(p)).toEqual([]);
  },
);

const unlink03 = rule("UNLINK-03");
unlink03.happens("to what a Trunk has chosen of whom no chain joins to it any more", () => {
  const p = county();
  for (const organization of ["T", "V"]) chooseWhole(p, organization);
  const told = p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(named(told, "license.automated")).toEqual(["T undefined"]);
  expect(granted(p.hire("V", "v1"))).toEqual(["V v1"]);
  p.command("K", "link.cancel", { trunk: "K", organization: "U" });
  expect(p.records("automatic")).toEqual([]);
  expect(p.records("automated-by")).toEqual([]);
  expect(unsound(p)).toEqual([]);
});
rule("UNLINK-05").happens("to what was chosen: after another Link nothing is", () => {
  const p = county();
  automate(p, "T", ["office"], { whole: true });
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  relink(p, "K", "T");
  expect(granted(p.hire("T", "t1", ["office"]))).toEqual([]);
  expect(chosenOf(p, "T")).toEqual({ departments: [], inert: [], whole: false, alone: false });
  expect(unsound(p)).toEqual([]);
});
unlink03.doesNot(
  "to what is chosen of whom a chain joins that does not pass: it has no effect",
  () => {
    const p = county();
    automate(p, "V", ["barn"]);
    for (const trunk of ["T", "U"]) {
      p.command("V", "link.reach", { trunk, organization: "V", reach: "trunk" });
    }
    expect(granted(p.hire("V", "v1", ["barn"]))).toEqual([]);
    expect(chosenOf(p, "V")).toBe("NOT_LINKED");
    const wider = { trunk: "U", organization: "V", reach: "all-above" } as const;
    expect(granted(p.command("V", "link.reach", wider))).toEqual(["V v1"]);
    expect(unsound(p)).toEqual([]);
  },
);
rule("LINK-08").happens("to nothing that is chosen, with a move under the same Trunk", () => {
  const p = opened(["K", "T", "U", "V"]);
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  link(p, "T", "V", WHOLE);
  p.fact("license.purchased", { organization: "K", purchased: 10 });
  chooseWhole(p, "V");
  p.hire("V", "v1");
  p.command("T", "link.release", { trunk: "T", organization: "V", released: true });
  const told = link(p, "U", "V", { ...WHOLE, replaces: "T" });
  expect(told.events.filter(({ type }) => type.startsWith("license."))).toEqual([]);
  expect(granted(p.hire("V", "v2"))).toEqual(["V v2"]);
  expect(unsound(p)).toEqual([]);
});

const dir11 = rule("DIR-11");
dir11.happens(
  "to departments that a Trunk has chosen: inert, told to it, and in force again",
  () => {
    const p = county();
    automate(p, "T", ["office", "yard"]);
    const setting = { kind: "seats", trunk: "K", organization: "T" };
    const gone = p.fact("department.removed", { organization: "T", department: "yard" });
    expect(gone.events).toContainEqual(
      expect.objectContaining({
        type: "setting.inert",
        data: { setting, owner: "K", departments: [{ organization: "T", department: "yard" }] },
      }),
    );
    expect(gone.notices).toContainEqual(expect.objectContaining({ kind: "SETTINGS_INERT" }));
    expect(chosenOf(p, "T")).toMatchObject({
      departments: ["office"],
      inert: [{ department: "yard" }],
    });
    expect(p.ask("directory.inert", { viewer: who("K") })).toMatchObject({
      items: [{ setting, organization: "T", department: "yard" }],
    });
    const again = { organization: "T", department: "yard", parent: null, name: "Yard" };
    p.fact("department.created", { ...again, revision: 9 });
    expect(granted(p.hire("T", "t1", ["yard"]))).toEqual(["T t1"]);
    expect(unsound(p)).toEqual([]);
  },
);
dir11.happens(
  "to the last department chosen, where nothing is kept of it: nothing is chosen",
  () => {
    const p = county(10, { departureRetentionDays: 0 });
    automate(p, "T", ["yard"]);
    p.fact("department.removed", { organization: "T", department: "yard" });
    expect(p.records("automatic")).toEqual([]);
    expect(p.records("automated-by")).toEqual([]);
    expect(unsound(p)).toEqual([]);
    const kept = county();
    automate(kept, "T", ["yard"]);
    kept.fact("department.removed", { organization: "T", department: "yard" });
    expect(automate(kept, "T", []).events.map(({ type }) => type)).toEqual(["setting.dropped"]);
    expect(kept.records("automatic")).toEqual([]);
    expect(unsound(kept)).toEqual([]);
  },
);
rule("RESIGN-07").happens("with a seat that was granted automatically, or waited for", () => {
  for (const purchased of [1, 0]) {
    const p = county(purchased);
    automate(p, "T", ["office"]);
    p.hire("T", "t1", ["office"]);
    const leave = { organization: "T", person: "t1", number: 1 };
    p.fact("person.resigned", leave);
    automate(p, "T", []);
    p.fact("person.reinstated", leave);
    expect(purchased === 1 ? holders(p) : waiting(p)).toEqual(["T t1"]);
    expect(unsound(p)).toEqual([]);
  }
});
test("what is renamed goes on being chosen, under the new id (DIR-14, DIR-16)", () => {
  const p = county();
  automate(p, "T", ["office"]);
  p.fact("department.renamed-id", { organization: "T", department: "office", to: "bureau" });
  expect(chosenOf(p, "T")).toMatchObject({ departments: ["bureau"] });
  p.hire("T", "t1");
  p.fact("person.renamed", { organization: "T", person: "t1", to: "t2" });
  expect(granted(p.relocate("T", "t2", ["bureau"]))).toEqual(["T t2"]);
  expect(automate(p, "T", ["bureau"]).events).toEqual([]);
  expect(automate(p, "T", ["office"]).code).toBe("UNKNOWN_DEPARTMENT");
  expect(unsound(p)).toEqual([]);
});
