// Aim: who hosts how many Spaces, who raises quotas, and what ends a Space. Method: a World is told
// commands; every refusal stands beside the same command accepted.
import { describe, expect, test } from "vitest";
import {
  done,
  joined,
  quiet,
  refused,
  startTelling,
  startWithMember,
  startWithSpace,
} from "./telling.ts";

function spaces(count: number, changes: Parameters<typeof startTelling>[0] = {}) {
  const teller = startTelling(changes);
  teller.register("host", "north");
  const create = (number: number) =>
    teller.command("host", "space.create", { space: `s${number}`, name: "S" });
  for (let number = 1; number <= count; number += 1) {
    expect(create(number)).toEqual(done("space.created"));
  }
  return { ...teller, create };
}

describe("the Space quota", () => {
  test("SPACE-03: ten Spaces are hosted, the eleventh is refused with the figures", () => {
    const { create } = spaces(10);
    expect(create(11)).toEqual(refused("SPACE_QUOTA_EXCEEDED", { limit: 10, current: 10 }));
  });

  test("SPACE-03: dissolved Spaces count only where every Space ever created does", () => {
    for (const spaceQuotaBasis of ["live", "ever-created"] as const) {
      const { command, create } = spaces(2, { certifiedSpaceQuota: 2, spaceQuotaBasis });
      command("host", "space.dissolve", { space: "s1" });
      const third = create(3);
      if (spaceQuotaBasis === "live") expect(third).toEqual(done("space.created"));
      else expect(third).toEqual(refused("SPACE_QUOTA_EXCEEDED", { limit: 2, current: 2 }));
    }
  });

  test("SPACE-05: Spaces joined do not count towards the quota, nor Spaces hosted as joined", () => {
    const { register, command, join, create } = spaces(1, { certifiedSpaceQuota: 1, joinLimit: 1 });
    register("other");
    command("other", "space.create", { space: "theirs", name: "T" });
    expect(join("other", "theirs", "host")).toEqual(joined);
    expect(create(2)).toEqual(refused("SPACE_QUOTA_EXCEEDED", { limit: 1, current: 1 }));
    command("host", "space.dissolve", { space: "s1" });
    expect(create(2)).toEqual(done("space.created"));
  });

  test("CERT-02: an uncertified organization hosts nothing unless the policy has numbers", () => {
    const { fact, create, under } = spaces(0);
    fact("organization.certification-changed", { organization: "host", certified: false });
    expect(create(1)).toEqual(refused("HOST_NOT_CERTIFIED", { organization: "host" }));
    under({ uncertifiedHost: { spaceQuota: 1, personCap: 5 } });
    expect(create(1)).toEqual(done("space.created"));
  });

  test("CERT-03: an uncertified Host's quota is the policy's number and what support added", () => {
    const { fact, command, create } = spaces(0, {
      uncertifiedHost: { spaceQuota: 1, personCap: 5 },
    });
    fact("organization.certification-changed", { organization: "host", certified: false });
    expect(create(1)).toEqual(done("space.created"));
    expect(create(2)).toEqual(refused("SPACE_QUOTA_EXCEEDED", { limit: 1, current: 1 }));
    command(null, "space-quota.expand", { organization: "host", expansion: 1 });
    expect(create(2)).toEqual(done("space.created"));
    expect(create(3)).toEqual(refused("SPACE_QUOTA_EXCEEDED", { limit: 2, current: 2 }));
  });

  test("SPACE-04: support raises the quota, no admin does, and it is only ever raised", () => {
    const { command, create } = spaces(10);
    const expand = { organization: "host", expansion: 2 };
    expect(command("host", "space-quota.expand", expand)).toEqual(
      refused("QUOTA_EXPANSION_NOT_AUTHORIZED", { allowed: "support" }),
    );
    expect(command(null, "space-quota.expand", expand)).toEqual(done("space-quota.expanded"));
    expect(create(11)).toEqual(done("space.created"));
    expect(command(null, "space-quota.expand", { ...expand, expansion: 2 })).toEqual(
      refused("QUOTA_NOT_INCREASED", { current: 2 }),
    );
    expect(command(null, "space-quota.expand", { ...expand, expansion: 1 })).toEqual(
      refused("QUOTA_NOT_INCREASED", { current: 2 }),
    );
  });

  test("PROTO-03: support learns that there is no such organization, and nobody else", () => {
    const { command } = spaces(0);
    const expand = { organization: "nobody", expansion: 1 };
    const unknown = refused("UNKNOWN_ORGANIZATION", { organization: "nobody" });
    expect(command("host", "space-quota.expand", expand)).toEqual(
      refused("QUOTA_EXPANSION_NOT_AUTHORIZED", { allowed: "support" }),
    );
    expect(command(null, "space-quota.expand", expand)).toEqual(unknown);
    expect(command(null, "batch-invitation.enable", { organization: "nobody" })).toEqual(unknown);
    expect(command("nobody", "batch-invitation.enable", { organization: "host" })).toEqual(unknown);
  });
});

describe("the person cap of one Space", () => {
  test("CAP-06: support raises it for that Space alone, above the one in force", () => {
    const { command, record } = spaces(2, { personCap: 3 });
    const expand = (cap: number) => command(null, "person-cap.expand", { space: "s1", cap });
    expect(expand(3)).toEqual(refused("QUOTA_NOT_INCREASED", { current: 3 }));
    expect(expand(4)).toEqual(done("person-cap.expanded"));
    expect(expand(4)).toEqual(refused("QUOTA_NOT_INCREASED", { current: 4 }));
    expect(record("space", "s1")?.cap).toBe(4);
    expect(record("space", "s2")?.cap).toBe(null);
  });

  test("CAP-06: for others than support a Space is unknown, or they have no authority", () => {
    const { command } = startWithMember();
    const expand = { space: "s", cap: 9000 };
    const unknown = refused("UNKNOWN_SPACE", { space: "s" });
    const unauthorized = refused("QUOTA_EXPANSION_NOT_AUTHORIZED");
    expect(command("south", "person-cap.expand", expand)).toEqual(unknown);
    expect(command("north", "person-cap.expand", expand)).toEqual(unauthorized);
    expect(command("host", "person-cap.expand", expand)).toEqual(unauthorized);
    expect(command(null, "person-cap.expand", { ...expand, space: "t" })).toEqual(
      refused("UNKNOWN_SPACE", { space: "t" }),
    );
    expect(command(null, "person-cap.expand", expand)).toEqual(done("person-cap.expanded"));
  });

  test("PROTO-03: support knows no Space that has been dissolved", () => {
    const { command } = startWithSpace();
    command("host", "space.dissolve", { space: "s" });
    expect(command(null, "person-cap.expand", { space: "s", cap: 9000 })).toEqual(
      refused("UNKNOWN_SPACE", { space: "s" }),
    );
  });
});

describe("gates that a policy may put before the container", () => {
  test("EDITION-03: the edition does not gate creation, unless the policy says so", () => {
    for (const gateStage of ["capability", "container-too"] as const) {
      const { fact, create } = spaces(0, { gateStage });
      fact("organization.edition-changed", { organization: "host", edition: "professional" });
      if (gateStage === "capability") expect(create(1)).toEqual(done("space.created"));
      else expect(create(1)).toEqual(refused("EDITION_NOT_SUPPORTED", { required: "exclusive" }));
      fact("organization.edition-changed", { organization: "host", edition: "exclusive" });
      expect(create(2)).toEqual(done("space.created"));
    }
  });

  test("EDITION-01: where the container is gated, only the Exclusive edition opens it", () => {
    const { fact, create } = spaces(0, { gateStage: "container-too" });
    for (const edition of ["free", "light", "professional"] as const) {
      fact("organization.edition-changed", { organization: "host", edition });
      expect(create(1)).toEqual(refused("EDITION_NOT_SUPPORTED"));
    }
  });

  test("SSO-01: single sign-on gates creation only where the policy says so", () => {
    for (const gateStage of ["capability", "container-too"] as const) {
      const { fact, create } = spaces(0, { gateStage });
      fact("organization.sso-changed", { organization: "host", sso: true });
      if (gateStage === "capability") expect(create(1)).toEqual(done("space.created"));
      else expect(create(1)).toEqual(refused("SSO_NOT_SUPPORTED", { required: "no-sso" }));
    }
  });
});

describe("dissolving a Space", () => {
  test("SPACE-07: Members leave in order of joining, then the Host, and the quota is free", () => {
    const { command, join, last, record } = startWithMember({ certifiedSpaceQuota: 1 });
    join("host", "s", "south");
    expect(command("host", "space.dissolve", { space: "s" })).toEqual(
      done(
        "space.dissolved",
        "association.cancelled",
        "association.cancelled",
        "association.cancelled",
      ),
    );
    expect(last().slice(1)).toMatchObject(
      ["north", "south", "host"].map((organization) => ({
        cause: 0,
        data: { space: "s", organization, because: "dissolved" },
      })),
    );
    expect(record("organization", "host")).toMatchObject({ hosted: [], created: 1 });
    expect(record("organization", "north")?.joined).toEqual([]);
    for (const organization of ["host", "north", "south"]) {
      expect(record("association", "s", organization)).toBe(null);
    }
    expect(command("host", "space.create", { space: "t", name: "T" })).toEqual(
      done("space.created"),
    );
  });

  test("SPACE-07: only a Space admin dissolves it, once; its id stays taken", () => {
    const { command, hire } = startWithMember();
    hire("host", "clerk");
    const notAdmin = refused("NOT_SPACE_ADMIN", { space: "s" });
    expect(command("north", "space.dissolve", { space: "s" })).toEqual(notAdmin);
    expect(command(["host", "clerk"], "space.dissolve", { space: "s" })).toEqual(notAdmin);
    command("host", "space.dissolve", { space: "s" });
    expect(command("host", "space.dissolve", { space: "s" })).toEqual(
      refused("UNKNOWN_SPACE", { space: "s" }),
    );
    expect(command("host", "space.create", { space: "s", name: "S" })).toEqual(
      refused("ID_TAKEN", { kind: "space", id: "s" }),
    );
  });

  test("SPACE-07: an organization that ends takes its Spaces with it and leaves the others", () => {
    const { fact, command, register, join, last, record } = startWithMember();
    register("other");
    command("other", "space.create", { space: "theirs", name: "T" });
    join("other", "theirs", "host");
    expect(fact("organization.ended", { organization: "host" })).toEqual(
      done(
        "organization.ended",
        "space.dissolved",
        "association.cancelled",
        "association.cancelled",
        "association.cancelled",
      ),
    );
    expect(last().slice(1)).toMatchObject([
      { cause: 0, data: { space: "s", host: "host" } },
      { cause: 0, data: { space: "theirs", organization: "host", because: "ended" } },
      { cause: 1, data: { space: "s", organization: "north", because: "dissolved" } },
      { cause: 1, data: { space: "s", organization: "host", because: "dissolved" } },
    ]);
    expect(record("space", "s")?.dissolved).toBe(true);
    expect(record("space", "theirs")).toMatchObject({ dissolved: false, members: { count: 0 } });
    expect(
      command("north", "invitation.issue", { space: "s", invitation: "i", form: "qr" }),
    ).toEqual(refused("UNKNOWN_SPACE"));
  });

  test("EXIT-01: an organization that ends frees its place under the Member limit", () => {
    const { fact, join } = startWithMember({ memberOrgCap: 1 });
    expect(join("host", "s", "south")).toEqual(refused("MEMBER_ORG_LIMIT_EXCEEDED"));
    fact("organization.ended", { organization: "north" });
    expect(join("host", "s", "south")).toEqual(joined);
  });
});

describe("who a Space is known to", () => {
  test("PROTO-03: to Host, Members and applicants; to anybody else it does not exist", () => {
    const { command } = startWithMember();
    const issue = (by: string, space = "s") =>
      command(by, "invitation.issue", { space, invitation: "i", form: "link" });
    expect(issue("south")).toEqual(refused("UNKNOWN_SPACE", { space: "s" }));
    expect(issue("south", "nowhere")).toEqual(refused("UNKNOWN_SPACE", { space: "nowhere" }));
    expect(issue("nobody")).toEqual(refused("UNKNOWN_ORGANIZATION", { organization: "nobody" }));
    expect(issue("north")).toEqual(refused("NOT_SPACE_ADMIN", { space: "s" }));
    expect(command(null, "invitation.issue", { space: "s", invitation: "i", form: "qr" })).toEqual(
      refused("UNKNOWN_SPACE", { space: "s" }),
    );
    expect(issue("host")).toEqual(done("invitation.issued"));
    command("south", "application.submit", { application: "a", invitation: "i" });
    expect(issue("south")).toEqual(refused("NOT_SPACE_ADMIN", { space: "s" }));
    command("south", "application.withdraw", { space: "s", application: "a" });
    expect(issue("south")).toEqual(refused("UNKNOWN_SPACE", { space: "s" }));
  });

  test("ADMIN-01 ADMIN-02 ADMIN-04 ADMIN-05: its Host's authorized admins decide, as of now", () => {
    const { command, promote, fact } = startWithMember();
    promote("host", "deputy", "sub", true);
    promote("host", "helper", "sub", false);
    const issue = (by: readonly [string, string], invitation: string) =>
      command(by, "invitation.issue", { space: "s", invitation, form: "link" });
    const notAdmin = refused("NOT_SPACE_ADMIN", { space: "s" });
    expect(issue(["host", "deputy"], "i1")).toEqual(done("invitation.issued"));
    expect(issue(["host", "helper"], "i2")).toEqual(notAdmin);
    expect(issue(["host", "stranger"], "i2")).toEqual(notAdmin);
    expect(issue(["north", "north-admin"], "i2")).toEqual(notAdmin);
    expect(issue(["north", "host-admin"], "i2")).toEqual(notAdmin);
    fact("person.resigned", { organization: "host", person: "deputy", number: 1 });
    expect(issue(["host", "deputy"], "i2")).toEqual(notAdmin);
    expect(command("south", "application.submit", { application: "a", invitation: "i1" })).toEqual(
      done("application.submitted"),
    );
  });
});

describe("batch invitation", () => {
  test("JOIN-12: support enables it once; nobody else does", () => {
    const { command, record } = startWithSpace();
    const enable = (by: string | null) =>
      command(by, "batch-invitation.enable", { organization: "host" });
    expect(enable("host")).toEqual(refused("QUOTA_EXPANSION_NOT_AUTHORIZED"));
    expect(record("organization", "host")?.batchInvitation).toBe(false);
    expect(enable(null)).toEqual(done("batch-invitation.enabled"));
    expect(enable(null)).toEqual(quiet);
    expect(record("organization", "host")?.batchInvitation).toBe(true);
  });
});
