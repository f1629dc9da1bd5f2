// Aim: which fields of a person reach others, wherever people are met, and who decides it.
// Method: people with all fields; what is withheld is set, and every question that shows people is asked.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import { type Caller, type Play, play } from "../../src/testing/index.ts";
import { define, office, start as startFlow, step } from "../support/flows.ts";
import { link, opened, relink, unsound } from "../support/hierarchy.ts";
import { asked } from "../support/rounds.ts";
import { rule } from "../support/rule.ts";

type Fields = Readonly<Record<string, string>>;
type Shared = Partial<Policy["sharedFields"]>;

const WHOLE = { scope: { whole: true } } as const;
const FULL = { title: "T", email: "e@x", phone: "1" };
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

/** Gives somebody all fields there are. */
function detail(p: Play, organization: string, person = `${organization}-admin`, number = 1) {
  const fields = { name: person, ...FULL };
  p.fact("person.fields-changed", { organization, person, number, fields });
}

/** The Host H and the Members B and C, who all see each other. */
function settled(changes: Partial<Policy> = {}): Play {
  const p = play(changes);
  p.register(["H", "B", "C"]);
  for (const each of ["H", "B", "C"]) detail(p, each);
  p.createSpace("H", "s", { whole: true });
  for (const organization of ["B", "C"]) {
    p.join("H", "s", organization, { whole: true });
    p.command("H", "visibility.set", { space: "s", organization, visibility: { kind: "all" } });
  }
  return p;
}

const share = (p: Play, organization: string, fields: Shared, by: Caller = organization) =>
  p.command(by, "fields.share", { space: "s", organization, fields });

/** The fields of one identity among those that an answer lists, without the name; or why not. */
function fieldsIn(answer: unknown, organization: string, person = `${organization}-admin`) {
  if (typeof answer === "string") return answer;
  const { items } = answer as { items: { organization: string; person: string; fields: Fields }[] };
  const found = items.find((each) => each.organization === organization && each.person === person);
  if (found === undefined) return "nobody";
  const { name, ...rest } = found.fields;
  expect(name).toBe(person);
  return Object.keys(rest).join(" ");
}

/** What an organization's admin sees of another one's, by both questions of a Space. */
function seen(p: Play, from: string, organization: string, space = "s"): unknown {
  const viewer = who(from);
  const one = p.ask("space.contact", { viewer, space, ...who(organization) });
  const all = fieldsIn(p.ask("space.contacts", { viewer, space }), organization);
  if (typeof one === "string") return one;
  const items = [{ ...who(organization), ...(one as { fields: Fields }) }];
  expect(fieldsIn({ items }, organization)).toBe(all);
  return all;
}

const vis09 = rule("VIS-09");

vis09.happens(
  "that a field reaches everybody, the Host alone or nobody; one's own people see all",
  () => {
    const p = settled();
    expect(["H", "B", "C"].map((from) => seen(p, from, "B"))).toEqual([
      "title email phone",
      "title email phone",
      "title email phone",
    ]);
    const told = share(p, "B", { email: "host", phone: "nobody" });
    expect(told.events).toMatchObject([
      {
        type: "fields.shared",
        data: { space: "s", organization: "B", fields: { email: "host", phone: "nobody" } },
      },
    ]);
    expect(seen(p, "H", "B")).toBe("title email");
    expect(seen(p, "C", "B")).toBe("title");
    expect(seen(p, "B", "B")).toBe("title email phone");
    expect(seen(p, "B", "C")).toBe("title email phone");
    share(p, "B", { title: "nobody", phone: "visible" });
    expect(seen(p, "C", "B")).toBe("phone");
    expect(seen(p, "H", "B")).toBe("email phone");
    expect(unsound(p)).toEqual([]);
  },
);

vis09.happens("that the Host decides about its own people", () => {
  const p = settled();
  share(p, "H", { title: "host", email: "nobody" });
  expect(seen(p, "B", "H")).toBe("phone");
  expect(seen(p, "H", "H")).toBe("title email phone");
});

vis09.happens("for each Space by itself, and for one's admins to see", () => {
  const p = settled();
  p.createSpace("H", "t", { whole: true });
  p.join("H", "t", "B", { whole: true }, "B-t");
  share(p, "B", { phone: "nobody" });
  expect(seen(p, "H", "B", "t")).toBe("title email phone");
  expect(seen(p, "H", "B", "s")).toBe("title email");
  const fields = { title: "visible", email: "visible", phone: "nobody" };
  expect(p.ask("admin.scope", { viewer: who("B"), space: "s" })).toMatchObject({ fields });
});

vis09.doesNot("where nothing else is said; what is left out stays", () => {
  const p = settled();
  expect(share(p, "B", {}).events).toEqual([]);
  share(p, "B", { phone: "nobody" });
  expect(share(p, "B", { phone: "nobody" }).events).toEqual([]);
  expect(share(p, "B", { email: "host" }).events).toHaveLength(1);
  expect(seen(p, "C", "B")).toBe("title");
  // What the policy says is said anew: a later policy does not change it.
  expect(share(p, "B", { title: "visible" }).events).toHaveLength(1);
  p.under({ sharedFields: { title: "nobody", email: "nobody", phone: "nobody" } });
  expect(seen(p, "C", "B")).toBe("title");
  expect(seen(p, "B", "C")).toBe("");
});

vis09.happens("by the policy until an organization says otherwise", () => {
  const p = settled({ sharedFields: { title: "visible", email: "host", phone: "host" } });
  expect(seen(p, "C", "B")).toBe("title");
  expect(seen(p, "H", "B")).toBe("title email phone");
  expect(seen(p, "B", "H")).toBe("title");
  share(p, "H", { phone: "visible" });
  expect(seen(p, "B", "H")).toBe("title phone");
});

vis09.accepts("an admin of the organization whose people they are", () => {
  const p = settled();
  p.hire("B", "sub");
  p.appoint("B", "sub", "sub", true);
  expect(share(p, "B", { phone: "nobody" }, ["B", "sub"]).code).toBeNull();
});

vis09.refuses("everybody else, the Host's admins above all, and whoever is no Member", () => {
  const p = settled();
  p.hire("B", "sub");
  expect(share(p, "B", { phone: "nobody" }, "H").code).toBe("MEMBER_ROSTER_NOT_MANAGEABLE");
  expect(share(p, "B", { phone: "nobody" }, "C").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(share(p, "B", { phone: "nobody" }, ["B", "sub"]).code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(share(p, "H", { phone: "nobody" }, "B").code).toBe("NOT_AUTHORIZED_ADMIN");
  p.register(["D", "E"]);
  p.applyTo("D", "s");
  expect(share(p, "D", { phone: "nobody" }).code).toBe("NOT_A_MEMBER");
  expect(share(p, "E", { phone: "nobody" }).code).toBe("UNKNOWN_SPACE");
  p.appoint("B", "sub", "sub", true);
  p.under({ memberSideActor: "main-admin-only" });
  expect(share(p, "B", { phone: "nobody" }, ["B", "sub"]).code).toBe("MAIN_ADMIN_REQUIRED");
});

vis09.happens("until the Association ends; what was done through it stays as it was shared", () => {
  const p = office();
  detail(p, "B", "b1");
  p.command(["B", "b1"], "form.submit", { app: "x", space: "s", rows: [{ row: "r" }] });
  const rows = () => {
    const answer = p.ask("data.rows", { viewer: who("A"), app: "x" });
    return fieldsIn(
      {
        items: (answer as { items: { submitter: object }[] }).items.map(
          ({ submitter }) => submitter,
        ),
      },
      "B",
      "b1",
    );
  };
  const submitters = () =>
    fieldsIn(p.ask("data.submitters", { viewer: who("A"), app: "x" }), "B", "b1");
  expect([rows(), submitters()]).toEqual(["title email phone", "title email phone"]);
  p.command("B", "fields.share", {
    space: "s",
    organization: "B",
    fields: { phone: "nobody", email: "host" },
  });
  expect([rows(), submitters()]).toEqual(["title email", "title email"]);
  p.command("A", "association.cancel", { space: "s", organization: "B" });
  expect([rows(), submitters()]).toEqual(["title email", "title email"]);
  p.command("B", "application.submit", { application: "again", invitation: "i-s" });
  expect([rows(), submitters()]).toEqual(["title email", "title email"]);
  p.command("A", "application.approve", { space: "s", organization: "B", application: "again" });
  expect([rows(), submitters()]).toEqual(["title email phone", "title email phone"]);
  p.command("A", "association.cancel", { space: "s", organization: "B" });
  expect([rows(), submitters()]).toEqual(["title email", "title email"]);
  expect(unsound(p)).toEqual([]);
});

vis09.happens("among candidates, for forms as for tasks", () => {
  const p = office({ routingBoundary: "space" });
  for (const [organization, person] of [
    ["B", "b2"],
    ["C", "c1"],
  ] as const) {
    detail(p, organization, person);
  }
  define(p, [step("all", ["B", "b1"])]);
  startFlow(p, ["B", "b1"], "i");
  const picked = (viewer: object, space?: string) =>
    p.ask("form.candidates", {
      viewer,
      app: "x",
      ...(space === undefined ? {} : { space }),
    } as never);
  const routed = () => p.ask("flow.routing-candidates", { viewer: who("B", "b1"), instance: "i" });
  p.command("C", "fields.share", {
    space: "s",
    organization: "C",
    fields: { title: "nobody", email: "host" },
  });
  expect(fieldsIn(picked(who("B", "b1"), "s"), "C", "c1")).toBe("phone");
  expect(fieldsIn(picked(who("C", "c2"), "s"), "C", "c1")).toBe("title email phone");
  const spaces = p.ask("form.candidates", { viewer: who("A"), app: "x", after: "p 4294967296" });
  expect(fieldsIn(spaces, "C", "c1")).toBe("email phone");
  expect(fieldsIn(routed(), "C", "c1")).toBe("phone");
  expect(fieldsIn(routed(), "B", "b2")).toBe("title email phone");
});

vis09.happens("among candidates from a whole directory, as in the Space of the instance", () => {
  const changes = {
    routingCandidates: "whole-directory",
    routingTargetAbility: "unchecked",
  } as const;
  const p = office(changes);
  detail(p, "B", "off");
  define(p, [step("all", ["A", "a1"], ["B", "b2"])]);
  startFlow(p, ["B", "b1"], "i");
  p.command("B", "fields.share", { space: "s", organization: "B", fields: { phone: "nobody" } });
  const routed = (...[organization, person]: [string, string]) => {
    const viewer = who(organization, person);
    return fieldsIn(p.ask("flow.routing-candidates", { viewer, instance: "i" }), "B", "off");
  };
  expect(routed("A", "a1")).toBe("title email");
  expect(routed("B", "b2")).toBe("title email phone");
});

vis09.happens("in groups, where the title is shown whatever is set (GROUP-03)", () => {
  const p = settled();
  p.command("H", "group.start", {
    space: "s",
    group: "g",
    name: "G",
    participants: [who("B"), who("C")],
  });
  const inGroup = (from: string, organization: string) =>
    fieldsIn(
      p.ask("group.participants", { viewer: who(from), space: "s", group: "g" }),
      organization,
    );
  share(p, "B", { title: "nobody", email: "nobody", phone: "host" });
  expect(inGroup("C", "B")).toBe("title");
  expect(inGroup("H", "B")).toBe("title phone");
  expect(inGroup("B", "B")).toBe("title email phone");
});

/** County K above towns T and U, who see each other; village V below T. */
function county(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "U", "V"], { branchSightDefault: "whole-book", ...changes });
  for (const each of ["K", "T", "U", "V"]) detail(p, each);
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  link(p, "T", "V", WHOLE);
  return p;
}

const shareIn = (p: Play, trunk: string, organization: string, fields: Shared, by = organization) =>
  p.command(by, "fields.share", { trunk, organization, fields });

/** What an organization's admin sees of another one's in a book, by both questions. */
function inBook(p: Play, trunk: string, from: string, organization: string): unknown {
  const viewer = who(from);
  const one = p.ask("hierarchy.contact", { viewer, trunk, ...who(organization) });
  if (typeof one === "string") return one;
  const all = fieldsIn(p.ask("hierarchy.contacts", { viewer, trunk }), organization);
  const items = [{ ...who(organization), ...(one as { fields: Fields }) }];
  expect(fieldsIn({ items }, organization)).toBe(all);
  return all;
}

vis09.happens(
  "in a book by what a Branch says on its Link, and the Trunk of its own people",
  () => {
    const p = county();
    shareIn(p, "K", "T", { email: "host", phone: "nobody" });
    expect(inBook(p, "K", "K", "T")).toBe("title email");
    expect(inBook(p, "K", "U", "T")).toBe("title");
    expect(inBook(p, "K", "T", "T")).toBe("title email phone");
    // The own book is another one.
    expect(inBook(p, "T", "V", "T")).toBe("title email phone");
    shareIn(p, "T", "T", { title: "nobody" });
    expect(inBook(p, "T", "V", "T")).toBe("email phone");
    expect(inBook(p, "T", "T", "T")).toBe("title email phone");
    expect(p.ask("admin.scope", { viewer: who("T"), trunk: "K" })).toMatchObject({
      fields: { title: "visible", email: "host", phone: "nobody" },
    });
    expect(unsound(p)).toEqual([]);
  },
);

vis09.happens(
  "higher up by the Link of the line: what is for its Trunk is for nobody above",
  () => {
    const p = county();
    shareIn(p, "T", "V", { title: "nobody", email: "host" });
    expect(inBook(p, "T", "T", "V")).toBe("email phone");
    expect(inBook(p, "K", "K", "V")).toBe("phone");
  },
);

vis09.happens("before there is a Branch", () => {
  const p = opened(["K", "T"], { branchSightDefault: "whole-book" });
  detail(p, "K");
  expect(shareIn(p, "K", "K", { phone: "nobody" }).code).toBeNull();
  link(p, "K", "T", WHOLE);
  expect(inBook(p, "K", "T", "K")).toBe("title email");
});

vis09.refuses("whoever decides about another one's people, and whoever is not linked", () => {
  const p = county();
  expect(shareIn(p, "K", "T", { phone: "nobody" }, "K").code).toBe("BRANCH_NOT_MANAGEABLE");
  expect(shareIn(p, "K", "T", { phone: "nobody" }, "U").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(shareIn(p, "K", "K", { phone: "nobody" }, "T").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(shareIn(p, "K", "V", { phone: "nobody" }).code).toBe("NOT_LINKED");
  p.register(["X"]);
  expect(shareIn(p, "K", "X", { phone: "nobody" }).code).toBe("UNKNOWN_TRUNK");
});

vis09.happens("until the Link ends, and does not move with it", () => {
  const p = county();
  shareIn(p, "K", "T", { phone: "nobody" });
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  relink(p, "K", "T");
  expect(inBook(p, "K", "K", "T")).toBe("title email phone");
  shareIn(p, "T", "V", { phone: "nobody" });
  p.command("T", "link.release", { trunk: "T", organization: "V", released: true });
  link(p, "U", "V", { ...WHOLE, replaces: "T" });
  expect(inBook(p, "U", "U", "V")).toBe("title email phone");
  expect(unsound(p)).toEqual([]);
});

vis09.happens("in the groups of a Trunk, and among those whom its app offers", () => {
  const p = county();
  p.command("K", "app.create", { app: "erp", name: "ERP" });
  p.command("K", "app.publish", { trunk: "K", app: "erp" });
  p.fact("license.purchased", { organization: "K", purchased: 9 });
  p.command("K", "license.grant", {
    unit: { kind: "host", organization: "K" },
    people: [who("K")],
  });
  p.command("K", "license.grant", {
    unit: { kind: "hierarchy", organization: "K" },
    people: [who("T"), who("V")],
  });
  p.command("T", "form.submit", { trunk: "K", app: "erp", rows: [{ row: "r" }] });
  shareIn(p, "K", "T", { title: "nobody", phone: "nobody" });
  shareIn(p, "T", "V", { title: "nobody", email: "nobody" });
  p.command("K", "group.start", {
    trunk: "K",
    group: "g",
    name: "G",
    participants: [who("T"), who("V")],
  });
  const asK = (type: "group.participants", organization: string) =>
    fieldsIn(p.ask(type, { viewer: who("K"), trunk: "K", group: "g" }), organization);
  expect(asK("group.participants", "T")).toBe("title email");
  expect(asK("group.participants", "V")).toBe("title phone");
  const offered = (after?: string) =>
    p.ask("form.candidates", {
      viewer: who("K"),
      app: "erp",
      ...(after === undefined ? {} : { after }),
    });
  expect(fieldsIn(offered("p 4294967296"), "T")).toBe("email");
  const below = p.ask("form.candidates", { viewer: who("T"), app: "erp", trunk: "K" });
  expect(fieldsIn(below, "V")).toBe("phone");
  expect(fieldsIn(below, "T")).toBe("title email phone");
  expect(fieldsIn(p.ask("data.submitters", { viewer: who("K"), app: "erp" }), "T")).toBe("email");
  const rows = p.ask("data.rows", { viewer: who("K"), app: "erp" }) as {
    items: { submitter: object }[];
  };
  expect(fieldsIn({ items: rows.items.map(({ submitter }) => submitter) }, "T")).toBe("email");
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  expect(fieldsIn(p.ask("data.submitters", { viewer: who("K"), app: "erp" }), "T")).toBe("email");
});

/** How often has to be loaded for what people of so many a Member are shown. */
function loads(people: number): number[] {
  const p = county();
  p.createSpace("K", "s", { whole: true });
  p.join("K", "s", "T", WHOLE.scope, "T-s");
  for (let i = 0; i < people; i += 1) p.hire("T", `t${i}`);
  share(p, "T", { phone: "nobody" });
  shareIn(p, "K", "T", { phone: "nobody" });
  const viewer = who("K");
  return [
    asked(p, "space.contacts", { viewer, space: "s", limit: 500 }),
    asked(p, "hierarchy.contacts", { viewer, trunk: "K", limit: 500 }),
    asked(p, "space.contact", { viewer, space: "s", ...who("T") }),
    asked(p, "hierarchy.contact", { viewer, trunk: "K", ...who("T") }),
  ];
}

vis09.holds("with as many loads for many people as for a few", () => {
  const few = loads(3);
  expect(loads(90)).toEqual(few);
});
