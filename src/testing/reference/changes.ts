/** Many changes of one directory in one input (DIR-13). */
import type { InputId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { absorbFact, closesCircle } from "./directory.ts";
import { factCodes } from "./fact-codes.ts";
import { saysPlace } from "./held.ts";
import { isLive } from "./lists.ts";
import type { Passed } from "./passed.ts";
import { pass, thingOf } from "./passing.ts";
import { scopedNow } from "./roster.ts";
import { copyState, type InputOf, type Notices, type SingleFact, type World } from "./state.ts";
import type { HeldChange } from "./state-lists.ts";
import { sourceOf } from "./vocabulary-lists.ts";

type Changed = InputOf<"directory.changed">;

/** As many changes as one input may hold. */
const changesMost = 500;

/** The facts that the changes say, in the order given. */
function factsIn({ data: { organization, changes, ...more }, ...rest }: Changed): SingleFact[] {
  const source = sourceOf(more);
  const said = source === undefined ? {} : { source };
  return changes.map(({ type, data }) => {
    // Books have no sources.
    const by = type === "industry.changed" || type === "industry.left" ? {} : said;
    return { ...rest, type, data: { ...data, organization, ...by } } as SingleFact;
  });
}

function isChange({ type }: SingleFact): boolean {
  return /^(department|person|admin|industry)\./.test(type);
}

/** Whether a later change says where the same department is to be. */
function isOvertaken(move: SingleFact, later: readonly SingleFact[]): boolean {
  return later.some(
    ({ type, data }) =>
      (type === "department.moved" || type === "department.removed") &&
      move.type === "department.moved" &&
      data.department === move.data.department &&
      // Revisions that both have say which is the later.
      (data.revision === undefined || move.data.revision === undefined),
  );
}

/** A move that is tried again, and which change it is. */
interface Postponed {
  readonly fact: SingleFact;
  readonly index: number;
}

/** Moves that closed a circle: again and again as long as one is followed, the rest are flagged. */
function retry(world: World, moves: readonly Postponed[]): Notices {
  const open = moves.find(({ fact }) => !closesCircle(world, fact));
  if (open === undefined) {
    return moves.flatMap(({ fact, index }) => absorbChange(world, fact, index));
  }
  const others = moves.filter((each) => each !== open);
  return [...absorbChange(world, open.fact, open.index), ...retry(world, others)];
}

/** Applies one change, and says of what in it had no effect which change it was of (PROTO-08). */
function absorbChange(world: World, fact: SingleFact, index: number): Notices {
  const before = JSON.stringify(world.state);
  const passed: Passed[] = [];
  const notices = absorbFact({ ...world, passed }, fact);
  const isSo = passed.length === 0 && notices.length === 0;
  if (isSo && JSON.stringify(world.state) === before) {
    passed.push({ ...thingOf(fact), reason: "already-so" });
  }
  for (const each of passed) pass(world, { ...each, index });
  world.scoped.push(scopedNow(world.state));
  world.placing.push(saysPlace(fact.type));
  return notices;
}

/** Applies the changes in the order given; what follows from them follows once, afterwards. */
export function absorbChanges(world: World, fact: Changed): Notices {
  if (!isLive(world.state, fact.data.organization)) {
    pass(world, { ...thingOf(fact), reason: "organization-ended" });
    return [];
  }
  const facts = factsIn(fact);
  const postponed: Postponed[] = [];
  const notices = facts.flatMap((each, index) => {
    if (!closesCircle(world, each)) return absorbChange(world, each, index);
    if (isOvertaken(each, facts.slice(index + 1))) {
      pass(world, { ...thingOf(each), index, reason: "older-time" });
    } else postponed.push({ fact: each, index });
    return [];
  });
  return [...notices, ...retry(world, postponed)];
}

/** Carries out what was held of a fact, all of it together, and says what could not be followed (DIR-09). */
export function absorbHeld(
  world: World,
  held: readonly HeldChange[],
  { id, at }: { readonly id: InputId; readonly at: number },
): Notices {
  const facts = held.map(({ organization, department, move, revision }) => {
    const data = { organization, department, ...(revision === null ? {} : { revision }), ...move };
    const type = move === null ? "department.removed" : "department.moved";
    return { id, at, from: { organization }, type, data } as SingleFact;
  });
  const postponed: Postponed[] = [];
  const notices = facts.flatMap((each, index) => {
    if (!closesCircle(world, each)) return absorbFact(world, each);
    postponed.push({ fact: each, index });
    return [];
  });
  return [...notices, ...retry(world, postponed)];
}

/** The codes that apply: each change may name what the earlier ones bring. */
export function changesCodes(world: World, fact: Changed): RefusalCode[] {
  const facts = factsIn(fact);
  const codes = factCodes(world, fact);
  if (facts.length === 0 || facts.length > changesMost || !facts.every(isChange)) {
    codes.push("MALFORMED");
  }
  if (codes.length > 0 || !isLive(world.state, fact.data.organization)) return codes;
  const draft: World = {
    ...world,
    state: copyState(world.state),
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
    holding: null,
  };
  return facts.flatMap((each) => {
    const own = factCodes(draft, each);
    absorbFact(draft, each);
    return own;
  });
}
