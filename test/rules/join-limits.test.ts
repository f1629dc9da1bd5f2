// Aim: applying again, duplicates, the limits on joining, batch invitation.
// Method: organizations join Spaces up to each limit and one beyond.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

function hosted(changes = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C", "D"]);
  p.createSpace("A", "s1");
  p.invite("A", "s1");
  return p;
}

const review = (p: Play, type: "application.reject", organization: string, application: string) =>
  p.command("A", type, { space: "s1", organization, application });
const cancel = (p: Play, organization: string, space = "s1"): Told =>
  p.command("A", "association.cancel", { space, organization });

const join06 = rule("JOIN-06");
join06.happens(
  "after a rejection, a withdrawal and an exit, each time with a new application",
  () => {
    const p = hosted();
    p.applyTo("B", "s1", {}, "first");
    review(p, "application.reject", "B", "first");
    expect(p.applyTo("B", "s1", {}, "second").code).toBeNull();
    const withdrawn = { space: "s1", application: "second" };
    const alone = { application: "second" };
    expect(p.command("C", "application.withdraw", alone).code).toBe("UNKNOWN_APPLICATION");
    expect(p.command("A", "application.withdraw", alone).code).toBe("NOT_AUTHORIZED_ADMIN");
    expect(p.command("B", "application.withdraw", withdrawn).events).toHaveLength(1);
    expect(p.command("B", "application.withdraw", alone).code).toBe("APPLICATION_NOT_PENDING");
    expect(p.applyTo("B", "s1", {}, "third").code).toBeNull();
    p.approve("A", "B", "s1", "third");
    cancel(p, "B");
    expect(p.applyTo("B", "s1", {}, "fourth").code).toBeNull();
    expect(p.approve("A", "B", "s1", "fourth").code).toBeNull();
  },
);
join06.doesNot("under an id used before, nor while an application is pending", () => {
  const p = hosted();
  p.applyTo("B", "s1", {}, "first");
  expect(p.applyTo("B", "s1", {}, "second").code).toBe("APPLICATION_ALREADY_PENDING");
  review(p, "application.reject", "B", "first");
  expect(p.applyTo("B", "s1", {}, "first").code).toBe("ID_TAKEN");
});

const join07 = rule("JOIN-07");
join07.accepts("a first application, and one to another Space beside it", () => {
  const p = hosted();
  p.createSpace("A", "s2");
  p.invite("A", "s2");
  expect(p.applyTo("B", "s1").code).toBeNull();
  expect(p.applyTo("B", "s2").code).toBeNull();
});
join07.refuses("a second one, one by a Member, one by the Host", () => {
  const p = hosted();
  p.applyTo("B", "s1", {}, "first");
  expect(p.applyTo("B", "s1", {}, "second").refusal).toEqual({
    code: "APPLICATION_ALREADY_PENDING",
    rule: "JOIN-07",
    data: { application: "first" },
  });
  p.approve("A", "B", "s1", "first");
  expect(p.applyTo("B", "s1", {}, "third").refusal).toEqual({
    code: "ALREADY_MEMBER",
    rule: "JOIN-07",
    data: { space: "s1" },
  });
  expect(p.applyTo("A", "s1").code).toBe("HOST_CANNOT_JOIN_OWN_SPACE");
});

const join08 = rule("JOIN-08");
join08.accepts("an application to a full Space, approved once there is room", () => {
  const p = hosted({ memberOrgCap: 1 });
  expect(p.join("A", "s1", "B").code).toBeNull();
  expect(p.applyTo("C", "s1").code).toBeNull();
  expect(p.approve("A", "C", "s1").code).toBe("MEMBER_ORG_LIMIT_EXCEEDED");
  cancel(p, "B");
  expect(p.approve("A", "C", "s1").code).toBeNull();
});
join08.refuses("an approval by the limits of that moment; the application stays pending", () => {
  const p = hosted({ joinLimit: 1, personCap: 1 });
  p.createSpace("A", "s2");
  p.invite("A", "s2");
  p.applyTo("B", "s1", {}, "first");
  p.applyTo("B", "s2", {}, "second");
  p.applyTo("C", "s1", { whole: true });
  p.hire("C", "c1");
  expect(p.approve("A", "B", "s1", "first").code).toBeNull();
  expect(p.approve("A", "B", "s2", "second").refusal).toMatchObject({
    code: "JOIN_LIMIT_EXCEEDED",
    data: {},
  });
  expect(p.approve("A", "C", "s1").code).toBe("PERSON_CAP_EXCEEDED");
  const status = p.records("application").map(([key, each]) => [key, each.status]);
  expect(status.sort()).toEqual([
    ["C-s1/", "pending"],
    ["first/", "approved"],
    ["second/", "pending"],
  ]);
});

const join09 = rule("JOIN-09");
join09.accepts("an organization that just fits, as a whole", () => {
  const p = hosted({ personCap: 2 });
  p.hire("B", "b1");
  expect(p.join("A", "s1", "B", { whole: true }).code).toBeNull();
  expect(p.roster("s1")).toHaveLength(2);
});
join09.refuses("one person too many, and nobody enters", () => {
  const p = hosted({ personCap: 2 });
  for (const person of ["b1", "b2"]) p.hire("B", person);
  expect(p.join("A", "s1", "B", { whole: true }).refusal).toMatchObject({
    code: "PERSON_CAP_EXCEEDED",
    data: { limit: 2, current: 0 },
  });
  expect(p.roster("s1")).toEqual([]);
  expect(p.association("s1", "B")).toBeUndefined();
});

/** B is a Member of this many Spaces of A. */
function joined(count: number): Play {
  const p = hosted();
  for (let i = 1; i <= count; i += 1) {
    p.createSpace("A", `j${i}`);
    p.join("A", `j${i}`, "B");
  }
  return p;
}

const join10 = rule("JOIN-10");
join10.below("five Spaces, an organization joins another", () => {
  expect(joined(3).join("A", "s1", "B").code).toBeNull();
});
join10.at("five Spaces exactly, the fifth is joined", () => {
  const p = joined(4);
  expect(p.join("A", "s1", "B").code).toBeNull();
  expect(p.organization("B")?.joined).toHaveLength(5);
});
join10.above("five Spaces it neither applies nor is approved, until it leaves one", () => {
  const p = joined(4);
  p.applyTo("B", "s1", {}, "early");
  p.createSpace("A", "j5");
  p.join("A", "j5", "B");
  expect(p.approve("A", "B", "s1", "early").refusal).toMatchObject({
    code: "JOIN_LIMIT_EXCEEDED",
    data: {},
  });
  p.createSpace("A", "j6");
  p.invite("A", "j6");
  expect(p.applyTo("B", "j6").refusal).toEqual({
    code: "JOIN_LIMIT_EXCEEDED",
    rule: "JOIN-10",
    data: { limit: 5, current: 5 },
  });
  cancel(p, "B", "j1");
  expect(p.approve("A", "B", "s1", "early").code).toBeNull();
});

/** A Space with this many Members. */
function crowded(count: number): Play {
  const p = hosted();
  for (let i = 1; i <= count; i += 1) {
    p.register([`m${i}`]);
    p.applyTo(`m${i}`, "s1");
    p.approve("A", `m${i}`, "s1");
  }
  return p;
}

const join11 = rule("JOIN-11");
join11.below("eight hundred Members, another is approved", () => {
  const p = crowded(798);
  expect(p.join("A", "s1", "B").code).toBeNull();
});
join11.at("eight hundred exactly, the last one is approved, the Host not counted", () => {
  const p = crowded(799);
  expect(p.join("A", "s1", "B").code).toBeNull();
  expect(p.space("s1")?.members.count).toBe(800);
});
join11.above("eight hundred it stays pending, until one leaves", () => {
  const p = crowded(800);
  expect(p.join("A", "s1", "B").refusal).toEqual({
    code: "MEMBER_ORG_LIMIT_EXCEEDED",
    rule: "JOIN-11",
    data: { limit: 800, current: 800 },
  });
  cancel(p, "m17");
  expect(p.approve("A", "B", "s1").code).toBeNull();
});

const batch = (p: Play, ...organizations: readonly string[]): Told => {
  const invitations = organizations.map((organization, index) => {
    return { invitation: `batch-${index}`, organization };
  });
  return p.command("A", "invitation.batch", { space: "s1", invitations });
};

const join12 = rule("JOIN-12");
join12.happens(
  "for a Host enabled for it: one invitation each, others reported and skipped",
  () => {
    const p = hosted();
    p.join("A", "s1", "B");
    p.command({ support: "staff" }, "batch-invitation.enable", { organization: "A" });
    const { events } = batch(p, "C", "B", "A", "C", "D");
    const issued = events.filter(({ type }) => type === "invitation.issued");
    expect(issued.map(({ data }) => data["invited"])).toEqual(["C", "D"]);
    const skipped = events.filter(({ type }) => type === "invitation.skipped");
    expect(skipped.map(({ data }) => [data["organization"], data["reason"]])).toEqual([
      ["B", "member"],
      ["A", "host"],
      ["C", "duplicate"],
    ]);
    const wish = { application: "by-batch", invitation: "batch-0" };
    expect(p.command("C", "application.submit", wish).code).toBeNull();
    expect(p.association("s1", "C")).toBeUndefined();
  },
);
join12.doesNot("for a Host that support has not enabled, nor for a Member", () => {
  const p = hosted();
  p.join("A", "s1", "B");
  expect(batch(p, "C").refusal).toEqual({
    code: "BATCH_INVITE_NOT_ENABLED",
    rule: "JOIN-12",
    data: { organization: "A" },
  });
  const own = p.command("A", "batch-invitation.enable", { organization: "A" });
  expect(own.code).toBe("QUOTA_EXPANSION_NOT_AUTHORIZED");
  const invitations = [{ invitation: "i", organization: "C" }];
  expect(p.command("B", "invitation.batch", { space: "s1", invitations }).code).toBe(
    "NOT_SPACE_ADMIN",
  );
});
