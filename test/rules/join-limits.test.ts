// Aim: applying again, duplicates, the limits on joining, batch invitation.
// Method: organizations join Spaces up to each limit and one beyond.
import { expect } from "vitest";
import {
  associationOf,
  organizationOf,
  type Play,
  play,
  roster,
  spaceOf,
  type Told,
} from "../support/play.ts";
import { rule } from "../support/rule.ts";
import { applyTo, approve, create, hire, invite, join, register } from "../support/worlds.ts";

function hosted(changes = {}): Play {
  const p = play(changes);
  register(p, ["A", "B", "C", "D"]);
  create(p, "A", "s1");
  invite(p, "A", "s1");
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
    applyTo(p, "B", "s1", {}, "first");
    review(p, "application.reject", "B", "first");
    expect(applyTo(p, "B", "s1", {}, "second").code).toBeNull();
    const withdrawn = { space: "s1", application: "second" };
    const alone = { application: "second" };
    expect(p.command("C", "application.withdraw", alone).code).toBe("UNKNOWN_APPLICATION");
    expect(p.command("A", "application.withdraw", alone).code).toBe("NOT_AUTHORIZED_ADMIN");
    expect(p.command("B", "application.withdraw", withdrawn).events).toHaveLength(1);
    expect(p.command("B", "application.withdraw", alone).code).toBe("APPLICATION_NOT_PENDING");
    expect(applyTo(p, "B", "s1", {}, "third").code).toBeNull();
    approve(p, "A", "B", "s1", "third");
    cancel(p, "B");
    expect(applyTo(p, "B", "s1", {}, "fourth").code).toBeNull();
    expect(approve(p, "A", "B", "s1", "fourth").code).toBeNull();
  },
);
join06.doesNot("under an id used before, nor while an application is pending", () => {
  const p = hosted();
  applyTo(p, "B", "s1", {}, "first");
  expect(applyTo(p, "B", "s1", {}, "second").code).toBe("APPLICATION_ALREADY_PENDING");
  review(p, "application.reject", "B", "first");
  expect(applyTo(p, "B", "s1", {}, "first").code).toBe("ID_TAKEN");
});

const join07 = rule("JOIN-07");
join07.accepts("a first application, and one to another Space beside it", () => {
  const p = hosted();
  create(p, "A", "s2");
  invite(p, "A", "s2");
  expect(applyTo(p, "B", "s1").code).toBeNull();
  expect(applyTo(p, "B", "s2").code).toBeNull();
});
join07.refuses("a second one, one by a Member, one by the Host", () => {
  const p = hosted();
  applyTo(p, "B", "s1", {}, "first");
  expect(applyTo(p, "B", "s1", {}, "second").refusal).toEqual({
    code: "APPLICATION_ALREADY_PENDING",
    rule: "JOIN-07",
    data: { application: "first" },
  });
  approve(p, "A", "B", "s1", "first");
  expect(applyTo(p, "B", "s1", {}, "third").refusal).toEqual({
    code: "ALREADY_MEMBER",
    rule: "JOIN-07",
    data: { space: "s1" },
  });
  expect(applyTo(p, "A", "s1").code).toBe("HOST_CANNOT_JOIN_OWN_SPACE");
});

const join08 = rule("JOIN-08");
join08.accepts("an application to a full Space, approved once there is room", () => {
  const p = hosted({ memberOrgCap: 1 });
  expect(join(p, "A", "s1", "B").code).toBeNull();
  expect(applyTo(p, "C", "s1").code).toBeNull();
  expect(approve(p, "A", "C", "s1").code).toBe("MEMBER_ORG_LIMIT_EXCEEDED");
  cancel(p, "B");
  expect(approve(p, "A", "C", "s1").code).toBeNull();
});
join08.refuses("an approval by the limits of that moment; the application stays pending", () => {
  const p = hosted({ joinLimit: 1, personCap: 1 });
  create(p, "A", "s2");
  invite(p, "A", "s2");
  applyTo(p, "B", "s1", {}, "first");
  applyTo(p, "B", "s2", {}, "second");
  applyTo(p, "C", "s1", { whole: true });
  hire(p, "C", "c1");
  expect(approve(p, "A", "B", "s1", "first").code).toBeNull();
  expect(approve(p, "A", "B", "s2", "second").refusal).toMatchObject({
    code: "JOIN_LIMIT_EXCEEDED",
    data: {},
  });
  expect(approve(p, "A", "C", "s1").code).toBe("PERSON_CAP_EXCEEDED");
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
  hire(p, "B", "b1");
  expect(join(p, "A", "s1", "B", { whole: true }).code).toBeNull();
  expect(roster(p, "s1")).toHaveLength(2);
});
join09.refuses("one person too many, and nobody enters", () => {
  const p = hosted({ personCap: 2 });
  for (const person of ["b1", "b2"]) hire(p, "B", person);
  expect(join(p, "A", "s1", "B", { whole: true }).refusal).toMatchObject({
    code: "PERSON_CAP_EXCEEDED",
    data: { limit: 2, current: 0 },
  });
  expect(roster(p, "s1")).toEqual([]);
  expect(associationOf(p, "s1", "B")).toBeUndefined();
});

/** B is a Member of this many Spaces of A. */
function joined(count: number): Play {
  const p = hosted();
  for (let i = 1; i <= count; i += 1) {
    create(p, "A", `j${i}`);
    join(p, "A", `j${i}`, "B");
  }
  return p;
}

const join10 = rule("JOIN-10");
join10.below("five Spaces, an organization joins another", () => {
  expect(join(joined(3), "A", "s1", "B").code).toBeNull();
});
join10.at("five Spaces exactly, the fifth is joined", () => {
  const p = joined(4);
  expect(join(p, "A", "s1", "B").code).toBeNull();
  expect(organizationOf(p, "B")?.joined).toHaveLength(5);
});
join10.above("five Spaces it neither applies nor is approved, until it leaves one", () => {
  const p = joined(4);
  applyTo(p, "B", "s1", {}, "early");
  create(p, "A", "j5");
  join(p, "A", "j5", "B");
  expect(approve(p, "A", "B", "s1", "early").refusal).toMatchObject({
    code: "JOIN_LIMIT_EXCEEDED",
    data: {},
  });
  create(p, "A", "j6");
  invite(p, "A", "j6");
  expect(applyTo(p, "B", "j6").refusal).toEqual({
    code: "JOIN_LIMIT_EXCEEDED",
    rule: "JOIN-10",
    data: { limit: 5, current: 5 },
  });
  cancel(p, "B", "j1");
  expect(approve(p, "A", "B", "s1", "early").code).toBeNull();
});

/** A Space with this many Members. */
function crowded(count: number): Play {
  const p = hosted();
  for (let i = 1; i <= count; i += 1) {
    register(p, [`m${i}`]);
    applyTo(p, `m${i}`, "s1");
    approve(p, "A", `m${i}`, "s1");
  }
  return p;
}

const join11 = rule("JOIN-11");
join11.below("eight hundred Members, another is approved", () => {
  const p = crowded(798);
  expect(join(p, "A", "s1", "B").code).toBeNull();
});
join11.at("eight hundred exactly, the last one is approved, the Host not counted", () => {
  const p = crowded(799);
  expect(join(p, "A", "s1", "B").code).toBeNull();
  expect(spaceOf(p, "s1")?.members.count).toBe(800);
});
join11.above("eight hundred it stays pending, until one leaves", () => {
  const p = crowded(800);
  expect(join(p, "A", "s1", "B").refusal).toEqual({
    code: "MEMBER_ORG_LIMIT_EXCEEDED",
    rule: "JOIN-11",
    data: { limit: 800, current: 800 },
  });
  cancel(p, "m17");
  expect(approve(p, "A", "B", "s1").code).toBeNull();
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
    join(p, "A", "s1", "B");
    p.command(null, "batch-invitation.enable", { organization: "A" });
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
    expect(associationOf(p, "s1", "C")).toBeUndefined();
  },
);
join12.doesNot("for a Host that support has not enabled, nor for a Member", () => {
  const p = hosted();
  join(p, "A", "s1", "B");
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
