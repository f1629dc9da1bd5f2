/** Sight in Spaces: the reason that is told is the one that holds, and what would turn it does (VIS-07, VIS-08). */
import type { Policy } from "../../core/policy.ts";
import type { World } from "../../engine/world.ts";
import type { SightReason, SightTurn, Viewer } from "../../queries/model.ts";
import type { HidingExceptions, SightSide, Visibility } from "../../spaces/model.ts";
import { hostAdmin, liveSpaces, type Scene } from "../arbitraries/scene.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { command, type InputDraft } from "../inputs.ts";
import type { AssociationFacts, SpaceFacts } from "../reference/facts-model.ts";
import { told } from "./asking.ts";
import { choicesAt, type Law, type Step, type System, stepLaw } from "./law.ts";

/** Pairs looked at after a step. */
const PAIRS = 4;

const NONE: HidingExceptions = { organizations: [], kinds: [], departments: [] };
type Lists = Partial<HidingExceptions>;

/** What is left of a list, or added to it. */
function changed<Item>(list: readonly Item[] = [], entry: Item, isAdded: boolean): Item[] {
  const text = JSON.stringify(entry);
  const others = list.filter((each) => JSON.stringify(each) !== text);
  return isAdded ? [...others, entry] : others;
}

/** A setting that names an entry as well, or no more. */
function listsWith(lists: Lists, turn: SightTurn): Lists {
  if (turn.change === "reset") return lists;
  const { entry, change } = turn;
  const isAdded = change === "name";
  if ("partner" in entry) return { kinds: changed(lists.kinds, entry.partner, isAdded) };
  if ("department" in entry) {
    return { ...lists, departments: changed(lists.departments, entry, isAdded) };
  }
  return { ...lists, organizations: changed(lists.organizations, entry.organization, isAdded) };
}

/** The command that makes the change which would turn a verdict. */
function turning(by: readonly [string, string], space: SpaceFacts, turn: SightTurn): InputDraft {
  const { kind, organization } = turn.setting;
  const named = { space: space.space, organization };
  const of = space.associations.find((each) => each.organization === organization);
  const { visibility, hiding, hostCounterparts = [] } = of as AssociationFacts;
  if (kind === "counterparts") {
    const entry = "entry" in turn ? turn.entry : {};
    const left = hostCounterparts.map(([, person]) => person);
    const gone = "person" in entry ? entry.person : "";
    return command("counterparts.set", by, {
      ...named,
      people: left.filter((each) => each !== gone),
    });
  }
  if (kind === "suspension") return command("association.resume", by, named);
  if (kind === "hiding") {
    const { hidden, except } = hiding ?? { hidden: false, except: NONE };
    return turn.change === "reset"
      ? command("visibility.hide", by, { ...named, hidden: false, except })
      : command("visibility.hide", by, { ...named, hidden, except: listsWith(except, turn) });
  }
  if (turn.change === "reset") {
    return command("visibility.set", by, { ...named, visibility: { kind: "own" } });
  }
  const { organizations = [], departments = [], kinds = [] } = listsWith(visibility as Lists, turn);
  const set: Visibility =
    "partner" in turn.entry
      ? { kind: "kinds", kinds }
      : { kind: "listed", organizations, departments };
  return command("visibility.set", by, { ...named, visibility: set });
}

/** Whether somebody sees somebody else, by the question that shows them. */
function isShown(world: World, space: SpaceFacts, from: Viewer, to: SightSide, policy: Policy) {
  const asked = { viewer: from, space: space.space };
  if (to.person !== undefined) {
    const { organization, person } = to;
    return told(world, "space.contact", { ...asked, organization, person }, policy).code === null;
  }
  const all = told(world, "space.organizations", { ...asked, limit: 500 }, policy);
  return all.code === null && all.value.items.some((each) => each.organization === to.organization);
}

/** The verdict, its reason, and that what would turn it does. */
function checkPair(
  step: Step,
  [space, admin]: readonly [SpaceFacts, Viewer],
  [from, to]: readonly [Viewer, SightSide],
  policy: Policy,
  system: System,
): void {
  const ask = (world: World) => {
    const found = told(world, "space.why", { viewer: admin, space: space.space, from, to }, policy);
    // An admin who is suspended asks nothing (DIR-17).
    if (found.code === "ACTOR_SUSPENDED") return null;
    expectSame(found.code, null, "asking why as a Space admin");
    return (found as { readonly value: SightReason }).value;
  };
  const why = ask(step.after);
  if (
    why === null ||
    told(step.after, "space.organizations", { viewer: from, space: space.space }, policy).code !==
      null
  )
    return;
  expectSame(
    why.sees,
    isShown(step.after, space, from, to, policy),
    "the verdict, and what is shown",
  );
  expectTrue("line" in why, "a Space admin is told in full");
  if (!("line" in why) || why.turn === null) return;
  if (why.turn.setting.kind === "counterparts" && policy.counterpartsMin > 0) return;
  const by = [admin.organization, admin.person] as const;
  const id = "turn-it";
  const draft = turning(by, space, why.turn);
  const input = { ...draft, id, at: step.input.at } as never;
  const { world, outcome } = system.apply(step.after, input, {
    ...policy,
    expectationRequired: [],
  });
  const isSuspended = outcome.kind === "refused" && outcome.refusal.code === "HOST_SUSPENDED";
  if (isSuspended) return;
  expectSame(outcome.kind, "accepted", "what would turn the verdict");
  expectSame(ask(world)?.sees, !why.sees, "the verdict, after what would turn it");
}

/** VIS-07: the verdict is what is shown, of identities and organizations, and what would turn it turns it. */
export const sightIsOne: Law = stepLaw("sight", (step, policy, system) => {
  const random = choicesAt(step, 41);
  if (!random.chance(35)) return;
  const facts = factsOf(step.after, policy);
  const scene = { facts, random, policy } as Scene;
  for (let i = 0; i < PAIRS; i += 1) {
    const space = random.pick(liveSpaces(scene));
    const by = space === undefined ? undefined : hostAdmin(scene, space);
    const looks = random.pick(space?.roster ?? []);
    const isSeen = random.pick(space?.roster ?? []);
    if (space === undefined || by === undefined || looks === undefined || isSeen === undefined)
      continue;
    if ("support" in by) continue;
    const from: Viewer = { organization: looks[0], person: looks[1] };
    const [organization, person] = isSeen;
    const to = random.chance(70) ? { organization, person } : { organization };
    const admin = { organization: by[0], person: by[1] } as Viewer;
    checkPair(step, [space, admin], [from, to], policy, system);
  }
});
