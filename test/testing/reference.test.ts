import { describe, expect, test } from "vitest";
import { startTelling, type Teller } from "./teller.ts";

const quiet = { kind: "accepted", changed: false, notices: [], passedOver: expect.anything() };
const done = { kind: "accepted", changed: true, notices: [] };
const refused = (code: string) => ({ kind: "refused", code });

function start(...parameters: Parameters<typeof startTelling>): Teller {
  const teller = startTelling(...parameters);
  teller.register("host", "north", "south");
  return teller;
}

function withSpace(...parameters: Parameters<typeof startTelling>): Teller {
  const teller = start(...parameters);
  expect(teller.command("host", "space.create", { space: "s", name: "S" })).toEqual(done);
  return teller;
}

describe("Spaces and their quota", () => {
  test("the eleventh Space is one too many, until support raises the quota", () => {
    const { command } = start();
    const create = (number: number) =>
      command("host", "space.create", { space: `s${number}`, name: "S" });
    for (let number = 1; number <= 10; number += 1) expect(create(number)).toEqual(done);
    expect(create(11)).toEqual(refused("SPACE_QUOTA_EXCEEDED"));
    const expand = { organization: "host", expansion: 1 };
    expect(command("host", "space-quota.expand", expand)).toEqual(
      refused("QUOTA_EXPANSION_NOT_AUTHORIZED"),
    );
    expect(command(null, "space-quota.expand", expand)).toEqual(done);
    expect(command(null, "space-quota.expand", expand)).toEqual(refused("QUOTA_NOT_INCREASED"));
    expect(create(11)).toEqual(done);
    expect(create(12)).toEqual(refused("SPACE_QUOTA_EXCEEDED"));
  });

  test("dissolving frees a place of the quota, unless everything ever created counts", () => {
    for (const spaceQuotaBasis of ["live", "ever-created"] as const) {
      const { command } = withSpace({ certifiedSpaceQuota: 1, spaceQuotaBasis });
      expect(command("host", "space.dissolve", { space: "s" })).toEqual(done);
      expect(command("host", "space.create", { space: "t", name: "T" })).toEqual(
        spaceQuotaBasis === "live" ? done : refused("SPACE_QUOTA_EXCEEDED"),
      );
      const again = command("host", "space.create", { space: "s", name: "S" });
      expect(again).toEqual(refused("ID_TAKEN"));
    }
  });

  test("an uncertified Host needs numbers of its own", () => {
    const data = { organization: "host", certified: false };
    const without = start();
    without.fact("organization.certification-changed", data);
    expect(without.command("host", "space.create", { space: "s", name: "S" })).toEqual(
      refused("HOST_NOT_CERTIFIED"),
    );
    const { fact, command, hire, roster, waiting } = withSpace({
      uncertifiedHost: { spaceQuota: 1, personCap: 1 },
    });
    command("host", "scope.set", { space: "s", organization: "host", scope: { whole: true } });
    fact("organization.certification-changed", data);
    expect(command("host", "space.create", { space: "t", name: "T" })).toEqual(
      refused("SPACE_QUOTA_EXCEEDED"),
    );
    hire("host", "a");
    expect(waiting("s")).toEqual(["host/a"]);
    expect(fact("organization.certification-changed", { ...data, certified: true })).toEqual(done);
    expect(roster("s")).toEqual(["host/a", "host/host-admin"]);
  });

  test("refusals come in the order of the ranks", () => {
    const { command, hire } = withSpace();
    hire("north", "clerk");
    const space = { space: "s", name: "S" };
    expect(command(["north", "clerk"], "space.create", space)).toEqual(
      refused("NOT_AUTHORIZED_ADMIN"),
    );
    expect(command(null, "space.create", space)).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(command(["nobody", "x"], "space.create", space)).toEqual(
      refused("UNKNOWN_ORGANIZATION"),
    );
    const invite = { space: "s", invitation: "i", form: "link" } as const;
    expect(command("north", "invitation.issue", invite)).toEqual(refused("UNKNOWN_SPACE"));
    hire("host", "clerk");
    expect(command(["host", "clerk"], "invitation.issue", invite)).toEqual(
      refused("NOT_SPACE_ADMIN"),
    );
  });
});

describe("joining", () => {
  test("the sixth Space joined is one too many; leaving one makes room", () => {
    const { command, join } = start();
    for (let number = 1; number <= 6; number += 1) {
      const space = `s${number}`;
      command("host", "space.create", { space, name: "S" });
      if (number <= 5) expect(join("host", space, "north")).toEqual(done);
    }
    const invitation = { space: "s6", invitation: "i", form: "link" } as const;
    command("host", "invitation.issue", invitation);
    const apply = () =>
      command("north", "application.submit", { application: "a", invitation: "i" });
    expect(apply()).toEqual(refused("JOIN_LIMIT_EXCEEDED"));
    command("host", "association.cancel", { space: "s1", organization: "north" });
    expect(apply()).toEqual(done);
  });

  test("the last place for a Member is taken at approval", () => {
    const { join, command, reference } = withSpace({ memberOrgCap: 1 });
    expect(join("host", "s", "north")).toEqual(done);
    expect(join("host", "s", "south")).toEqual(refused("MEMBER_ORG_LIMIT_EXCEEDED"));
    command("host", "association.cancel", { space: "s", organization: "north" });
    const [application = ""] = reference.facts().spaces[0]?.pending ?? [];
    const approve = { space: "s", organization: "south", application };
    expect(command("host", "application.approve", approve)).toEqual(done);
  });

  test("an invitation is good until it is used up, expired or revoked", () => {
    const { command } = withSpace();
    const apply = (invitation: string, application: string, at = 1000, by = "north") =>
      command(by, "application.submit", { application, invitation }, at);
    const issue = (invitation: string, limits: { expiresAt?: number; maxUses?: number }) =>
      command("host", "invitation.issue", { space: "s", invitation, form: "link", ...limits });
    issue("once", { maxUses: 1 });
    expect(apply("once", "a")).toEqual(done);
    expect(apply("once", "b", 1000, "south")).toEqual(refused("INVITATION_NOT_VALID"));
    expect(command("north", "application.withdraw", { space: "s", application: "a" })).toEqual(
      done,
    );
    issue("brief", { expiresAt: 2000 });
    expect(apply("brief", "c", 2000)).toEqual(refused("INVITATION_NOT_VALID"));
    expect(apply("brief", "c", 1999)).toEqual(done);
    issue("long", {});
    const revoke = { space: "s", invitation: "long" };
    expect(command("host", "invitation.revoke", revoke)).toEqual(done);
    expect(command("host", "invitation.revoke", revoke)).toEqual(quiet);
    expect(apply("long", "d", 1000, "south")).toEqual(refused("INVITATION_NOT_VALID"));
    expect(apply("nowhere", "d", 1000, "south")).toEqual(refused("INVITATION_NOT_VALID"));
  });

  test("one applies once, and nobody joins without having applied", () => {
    const { command, join } = withSpace();
    command("host", "invitation.issue", { space: "s", invitation: "i", form: "link" });
    const apply = (by: string, application: string) =>
      command(by, "application.submit", { application, invitation: "i" });
    expect(apply("host", "a")).toEqual(refused("HOST_CANNOT_JOIN_OWN_SPACE"));
    expect(apply("north", "a")).toEqual(done);
    expect(apply("north", "b")).toEqual(refused("APPLICATION_ALREADY_PENDING"));
    const approve = (organization: string, application: string) =>
      command("host", "application.approve", { space: "s", organization, application });
    expect(approve("south", "a")).toEqual(refused("APPLICATION_REQUIRED"));
    expect(approve("north", "b")).toEqual(refused("UNKNOWN_APPLICATION"));
    expect(approve("north", "a")).toEqual(done);
    expect(approve("north", "a")).toEqual(refused("APPLICATION_NOT_PENDING"));
    expect(apply("north", "b")).toEqual(refused("ALREADY_MEMBER"));
    expect(join("host", "s", "south", { organization: "north", whole: true })).toEqual(
      refused("APPLICATION_REQUIRED"),
    );
  });

  test("a batch invites each organization once, and is for Hosts that have it", () => {
    const { command, join, reference } = withSpace();
    join("host", "s", "north");
    const organizations = ["north", "host", "south", "south", "west"];
    const invitations = organizations.map((organization, index) => ({
      invitation: `b${index}`,
      organization,
    }));
    const batch = () => command("host", "invitation.batch", { space: "s", invitations });
    expect(batch()).toEqual(refused("BATCH_INVITE_NOT_ENABLED"));
    const enable = { organization: "host" };
    expect(command("host", "batch-invitation.enable", enable)).toEqual(
      refused("QUOTA_EXPANSION_NOT_AUTHORIZED"),
    );
    expect(command(null, "batch-invitation.enable", enable)).toEqual(done);
    expect(batch()).toEqual(done);
    const invited = reference.facts().invitations.filter((each) => each.invited !== null);
    expect(invited.map((each) => [each.invitation, each.invited])).toEqual([
      ["b2", "south"],
      ["b4", "west"],
    ]);
    expect(batch()).toEqual(refused("ID_TAKEN"));
  });

  test("only the Host ends an Association, which takes all settings with it", () => {
    const { command, hire, join, reference, roster } = withSpace();
    join("host", "s", "north", { whole: true });
    hire("north", "clerk");
    expect(roster("s")).toEqual(["north/clerk", "north/north-admin"]);
    const cancel = { space: "s", organization: "north" };
    expect(command("north", "association.cancel", cancel)).toEqual(
      refused("WHOLE_ORG_EXIT_HOST_ONLY"),
    );
    expect(command(["north", "clerk"], "association.cancel", cancel)).toEqual(
      refused("NOT_AUTHORIZED_ADMIN"),
    );
    expect(command("south", "association.cancel", cancel)).toEqual(refused("UNKNOWN_SPACE"));
    expect(command("host", "association.cancel", { space: "s", organization: "host" })).toEqual(
      refused("NOT_A_MEMBER"),
    );
    expect(command("host", "association.cancel", cancel)).toEqual(done);
    expect(roster("s")).toEqual([]);
    expect(
      reference.facts().organizations.find((each) => each.name === "The north")?.joined,
    ).toEqual([]);
    expect(command("host", "association.cancel", cancel)).toEqual(refused("NOT_A_MEMBER"));
  });
});

describe("Folders and visibility", () => {
  test("Folders form a tree, and only empty ones go", () => {
    const { command, join } = withSpace();
    join("host", "s", "north");
    const create = (folder: string, parent: string | null) =>
      command("host", "folder.create", { space: "s", folder, parent, name: folder });
    expect(create("a", null)).toEqual(done);
    expect(create("b", "a")).toEqual(done);
    expect(create("b", null)).toEqual(refused("ID_TAKEN"));
    expect(create("c", "x")).toEqual(refused("UNKNOWN_FOLDER"));
    const move = (folder: string, parent: string | null) =>
      command("host", "folder.move", { space: "s", folder, parent });
    expect(move("a", "b")).toEqual(refused("FOLDER_CYCLE"));
    expect(move("a", "a")).toEqual(refused("FOLDER_CYCLE"));
    expect(move("b", "a")).toEqual(quiet);
    const place = { space: "s", organization: "north", folder: "b" };
    expect(command("host", "member.place", place)).toEqual(done);
    const remove = { space: "s", folder: "b" };
    expect(command("host", "folder.remove", remove)).toEqual(refused("FOLDER_NOT_EMPTY"));
    command("host", "member.place", { ...place, folder: null });
    expect(command("host", "folder.remove", remove)).toEqual(done);
    expect(create("b", null)).toEqual(refused("ID_TAKEN"));
  });

  test("visibility is directed, and ends with the Association of either side", () => {
    const { ask, command, join } = withSpace();
    const whole = { whole: true };
    join("host", "s", "north", whole);
    join("host", "s", "south", whole);
    const seenBy = (organization: string) => {
      const viewer = { organization, person: `${organization}-admin` };
      const answer = ask("space.organizations", { viewer, space: "s" });
      return (answer as { items: { organization: string }[] }).items.map(
        (each) => each.organization,
      );
    };
    expect(seenBy("north")).toEqual(["north"]);
    const set = (organizations: readonly string[]) =>
      command("host", "visibility.set", {
        space: "s",
        organization: "north",
        visibility: { kind: "listed", organizations },
      });
    expect(set(["south", "west"])).toEqual(refused("NOT_A_MEMBER"));
    expect(set(["south", "host"])).toEqual(done);
    expect(set(["host", "south"])).toEqual(quiet);
    expect(seenBy("north")).toEqual(["host", "north", "south"]);
    expect(seenBy("south")).toEqual(["south"]);
    command("host", "association.cancel", { space: "s", organization: "south" });
    join("host", "s", "south", whole);
    expect(seenBy("north")).toEqual(["host", "north"]);
    const viewer = { organization: "host", person: "host-admin" };
    expect(ask("space.organizations", { viewer, space: "s" })).toBe("NOT_IN_SPACE");
    command("host", "scope.set", { space: "s", organization: "host", scope: whole });
    expect(seenBy("host")).toEqual(["host", "north", "south"]);
  });
});
