// Aim: what a Member's own setting shows, by kinds and departments too; who is hidden, and from whom all the same not.
// Method: the Host H and the Members B, C and D, whose people look around by every question and use of sight.
import { expect } from "vitest";
import { unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";
import {
  around,
  classify,
  department,
  everybody,
  found,
  hide,
  settled,
  show,
  told,
  who,
} from "../support/sight.ts";

const NONE = { organizations: [], kinds: [], departments: [] };
const DAY = 86_400_000;
const sound = (p: ReturnType<typeof settled>) => expect(unsound(p)).toEqual([]);

const vis08 = rule("VIS-08");
vis08.shows(
  "Members of a kind, whenever they came to be of it, and neither others nor the Host",
  () => {
    const p = settled();
    classify(p, "C", "dealer");
    expect(show(p, "B", { kind: "kinds", kinds: [{ type: "dealer" }] }).events).toMatchObject([
      {
        type: "visibility.set",
        data: { visibility: { kind: "kinds", kinds: [{ type: "dealer" }] } },
      },
    ]);
    expect(around(p, who("B"))).toEqual(["C"]);
    expect(found(p, who("B"))).toEqual(everybody("C"));
    classify(p, "D", "supplier", "dealer");
    expect(around(p, who("B"))).toEqual(["C", "D"]);
    classify(p, "C");
    expect(found(p, who("B", "B-low"))).toEqual(everybody("D"));
    expect(told(p, "B")["visibility"]).toEqual({ kind: "kinds", kinds: [{ type: "dealer" }] });
    sound(p);
  },
);
vis08.shows("Members of a type and a level where both are named", () => {
  const p = settled();
  classify(p, "C", "dealer");
  p.command("H", "partner.set", {
    space: "s",
    organization: "D",
    types: ["dealer"],
    level: "gold",
  });
  show(p, "B", { kind: "kinds", kinds: [{ type: "dealer", level: "gold" }] });
  expect(around(p, who("B"))).toEqual(["D"]);
  show(p, "B", { kind: "kinds", kinds: [{ level: "gold" }, { type: "supplier" }] });
  expect(around(p, who("B"))).toEqual(["D"]);
  show(p, "B", { kind: "kinds", kinds: [] });
  expect(around(p, who("B"))).toEqual([]);
});
vis08.shows("the people in and below a department that is listed, and the organization", () => {
  const p = settled();
  show(p, "B", {
    kind: "listed",
    organizations: [],
    departments: [department("C", "mid"), department("H", "low")],
  });
  expect(found(p, who("B"))).toEqual(["C-low", "C-mid", "H-low"]);
  expect(around(p, who("B"))).toEqual(["H", "C"]);
  p.relocate("C", "C-side", ["low"]);
  p.relocate("C", "C-low", ["side"]);
  expect(found(p, who("B"))).toEqual(["C-mid", "C-side", "H-low"]);
  show(p, "B", { kind: "listed", organizations: ["D"], departments: [department("C", "side")] });
  expect(found(p, who("B"))).toEqual(["C-low", ...everybody("D")].sort());
  sound(p);
});
vis08.hides(
  "a Member from all others but those excepted, and from nobody of the Host or its own",
  () => {
    const p = settled();
    for (const each of ["B", "D"]) show(p, each, { kind: "all" });
    expect(hide(p, "C").events).toMatchObject([
      {
        type: "visibility.hidden",
        data: { space: "s", organization: "C", hidden: true, except: NONE },
      },
    ]);
    expect(around(p, who("B"))).toEqual(["H", "D"]);
    expect(found(p, who("D")).some((each) => each.startsWith("C-"))).toBe(false);
    expect(around(p, who("H"))).toEqual(["B", "C", "D"]);
    expect(found(p, who("H", "H-low"))).toEqual(
      [...everybody("B"), ...everybody("C"), ...everybody("D")].sort(),
    );
    const own = p.ask("space.contact", { viewer: who("C"), space: "s", ...who("C", "C-low") });
    expect(own).toMatchObject({ fields: { name: "Name of C-low" } });
    hide(p, "C", { except: { organizations: ["D"] } });
    expect(around(p, who("B"))).toEqual(["H", "D"]);
    expect(around(p, who("D"))).toEqual(["H", "B", "C"]);
    hide(p, "C", { hidden: false });
    expect(around(p, who("B"))).toEqual(["H", "C", "D"]);
    expect(told(p, "C")).not.toHaveProperty("hiding");
    sound(p);
  },
);
vis08.shows(
  "a hidden Member to a kind that is excepted, and to those in or below a department",
  () => {
    const p = settled();
    for (const each of ["B", "D"]) show(p, each, { kind: "all" });
    classify(p, "D", "auditor");
    hide(p, "C", {
      except: { kinds: [{ type: "auditor" }], departments: [department("B", "mid")] },
    });
    expect(around(p, who("D"))).toContain("C");
    expect(around(p, who("B", "B-low"))).toContain("C");
    expect(found(p, who("B", "B-mid"))).toContain("C-top");
    for (const person of ["B-top", "B-side", "B-admin"]) {
      expect(around(p, who("B", person)), person).not.toContain("C");
    }
    classify(p, "D");
    expect(around(p, who("D"))).not.toContain("C");
  },
);
vis08.hides("what one's own setting does not show, whatever an exception says", () => {
  const p = settled();
  hide(p, "C", { except: { organizations: ["B"], departments: [department("B", "top")] } });
  expect(around(p, who("B", "B-top"))).toEqual([]);
  show(p, "B", { kind: "listed", organizations: ["D"] });
  expect(around(p, who("B", "B-top"))).toEqual(["D"]);
});
vis08.shows("the Host's counterpart to its Member, whatever is set", () => {
  const p = settled();
  p.command("H", "counterparts.set", { space: "s", organization: "B", people: ["H-low"] });
  expect(found(p, who("B"))).toEqual(["H-low"]);
  expect(around(p, who("B"))).toEqual([]);
});
vis08.refuses("to hide the Host, and to name what is not of the Space", () => {
  const p = settled();
  p.register(["X"]);
  p.createDepartments("X", [["top", null]]);
  expect(hide(p, "H").refusal).toMatchObject({ code: "NOT_A_MEMBER", data: { organization: "H" } });
  expect(hide(p, "X").code).toBe("NOT_A_MEMBER");
  expect(hide(p, "C", {}, "C").code).toBe("NOT_SPACE_ADMIN");
  expect(hide(p, "C", { except: { organizations: ["H", "B", "X"] } }).refusal).toMatchObject({
    code: "NOT_A_MEMBER",
    data: { organization: "X" },
  });
  for (const named of [
    department("X", "top"),
    department("B", "no-such"),
    department("nobody", "top"),
  ]) {
    const unknown = { code: "UNKNOWN_DEPARTMENT", data: named };
    expect(
      hide(p, "C", { except: { departments: [department("H", "top"), named] } }).refusal,
    ).toMatchObject(unknown);
    const listed = { kind: "listed", organizations: ["X"], departments: [named] };
    expect(show(p, "B", listed).refusal).toMatchObject(unknown);
  }
  p.fact("department.removed", department("B", "side"));
  expect(hide(p, "C", { except: { departments: [department("B", "side")] } }).code).toBe(
    "UNKNOWN_DEPARTMENT",
  );
  expect(told(p, "C")).not.toHaveProperty("hiding");
});
vis08.accepts("the Host and the Member itself as exceptions, without effect on them", () => {
  const p = settled();
  show(p, "B", { kind: "all" });
  expect(hide(p, "C", { except: { organizations: ["H", "C"] } }).code).toBeNull();
  expect(around(p, who("B"))).toEqual(["H", "D"]);
  expect(around(p, who("H"))).toContain("C");
});
vis08.accepts("the same again in silence, in whatever order", () => {
  const p = settled();
  const except = { organizations: ["B", "D"], kinds: [{ type: "a" }, { level: "b" }] };
  expect(hide(p, "C", { hidden: false }).events).toEqual([]);
  expect(hide(p, "C", { except }).events).toHaveLength(1);
  const turned = { organizations: ["D", "B"], kinds: [...except.kinds].reverse(), departments: [] };
  expect(hide(p, "C", { except: turned }).events).toEqual([]);
  expect(hide(p, "C", { except: { ...except, kinds: [{ type: "a" }] } }).events).toHaveLength(1);
  const listed = {
    kind: "listed",
    organizations: ["C"],
    departments: [department("D", "low"), department("D", "top")],
  };
  expect(show(p, "B", listed).events).toHaveLength(1);
  expect(
    show(p, "B", { ...listed, departments: [...listed.departments].reverse() }).events,
  ).toEqual([]);
  expect(show(p, "B", { kind: "listed", organizations: ["C"] }).events).toHaveLength(1);
});
vis08.happens("that exceptions are kept of a Member that is hidden no more", () => {
  const p = settled();
  hide(p, "C", { hidden: false, except: { organizations: ["B"] } });
  expect(told(p, "C")["hiding"]).toEqual({
    hidden: false,
    except: { ...NONE, organizations: ["B"] },
  });
  sound(p);
});

/** Names so many of each kind of thing. */
const kinds = (count: number) => Array.from({ length: count }, (_, i) => ({ type: `t${i}` }));
/** So many entries in each list, where two are allowed. */
function limited(count: number, code: "MALFORMED" | null): void {
  const p = settled({ sightExceptionLimit: 2 });
  const departments = ["top", "mid", "low"].slice(0, count).map((each) => department("D", each));
  const organizations = ["H", "B", "D"].slice(0, count);
  for (const [list, named] of Object.entries({
    organizations,
    departments,
    kinds: kinds(count),
  })) {
    const one = hide(p, "C", { except: { [list]: named } });
    expect(one.code, list).toBe(code);
    if (code !== null) {
      const problems = [{ path: ["data", "except", list], problem: "too-many" }];
      expect(one.refusal).toMatchObject({ data: { problems } });
    }
  }
  expect(show(p, "B", { kind: "kinds", kinds: kinds(count) }).code).toBe(code);
  expect(show(p, "B", { kind: "listed", organizations: [], departments }).code).toBe(code);
  // Whole organizations that a Member sees are no exceptions.
  expect(show(p, "B", { kind: "listed", organizations }).code).toBeNull();
}

vis08.below("the limit of each list, 1 of 2", () => limited(1, null));
vis08.at("the limit of each list, 2 of 2", () => limited(2, null));
vis08.above("the limit of each list, 3 of 2", () => limited(3, "MALFORMED"));
vis08.at("a limit of 0 takes no exception, and hides all the same", () => {
  const p = settled({ sightExceptionLimit: 0 });
  expect(hide(p, "C", { except: {} }).code).toBeNull();
  expect(hide(p, "C", { except: { organizations: ["B"] } }).code).toBe("MALFORMED");
});
vis08.at("the full cap, each record is small and everything named is found", () => {
  const p = settled({ sightExceptionLimit: 800 });
  const tree = Array.from({ length: 150 }, (_, i) => [`d${i}`, null] as const);
  p.createDepartments("B", tree);
  p.hire("B", "last", ["d149"]);
  const departments = tree.map(([id]) => department("B", id));
  show(p, "B", { kind: "all" });
  hide(p, "C", { except: { departments, kinds: kinds(800) } });
  expect(around(p, who("B", "last"))).toContain("C");
  expect(around(p, who("B"))).not.toContain("C");
  show(p, "D", { kind: "listed", organizations: [], departments });
  expect(found(p, who("D")).length).toBe(1);
  sound(p);
  hide(p, "C", { except: { departments: departments.slice(0, 1) } });
  show(p, "D", { kind: "own" });
  sound(p);
});

const vis06 = rule("VIS-06");
vis06.doesNot(
  "leave in force what names a former Association, also of departments; it is reported, and never lives again",
  () => {
    const p = settled();
    show(p, "B", { kind: "listed", organizations: ["C"], departments: [department("D", "top")] });
    hide(p, "B", { except: { organizations: ["C"], departments: [department("D", "top")] } });
    for (const organization of ["C", "D"])
      p.command("H", "association.cancel", { space: "s", organization });
    const gone = { void: { visibility: ["C", "D"], hiding: ["C", "D"] } };
    expect(told(p, "B")).toMatchObject({
      ...gone,
      visibility: { kind: "listed", organizations: [] },
      hiding: { hidden: true, except: NONE },
    });
    for (const organization of ["C", "D"]) {
      p.join("H", "s", organization, { whole: true }, `again-${organization}`);
      show(p, organization, { kind: "all" });
    }
    expect(found(p, who("B"))).toEqual([]);
    expect(around(p, who("C"))).toEqual(["H", "D"]);
    expect(around(p, who("D", "D-top"))).toEqual(["H", "C"]);
    expect(told(p, "B")).toMatchObject(gone);
    sound(p);
    show(p, "B", { kind: "listed", organizations: ["C"] });
    hide(p, "B", { hidden: false });
    expect(told(p, "B")).not.toHaveProperty("void");
  },
);
vis06.happens("that hiding ends with the Association, for the whole Space too", () => {
  const p = settled();
  for (const each of ["B", "D"]) show(p, each, { kind: "all" });
  hide(p, "C", { except: { organizations: ["B"] } });
  show(p, "C", { kind: "listed", organizations: [], departments: [department("D", "top")] });
  p.command("H", "association.cancel", { space: "s", organization: "C" });
  sound(p);
  p.join("H", "s", "C", { whole: true }, "again");
  expect(around(p, who("D"))).toContain("C");
  expect(found(p, who("C"))).toEqual([]);
  hide(p, "C", { except: { organizations: ["B"] } });
  p.command("H", "space.dissolve", { space: "s" });
  sound(p);
});

const dir11 = rule("DIR-11");
dir11.happens(
  "that what names a removed department is without effect, and in force again with it",
  () => {
    const p = settled();
    show(p, "B", { kind: "listed", organizations: [], departments: [department("C", "side")] });
    show(p, "D", { kind: "all" });
    hide(p, "C", { except: { organizations: ["B"], departments: [department("D", "side")] } });
    expect(around(p, who("D", "D-side"))).toContain("C");
    const settings = (events: readonly { type: string; data: object }[]) =>
      events
        .filter(({ type }) => type.startsWith("setting."))
        .map(({ type, data }) => ({ type, ...data }));
    const visibility = { kind: "visibility", space: "s", organization: "B" };
    const hiding = { kind: "hiding", space: "s", organization: "C" };
    const remove = (organization: string) =>
      p.fact(
        "department.removed",
        { ...department(organization, "side"), revision: 100 },
        { at: 2000 },
      );
    const removed = remove("C");
    expect(settings(removed.events)).toEqual([
      {
        type: "setting.inert",
        setting: visibility,
        owner: "H",
        departments: [department("C", "side")],
      },
    ]);
    expect(removed.notices).toMatchObject([
      { kind: "SETTINGS_INERT", data: { organization: "H", settings: [visibility], count: 1 } },
    ]);
    remove("D");
    expect(found(p, who("B"))).toEqual([]);
    expect(around(p, who("B"))).toEqual([]);
    expect(around(p, who("D", "D-side"))).not.toContain("C");
    expect(told(p, "B")["inert"]).toEqual({ visibility: [department("C", "side")], hiding: [] });
    expect(told(p, "C")["inert"]).toEqual({ visibility: [], hiding: [department("D", "side")] });
    const inert = p.ask("directory.inert", { viewer: who("H") }) as {
      items: { setting: object }[];
    };
    expect(inert.items.map(({ setting }) => setting)).toEqual(
      expect.arrayContaining([visibility, hiding]),
    );
    sound(p);
    const back = (organization: string, at: number) =>
      p.fact(
        "department.created",
        { ...department(organization, "side"), parent: null, name: "Side", revision: 200 },
        { at },
      );
    expect(settings(back("C", 2000 + 29 * DAY).events)).toMatchObject([
      { type: "setting.revived", setting: visibility },
    ]);
    expect(settings(back("D", 2000 + 30 * DAY).events)).toMatchObject([
      { type: "setting.dropped", setting: hiding },
    ]);
    p.relocate("C", "C-side", ["side"]);
    p.relocate("D", "D-side", ["side"]);
    expect(found(p, who("B"))).toEqual(["C-side"]);
    expect(around(p, who("D", "D-side"))).not.toContain("C");
    expect(told(p, "C")["hiding"]).toEqual({
      hidden: true,
      except: { ...NONE, organizations: ["B"] },
    });
    sound(p);
  },
);
dir11.happens("that a setting that is set anew says no more of removed departments", () => {
  const p = settled();
  show(p, "B", { kind: "listed", organizations: ["D"], departments: [department("C", "side")] });
  hide(p, "C", { except: { departments: [department("D", "side"), department("B", "top")] } });
  for (const organization of ["C", "D"])
    p.fact("department.removed", department(organization, "side"));
  const types = ({ events }: ReturnType<typeof show>) => events.map(({ type }) => type);
  expect(types(show(p, "B", { kind: "listed", organizations: ["D"] }))).toEqual([
    "setting.dropped",
  ]);
  expect(types(hide(p, "C", { except: { departments: [department("B", "top")] } }))).toEqual([
    "setting.dropped",
  ]);
  expect(told(p, "B")).not.toHaveProperty("inert");
  expect(told(p, "C")).not.toHaveProperty("inert");
  sound(p);
});

const group02 = rule("GROUP-02");
group02.refuses("to add somebody of a Member that is hidden from the one who adds", () => {
  const p = settled();
  show(p, "B", { kind: "all" });
  hide(p, "C", { except: { departments: [department("B", "low")] } });
  const start = (by: string, group: string, person = "C-top") =>
    p.command(["B", by], "group.start", {
      ...{ space: "s", group, name: "G" },
      participants: [{ organization: "C", person }],
    });
  expect(start("B-top", "g1").refusal).toMatchObject({
    code: "NOT_VISIBLE",
    data: { organization: "C" },
  });
  expect(start("B-top", "g1", "nobody").code).toBe("NOT_VISIBLE");
  expect(start("B-low", "g1", "nobody").code).toBe("NOT_IN_SPACE");
  expect(start("B-low", "g1").code).toBeNull();
});

vis08.hides("who works in a listed department and is not on the Roster", () => {
  const p = settled();
  show(p, "B", { kind: "listed", organizations: [], departments: [department("C", "mid")] });
  p.hire("C", "C-late", ["mid"]);
  p.command("C", "scope.take-out", { space: "s", organization: "C", people: ["C-late"] });
  const seen = (person: string): unknown =>
    p.ask("space.contact", { viewer: who("B"), space: "s", organization: "C", person });
  expect([seen("C-late"), seen("nobody")]).toEqual(["NOT_VISIBLE", "NOT_VISIBLE"]);
  const added = p.command("B", "group.start", {
    ...{ space: "s", group: "late", name: "Late" },
    participants: [who("C", "C-late")],
  });
  expect(added.code).toBe("NOT_VISIBLE");
});
