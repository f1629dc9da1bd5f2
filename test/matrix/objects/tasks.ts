import type { Actor, Party } from "../actors.ts";
import { ADDED, taskOf } from "../runs.ts";
import { having, type Objects, who } from "./objects.ts";

interface Task {
  readonly instance: string;
  readonly task: number;
}

/** A task of `run`, which somebody of the Member started in `supply`. */
const at = (task: number, instance = "run"): Task => ({ instance, task });

const HOLDERS = [
  "host-contact",
  "host-main",
  "host-employee",
  "host-former",
  "host-leaver",
  "member-rostered",
  "member-leaver",
  "other-rostered",
];

/** Whether it is really the person's own name in which they act. */
const holds = (party: Party, actor: Actor): boolean => {
  const person = who(actor);
  return person !== null && HOLDERS.includes(person) && person.startsWith(`${party.org}-`);
};

/** The actor's own task, or nothing. */
const own = (party: Party, actor: Actor, instance = "run"): Task | null =>
  holds(party, actor) ? at(taskOf(who(actor) as string), instance) : null;

/** A colleague's task. */
const COLLEAGUES: { readonly [organization: string]: readonly [string, string] } = {
  host: ["host-contact", "host-main"],
  member: ["member-rostered", "member-mate"],
  other: ["other-rostered", "other-mate"],
};
const colleagues = ({ org }: Party, actor: Actor, instance = "run"): Task | null => {
  const pair = org === null ? undefined : COLLEAGUES[org];
  if (pair === undefined) return null;
  return at(taskOf(pair[0] === who(actor) ? pair[1] : pair[0]), instance);
};

/** One's own task, or one that somebody else of one's organization holds, or the Host's. */
const nearest = (party: Party, actor: Actor, instance = "run"): Task =>
  own(party, actor, instance) ??
  colleagues(party, actor, instance) ??
  at(taskOf("host-contact"), instance);

const related = ({ org, peer }: Party): Task | null =>
  having(peer, () => at(taskOf(org === "host" ? "member-rostered" : "host-contact")));

const foreign = ({ far }: Party): Task =>
  far === "far" ? at(0, "run-far") : at(taskOf("host-contact"));

type Give<Data> = (task: Task) => Data;
const give =
  <Data>(data: Give<Data>, find: (party: Party, actor: Actor) => Task | null) =>
  (party: Party, actor: Actor): Data | null =>
    having(find(party, actor), data);

/** The tasks that somebody may try to act on. */
const tasks = <Data>(data: Give<Data>) => ({
  own: give(data, own),
  colleague: give(data, colleagues),
  related: give(data, related),
  foreign: give(data, foreign),
  missing: give(data, () => at(1, "no-such-instance")),
  "missing task": give(data, () => at(999)),
  parked: give(data, () => at(taskOf("member-leaver"))),
  closed: give(data, (party, actor) => nearest(party, actor, "signed")),
  ended: give(data, (party, actor) => nearest(party, actor, "rejected")),
});

type Target = { readonly organization: string; readonly person: string };
const one = (organization: string, role: string): Target => ({
  organization,
  person: `${organization}-${role}`,
});
const within = one("member", "unlicensed");

/** Tasks, and people to give them to. */
const routed = <Data>(data: (task: Task, target: Target) => Data) => {
  const to = (target: Target) => give((task) => data(task, target), nearest);
  return {
    ...tasks((task) => data(task, within)),
    "to related": to(one("host", "sub")),
    "to third": to(one("other", "mate")),
    "to foreign": to(one("far-member", "rostered")),
    "to missing": to({ organization: "member", person: "nobody" }),
    "to off the Roster": to(one("member", "employee")),
    "to waiting": to(one("member", "waiting")),
    "to leaver": to(one("member", "leaver")),
    "to self": (party: Party, actor: Actor) =>
      having(own(party, actor), (task) =>
        data(task, { organization: party.org as string, person: who(actor) as string }),
      ),
    "to a signer": to(one("member", "mate")),
    "Host's own": (party: Party, actor: Actor) => {
      // Without the Members' people the numbers in the Host's own instance are the same up to here.
      const task =
        party.org === "host" ? nearest(party, actor, "run-of-host") : at(1, "run-of-host");
      return data(task, one("host", "sub"));
    },
    "Host's own to Member": (party: Party, actor: Actor) => {
      const task =
        party.org === "host" ? nearest(party, actor, "run-of-host") : at(1, "run-of-host");
      return data(task, within);
    },
  };
};

/** A countersigner's task, added by somebody of an organization. */
const addedBy = (organization: string): Task => at(ADDED, `added-by-${organization}`);
const ADDERS = ["host-contact", "member-rostered", "other-rostered"];
const adds = (party: Party, actor: Actor): boolean =>
  holds(party, actor) && ADDERS.includes(who(actor) as string);

/** A task that waits for somebody to be named, and who could be. */
const PARKED: { readonly [organization: string]: readonly [leaver: string, successor: string] } = {
  host: ["host-leaver", "host-sub"],
  member: ["member-leaver", "member-unlicensed"],
  other: ["other-leaver", "other-mate"],
};
const assigned = (organization: string, to?: string) =>
  having(PARKED[organization] ?? null, ([leaver, successor]) => ({
    ...at(taskOf(leaver)),
    to: to ?? successor,
  }));
const toMate = ({ org }: Party, task: Task) => ({ ...task, to: `${org ?? "nobody"}-mate` });
const ownParked = ({ org }: Party, to?: string) =>
  having(org, (organization) => assigned(organization, to));

/** One task, to be moved to somebody. */
const moved = (task: Task, to: Target) => ({ tasks: [task], to });

/** An instance of an organization's own app, where it has one that runs. */
const INSTANCES: { readonly [organization: string]: string } = { host: "run-of-host" };
const standIn = (organization: string) => ({
  person: `${organization}-temp`,
  standIn: `${organization}-mate`,
  from: 0,
  until: 86_400_000,
});
const ended = (instance: string) => ({ instance, reason: "stuck" });

export const tasksObjects: Objects<
  | "task.approve"
  | "task.reject"
  | "task.return"
  | "task.take-back"
  | "task.transfer"
  | "task.countersign"
  | "task.remove-countersigner"
  | "task.delegate"
  | "task.copy"
  | "task.assign"
  | "task.reassign"
  | "flow.terminate"
  | "stand-in.set"
  | "stand-in.end"
> = {
  "task.approve": tasks((task) => task),
  "task.reject": tasks((task) => task),
  "task.return": {
    ...tasks((task) => ({ ...task, to: 0 })),
    "to the same step": give((task) => ({ ...task, to: taskOf("host-mate") }), nearest),
    "to missing": give((task) => ({ ...task, to: 999 }), nearest),
    "to the initiator": give((task) => ({ ...task, to: "initiator" as const }), nearest),
    "to who left": give(
      (task) => ({ ...task, to: "initiator" as const }),
      (party, actor) => nearest(party, actor, "run-of-member-leaver"),
    ),
  },
  "task.take-back": {
    ...tasks((task) => task),
    "first step": () => at(0, "run"),
    "first step signed": () => at(0, "signed"),
  },
  "task.transfer": routed((task, to) => ({ ...task, to })),
  "task.countersign": routed((task, to) => ({ ...task, place: "after" as const, people: [to] })),
  "task.remove-countersigner": {
    own: (party, actor) => (adds(party, actor) ? addedBy(party.org as string) : null),
    colleague: (party, actor) =>
      adds(party, actor) || party.org === null || COLLEAGUES[party.org] === undefined
        ? null
        : addedBy(party.org),
    related: ({ org, peer }) => having(peer, () => addedBy(org === "member" ? "host" : "member")),
    "who left": () => at(1, "left-behind"),
    foreign: ({ far }) => (far === "far" ? at(0, "run-far") : addedBy("host")),
    missing: () => at(ADDED, "no-such-instance"),
    "missing task": () => at(999),
  },
  "task.delegate": routed((task, to) => ({ ...task, to })),
  "task.copy": routed((task, to) => ({ ...task, people: [to] })),
  "task.assign": {
    own: (party) => ownParked(party),
    related: (party) =>
      having(party.peer, () =>
        toMate(party, at(taskOf(party.org === "member" ? "host-leaver" : "member-leaver"))),
      ),
    foreign: (party) =>
      toMate(party, party.far === "far" ? at(0, "run-far") : at(taskOf("member-leaver"))),
    missing: (party) => toMate(party, at(1, "no-such-instance")),
    "missing task": (party) => toMate(party, at(999)),
    "not parked": (party, actor) => having(colleagues(party, actor), (task) => toMate(party, task)),
    "related not parked": (party) => having(related(party), (task) => toMate(party, task)),
    "to missing": (party) => ownParked(party, "nobody"),
    "to foreign": (party) => ownParked(party, "far-member-rostered"),
    "to leaver": (party) =>
      having(party.org, (organization) => ownParked(party, `${organization}-leaver`)),
    "to off the Roster": (party) =>
      having(party.org, (organization) => ownParked(party, `${organization}-employee`)),
  },
  "task.reassign": {
    own: (party, actor) =>
      having(colleagues(party, actor), (task) => moved(task, one(party.org as string, "sub"))),
    related: (party) => having(related(party), (task) => moved(task, one("host", "sub"))),
    foreign: (party) => moved(foreign(party), one("host", "sub")),
    missing: () => moved(at(1, "no-such-instance"), within),
    "missing task": () => moved(at(999), within),
    parked: () => moved(at(taskOf("member-leaver")), within),
    closed: () => moved(at(taskOf("member-rostered"), "signed"), within),
    ended: () => moved(at(taskOf("member-rostered"), "rejected"), within),
    "to a colleague": () => moved(at(taskOf("member-rostered")), within),
    "to third": () => moved(at(taskOf("member-rostered")), one("other", "mate")),
    "to missing": () => moved(at(taskOf("member-rostered")), one("member", "nobody")),
    "to off the Roster": () => moved(at(taskOf("member-rostered")), one("member", "employee")),
    "to its holder": () => moved(at(taskOf("member-rostered")), one("member", "rostered")),
  },
  "stand-in.set": {
    own: ({ org }) => having(org, standIn),
    related: ({ peer }) => having(peer, standIn),
    foreign: ({ farOrg }) => standIn(farOrg),
    missing: () => standIn("no-such-organization"),
    "by themselves": ({ org }) =>
      having(org, (organization) => ({
        ...standIn(organization),
        standIn: `${organization}-temp`,
      })),
    "by another": ({ org, farOrg }) =>
      having(org, (organization) => ({ ...standIn(organization), standIn: `${farOrg}-mate` })),
    "over at once": ({ org }) =>
      having(org, (organization) => ({ ...standIn(organization), until: 0 })),
  },
  "stand-in.end": {
    own: ({ org }) => having(org, (organization) => ({ person: `${organization}-temp`, from: 0 })),
    related: ({ peer }) =>
      having(peer, (organization) => ({ person: `${organization}-temp`, from: 0 })),
    foreign: ({ farOrg }) => ({ person: `${farOrg}-temp`, from: 0 }),
    missing: () => ({ person: "no-such-person", from: 0 }),
  },
  "flow.terminate": {
    own: ({ org }) => having(org, (organization) => ended(INSTANCES[organization] ?? "run")),
    related: ({ peer }) => having(peer, () => ended("run")),
    foreign: ({ far }) => ended(far === "far" ? "run-far" : "run"),
    missing: () => ended("no-such-instance"),
    ended: () => ended("rejected"),
  },
};
