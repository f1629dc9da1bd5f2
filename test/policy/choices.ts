/** Of each option with named values, what comes of it under each of them. */

import type { Policy } from "../../src/core/policy.ts";
import { type Caller, play } from "../../src/testing/index.ts";
import {
  approve as approveTask,
  define,
  office,
  started,
  start as startFlow,
  step,
  tasks,
} from "../support/flows.ts";
import { above, applyTo, approve, link, open, opened } from "../support/hierarchy.ts";
import { onlyPart } from "../support/lists.ts";
import { buy, collaboration, grant, grantAtHost, said, start, transfer, unit } from "./setting.ts";

type Named<Value> = `${Extract<Value, string | boolean>}`;

/** The options whose values have names. */
export type Choice = {
  readonly [Name in keyof Policy]: Policy[Name] extends string | boolean ? Name : never;
}[keyof Policy];

/** What comes under each value, and how it is found out. */
export interface ChoiceCase<Value> {
  readonly outcomes: { readonly [Name in Named<Value>]: unknown };
  readonly run: (changes: Partial<Policy>) => unknown;
}

const DESK = "desk";

/** Somebody of `north` enters the selected department; the Host then buys licenses. */
function entersWithoutLicense(changes: Partial<Policy>): unknown {
  const p = play(changes);
  p.register(["host", "north"]);
  p.createDepartments("north", [[DESK, null]]);
  p.createSpace("host", "s");
  p.join("host", "s", "north", { whole: true });
  p.command("host", "license.link", { unit: unit("s") });
  const selected = { unit: unit("s"), organization: "north", departments: [DESK] };
  p.command("host", "license.automate", selected);
  p.hire("north", "north-1", [DESK]);
  return buy(p, "host", 5).events.map(({ type }) => type);
}

/** Uses of the app that came with some release. */
function features(changes: Partial<Policy>): unknown {
  const p = collaboration(changes);
  p.command("host", "app.permit", { space: "s", app: "app", permissions: [{ reports: true }] });
  const by = ["north", "north-1"] as const;
  const viewer = { organization: "north", person: "north-1" };
  const use = p.ask("app.use", { viewer, app: "app", space: "s", feature: "report.view" });
  const rows = (row: string) => ({ app: "app", space: "s", rows: [{ row }] });
  const attached = p.command(by, "form.submit", { ...rows("r1"), attachments: true });
  const plain = p.command(by, "form.submit", rows("r2"));
  const triggers = plain.events.some(
    ({ data }) => data["automation"] === true && data["cards"] === true,
  );
  return [typeof use === "string" ? use : "ok", said(attached), triggers];
}

const unsupported = "FEATURE_NOT_SUPPORTED_DOWNSTREAM";

/** Somebody who left by a report is named by a newer list, as is somebody whom a list left out. */
function namedAgain(changes: Partial<Policy>): unknown {
  const p = play(changes);
  p.register(["north"]);
  const line = (person: string) => ({ person, departments: [], fields: { name: person } });
  const list = (at: number, ...people: string[]) => {
    const part = onlyPart("north", { kind: "people", people: people.map(line) }, `list-${at}`);
    return p.fact("directory.reconciled", part, { at });
  };
  list(2000, "left", "lost", "stays");
  p.fact("person.resigned", { organization: "north", person: "left" }, { at: 2001 });
  list(2002, "stays");
  const { events } = list(2003, "left", "lost", "stays");
  return events
    .filter(({ type }) => type === "person.reinstated")
    .map(({ data }) => data["person"]);
}

/** County K, town T and village V, to whom an app of K is distributed; T and V have licenses for it. */
function distributed(changes: Partial<Policy>) {
  const p = opened(["K", "T", "V"], changes);
  link(p, "K", "T", { scope: { whole: true } });
  link(p, "T", "V", { scope: { whole: true } });
  p.command("K", "app.create", { app: "app", name: "App" });
  p.command("K", "app.publish", { trunk: "K", app: "app" });
  p.fact("license.purchased", { organization: "K", purchased: 5 });
  const people = ["T", "V"].map((each) => ({ organization: each, person: `${each}-admin` }));
  p.command("K", "license.grant", { unit: { kind: "hierarchy", organization: "K" }, people });
  return p;
}

/** Whether somebody in the town may use a feature of it. */
const useBelow = (p: ReturnType<typeof distributed>, feature: string) =>
  p.ask("app.use", {
    ...{ viewer: { organization: "T", person: "T-admin" }, trunk: "K", app: "app", feature },
  });

/** Whether each of these may say who stands in for b1, who is head of nobody; b2 is head of theirs. */
function standsIn(changes: Partial<Policy>, ...by: readonly Caller[]): string[] {
  return by.map((each) => {
    const p = started([], changes);
    p.createDepartments("B", [[DESK, null]]);
    p.relocate("B", "b1", [DESK]);
    const head = { organization: "B", person: "b2", number: 1 };
    p.fact("person.heads-changed", { ...head, departments: [DESK] });
    const period = { person: "b1", standIn: "b3", from: 0, until: 1 };
    return p.command(each, "stand-in.set", period).code ?? "ok";
  });
}

/** A Trunk and a Branch that has applied to it, to be approved. */
function applied(changes: Partial<Policy>) {
  const p = opened(["trunk", "branch"], changes);
  applyTo(p, "trunk", "branch");
  return p;
}

export const CHOICES: { readonly [Name in Choice]: ChoiceCase<Policy[Name]> } = {
  routingTargetAbility: {
    outcomes: { checked: "ROUTING_TARGET_CANNOT_ACT", unchecked: "ok" },
    run: (changes) => {
      const p = collaboration(changes);
      start(p);
      return said(transfer(p, "north", "north-2"));
    },
  },
  standInBy: {
    outcomes: { "self-and-admin": ["ok", "ok"], admin: ["NOT_AUTHORIZED_ADMIN", "ok"] },
    run: (changes) => standsIn(changes, ["B", "b1"], "B"),
  },
  standInHeads: {
    outcomes: { false: ["NOT_AUTHORIZED_ADMIN"], true: ["ok"] },
    run: (changes) => standsIn(changes, ["B", "b2"]),
  },
  taskNotices: {
    outcomes: { holders: ["TASK_WAITING"], none: [] },
    run: (changes) => {
      const p = started([step("all", ["B", "b2"])], changes);
      return startFlow(p, ["B", "b1"], "j").notices.map(({ kind }) => kind);
    },
  },
  taskAdmins: {
    outcomes: {
      host: ["ok", "NOT_AUTHORIZED_ADMIN"],
      none: ["NOT_AUTHORIZED_ADMIN", "NOT_AUTHORIZED_ADMIN"],
      holder: ["NOT_AUTHORIZED_ADMIN", "ok"],
      both: ["ok", "ok"],
    },
    run: (changes) =>
      ["A", "B"].map((by) => {
        const p = started([step("all", ["B", "b1"])], changes);
        const to = { organization: "B", person: "b2" };
        const data = { tasks: [{ instance: "i", task: 0 }], to };
        return p.command(by, "task.reassign", data).code ?? "ok";
      }),
  },
  selfApproval: {
    outcomes: {
      sign: ["B/b1 open", "A/a1 open"],
      skip: ["A/a1 open"],
      heads: ["B/b2 open", "A/a1 open"],
      park: ["-A open", "A/a1 open"],
    },
    run: (changes) => {
      const p = office(changes);
      p.fact("department.created", {
        organization: "B",
        department: DESK,
        parent: null,
        name: DESK,
      });
      p.relocate("B", "b1", [DESK]);
      p.fact("person.heads-changed", {
        ...{ organization: "B", person: "b2", number: 1, departments: [DESK] },
      });
      define(p, [step("all", ["B", "b1"], ["A", "a1"])]);
      startFlow(p, ["B", "b1"], "i");
      return tasks(p);
    },
  },
  repeatedApproval: {
    outcomes: {
      each: ["A/a1 open", "A/a2 open", "B/b2 open"],
      consecutive: ["A/a1 open", "B/b2 open"],
      once: ["B/b2 open"],
    },
    run: (changes) => {
      const [a1, a2] = [["A", "a1"] as const, ["A", "a2"] as const];
      const steps = [step("all", a1), step("all", a2), step("all", a1, a2, ["B", "b2"])];
      const p = started(steps, changes);
      approveTask(p, a1, 0);
      approveTask(p, a2, 1);
      return tasks(p).slice(2);
    },
  },
  samePerson: {
    outcomes: { person: ["A/a1 open"], identity: ["A/both open", "A/a1 open"] },
    run: (changes) => {
      const steps = [step("all", ["A", "both"], ["A", "a1"])];
      return tasks(started(steps, { selfApproval: "skip", ...changes }, ["B", "both"]));
    },
  },
  returnResume: {
    outcomes: {
      walk: ["B/b1 open", "MALFORMED"],
      jump: ["B/b2 open", "ok"],
      holder: ["B/b1 open", "ok"],
    },
    run: (changes) => {
      const [a1, b1, b2] = [["A", "a1"] as const, ["B", "b1"] as const, ["B", "b2"] as const];
      const p = started([step("all", a1), step("all", b1), step("all", b2)], changes);
      approveTask(p, a1, 0);
      approveTask(p, b1, 1);
      p.command(b2, "task.return", { instance: "i", task: 2, to: 0 });
      approveTask(p, a1, 3);
      const next = tasks(p).slice(4);
      const then = "jump";
      const by = next[0] === "B/b1 open" ? b1 : b2;
      return [...next, said(p.command(by, "task.return", { instance: "i", task: 4, to: 3, then }))];
    },
  },
  withdrawUntil: {
    outcomes: { ended: "ok", "first-act": "WITHDRAWAL_CLOSED" },
    run: (changes) => {
      const p = started([step("all", ["A", "a1"]), step("all", ["A", "a2"])], changes);
      approveTask(p, ["A", "a1"], 0);
      return said(p.command(["B", "b1"], "flow.withdraw", { instance: "i" }));
    },
  },
  takeBack: {
    outcomes: { false: "TASK_NOT_PENDING", true: "ok" },
    run: (changes) => {
      const p = started([step("all", ["A", "a1"]), step("all", ["A", "a2"])], changes);
      approveTask(p, ["A", "a1"], 0);
      return said(p.command(["A", "a1"], "task.take-back", { instance: "i", task: 0 }));
    },
  },
  reviewerIndependence: {
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
  emptyStep: {
    outcomes: { park: ["-A open"], "main-admins": ["A/A-admin open"] },
    run: (changes) => tasks(started([step("all", { kind: "initiator-heads" })], changes)),
  },
  listReinstates: {
    outcomes: { inferred: ["lost"], any: ["left", "lost"], never: [] },
    run: namedAgain,
  },
  branchSightDefault: {
    outcomes: { "own-only": "NOT_VISIBLE", "whole-book": "seen" },
    run: (changes) => {
      const p = opened(["trunk", "branch"], changes);
      link(p, "trunk", "branch", { scope: { whole: true } });
      const viewer = { organization: "branch", person: "branch-admin" };
      const target = { trunk: "trunk", organization: "trunk", person: "trunk-admin" };
      const answer = p.ask("hierarchy.contact", { viewer, ...target });
      return typeof answer === "string" ? answer : "seen";
    },
  },
  hierarchyEditionLoss: {
    outcomes: { freeze: { side: "downstream" }, suspend: "EDITION_NOT_SUPPORTED" },
    run: (changes) => {
      const p = distributed(changes);
      p.fact("organization.edition-changed", { organization: "K", edition: "light" });
      return useBelow(p, "form.submit");
    },
  },
  useNeedsInstallation: {
    outcomes: { false: { side: "downstream" }, true: "APP_NOT_PUBLISHED" },
    run: (changes) => useBelow(distributed(changes), "form.submit"),
  },
  hierarchyFeatures: {
    outcomes: { open: { side: "downstream" }, "downstream-list": unsupported },
    run: (changes) => useBelow(distributed(changes), "form.submit-batch"),
  },
  branchPickScope: {
    outcomes: {
      "organization-and-below": ["ok", "PICK_TARGET_OUTSIDE_SCOPE"],
      organization: ["PICK_TARGET_OUTSIDE_SCOPE", "PICK_TARGET_OUTSIDE_SCOPE"],
      "whole-book": ["ok", "ok"],
    },
    run: (changes) => {
      const p = distributed(changes);
      return ["V", "K"].map((organization) =>
        said(
          p.command("T", "form.submit", {
            ...{ trunk: "K", app: "app", rows: [{ row: `r-${organization}` }] },
            picked: [{ organization, person: `${organization}-admin` }],
          }),
        ),
      );
    },
  },
  hierarchyRouting: {
    outcomes: {
      "initiator-organization": ["V"],
      "holder-organization": ["T"],
      line: ["K", "T", "V"],
    },
    run: (changes) => {
      const p = distributed({ routingTargetAbility: "unchecked", ...changes });
      const admin = (organization: string) => ({ organization, person: `${organization}-admin` });
      for (const organization of ["K", "T", "V"]) p.hire(organization, "eve");
      const steps = [{ approvers: [{ kind: "person", ...admin("T") }], mode: "all" }] as const;
      p.command("K", "flow.define", { app: "app", flow: "f", steps });
      const started = { trunk: "K", app: "app", flow: "f", instance: "n", row: "r" };
      p.command("V", "flow.start", started);
      return ["K", "T", "V"].filter((organization) => {
        const target = { organization, person: "eve" };
        const asked = { viewer: admin("T"), instance: "n", target };
        return typeof p.ask("flow.may-route", asked) !== "string";
      });
    },
  },
  levelRange: {
    outcomes: { current: [], "at-submission": ["r"] },
    run: (changes) => {
      const p = distributed(changes);
      p.command("K", "app.permit", { trunk: "K", app: "app", permissions: [{ rows: "below" }] });
      p.command("V", "form.submit", { trunk: "K", app: "app", rows: [{ row: "r" }] });
      p.command("T", "link.cancel", { trunk: "T", organization: "V" });
      const viewer = { organization: "T", person: "T-admin" };
      const answer = p.ask("data.rows", { viewer, trunk: "K", app: "app" });
      return typeof answer === "string"
        ? answer
        : (answer as { items: { row: string }[] }).items.map(({ row }) => row);
    },
  },
  sharedDataReach: {
    outcomes: { trunk: { codes: [] }, reached: { codes: ["hr"] } },
    run: (changes) => {
      const p = opened(["K", "T", "V"], changes);
      link(p, "K", "T");
      link(p, "T", "V", { shared: ["hr"] });
      p.command("K", "app.create", { app: "app", name: "App" });
      const viewer = { organization: "K", person: "K-admin" };
      return p.ask("share.readable", { viewer, app: "app", organization: "V" });
    },
  },
  defaultReach: {
    outcomes: { "all-above": "top 2", trunk: "top -" },
    run: (changes) => {
      const p = opened(["top", "trunk", "branch"], changes);
      link(p, "top", "trunk");
      link(p, "trunk", "branch");
      return above(p, "branch")[1];
    },
  },
  hierarchyActor: {
    outcomes: { "authorized-admin": "ok", "main-admin-only": "MAIN_ADMIN_REQUIRED" },
    run: (changes) => {
      const p = applied(changes);
      p.hire("trunk", "sub");
      const role = { role: "sub", hierarchyPermission: true } as const;
      p.fact("admin.changed", { organization: "trunk", person: "sub", ...role });
      const reject = { application: "branch-trunk" };
      return said(p.command(["trunk", "sub"], "application.reject", reject));
    },
  },
  hierarchyOpening: {
    outcomes: { "each-trunk": "HIERARCHY_NOT_OPEN", "top-covers": "ok" },
    run: (changes) => {
      const p = play(changes);
      p.register(["trunk", "branch"]);
      open(p, ["trunk"]);
      link(p, "trunk", "branch");
      const wish = { trunk: "branch", invitation: "i", form: "qr" } as const;
      return said(p.command("branch", "invitation.issue", wish));
    },
  },
  hierarchyUnderSso: {
    outcomes: { allowed: "ok", refused: "SSO_NOT_SUPPORTED" },
    run: (changes) => {
      const p = applied({ ...changes, gateStage: "container-too" });
      p.fact("organization.sso-changed", { organization: "trunk", sso: true });
      return said(approve(p, "trunk", ["branch"]));
    },
  },
  hierarchyMustBeCertified: {
    outcomes: { nobody: "ok", trunk: "HOST_NOT_CERTIFIED", both: "MEMBER_NOT_CERTIFIED" },
    run: (changes) => {
      const p = opened(["trunk", "branch"], changes);
      p.fact("organization.certification-changed", { organization: "branch", certified: false });
      const early = applyTo(p, "trunk", "branch");
      p.fact("organization.certification-changed", { organization: "trunk", certified: false });
      return early.code === null ? said(approve(p, "trunk", ["branch"])) : said(early);
    },
  },
  batchInvitationUse: {
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
  reinvitation: {
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
  rejectionReason: {
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
  branchExit: {
    outcomes: {
      "trunk-only": "UNLINK_TRUNK_ONLY",
      "own-admin": "ok",
      "main-admin": "MAIN_ADMIN_REQUIRED",
    },
    run: (changes) => {
      const p = opened(["trunk", "branch"], changes);
      link(p, "trunk", "branch");
      p.hire("branch", "sub");
      const role = { role: "sub", hierarchyPermission: true } as const;
      p.fact("admin.changed", { organization: "branch", person: "sub", ...role });
      const leave = { trunk: "trunk", organization: "branch" };
      return said(p.command(["branch", "sub"], "link.leave", leave));
    },
  },
  memberExit: {
    outcomes: {
      "host-only": "WHOLE_ORG_EXIT_HOST_ONLY",
      "own-admin": "ok",
      "main-admin": "MAIN_ADMIN_REQUIRED",
    },
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      p.join("host", "s", "north");
      p.hire("north", "sub");
      p.appoint("north", "sub", "sub", true);
      const leave = { space: "s", organization: "north" };
      return said(p.command(["north", "sub"], "association.leave", leave));
    },
  },
  invitationCoversReview: {
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
  memberMustBeCertified: {
    outcomes: { false: "ok", true: "MEMBER_NOT_CERTIFIED" },
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      p.register(["north"], { certified: false });
      p.createSpace("host", "s");
      p.invite("host", "s");
      return said(p.applyTo("north", "s"));
    },
  },
  memberSideActor: {
    outcomes: { "authorized-admin": "ok", "main-admin-only": "MAIN_ADMIN_REQUIRED" },
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      p.hire("north", "north-sub");
      p.appoint("north", "north-sub", "sub", true);
      p.createSpace("host", "s");
      p.invite("host", "s");
      const wish = { application: "a", invitation: "i-s" };
      return said(p.command(["north", "north-sub"], "application.submit", wish));
    },
  },
  spaceQuotaBasis: {
    outcomes: { live: "ok", "ever-created": "SPACE_QUOTA_EXCEEDED" },
    run: (changes) => {
      const p = play({ ...changes, certifiedSpaceQuota: 1 });
      p.register(["host"]);
      p.createSpace("host", "s");
      p.command("host", "space.dissolve", { space: "s" });
      return said(p.createSpace("host", "t"));
    },
  },
  personCounting: {
    outcomes: { "distinct-person": "ok", "per-identity": "PERSON_CAP_EXCEEDED" },
    run: (changes) => {
      const p = play({ ...changes, personCap: 1 });
      p.register(["host", "north"]);
      p.hire("host", "ann");
      p.hire("north", "ann");
      p.createSpace("host", "s", { people: ["ann"] });
      return said(p.join("host", "s", "north", { people: ["ann"] }));
    },
  },
  overCapFact: {
    outcomes: {
      wait: [["host/host-admin"], ["host/ann"]],
      "admit-and-flag": [["host/ann", "host/host-admin"], []],
    },
    run: (changes) => {
      const p = play({ ...changes, personCap: 1 });
      p.register(["host"]);
      p.createSpace("host", "s", { whole: true });
      p.hire("host", "ann");
      return [p.roster("s"), p.waiting("s")];
    },
  },
  gateStage: {
    outcomes: {
      capability: ["ok", "ok"],
      "container-too": ["EDITION_NOT_SUPPORTED", "SSO_NOT_SUPPORTED"],
    },
    run: (changes) => {
      const p = play(changes);
      p.register(["modest"], { edition: "professional" });
      p.register(["host"]);
      p.register(["north"], { sso: true });
      p.createSpace("host", "s");
      p.invite("host", "s");
      return [said(p.createSpace("modest", "t")), said(p.applyTo("north", "s"))];
    },
  },
  formPickerScope: {
    outcomes: { "whole-space": "ok", "visible-only": "PICK_TARGET_OUTSIDE_SCOPE" },
    run: (changes) =>
      said(
        collaboration(changes).command(["north", "north-1"], "form.submit", {
          app: "app",
          space: "s",
          rows: [{ row: "r" }],
          picked: [{ organization: "south", person: "south-1" }],
        }),
      ),
  },
  groupInviteRequiresVisibility: {
    outcomes: { true: "NOT_VISIBLE", false: "ok" },
    run: (changes) =>
      said(
        collaboration(changes).command(["north", "north-1"], "group.start", {
          space: "s",
          group: "g",
          name: "G",
          participants: [{ organization: "south", person: "south-1" }],
        }),
      ),
  },
  routingBoundary: {
    outcomes: { "member-organization": "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG", space: "ok" },
    run: (changes) => {
      const p = collaboration(changes);
      start(p);
      return said(transfer(p, "south", "south-1"));
    },
  },
  routingCandidates: {
    outcomes: { rostered: "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG", "whole-directory": "ok" },
    run: (changes) => {
      const p = collaboration({ routingTargetAbility: "unchecked", ...changes });
      start(p);
      return said(transfer(p, "north", "north-admin"));
    },
  },
  licenseCounting: {
    outcomes: { "sum-of-units": "LICENSE_POOL_EXHAUSTED", "distinct-person": "ok" },
    run: (changes) => {
      const p = collaboration(changes);
      p.hire("host", "north-1");
      // As many as are used.
      buy(p, "host", 3);
      return said(grantAtHost(p, "north-1"));
    },
  },
  autoGrantWhenEmpty: {
    outcomes: { wait: ["license.purchased", "license.granted"], drop: ["license.purchased"] },
    run: entersWithoutLicense,
  },
  autoGrantBackfill: {
    outcomes: { false: "ok", true: "LICENSE_ALREADY_GRANTED" },
    run: (changes) => {
      const p = collaboration(changes);
      p.createDepartments("north", [[DESK, null]]);
      const departed = { organization: "north", person: "north-2", number: 1 };
      p.fact("person.relocated", { ...departed, departments: [DESK] });
      const selected = { unit: unit("s"), organization: "north", departments: [DESK] };
      p.command("host", "license.automate", selected);
      return said(grant(p, "north", "north-2"));
    },
  },
  alertBasis: {
    outcomes: { total: ["LICENSE_USAGE_HIGH"], "downstream-only": [] },
    run: (changes) => {
      const p = collaboration(changes);
      p.hire("host", "ann");
      // Two of four are used downstream, and with this one two by the Host.
      buy(p, "host", 4);
      return grantAtHost(p, "ann").notices.map(({ kind }) => kind);
    },
  },
  reclaimOrder: {
    outcomes: {
      "latest-first": ["host-1"],
      "downstream-first": ["north-1"],
      "over-limit-first": ["host-1"],
    },
    run: (changes) => {
      const p = collaboration(changes);
      const viewer = { organization: "host", person: "host-admin" };
      const plan = p.ask("license.reclaim-plan", { viewer, purchased: 2 });
      const { items } = plan as { readonly items: readonly { readonly person: string }[] };
      return items.map(({ person }) => person);
    },
  },
  suspendedSeats: {
    outcomes: { keep: [], release: ["license.released"] },
    run: (changes) => {
      const p = collaboration(changes);
      const suspended = p.fact("person.suspended", { organization: "north", person: "north-1" });
      return suspended.events.map(({ type }) => type).filter((type) => type.startsWith("license."));
    },
  },
  suspendedHostApps: {
    outcomes: { open: { side: "downstream" }, closed: "HOST_SUSPENDED" },
    run: (changes) => {
      const p = collaboration(changes);
      p.fact("organization.suspended", { organization: "host" });
      const viewer = { organization: "north", person: "north-1" };
      return p.ask("app.use", { viewer, app: "app", space: "s", feature: "form.submit" });
    },
  },
  extentMissing: {
    outcomes: { departed: ["person.resigned"], unplaced: ["person.relocated"] },
    run: (changes) => {
      const p = play({ ...changes, reconciliationHoldPercent: null });
      p.register(["north"]);
      p.createDepartments("north", [["desk", null]]);
      p.hire("north", "clerk", ["desk"]);
      p.hire("north", "head", ["desk"]);
      const people = [{ person: "head", fields: { name: "Head" }, departments: ["desk"] }];
      const list = onlyPart("north", { kind: "people", people }, "l");
      const told = p.fact("directory.reconciled", { ...list, extent: { departments: ["desk"] } });
      return told.events.map(({ type }) => type).filter((type) => /relocated|resigned/.test(type));
    },
  },
  removalConfirmation: {
    outcomes: { none: "ok", required: "REMOVAL_UNCONFIRMED" },
    run: (changes) => {
      const p = play({ ...changes, reconciliationHoldAtLeast: 1 });
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      p.join("host", "s", "north", { whole: true });
      const none = { space: "s", organization: "north", scope: {} };
      return said(p.command("north", "scope.set", none));
    },
  },
  release: {
    outcomes: {
      V1: [unsupported, unsupported, false],
      V2: ["ok", unsupported, false],
      "V2.1": ["ok", "ok", false],
      V3: ["ok", "ok", true],
    },
    run: features,
  },
};
