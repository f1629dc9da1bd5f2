import type { Party } from "../actors.ts";
import { DISTRIBUTED, UNDISTRIBUTED } from "../below.ts";
import { AS_BRANCH, AS_TRUNK, known, type Link, of, ofBranch, ofTrunk, RELATED } from "./linked.ts";
import { having, type Objects } from "./objects.ts";

/** The app that a Trunk distributes, and one that it does not. */
export const appBelow = (trunk: string) => DISTRIBUTED[trunk] ?? "survey";
export const draftBelow = (trunk: string) => UNDISTRIBUTED[trunk] ?? "census";

/** Trunks: one's own organization, one acquainted, a foreign one, none. */
export const trunks = <Data>(data: (trunk: string) => Data) => ({
  own: (party: Party) => having(of(AS_TRUNK, party), ({ trunk }) => data(trunk)),
  related: (party: Party) => having(of(RELATED, party), ({ trunk }) => data(trunk)),
  foreign: ({ far }: Party) => data(far === "far" ? "far-host" : "host"),
  missing: () => data("no-such-trunk"),
});

/** An app of the Trunk, and others in its place at `host`. */
export const governedBelow = <Data>(
  data: (trunk: string, app: string) => Data,
  own = appBelow,
) => ({
  ...trunks((trunk) => data(trunk, own(trunk))),
  "related app": () => data("host", "ledger"),
  "foreign app": () => data("host", "far-survey"),
  "missing app": () => data("host", "no-such-app"),
  "Space app": () => data("host", "supply-board"),
});

const installed = ({ trunk, organization }: Link, app = appBelow(trunk), is = true) => ({
  ...{ trunk, app, organization },
  installed: is,
});

/** One's own Link, or that of `member` to `host`. */
const branch = (party: Party): Link => of(AS_BRANCH, party) ?? known;

const limited = ({ trunk, organization }: Link, limit: number | null = 3) => ({
  unit: { kind: "hierarchy" as const, organization: trunk },
  branch: organization,
  limit,
});

/** Somebody of an organization, by their role. */
export const named = (organization: string, role: string) => ({
  organization,
  person: `${organization}-${role}`,
});

/** An organization as itself, others as Trunks. */
const roles = <Data>(data: (trunk: string) => Data) => ({
  ...trunks(data),
  own: ({ org }: Party) => having(org, data),
});

const defined = (trunk: string, role = "new-role", name = "New") => ({ trunk, role, name });

const node = (organization: string, department: string | null = null) => ({
  organization,
  department,
});
const assigned = (
  at: ReturnType<typeof node>,
  people: ReturnType<typeof named>[] = [named("host", "main")],
  role = "clerk",
  trunk = "host",
) => ({ trunk, role, node: at, people });
const own = ({ org }: Party): string => org ?? "host";
const kept = (organization: string, by: ReturnType<typeof named> = named(organization, "mate")) =>
  assigned(node(organization), [by], "warden");

export const belowObjects: Objects<
  "app.offer" | "app.install" | "license.limit" | "liaison.define" | "liaison.assign"
> = {
  "app.offer": {
    ...governedBelow((trunk, app) => ({ trunk, app, autoInstall: true })),
    "not distributed": () => ({ trunk: "host", app: "census", autoInstall: true }),
    "as it is": () => ({ trunk: "host", app: "survey", autoInstall: false }),
  },
  "app.install": {
    ...ofBranch((link) => installed(link)),
    "not distributed": (party) => installed(branch(party), draftBelow(branch(party).trunk)),
    "related app": (party) => installed(branch(party), "shop"),
    "missing app": (party) => installed(branch(party), "no-such-app"),
    "left off": (party) => installed(branch(party), appBelow(branch(party).trunk), false),
  },
  "license.limit": { ...ofTrunk((link) => limited(link)), "as it is": () => limited(known, null) },
  "liaison.define": {
    ...roles((trunk) => defined(trunk)),
    "another name": () => defined("host", "clerk", "Registrar"),
    "as it is": () => defined("host", "clerk", "Clerk"),
  },
  "liaison.assign": {
    ...roles((trunk) => assigned(node(trunk), [named(trunk, "main")], "clerk", trunk)),
    "as it is": () => assigned(node("other"), [named("other", "rostered")]),
    nobody: () => assigned(node("other"), []),
    "own office": (party) => assigned(node(own(party)), [named(own(party), "mate")]),
    "own office, kept": (party) => kept(own(party)),
    "own office, kept, by others": (party) => kept(own(party), named("host", "contact")),
    "another's office, kept": (party) => kept(own(party) === "other" ? "member" : "other"),
    "missing role": () => assigned(node("other"), [named("host", "main")], "no-such-role"),
    "own department": () => assigned(node("host", "host-desk")),
    "off the Link": () => assigned(node("member", "member-desk")),
    "missing department": () => assigned(node("host", "no-such-department")),
    "not reached": () => assigned(node("outsider")),
    "person off the Link": () => assigned(node("other"), [named("member", "employee")]),
    "missing person": () => assigned(node("other"), [{ organization: "member", person: "nobody" }]),
  },
};
