/** A script that the generators are too short for: somebody is bound to more than one record holds. */
import { defaultPolicy } from "../../src/index.ts";
import type { Script } from "../../src/testing/arbitraries/scripts.ts";
import { command, fact, stamped, worldInputs } from "../../src/testing/index.ts";

/** More than stand in the record itself. */
const GROUPS = 70;

/** Ann starts many groups with Bob, leaves some, and resigns. */
export function boundToMany(): Script {
  const ann = ["acme", "ann"] as const;
  const world = worldInputs({
    organizations: { acme: { people: { ann: [], bob: [] }, admins: { ann: "main" } } },
    spaces: { team: { host: "acme", scope: { people: ["ann", "bob"] } } },
  });
  const participants = [{ organization: "acme", person: "bob" }];
  const numbers = Array.from({ length: GROUPS }, (_, index) => index);
  const started = numbers.map((number) => {
    const group = `组${number}`;
    return command("group.start", ann, { space: "team", group, name: group, participants });
  });
  const left = numbers
    .filter((number) => number % 23 === 0)
    .map((number) => command("group.leave", ann, { space: "team", group: `组${number}` }));
  const resigned = fact("person.resigned", { organization: "acme", person: "bob", number: 2 });
  const later = stamped([...started, ...left, resigned], world.length + 1);
  return { policy: defaultPolicy, inputs: [...world, ...later] };
}
