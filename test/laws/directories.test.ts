/** Aim: directories that err in every way that is known, and what holds whatever they say. */
import { expect, test } from "vitest";
import type { Event, Input, PassedOverReason } from "../../src/index.ts";
import {
  agreesWithReference,
  type Law,
  listsRecover,
  type Step,
  soak,
  sourcesRecover,
} from "../../src/testing/index.ts";
import { holds } from "./run.ts";

const scripts = { about: "directories" } as const;

/** What a script has said of organizations so far. */
interface Said {
  /** The sources that have said something that was taken, by organization. */
  readonly sources: Map<string, Set<string>>;
  /** The lists that have begun and not all come, by organization. */
  readonly begun: Map<string, string>;
}

const eventsOf = ({ outcome }: Step): readonly Event[] =>
  outcome.kind === "accepted" ? outcome.events : [];

const says =
  (...types: readonly Event["type"][]) =>
  (step: Step): boolean =>
    eventsOf(step).some(({ type }) => types.includes(type));

const passesOver =
  (...reasons: readonly PassedOverReason[]) =>
  ({ outcome }: Step): boolean =>
    outcome.kind === "accepted" &&
    reasons.some((reason) => (outcome.passedOver?.byReason[reason] ?? 0) > 0);

const aboutOf = ({ data }: Input) =>
  data as { readonly organization?: string; readonly source?: string; readonly extent?: unknown };

/** How directories err, and what is done about it. */
const KINDS: { readonly [kind: string]: (step: Step, said: Said) => boolean } = {
  "wrong: a departure is taken back": says("person.reinstated"),
  "wrong: the end of an organization is taken back": says("organization.reinstated"),
  "wrong: a list lacks so much that it is held": says("reconciliation.held"),
  "wrong: a fact would take out so many that it is held": says("removal.held"),
  "wrong: what is held is discarded": (step) =>
    step.input.type === "reconciliation.discard" && eventsOf(step).length > 0,
  "wrong: an id is in use": passesOver("id-in-use"),
  "late: newer word has decided": passesOver("older-time", "older-number", "older-revision"),
  "late: of a list that another has outdone": passesOver("older-list", "other-list"),
  "partial: a list is full for some departments or one source": (step) =>
    says("list.completed")(step) && aboutOf(step.input).extent !== undefined,
  "partial: a list never comes to its end": says("list.dropped"),
  "partial: departments are missing": says("department.dormant"),
  "renamed: a person": says("person.renamed"),
  "renamed: a department": says("department.id-changed"),
  "suspended: a person": says("person.suspended"),
  "suspended: an organization": says("organization.suspended"),
  "restored: a person goes on": says("person.resumed"),
  "restored: an organization goes on": says("organization.resumed"),
  "restored: a department is back": says("department.awake"),
  "restored: a setting lives again": says("setting.revived"),
  "two sources of one organization": ({ input }, { sources }) =>
    (sources.get(aboutOf(input).organization ?? "")?.size ?? 0) > 1 &&
    aboutOf(input).source !== undefined,
  "two sources: what one still vouches for stays": passesOver("vouched-elsewhere"),
  "facts arrive between the parts of a list": (step, { begun }) =>
    !step.input.type.startsWith("directory.re") &&
    begun.has(aboutOf(step.input).organization ?? "") &&
    says("person.hired", "person.resigned", "person.relocated")(step),
  "facts arrive between the steps of a list": says("list.step"),
};

/** A law that always holds, and counts. */
function counting(counts: Map<string, number>): Law {
  return {
    name: "counting",
    begin: () => {
      const said: Said = { sources: new Map(), begun: new Map() };
      return (step) => {
        for (const event of eventsOf(step)) {
          if (event.type === "list.begun") said.begun.set(event.data.organization, event.data.list);
          if (event.type === "list.completed" || event.type === "list.dropped") {
            said.begun.delete(event.data.organization);
          }
        }
        for (const [kind, isOne] of Object.entries(KINDS)) {
          if (isOne(step, said)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
        }
        const { organization, source } = aboutOf(step.input);
        if (organization === undefined || source === undefined) return;
        if (eventsOf(step).length === 0) return;
        said.sources.set(organization, (said.sources.get(organization) ?? new Set()).add(source));
      };
    },
  };
}

test("every way in which directories err is met, more than once", () => {
  const counts = new Map<string, number>();
  soak([counting(counts)], { seed: 3, inputs: 20_000, scripts });
  console.log(Object.fromEntries([...counts].sort(([, a], [, b]) => a - b)));
  const rare = Object.keys(KINDS).filter((kind) => (counts.get(kind) ?? 0) < 2);
  expect(rare).toEqual([]);
});

test("the reference model agrees on them, and correct lists lead to what the sources have", () => {
  holds([agreesWithReference, listsRecover, sourcesRecover], "erring", scripts);
});
