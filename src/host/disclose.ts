/** What an outcome shows to whoever sent the input, who must not learn from it what others do. */
import type {
  Actor,
  Effects,
  Event,
  FixedAudience,
  FixedPermission,
  OrganizationId,
  PersonId,
  Refusal,
  Source,
  SpaceId,
} from "../index.ts";
import { type Preview, sumsOf } from "./preview.ts";
import type { RecordedOutcome } from "./store.ts";

/** What no question tells whoever sent the input, by the type of the event that says it. */
export interface Withheld {
  /** How often the rules of a flow have changed. */
  readonly "flow.defined": "version";
  /** How the flow of an app is signed, withdrawn and taken back: its Host's to know, as its steps are. */
  readonly "flow.started":
    | ("version" | "selfApproval" | "repeatedApproval")
    | ("withdrawUntil" | "withdrawBefore" | "takeBack");
  /** How many approvals a vote wants: the flow of the app says, or how many it is put to. */
  readonly "flow.step-begun": "needed";
  /** The limit of an invitation is its Host's. */
  readonly "application.expired": "usesLeft";
  readonly "application.withdrawn": "usesLeft";
  /** How many had left a Space or a pool, which of an app's permissions name somebody: kept, not told. */
  readonly "departure.kept": "things" | "left";
  readonly "departure.dropped": "left";
  readonly "waiting.joined": "first";
  readonly "license.deferred": "first";
  readonly "app.unlisted": "named";
  readonly "app.relisted": "named";
}

/** A list as its sender may see it: without the numbers of the employments that it is fixed to. */
export type DisclosedAudience = Omit<FixedAudience, "people"> & {
  readonly people: readonly (readonly [OrganizationId, PersonId, order: number])[];
};

/** What is shown of a field in place of it: lists fixed to employments, without their numbers. */
export type DisclosedField<Field> = Field extends FixedAudience
  ? DisclosedAudience
  : Field extends readonly FixedPermission[]
    ? readonly (Omit<FixedPermission, "for"> & { readonly for: DisclosedAudience | null })[]
    : Field;

/** An event of which what is withheld is left out. */
export type Trimmed<Each> = Each extends {
  readonly type: infer Type extends keyof Withheld;
  readonly data: infer Data;
}
  ? Omit<Each, "data"> & { readonly data: Omit<Data, Withheld[Type]> }
  : Each extends {
        readonly type: "app.authorized" | "app.permitted";
        readonly data: infer Data;
      }
    ? Omit<Each, "data"> & { readonly data: { [Name in keyof Data]: DisclosedField<Data[Name]> } }
    : Each;

/** An event as the sender of the input may see it: `seq` and `cause` are places among those shown. */
export type DisclosedEvent = Trimmed<Event>;

/** An outcome as its sender may see it. */
export type Disclosed =
  | (Pick<Effects<Event>, "kind" | "passedOver"> & { readonly events: readonly DisclosedEvent[] })
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** A preview as its sender may see it. */
export interface DisclosedPreview extends Pick<Preview, "kind" | "spaces" | "trunks" | "taken"> {
  readonly outcome: Disclosed;
}

/** What events say of whom they are about, as far as it matters here. */
interface About {
  readonly space?: SpaceId;
  readonly trunk?: OrganizationId;
  readonly host?: OrganizationId;
  readonly organization?: OrganizationId;
  readonly home?: OrganizationId;
  readonly from?: { readonly organization?: OrganizationId } | null;
  readonly because?: string;
}

/** What only a Space's admins can ask for: whoever brought it about administers the Space. */
const BY_SPACE_ADMINS: ReadonlySet<string> = /* @__PURE__ */ new Set<Event["type"]>([
  "application.approved",
  "application.rejected",
  "association.cancelled",
  "association.resumed",
  "association.suspended",
  "space.created",
  "space.dissolved",
]);

/** What Space admins see of everybody in their Spaces. */
const TO_SPACE_ADMINS: ReadonlySet<string> = /* @__PURE__ */ new Set<Event["type"]>([
  "association.formed",
  "association.cancelled",
  "roster.entered",
  "roster.left",
  "waiting.joined",
  "waiting.left",
]);

/** What no input says itself, though nothing else brought it about: how full others' Spaces and joins are, scopes. */
const NOT_SAID: ReadonlySet<string> = /* @__PURE__ */ new Set<Event["type"]>([
  "scope.changed",
  "space.unarmed",
  "organization.unarmed",
]);

/** The Spaces that the sender administers, as far as the outcome proves it. */
function administered(events: readonly Event[]): ReadonlySet<SpaceId> {
  const spaces = new Set<SpaceId>();
  for (const { cause, type, data } of events) {
    const { space, because } = data as About;
    // A Member that leaves of its own does so itself (EXIT-07).
    const isByAdmin = BY_SPACE_ADMINS.has(type) && because !== "left";
    if (cause === null && space !== undefined && isByAdmin) spaces.add(space);
  }
  return spaces;
}

/** Whether an event is about an organization's own people, tasks or Spaces. */
function isOwn({ host, organization, home, from }: About, own: OrganizationId): boolean {
  return [host, organization, home, from?.organization].includes(own);
}

/** What matters of a sender: the organization that it speaks for, and the Spaces it administers. */
interface Looking {
  readonly own: OrganizationId | null;
  readonly spaces: ReadonlySet<SpaceId>;
}

/**
 * Whether a sender sees an event. One about licenses is for the pool's owner, however it came about: who
 * waits in a pool is nobody else's to see. A scope is for the organization whose it is: whoever approves
 * an application is not told whom it selects, nor whom it keeps out.
 */
function isShown({ cause, type, data }: Event, { own, spaces }: Looking): boolean {
  const about = data as About;
  if (type.startsWith("license.") && about.host !== undefined) return about.host === own;
  // Whose role it is sees every office of it.
  if (type.startsWith("liaison.") && about.trunk !== undefined && about.trunk === own) return true;
  if (own !== null && isOwn(about, own)) return true;
  if (cause === null) return !NOT_SAID.has(type);
  return about.space !== undefined && spaces.has(about.space) && TO_SPACE_ADMINS.has(type);
}

function unnumbered(
  audience: Pick<FixedAudience, "people"> | null,
): Pick<DisclosedAudience, "people"> | null {
  if (audience === null) return null;
  const people = audience.people.map(([organization, person, order]) => {
    return [organization, person, order] as const;
  });
  return { ...audience, people };
}

/** An event without what no question tells: versions, rules of flows, uses left, numbers of others' employments. */
function trimmed(event: Event): DisclosedEvent {
  switch (event.type) {
    case "flow.defined": {
      const { version: _, ...data } = event.data;
      return { ...event, data };
    }
    case "flow.started": {
      const { instance, app, host, flow, space, trunk, initiator, row } = event.data;
      const through = trunk === undefined ? {} : { trunk };
      return { ...event, data: { instance, app, host, flow, space, ...through, initiator, row } };
    }
    case "flow.step-begun": {
      const { needed: _, ...data } = event.data;
      return { ...event, data };
    }
    case "application.expired":
    case "application.withdrawn": {
      const { usesLeft: _, ...data } = event.data;
      return { ...event, data };
    }
    case "departure.kept": {
      const { things: _, left: __, ...data } = event.data;
      return { ...event, data };
    }
    case "departure.dropped": {
      const { left: _, ...data } = event.data;
      return { ...event, data };
    }
    // That another identity of the same person came in at once is for whoever administers the Space.
    case "roster.entered":
      return event.data.because === "other-identity"
        ? { ...event, data: { ...event.data, because: "waiting-list" } }
        : event;
    case "waiting.joined": {
      const { first: _, ...data } = event.data;
      return { ...event, data };
    }
    case "license.deferred": {
      const { first: _, ...data } = event.data;
      return { ...event, data };
    }
    case "app.unlisted": {
      const { named: _, ...data } = event.data;
      return { ...event, data };
    }
    case "app.relisted": {
      const { named: _, ...data } = event.data;
      return { ...event, data };
    }
    case "app.authorized": {
      const authorized = unnumbered(event.data.authorized);
      return { ...event, data: { ...event.data, authorized } } as DisclosedEvent;
    }
    case "app.permitted": {
      const permissions = event.data.permissions.map((each) => ({
        ...each,
        for: unnumbered(each.for) as DisclosedAudience | null,
      }));
      return { ...event, data: { ...event.data, permissions } } as DisclosedEvent;
    }
    default:
      return event;
  }
}

/** The events that are shown, numbered anew: how many lie between them would tell of the others. */
function shownOf(events: readonly Event[], sender: Actor | Source): DisclosedEvent[] {
  const own = "organization" in sender ? sender.organization : null;
  const looking = { own, spaces: administered(events) };
  const places = new Map<number, number>();
  const shown: DisclosedEvent[] = [];
  const causeOf = (cause: number | null): number | null =>
    cause === null ? null : (places.get(cause) ?? causeOf(events[cause]?.cause ?? null));
  for (const event of events) {
    if (!isShown(event, looking)) continue;
    const { cause, seq } = event;
    places.set(seq, shown.length);
    shown.push({ ...trimmed(event), seq: shown.length, cause: causeOf(cause) });
  }
  return shown;
}

function disclosed(outcome: RecordedOutcome, sender: Actor | Source): Disclosed {
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
  const { events, passedOver } = outcome;
  const over = passedOver === undefined ? {} : { passedOver };
  return { kind: "accepted", events: shownOf(events, sender), ...over };
}

/**
 * What an outcome, or a preview, shows to whoever sent the input (rulebook chapter 1, "What an actor may
 * learn"). A whole outcome names people of every organization that it reaches: who enters from a waiting
 * list when a place is freed, who is given a license. The sender sees
 *
 * - a refusal as it is: its figures are there only for the organization whose limit it is;
 * - of events, what the input itself says (`cause: null`; but not the scope that an application asked for
 *   and an approval puts in force), what befalls the sender's own organization,
 *   and, in a Space of which the outcome proves the sender to be an admin, who comes and goes;
 * - what was passed over, which the input itself names;
 * - of notices, nothing, not even how many there are: they go to those whom they name.
 *
 * `seq` and `cause` are places among the events shown. What else the sender may see is told by questions.
 *
 * @param sender the `by` or `from` of the input; an outcome is shown to nobody else but operators
 * @example
 * ```ts
 * const { outcome, spaces } = disclose(await host.preview(input), input.by);
 * ```
 */
export function disclose(outcome: Preview, sender: Actor | Source): DisclosedPreview;
export function disclose(outcome: RecordedOutcome, sender: Actor | Source): Disclosed;
export function disclose(
  outcome: Preview | RecordedOutcome,
  sender: Actor | Source,
): DisclosedPreview | Disclosed {
  if (outcome.kind !== "preview") return disclosed(outcome, sender);
  const shown = disclosed(outcome.outcome, sender);
  const events = shown.kind === "refused" ? [] : shown.events;
  return { kind: "preview", outcome: shown, ...sumsOf(events) };
}
