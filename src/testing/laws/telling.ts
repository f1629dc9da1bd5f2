/** What people are told of an input: by notices, and whoever sent it by its outcome. */
import type { Actor, Source } from "../../core/input.ts";
import type { Identity, Notice, Recipient } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { Input } from "../../engine/types.ts";
import type { World, WorldOutcome } from "../../engine/world.ts";
import type { Disclosed } from "../../host/disclose.ts";
import type { Viewer } from "../../queries/model.ts";
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

const isAuthorized: Parameters<typeof adminsOf>[2] = ({ role, spacePermission }) =>
  role === "main" || spacePermission;

/** Who is meant by a recipient, as roles are when the input has taken effect. */
function meantBy(facts: ReferenceFacts, recipient: Recipient): Viewer[] {
  if (recipient.kind === "person") return [asViewer([recipient.organization, recipient.person])];
  // Whoever runs the platform sees everything.
  if (recipient.kind === "platform") return [];
  const { except = [] } = recipient;
  const holders = (): Viewer[] => {
    if (recipient.kind === "main-admins") {
      return adminsOf(facts, recipient.organization, ({ role }) => role === "main");
    }
    if (recipient.kind === "authorized-admins") {
      return adminsOf(facts, recipient.organization, isAuthorized);
    }
    // Whom a distribution covers is not told of here.
    if (recipient.kind === "covered-hierarchy-admins") return [];
    if (recipient.kind === "hierarchy-admins") {
      // As far as it is told of here: main admins hold every permission (HIER-08).
      return adminsOf(facts, recipient.organization, ({ role }) => role === "main");
    }
    if (recipient.kind === "space-admins") {
      const space = facts.spaces.find((each) => each.space === recipient.space);
      return space === undefined ? [] : adminsOf(facts, space.host, isAuthorized);
    }
    const group = facts.groups.find((each) => each.group === recipient.group);
    return (group?.participants ?? []).map(asViewer);
  };
  return holders().filter(({ person }) => !except.includes(person));
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
  const facts = factsOf(world, policy);
  const told = new Map<string, { readonly viewer: Viewer; readonly notices: Set<Notice> }>();
  for (const notice of notices) {
    // Admins hear of what their Member may see, on the Roster or not (ALERT-01): it is theirs to know.
    if (notice.kind === "APP_PUBLISHED") continue;
    for (const viewer of notice.to.flatMap((to) => meantBy(facts, to))) {
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
