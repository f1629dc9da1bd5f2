// Aim: applying again, duplicates, the limits on joining, batch invitation.
// Method: organizations join Spaces up to each limit and one beyond.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { applyTo, opened } from "../support/hierarchy.ts";
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

const DAY = 86_400_000;
const join15 = rule("JOIN-15");

/** An application of B made at 1000, under a policy that lets it live for two days. */
function waiting(changes = {}): Play {
  const p = hosted({ applicationLifetimeDays: 2, ...changes });
  const wish = { application: "first", invitation: "i-s1" };
  expect(p.command("B", "application.submit", wish, { at: 1000 }).code).toBeNull();
  return p;
}

const END = 1000 + 2 * DAY;
const reviewed = (p: Play, type: "application.approve" | "application.reject", at: number) =>
  p.command("A", type, { space: "s1", organization: "B", application: "first" }, { at });
const again = (p: Play, at: number): Told =>
  p.command("B", "application.submit", { application: "second", invitation: "i-s1" }, { at });

join15.below("its end is approved, rejected, withdrawn, and stands in the way of another", () => {
  expect(reviewed(waiting(), "application.approve", END - 1).code).toBeNull();
  expect(reviewed(waiting(), "application.reject", END - 1).code).toBeNull();
  const own = { application: "first" };
  const before = { at: END - 1 };
  expect(waiting().command("B", "application.withdraw", own, before).code).toBeNull();
  expect(again(waiting(), END - 1).code).toBe("APPLICATION_ALREADY_PENDING");
});
join15.at("its end nothing can be decided about it, and a new one closes it", () => {
  const data = { application: "first", expiresAt: END };
  const over = { code: "APPLICATION_EXPIRED", rule: "JOIN-15", data };
  const p = waiting();
  expect(reviewed(p, "application.approve", END).refusal).toEqual(over);
  expect(reviewed(p, "application.reject", END).refusal).toEqual(over);
  const withdrawn = p.command("B", "application.withdraw", { application: "first" }, { at: END });
  expect(withdrawn.refusal).toEqual(over);
  expect(again(p, END).events).toMatchObject([
    { type: "application.expired", data: { space: "s1", organization: "B", application: "first" } },
    { type: "application.submitted", data: { application: "second", expiresAt: END + 2 * DAY } },
  ]);
  expect(reviewed(p, "application.approve", END + 1).refusal).toMatchObject({
    code: "APPLICATION_NOT_PENDING",
    data: { status: "expired" },
  });
});
join15.above("its end alike, and the Host's list says so when asked for a time", () => {
  const p = waiting();
  expect(reviewed(p, "application.approve", END + 1).code).toBe("APPLICATION_EXPIRED");
  const viewer = { organization: "A", person: "A-admin" };
  const listed = (more: object) => p.ask("admin.applications", { viewer, space: "s1", ...more });
  const item = { application: "first", expiresAt: END };
  expect(listed({})).toMatchObject({ items: [item] });
  expect(listed({ at: END - 1 })).toMatchObject({ items: [{ ...item, expired: false }] });
  expect(listed({ at: END })).toMatchObject({ items: [{ ...item, expired: true }] });
});
join15.happens("with the invitation where the policy has it, the earlier end of the two", () => {
  for (const [invitationCoversReview, end] of [
    [true, 1500],
    [false, END],
  ] as const) {
    const p = hosted({ applicationLifetimeDays: 2, invitationCoversReview });
    const terms = { space: "s1", invitation: "short", form: "qr", expiresAt: 1500 } as const;
    p.command("A", "invitation.issue", terms);
    const wish = { application: "first", invitation: "short" };
    const { events } = p.command("B", "application.submit", wish, { at: 1000 });
    expect(events).toMatchObject([{ data: { expiresAt: end } }]);
    // Taking the invitation back shortens nothing that was applied for.
    p.command("A", "invitation.revoke", { space: "s1", invitation: "short" });
    expect(reviewed(p, "application.approve", end - 1).code).toBeNull();
  }
});
join15.doesNot("without either, nor for an application made before the policy had it", () => {
  const p = hosted({ invitationCoversReview: true });
  const { events } = p.applyTo("B", "s1", {}, "first");
  expect(events[0]?.data).not.toHaveProperty("expiresAt");
  expect(reviewed(p, "application.approve", END * 100).code).toBeNull();
});
join15.accepts("the use of an invitation that one's own application past its end had", () => {
  const p = hosted({ applicationLifetimeDays: 2 });
  const once = { space: "s1", invitation: "once", form: "qr", maxUses: 1 } as const;
  p.command("A", "invitation.issue", once);
  const wish = (application: string) => ({ application, invitation: "once" });
  p.command("B", "application.submit", wish("first"), { at: 1000 });
  const taken = p.command("C", "application.submit", wish("other"), { at: END });
  expect(taken.code).toBe("INVITATION_NOT_VALID");
  expect(p.command("B", "application.submit", wish("second"), { at: END - 1 }).code).toBe(
    "INVITATION_NOT_VALID",
  );
  const events = p.command("B", "application.submit", wish("second"), { at: END }).events;
  expect(events).toMatchObject([{ data: { usesLeft: 1 } }, { type: "application.submitted" }]);
});
join15.refuses("an application to a Trunk past its end among others", () => {
  const p = opened(["T", "B", "C"], { applicationLifetimeDays: 2 });
  applyTo(p, "T", "B");
  applyTo(p, "T", "C");
  const items = ["B", "C"].map((branch) => ({ application: `${branch}-T` }));
  const later = { at: 10 * DAY };
  const approved = p.command("T", "application.approve", { trunk: "T", items }, later);
  expect(approved.code).toBe("APPLICATION_EXPIRED");
  // Of several codes the first in rank, whichever application it is about.
  p.command("T", "application.reject", { trunk: "T", application: "C-T" });
  expect(p.command("T", "application.approve", { trunk: "T", items }, later).code).toBe(
    "APPLICATION_NOT_PENDING",
  );
  const wish = { application: "again", invitation: "t-T" };
  const { events } = p.command("B", "application.submit", wish, later);
  expect(events.map(({ type }) => type)).toEqual(["application.expired", "application.submitted"]);
  const one = { trunk: "T", items: [{ application: "again" }] };
  expect(p.command("T", "application.approve", one, later).code).toBeNull();
});
