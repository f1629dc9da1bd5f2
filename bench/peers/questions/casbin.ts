/** casbin: one matcher over the entities, with functions of our own; no policy lines to walk. */
import { type Enforcer, newEnforcer, newModelFromString } from "casbin";
import type { Space } from "../../floor-state.ts";
import { Contact, type ContactAsked, type Contacts } from "./contacts.ts";
import { type RouteAsked, type Routes, Routing } from "./routes.ts";
import { isPresent, type Verdict } from "./setting.ts";

const ROUTE = [
  "r.e.actor != null && !r.e.actor.ended",
  "r.e.employment != null && r.e.employment.inService",
  "r.e.instance != null",
  "(r.e.viewer.organization == r.e.instance.host || r.e.viewer.organization == r.e.instance.anchor)",
  "has(r.e.holders, r.e.viewer.person)",
  "(r.e.viewer.organization == r.e.instance.host || has(r.e.published, r.e.instance.space) && present(r.e.space, r.e.viewer))",
  "r.e.instance.running",
  "has(r.e.licensed, r.e.viewer.person)",
  "r.e.target.organization == r.e.instance.anchor",
  "r.e.targetEmployment != null && r.e.targetEmployment.inService",
  "(r.e.space == null || r.e.instance.anchor == r.e.instance.host || present(r.e.space, r.e.target))",
  "(r.e.target.person != r.e.viewer.person || r.e.target.organization != r.e.viewer.organization)",
  "!has(r.e.holdersThere, r.e.target.person)",
  "has(r.e.licensedThere, r.e.target.person)",
];

const CONTACT = [
  "r.e.actor != null && !r.e.actor.ended",
  "r.e.space != null && !r.e.space.dissolved",
  "r.e.part != null && present(r.e.space, r.e.viewer)",
  "r.e.targetPart != null",
  "(r.e.space.host.id == r.e.viewer.organization || r.e.target.organization == r.e.viewer.organization || r.e.shows == 'all' || has(r.e.shows, r.e.target.organization))",
  "present(r.e.space, r.e.target)",
];

async function enforcerOf(matcher: readonly string[]): Promise<Enforcer> {
  const model = `
[request_definition]
r = e
[policy_definition]
p = e
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = ${matcher.join(" && ")}
`;
  const enforcer = await newEnforcer(newModelFromString(model));
  await enforcer.addFunction(
    "has",
    (set: ReadonlySet<string> | null, item: string) => set?.has(item) === true,
  );
  await enforcer.addFunction("present", (space: Space | null, who: RouteAsked["viewer"]) =>
    isPresent(space, who),
  );
  return enforcer;
}

/** May route. */
export async function route({ work }: Routes): Promise<Verdict<RouteAsked>> {
  const enforcer = await enforcerOf(ROUTE);
  return (asked) => enforcer.enforceSync(new Routing(work, asked));
}

/** Who sees whom. */
export async function contact({ work }: Contacts): Promise<Verdict<ContactAsked>> {
  const enforcer = await enforcerOf(CONTACT);
  return (asked) => enforcer.enforceSync(new Contact(work, asked));
}
