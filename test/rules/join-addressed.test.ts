// Aim: an invitation that is addressed is good for those named alone, and tells nobody else for whom.
// Method: named and other organizations apply with it, to Spaces and to Trunks, issued alone and in a batch.
import { expect } from "vitest";
import { type Play, play } from "../../src/testing/index.ts";
import { opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

/** A Space of A, and an invitation of it for some. */
function addressed(only: readonly string[], more: object = {}, changes = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C", "D"]);
  p.createSpace("A", "s");
  const terms = { space: "s", invitation: "i", form: "link", for: only, ...more } as const;
  expect(p.command("A", "invitation.issue", terms).code).toBeNull();
  return p;
}

const applied = (p: Play, organization: string, at = 2000, application = `${organization}-s`) =>
  p.command(organization, "application.submit", { application, invitation: "i" }, { at });
const host = { organization: "A", person: "A-admin" };
const NOT_ADDRESSED = {
  code: "INVITATION_NOT_ADDRESSED",
  rule: "JOIN-13",
  data: { invitation: "i" },
};

const join13 = rule("JOIN-13");
join13.accepts("those named, each of them, and again after an exit", () => {
  const p = addressed(["B", "C"]);
  expect(applied(p, "B").code).toBeNull();
  expect(p.approve("A", "B", "s", "B-s").code).toBeNull();
  expect(applied(p, "C").code).toBeNull();
  p.command("A", "association.cancel", { space: "s", organization: "B" });
  expect(applied(p, "B", 3000, "again").code).toBeNull();
});
join13.accepts(
  "anybody, where it is not addressed, and organizations that do not exist as addressees",
  () => {
    const p = addressed(["nobody", "A"]);
    p.invite("A", "s");
    expect(p.applyTo("D", "s").code).toBeNull();
  },
);
join13.refuses("any other organization, and no use is counted", () => {
  const p = addressed(["B"], { maxUses: 1 });
  expect(applied(p, "C").refusal).toEqual(NOT_ADDRESSED);
  expect(applied(p, "B").code).toBeNull();
  const asked = { viewer: host, space: "s" };
  expect(p.ask("admin.invitations", asked)).toMatchObject({
    items: [{ invitation: "i", invited: null, for: ["B"], uses: 1 }],
  });
  // The only use is taken: it is not valid to anybody, whoever it is for.
  expect(applied(p, "C").code).toBe("INVITATION_NOT_VALID");
});
join13.refuses("others less than it is invalid: unknown, revoked, expired", () => {
  const p = addressed(["B"], { expiresAt: 5000 });
  expect(applied(p, "C", 4999).code).toBe("INVITATION_NOT_ADDRESSED");
  expect(applied(p, "C", 5000).code).toBe("INVITATION_NOT_VALID");
  p.command("A", "invitation.revoke", { space: "s", invitation: "i" });
  expect(applied(p, "C", 4000).code).toBe("INVITATION_NOT_VALID");
  expect(applied(p, "B", 4000).code).toBe("INVITATION_NOT_VALID");
});
join13.refuses(
  "by whom it is not for only after authority: nobody learns from a colleague's link",
  () => {
    const p = addressed(["B"]);
    p.hire("C", "c1");
    const wish = { application: "c", invitation: "i" };
    expect(p.command(["C", "c1"], "application.submit", wish).code).toBe("NOT_AUTHORIZED_ADMIN");
    // Whether it leads to a Space or to a Trunk is told to those alone whom it is for: either permission does.
    p.fact("admin.changed", {
      ...{ organization: "C", person: "c1", number: 1 },
      ...{ role: "sub", spacePermission: false, hierarchyPermission: true },
    });
    expect(p.command(["C", "c1"], "application.submit", wish).refusal).toEqual(NOT_ADDRESSED);
  },
);
join13.happens("that those named know of the Space while it is open, and others do not", () => {
  const p = addressed(["B"]);
  const asked = (organization: string) =>
    p.ask("admin.members", {
      viewer: { organization, person: `${organization}-admin` },
      space: "s",
    });
  expect(asked("B")).toBe("NOT_SPACE_ADMIN");
  expect(asked("C")).toBe("UNKNOWN_SPACE");
  p.command("A", "invitation.revoke", { space: "s", invitation: "i" });
  expect(asked("B")).toBe("UNKNOWN_SPACE");
});
join13.happens("for a Trunk alike", () => {
  const p = opened(["T", "B", "C"]);
  const terms = { trunk: "T", invitation: "i", form: "qr", for: ["B"] } as const;
  const { events } = p.command("T", "invitation.issue", terms);
  expect(events).toMatchObject([{ type: "invitation.issued", data: { for: ["B"] } }]);
  const looking = (organization: string) =>
    p.command(organization, "link.leave", { trunk: "T", organization });
  expect(looking("B").code).toBe("NOT_LINKED");
  expect(looking("C").code).toBe("UNKNOWN_TRUNK");
  expect(applied(p, "C").refusal).toEqual(NOT_ADDRESSED);
  expect(applied(p, "B").code).toBeNull();
  p.command("T", "invitation.revoke", { trunk: "T", invitation: "i" });
  const viewer = { organization: "T", person: "T-admin" };
  expect(p.ask("admin.invitations", { viewer, trunk: "T" })).toMatchObject({
    items: [{ for: ["B"], revoked: true, uses: 1 }],
  });
});
join13.happens(
  "for what a batch issues exactly where the policy says so, then and not later",
  () => {
    const batch = (p: Play, invitation: string, organization: string) => {
      const invitations = [{ invitation, organization }];
      return p.command("A", "invitation.batch", { space: "s", invitations }).events[0]?.data;
    };
    const p = addressed(["D"]);
    p.under({ reinvitation: "separate" });
    p.command({ support: "staff" }, "batch-invitation.enable", { organization: "A" });
    expect(batch(p, "open", "B")).not.toHaveProperty("for");
    p.under({ batchInvitationUse: "addressed", reinvitation: "separate" });
    expect(batch(p, "own", "B")).toMatchObject({ invited: "B", for: ["B"] });
    const wish = (invitation: string) => ({ application: `c-${invitation}`, invitation });
    expect(p.command("C", "application.submit", wish("own")).code).toBe("INVITATION_NOT_ADDRESSED");
    expect(p.command("C", "application.submit", wish("open")).code).toBeNull();
    p.under({ batchInvitationUse: "open" });
    expect(p.command("D", "application.submit", wish("own")).code).toBe("INVITATION_NOT_ADDRESSED");
  },
);

/** Issues an invitation for so many, where the policy allows for three. */
const issuedFor = (count: number) => {
  const p = play({ invitationAddresseesMax: 3 });
  p.register(["A"]);
  p.createSpace("A", "s");
  const only = Array.from({ length: count }, (_, each) => `o${each}`);
  const terms = { space: "s", invitation: "i", form: "link", for: only } as const;
  return p.command("A", "invitation.issue", terms).refusal;
};
join13.below("invitationAddresseesMax, an invitation is issued", () => {
  expect(issuedFor(2)).toBeNull();
});
join13.at("invitationAddresseesMax, it is issued still", () => {
  expect(issuedFor(3)).toBeNull();
});
join13.above("invitationAddresseesMax it is malformed, whoever asks", () => {
  expect(issuedFor(4)).toEqual({
    code: "MALFORMED",
    rule: "PROTO-01",
    data: { problems: [{ path: ["data", "for"], problem: "too-many" }] },
  });
});

const ask02 = rule("ASK-02");
const look = (p: Play, organization: string, more: object = {}) =>
  p.ask("invitation.look", {
    viewer: { organization, person: `${organization}-admin` },
    invitation: "i",
    ...more,
  });
ask02.shows("what it leads to, and what applying would be refused with", () => {
  const p = addressed(["B", "C"], {}, { joinLimit: 1 });
  const space = { space: "s", name: "s", host: "A", hostName: "A" };
  const fresh = { ...space, pending: false, joined: false, refusal: null };
  expect(look(p, "B")).toMatchObject({
    ...fresh,
    name: expect.any(String),
    hostName: expect.any(String),
  });
  applied(p, "B");
  expect(look(p, "B")).toMatchObject({
    ...{ pending: true, joined: false },
    refusal: { code: "APPLICATION_ALREADY_PENDING", data: { application: "B-s" } },
  });
  p.approve("A", "B", "s", "B-s");
  expect(look(p, "B")).toMatchObject({
    ...{ pending: false, joined: true },
    refusal: { code: "ALREADY_MEMBER" },
  });
  p.createSpace("D", "other");
  p.join("D", "other", "C");
  expect(look(p, "C")).toMatchObject({
    refusal: { code: "JOIN_LIMIT_EXCEEDED", data: { limit: 1, current: 1 } },
  });
});
ask02.shows("a Trunk, and that the Host is not joined to its own Space", () => {
  const p = opened(["T", "B"]);
  p.command("T", "invitation.issue", { trunk: "T", invitation: "i", form: "qr" });
  expect(look(p, "B")).toMatchObject({ trunk: "T", host: "T", joined: false, refusal: null });
  expect(look(p, "T")).toMatchObject({ joined: false, refusal: { code: "HIERARCHY_CYCLE" } });
  const q = addressed(["A"]);
  expect(look(q, "A")).toMatchObject({
    joined: false,
    refusal: { code: "HOST_CANNOT_JOIN_OWN_SPACE" },
  });
});
ask02.hides("everything from whoever could not use it", () => {
  const p = addressed(["B"], { expiresAt: 5000 });
  p.hire("B", "b1");
  expect(look(p, "C")).toBe("INVITATION_NOT_ADDRESSED");
  expect(look(p, "B", { viewer: { organization: "B", person: "b1" } })).toBe(
    "NOT_AUTHORIZED_ADMIN",
  );
  expect(look(p, "B", { invitation: "none" })).toBe("INVITATION_NOT_VALID");
  expect(look(p, "B", { at: 4999 })).toMatchObject({ refusal: null });
  expect(look(p, "B", { at: 5000 })).toBe("INVITATION_NOT_VALID");
  p.command("A", "invitation.revoke", { space: "s", invitation: "i" });
  expect(look(p, "B")).toBe("INVITATION_NOT_VALID");
  expect(look(p, "C")).toBe("INVITATION_NOT_VALID");
});
ask02.shows("a main admin's business as a refusal, where the policy is strict", () => {
  const p = addressed(["B"], {}, { memberSideActor: "main-admin-only" });
  p.hire("B", "b1");
  p.appoint("B", "b1", "sub", true);
  expect(look(p, "B", { viewer: { organization: "B", person: "b1" } })).toMatchObject({
    refusal: { code: "MAIN_ADMIN_REQUIRED" },
  });
});
