/**
 * Reading ahead: events about tasks change the records of many people, one after another; these name
 * them all at once, so that a slice learns of every missing key in few rounds. With everything at hand
 * they do nothing.
 */
import { entryKeys } from "../core/hashed.ts";
import type { InstanceId, OrganizationId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import type { Identity } from "../core/notice.ts";
import { type Pages, pageKey, pageKeys } from "../core/paged.ts";
import { EMPTY_PAGES, type PageIndex } from "../core/structures.ts";
import { each, read, together, want } from "../core/transaction.ts";
import { boundKey, doneBy, NEAR_MAX, tiesOf } from "../directory/select/bound.ts";
import { rosterOf } from "../roster/select/places.ts";
import { isPresent } from "../roster/select/presence.ts";
import type { FlowsRecords, InstanceRecord, OpenedPage } from "./model.ts";
import { approversOf, namedByRules, SIGNERS_MAX, wantStanding } from "./select/approvers.ts";
import { type FlowsTx, stepOf } from "./select/flows.ts";
import { definitionKey, openedIn, parkedFor, stepsOf, taskKey } from "./select/places.ts";

type FlowsKey = Key<keyof FlowsRecords & string>;

/** The pages that so many entries more go to. */
export function growthOf<Kind extends keyof FlowsRecords & string>(
  where: Pages<Kind>,
  index: PageIndex,
  entries: number,
): Key<Kind>[] {
  const keys: Key<Kind>[] = [];
  const start = index.next - (index.next % where.size);
  for (let ticket = start; ticket < index.next + entries; ticket += where.size) {
    keys.push(pageKey(where, ticket));
  }
  return keys;
}

/** Whoever gets or gives up tasks of an instance: where their ties are, and whether they are away. */
export function aheadOfHolders(
  tx: FlowsTx,
  id: InstanceId,
  { host, space }: Pick<InstanceRecord, "host" | "space">,
  people: readonly Identity[],
): void {
  if (!tx.ahead) return;
  const guests = people.filter(({ organization }) => organization !== host);
  const keys: FlowsKey[] = people.map(({ organization, person }) => boundKey(organization, person));
  if (space !== null && guests.length > 0) keys.push(["space", space, ""]);
  want(tx, keys);
  want(tx, [
    ...people.flatMap((holder) => farKeys(tx, holder, id)),
    ...(space === null ? [] : rosterKeys(tx, space, guests)),
  ]);
}

/** People who may come to hold tasks without being on the Roster: where those are listed. */
export function aheadOfAway(
  tx: FlowsTx,
  { host, space }: Pick<InstanceRecord, "host" | "space">,
  people: readonly Identity[],
): void {
  if (!tx.ahead || space === null) return;
  each(tx, people, ({ organization, person }) => {
    const away = organization !== host && !isPresent(tx, space, organization, person);
    if (away) aheadOfParking(tx, organization, people.length);
  });
}

/** Where the tie of an identity to an instance is, or is to be, unless in the record itself. */
function farKeys(tx: FlowsTx, identity: Identity, id: InstanceId): Key<"ties">[] {
  const bound = read(tx, ...boundKey(identity.organization, identity.person));
  if (bound === null || (bound.near.length < NEAR_MAX && bound.tasks.count === 0)) return [];
  return entryKeys(tiesOf(identity, "tasks"), bound.tasks, [id], 1);
}

function rosterKeys(
  tx: FlowsTx,
  space: NonNullable<InstanceRecord["space"]>,
  people: readonly Identity[],
): Key<"roster">[] {
  const roster = people.length === 0 ? undefined : read(tx, "space", space)?.roster;
  const ids = people.map(({ person }) => person);
  return roster === undefined ? [] : entryKeys(rosterOf(space), roster, ids);
}

/** Where the page is to which something that an identity has done is added. */
export function aheadOfDone(tx: FlowsTx, who: Identity, kind: "started" | "handled"): void {
  if (!tx.ahead) return;
  const bound = read(tx, ...boundKey(who.organization, who.person));
  want(tx, growthOf(doneBy(who, kind), bound?.[kind] ?? EMPTY_PAGES, 1));
}

/** Where tasks are listed that wait for an organization's admins. */
function aheadOfParking(tx: FlowsTx, home: OrganizationId, tasks: number): void {
  if (!tx.ahead) return;
  const index = read(tx, "parking", home)?.parked ?? EMPTY_PAGES;
  want(tx, growthOf(parkedFor(home), index, tasks));
}

/** An instance's own records, for so many tasks and lines more. */
export function aheadOfLists(
  tx: FlowsTx,
  id: InstanceId,
  { tasks, open, log }: Pick<InstanceRecord, "tasks" | "open" | "log">,
  [more, lines]: readonly [tasks: number, lines: number],
): void {
  if (!tx.ahead) return;
  want(tx, [
    ...growthOf(openedIn(id), open, more),
    ...growthOf(stepsOf(id), log, lines),
    ...Array.from({ length: more }, (_, place) => taskKey(id, tasks + place)),
  ]);
}

/** All tasks of an instance that are not closed, as their closing changes them. */
export function aheadOfClosing(tx: FlowsTx, id: InstanceId, instance: InstanceRecord): void {
  if (!tx.ahead) return;
  const pages = pageKeys(openedIn(id), instance.open);
  want(tx, [...pages, ...growthOf(stepsOf(id), instance.log, instance.open.count + 2)]);
  const numbers = pages.flatMap((key) => entriesOf(tx, key)).map(([, task]) => task);
  want(
    tx,
    numbers.map((number) => taskKey(id, number)),
  );
  const tasks = numbers.map((number) => read(tx, ...taskKey(id, number)));
  const holders = tasks.flatMap((task) => (task?.holder == null ? [] : [task.holder]));
  const listed = tasks.flatMap((task) =>
    task?.parked == null ? [] : [pageKey(parkedFor(task.home), task.parked)],
  );
  const homes = tasks.flatMap((task): FlowsKey[] =>
    task?.parked == null ? [] : [["parking", task.home, ""]],
  );
  together(
    tx,
    () => want(tx, [...homes, ...listed]),
    () => aheadOfHolders(tx, id, instance, holders),
  );
}

function entriesOf(tx: FlowsTx, key: Key<"opened">): OpenedPage["entries"] {
  return read(tx, ...key)?.entries ?? [];
}

/** The step of an instance that may begin, and whoever is to sign in it. */
export function aheadOfStep(
  tx: FlowsTx,
  id: InstanceId,
  instance: InstanceRecord,
  step: number,
): void {
  if (!tx.ahead) return;
  const { app, flow, version, initiator, open } = instance;
  want(tx, [
    definitionKey(app, flow, version),
    ["employment", initiator.organization, initiator.person],
  ]);
  const rules = stepOf(tx, instance, step)?.approvers;
  if (rules === undefined) return;
  const named = namedByRules(tx, instance, rules);
  const most = Math.max(1, Math.min(named.length, SIGNERS_MAX));
  together(
    tx,
    () => wantStanding(tx, instance, named),
    () => aheadOfHolders(tx, id, instance, named.slice(0, SIGNERS_MAX)),
    () => aheadOfLists(tx, id, instance, [most, open.count + most + 4]),
  );
  const signers = approversOf(tx, instance, rules);
  if (signers.length === 0) aheadOfParking(tx, instance.host, 1);
  else aheadOfHolders(tx, id, instance, signers);
}
