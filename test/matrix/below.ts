/** What is set up through the Links of the matrix: apps distributed, seats, liaisons, groups. */
import { type Acting, command, type InputDraft } from "../../src/testing/inputs.ts";
import { of } from "./work.ts";

/** The app that each Trunk distributes, and one that it does not. */
export const DISTRIBUTED: { readonly [trunk: string]: string } = {
  host: "survey",
  member: "ledger",
  "far-host": "far-survey",
};
export const UNDISTRIBUTED: { readonly [trunk: string]: string } = {
  host: "census",
  member: "ledger-drafts",
};

const admin = (organization: string) => ({ organization, person: `${organization}-main` });
const main = (organization: string): Acting => [organization, `${organization}-main`];

const built = ([trunk, app]: readonly [string, string]): InputDraft =>
  command("app.create", main(trunk), { app, name: app });

/** An app that a main admin signs, distributed to everybody below, and two roles of liaisons. */
const offered = ([trunk, app]: readonly [string, string]): InputDraft[] => [
  built([trunk, app]),
  command("flow.define", main(trunk), {
    ...{ app, flow: "check" },
    steps: [{ approvers: [{ kind: "person", ...admin(trunk) }], mode: "all" }],
  }),
  command("app.publish", main(trunk), { trunk, app }),
  command("liaison.define", main(trunk), { trunk, role: "clerk", name: "Clerk" }),
  command("liaison.define", main(trunk), {
    ...{ trunk, role: "warden", name: "Warden" },
    keptBy: "organizations",
  }),
];

const started = (by: Acting, group: string, trunk: string, participants: ReturnType<typeof of>) =>
  command("group.start", by, { trunk, group, name: group, participants });

export const below = (): InputDraft[] => [
  ...Object.entries(DISTRIBUTED).flatMap(offered),
  ...Object.entries(UNDISTRIBUTED).map(built),
  command("liaison.assign", main("host"), {
    ...{ trunk: "host", role: "clerk", node: { organization: "other", department: null } },
    people: of("other", "rostered"),
  }),
  command("license.grant", main("host"), {
    unit: { kind: "hierarchy", organization: "host" },
    people: [...of("member", "rostered", "leaver"), ...of("other", "rostered")],
  }),
  started(["host", "host-mate"], "book-all", "host", [
    ...of("host", "contact"),
    ...of("member", "rostered"),
    ...of("other", "rostered"),
  ]),
  started(["host", "host-mate"], "book-host", "host", []),
  started(["member", "member-mate"], "book-member", "host", []),
  started(main("far-host"), "book-far", "far-host", []),
];
