/** What the organizations of the matrix have set up together: settings, licenses, apps, groups. */
import { type By, command, fact, type InputDraft } from "../../src/testing/inputs.ts";

const host: By = ["host", "host-main"];
const member: By = ["member", "member-main"];
const farHost: By = ["far-host", "far-host-main"];

const SPACES: readonly (readonly [space: string, by: By])[] = [
  ["supply", host],
  ["side", member],
  ["far", farHost],
];

export const settings = (): InputDraft[] => [
  ...SPACES.flatMap(([space, by]) => [
    command(by, "invitation.issue", { space, invitation: `revoked-${space}`, form: "qr" }),
    command(by, "invitation.revoke", { space, invitation: `revoked-${space}` }),
    command(by, "folder.create", { space, folder: `${space}-folder`, parent: null, name: "F" }),
    command(by, "folder.create", { space, folder: `${space}-tree`, parent: null, name: "T" }),
    command(by, "folder.create", {
      space,
      folder: `${space}-leaf`,
      parent: `${space}-tree`,
      name: "L",
    }),
  ]),
  ...["supply", "side"].map((space) =>
    command(["applicant", "applicant-main"], "application.submit", {
      application: `applicant-to-${space}`,
      invitation: `invitation-to-${space}`,
    }),
  ),
  command({ support: "staff-1" }, "batch-invitation.enable", { organization: "host" }),
  command(host, "partner.set", {
    space: "supply",
    organization: "member",
    types: ["supplier"],
    level: null,
  }),
  command(host, "partner.set", {
    space: "supply",
    organization: "other",
    types: ["dealer"],
    level: null,
  }),
  command(host, "visibility.set", {
    space: "supply",
    organization: "member",
    visibility: { kind: "listed", organizations: ["host"] },
  }),
];

/** People of an organization, by their roles. */
export const of = (organization: string, ...roles: readonly string[]) =>
  roles.map((role) => ({ organization, person: `${organization}-${role}` }));

export const licenses = (): InputDraft[] => [
  fact("license.purchased", { organization: "host", purchased: 50 }),
  fact("license.purchased", { organization: "member", purchased: 5 }),
  fact("license.purchased", { organization: "far-host", purchased: 5 }),
  command(host, "license.link", { unit: { kind: "space", space: "supply" } }),
  command(farHost, "license.link", { unit: { kind: "space", space: "far" } }),
  command(host, "license.grant", {
    unit: { kind: "host", organization: "host" },
    people: of("host", "main", "contact", "former", "mate", "leaver"),
  }),
  command(host, "license.grant", {
    unit: { kind: "space", space: "supply" },
    people: [...of("member", "rostered", "leaver"), ...of("other", "rostered")],
  }),
  command(member, "license.grant", {
    unit: { kind: "host", organization: "member" },
    people: of("member", "main"),
  }),
  command(farHost, "license.grant", {
    unit: { kind: "space", space: "far" },
    people: of("far-member", "rostered"),
  }),
];

const built = (by: By, app: string, cool = false): InputDraft =>
  command(by, "app.create", { app, name: app, cool });

export const apps = (): InputDraft[] => [
  // For suppliers, for everybody, and not published.
  built(host, "orders"),
  built(host, "notes", true),
  built(host, "drafts", true),
  built(member, "shop"),
  built(member, "market", true),
  built(member, "shop-drafts", true),
  built(farHost, "far-app", true),
  command(host, "app.publish", {
    space: "supply",
    app: "orders",
    authorized: { partners: [{ type: "supplier" }] },
  }),
  command(host, "app.publish", { space: "supply", app: "notes" }),
  command(member, "app.publish", { space: "side", app: "shop" }),
  command(member, "app.publish", { space: "side", app: "market" }),
  command(farHost, "app.publish", { space: "far", app: "far-app" }),
  ...SPACES.flatMap(([space, by]) => [
    command(by, "space-app.create", { space, app: `${space}-board`, name: "B" }),
    command(by, "space-app.publish", { space, app: `${space}-board` }),
    command(by, "space-app.create", { space, app: `${space}-plan`, name: "P" }),
  ]),
  command(["host", "host-mate"], "form.submit", { app: "orders", rows: [{ row: "orders-row" }] }),
  command(["host", "host-mate"], "form.submit", { app: "notes", rows: [{ row: "notes-row" }] }),
  command(["member", "member-main"], "form.submit", { app: "shop", rows: [{ row: "shop-row" }] }),
];

export const groups = (): InputDraft[] => [
  command(["host", "host-contact"], "group.start", {
    space: "supply",
    group: "group-all",
    name: "All",
    participants: [...of("member", "rostered"), ...of("other", "rostered")],
  }),
  command(["host", "host-contact-2"], "group.start", {
    space: "supply",
    group: "group-host",
    name: "Host",
    participants: [],
  }),
  command(["member", "member-mate"], "group.start", {
    space: "supply",
    group: "group-member",
    name: "Member",
    participants: [],
  }),
  command(["far-host", "far-host-main"], "group.start", {
    space: "far",
    group: "group-far",
    name: "Far",
    participants: [],
  }),
];
