/** Joining: what comes of each option under its values. */
import { play } from "../../../src/testing/index.ts";
import { applyTo, approve, opened } from "../../support/hierarchy.ts";
import type { CasesOfSome } from "../cases.ts";
import { DAY, said } from "../setting.ts";

/** Of each option about this, what comes of it under its values. */
export const joining = {
  batchApproveLimit: {
    shows: "approvals of one, two, three, a hundred and a hundred and one applications at once",
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED", "MALFORMED", "MALFORMED"]],
      [2, ["ok", "ok", "MALFORMED", "MALFORMED", "MALFORMED"]],
      [100, ["ok", "ok", "ok", "ok", "MALFORMED"]],
    ],
    run: (changes) =>
      [1, 2, 3, 100, 101].map((count) => {
        const branches = Array.from({ length: count }, (_, place) => `b${place}`);
        const p = opened(["trunk", ...branches], changes);
        for (const branch of branches) applyTo(p, "trunk", branch);
        return said(approve(p, "trunk", branches));
      }),
  },
  batchInvitationUse: {
    shows: "applying with what a batch issued for another organization",
    outcomes: { open: "ok", addressed: "INVITATION_NOT_ADDRESSED" },
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north", "south"]);
      p.createSpace("host", "s");
      p.command({ support: "staff" }, "batch-invitation.enable", { organization: "host" });
      const invitations = [{ invitation: "i", organization: "north" }];
      p.command("host", "invitation.batch", { space: "s", invitations });
      return said(p.command("south", "application.submit", { application: "a", invitation: "i" }));
    },
  },
  invitationAddresseesMax: {
    shows: "invitations for one, two, 800 and 801 organizations",
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED", "MALFORMED"]],
      [2, ["ok", "ok", "MALFORMED", "MALFORMED"]],
      [800, ["ok", "ok", "ok", "MALFORMED"]],
    ],
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      p.createSpace("host", "s");
      return [1, 2, 800, 801].map((count) => {
        const addressees = Array.from({ length: count }, (_, place) => `o${place}`);
        const terms = { space: "s", invitation: `i${count}`, form: "link" } as const;
        return said(p.command("host", "invitation.issue", { ...terms, for: addressees }));
      });
    },
  },
  reinvitation: {
    shows: "what a second invitation to the same organization alone does",
    outcomes: {
      extend: ["invitation.extended"],
      replace: ["invitation.revoked", "invitation.issued"],
      refuse: "ALREADY_INVITED",
      separate: ["invitation.issued"],
    },
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      p.createSpace("host", "s");
      const invited = (invitation: string) => {
        const terms = { space: "s", invitation, form: "link", for: ["north"] } as const;
        return p.command("host", "invitation.issue", terms);
      };
      invited("first");
      const { code, events } = invited("second");
      return code ?? events.map(({ type }) => type);
    },
  },
  applicationLifetimeDays: {
    shows: "approving an application a moment before one day has passed, then, and after two days",
    outcomes: [
      [null, ["ok", "ok", "ok"]],
      [1, ["ok", "APPLICATION_EXPIRED", "APPLICATION_EXPIRED"]],
      [2, ["ok", "ok", "APPLICATION_EXPIRED"]],
    ],
    run: (changes) =>
      [DAY - 1, DAY, 2 * DAY].map((later) => {
        const p = play(changes);
        p.register(["host", "north"]);
        p.createSpace("host", "s");
        p.invite("host", "s");
        const wish = { application: "a", invitation: "i-s" };
        p.command("north", "application.submit", wish, { at: 1000 });
        const review = { application: "a" };
        return said(p.command("host", "application.approve", review, { at: 1000 + later }));
      }),
  },
  invitationCoversReview: {
    shows: "approving an application at the end of the invitation that it was made with",
    outcomes: { false: "ok", true: "APPLICATION_EXPIRED" },
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      const terms = { space: "s", invitation: "i", form: "qr", expiresAt: 1500 } as const;
      p.command("host", "invitation.issue", terms);
      p.command("north", "application.submit", { application: "a", invitation: "i" }, { at: 1000 });
      return said(p.command("host", "application.approve", { application: "a" }, { at: 1500 }));
    },
  },
  rejectionReason: {
    shows: "a rejection that does not say why",
    outcomes: { optional: "ok", required: "REASON_REQUIRED" },
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      p.invite("host", "s");
      p.applyTo("north", "s", {}, "asked");
      return said(p.command("host", "application.reject", { application: "asked" }));
    },
  },
  reapplyPauseDays: {
    shows: "after how many days an organization that was rejected may apply again",
    // The days that pass until whoever was rejected may apply again.
    outcomes: [
      [0, 0],
      [1, 1],
      [3, 3],
    ],
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      p.invite("host", "s");
      p.applyTo("north", "s", {}, "first");
      p.command("host", "application.reject", { application: "first" }, { at: 5000 });
      for (let days = 0; days < 5; days += 1) {
        const wish = { application: `again-${days}`, invitation: "i-s" };
        const at = 5000 + days * DAY;
        if (said(p.command("north", "application.submit", wish, { at })) === "ok") return days;
      }
      return null;
    },
  },
  reviewerIndependence: {
    shows:
      "approvals by the Host's admin who is the applicant, too, and then by one who also belongs to the applicant's organization",
    outcomes: {
      none: ["ok", "APPLICATION_NOT_PENDING"],
      person: ["REVIEWER_IS_APPLICANT", "ok"],
      organization: ["REVIEWER_IS_APPLICANT", "REVIEWER_IS_APPLICANT"],
    },
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      for (const organization of ["host", "north"]) {
        for (const person of ["one", "two"]) {
          p.hire(organization, person);
          p.fact("admin.changed", { organization, person, role: "main" });
        }
      }
      p.createSpace("host", "s");
      p.invite("host", "s");
      const application = { application: "asked", invitation: "i-s" };
      p.command(["north", "one"], "application.submit", application);
      return ["one", "two"].map((person) =>
        said(p.command(["host", person], "application.approve", { application: "asked" })),
      );
    },
  },
} satisfies CasesOfSome;
