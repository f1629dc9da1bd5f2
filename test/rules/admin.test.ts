// Aim: who may act for an organization and for a Space, judged at the moment of the command.
// Method: the same commands by main admins, sub-admins, ordinary people, strangers and former admins.
import { expect } from "vitest";
import { type Caller, type Play, play, type Told } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

/** A hosts s1 with Member B; each has a second main admin, a delegate, a plain sub-admin, a worker. */
function organizations(): Play {
  const p = play();
  p.register(["A", "B", "C"]);
  for (const organization of ["A", "B"]) {
    for (const person of ["boss", "delegate", "plain", "worker"]) p.hire(organization, person);
    p.appoint(organization, "boss", "main");
    p.appoint(organization, "delegate", "sub", true);
    p.appoint(organization, "plain", "sub", false);
  }
  p.createSpace("A", "s1");
  p.join("A", "s1", "B");
  return p;
}

let ids = 0;
const fresh = (): string => {
  ids += 1;
  return `new-${ids}`;
};

const rename = (p: Play, by: Caller): Told =>
  p.command(by, "folder.create", { space: "s1", folder: fresh(), parent: null, name: "Folder" });
const found = (p: Play, by: Caller): Told =>
  p.command(by, "space.create", { space: fresh(), name: "New" });
const rescope = (p: Play, by: Caller): Told => {
  const scope = { people: ["worker"] };
  return p.command(by, "scope.set", { space: "s1", organization: "B", scope });
};
const ask = (p: Play, by: Caller): Told => {
  p.invite("C", "s9");
  return p.command(by, "application.submit", { application: fresh(), invitation: "i-s9" });
};

const admin01 = rule("ADMIN-01");
admin01.accepts("any main admin and any sub-admin with the Space permission", () => {
  const p = organizations();
  p.createSpace("C", "s9");
  for (const person of ["A-admin", "boss", "delegate"]) {
    expect(found(p, ["A", person]).code, person).toBeNull();
    expect(rename(p, ["A", person]).code, person).toBeNull();
  }
  for (const person of ["B-admin", "boss", "delegate"]) {
    expect(rescope(p, ["B", person]).code, person).toBeNull();
  }
  expect(ask(p, ["B", "delegate"]).code).toBeNull();
});
admin01.refuses("whoever has neither role, strangers and support staff", () => {
  const p = organizations();
  for (const by of [
    ["A", "worker"],
    ["A", "nobody"],
    ["C", "boss"],
    { support: "staff" },
  ] as const) {
    expect(found(p, by).refusal, JSON.stringify(by)).toMatchObject({
      code: "NOT_AUTHORIZED_ADMIN",
    });
  }
  expect(found(p, ["A", "worker"]).refusal?.data).toEqual({ organization: "A" });
  expect(rename(p, ["A", "worker"]).code).toBe("NOT_SPACE_ADMIN");
  expect(rescope(p, ["B", "worker"]).code).toBe("NOT_AUTHORIZED_ADMIN");
});

const admin02 = rule("ADMIN-02");
admin02.accepts("a sub-admin once the Space permission is given", () => {
  const p = organizations();
  expect(found(p, ["A", "plain"]).code).toBe("NOT_AUTHORIZED_ADMIN");
  p.appoint("A", "plain", "sub", true);
  expect(found(p, ["A", "plain"]).code).toBeNull();
});
admin02.accepts("no word about the permission: a sub-admin has it not then", () => {
  const p = organizations();
  const admin = { organization: "A", person: "plain", number: 1 };
  expect(p.fact("admin.changed", { ...admin, role: "sub", spacePermission: true }).code).toBeNull();
  expect(p.fact("admin.changed", { ...admin, role: null }).events).toHaveLength(1);
  expect(p.fact("admin.changed", { ...admin, role: "sub" }).events).toHaveLength(1);
  expect(found(p, ["A", "plain"]).code).toBe("NOT_AUTHORIZED_ADMIN");
});
admin02.refuses("employees and plain sub-admins, whatever they ask", () => {
  const p = organizations();
  p.createSpace("C", "s9");
  for (const person of ["worker", "plain"]) {
    expect(found(p, ["A", person]).code, person).toBe("NOT_AUTHORIZED_ADMIN");
    expect(ask(p, ["B", person]).code, person).toBe("NOT_AUTHORIZED_ADMIN");
    expect(rescope(p, ["B", person]).code, person).toBe("NOT_AUTHORIZED_ADMIN");
    expect(rename(p, ["A", person]).code, person).toBe("NOT_SPACE_ADMIN");
  }
});

const admin03 = rule("ADMIN-03");
admin03.accepts("the approval of an organization whose own admin applied", () => {
  const p = organizations();
  p.invite("A", "s1");
  p.applyTo("C", "s1");
  expect(p.approve("A", "C", "s1").code).toBeNull();
});
admin03.refuses("the approval of an organization that was merely invited", () => {
  const p = organizations();
  p.command({ support: "staff" }, "batch-invitation.enable", { organization: "A" });
  const invitations = [{ invitation: "for-C", organization: "C" }];
  p.command("A", "invitation.batch", { space: "s1", invitations });
  expect(p.approve("A", "C", "s1", "B-s1").refusal).toEqual({
    code: "APPLICATION_REQUIRED",
    rule: "ADMIN-03",
    data: { space: "s1", organization: "C" },
  });
  const reject = { space: "s1", organization: "C", application: "B-s1" };
  expect(p.command("A", "application.reject", reject).code).toBe("APPLICATION_REQUIRED");
});

const admin04 = rule("ADMIN-04");
admin04.accepts("the Host's admins about the Space, a Member's about its own part", () => {
  const p = organizations();
  const visibility = { kind: "all" } as const;
  const set = { space: "s1", organization: "B", visibility };
  expect(p.command("A", "visibility.set", set).code).toBeNull();
  expect(rescope(p, "B").code).toBeNull();
  expect(p.roster("s1")).toEqual(["B/worker"]);
});
admin04.refuses("a Member's admins about the Space, the Host's about a Member's people", () => {
  const p = organizations();
  const visibility = { kind: "all" } as const;
  for (const organization of ["B", "A"]) {
    const set = { space: "s1", organization, visibility };
    expect(p.command("B", "visibility.set", set).refusal, organization).toEqual({
      code: "NOT_SPACE_ADMIN",
      rule: "ADMIN-04",
      data: { space: "s1" },
    });
  }
  expect(rename(p, "B").code).toBe("NOT_SPACE_ADMIN");
  expect(rescope(p, "A").code).toBe("MEMBER_ROSTER_NOT_MANAGEABLE");
  expect(p.roster("s1")).toEqual([]);
});

const admin05 = rule("ADMIN-05");
admin05.accepts("what a former admin set up, as it stands", () => {
  const p = organizations();
  const invitation = { space: "s1", invitation: "old", form: "link" } as const;
  expect(p.command(["A", "delegate"], "invitation.issue", invitation).code).toBeNull();
  p.appoint("A", "delegate", null);
  const apply = { application: "C-s1", invitation: "old" };
  expect(p.command("C", "application.submit", apply).code).toBeNull();
  expect(p.approve("A", "C", "s1").code).toBeNull();
});
admin05.refuses("an admin who lost the permission, the role or the job", () => {
  const p = organizations();
  p.appoint("A", "delegate", "sub", false);
  p.appoint("A", "boss", null);
  p.resign("A", "A-admin");
  for (const person of ["delegate", "boss", "A-admin"]) {
    expect(found(p, ["A", person]).code, person).toBe("NOT_AUTHORIZED_ADMIN");
    expect(rename(p, ["A", person]).code, person).toBe("NOT_SPACE_ADMIN");
  }
  p.hire("A", "A-admin", [], 2);
  expect(found(p, "A").code).toBe("NOT_AUTHORIZED_ADMIN");
});
