/**
 * The reference model: a second opinion on the rules, written from the rulebook alone and as plainly
 * as it can be. It shares no code with the engine, so that a mistake must be made twice to hide.
 */

import type { PersonId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { PassedOver } from "../../core/reasons.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { Input } from "../../engine/types.ts";
import type { Query } from "../../queries/model.ts";
import { ableNow, adminNotices } from "./admins.ts";
import { applicationCommands } from "./applications.ts";
import { appCommands, spaceAppCommands } from "./apps.ts";
import { assignCommands } from "./assigning.ts";
import { suspendedCodes } from "./authority.ts";
import { absorbChanges, changesCodes } from "./changes.ts";
import { counterpartCommands } from "./counterparts.ts";
import { noteExcluded } from "./departments.ts";
import { beforeStep, settleDepartures } from "./departure.ts";
import { absorbFact } from "./directory.ts";
import { wakeUsed } from "./dormant.ts";
import { unexpected, unmet } from "./expecting.ts";
import { factCodes } from "./fact-codes.ts";
import { describeWorld } from "./facts.ts";
import type { ReferenceFacts } from "./facts-model.ts";
import { flowCommands } from "./flows.ts";
import { formCommands } from "./forms.ts";
import { gaugeNotices } from "./gauges.ts";
import { groupCommands } from "./groups.ts";
import { toldAtLast } from "./handover.ts";
import { hierarchyHandler } from "./hierarchy-commands.ts";
import { followHierarchy, hierarchyNow } from "./hierarchy-following.ts";
import { heldBy, mayBeHeld, unconfirmed } from "./holding.ts";
import { memberHandler } from "./industry-commands.ts";
import { inertEntries, inertNotices } from "./inert.ts";
import { invitationCommands } from "./invitations.ts";
import { keepPlaces, noteTaken } from "./kept.ts";
import { licenseCommands } from "./licenses.ts";
import { listCommands } from "./list-commands.ts";
import { folderCommands, memberCommands } from "./members.ts";
import { movingCommands } from "./moving.ts";
import { passedOver } from "./passing.ts";
import { settleSeats, settleTasks } from "./person-facts.ts";
import { answerQuery, type ReferenceAnswer } from "./queries.ts";
import { firstInRank } from "./rank.ts";
import { resubmitCommands } from "./resubmitting.ts";
import { settle } from "./roster.ts";
import { scopeCommands } from "./scopes.ts";
import { fieldCommands } from "./shared-fields.ts";
import { sightCommands } from "./sight-commands.ts";
import { snapshot } from "./snapshot.ts";
import { spaceCommands } from "./spaces.ts";
import { standInCommands } from "./standing-in.ts";
import {
  copyState,
  emptyState,
  type Handler,
  type Handlers,
  type InputType,
  type Left,
  type ReferenceInput,
  type State,
  type World,
} from "./state.ts";
import { successionCommands } from "./succession.ts";
import { taskCommands } from "./tasks.ts";
import { licensesKnown, termNotices } from "./terms.ts";
import { actsAsMember } from "./vocabulary-industry.ts";
import { waitedNow, waitingNotices } from "./waiting.ts";

export type { ReferenceAnswer } from "./queries.ts";

/** What an input comes to. */
export type ReferenceVerdict =
  | {
      readonly kind: "accepted";
      /** Whether anything visible changed, a revision was recorded, or a notice resulted. */
      readonly changed: boolean;
      /** In no order that matters; the people within one are in order of hires. */
      readonly notices: readonly Notice[];
      /** What it named and what remained without effect; absent if there was nothing (PROTO-08). */
      readonly passedOver?: PassedOver;
      /** What an organization that exists again does not get back; absent for all else (DIR-19). */
      readonly left?: readonly Left[];
    }
  | { readonly kind: "refused"; readonly code: RefusalCode };

/** What a reference model is told besides the policy. */
export interface ReferenceOptions {
  /** Which page of a full list in `pages` pages a person belongs to. */
  readonly pageOf: (person: PersonId, pages: number) => number;
}

/** A model that is told inputs one after the other. */
export interface Reference {
  /** Tells it an input; a refused one changes nothing. Ids of inputs are not looked at. */
  readonly apply: (input: Input) => ReferenceVerdict;
  /** Everything visible. */
  readonly facts: () => ReferenceFacts;
  /** Asks a question; lists come whole, as `{ items }` sorted by id, without `next`. */
  readonly answer: (query: Query) => ReferenceAnswer;
  /** Another model that knows the same and goes its own way from here. */
  readonly clone: () => Reference;
}

/** What there is for Trunks alone besides what is above and below. */
type OfTrunks = "app.offer" | "app.install";

const commands: Handlers<
  Exclude<InputType, Extract<ReferenceInput, { from: unknown }>["type"] | OfTrunks>
> = {
  ...listCommands,
  ...spaceCommands,
  ...invitationCommands,
  ...applicationCommands,
  ...memberCommands,
  ...sightCommands,
  ...fieldCommands,
  ...counterpartCommands,
  ...folderCommands,
  ...scopeCommands,
  ...successionCommands,
  ...licenseCommands,
  ...groupCommands,
  ...appCommands,
  ...spaceAppCommands,
  ...formCommands,
  ...flowCommands,
  ...resubmitCommands,
  ...taskCommands,
  ...assignCommands,
  ...movingCommands,
  ...standInCommands,
};

/** How a command is handled: those that exist for Spaces and for Trunks by what they are about. */
function handlerOf(
  world: World,
  input: Exclude<ReferenceInput, { from: unknown }>,
): Handler<ReferenceInput> {
  return (
    memberHandler(input) ??
    hierarchyHandler(world, input) ??
    (commands[input.type as keyof typeof commands] as Handler<ReferenceInput>)
  );
}

function codesOf(world: World, input: ReferenceInput): readonly RefusalCode[] {
  if (input.type === "directory.changed") return changesCodes(world, input);
  if ("from" in input) return factCodes(world, input);
  const { codes } = handlerOf(world, input);
  const suspended = actsAsMember(input.by) === null ? suspendedCodes(world.state, input.by) : [];
  return [...codes(world, input), ...suspended, ...unexpected(world, input)];
}

function carryOut(world: World, input: ReferenceInput): readonly Notice[] {
  if (input.type === "directory.changed") return absorbChanges(world, input);
  if ("from" in input) return absorbFact(world, input);
  handlerOf(world, input).effect(world, input);
  return [];
}

/** Whether an input says what a directory is like: a fact, or a word that has what lists said carried out. */
function isOfDirectory(input: ReferenceInput): boolean {
  return (
    "from" in input ||
    input.type === "reconciliation.confirm" ||
    input.type === "department.confirm-removal"
  );
}

/** Carries an input out that no code applies to, with what follows; `null` if nobody finds room. */
function follow(world: World, input: ReferenceInput): readonly Notice[] | null {
  const before = beforeStep(world);
  const inert = inertEntries(world, input.at);
  const able = ableNow(world);
  const links = hierarchyNow(world.state);
  const waited = waitedNow(world.state);
  const pools = licensesKnown(world.state);
  world.past.push(
    waited,
    before.presences,
    before.licenses,
    before.books,
    before.named,
    links,
    inert,
    pools,
  );
  const reported = carryOut(world, input);
  settleSeats(world);
  keepPlaces(world, before.presences);
  const settled = settle(world, before.presences, isOfDirectory(input) ? "fact" : "command");
  if (!settled.fits) return null;
  const followed = settleDepartures(world, before, settled, input);
  settleTasks(world, input.at);
  wakeUsed(world.state);
  noteTaken(world.state);
  const entries = inertNotices(world, inert, input.at);
  const admins = adminNotices(world, able);
  const hierarchy = followHierarchy(world, links);
  noteExcluded(world.state);
  const told = [
    ...reported,
    ...toldAtLast(world),
    ...settled.notices,
    ...followed,
    ...entries,
    ...admins,
    ...hierarchy,
    ...termNotices(world, pools, input),
    ...gaugeNotices(world),
  ];
  return [...told, ...waitingNotices(world, waited, input, told)];
}

/** Before all times: what is about none. */
const NO_TIME = -1;

function referenceOf(first: State, policy: Policy, options: ReferenceOptions): Reference {
  const { pageOf } = options;
  const worldOf = (state: State, at: number, holding: World["holding"] = null): World => ({
    state,
    policy,
    at,
    pageOf,
    outbox: [],
    passed: [],
    left: [],
    said: [],
    past: [],
    renamed: [],
    leaving: [],
    returned: [],
    switched: [],
    scoped: [],
    placing: [],
    holding,
  });
  let world = worldOf(first, NO_TIME);
  let seen = snapshot(world);
  return {
    apply: (said) => {
      const input = said as ReferenceInput;
      const { at } = input;
      const code = firstInRank(codesOf({ ...world, at }, input));
      if (code !== undefined) return { kind: "refused", code };
      let draft = worldOf(copyState(world.state), at);
      let notices = follow(draft, input);
      if (notices === null) return { kind: "refused", code: "PERSON_CAP_EXCEEDED" };
      const [unsaid] = [...unconfirmed(world, draft, input), ...unmet({ ...world, at }, input)];
      if (unsaid !== undefined) return { kind: "refused", code: unsaid };
      if (mayBeHeld(world, input)) {
        const other = worldOf(copyState(world.state), at, world.state.heldChanges);
        const meanwhile = follow(other, input) ?? [];
        const told = heldBy(world, draft, other, input);
        if (told !== null) {
          draft = other;
          notices = [...meanwhile, ...told];
        }
      }
      const before = seen;
      world = worldOf(draft.state, NO_TIME);
      seen = snapshot(world);
      const changed = notices.length > 0 || seen !== before;
      const passed = passedOver(input, draft.passed, changed);
      const isBack = input.type === "organization.reinstated" && passed === null;
      const rest = {
        ...(passed === null ? {} : { passedOver: passed }),
        ...(isBack ? { left: draft.left } : {}),
      };
      return { kind: "accepted", changed, notices, ...rest };
    },
    facts: () => describeWorld(world),
    answer: (query) => answerQuery(world, query),
    clone: () => referenceOf(copyState(world.state), policy, options),
  };
}

/** Makes a reference model that knows nothing yet. */
export function createReference(policy: Policy, options: ReferenceOptions): Reference {
  return referenceOf(emptyState(), policy, options);
}
