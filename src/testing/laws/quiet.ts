/** What is said again, and what is done and undone, leaves no trace. */
import type { Effects } from "../../core/outcome.ts";
import { beginReading } from "../../core/transaction.ts";
import { keyAsOf } from "../../directory/select/aliases.ts";
import type { Records } from "../../engine/records.ts";
import type { Event, Events } from "../../engine/types.ts";
import { apply, type World } from "../../engine/world.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import { subjectsDiffer } from "./changes.ts";
import { eventsOf, type Law, type Step, stepLaw } from "./law.ts";

/** What could not be followed at once is tried again, and may then be followed or flagged anew. */
const flags: ReadonlySet<string> = new Set([
  "department.flagged",
  "person.flagged",
  "reconciliation.held",
  "removal.held",
]);

/** Whether two lines of a part of a list mean one person, by an id of now and by one of then: either says otherwise. */
function meansOneTwice(world: World, input: Step["input"]): boolean {
  if (input.type !== "directory.reconciled" || input.data.part.kind !== "people") return false;
  const { at, data } = input;
  const tx = beginReading<Records>(world.table, true);
  const meant = input.data.part.people.map(({ person }) =>
    keyAsOf(tx as never, data.organization, "people", person, at),
  );
  return new Set(meant).size < meant.length;
}

/** A fact reported twice changes nothing the second time; a resignation is one of them. */
export const repeatsAreQuiet: Law = stepLaw("repeats are quiet", (step, policy, system) => {
  const { input, before, after, outcome } = step;
  if (!("from" in input) || outcome.kind === "refused") return;
  if (meansOneTwice(before, input)) return;
  if (eventsOf(step).some(({ type }) => flags.has(type))) return;
  // Each time that it is sent a list goes on, and a part of which something is put off brings more back.
  if (input.type === "directory.continued") return;
  if (outcome.passedOver?.byReason["next-step"] !== undefined) return;
  // Somebody moved out and in again is so anew.
  if (input.type === "directory.changed" && !subjectsDiffer(input)) return;
  const again = system.apply(after, input, policy);
  const { passedOver: _, ...rest } = again.outcome as Effects<Event>;
  expectSame(rest, { kind: "accepted", events: [], notices: [] }, "the second time");
  expectTrue(again.world === after, "nothing happened, and yet it is another World");
});

function withoutApplication(facts: ReferenceFacts, application: string): unknown {
  const others = <Item extends { readonly application: string }>(items: readonly Item[]) =>
    items.filter((each) => each.application !== application);
  const { hierarchies } = facts;
  return {
    ...facts,
    ...(hierarchies && {
      hierarchies: { ...hierarchies, applications: others(hierarchies.applications) },
    }),
    applications: others(facts.applications),
    spaces: facts.spaces.map(({ pending, ...rest }) => ({
      ...rest,
      pending: pending.filter((each) => each !== application),
    })),
  };
}

/**
 * A Link that is formed and cancelled restores everything but the application's status (UNLINK-03): who is
 * reached by whom, licenses, offices, groups, tasks, lists.
 */
export const linkingIsUndone: Law = stepLaw("link + cancel", (step, policy) => {
  const { input, before, after, outcome } = step;
  if (input.type !== "application.approve" || outcome.kind === "refused") return;
  const items = "items" in input.data ? input.data.items : [];
  const [{ application } = { application: "" }] = items;
  // One that takes the place of another Link is not undone by its end.
  const formed = outcome.events.find(({ type }) => type === "link.formed");
  if (formed === undefined || items.length > 1) return;
  const { trunk, organization } = formed.data as Events["link.formed"];
  const cancel = { ...input, type: "link.cancel", data: { trunk, organization } } as const;
  const undone = apply(after, cancel, policy);
  expectTrue(undone.outcome.kind === "accepted", "a Link just formed cannot be cancelled");
  const left = withoutApplication(factsOf(undone.world, policy), application);
  const there = withoutApplication(factsOf(before, policy), application);
  expectSame(left, there, "the facts after linking and cancelling");
});

/** Joining and being cancelled at once restores everything but the application's status. */
export const joiningIsUndone: Law = stepLaw("join + cancel", (step, policy) => {
  const { input, before, after, outcome } = step;
  if (input.type !== "application.approve" || outcome.kind === "refused") return;
  if (!("application" in input.data)) return;
  const { application } = input.data;
  const { data } = outcome.events.find(({ type }) => type === "association.formed") as Event;
  const { space, organization } = data as Events["association.formed"];
  const facts = factsOf(before, policy);
  // Who waits may come to count through the new Member, and stays when it goes.
  if (facts.spaces.some((each) => each.space === space && each.waiting.length > 0)) return;
  const cancel = { ...input, type: "association.cancel", data: { space, organization } } as const;
  const undone = apply(after, cancel, policy);
  expectTrue(undone.outcome.kind === "accepted", "a Member just admitted cannot be cancelled");
  const left = withoutApplication(factsOf(undone.world, policy), application);
  expectSame(left, withoutApplication(facts, application), "the facts after joining and leaving");
});
