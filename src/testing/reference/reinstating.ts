/** Employments that are in force again (RESIGN-06), and what their people get back (RESIGN-07). */
import type { SpaceId } from "../../core/ids.ts";
import { lacks } from "./ability.ts";
import { nameAgain } from "./counterparts.ts";
import { hasDepartment } from "./departments.ts";
import { isInBook } from "./distribution-lists.ts";
import { mayTake, rostered } from "./handover.ts";
import { among, isSame } from "./identities.ts";
import { keptOf, relist } from "./kept.ts";
import { relistBelow } from "./kept-hierarchy.ts";
import { lastWord, noteWord } from "./last-words.ts";
import { findSpace } from "./lists.ts";
import { comeToCount } from "./natural.ts";
import { passPerson } from "./passing.ts";
import { identityOf, inService, latest } from "./people.ts";
import { relocateBy, setFields } from "./person-values.ts";
import { isEligible, isLinked } from "./pools.ts";
import { isClosed, note } from "./progress.ts";
import { presenceOf } from "./roster.ts";
import { isPair } from "./settings.ts";
import { isKeptOut } from "./signing.ts";
import {
  decides,
  keepVouched,
  ofPerson,
  sayAgain,
  vouches,
  vouchFor,
  whyOlder,
} from "./sources.ts";
import { behalfOf, whoActsFor } from "./stand-ins.ts";
import { goOn } from "./standing-in.ts";
import type { Due, Employment, InputOf, Kept, Returned, State, Taken, World } from "./state.ts";
import type { Account } from "./state-areas.ts";
import { sourceOf } from "./vocabulary-lists.ts";

/** What was kept of somebody's own. */
function restore(state: State, employment: Employment, kept: Kept): void {
  const { organization, person } = employment;
  const exists = (id: Kept["departments"][number]) => hasDepartment(state, organization, id);
  employment.departments = kept.departments.filter(exists);
  for (const share of employment.shares) share.departments = share.departments.filter(exists);
  employment.admin = kept.admin;
  employment.heads = kept.heads.filter(exists);
  employment.roles = kept.roles;
  employment.staffOf = kept.staffOf;
  employment.successor = kept.successor;
  employment.manager = kept.manager;
  employment.probation = kept.probation;
  employment.suspended = kept.suspended;
  employment.standIn = kept.standIn;
  for (const { space, rule } of kept.rules) {
    const association = state.associations.find(
      (each) => each.space === space && each.organization === organization,
    );
    association?.rules.push({ kind: "person", id: person, rule });
  }
  // As long as the same Link lasts.
  for (const { link, rule } of kept.linkRules) {
    const found = state.hierarchyLinks.find((each) => each.serial === link);
    found?.rules.push({ kind: "person", id: person, rule });
  }
  relist(state, kept);
  relistBelow(state, kept);
}

/** After the retention only the employment is in force again. */
function begin(employment: Employment): void {
  employment.departments = [];
  employment.shares = [];
  employment.former = [];
  employment.admin = null;
  employment.heads = [];
  employment.roles = [];
  employment.staffOf = [];
  employment.successor = null;
  employment.manager = null;
  employment.probation = false;
}

/** Puts an employment in force again, as of a time; now is when what is kept is looked at. */
export function reinstate(
  world: World,
  employment: Employment,
  { at, now, line }: { readonly at: number; readonly now: number; readonly line?: number },
): void {
  const { state, leaving, returned } = world;
  const found = keptOf(state, employment);
  // A departure and its reinstatement in one input is nothing (DIR-13).
  const undone = leaving.findIndex((each) => each.employment === employment);
  const kept = found !== undefined && (undone >= 0 || now < found.until) ? found : null;
  if (kept === null) passPerson(world, employment.person, "retention-over", line);
  state.kept = state.kept.filter((each) => each !== found);
  employment.natural = comeToCount(state, employment, employment.along);
  employment.inService = true;
  employment.ended = null;
  employment.reported = false;
  employment.at = Math.max(employment.at, at);
  if (kept === null) begin(employment);
  else restore(state, employment, kept);
  if (undone < 0) {
    returned.push({ employment, kept });
    return;
  }
  leaving.splice(undone, 1);
  if (kept !== null) goOn(world, kept);
}

/** The source's first number for an employment begun without one is adopted (DIR-03). */
export function adopt(employment: Employment, number: number | undefined): boolean {
  if (employment.sourced || number === undefined || number <= employment.given) return false;
  employment.given = number;
  employment.sourced = true;
  return true;
}

/** Word that somebody is in service after all. */
export function absorbReinstatement(
  world: World,
  { data, at }: InputOf<"person.reinstated">,
): void {
  const { state } = world;
  const { organization, person, number, departments, fields } = data;
  const last = latest(state, organization, person);
  if (last === undefined) return;
  const meant = last.sourced && number !== undefined ? number : undefined;
  if (meant !== undefined && meant !== last.given) {
    passPerson(world, person, "older-number");
    return;
  }
  const isLate =
    meant === undefined
      ? at < lastWord(state, "left", last) ||
        at < lastWord(state, "hired", last) ||
        at <= lastWord(state, "reinstated", last)
      : at < lastWord(state, "left", last, last.number) ||
        at <= lastWord(state, "reinstated", last, last.number);
  const source = sourceOf(data);
  const subject = ofPerson(last);
  const tookBack =
    source !== undefined &&
    !vouches(state, subject, source) &&
    whyOlder(state, subject, source, { at }) !== null;
  if (isLate || tookBack) {
    passPerson(world, person, "older-time");
    // Of a source its own last word decides.
    if (last.inService) vouchFor(state, last, source, at, {});
    return;
  }
  noteWord(state, "reinstated", last, at);
  if (source === undefined) sayAgain(state, last, source, at);
  else if (last.inService) vouchFor(state, last, source, at, {});
  if (adopt(last, number)) last.numberBy = source ?? null;
  if (number !== undefined && number < last.given) passPerson(world, person, "older-number");
  if (last.inService) {
    passPerson(world, person, "already-so");
    return;
  }
  reinstate(world, last, { at, now: at });
  keepVouched(state, last, source);
  vouchFor(state, last, source, at, {});
  if (departments !== undefined) {
    relocateBy(world, last, source, departments, at, { quiet: true });
  }
  if (fields !== undefined && decides(state, ofPerson(last), source))
    setFields(world, last, fields, at);
}

/** What is due to whom a step brought back, by the place where it is given. */
function dueOf({ employment, kept }: Returned): Due[] {
  if (kept === null) return [];
  const { organization, person, number } = employment;
  const { until, order, took } = kept;
  const spaceOf = ({ unit }: Kept["accounts"][number]) => ("space" in unit ? unit.space : null);
  const { groups, accounts, tasks, counterparts } = took ?? kept;
  const spaces = [
    ...groups.map((each) => each.space),
    ...accounts.map(spaceOf),
    ...tasks.map((each) => each.space),
    ...counterparts.map((each) => each.space),
  ];
  const within = (
    all: Pick<Taken, "groups" | "accounts" | "tasks" | "counterparts">,
    space: SpaceId | null,
  ) => ({
    groups: all.groups.filter((each) => each.space === space),
    accounts: all.accounts.filter((each) => spaceOf(each) === space),
    tasks: all.tasks.filter((each) => each.space === space),
    counterparts: all.counterparts.filter((each) => each.space === space),
  });
  return [...new Set(spaces)].map((space) => ({
    ...{ organization, person, number, until, order, space },
    ...within(kept, space),
    took: {
      ...within(took ?? kept, space),
      rules: [],
      linkRules: [],
      lists: [],
      distributionLists: [],
      places: [],
      standIns: [],
    },
  }));
}

/** Whether what is due is given now, waits for a place on the Roster, or is lost. */
function stateOf({ state }: World, due: Due, at: number): "now" | "waits" | "lost" {
  const last = latest(state, due.organization, due.person);
  if (at >= due.until || last?.number !== due.number) return "lost";
  if (!last.inService) return "waits";
  if (due.space === null) return "now";
  const space = findSpace(state, due.space);
  if (space === undefined) return "lost";
  const { present, waiting } = presenceOf(state, space);
  if (among(present, due)) return "now";
  return among(waiting, due) ? "waits" : "lost";
}

function give(world: World, due: Due, at: number): Account[] {
  const { state } = world;
  const { organization, person, number, order } = due;
  for (const { group: id } of due.groups) {
    const group = state.groups.find((each) => each.id === id);
    if (group === undefined || group.participants.some((each) => isPair(each, due))) continue;
    if (group.trunk !== undefined && !isInBook(state, group.trunk, due)) continue;
    group.participants.push({ organization, person, number });
  }
  for (const { instance: id, task: place } of due.tasks) {
    const instance = state.instances.find((each) => each.id === id);
    const task = instance?.tasks[place];
    if (instance === undefined || task === undefined || instance.status !== "running") continue;
    if (isClosed(task) || task.holder !== null) continue;
    // Theirs it is no more than they may hold it, and nobody else's for them.
    if (!mayTake(state, { instance, task }, due, rostered(state))) continue;
    const to = whoActsFor(
      world,
      { organization, person },
      (each) =>
        isPair(each, due) ||
        (mayTake(state, { instance, task }, each, rostered(state)) &&
          !isKeptOut(world, instance, each) &&
          lacks(world, instance, each, task.space) === null),
      { instance },
    );
    if (to === null) continue;
    task.holder = identityOf(state, to);
    task.behalf = behalfOf(to, due);
    note(instance, at, "task.handed-over", place, task.holder);
  }
  nameAgain(state, due);
  return due.accounts.map((each) => ({ ...each, organization, person, number, taken: order }));
}

/** Gives back what can be given now; gives the accounts that stand first in line for a license. */
export function giveBack(world: World, at: number): Account[] {
  const { state, returned } = world;
  // Before tasks are: those of whoever is away go to who stands in.
  for (const { kept } of returned) if (kept !== null) goOn(world, kept);
  const all = [...state.due, ...returned.flatMap(dueOf)];
  state.due = all.filter((each) => stateOf(world, each, at) === "waits");
  return all
    .filter((each) => stateOf(world, each, at) === "now")
    .flatMap((each) => give(world, each, at))
    .filter(
      (each) =>
        isLinked(state, each.unit) &&
        isEligible(state, each.unit, each) &&
        inService(state, each.organization, each.person)?.number === each.number &&
        !state.grants.some(
          (grant) =>
            isSame(grant, each) && JSON.stringify(grant.unit) === JSON.stringify(each.unit),
        ),
    );
}
