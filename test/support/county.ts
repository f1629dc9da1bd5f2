/** A county with two towns and four villages, from the first word to the last: everything hierarchies can say. */
import { defaultPolicy, type Policy } from "../../src/index.ts";
import { command, fact, type InputDraft } from "../../src/testing/inputs.ts";

/** A Branch may leave on the word of its own admins. */
export const COUNTY_POLICY: Policy = { ...defaultPolicy, branchExit: "own-admin" };

const ORGANIZATIONS = ["county", "east", "west", "brook", "ford", "hill", "mill"] as const;
const admin = (organization: string) => [organization, `${organization}-admin`] as const;

const register = (organization: string): InputDraft[] => [
  fact("organization.registered", {
    ...{ organization, name: organization, certified: true, edition: "exclusive", sso: false },
  }),
  fact("department.created", {
    ...{ organization, department: `${organization}-office`, parent: null, name: "Office" },
  }),
  ...["admin", "clerk", "guard"].map((role) =>
    fact("person.hired", {
      organization,
      person: `${organization}-${role}`,
      number: 1,
      departments: role === "guard" ? [] : [`${organization}-office`],
      fields: { name: role },
    }),
  ),
  fact("admin.changed", {
    organization,
    person: `${organization}-admin`,
    number: 1,
    role: "main",
    spacePermission: true,
    hierarchyPermission: true,
  }),
  fact("hierarchy.capacity-changed", { organization, open: true, branches: null }),
  command("invitation.issue", admin(organization), {
    ...{ trunk: organization, invitation: `to-${organization}`, form: "link" },
  }),
];

const applied = (trunk: string, branch: string, more: object = {}): InputDraft =>
  command("application.submit", admin(branch), {
    application: `${branch}-to-${trunk}`,
    invitation: `to-${trunk}`,
    scope: { whole: true },
    ...more,
  });

const approved = (trunk: string, ...branches: readonly string[]): InputDraft =>
  command("application.approve", admin(trunk), {
    trunk,
    items: branches.map((branch) => ({
      application: `${branch}-to-${trunk}`,
      alias: `${branch} of ${trunk}`,
      mount: `${trunk}-office`,
    })),
  });

const nobody = { organizations: [], departments: [] };

/** Below first: when the towns come under the county, the villages are told that it reaches them. */
const linked = (): InputDraft[] => [
  ...["brook", "ford"].map((village) => applied("east", village, { shared: ["attendance"] })),
  ...["hill", "mill"].map((village) => applied("west", village, { reach: "trunk" })),
  approved("east", "brook", "ford"),
  approved("west", "hill", "mill"),
  ...["east", "west"].map((town) => applied("county", town)),
  approved("county", "east", "west"),
];

const settled = (): InputDraft[] => [
  command("link.mount", admin("county"), {
    ...{ trunk: "county", organization: "west", alias: "West", mount: null },
  }),
  command("link.see", admin("county"), {
    ...{ trunk: "county", organization: "west", hidden: true },
    hiddenExcept: { organizations: ["east"], departments: ["county-office"] },
    ownOnly: false,
    ownOnlyExcept: nobody,
  }),
  command("partner.set", admin("county"), {
    ...{ trunk: "county", organization: "east", labels: ["plain"] },
  }),
  command("link.reach", admin("hill"), { trunk: "west", organization: "hill", reach: "all-above" }),
  command("link.share", admin("hill"), {
    ...{ trunk: "west", organization: "hill", shared: ["budget"] },
  }),
  command("scope.take-out", admin("hill"), {
    ...{ trunk: "west", organization: "hill", people: ["hill-guard"] },
  }),
  command("scope.set", admin("mill"), {
    ...{ trunk: "west", organization: "mill", scope: { departments: ["mill-office"] } },
  }),
];

/** People come, go and return; a department with what hangs at it is removed. */
const lived = (): InputDraft[] => [
  fact("person.hired", {
    ...{ organization: "brook", person: "brook-new", number: 1 },
    ...{ departments: [], fields: { name: "new" } },
  }),
  fact("person.resigned", { organization: "ford", person: "ford-clerk", number: 1 }),
  fact("department.removed", { organization: "east", department: "east-office" }),
];

/** `ford` goes to the other town; `mill` leaves; `brook` is let go; a town ends. */
const ended = (): InputDraft[] => [
  command("link.release", admin("east"), { trunk: "east", organization: "ford", released: true }),
  applied("west", "ford", { replaces: "east" }),
  approved("west", "ford"),
  command("link.leave", admin("mill"), { trunk: "west", organization: "mill" }),
  command("link.cancel", admin("east"), { trunk: "east", organization: "brook" }),
  applied("county", "mill"),
  command("application.reject", admin("county"), {
    ...{ trunk: "county", organization: "mill", application: "mill-to-county", reason: "later" },
  }),
  fact("organization.ended", { organization: "west" }),
];

/** The whole of it, each input accepted under {@link COUNTY_POLICY}. */
export const county = (): InputDraft[] => [
  ...ORGANIZATIONS.flatMap(register),
  ...linked(),
  ...settled(),
  ...lived(),
  ...ended(),
];

const inBook = (person: string, more: object = {}): InputDraft =>
  fact("industry.changed", {
    ...{ organization: "mill", person, kind: "member", nodes: ["class-1"] },
    ...more,
  });

/** An industry book: a ward and two guardians, of whom one leaves, and a teacher who leads the class. */
export const book = (): InputDraft[] => [
  ...register("mill"),
  inBook("parent"),
  inBook("other"),
  inBook("child", { guardians: ["parent", "other"] }),
  inBook("child", { guardians: ["parent", "other"] }),
  inBook("mill-admin", { kind: "staff", nodes: ["class-1", "class-2"] }),
  inBook("mill-admin", { kind: "staff" }),
  fact("industry.left", { organization: "mill", person: "other", kind: "member" }),
];
