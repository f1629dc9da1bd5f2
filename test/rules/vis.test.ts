// Aim: who sees whom in a Space, and how the settings come and go.
// Method: the Host H and the Members B and C, everybody on the Roster, look around.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

function settled(): Play {
  const p = play();
  p.register(["H", "B", "C"]);
  p.createSpace("H", "s1", { whole: true });
  for (const organization of ["B", "C"]) {
    p.hire(organization, `${organization}-worker`);
    p.join("H", "s1", organization, { people: [`${organization}-admin`] });
  }
  return p;
}

type Shown = readonly string[] | { readonly kind: "all" | "own" };

/** Sets whom a Member sees. */
function show(p: Play, organization: string, shown: Shown, by = "H"): Told {
  const visibility =
    "kind" in shown ? { kind: shown.kind } : ({ kind: "listed", organizations: shown } as const);
  return p.command(by, "visibility.set", { space: "s1", organization, visibility });
}

interface Listed {
  readonly items: readonly { readonly organization: string; readonly person?: string }[];
}

/** The organizations that an organization's admin sees, or the code of the refusal. */
function seen(p: Play, organization: string, person = `${organization}-admin`): unknown {
  const viewer = { organization, person };
  const answer = p.ask("space.organizations", { viewer, space: "s1" });
  if (typeof answer === "string") return answer;
  return (answer as Listed).items.map((each) => each.organization).sort();
}

/** The people that an organization's admin finds. */
function people(p: Play, organization: string, search = ""): unknown {
  const viewer = { organization, person: `${organization}-admin` };
  const answer = p.ask("space.contacts", { viewer, space: "s1", search }) as Listed;
  return answer.items.map((each) => `${each.organization}/${each.person}`).sort();
}

const contact = (p: Play, by: string, organization: string, person: string): unknown =>
  p.ask("space.contact", {
    viewer: { organization: by, person: `${by}-admin` },
    space: "s1",
    organization,
    person,
  });

const vis01 = rule("VIS-01");
vis01.shows("the Host's people every Member, whatever is set, later ones included", () => {
  const p = settled();
  show(p, "B", { kind: "own" });
  expect(seen(p, "H")).toEqual(["B", "C", "H"]);
  p.register(["D"]);
  p.join("H", "s1", "D", { whole: true });
  expect(seen(p, "H")).toEqual(["B", "C", "D", "H"]);
  expect(people(p, "H")).toContain("D/D-admin");
});
vis01.hides("the Members from a Member, and from a Host employee who was not added", () => {
  const p = settled();
  expect(seen(p, "B")).toEqual(["B"]);
  p.hire("H", "late");
  const takeOut = { space: "s1", organization: "H", people: ["late"] };
  p.command("H", "scope.take-out", takeOut);
  expect(seen(p, "H", "late")).toBe("NOT_IN_SPACE");
});

const vis02 = rule("VIS-02");
vis02.shows("a Member itself", () => {
  const p = settled();
  expect(seen(p, "B")).toEqual(["B"]);
  expect(contact(p, "B", "B", "B-admin")).toMatchObject({ fields: { name: "Name of B-admin" } });
});
vis02.hides("other Members and the Host by default", () => {
  const p = settled();
  expect(people(p, "B")).toEqual(["B/B-admin"]);
  for (const organization of ["C", "H"]) {
    expect(contact(p, "B", organization, `${organization}-admin`)).toBe("NOT_VISIBLE");
  }
});

const vis03 = rule("VIS-03");
vis03.happens("for one Member at a time, to exactly what is set and itself", () => {
  const p = settled();
  show(p, "B", ["C"]);
  expect([seen(p, "B"), seen(p, "C")]).toEqual([["B", "C"], ["C"]]);
  show(p, "B", ["H"]);
  expect(seen(p, "B")).toEqual(["B", "H"]);
  show(p, "B", { kind: "all" });
  expect(seen(p, "B")).toEqual(["B", "C", "H"]);
  show(p, "B", { kind: "own" });
  expect(seen(p, "B")).toEqual(["B"]);
});
vis03.doesNot("on a Member's word, nor for organizations that take no part", () => {
  const p = settled();
  p.register(["D"]);
  expect(show(p, "B", { kind: "all" }, "B").code).toBe("NOT_SPACE_ADMIN");
  expect(show(p, "D", { kind: "all" }).code).toBe("NOT_A_MEMBER");
  expect(show(p, "H", { kind: "all" }).code).toBe("NOT_A_MEMBER");
  expect(show(p, "B", ["C", "D"]).refusal?.data).toEqual({ space: "s1", organization: "D" });
  expect(seen(p, "B")).toEqual(["B"]);
});

const vis04 = rule("VIS-04");
vis04.shows("a Member to those whose own setting says so", () => {
  const p = settled();
  show(p, "C", ["B"]);
  expect(seen(p, "C")).toEqual(["B", "C"]);
});
vis04.hides("whoever sees a Member from that Member", () => {
  const p = settled();
  show(p, "C", ["B"]);
  expect(seen(p, "B")).toEqual(["B"]);
  expect(contact(p, "B", "C", "C-admin")).toBe("NOT_VISIBLE");
});

const vis05 = rule("VIS-05");
vis05.shows("rostered people of visible organizations, found by name", () => {
  const p = settled();
  show(p, "B", { kind: "all" });
  expect(people(p, "B")).toEqual(["B/B-admin", "C/C-admin", "H/H-admin"]);
  expect(people(p, "B", "C-adm")).toEqual(["C/C-admin"]);
});
vis05.hides("people who were not added, and whole organizations that are not visible", () => {
  const p = settled();
  show(p, "B", { kind: "all" });
  expect(people(p, "B", "worker")).toEqual([]);
  expect(contact(p, "B", "C", "C-worker")).toMatch(/^NOT_(?:VISIBLE|IN_SPACE)$/u);
  expect(people(p, "C", "admin")).toEqual(["C/C-admin"]);
});

const again = (p: Play, organization: string): Told =>
  p.join("H", "s1", organization, { people: [`${organization}-admin`] }, `${organization}-again`);
const cancel = (p: Play, organization: string): Told =>
  p.command("H", "association.cancel", { space: "s1", organization });

const vis06 = rule("VIS-06");
vis06.happens("that a Member which comes again starts anew, and is in nobody's settings", () => {
  const p = settled();
  show(p, "B", { kind: "all" });
  show(p, "C", ["B"]);
  cancel(p, "B");
  expect(seen(p, "C")).toEqual(["C"]);
  again(p, "B");
  expect(p.association("s1", "B")?.visibility).toEqual({ kind: "own" });
  expect(seen(p, "B")).toEqual(["B"]);
  expect(seen(p, "C")).toEqual(["C"]);
});
vis06.doesNot("to the settings and entries of those who stay", () => {
  const p = settled();
  show(p, "C", ["B", "H"]);
  cancel(p, "B");
  expect(seen(p, "C")).toEqual(["C", "H"]);
});
