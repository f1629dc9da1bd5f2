/** What people are told of an input: by notices, and whoever sent it by its outcome. */
import type { Actor, Source } from "../../core/input.ts";
import type { Identity, Notice } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { ask } from "../../engine/ask.ts";
import type { Input } from "../../engine/types.ts";
import type { World, WorldOutcome } from "../../engine/world.ts";
import type { Disclosed } from "../../host/disclose.ts";
import type { PageRequest, Viewer } from "../../queries/model.ts";
import { canonicalText } from "../compare.ts";
import { factsOf } from "../facts.ts";
import type { OrganizationFacts, ReferenceFacts } from "../reference/facts-model.ts";

/** How an outcome is shown to whoever sent the input. */
export type Disclosing = (
  outcome: Extract<WorldOutcome, { readonly kind: "accepted" }>,
  sender: Actor | Source,
) => Disclosed;

/** Somebody, and all that they are told of an input. */
export interface Hearing {
  readonly viewer: Viewer;
  readonly told: unknown;
}

const asViewer = ([organization, person]: readonly [string, string]): Viewer =>
  ({ organization, person }) as Viewer;

function adminsOf(
  { organizations }: ReferenceFacts,
  organization: string,
  isMeant: (admin: OrganizationFacts["admins"][number]) => boolean,
): Viewer[] {
  const found = organizations.find((each) => each.organization === organization && !each.ended);
  return (found?.admins ?? [])
    .filter(isMeant)
    .map(({ person }) => asViewer([organization, person]));
}

/** Everybody whom a notice reaches, when the input has taken effect (ASK-03). */
function reachedBy(world: World, notice: Notice, policy: Policy): Viewer[] {
  const found: Viewer[] = [];
  for (let page: PageRequest = { limit: 500 }; ; ) {
    const data = { notice, ...page };
    const answer = ask(world, { type: "notice.recipients", data }, policy);
    if (answer.kind !== "answer") throw new Error("a notice whose recipients are none");
    const { items, next } = answer.value;
    for (const item of items) {
      if (item.kind === "person") found.push(asViewer([item.organization, item.person]));
    }
    if (next === null) return found;
    page = { limit: 500, after: next };
  }
}

/** The notices to one person as one message: of a departure, all Spaces that they are told of. */
function merged(notices: readonly Notice[]): unknown {
  const left = new Map<string, { readonly identity: Identity; readonly spaces: Set<string> }>();
  const rest: unknown[] = [];
  for (const { kind, data } of notices) {
    if (kind !== "COUNTERPART_LEFT") {
      rest.push({ kind, data });
      continue;
    }
    const key = canonicalText(data.identity);
    const known = left.get(key) ?? { identity: data.identity, spaces: new Set() };
    for (const space of data.spaces) known.spaces.add(space);
    left.set(key, known);
  }
  const departures = Array.from(left.values(), ({ identity, spaces }) => ({
    identity,
    spaces: [...spaces].sort(),
  }));
  return { rest: rest.map(canonicalText).sort(), departures };
}

/** What everybody is told by notices, by identity. */
export function heard(
  world: World,
  notices: readonly Notice[],
  policy: Policy,
): ReadonlyMap<string, Hearing> {
  const told = new Map<string, { readonly viewer: Viewer; readonly notices: Set<Notice> }>();
  for (const notice of notices) {
    // Admins hear of what their Member may see, on the Roster or not (ALERT-01): it is theirs to know.
    if (notice.kind === "APP_PUBLISHED") continue;
    for (const viewer of reachedBy(world, notice, policy)) {
      const key = canonicalText(viewer);
      const hearer = told.get(key) ?? { viewer, notices: new Set() };
      hearer.notices.add(notice);
      told.set(key, hearer);
    }
  }
  return new Map(
    Array.from(told, ([key, each]) => [
      key,
      { viewer: each.viewer, told: merged([...each.notices]) },
    ]),
  );
}

/** Whoever sent an input: a person, or whoever reads what an organization's directory is told. */
export function senderOf(world: World, input: Input, policy: Policy): Viewer | null {
  const sender: Actor | Source = "by" in input ? input.by : input.from;
  if (!("organization" in sender)) return null;
  if ("by" in input) return sender as Viewer;
  const facts = factsOf(world, policy);
  return adminsOf(facts, sender.organization, ({ role }) => role === "main")[0] ?? null;
}

/**
 * What an outcome tells, without the order of its events: of several who leave together it is that of
 * their hires, and whoever lets them go may know it.
 */
export function unordered(told: Disclosed): unknown {
  if (told.kind === "refused") return told;
  const events = told.events.map(({ type, data }) => canonicalText({ type, data })).sort();
  return { ...told, events };
}
