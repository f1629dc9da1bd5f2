// Aim: who may apply, with what, and what a review asks for, in the order of the ranks. Method: a
// World is told commands; each refusal is followed by what makes the same command legal.
import { describe, expect, test } from "vitest";
import {
  done,
  joined,
  refused,
  type startTelling,
  startWithMember,
  startWithSpace,
} from "./telling.ts";

function invited(changes: Parameters<typeof startTelling>[0] = {}) {
  const teller = startWithSpace(changes);
  teller.command("host", "invitation.issue", { space: "s", invitation: "i", form: "link" });
  const apply = (
    by: Parameters<typeof teller.command>[0],
    application: string,
    scope?: Parameters<typeof teller.command<"application.submit">>[2]["scope"],
  ) =>
    teller.command(by, "application.submit", {
      application,
      invitation: "i",
      ...(scope === undefined ? {} : { scope }),
    });
  const review = (
    type: "application.approve" | "application.reject",
    organization: string,
    application: string,
    by = "host",
  ) => teller.command(by, type, { space: "s", organization, application });
  return { ...teller, apply, review };
}

describe("applying", () => {
  test("JOIN-03: an application is recorded, and nothing else changes", () => {
    const { apply, last, record } = invited();
    expect(apply("north", "a")).toEqual(done("application.submitted"));
    expect(last()[0]?.data).toEqual({
      space: "s",
      by: "north-admin",
      organization: "north",
      application: "a",
      invitation: "i",
      scope: { whole: false, rules: [] },
    });
    expect(record("application", "a")?.status).toBe("pending");
    expect(record("space", "s")).toMatchObject({ members: { count: 0 }, pending: { count: 1 } });
    expect(record("organization", "north")?.joined).toEqual([]);
    expect(record("association", "s", "north")).toBe(null);
  });

  test("JOIN-03: an authorized admin applies; under the strict policy a main admin", () => {
    for (const memberSideActor of ["authorized-admin", "main-admin-only"] as const) {
      const { apply, promote } = invited({ memberSideActor });
      promote("north", "deputy", "sub", true);
      const told = apply(["north", "deputy"], "a");
      if (memberSideActor === "authorized-admin") {
        expect(told).toEqual(done("application.submitted"));
      } else {
        expect(told).toEqual(refused("MAIN_ADMIN_REQUIRED", { organization: "north" }));
        expect(apply("north", "a")).toEqual(done("application.submitted"));
      }
    }
  });

  test("ADMIN-01 ADMIN-02 ADMIN-04: neither employees nor support apply for an organization", () => {
    const { apply, hire } = invited();
    hire("north", "clerk");
    expect(apply(["north", "clerk"], "a")).toEqual(
      refused("NOT_AUTHORIZED_ADMIN", { organization: "north" }),
    );
    expect(apply(null, "a")).toEqual(refused("NOT_AUTHORIZED_ADMIN", { organization: null }));
    expect(apply("nobody", "a")).toEqual(
      refused("UNKNOWN_ORGANIZATION", { organization: "nobody" }),
    );
  });

  test("SPACE-05 JOIN-07: the Host does not join its own Space", () => {
    const { apply } = invited();
    expect(apply("host", "a")).toEqual(refused("HOST_CANNOT_JOIN_OWN_SPACE", { space: "s" }));
    expect(apply("north", "a")).toEqual(done("application.submitted"));
  });

  test("JOIN-07: neither a Member nor a pending applicant applies again", () => {
    const { apply, review } = invited();
    apply("north", "a");
    expect(apply("north", "b")).toEqual(
      refused("APPLICATION_ALREADY_PENDING", { application: "a" }),
    );
    expect(review("application.approve", "north", "a")).toEqual(joined);
    expect(apply("north", "b")).toEqual(refused("ALREADY_MEMBER", { space: "s" }));
    expect(apply("south", "b")).toEqual(done("application.submitted"));
  });

  test("JOIN-06: after rejection, withdrawal and exit one applies again", () => {
    const { apply, review, command } = invited();
    const submitted = done("application.submitted");
    expect(apply("north", "a")).toEqual(submitted);
    review("application.reject", "north", "a");
    expect(apply("north", "b")).toEqual(submitted);
    command("north", "application.withdraw", { space: "s", application: "b" });
    expect(apply("north", "c")).toEqual(submitted);
    review("application.approve", "north", "c");
    command("host", "association.cancel", { space: "s", organization: "north" });
    expect(apply("north", "d")).toEqual(submitted);
  });

  test("PROTO-04: an application's id is not used again, by anybody", () => {
    const { apply, command } = invited();
    apply("north", "a");
    expect(apply("south", "a")).toEqual(refused("ID_TAKEN", { kind: "application", id: "a" }));
    command("north", "application.withdraw", { space: "s", application: "a" });
    expect(apply("north", "a")).toEqual(refused("ID_TAKEN", { kind: "application", id: "a" }));
  });

  test("JOIN-10: at the limit one does not apply; leaving a Space frees a place", () => {
    const { register, command, join, apply } = invited({ joinLimit: 1 });
    register("other");
    command("other", "space.create", { space: "theirs", name: "T" });
    expect(join("other", "theirs", "north")).toEqual(joined);
    expect(apply("north", "a")).toEqual(refused("JOIN_LIMIT_EXCEEDED", { limit: 1, current: 1 }));
    command("other", "association.cancel", { space: "theirs", organization: "north" });
    expect(apply("north", "a")).toEqual(done("application.submitted"));
  });

  test("SPACE-05: Spaces hosted do not count as joined", () => {
    const { command, apply, review } = invited({ joinLimit: 1 });
    command("north", "space.create", { space: "theirs", name: "T" });
    expect(apply("north", "a")).toEqual(done("application.submitted"));
    expect(review("application.approve", "north", "a")).toEqual(joined);
    command("south", "space.create", { space: "more", name: "M" });
    command("south", "invitation.issue", { space: "more", invitation: "j", form: "qr" });
    expect(command("north", "application.submit", { application: "b", invitation: "j" })).toEqual(
      refused("JOIN_LIMIT_EXCEEDED", { limit: 1, current: 1 }),
    );
  });

  test("CERT-01: certification is asked for only where the policy says so", () => {
    for (const memberMustBeCertified of [false, true]) {
      const { fact, apply } = invited({ memberMustBeCertified });
      fact("organization.certification-changed", { organization: "north", certified: false });
      const told = apply("north", "a");
      if (memberMustBeCertified) {
        expect(told).toEqual(refused("MEMBER_NOT_CERTIFIED", { organization: "north" }));
      } else expect(told).toEqual(done("application.submitted"));
      expect(apply("south", "b")).toEqual(done("application.submitted"));
    }
  });

  test("SSO-01: the Host's single sign-on and the applicant's gate joining under the policy", () => {
    for (const gateStage of ["capability", "container-too"] as const) {
      for (const organization of ["host", "north"]) {
        const { fact, apply } = invited({ gateStage });
        fact("organization.sso-changed", { organization, sso: true });
        const told = apply("north", "a");
        if (gateStage === "capability") expect(told).toEqual(done("application.submitted"));
        else expect(told).toEqual(refused("SSO_NOT_SUPPORTED", { required: "no-sso" }));
      }
    }
  });
});

describe("the scope of an application", () => {
  function withDirectory() {
    const teller = invited();
    const { fact, hire } = teller;
    for (const department of ["sales", "gone"]) {
      fact("department.created", { organization: "north", department, parent: null, name: "D" });
    }
    fact("department.removed", { organization: "north", department: "gone" });
    hire("north", "ann", ["sales"]);
    hire("north", "bob");
    fact("person.resigned", { organization: "north", person: "bob", number: 1 });
    return teller;
  }

  test("JOIN-04: selections and exclusions become one rule each; an exclusion wins", () => {
    const { apply, last, record } = withDirectory();
    const scope = {
      whole: true,
      departments: ["sales"],
      people: ["ann", "north-admin"],
      exclude: { people: ["ann"] },
    };
    expect(apply("north", "a", scope)).toEqual(done("application.submitted"));
    const rules = [
      ["department", "sales", "in", null],
      ["person", "ann", "out", 1],
      ["person", "north-admin", "in", 1],
    ];
    expect(last()[0]?.data).toMatchObject({ scope: { whole: true, rules } });
    expect(record("application", "a")).toMatchObject({ whole: true, pages: 1 });
    expect(record("wish", "a", "0")?.rules).toEqual(rules);
  });

  test("JOIN-04: people are in service and departments exist, people first", () => {
    const { apply } = withDirectory();
    const person = (id: string) => refused("UNKNOWN_PERSON", { organization: "north", person: id });
    const department = (id: string) =>
      refused("UNKNOWN_DEPARTMENT", { organization: "north", department: id });
    expect(apply("north", "a", { people: ["ann", "bob", "zoe"] })).toEqual(person("bob"));
    expect(apply("north", "a", { departments: ["nowhere"], exclude: { people: ["zoe"] } })).toEqual(
      person("zoe"),
    );
    expect(apply("north", "a", { departments: ["sales", "gone"] })).toEqual(department("gone"));
    expect(apply("north", "a", { exclude: { departments: ["nowhere"] } })).toEqual(
      department("nowhere"),
    );
    expect(apply("north", "a", { departments: ["sales"] })).toEqual(done("application.submitted"));
  });

  test("JOIN-04: another organization's directory is out of reach, and is not looked into", () => {
    const { apply } = withDirectory();
    const outside = refused("SCOPE_OUTSIDE_OWN_ORGANIZATION", { organization: "south" });
    expect(apply("north", "a", { organization: "south", people: ["south-admin"] })).toEqual(
      outside,
    );
    expect(apply("north", "a", { organization: "south", people: ["zoe"] })).toEqual(outside);
    expect(apply("north", "a", { organization: "north", people: ["ann"] })).toEqual(
      done("application.submitted"),
    );
  });

  test("JOIN-04: a wish of many rules is kept in pages and loaded in four rounds", () => {
    const { apply, hire, rounds, record } = invited();
    const people = Array.from({ length: 300 }, (_, at) => `person-${at}`);
    for (const person of people) hire("north", person);
    expect(apply("north", "a", { people })).toEqual(done("application.submitted"));
    expect(rounds()).toBeLessThanOrEqual(4);
    expect(record("application", "a")?.pages).toBe(2);
    expect(record("wish", "a", "0")?.rules).toHaveLength(256);
    expect(record("wish", "a", "1")?.rules).toHaveLength(44);
  });
});

describe("withdrawing", () => {
  const withdraw = (application: string) => ({ space: "s", application });

  test("JOIN-06: takes a pending application back, once", () => {
    const { apply, command, record } = invited();
    apply("north", "a");
    expect(command("north", "application.withdraw", withdraw("a"))).toEqual(
      done("application.withdrawn"),
    );
    expect(record("space", "s")?.pending.count).toBe(0);
    expect(command("north", "application.withdraw", withdraw("a"))).toEqual(
      refused("APPLICATION_NOT_PENDING", { application: "a", status: "withdrawn" }),
    );
  });

  test("PROTO-03: is about an application of one's own; nothing else is known", () => {
    const { apply, command } = invited();
    apply("north", "a");
    expect(command("south", "application.withdraw", withdraw("a"))).toEqual(
      refused("UNKNOWN_SPACE", { space: "s" }),
    );
    expect(command(null, "application.withdraw", withdraw("a"))).toEqual(
      refused("UNKNOWN_SPACE", { space: "s" }),
    );
    expect(command("host", "application.withdraw", withdraw("a"))).toEqual(
      refused("NOT_AUTHORIZED_ADMIN", { organization: "north" }),
    );
    expect(command("host", "application.withdraw", withdraw("none"))).toEqual(
      refused("UNKNOWN_APPLICATION", { application: "none" }),
    );
    apply("south", "b");
    expect(command("south", "application.withdraw", withdraw("a"))).toEqual(
      refused("UNKNOWN_APPLICATION", { application: "a" }),
    );
    expect(command("south", "application.withdraw", withdraw("b"))).toEqual(
      done("application.withdrawn"),
    );
  });

  test("JOIN-03: takes the same authority as applying", () => {
    const { apply, command, promote, hire, under } = invited();
    apply("north", "a");
    hire("north", "clerk");
    promote("north", "deputy", "sub", true);
    expect(command(["north", "clerk"], "application.withdraw", withdraw("a"))).toEqual(
      refused("NOT_AUTHORIZED_ADMIN", { organization: "north" }),
    );
    under({ memberSideActor: "main-admin-only" });
    expect(command(["north", "deputy"], "application.withdraw", withdraw("a"))).toEqual(
      refused("MAIN_ADMIN_REQUIRED", { organization: "north" }),
    );
    under({ memberSideActor: "authorized-admin" });
    expect(command(["north", "deputy"], "application.withdraw", withdraw("a"))).toEqual(
      done("application.withdrawn"),
    );
  });
});

describe("reviewing", () => {
  test("JOIN-05: an approval makes a Member that sees itself, at the root; a rejection nothing", () => {
    const { apply, review, record } = invited();
    apply("north", "a");
    apply("south", "b");
    expect(review("application.reject", "south", "b")).toEqual(done("application.rejected"));
    expect(record("application", "b")).toMatchObject({ status: "rejected", reason: null });
    expect(record("association", "s", "south")).toBe(null);
    expect(review("application.approve", "north", "a")).toEqual(joined);
    expect(record("association", "s", "north")).toMatchObject({
      order: 1,
      visibility: { kind: "own" },
      folder: null,
      types: [],
      level: null,
    });
    expect(record("organization", "north")?.joined).toEqual(["s"]);
    expect(record("space", "s")).toMatchObject({ members: { count: 1 }, pending: { count: 0 } });
  });

  test("JOIN-05: what has been decided is not decided again", () => {
    const { apply, review } = invited();
    apply("north", "a");
    review("application.reject", "north", "a");
    const decided = refused("APPLICATION_NOT_PENDING", { application: "a", status: "rejected" });
    expect(review("application.approve", "north", "a")).toEqual(decided);
    expect(review("application.reject", "north", "a")).toEqual(decided);
  });

  test("JOIN-05: only a Space admin decides, and may give a reason", () => {
    const { apply, review, command, record } = invited();
    apply("north", "a");
    expect(review("application.approve", "north", "a", "north")).toEqual(
      refused("NOT_SPACE_ADMIN", { space: "s" }),
    );
    expect(review("application.reject", "north", "a", "north")).toEqual(
      refused("NOT_SPACE_ADMIN", { space: "s" }),
    );
    const reject = { space: "s", organization: "north", application: "a", reason: "Too far." };
    expect(command("host", "application.reject", reject)).toEqual(done("application.rejected"));
    expect(record("application", "a")?.reason).toBe("Too far.");
  });

  test("ADMIN-03: nobody becomes a Member whose own admin did not apply to this Space", () => {
    const { apply, review, command } = invited();
    const required = refused("APPLICATION_REQUIRED", { space: "s", organization: "north" });
    for (const type of ["application.approve", "application.reject"] as const) {
      expect(review(type, "north", "a")).toEqual(required);
    }
    command("south", "space.create", { space: "theirs", name: "T" });
    command("south", "invitation.issue", { space: "theirs", invitation: "j", form: "qr" });
    command("north", "application.submit", { application: "elsewhere", invitation: "j" });
    expect(review("application.approve", "north", "elsewhere")).toEqual(required);
    apply("north", "a");
    expect(review("application.approve", "north", "a")).toEqual(joined);
  });

  test("PROTO-03: the application is one of that organization's", () => {
    const { apply, review } = invited();
    apply("north", "a");
    apply("south", "b");
    for (const type of ["application.approve", "application.reject"] as const) {
      expect(review(type, "north", "b")).toEqual(
        refused("UNKNOWN_APPLICATION", { application: "b" }),
      );
      expect(review(type, "north", "unheard-of")).toEqual(
        refused("UNKNOWN_APPLICATION", { application: "unheard-of" }),
      );
    }
  });

  test("PROTO-03: an organization that has ended can be rejected, not approved", () => {
    const { apply, review, fact } = invited();
    apply("north", "a");
    fact("organization.ended", { organization: "north" });
    fact("organization.ended", { organization: "south" });
    expect(review("application.approve", "north", "a")).toEqual(
      refused("UNKNOWN_ORGANIZATION", { organization: "north" }),
    );
    // Of others than applicants the Host does not learn that they are no more.
    for (const organization of ["south", "nobody"]) {
      expect(review("application.approve", organization, "a")).toEqual(
        refused("APPLICATION_REQUIRED", { space: "s", organization }),
      );
    }
    expect(review("application.reject", "north", "a")).toEqual(done("application.rejected"));
  });

  test("JOIN-08 JOIN-10: the join limit binds at approval, without telling the Host figures", () => {
    const { apply, review, register, command, join } = invited({ joinLimit: 1 });
    register("other");
    command("other", "space.create", { space: "theirs", name: "T" });
    apply("north", "a");
    expect(join("other", "theirs", "north")).toEqual(joined);
    expect(review("application.approve", "north", "a")).toEqual(refused("JOIN_LIMIT_EXCEEDED", {}));
    command("other", "association.cancel", { space: "theirs", organization: "north" });
    expect(review("application.approve", "north", "a")).toEqual(joined);
  });

  test("JOIN-08 JOIN-11: the Member limit binds at approval; an exit makes room", () => {
    const { apply, review, command } = invited({ memberOrgCap: 1 });
    expect(apply("north", "a")).toEqual(done("application.submitted"));
    expect(apply("south", "b")).toEqual(done("application.submitted"));
    expect(review("application.approve", "north", "a")).toEqual(joined);
    expect(review("application.approve", "south", "b")).toEqual(
      refused("MEMBER_ORG_LIMIT_EXCEEDED", { limit: 1, current: 1 }),
    );
    command("host", "association.cancel", { space: "s", organization: "north" });
    expect(review("application.approve", "south", "b")).toEqual(joined);
  });

  test("CERT-01: where it is asked for, certification must still be there at approval", () => {
    const { apply, review, fact } = invited({ memberMustBeCertified: true });
    apply("north", "a");
    fact("organization.certification-changed", { organization: "north", certified: false });
    expect(review("application.approve", "north", "a")).toEqual(
      refused("MEMBER_NOT_CERTIFIED", { organization: "north" }),
    );
    fact("organization.certification-changed", { organization: "north", certified: true });
    expect(review("application.approve", "north", "a")).toEqual(joined);
  });

  test("SSO-01: where it gates joining, it does so at approval", () => {
    const { apply, review, fact } = invited({ gateStage: "container-too" });
    apply("north", "a");
    fact("organization.sso-changed", { organization: "host", sso: true });
    expect(review("application.approve", "north", "a")).toEqual(refused("SSO_NOT_SUPPORTED"));
    fact("organization.sso-changed", { organization: "host", sso: false });
    expect(review("application.approve", "north", "a")).toEqual(joined);
  });
});

describe("leaving as a whole", () => {
  const cancel = { space: "s", organization: "north" };

  test("EXIT-01: the Host cancels, everything of the Association goes, a place is free", () => {
    const { command, join, record, under } = startWithMember({ memberOrgCap: 1 });
    command("host", "folder.create", { space: "s", folder: "f", parent: null, name: "F" });
    command("host", "member.place", { ...cancel, folder: "f" });
    command("host", "partner.set", { ...cancel, types: ["dealer"], level: "gold" });
    command("host", "visibility.set", { ...cancel, visibility: { kind: "all" } });
    expect(join("host", "s", "south")).toEqual(refused("MEMBER_ORG_LIMIT_EXCEEDED"));
    expect(command("host", "association.cancel", cancel)).toEqual(done("association.cancelled"));
    expect(record("association", "s", "north")).toBe(null);
    expect(record("organization", "north")?.joined).toEqual([]);
    expect(record("space", "s")?.members).toMatchObject({ count: 0, pages: [] });
    expect(record("folder", "s", "f")?.members).toBe(0);
    expect(join("host", "s", "south")).toEqual(joined);
    under({ memberOrgCap: 2 });
    expect(join("host", "s", "north")).toEqual(joined);
    expect(record("association", "s", "north")).toMatchObject({
      order: 3,
      folder: null,
      types: [],
      level: null,
      visibility: { kind: "own" },
    });
  });

  test("EXIT-01: only Members can be taken out, only by a Space admin", () => {
    const { command, hire, join } = startWithMember();
    hire("host", "clerk");
    join("host", "s", "south");
    const notAdmin = refused("NOT_SPACE_ADMIN", { space: "s" });
    expect(command("south", "association.cancel", cancel)).toEqual(notAdmin);
    expect(command(["host", "clerk"], "association.cancel", cancel)).toEqual(notAdmin);
    for (const organization of ["host", "nobody"]) {
      expect(command("host", "association.cancel", { space: "s", organization })).toEqual(
        refused("NOT_A_MEMBER", { space: "s", organization }),
      );
    }
    expect(command("host", "association.cancel", cancel)).toEqual(done("association.cancelled"));
    expect(command("host", "association.cancel", cancel)).toEqual(
      refused("NOT_A_MEMBER", { space: "s", organization: "north" }),
    );
  });

  test("EXIT-03: a Member's admin does not, an ordinary person of it even less", () => {
    const { command, hire } = startWithMember();
    hire("north", "clerk");
    expect(command("north", "association.cancel", cancel)).toEqual(
      refused("WHOLE_ORG_EXIT_HOST_ONLY", { space: "s" }),
    );
    expect(command(["north", "clerk"], "association.cancel", cancel)).toEqual(
      refused("NOT_AUTHORIZED_ADMIN", { organization: "north" }),
    );
  });
});
