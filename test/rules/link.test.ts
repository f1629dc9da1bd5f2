// Aim: how Links come about: invited, applied for, approved one by one or several at once.
// Method: organizations for which hierarchies are open apply to one another with every kind of wish.
import { expect } from "vitest";
import { parseInput } from "../../src/schema/index.ts";
import { above, applyTo, approve, link, onLink, open, opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const link01 = rule("LINK-01");
link01.happens("on a Trunk admin's word; the invitation leads to that Trunk", () => {
  const p = opened(["T", "B", "C"]);
  const wish = { trunk: "T", invitation: "i1", form: "qr" } as const;
  expect(p.command("T", "invitation.issue", wish).events.map(({ type }) => type)).toEqual([
    "invitation.issued",
  ]);
  for (const by of ["B", "C"]) {
    const told = p.command(by, "application.submit", { application: `${by}1`, invitation: "i1" });
    expect(told.events[0]?.data).toMatchObject({ trunk: "T", organization: by });
  }
});
link01.doesNot("for others, nor where hierarchies are not open, nor once it is revoked", () => {
  const p = opened(["T", "B"]);
  p.register(["X"]);
  link(p, "T", "B");
  const wish = { trunk: "T", invitation: "i1", form: "link" } as const;
  expect(p.command("B", "invitation.issue", wish).code).toBe("NOT_TRUNK_ADMIN");
  expect(p.command("X", "invitation.issue", wish).code).toBe("UNKNOWN_TRUNK");
  expect(p.command("X", "invitation.issue", { ...wish, trunk: "X" }).code).toBe(
    "HIERARCHY_NOT_OPEN",
  );
  const other = { trunk: "X", invitation: "t-T" };
  expect(p.command("X", "invitation.revoke", other).code).toBe("INVITATION_NOT_VALID");
  expect(p.command("T", "invitation.revoke", { trunk: "T", invitation: "t-T" }).code).toBeNull();
  const late = { application: "late", invitation: "t-T" };
  expect(p.command("X", "application.submit", late).code).toBe("INVITATION_NOT_VALID");
});

const link02 = rule("LINK-02");
link02.happens("as the Branch's word: scope, reach, shared data; nothing else changes", () => {
  const p = opened(["T", "B"]);
  p.hire("B", "eve");
  const told = applyTo(p, "T", "B", { scope: { people: ["eve"] }, reach: "trunk", shared: ["hr"] });
  expect(told.events[0]?.data).toMatchObject({ reach: "trunk", shared: ["hr"], replaces: null });
  expect(above(p, "B")).toEqual([]);
  expect(onLink(p, "T", "B")).toEqual([]);
});
link02.doesNot(
  "on the word of anybody but its Hierarchy admins, nor with what is not its own",
  () => {
    const p = opened(["T", "B"]);
    p.hire("B", "eve");
    p.hire("B", "sub");
    p.appoint("B", "sub", "sub", true);
    p.command("T", "invitation.issue", { trunk: "T", invitation: "i", form: "qr" });
    const wish = { application: "a", invitation: "i" };
    for (const person of ["eve", "sub"]) {
      expect(p.command(["B", person], "application.submit", wish).code).toBe(
        "NOT_AUTHORIZED_ADMIN",
      );
    }
    expect(p.command("B", "application.submit", { ...wish, scope: { people: ["x"] } }).code).toBe(
      "UNKNOWN_PERSON",
    );
    const foreign = { ...wish, scope: { organization: "T", whole: true } };
    expect(p.command("B", "application.submit", foreign).code).toBe(
      "SCOPE_OUTSIDE_OWN_ORGANIZATION",
    );
  },
);

const link03 = rule("LINK-03");
link03.happens("for several at once, with the people in scope and what is said of each", () => {
  const p = opened(["T", "B", "C"]);
  p.createDepartments("T", [["schools", null]]);
  for (const branch of ["B", "C"]) {
    p.hire(branch, "eve");
    applyTo(p, "T", branch, { scope: { whole: true } });
  }
  const told = approve(p, "T", ["C", "B"], { mount: "schools" });
  expect(told.code).toBeNull();
  expect(onLink(p, "T", "B")).toEqual(["B-admin", "eve"]);
  expect(p.records("link").map(([key, { order, mount }]) => [key, order, mount])).toEqual(
    expect.arrayContaining([
      ["T/C", 1, "schools"],
      ["T/B", 2, "schools"],
    ]),
  );
  expect(above(p, "B")).toEqual(["T 1"]);
});
link03.doesNot("in part: all or none, and the refusal is the first in rank", () => {
  const p = opened(["T", "B", "C", "D"]);
  for (const branch of ["B", "C"]) applyTo(p, "T", branch);
  const items = [
    { application: "B-T", alias: "one" },
    { application: "C-T", alias: "one" },
  ];
  expect(p.command("T", "application.approve", { trunk: "T", items }).code).toBe("ALIAS_TAKEN");
  expect(approve(p, "T", ["B", "nobody"]).code).toBe("UNKNOWN_APPLICATION");
  const gone = [{ application: "nobody" }, { application: "C-T", mount: "gone" }];
  expect(p.command("T", "application.approve", { items: gone }).code).toBe("UNKNOWN_APPLICATION");
  expect(p.command("T", "application.approve", { trunk: "T", items: gone }).code).toBe(
    "UNKNOWN_DEPARTMENT",
  );
  expect(approve(p, "T", ["B"]).code).toBeNull();
  expect(approve(p, "T", ["B"]).code).toBe("APPLICATION_NOT_PENDING");
  expect(approve(p, "T", ["C", "C"]).code).toBe("APPLICATION_NOT_PENDING");
  const no = { trunk: "T", organization: "D", application: "B-T" };
  expect(p.command("T", "application.reject", no).code).toBe("APPLICATION_REQUIRED");
  expect(
    p.command("B", "application.approve", { trunk: "T", items: [items[1] as never] }).code,
  ).toBe("NOT_TRUNK_ADMIN");
  const reject = { trunk: "T", application: "C-T", reason: "later" };
  expect(p.command("T", "application.reject", reject).code).toBeNull();
  expect(approve(p, "T", ["C"]).code).toBe("APPLICATION_NOT_PENDING");
});
const batch = (count: number, limit: number) => {
  const names = Array.from({ length: count }, (_, i) => `B${i}`);
  const p = opened(["T", ...names], { batchApproveLimit: limit });
  for (const name of names) applyTo(p, "T", name);
  return approve(p, "T", names);
};
link03.below("the number of applications in one approval", () => {
  expect(batch(1, 2).code).toBeNull();
});
link03.at("the number of applications in one approval", () => {
  expect(batch(2, 2).code).toBeNull();
});
link03.above("the number of applications in one approval: malformed, with a path", () => {
  const told = batch(3, 2);
  expect(told.code).toBe("MALFORMED");
  expect(told.outcome).toMatchObject({
    refusal: { data: { problems: [{ path: ["data", "items"], problem: "too-many" }] } },
  });
});
link03.refuses("what is no approval, and says where", () => {
  const by = { organization: "T", person: "p" };
  const of = (data: object) =>
    parseInput({ id: "i", at: 1, type: "application.approve", by, data });
  const bad = of({ trunk: "T", items: [{ application: "a" }, { application: "a" }] });
  expect(bad).toMatchObject({ ok: false, problems: [{ path: ["data", "items", 1] }] });
  expect(of({ trunk: "T", items: [] }).ok).toBe(false);
  expect(of({ trunk: "T", items: [{ application: "a", alias: "" }] })).toMatchObject({
    problems: [{ path: ["data", "items", 0, "alias"], problem: "empty" }],
  });
});

const link04 = rule("LINK-04");
link04.accepts("one application to each Trunk", () => {
  const p = opened(["T", "U", "B"]);
  expect(applyTo(p, "T", "B").code).toBeNull();
  expect(applyTo(p, "U", "B").code).toBeNull();
});
link04.refuses("a second one while the first is pending, and a Branch", () => {
  const p = opened(["T", "B"]);
  applyTo(p, "T", "B");
  const again = { application: "again", invitation: "t-T" };
  expect(p.command("B", "application.submit", again).code).toBe("APPLICATION_ALREADY_PENDING");
  approve(p, "T", ["B"]);
  expect(p.command("B", "application.submit", again).code).toBe("ALREADY_LINKED");
});

const link05 = rule("LINK-05");
link05.accepts("two chains from one organization to one above", () => {
  const p = opened(["K", "T", "U", "S"]);
  for (const town of ["T", "U"]) link(p, "K", town);
  expect(link(p, "T", "S").code).toBeNull();
  expect(link(p, "U", "S").code).toBeNull();
  expect(above(p, "S")).toEqual(["T 1", "U 1", "K 2"]);
});
link05.refuses(
  "a Trunk that is the Branch itself or below it, when applied for and when approved",
  () => {
    const p = opened(["A", "B", "C"]);
    expect(applyTo(p, "A", "A").code).toBe("HIERARCHY_CYCLE");
    applyTo(p, "C", "A");
    link(p, "A", "B", { reach: "trunk" });
    link(p, "B", "C", { reach: "trunk" });
    expect(approve(p, "C", ["A"]).code).toBe("HIERARCHY_CYCLE");
    expect(applyTo(p, "B", "A").code).toBe("HIERARCHY_CYCLE");
  },
);

const link06 = rule("LINK-06");
const trunks = (count: number) => {
  const p = opened(["B", "T1", "T2", "T3"], { trunkLimit: 2 });
  const codes = ["T1", "T2", "T3"].slice(0, count).map((trunk) => link(p, trunk, "B").code);
  return { p, codes };
};
link06.below("the number of Trunks", () => expect(trunks(1).codes).toEqual([null]));
link06.at("the number of Trunks", () => expect(trunks(2).codes).toEqual([null, null]));
link06.above("the number of Trunks, when applied for and when approved", () => {
  expect(trunks(3).codes).toEqual([null, null, "TRUNK_LIMIT_EXCEEDED"]);
  const p = opened(["B", "T1", "T2", "T3"], { trunkLimit: 2 });
  for (const trunk of ["T1", "T2", "T3"]) applyTo(p, trunk, "B");
  for (const trunk of ["T1", "T2"]) approve(p, trunk, ["B"]);
  const told = approve(p, "T3", ["B"]);
  expect(told.outcome).toMatchObject({ refusal: { code: "TRUNK_LIMIT_EXCEEDED", data: {} } });
});

const link07 = rule("LINK-07");
const chain = (p: ReturnType<typeof opened>, names: readonly string[]) => {
  let last: string | null = null;
  for (let i = 1; i < names.length; i += 1) {
    last = link(p, names[i - 1] as string, names[i] as string).code;
  }
  return last;
};
link07.below("the depth, the Branches bought, and those below", () => {
  const p = opened(["A", "B", "C"], { hierarchyDepth: 4, descendantLimit: 3 });
  expect(chain(p, ["A", "B", "C"])).toBeNull();
});
link07.at("the depth, the Branches bought, and those above and below", () => {
  const names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
  const p = opened(names, { hierarchyDepth: 10, ancestorLimit: 9, descendantLimit: 9 });
  expect(chain(p, names.slice(0, 6))).toBeNull();
  expect(chain(p, names.slice(6))).toBeNull();
  open(p, ["F"], 1);
  expect(link(p, "F", "G").code).toBeNull();
});
link07.above("the depth: a chain of five under one of six", () => {
  const names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"];
  const p = opened(names);
  chain(p, names.slice(0, 6));
  chain(p, names.slice(6));
  expect(link(p, "F", "G").code).toBe("HIERARCHY_TOO_DEEP");
});
link07.above("the Branches bought, or those of the policy where no number is reported", () => {
  const p = opened(["T", "U", "B", "C"], { branchLimit: 1 });
  open(p, ["T"], 1);
  for (const trunk of ["T", "U"]) {
    expect(link(p, trunk, "B").code).toBeNull();
    expect(link(p, trunk, "C").code).toBe("BRANCH_LIMIT_EXCEEDED");
  }
  p.command("T", "link.cancel", { trunk: "T", organization: "B" });
  expect(approve(p, "T", ["C"]).code).toBeNull();
});
link07.above("those above one, or below one", () => {
  const p = opened(["A", "B", "C"], { ancestorLimit: 1 });
  link(p, "A", "B");
  expect(link(p, "B", "C").code).toBe("HIERARCHY_TOO_LARGE");
  const q = opened(["A", "B", "C"], { descendantLimit: 1 });
  link(q, "A", "B");
  expect(link(q, "B", "C").code).toBe("HIERARCHY_TOO_LARGE");
});

const link08 = rule("LINK-08");
link08.happens("in one step, once the old Trunk has released the Link", () => {
  const p = opened(["T", "U", "B"]);
  p.hire("B", "eve");
  link(p, "T", "B", { scope: { whole: true } });
  p.command("T", "link.release", { trunk: "T", organization: "B", released: true });
  applyTo(p, "U", "B", { replaces: "T", scope: { people: ["eve"] } });
  const told = approve(p, "U", ["B"]);
  expect(told.events.map(({ type }) => type)).toContain("link.moved");
  expect(above(p, "B")).toEqual(["U 1"]);
  expect(onLink(p, "T", "B")).toEqual([]);
  expect(onLink(p, "U", "B")).toEqual(["eve"]);
  expect(told.notices.map(({ kind, data }) => [kind, data])).toContainEqual([
    "LINK_ENDED",
    { trunk: "T", organization: "B", because: "moved" },
  ]);
});
link08.doesNot("without a release, or of a Link that there is not", () => {
  const p = opened(["T", "U", "B"]);
  expect(applyTo(p, "U", "B", { replaces: "T" }).code).toBe("NOT_LINKED");
  link(p, "T", "B");
  applyTo(p, "U", "B", { replaces: "T" });
  expect(approve(p, "U", ["B"]).code).toBe("LINK_NOT_RELEASED");
  const release = { trunk: "T", organization: "B" };
  expect(p.command("B", "link.release", { ...release, released: true }).code).toBe(
    "NOT_TRUNK_ADMIN",
  );
  p.command("T", "link.release", { ...release, released: true });
  p.command("T", "link.release", { ...release, released: false });
  expect(approve(p, "U", ["B"]).code).toBe("LINK_NOT_RELEASED");
  expect(p.command("T", "link.release", { ...release, released: false }).events).toEqual([]);
});
