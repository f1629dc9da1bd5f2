// Aim: cooperation groups belong to a Space, hold people of its Roster only, under their real names.
// Method: people of a Host and two Members start groups, add each other, leave in every way there is.

import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { entriesOf } from "../support/buckets.ts";
import { rule } from "../support/rule.ts";

/** A hosts s1 with Members B and C, and s2 with Member B; everybody but each `out` is in. */
function together(changes = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C", "D"]);
  for (const organization of ["A", "B", "C"]) {
    for (const person of ["x", "y", "out"]) {
      p.hire(organization, person === "x" ? "x" : `${organization}-${person}`);
    }
    const people = ["x", `${organization}-y`];
    if (organization === "A") {
      p.createSpace("A", "s1", { people });
      p.createSpace("A", "s2", { people });
    } else {
      p.join("A", "s1", organization, { people });
      if (organization === "B") p.join("A", "s2", "B", { people });
    }
  }
  const visibility = { kind: "listed", organizations: ["A"] } as const;
  p.command("A", "visibility.set", { space: "s1", organization: "B", visibility });
  return p;
}

const identity = (text: string) => {
  const [organization = "", person = ""] = text.split("/");
  return { organization, person };
};
type By = readonly [string, string];

function start(p: Play, by: By, people: readonly string[], group = "g", space = "s1"): Told {
  const participants = people.map(identity);
  return p.command(by, "group.start", { space, group, name: `Group ${group}`, participants });
}

function add(p: Play, by: By, people: readonly string[], group = "g", space = "s1"): Told {
  return p.command(by, "group.add", { space, group, participants: people.map(identity) });
}

/** Who takes part, as `organization/person`, in the order in which they came. */
function participants(p: Play, group = "g"): string[] {
  return p
    .records("participants")
    .filter(([key]) => key.startsWith(`${group}/`))
    .flatMap(([, bucket]) => entriesOf("participants", bucket))
    .flatMap(([person, through]) =>
      through.map(([organization, entry]) => [`${organization}/${person}`, entry] as const),
    )
    .sort((left, right) => left[1] - right[1])
    .map(([text]) => text);
}

const lost = (told: Told) =>
  told.events
    .filter(({ type }) => type === "group.left")
    .map(({ data }) => [
      `${data["organization"]}/${data["person"]}`,
      data["group"],
      data["because"],
    ]);

const group01 = rule("GROUP-01");
group01.happens("when anybody on the Roster starts one; no admin is needed", () => {
  const p = together();
  const told = start(p, ["B", "x"], ["A/x", "B/B-y"]);
  expect(told.code).toBeNull();
  expect(told.events[0]).toMatchObject({
    type: "group.started",
    data: { space: "s1", group: "g", name: "Group g", starter: { organization: "B", person: "x" } },
  });
  expect(participants(p)).toEqual(["B/x", "A/x", "B/B-y"]);
});
group01.happens("alone, or naming oneself: whoever starts takes part", () => {
  const p = together();
  expect(start(p, ["C", "x"], []).code).toBeNull();
  expect(participants(p)).toEqual(["C/x"]);
  start(p, ["A", "x"], ["A/A-y", "A/x"], "g2");
  expect(participants(p, "g2")).toEqual(["A/x", "A/A-y"]);
});
group01.doesNot("for those who were not added, admins or not", () => {
  const p = together();
  for (const by of [
    ["A", "A-admin"],
    ["B", "B-admin"],
    ["B", "B-out"],
    ["B", "nobody"],
  ] as const) {
    const told = start(p, by, []);
    expect(told.refusal).toEqual({
      code: "NOT_IN_SPACE",
      rule: "ROSTER-12",
      data: { space: "s1" },
    });
  }
  expect(p.records("group")).toEqual([]);
});
group01.doesNot("for organizations that have no part in the Space", () => {
  const p = together();
  expect(start(p, ["C", "x"], [], "g", "s2").code).toBe("UNKNOWN_SPACE");
  expect(start(p, ["D", "D-admin"], []).code).toBe("UNKNOWN_SPACE");
  expect(start(p, ["never", "x"], []).code).toBe("UNKNOWN_ORGANIZATION");
  const data = { space: "s1", group: "g", name: "G", participants: [] };
  expect(p.command({ support: "staff" }, "group.start", data).code).toBe("UNKNOWN_SPACE");
  p.applyTo("D", "s1");
  expect(start(p, ["D", "D-admin"], []).code).toBe("NOT_IN_SPACE");
});
group01.doesNot("under an id that was used before, in whatever Space", () => {
  const p = together();
  start(p, ["A", "x"], []);
  expect(start(p, ["B", "x"], [], "g", "s2").refusal).toMatchObject({
    code: "ID_TAKEN",
    data: { kind: "group", id: "g" },
  });
  p.command(["A", "x"], "group.leave", { space: "s1", group: "g" });
  expect(start(p, ["A", "x"], []).code).toBe("ID_TAKEN");
});

const group02 = rule("GROUP-02");
group02.accepts("people of the Space whose organization one sees", () => {
  const p = together();
  start(p, ["A", "x"], ["B/x"]);
  expect(add(p, ["B", "x"], ["B/B-y", "A/A-y"]).code).toBeNull();
  expect(add(p, ["A", "x"], ["C/x"]).code).toBeNull();
  expect(participants(p)).toEqual(["A/x", "B/x", "B/B-y", "A/A-y", "C/x"]);
});
group02.accepts("those who take part already, whoever sees them, and passes them over", () => {
  const p = together();
  start(p, ["A", "x"], ["B/x", "C/x"]);
  const told = add(p, ["B", "x"], ["C/x", "A/x"]);
  expect([told.code, told.events]).toEqual([null, []]);
});
group02.refuses("people who are not on the Roster, there or not", () => {
  const p = together();
  start(p, ["A", "x"], ["B/x"]);
  for (const who of ["A/A-out", "A/A-admin", "B/nobody", "B/B-out"]) {
    expect(add(p, ["B", "x"], [who]).code).toBe("NOT_IN_SPACE");
    expect(start(p, ["B", "x"], ["A/x", who], "g2").code).toBe("NOT_IN_SPACE");
  }
  expect(participants(p)).toEqual(["A/x", "B/x"]);
});
group02.refuses(
  "people of organizations that one does not see, present or not, in the same words",
  () => {
    const p = together();
    start(p, ["B", "x"], []);
    for (const who of ["C/x", "C/C-out", "C/nobody"]) {
      const { refusal } = add(p, ["B", "x"], [who]);
      expect(refusal).toEqual({ code: "NOT_VISIBLE", rule: "VIS-02", data: { organization: "C" } });
    }
    expect(add(p, ["B", "x"], ["D/D-admin"]).code).toBe("NOT_VISIBLE");
    expect(add(p, ["B", "x"], ["never/x"]).code).toBe("NOT_VISIBLE");
    start(p, ["A", "x"], [], "g2");
    expect(add(p, ["A", "x"], ["D/D-admin"], "g2").code).toBe("NOT_VISIBLE");
  },
);
group02.refuses("the whole command for one, absence before invisibility", () => {
  const p = together();
  const { refusal } = start(p, ["B", "x"], ["C/x", "A/A-out"]);
  expect(refusal?.code).toBe("NOT_IN_SPACE");
  expect(start(p, ["B", "x"], ["A/x", "D/x", "C/x"]).refusal?.data).toEqual({ organization: "D" });
  expect(p.records("group")).toEqual([]);
});
group02.refuses("what is not a participant's to add to", () => {
  const p = together();
  start(p, ["A", "x"], ["B/x"]);
  for (const by of [
    ["A", "A-y"],
    ["B", "B-y"],
    ["C", "x"],
    ["A", "A-admin"],
  ] as const) {
    expect(add(p, by, ["A/A-y"]).code).toBe("UNKNOWN_GROUP");
    expect(p.command(by, "group.leave", { space: "s1", group: "g" }).code).toBe("UNKNOWN_GROUP");
  }
  expect(add(p, ["A", "x"], ["A/A-y"], "never").code).toBe("UNKNOWN_GROUP");
  expect(add(p, ["A", "x"], ["A/A-y"], "g", "s2").code).toBe("UNKNOWN_GROUP");
  expect(add(p, ["D", "D-admin"], []).code).toBe("UNKNOWN_SPACE");
  expect(add(p, ["never", "x"], []).code).toBe("UNKNOWN_ORGANIZATION");
});
group02.accepts("anybody on the Roster where visibility is not asked for", () => {
  for (const groupInviteRequiresVisibility of [true, false]) {
    const p = together({ groupInviteRequiresVisibility });
    const asked = groupInviteRequiresVisibility;
    expect(start(p, ["B", "x"], ["C/x"]).code).toBe(asked ? "NOT_VISIBLE" : null);
    expect(start(p, ["B", "x"], ["C/C-out"], "g2").code).toBe(
      asked ? "NOT_VISIBLE" : "NOT_IN_SPACE",
    );
  }
});

const group03 = rule("GROUP-03");
const shownTo = (p: Play, [organization, person]: By, group = "g") =>
  p.ask("group.participants", { viewer: { organization, person }, space: "s1", group });
group03.shows(
  "each participant by current name, organization and post, as two where they are two",
  () => {
    const p = together();
    start(p, ["B", "x"], ["A/x"]);
    p.fact("person.fields-changed", {
      organization: "B",
      person: "x",
      number: 1,
      fields: { name: "Xu", title: "Buyer" },
    });
    p.fact("organization.renamed", { organization: "A", name: "A & Sons" });
    expect(shownTo(p, ["A", "x"])).toEqual({
      items: [
        {
          organization: "B",
          person: "x",
          organizationName: "The B",
          fields: { name: "Xu", title: "Buyer" },
        },
        {
          organization: "A",
          person: "x",
          organizationName: "A & Sons",
          fields: { name: "Name of x" },
        },
      ],
      next: null,
    });
  },
);
group03.shows("participants to each other even where they do not see the organization", () => {
  const p = together();
  start(p, ["A", "x"], ["B/x", "C/x"]);
  expect(shownTo(p, ["B", "x"])).toMatchObject({
    items: [{ organization: "A" }, { organization: "B" }, { organization: "C" }],
  });
});
group03.hides("a group from all who take no part in it", () => {
  const p = together();
  start(p, ["A", "x"], ["B/x"]);
  for (const by of [
    ["A", "A-y"],
    ["C", "x"],
    ["A", "A-admin"],
  ] as const) {
    expect(shownTo(p, by)).toBe("UNKNOWN_GROUP");
  }
  expect(shownTo(p, ["D", "D-admin"])).toBe("UNKNOWN_SPACE");
});

const group04 = rule("GROUP-04");
group04.happens("in every Space at once; the groups go on", () => {
  const p = together();
  start(p, ["B", "x"], ["A/x", "B/B-y"], "g1");
  start(p, ["A", "x"], ["B/x"], "g2", "s2");
  start(p, ["B", "x"], [], "g3");
  const told = p.resign("B", "x");
  expect(lost(told)).toEqual([
    ["B/x", "g1", "resigned"],
    ["B/x", "g3", "resigned"],
    ["B/x", "g2", "resigned"],
  ]);
  expect(participants(p, "g1")).toEqual(["A/x", "B/B-y"]);
  expect(participants(p, "g2")).toEqual(["A/x"]);
  expect(participants(p, "g3")).toEqual([]);
  expect(add(p, ["B", "B-y"], ["A/A-y"], "g1").code).toBeNull();
});
group04.doesNot("to the person's other identities", () => {
  const p = together();
  start(p, ["A", "x"], ["B/x", "C/x"]);
  p.resign("B", "x");
  expect(participants(p)).toEqual(["A/x", "C/x"]);
});

const group05 = rule("GROUP-05");
group05.happens("by scope, by relocation, by the end of the Association, by dissolving", () => {
  const ways: readonly ((p: Play) => Told)[] = [
    (p) => p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["x"] }),
    (p) => p.command("B", "scope.set", { space: "s1", organization: "B", scope: {} }),
    (p) => p.relocate("B", "x", []),
    (p) => p.fact("department.removed", { organization: "B", department: "d1" }),
    (p) => p.command("A", "association.cancel", { space: "s1", organization: "B" }),
    (p) => p.command("A", "space.dissolve", { space: "s1" }),
    (p) => p.fact("organization.ended", { organization: "B" }),
  ];
  for (const way of ways) {
    const p = together();
    p.createDepartments("B", [["d1", null]]);
    p.relocate("B", "x", ["d1"]);
    p.command("B", "scope.set", {
      space: "s1",
      organization: "B",
      scope: { departments: ["d1"] },
    });
    start(p, ["B", "x"], ["A/x"], "g1");
    start(p, ["A", "x"], ["B/x"], "g2");
    expect(lost(way(p)).filter(([who]) => who === "B/x")).toEqual([
      ["B/x", "g1", "left-space"],
      ["B/x", "g2", "left-space"],
    ]);
  }
});
group05.doesNot(
  "to groups of other Spaces, nor to those who stay through a change of scope",
  () => {
    const p = together();
    start(p, ["B", "x"], ["B/B-y"], "g1");
    start(p, ["B", "x"], [], "g2", "s2");
    const scope = { whole: true, exclude: { people: ["x"] } };
    p.command("B", "scope.set", { space: "s1", organization: "B", scope });
    expect(participants(p, "g1")).toEqual(["B/B-y"]);
    expect(participants(p, "g2")).toEqual(["B/x"]);
  },
);
group05.doesNot(
  "to bring anybody back who comes into the Space again, also with their whole organization",
  () => {
    const p = together();
    start(p, ["A", "x"], ["B/x", "B/B-y"]);
    const people = { space: "s1", organization: "B", people: ["x"] };
    p.command("B", "scope.take-out", people);
    p.command("B", "scope.put-in", people);
    expect(participants(p)).toEqual(["A/x", "B/B-y"]);
    p.command("A", "association.cancel", { space: "s1", organization: "B" });
    p.applyTo("B", "s1", { whole: true }, "again");
    p.approve("A", "B", "s1", "again");
    expect(participants(p)).toEqual(["A/x"]);
    expect(add(p, ["A", "x"], ["B/x"]).code).toBeNull();
  },
);
group05.doesNot("to somebody who leaves a group and stays in the Space", () => {
  const p = together();
  start(p, ["A", "x"], ["B/x"]);
  const told = p.command(["B", "x"], "group.leave", { space: "s1", group: "g" });
  expect(told.events.map(({ type }) => type)).toEqual(["group.left"]);
  expect(lost(told)).toEqual([["B/x", "g", "left-group"]]);
  expect(start(p, ["B", "x"], [], "g2").code).toBeNull();
});
