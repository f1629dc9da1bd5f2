import type { Actor, Party } from "../actors.ts";
import { having, type Objects, who } from "./objects.ts";

const steps = (approver: object) => [{ approvers: [approver as never], mode: "all" as const }];
const defined = (app: string, approver: object = { kind: "initiator-heads" }) => ({
  app,
  flow: "new-flow",
  steps: steps(approver),
});

const begun = (app: string, space?: string) => ({
  app,
  flow: "check",
  instance: "new-instance",
  row: "new-row",
  ...(space === undefined ? {} : { space }),
});

const relatedApp = ({ org }: Party) => (org === "host" ? "shop" : "orders");

const STARTED: { readonly [person: string]: string } = {
  "host-main": "run-of-host-main",
  "host-contact": "run-of-host",
  "host-former": "run-of-host-former",
  "host-leaver": "run-of-host-leaver",
  "member-rostered": "run",
  "member-leaver": "run-of-member-leaver",
  "other-rostered": "run-of-other",
};
const startedBy = (party: Party, actor: Actor): string | null => {
  const person = who(actor);
  return person?.startsWith(`${party.org}-`) ? (STARTED[person] ?? null) : null;
};
/** One that somebody else of the organization started. */
const byColleague = ({ org }: Party, actor: Actor): string | null => {
  if (org === "host") return who(actor) === "host-contact" ? "run-of-host-main" : "run-of-host";
  if (org === "member") {
    return who(actor) === "member-rostered" ? "run-of-member-leaver" : "run";
  }
  return org === "other" && who(actor) !== "other-rostered" ? "run-of-other" : null;
};
/** One that waits for whoever started it. */
const WAITING: { readonly [person: string]: string } = {
  "host-contact": "returned-of-host",
  "member-rostered": "returned",
};
const waitingFor = (party: Party, actor: Actor): string | null => {
  const person = who(actor);
  return person?.startsWith(`${party.org}-`) ? (WAITING[person] ?? null) : null;
};
const again = (instance: string) => ({ instance, row: "new-row" });
const doneOf = ({ org }: Party): string =>
  org === "host" || org === "other" ? `done-of-${org}` : "done-of-member";

export const flows: Objects<"flow.define" | "flow.start" | "flow.withdraw" | "flow.resubmit"> = {
  "flow.define": {
    own: ({ app }) => having(app, (built) => defined(built)),
    related: (party) => having(party.peer, () => defined(relatedApp(party))),
    foreign: ({ far }) => defined(far === "far" ? "far-app" : "orders"),
    missing: () => defined("no-such-app"),
    unpublished: () => defined("drafts"),
    "Space app": () => defined("supply-board"),
    "missing approver": ({ org, app }) =>
      having(app, (built) =>
        defined(built, { kind: "person", organization: org as string, person: "nobody" }),
      ),
    "missing department": ({ org, app }) =>
      having(app, (built) =>
        defined(built, {
          kind: "department-heads",
          organization: org as string,
          department: "no-such-department",
        }),
      ),
  },
  "flow.start": {
    own: ({ app }) => having(app, (built) => begun(built)),
    related: (party) => having(party.peer, () => begun(relatedApp(party))),
    foreign: ({ far }) => begun(far === "far" ? "far-app" : "orders"),
    missing: () => begun("no-such-app"),
    "in the Space": () => begun("notes", "supply"),
    "for suppliers": () => begun("orders", "supply"),
    "not published": () => begun("drafts", "supply"),
    "related app": () => begun("shop", "supply"),
    "foreign app": () => begun("far-app", "supply"),
    "missing app": () => begun("no-such-app", "supply"),
    "missing flow": () => ({ ...begun("notes", "supply"), flow: "no-such-flow" }),
    "foreign Space": ({ far }) => begun(far === "far" ? "far-app" : "notes", far),
    "missing Space": () => begun("notes", "no-such-space"),
    "instance taken": () => ({ ...begun("notes", "supply"), instance: "run-far" }),
    "row taken": () => ({ ...begun("notes", "supply"), row: "notes-row" }),
    "related pick": () => ({
      ...begun("notes", "supply"),
      picked: [{ organization: "host", person: "host-contact" }],
    }),
    "foreign pick": () => ({
      ...begun("notes", "supply"),
      picked: [{ organization: "far-member", person: "far-member-rostered" }],
    }),
  },
  "flow.resubmit": {
    own: (party, actor) => having(waitingFor(party, actor), again),
    colleague: ({ org }, actor) =>
      org === "member" && who(actor) !== "member-rostered" ? again("returned") : null,
    running: (party, actor) => having(startedBy(party, actor), again),
    related: ({ peer }) => having(peer, () => again("returned")),
    "Host's own": () => again("returned-of-host"),
    foreign: ({ far }) => again(far === "far" ? "run-far" : "returned"),
    missing: () => again("no-such-instance"),
    ended: (party) => again(doneOf(party)),
    "row taken": (party, actor) =>
      having(waitingFor(party, actor), (instance) => ({ instance, row: "notes-row" })),
    "foreign pick": (party, actor) =>
      having(waitingFor(party, actor), (instance) => ({
        ...again(instance),
        picked: [{ organization: "far-member", person: "far-member-rostered" }],
      })),
  },
  "flow.withdraw": {
    own: (party, actor) => having(startedBy(party, actor), (instance) => ({ instance })),
    colleague: (party, actor) => having(byColleague(party, actor), (instance) => ({ instance })),
    related: ({ org, peer }) =>
      having(peer, () => ({
        instance: org === "other" || org === "host" ? "run" : "run-of-other",
      })),
    "Host's own": () => ({ instance: "run-of-host" }),
    foreign: ({ far }) => ({ instance: far === "far" ? "run-far" : "run" }),
    missing: () => ({ instance: "no-such-instance" }),
    ended: (party) => ({ instance: doneOf(party) }),
  },
};
