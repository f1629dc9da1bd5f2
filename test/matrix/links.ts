/** Who is above whom in the World of the matrix: `host` over `member` and `other`, `member` over `other`. */
import { command, fact, type InputDraft } from "../../src/testing/inputs.ts";

const main = (organization: string) => [organization, `${organization}-main`] as const;

/** The Links, each Trunk with its Branches and the names they have in its book. */
const LINKS = {
  host: { member: "East", other: "West" },
  member: { other: "Other" },
  "far-host": { "far-member": "Far" },
} as const;

/** Who is on the Links of an organization; whoever else applies puts in nobody. */
const ON_LINKS: { readonly [organization: string]: readonly string[] } = {
  member: ["member-rostered", "member-mate", "member-unlicensed", "member-leaver"],
  other: ["other-rostered", "other-mate", "other-leaver"],
};

const applied = (trunk: string, organization: string): InputDraft =>
  command("application.submit", main(organization), {
    application: `${organization}-under-${trunk}`,
    invitation: `invitation-under-${trunk}`,
    scope: { people: ON_LINKS[organization] ?? [] },
  });

const opened = ([trunk, branches]: readonly [string, Readonly<Record<string, string>>]) => [
  fact("hierarchy.capacity-changed", { organization: trunk, open: true, branches: null }),
  command("invitation.issue", main(trunk), {
    ...{ trunk, invitation: `invitation-under-${trunk}`, form: "link" },
  }),
  ...Object.keys(branches).map((branch) => applied(trunk, branch)),
  command("application.approve", main(trunk), {
    trunk,
    items: Object.entries(branches).map(([branch, alias]) => ({
      application: `${branch}-under-${trunk}`,
      alias,
    })),
  }),
];

/** The Links, an application of `applicant` to `host` besides, and a sub-admin of `host` for them. */
export const links = (): InputDraft[] => [
  ...Object.entries(LINKS).flatMap(opened),
  applied("host", "applicant"),
  fact("admin.changed", {
    ...{ organization: "host", person: "host-sub", number: 1 },
    ...{ role: "sub", spacePermission: true, hierarchyPermission: true },
  }),
];
