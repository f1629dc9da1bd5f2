// Aim: whoever is invited again alone has no second invitation, and whoever is rejected knows why and waits.
// Method: invitations alone and in batches under each value; applications around the end of a pause.
import { expect } from "vitest";
import { type Play, play } from "../../src/testing/index.ts";
import { opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

/** A Space of A, which may invite in batches. */
function hosted(changes = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C", "D"]);
  p.createSpace("A", "s");
  p.command({ support: "staff" }, "batch-invitation.enable", { organization: "A" });
  return p;
}

type Container = { readonly space: string } | { readonly trunk: string };

/** An invitation for some, B alone if not said otherwise. */
function invite(p: Play, invitation: string, more: object = {}, at = 2000, of: Container = SPACE) {
  const by = "trunk" in of ? of.trunk : "A";
  const terms = { ...of, invitation, form: "link", for: ["B"], ...more } as const;
  return p.command(by, "invitation.issue", terms, { at });
}
const SPACE = { space: "s" };

const batch = (p: Play, entries: { readonly [invitation: string]: string }, at = 2000) => {
  const named = Object.entries(entries);
  const invitations = named.map(([invitation, organization]) => ({ invitation, organization }));
  return p.command("A", "invitation.batch", { space: "s", invitations }, { at });
};

const submit = (p: Play, application: string, invitation: string, at = 2000, by = "B") =>
  p.command(by, "application.submit", { application, invitation }, { at });

const viewer = { organization: "A", person: "A-admin" };
const listed = (p: Play) => {
  const answer = p.ask("admin.invitations", { viewer, space: "s" });
  return (answer as { items: { invitation: string; revoked: boolean }[] }).items
    .filter(({ revoked }) => !revoked)
    .map(({ invitation }) => invitation);
};

const join14 = rule("JOIN-14");
join14.happens(
  "that the open one is extended to the later end and the larger number of uses",
  () => {
    for (const [before, asked, after] of [
      [
        [5000, 2],
        [6000, 1],
        [6000, 2],
      ],
      [
        [6000, 1],
        [5000, 2],
        [6000, 2],
      ],
      [[5000, 2], [], [null, null]],
      [[], [5000, 2], [null, null]],
    ] as const) {
      const p = hosted();
      const [expiresAt, maxUses] = before;
      invite(p, "first", { expiresAt, maxUses });
      const again = invite(p, "second", { expiresAt: asked[0], maxUses: asked[1], form: "qr" });
      const terms = { expiresAt: after[0], maxUses: after[1] };
      expect(again.events).toMatchObject([
        {
          type: "invitation.extended",
          data: { space: "s", invitation: "first", organization: "B", ...terms, addressed: true },
        },
      ]);
      expect(p.ask("admin.invitations", { viewer, space: "s" })).toMatchObject({
        items: [{ invitation: "first", form: "link", ...terms, for: ["B"] }],
      });
      // The id asked for is free.
      expect(invite(p, "second", { for: ["C"] }).events).toMatchObject([
        { type: "invitation.issued", data: { invitation: "second" } },
      ]);
    }
  },
);
join14.happens("that the open one is good until the later end, and no longer", () => {
  const p = hosted();
  invite(p, "i", { expiresAt: 3000 });
  invite(p, "again", { expiresAt: 4000 });
  expect(submit(p, "late", "i", 4000).code).toBe("INVITATION_NOT_VALID");
  expect(submit(p, "soon", "i", 3999).code).toBeNull();
});
join14.doesNot("for what is revoked, expired or used up", () => {
  const p = hosted();
  invite(p, "revoked");
  p.command("A", "invitation.revoke", { space: "s", invitation: "revoked" });
  invite(p, "expired", { expiresAt: 3000 });
  // Its end itself is past it.
  expect(invite(p, "before", { expiresAt: 3000 }, 2999).events[0]?.type).toBe(
    "invitation.extended",
  );
  invite(p, "used", { maxUses: 1 }, 3000);
  expect(submit(p, "asked", "used", 3000).code).toBeNull();
  invite(p, "last", {}, 3000);
  expect(listed(p)).toEqual(["expired", "used", "last"]);
});
join14.doesNot("for an earlier one, once the latest is no longer open", () => {
  const p = hosted({ reinvitation: "separate" });
  invite(p, "first");
  invite(p, "second");
  p.under({ reinvitation: "extend" });
  p.command("A", "invitation.revoke", { space: "s", invitation: "second" });
  expect(invite(p, "third").events[0]?.type).toBe("invitation.issued");
});
join14.doesNot("where it is not for one alone, or another one is invited", () => {
  const p = hosted({ reinvitation: "refuse" });
  invite(p, "both", { for: ["B", "C"] });
  invite(p, "anyone", { for: undefined });
  invite(p, "own");
  expect(invite(p, "both-again", { for: ["B", "C"] }).code).toBeNull();
  expect(invite(p, "anyone-again", { for: undefined }).code).toBeNull();
  expect(invite(p, "other", { for: ["C"] }).code).toBeNull();
  p.createSpace("A", "t");
  expect(invite(p, "elsewhere", {}, 2000, { space: "t" }).code).toBeNull();
});
join14.happens("that the open one is revoked and the new one issued under `replace`", () => {
  const p = hosted({ reinvitation: "replace" });
  invite(p, "first", { maxUses: 3 });
  expect(invite(p, "second").events).toMatchObject([
    { type: "invitation.revoked", data: { space: "s", invitation: "first" } },
    { type: "invitation.issued", data: { invitation: "second", maxUses: null, for: ["B"] } },
  ]);
  expect(submit(p, "old", "first").code).toBe("INVITATION_NOT_VALID");
  expect(submit(p, "new", "second").code).toBeNull();
});
join14.refuses("a second one under `refuse`, after an id that is taken", () => {
  const p = hosted({ reinvitation: "refuse" });
  invite(p, "first", { expiresAt: 3000 });
  expect(invite(p, "second", {}, 2999).refusal).toEqual({
    code: "ALREADY_INVITED",
    rule: "JOIN-14",
    data: { invitation: "first" },
  });
  expect(invite(p, "first", {}, 2999).code).toBe("ID_TAKEN");
  expect(invite(p, "second", {}, 3000).code).toBeNull();
});
join14.accepts("a second one beside the first under `separate`", () => {
  const p = hosted({ reinvitation: "separate" });
  invite(p, "first");
  expect(invite(p, "second").code).toBeNull();
  expect(batch(p, { third: "B" }).events[0]?.type).toBe("invitation.issued");
  expect(listed(p)).toEqual(["first", "second", "third"]);
});
join14.happens("in batches alike, and across batches and single invitations", () => {
  const p = hosted();
  batch(p, { b: "B" });
  invite(p, "c", { for: ["C"], expiresAt: 9000 });
  expect(batch(p, { b2: "B", c2: "C", d: "D" }).events).toMatchObject([
    { type: "invitation.extended", data: { invitation: "b", organization: "B", addressed: false } },
    { type: "invitation.extended", data: { invitation: "c", organization: "C", expiresAt: null } },
    { type: "invitation.issued", data: { invitation: "d", invited: "D" } },
  ]);
  expect(invite(p, "b3").events).toMatchObject([
    { type: "invitation.extended", data: { invitation: "b", addressed: true } },
  ]);
  p.under({ reinvitation: "replace", batchInvitationUse: "addressed" });
  expect(batch(p, { b4: "B" }).events).toMatchObject([
    { type: "invitation.revoked", data: { invitation: "b" } },
    { type: "invitation.issued", data: { invitation: "b4", for: ["B"] } },
  ]);
  p.under({ reinvitation: "extend" });
  expect(batch(p, { b5: "B" }).events).toMatchObject([{ data: { addressed: true } }]);
});
join14.happens("that a batch skips who is invited under `refuse`, and who has applied", () => {
  const p = hosted({ reinvitation: "refuse", applicationLifetimeDays: 1 });
  batch(p, { b: "B", c: "C" });
  submit(p, "asked", "c", 2000, "C");
  const skipped = (at: number, entries: object) =>
    batch(p, entries as { [invitation: string]: string }, at).events.map(
      ({ type, data }) => data["reason"] ?? type,
    );
  // What is skipped gives no id out, so it may be one that is taken.
  expect(skipped(2000, { b: "B", c: "C" })).toEqual(["invited", "applied"]);
  const over = 2000 + 86_400_000;
  expect(skipped(over - 1, { c2: "C" })).toEqual(["applied"]);
  // Past its end it waits no more.
  p.under({ reinvitation: "extend" });
  expect(skipped(over, { c2: "C" })).toEqual(["invitation.extended"]);
});
join14.doesNot("to who has applied and is invited by a single one, nor under `separate`", () => {
  const p = hosted();
  invite(p, "first", { maxUses: 1 });
  submit(p, "asked", "first");
  expect(invite(p, "second").events[0]?.type).toBe("invitation.issued");
  p.under({ reinvitation: "separate" });
  expect(batch(p, { third: "B" }).events[0]?.type).toBe("invitation.issued");
});
join14.happens("for a Trunk alike", () => {
  const p = opened(["T", "B"]);
  const trunk = { trunk: "T" };
  invite(p, "first", { maxUses: 1 }, 2000, trunk);
  expect(invite(p, "second", { maxUses: 2 }, 2000, trunk).events).toMatchObject([
    { type: "invitation.extended", data: { trunk: "T", invitation: "first", maxUses: 2 } },
  ]);
  p.under({ reinvitation: "refuse" });
  expect(invite(p, "second", {}, 2000, trunk).code).toBe("ALREADY_INVITED");
  p.under({ reinvitation: "replace" });
  expect(invite(p, "second", {}, 2000, trunk).events.map(({ type }) => type)).toEqual([
    "invitation.revoked",
    "invitation.issued",
  ]);
});

const DAY = 86_400_000;
const PAUSE = { reapplyPauseDays: 2 };
const join16 = rule("JOIN-16");

const reject = (p: Play, application: string, reason?: string, at = 3000) =>
  p.command(
    "A",
    "application.reject",
    { application, ...(reason === undefined ? {} : { reason }) },
    { at },
  );

/** B has applied for the Space by an invitation for anyone. */
function applied(changes = {}): Play {
  const p = hosted(changes);
  p.invite("A", "s");
  expect(submit(p, "first", "i-s").code).toBeNull();
  return p;
}

/** It was rejected at 3000 as well, which starts a pause of two days. */
function rejected(changes: object = PAUSE): Play {
  const p = applied(changes);
  expect(reject(p, "first").code).toBeNull();
  return p;
}
const OVER = 3000 + 2 * DAY;

join16.refuses(
  "a rejection without a reason, or with white space only, where it is asked for",
  () => {
    const p = applied({ rejectionReason: "required" });
    const refusal = { code: "REASON_REQUIRED", rule: "JOIN-16", data: {} };
    expect(reject(p, "first").refusal).toEqual(refusal);
    expect(reject(p, "first", " \t\n\u3000").refusal).toEqual(refusal);
    expect(reject(p, "first", " no ").events).toMatchObject([{ data: { reason: " no " } }]);
    // What became of the application is told first.
    expect(reject(p, "first").code).toBe("APPLICATION_NOT_PENDING");
  },
);
join16.accepts("a rejection without a reason by default", () => {
  expect(reject(applied(), "first").code).toBeNull();
});
join16.accepts("an approval without a reason, whatever is asked for", () => {
  const p = applied({ rejectionReason: "required" });
  expect(p.approve("A", "B", "s", "first").code).toBeNull();
});
join16.below("reapplyPauseDays after a rejection, an application is refused", () => {
  const p = rejected();
  expect(submit(p, "again", "i-s", OVER - 1).refusal).toEqual({
    code: "REAPPLY_TOO_SOON",
    rule: "JOIN-16",
    data: { until: OVER },
  });
});
join16.at("reapplyPauseDays it is accepted", () => {
  expect(submit(rejected(), "again", "i-s", OVER).code).toBeNull();
});
join16.above("reapplyPauseDays alike", () => {
  expect(submit(rejected(), "again", "i-s", OVER + 1).code).toBeNull();
});
join16.happens("at no days that it may apply at once, and no pause is told of", () => {
  const p = applied();
  const { events, notices } = reject(p, "first");
  expect(events[0]?.data).not.toHaveProperty("reapplyFrom");
  expect(notices[0]?.data).not.toHaveProperty("reapplyFrom");
  expect(submit(p, "again", "i-s", 3000).code).toBeNull();
});
join16.happens("that both sides are told until when, as long as the pause is not ended", () => {
  const p = applied(PAUSE);
  const { events, notices } = reject(p, "first", "why");
  expect(events).toMatchObject([{ data: { reason: "why", reapplyFrom: OVER } }]);
  expect(notices).toMatchObject([
    { kind: "APPLICATION_DECIDED", data: { approved: false, reason: "why", reapplyFrom: OVER } },
  ]);
  const own = () =>
    p.ask("application.own", { viewer: { organization: "B", person: "B-admin" }, space: "s" });
  expect(own()).toMatchObject({ items: [{ status: "rejected", reapplyFrom: OVER }] });
  invite(p, "own");
  expect(JSON.stringify(own())).not.toContain("reapplyFrom");
});
join16.shows("the pause to whoever looks at an invitation", () => {
  const p = rejected();
  const look = (more: object) =>
    p.ask("invitation.look", {
      viewer: { organization: "B", person: "B-admin" },
      invitation: "i-s",
      ...more,
    });
  const soon = { refusal: { code: "REAPPLY_TOO_SOON", data: { until: OVER } } };
  expect(look({ at: OVER - 1 })).toMatchObject(soon);
  expect(look({ at: OVER })).toMatchObject({ refusal: null });
  // Without a time no end is reached.
  expect(look({})).toMatchObject(soon);
});
join16.doesNot("to anybody else, nor elsewhere", () => {
  const p = rejected();
  expect(submit(p, "other", "i-s", 3000, "C").code).toBeNull();
  p.createSpace("A", "t");
  p.invite("A", "t");
  expect(submit(p, "elsewhere", "i-t", 3000).code).toBeNull();
});
join16.accepts(
  "whoever is invited by name after it, alone or among others, by any invitation",
  () => {
    for (const only of [["B"], ["C", "B"]]) {
      const p = rejected();
      expect(invite(p, "own", { for: only }, 3000).code).toBeNull();
      p.command("A", "invitation.revoke", { space: "s", invitation: "own" });
      expect(submit(p, "again", "i-s", 3000).code).toBeNull();
    }
  },
);
join16.accepts("whoever is invited again by name while an earlier one is open", () => {
  const p = hosted(PAUSE);
  batch(p, { own: "B" });
  submit(p, "first", "own");
  reject(p, "first");
  // What a batch issues is not addressed, and neither is what it extends.
  expect(batch(p, { more: "B" }, 3000).events[0]?.type).toBe("invitation.extended");
  expect(submit(p, "again", "own", 3000).code).toBe("REAPPLY_TOO_SOON");
  expect(invite(p, "more", {}, 3000).events[0]?.type).toBe("invitation.extended");
  expect(submit(p, "again", "own", 3000).code).toBeNull();
});
join16.refuses("whoever was invited by name before it, or others are, or all", () => {
  const p = hosted(PAUSE);
  invite(p, "own");
  submit(p, "first", "own");
  reject(p, "first");
  invite(p, "other", { for: ["C"] }, 3000);
  p.invite("A", "s");
  expect(submit(p, "again", "own", OVER - 1).code).toBe("REAPPLY_TOO_SOON");
  expect(submit(p, "again", "i-s", OVER - 1).code).toBe("REAPPLY_TOO_SOON");
});
join16.doesNot("for longer or shorter when the policy changes, nor after a new application", () => {
  const p = rejected();
  p.under({ reapplyPauseDays: 0 });
  expect(submit(p, "again", "i-s", OVER - 1).code).toBe("REAPPLY_TOO_SOON");
  expect(submit(p, "again", "i-s", OVER).code).toBeNull();
  p.command("B", "application.withdraw", { application: "again" }, { at: OVER });
  const viewed = { viewer: { organization: "B", person: "B-admin" }, space: "s" };
  expect(JSON.stringify(p.ask("application.own", viewed))).not.toContain("reapplyFrom");
  p.under(PAUSE);
  expect(submit(p, "third", "i-s", OVER).code).toBeNull();
});
join16.doesNot("after a withdrawal, an expiry or an exit", () => {
  const p = applied({ ...PAUSE, applicationLifetimeDays: 1 });
  p.command("B", "application.withdraw", { application: "first" });
  expect(submit(p, "second", "i-s", 3000).code).toBeNull();
  expect(submit(p, "third", "i-s", 3000 + DAY).code).toBeNull();
  const approve = { space: "s", organization: "B", application: "third" };
  p.command("A", "application.approve", approve, { at: 3000 + DAY });
  p.command("A", "association.cancel", { space: "s", organization: "B" }, { at: 3000 + DAY });
  expect(submit(p, "fourth", "i-s", 3000 + DAY).code).toBeNull();
});
join16.refuses("whoever has applied again with that first", () => {
  const p = rejected();
  invite(p, "own", {}, 3000);
  submit(p, "again", "i-s", 3000);
  expect(submit(p, "third", "i-s", 3000).code).toBe("APPLICATION_ALREADY_PENDING");
});
join16.happens("for a Trunk alike", () => {
  const p = opened(["T", "B"], { ...PAUSE, rejectionReason: "required" });
  p.command("T", "invitation.issue", { trunk: "T", invitation: "i", form: "link" });
  submit(p, "first", "i");
  const no = { trunk: "T", application: "first" };
  expect(p.command("T", "application.reject", no).code).toBe("REASON_REQUIRED");
  const { events } = p.command("T", "application.reject", { ...no, reason: "no" }, { at: 3000 });
  expect(events).toMatchObject([{ data: { trunk: "T", reapplyFrom: OVER } }]);
  expect(submit(p, "again", "i", OVER - 1).code).toBe("REAPPLY_TOO_SOON");
  expect(invite(p, "own", {}, 3000, { trunk: "T" }).code).toBeNull();
  expect(submit(p, "again", "i", 3000).code).toBeNull();
});
