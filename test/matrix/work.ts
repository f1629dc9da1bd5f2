/** What the organizations of the matrix have set up together: settings, licenses, apps, groups. */
import { type Acting, command, fact, type InputDraft } from "../../src/testing/inputs.ts";

const host: Acting = ["host", "host-main"];
const member: Acting = ["member", "member-main"];
const farHost: Acting = ["far-host", "far-host-main"];

const SPACES: readonly (readonly [space: string, by: Acting])[] = [
  ["supply", host],
  ["side", member],
  ["far", farHost],
];

export const settings = (): InputDraft[] => [
  ...SPACES.flatMap(([space, by]) => [
    command("invitation.issue", by, { space, invitation: `revoked-${space}`, form: "qr" }),
    command("invitation.revoke", by, { space, invitation: `revoked-${space}` }),
    command("folder.create", by, { space, folder: `${space}-folder`, parent: null, name: "F" }),
    command("folder.create", by, { space, folder: `${space}-tree`, parent: null, name: "T" }),
    command("folder.create", by, {
      space,
      folder: `${space}-leaf`,
      parent: `${space}-tree`,
      name: "L",
    }),
  ]),
  ...["supply", "side"].map((space) =>
    command("application.submit", ["applicant", "applicant-main"], {
      application: `applicant-to-${space}`,
      invitation: `invitation-to-${space}`,
    }),
  ),
  command("batch-invitation.enable", { support: "staff-1" }, { organization: "host" }),
  command("partner.set", host, {
    space: "supply",
    organization: "member",
    types: ["supplier"],
    level: null,
  }),
  command("partner.set", host, {
    space: "supply",
    organization: "other",
    types: ["dealer"],
    level: null,
  }),
  command("visibility.set", host, {
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
  command("license.link", host, { unit: { kind: "space", space: "supply" } }),
  command("license.link", farHost, { unit: { kind: "space", space: "far" } }),
  command("license.grant", host, {
    unit: { kind: "host", organization: "host" },
    people: of("host", "main", "contact", "former", "mate", "leaver"),
  }),
  command("license.grant", host, {
    unit: { kind: "space", space: "supply" },
    people: [...of("member", "rostered", "leaver"), ...of("other", "rostered")],
  }),
  command("license.grant", member, {
    unit: { kind: "host", organization: "member" },
    people: of("member", "main"),
  }),
  command("license.grant", farHost, {
    unit: { kind: "space", space: "far" },
    people: of("far-member", "rostered"),
  }),
];

const built = (by: Acting, app: string, cool = false): InputDraft =>
  command("app.create", by, { app, name: app, cool });

export const apps = (): InputDraft[] => [
  // For suppliers, for everybody, and not published.
  built(host, "orders"),
  built(host, "notes", true),
  built(host, "drafts", true),
  built(member, "shop"),
  built(member, "market", true),
  built(member, "shop-drafts", true),
  built(farHost, "far-app", true),
  command("app.publish", host, {
    space: "supply",
    app: "orders",
    authorized: { partners: [{ type: "supplier" }] },
  }),
  command("app.publish", host, { space: "supply", app: "notes" }),
  command("app.publish", member, { space: "side", app: "shop" }),
  command("app.publish", member, { space: "side", app: "market" }),
  command("app.publish", farHost, { space: "far", app: "far-app" }),
  ...SPACES.flatMap(([space, by]) => [
    command("space-app.create", by, { space, app: `${space}-board`, name: "B" }),
    command("space-app.publish", by, { space, app: `${space}-board` }),
    command("space-app.create", by, { space, app: `${space}-plan`, name: "P" }),
  ]),
  command("form.submit", ["host", "host-mate"], { app: "orders", rows: [{ row: "orders-row" }] }),
  command("form.submit", ["host", "host-mate"], { app: "notes", rows: [{ row: "notes-row" }] }),
  command("form.submit", ["member", "member-main"], { app: "shop", rows: [{ row: "shop-row" }] }),
];

export const groups = (): InputDraft[] => [
  command("group.start", ["host", "host-contact"], {
    space: "supply",
    group: "group-all",
    name: "All",
    participants: [...of("member", "rostered"), ...of("other", "rostered")],
  }),
  command("group.start", ["host", "host-contact-2"], {
    space: "supply",
    group: "group-host",
    name: "Host",
    participants: [],
  }),
  command("group.start", ["member", "member-mate"], {
    space: "supply",
    group: "group-member",
    name: "Member",
    participants: [],
  }),
  command("group.start", ["far-host", "far-host-main"], {
    space: "far",
    group: "group-far",
    name: "Far",
    participants: [],
  }),
];
