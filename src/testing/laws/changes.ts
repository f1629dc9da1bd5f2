/** Many changes in one input come to the same as the facts that they say, one after the other. */
import type { AnyChange, DirectoryFact } from "../../directory/model.ts";
import type { Event, Events, Input } from "../../engine/types.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import { eventsOf, type Law, stepLaw } from "./law.ts";

type Changed = Extract<DirectoryFact, { readonly type: "directory.changed" }>;

/** Whom or what a change is about. */
const subjectOf = ({ type, data }: AnyChange): string => {
  if (!("person" in data)) return `department ${data.department}`;
  const isMember = type.startsWith("industry.") && "kind" in data && data.kind === "member";
  return `${isMember ? "member" : "person"} ${data.person}`;
};

/** Whether each of an input's changes is about somebody, or something, else. */
export const subjectsDiffer = ({ data: { changes } }: Changed): boolean =>
  new Set(changes.map(subjectOf)).size === changes.length;

/** The changes as facts of their own. */
const apart = ({ data: { changes, ...all }, ...stamp }: Changed): Input[] =>
  changes.map(({ type, data }) => {
    const { source: _, ...book } = all;
    const more = type.startsWith("industry.") ? book : all;
    return { ...stamp, type, data: { ...data, ...more } } as Input;
  });

/** Directory, industry books, Rosters and waiting lists. */
const shown = ({ organizations, spaces, industry }: ReferenceFacts) => ({
  organizations,
  industry,
  spaces: spaces.map(({ roster, waiting }) => ({ roster, waiting })),
});

const waits = ({ spaces }: ReferenceFacts): boolean =>
  spaces.some(({ waiting }) => waiting.length > 0);

/** What moves people with a department: in one input it interrupts nobody, and may keep others out. */
const moves: ReadonlySet<string> = new Set(["department.moved", "department.removed"]);

/** Changes of different subjects equal the facts one after the other. */
export const changesEqualFacts: Law = stepLaw("many changes are facts", (step, policy, system) => {
  const { input, before, after, outcome } = step;
  if (input.type !== "directory.changed" || outcome.kind === "refused") return;
  // A move that had to wait for another is flagged where the two come one after the other.
  if (!subjectsDiffer(input)) return;
  let world = before;
  const events: Event[] = [];
  for (const fact of apart(input)) {
    const told = system.apply(world, fact, policy);
    expectTrue(told.outcome.kind === "accepted", `${fact.type} is refused on its own`);
    if (told.outcome.kind === "accepted") events.push(...told.outcome.events);
    world = told.world;
  }
  // What is held of departments is judged by the input as a whole (DIR-09).
  const apartOnly = ["department.flagged", "removal.held"];
  if ([...events, ...eventsOf(step)].some(({ type }) => apartOnly.includes(type))) return;
  const [once, each] = [factsOf(after, policy), factsOf(world, policy)];
  const crowded = waits(factsOf(before, policy)) || waits(once) || waits(each);
  if (crowded && input.data.changes.some(({ type }) => moves.has(type))) return;
  expectSame(shown(once), shown(each), "at once, and one after the other");
});

/** An identity on the Roster of a Space, or on a Link, as a text. */
const placeOf = (data: Events["roster.entered"] | Events["roster.left"]): string =>
  `${"trunk" in data ? `link ${data.trunk}` : data.space} ${data.organization} ${data.person}`;

/** Whoever is on a Roster before and after, under the same employment, has not left it between. */
export const changesInterruptNobody: Law = stepLaw("many changes interrupt nobody", (step) => {
  if (step.input.type !== "directory.changed") return;
  const events = eventsOf(step);
  const resigned = new Set(
    events.flatMap(({ type, data }) => (type === "person.resigned" ? [data.person] : [])),
  );
  const entered = new Set(
    events.flatMap(({ type, data }) => (type === "roster.entered" ? [placeOf(data)] : [])),
  );
  for (const { type, data } of events) {
    if (type !== "roster.left" || resigned.has(data.person)) continue;
    const same = placeOf(data);
    expectTrue(!entered.has(same), `${same} left and came back`);
  }
});
