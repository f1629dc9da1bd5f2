// Aim: invitations are issued, taken back and issued in batches, and no more than open the way to
// apply. Method: a World is told commands; applying shows whether an invitation is good.
import { describe, expect, test } from "vitest";
import { done, joined, quiet, refused, startWithMember, startWithSpace } from "./telling.ts";

const notValid = (invitation: string) => refused("INVITATION_NOT_VALID", { invitation });

describe("issuing", () => {
  test("JOIN-01: a Space admin issues links and QR codes, to the same effect", () => {
    const { command, record } = startWithSpace();
    for (const form of ["link", "qr"] as const) {
      expect(command("host", "invitation.issue", { space: "s", invitation: form, form })).toEqual(
        done("invitation.issued"),
      );
      expect(record("invitation", form)).toEqual({
        space: "s",
        form,
        expiresAt: null,
        maxUses: null,
        uses: 0,
        open: true,
        invited: null,
      });
    }
    const apply = (by: string, invitation: string) =>
      command(by, "application.submit", { application: `${by}'s`, invitation });
    expect(apply("north", "link")).toEqual(done("application.submitted"));
    expect(apply("south", "qr")).toEqual(done("application.submitted"));
  });

  test("JOIN-01: nobody but a Space admin issues one", () => {
    const { command } = startWithMember();
    const issue = { space: "s", invitation: "i", form: "link" } as const;
    expect(command("north", "invitation.issue", issue)).toEqual(refused("NOT_SPACE_ADMIN"));
    expect(command("host", "invitation.issue", issue)).toEqual(done("invitation.issued"));
  });

  test("PROTO-04: an id once used stays taken, in whatever Space", () => {
    const { command } = startWithSpace();
    command("host", "space.create", { space: "t", name: "T" });
    const issue = (space: string) =>
      command("host", "invitation.issue", { space, invitation: "i", form: "qr" });
    expect(issue("s")).toEqual(done("invitation.issued"));
    command("host", "invitation.revoke", { space: "s", invitation: "i" });
    expect(issue("t")).toEqual(refused("ID_TAKEN", { kind: "invitation", id: "i" }));
  });
});

describe("an invitation is good", () => {
  function invited(more: { readonly expiresAt?: number; readonly maxUses?: number } = {}) {
    const teller = startWithSpace();
    teller.command("host", "invitation.issue", {
      space: "s",
      invitation: "i",
      form: "qr",
      ...more,
    });
    const apply = (by: string, at = 1000, invitation = "i") =>
      teller.command(by, "application.submit", { application: `${by}'s`, invitation }, at);
    return { ...teller, apply };
  }

  test("JOIN-02: for many organizations, and once more after a rejection", () => {
    const { command, apply, record } = invited();
    expect(apply("north")).toEqual(done("application.submitted"));
    expect(apply("south")).toEqual(done("application.submitted"));
    const rejected = { space: "s", organization: "north", application: "north's" };
    command("host", "application.reject", rejected);
    const again = { application: "again", invitation: "i" };
    expect(command("north", "application.submit", again)).toEqual(done("application.submitted"));
    expect(record("invitation", "i")?.uses).toBe(2);
  });

  test("JOIN-02: never, if nobody issued it", () => {
    expect(invited().apply("north", 1000, "j")).toEqual(notValid("j"));
  });

  test("JOIN-02: until it expires, the moment itself excluded", () => {
    const { apply } = invited({ expiresAt: 2000 });
    expect(apply("north", 2001)).toEqual(notValid("i"));
    expect(apply("north", 2000)).toEqual(notValid("i"));
    expect(apply("north", 1999)).toEqual(done("application.submitted"));
  });

  test("JOIN-19: until it is used up", () => {
    const { apply } = invited({ maxUses: 1 });
    expect(apply("north")).toEqual(done("application.submitted"));
    expect(apply("south")).toEqual(notValid("i"));
  });

  test("JOIN-02: until it is revoked; what was applied for stays", () => {
    const { command, apply } = invited();
    apply("north");
    const revoke = { space: "s", invitation: "i" };
    expect(command("host", "invitation.revoke", revoke)).toEqual(done("invitation.revoked"));
    expect(command("host", "invitation.revoke", revoke)).toEqual(quiet);
    expect(apply("south")).toEqual(notValid("i"));
    const approve = { space: "s", organization: "north", application: "north's" };
    expect(command("host", "application.approve", approve)).toEqual(joined);
  });

  test("JOIN-02: as long as its Space stands", () => {
    const { command, apply } = invited();
    command("host", "space.dissolve", { space: "s" });
    expect(apply("north")).toEqual(notValid("i"));
  });

  test("JOIN-02: another Space's invitation is as good as none to revoke", () => {
    const { command } = invited();
    command("host", "space.create", { space: "t", name: "T" });
    const revoke = (space: string, invitation: string) =>
      command("host", "invitation.revoke", { space, invitation });
    expect(revoke("t", "i")).toEqual(notValid("i"));
    expect(revoke("s", "unheard-of")).toEqual(notValid("unheard-of"));
    expect(revoke("s", "i")).toEqual(done("invitation.revoked"));
  });
});

describe("batches", () => {
  type Entry = { readonly invitation: string; readonly organization: string };

  function batching() {
    const teller = startWithMember();
    const batch = (...invitations: readonly Entry[]) =>
      teller.command("host", "invitation.batch", { space: "s", invitations });
    return { ...teller, batch };
  }

  const entry = (invitation: string, organization: string): Entry => ({ invitation, organization });

  test("JOIN-12: a Host that is not enabled for it is refused", () => {
    const { command, batch } = batching();
    expect(batch(entry("i", "south"))).toEqual(
      refused("BATCH_INVITE_NOT_ENABLED", { organization: "host" }),
    );
    command(null, "batch-invitation.enable", { organization: "host" });
    expect(batch(entry("i", "south"))).toEqual(done("invitation.issued"));
    const theirs = { space: "s", invitations: [entry("j", "south")] };
    expect(command("north", "invitation.batch", theirs)).toEqual(refused("NOT_SPACE_ADMIN"));
  });

  test("JOIN-12: duplicates, the Host and Members are skipped and reported, in order", () => {
    const { command, batch, last, record } = batching();
    command(null, "batch-invitation.enable", { organization: "host" });
    const told = batch(
      entry("i1", "south"),
      entry("i2", "host"),
      entry("i3", "north"),
      entry("i4", "south"),
      entry("i5", "nobody-yet"),
      entry("i6", "host"),
    );
    expect(told).toEqual(
      done(
        "invitation.issued",
        "invitation.skipped",
        "invitation.skipped",
        "invitation.skipped",
        "invitation.issued",
        "invitation.skipped",
      ),
    );
    expect(last().map(({ data }) => data)).toMatchObject([
      { invitation: "i1", invited: "south", form: "link", expiresAt: null, maxUses: null },
      { organization: "host", reason: "host" },
      { organization: "north", reason: "member" },
      { organization: "south", reason: "duplicate" },
      { invitation: "i5", invited: "nobody-yet" },
      { organization: "host", reason: "duplicate" },
    ]);
    expect(record("invitation", "i2")).toBe(null);
  });

  test("JOIN-12: everybody still has to apply, with whichever invitation", () => {
    const { command, batch, record } = batching();
    command(null, "batch-invitation.enable", { organization: "host" });
    batch(entry("i", "somebody-else"));
    expect(record("space", "s")?.members.count).toBe(1);
    expect(command("south", "application.submit", { application: "a", invitation: "i" })).toEqual(
      done("application.submitted"),
    );
  });

  test("PROTO-04: an id used before, or twice in the batch, refuses all of it", () => {
    const { command, batch } = batching();
    command(null, "batch-invitation.enable", { organization: "host" });
    command("host", "invitation.issue", { space: "s", invitation: "used", form: "qr" });
    const taken = (id: string) => refused("ID_TAKEN", { kind: "invitation", id });
    expect(batch(entry("i", "south"), entry("used", "west"))).toEqual(taken("used"));
    expect(batch(entry("i", "south"), entry("i", "west"))).toEqual(taken("i"));
    expect(batch(entry("i", "south"))).toEqual(done("invitation.issued"));
  });

  test("JOIN-12: a batch of several pages is loaded in four rounds at most", () => {
    const { command, batch, rounds, record } = batching();
    command(null, "batch-invitation.enable", { organization: "host" });
    batch(...Array.from({ length: 300 }, (_, at) => entry(`i${at}`, `organization-${at}`)));
    expect(rounds()).toBeLessThanOrEqual(4);
    expect(record("space", "s")?.invitations).toEqual({ next: 301, count: 301, pages: [0, 1, 2] });
  });
});
