/** The flows that run in the World of the matrix. */
import { type Acting, command, type InputDraft } from "../../src/testing/inputs.ts";
import { of } from "./work.ts";

const host: Acting = ["host", "host-main"];

/** Who signs in the second step of the Host's flow; their tasks are numbered from 1. */
const SIGNERS = [
  ...of("host", "contact", "main", "employee", "former", "leaver"),
  ...of("member", "rostered", "leaver"),
  ...of("other", "rostered", "leaver"),
  ...of("host", "mate"),
  ...of("member", "mate"),
  ...of("other", "mate"),
];

/** The number of a person's task in the instances of `supply`. */
export function taskOf(person: string): number {
  return SIGNERS.findIndex((each) => each.person === person) + 1;
}

/** The number of the task that a countersigner got in the instances with one. */
export const ADDED = SIGNERS.length + 1;

const named = (people: readonly { readonly organization: string; readonly person: string }[]) =>
  people.map((each) => ({ kind: "person" as const, ...each }));

/** A flow that a main admin of the organization signs. */
const defined = (organization: string, app: string): InputDraft =>
  command("flow.define", [organization, `${organization}-main`], {
    app,
    flow: "check",
    steps: [{ approvers: named(of(organization, "main")), mode: "all" }],
  });

const started = (by: Acting, instance: string, app: string, space?: string): InputDraft =>
  command("flow.start", by, {
    app,
    flow: "check",
    instance,
    row: `row-of-${instance}`,
    ...(space === undefined ? {} : { space }),
  });

/** An instance of the Host's flow, past its first step. */
const begun = (by: Acting, instance: string, space?: string): InputDraft[] => [
  started(by, instance, "notes", space),
  command("task.approve", ["host", "host-mate"], { instance, task: 0 }),
];

/** One that waits for whoever started it. */
const returned = (by: Acting, instance: string, space?: string): InputDraft[] => [
  started(by, instance, "notes", space),
  command("task.return", ["host", "host-mate"], { instance, task: 0, to: "initiator" }),
];

const rostered: Acting = ["member", "member-rostered"];

export const runs = (): InputDraft[] => [
  command("flow.define", host, {
    app: "notes",
    flow: "check",
    takeBack: true,
    steps: [
      { approvers: named(of("host", "mate")), mode: "any" },
      { approvers: named(SIGNERS), mode: "all" },
    ],
  }),
  defined("host", "orders"),
  defined("host", "drafts"),
  defined("member", "shop"),
  defined("far-host", "far-app"),
  ...begun(rostered, "run", "supply"),
  ...begun(["host", "host-contact"], "run-of-host"),
  ...begun(["host", "host-main"], "run-of-host-main"),
  ...begun(["host", "host-former"], "run-of-host-former"),
  ...begun(["host", "host-leaver"], "run-of-host-leaver"),
  ...begun(["member", "member-leaver"], "run-of-member-leaver", "supply"),
  ...begun(["other", "other-rostered"], "run-of-other", "supply"),
  started(["far-member", "far-member-rostered"], "run-far", "far-app", "far"),
  // Signed by everybody who can, and still running.
  ...begun(rostered, "signed", "supply"),
  ...(
    ["host-contact", "host-main", "host-former", "member-rostered", "other-rostered"] as const
  ).map((who) =>
    command("task.approve", [who.slice(0, who.indexOf("-")), who], {
      instance: "signed",
      task: taskOf(who),
    }),
  ),
  // Rejected by one of many.
  ...begun(rostered, "rejected", "supply"),
  command("task.reject", ["host", "host-mate"], {
    instance: "rejected",
    task: taskOf("host-mate"),
  }),
  // Withdrawn by those who started them.
  ...begun(rostered, "done-of-member", "supply"),
  ...begun(["host", "host-contact"], "done-of-host"),
  ...begun(["other", "other-rostered"], "done-of-other", "supply"),
  command("flow.withdraw", rostered, { instance: "done-of-member" }),
  command("flow.withdraw", ["host", "host-contact"], { instance: "done-of-host" }),
  command("flow.withdraw", ["other", "other-rostered"], { instance: "done-of-other" }),
  // Returned to those who started them.
  ...returned(rostered, "returned", "supply"),
  ...returned(["host", "host-contact"], "returned-of-host"),
  // With a countersigner who is to leave.
  started(rostered, "left-behind", "notes", "supply"),
  command("task.transfer", ["host", "host-mate"], {
    ...{ instance: "left-behind", task: 0 },
    to: { organization: "member", person: "member-rostered" },
  }),
  command("task.countersign", rostered, {
    ...{ instance: "left-behind", task: 0, place: "parallel" },
    people: of("member", "leaver"),
  }),
  // Each with one countersigner.
  ...(["host-contact", "member-rostered", "other-rostered"] as const).flatMap((who) => {
    const organization = who.slice(0, who.indexOf("-"));
    const instance = `added-by-${organization}`;
    return [
      ...begun(rostered, instance, "supply"),
      command("task.countersign", [organization, who], {
        instance,
        task: taskOf(who),
        place: "parallel",
        people: of("member", "unlicensed"),
      }),
    ];
  }),
];
