/** Room in a Space: nobody comes in above the cap or past those who wait, nobody is kept out early. */
import type { Policy } from "../../core/policy.ts";
import { LIMIT_MAX } from "../../core/policy-fields.ts";
import type { Event } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { expectTrue } from "../compare.ts";
import { expecting } from "./expecting.ts";
import { byKeys, keyed, naturalsIn } from "./keyed.ts";
import { eventsOf, type Law, type Step, type System } from "./law.ts";

/** A Space, as its events have told it. */
interface Space {
  readonly host: string;
  /** The cap that support has set. */
  raised: number;
  /** Identities as `[organization, person]` in JSON, with whom each is; those who wait in order. */
  readonly present: Map<string, string>;
  readonly waiting: Map<string, string>;
  /** Of those who came back, the place in which they had left. */
  readonly ahead: Map<string, number>;
}

interface Ledger {
  readonly policy: Policy;
  readonly certified: Map<string, boolean>;
  readonly spaces: Map<string, Space>;
  /** As which natural person an identity counts once the step is done. */
  naturalOf: (identity: string) => string;
}

function capOf({ policy, certified }: Ledger, { host, raised }: Space): number {
  const uncertified = policy.uncertifiedHost?.personCap ?? policy.personCap;
  return Math.max(raised, certified.get(host) === true ? policy.personCap : uncertified);
}

/** Places taken: by persons, or by identities where the policy counts those. */
const taken = ({ policy }: Ledger, { present }: Space): number =>
  policy.personCounting === "per-identity" ? present.size : new Set(present.values()).size;

type Move = Extract<
  Event,
  { readonly type: "roster.entered" | "roster.left" | "waiting.joined" | "waiting.left" }
>;

function isMove(event: Event): event is Move {
  return event.type.startsWith("roster.") || event.type.startsWith("waiting.");
}

/** CAP-08: whoever came back stands before all others, those first who had left before. */
function stand(
  space: Space,
  identity: string,
  { person, first }: Extract<Move, { readonly type: "waiting.joined" }>["data"],
): void {
  space.waiting.set(identity, person);
  if (first === undefined) return;
  space.ahead.set(identity, first);
  const place = ([each]: readonly [string, string]): number =>
    space.ahead.get(each) ?? Number.POSITIVE_INFINITY;
  const line = [...space.waiting].sort((one, other) =>
    place(one) < place(other) ? -1 : Number(place(one) > place(other)),
  );
  space.waiting.clear();
  for (const [each, who] of line) space.waiting.set(each, who);
}

/** Moves somebody; says whether that took a place. */
function move(ledger: Ledger, space: Space, { type, data }: Move): boolean {
  const identity = JSON.stringify([data.organization, data.person]);
  const before = taken(ledger, space);
  if (type === "waiting.joined") stand(space, identity, data);
  else {
    space.waiting.delete(identity);
    space.ahead.delete(identity);
  }
  if (type === "roster.entered") space.present.set(identity, ledger.naturalOf(identity));
  if (type === "roster.left") space.present.delete(identity);
  return taken(ledger, space) > before;
}

/** CAP-01, CAP-04, CAP-05: whoever comes without a command comes in turn, onto a place that is free. */
function comesInTurn(ledger: Ledger, name: string, space: Space, event: Move): void {
  const [first] = space.waiting.keys();
  const waits = first !== undefined;
  const isMoved = move(ledger, space, event);
  if (event.type !== "roster.entered" || !isMoved) return;
  const { organization, person, because } = event.data;
  const who = `${organization}/${person}`;
  // Whoever is back to a place has it, whoever waits (CAP-08).
  const inTurn =
    because === "reinstated" ||
    (because === "directory" ? !waits : first === JSON.stringify([organization, person]));
  const free = taken(ledger, space) <= capOf(ledger, space);
  const bound = because === "waiting-list" || ledger.policy.overCapFact === "wait";
  if (because === "scope" || !bound) return;
  expectTrue(inTurn, `${who} came into ${name} past those who wait`);
  expectTrue(free, `${who} came into ${name} above its cap`);
}

function follow(ledger: Ledger, event: Event): void {
  const { certified, spaces } = ledger;
  const { type, data } = event;
  if (type === "organization.registered" || type === "organization.certification-changed") {
    certified.set(data.organization, data.certified);
  } else if (type === "space.created") {
    const { host } = data;
    spaces.set(data.space, {
      host,
      raised: 0,
      present: new Map(),
      waiting: new Map(),
      ahead: new Map(),
    });
  } else if (type === "space.dissolved") {
    spaces.delete(data.space);
  } else if (type === "person-cap.expanded") {
    (spaces.get(data.space) as Space).raised = data.cap;
  } else if (isMove(event)) {
    // Nothing limits who is on a Link (BRANCH-02).
    if ("trunk" in event.data) return;
    // Of a Space that is dissolved people leave as well.
    const space = spaces.get(event.data.space);
    if (space !== undefined) comesInTurn(ledger, event.data.space, space, event);
  }
}

/** DIR-14: identities count as whom they are in a World. */
function recount(ledger: Ledger, world: World): void {
  ledger.naturalOf = naturalsIn(world);
  for (const { present } of ledger.spaces.values()) {
    for (const identity of present.keys()) present.set(identity, ledger.naturalOf(identity));
  }
}

/** CAP-03: a command that brings somebody in leaves no more than the cap. */
function fits(ledger: Ledger, events: readonly Event[], before: ReadonlyMap<string, number>): void {
  for (const { type, data } of events) {
    if (type !== "roster.entered" || data.because !== "scope" || "trunk" in data) continue;
    const space = ledger.spaces.get(data.space);
    if (space === undefined) continue;
    const [count, cap] = [taken(ledger, space), capOf(ledger, space)];
    const isMore = count > (before.get(data.space) ?? 0);
    expectTrue(!isMore || count <= cap, `${data.space} has ${count} with a cap of ${cap}`);
  }
}

/** CAP-05: nobody waits for a place that is free. */
function servesAll(ledger: Ledger): void {
  for (const [name, space] of ledger.spaces) {
    const free = capOf(ledger, space) - taken(ledger, space);
    expectTrue(space.waiting.size === 0 || free <= 0, `some wait, and ${name} has ${free} free`);
  }
}

/** What is refused for want of room would leave too many: the same where there is room shows it. */
function wouldNotFit(ledger: Ledger, { before, input }: Step, system: System): void {
  const { uncertifiedHost } = ledger.policy;
  const policy: Policy = {
    ...ledger.policy,
    personCap: LIMIT_MAX,
    removalConfirmation: "none",
    expectationRequired: [],
    uncertifiedHost: uncertifiedHost && { ...uncertifiedHost, personCap: LIMIT_MAX },
  };
  const { world, outcome } = system.apply(before, expecting(input, null), policy);
  recount(ledger, world);
  expectTrue(outcome.kind === "accepted", "refused for want of room, and refused with room");
  const events = outcome.kind === "accepted" ? keyed(before, outcome.events) : [];
  // An approval may name the application alone.
  const formed = events.find(({ type }) => type === "association.formed") ?? input;
  const { space: name } = formed.data as { readonly space: string };
  const by = "by" in input && "organization" in input.by ? input.by.organization : "";
  const known = ledger.spaces.get(name) ?? {
    host: by,
    raised: 0,
    present: new Map(),
    waiting: new Map(),
    ahead: new Map(),
  };
  const space = {
    ...known,
    present: new Map(known.present),
    waiting: new Map(known.waiting),
    ahead: new Map(known.ahead),
  };
  let came = false;
  for (const event of events) {
    if (!isMove(event) || "trunk" in event.data || event.data.space !== name) continue;
    // Those who waited come in as well where there is room for all: not by this command.
    if (event.type === "roster.entered" && event.data.because !== "scope") continue;
    if (move(ledger, space, event)) came = true;
  }
  const [count, cap] = [taken(ledger, space), capOf(ledger, space)];
  expectTrue(came && count > cap, `refused for want of room: ${count} with a cap of ${cap}`);
}

/**
 * CAP-01 to CAP-05, both ways: who comes in has a place and comes in turn, who waits has none; and a
 * command that is refused for want of room would indeed have brought in too many, as the same command
 * under a policy with room for everybody shows. No quick look ahead decides otherwise than the full one.
 */
export const roomIsKept: Law = byKeys({
  name: "room",
  begin: (policy, system) => {
    const ledger: Ledger = {
      policy,
      certified: new Map(),
      spaces: new Map(),
      naturalOf: (identity) => identity,
    };
    return (step) => {
      if (step.outcome.kind === "refused") {
        const full = step.outcome.refusal.code === "PERSON_CAP_EXCEEDED";
        if (full) wouldNotFit(ledger, step, system);
        return;
      }
      const events = eventsOf(step);
      const before = new Map(
        Array.from(ledger.spaces, ([name, space]) => [name, taken(ledger, space)]),
      );
      recount(ledger, step.after);
      for (const event of events) follow(ledger, event);
      fits(ledger, events, before);
      servesAll(ledger);
    };
  },
});
