/** What the floor says of what happened, when asked to. */
import type { EventType, Notice } from "../src/index.ts";
import type { Floor } from "./floor-state.ts";

/** An event, as the library envelopes it. */
export interface LoggedEvent {
  readonly v: 1;
  readonly input: string;
  readonly seq: number;
  readonly at: number;
  readonly cause: number | null;
  readonly type: EventType;
  readonly data: unknown;
}

/** What happened. */
export interface Log {
  readonly input: string;
  readonly at: number;
  readonly events: LoggedEvent[];
  readonly notices: Notice[];
}

/** Adds an event; gives its place. */
export function say(log: Log, cause: number | null, type: EventType, data: unknown): number {
  const seq = log.events.length;
  log.events.push({ v: 1, input: log.input, seq, at: log.at, cause, type, data });
  return seq;
}

/** Adds the notices that follow from what happened. */
export function tell(floor: Floor, log: Log): void {
  const waits = new Map<string, { space: string; organization: string; people: string[] }>();
  const left = new Map<string, { organization: string; person: string; spaces: string[] }>();
  for (const { type, data } of log.events) {
    if (type !== "waiting.joined" && type !== "roster.left") continue;
    const named = data as { space: string; organization: string; person: string; because: string };
    const { space, organization, person } = named;
    if (type === "waiting.joined") {
      const queued = floor.spaces.get(space)?.queued.get(person);
      if (queued?.some((each) => each.organization === organization) !== true) continue;
      const same = waits.get(`${space} ${organization}`);
      if (same === undefined) {
        waits.set(`${space} ${organization}`, { space, organization, people: [person] });
      } else if (!same.people.includes(person)) same.people.push(person);
    } else if (named.because === "resigned") {
      const same = left.get(`${organization} ${person}`);
      if (same === undefined) {
        left.set(`${organization} ${person}`, { organization, person, spaces: [space] });
      } else same.spaces.push(space);
    }
  }
  for (const data of waits.values()) {
    const { space, organization } = data;
    const to = [
      { kind: "space-admins", space },
      { kind: "authorized-admins", organization },
    ];
    log.notices.push({ kind: "ROSTER_CAP_REACHED", to, data } as unknown as Notice);
  }
  for (const { organization, person, spaces } of left.values()) {
    const identity = { organization, person };
    for (const { to, known } of circles(floor, organization, person, spaces)) {
      const data = { identity, spaces: known };
      log.notices.push({ kind: "COUNTERPART_LEFT", to, data } as unknown as Notice);
    }
  }
}

interface Circle {
  readonly to: object[];
  readonly known: readonly string[];
}

/** Admins of a Host learn of the Spaces that it hosts, those of the leaver of all; each circle once. */
function circles(
  floor: Floor,
  organization: string,
  person: string,
  spaces: readonly string[],
): Circle[] {
  const byHost = new Map<string, string[]>();
  for (const space of spaces) {
    const host = floor.spaces.get(space)?.host.id ?? "";
    const those = byHost.get(host);
    if (those === undefined) byHost.set(host, [space]);
    else those.push(space);
  }
  const except = [person];
  const found: Circle[] = [];
  const tellOf = (recipient: object, known: readonly string[]): void => {
    const same = found.find((each) => each.known.join(" ") === known.join(" "));
    if (same === undefined) found.push({ to: [recipient], known });
    else same.to.push(recipient);
  };
  for (const those of byHost.values()) {
    for (const space of those) tellOf({ kind: "space-admins", space, except }, those);
  }
  tellOf({ kind: "authorized-admins", organization, except }, spaces);
  return found;
}
