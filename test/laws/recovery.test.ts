/** Aim: directories that erred come to what their sources have, and what is taken back leaves no trace. */
import { expect, test } from "vitest";
import {
  departuresAreUndone,
  employmentsAreApart,
  engine,
  equalListsAreQuiet,
  exclusionsHold,
  extentsHold,
  keptHasNoEffect,
  type Law,
  lastAdminsAreTold,
  listsRecover,
  removalsAreUndone,
  type System,
  soak,
  sourcesRecover,
} from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test("a correct list, and the same again, lead to what the source has", () => {
  holds([listsRecover, sourcesRecover], "recovery");
});

test("departures and removals are undone, and nothing kept meanwhile is in force", () => {
  holds([departuresAreUndone, removalsAreUndone, keptHasNoEffect, employmentsAreApart], "kept");
});

test("equal lists are quiet, exclusions and extents hold, last admins are told of", () => {
  holds([equalListsAreQuiet, exclusionsHold, lastAdminsAreTold, extentsHold], "directories");
});

/** This library, under another policy than it says. */
const under = (changes: Partial<Parameters<System["apply"]>[2]>): System => ({
  ...engine,
  apply: (world, input, policy) => engine.apply(world, input, { ...policy, ...changes }),
});

/** This library with what it does changed by the input. */
const changing = (change: (...given: Parameters<System["apply"]>) => unknown): System => ({
  ...engine,
  apply: (...given) => (change(...given) ?? engine.apply(...given)) as ReturnType<System["apply"]>,
});

/** Does nothing when a list is to go on. */
const stopping = changing((world, { type }) =>
  type === "directory.continued"
    ? { world, outcome: { kind: "accepted", events: [], notices: [] } }
    : undefined,
);

/** Takes whoever is hired again for somebody who is back. */
const confusing = changing((world, input, policy) => {
  if (input.type !== "person.hired") return undefined;
  const back = engine.apply(world, { ...input, type: "person.reinstated" } as never, policy);
  return back.outcome.kind === "accepted" ? back : undefined;
});

/** Loses the last line of each part. */
const losing = changing((world, input, policy) => {
  if (input.type !== "directory.reconciled") return undefined;
  const { part } = input.data;
  const lines =
    part.kind === "people"
      ? { people: part.people.slice(0, -1) }
      : { departments: part.departments.slice(0, -1) };
  const data = { ...input.data, part: { ...part, ...lines } };
  return engine.apply(world, { ...input, data } as never, policy);
});

/** Has whoever comes first in a part leave and come anew, with nothing of what they had. */
const renewing = changing((world, input, policy) => {
  if (input.type !== "directory.reconciled" || input.data.part.kind !== "people") return undefined;
  const [line] = input.data.part.people;
  if (line === undefined) return undefined;
  const { organization } = input.data;
  const { person, fields } = line;
  const { id, from, at } = input;
  const about = { organization, person };
  const hired = { ...about, departments: [], fields };
  const told = [
    { type: "person.resigned", data: about },
    { type: "person.hired", data: hired },
  ];
  const before = told.reduce((now, each, place) => {
    const draft = { ...each, id: `${id}-${place}`, from, at: at - 1 };
    return engine.apply(now, draft as never, policy).world;
  }, world);
  return engine.apply(before, input, policy);
});

/** Takes a list of some departments for one of the whole organization. */
const whole = changing((world, input, policy) => {
  if (input.type !== "directory.reconciled" || input.data.extent === undefined) return undefined;
  const { extent: _, ...data } = input.data;
  return engine.apply(world, { ...input, data } as never, policy);
});

/** Tells nobody anything. */
const silent = changing((world, input, policy) => {
  const { outcome, ...rest } = engine.apply(world, input, policy);
  return { ...rest, outcome: outcome.kind === "refused" ? outcome : { ...outcome, notices: [] } };
});

/** Forgets whose departure kept something, besides what it kept. */
const forgetful: System = {
  ...engine,
  replay: (events, from) =>
    engine.replay(
      [...events].map((event) =>
        event.type === "departure.dropped"
          ? ({ ...event, type: "person.hired", data: { ...event.data, ...HIRED } } as never)
          : event,
      ),
      from,
    ),
};
const HIRED = { departments: [], fields: { name: "Somebody" }, probation: false };

const planted: readonly (readonly [name: string, law: Law, system: System])[] = [
  ["lists undo every departure", listsRecover, under({ listReinstates: "any" })],
  ["lists undo no departure", listsRecover, under({ listReinstates: "never" })],
  ["lists stop after a step", listsRecover, stopping],
  ["lists lose lines", listsRecover, losing],
  ["those whom a list names are hired anew", listsRecover, renewing],
  ["lists of sources lose lines", sourcesRecover, losing],
  ["a list of one source is taken for one of all", sourcesRecover, whole],
  ["nothing is kept of departures", departuresAreUndone, under({ departureRetentionDays: 0 })],
  ["nothing is kept of removals", removalsAreUndone, under({ departureRetentionDays: 0 })],
  ["whoever is kept is in service", keptHasNoEffect, forgetful],
  ["a hire is taken for a return", employmentsAreApart, confusing],
  ["lines are lost", equalListsAreQuiet, losing],
  ["lists of branches are taken for whole ones", extentsHold, whole],
  ["nobody is told", lastAdminsAreTold, silent],
];

test.each(planted)("a planted mistake is found: %s", (_, law, system) => {
  const { failures } = soak([law], { seed: 5, inputs: 24_000, system });
  expect(failures.map(({ failure }) => failure.law)).toEqual([law.name]);
});
