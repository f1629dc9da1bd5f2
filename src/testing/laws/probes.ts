/** What is tried after a step, and what happens then, to see whom it tells of the step. */
import type { InputId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import type { Command, Input } from "../../engine/types.ts";
import type { Query, Viewer } from "../../queries/model.ts";
import { namesOf } from "../arbitraries/names.ts";
import { nextInput } from "../arbitraries/next-input.ts";
import { nextQuery, QUERY_TYPES } from "../arbitraries/queries.ts";
import type { Scene } from "../arbitraries/scene.ts";
import { factsOf } from "../facts.ts";
import { command, fact, stamped } from "../inputs.ts";
import { choicesAt, eventsOf, type Step } from "./law.ts";
import type { Attempt } from "./unseen.ts";

/** Commands tried after each step that is looked at, and questions, each by two people. */
const PROBES = 4;
const QUESTIONS = 8;

export const isCommand = (tried: Command | Query): tried is Command => "by" in tried;

/** Commands and questions aimed at a World, some of them by those who may give them. */
export function probesOf(step: Step, policy: Policy): Attempt[] {
  const random = choicesAt(step, 6);
  const names = namesOf(random, "plain");
  const facts = factsOf(step.after, policy);
  const scene: Scene = { facts, policy, names, random, at: step.input.at, past: [] };
  const inputs: Input[] = Array.from({ length: PROBES * 2 }, () => nextInput(scene));
  const commands = inputs.flatMap((tried): Attempt[] =>
    "by" in tried && "person" in tried.by ? [{ viewer: tried.by, tried }] : [],
  );
  const everybody = facts.organizations.flatMap(({ organization, people }) =>
    people.map(({ person }) => ({ organization, person }) as Viewer),
  );
  const queries = Array.from({ length: QUESTIONS }, () => nextQuery(scene, QUERY_TYPES)).flatMap(
    (tried): Attempt[] => {
      if (!("viewer" in tried.data)) return [];
      const { viewer } = tried.data;
      // The same by anybody else: whoever may not ask learns nothing either.
      const other = random.pick(everybody) ?? viewer;
      const byOther = { ...tried, data: { ...tried.data, viewer: other } } as Query;
      return [
        { viewer, tried },
        { viewer: other, tried: byOther },
      ];
    },
  );
  return [...commands.slice(0, PROBES), ...queries];
}

/** Whoever leaves, and places freed, where a step has changed something: what others could hear of. */
export function departuresAfter(step: Step, policy: Policy): Input[] {
  const random = choicesAt(step, 7);
  const { spaces, organizations } = factsOf(step.after, policy);
  const touched = new Set(
    eventsOf(step).map(({ data }) => (data as { readonly space?: string }).space),
  );
  const space = random.pick(spaces.filter((each) => touched.has(each.space) && !each.dissolved));
  const [organization, person] = random.pick(space?.roster ?? []) ?? [];
  const home = organizations.find((each) => each.organization === organization);
  const employee = home?.people.find((each) => each.person === person);
  if (space === undefined || home === undefined || employee === undefined) return [];
  const { number } = employee;
  const own = { organization: home.organization, person: employee.person };
  const admin = random.pick(home.admins.filter(({ role }) => role === "main"));
  const out = { space: space.space, organization: home.organization, people: [own.person] };
  return stamped([
    { ...fact("person.resigned", { ...own, number }), id: "leaves" as InputId, at: step.input.at },
    ...(admin === undefined
      ? []
      : [
          {
            ...command("scope.take-out", [home.organization, admin.person], out),
            id: "freed" as InputId,
            at: step.input.at,
          },
        ]),
  ]);
}
