/** Questions aimed at the world as it is, by those who may ask and by others. */
import type { Query, QueryOf, QueryType, Viewer } from "../../queries/model.ts";
import type { SightSide } from "../../spaces/model.ts";
import type { SpaceFacts } from "../reference/facts-model.ts";
import { HOSTILE_IDS } from "./names.ts";
import { appQuestions } from "./queries-apps.ts";
import { belowQuestions } from "./queries-below.ts";
import { directoryQuestions } from "./queries-directory.ts";
import { flowQuestions } from "./queries-flows.ts";
import { hierarchyQuestions } from "./queries-hierarchy.ts";
import { joiningQuestions } from "./queries-joining.ts";
import { liaisonQuestions } from "./queries-liaisons.ts";
import { tellingQuestions } from "./queries-telling.ts";
import { adminOf, live, liveSpaces, type Scene } from "./scene.ts";

const ofTrunks = {
  ...hierarchyQuestions,
  ...belowQuestions,
  ...liaisonQuestions,
  ...joiningQuestions,
  ...tellingQuestions,
};
const ofSpaces = {
  ...appQuestions,
  ...flowQuestions,
  ...directoryQuestions,
  ...joiningQuestions,
  ...tellingQuestions,
};
/** Those that exist for Spaces too are about these here. */
const areaQuestions = { ...ofTrunks, ...ofSpaces };

/** The questions about Spaces and entries. */
type SpaceQuestion = Exclude<QueryType, keyof typeof areaQuestions>;

const spaceQuestions: { readonly [Type in SpaceQuestion]: true } = {
  "entry.management": true,
  "entry.spaces": true,
  "space.organizations": true,
  "space.contacts": true,
  "space.contact": true,
  "space.why": true,
  "space.one-way": true,
  "admin.members": true,
  "admin.applications": true,
  "admin.invitations": true,
  "admin.folders": true,
  "admin.waiting": true,
  "admin.scope": true,
  "admin.space-room": true,
  "admin.organization-room": true,
};

/** Every type of question. */
export const QUERY_TYPES: readonly QueryType[] = [
  ...(Object.keys(spaceQuestions) as SpaceQuestion[]),
  ...(Object.keys(areaQuestions) as (keyof typeof areaQuestions)[]),
];

/** Those that exist for Trunks, of Spaces too or not. */
export const TRUNK_QUERY_TYPES = Object.keys(ofTrunks) as readonly QueryType[];

/** Somebody who asks: an admin, somebody on a Roster, or anybody. */
function aViewer(scene: Scene): Viewer {
  const { random, names } = scene;
  const home = random.pick(live(scene));
  const admin = random.chance(50) ? adminOf(scene, home) : undefined;
  if (admin !== undefined && !("support" in admin)) {
    return { organization: admin[0], person: admin[1] } as Viewer;
  }
  const present = random.pick(random.pick(liveSpaces(scene))?.roster ?? []);
  if (present !== undefined && random.chance(60)) {
    return { organization: present[0], person: present[1] };
  }
  const organization = home?.organization ?? random.pick(names.organizations);
  const person = random.pick(
    random.chance(80) ? (home?.people ?? []).map((each) => each.person) : names.people,
  );
  return { organization, person: person ?? "nobody-knows" } as Viewer;
}

/** A Space to ask about, mostly one of the viewer's. */
function aSpaceFor({ facts, random }: Scene, { organization }: Viewer): SpaceFacts | undefined {
  const related = facts.spaces.filter(
    ({ dissolved, host, members }) =>
      !dissolved && (host === organization || members.includes(organization)),
  );
  return random.pick(random.chance(80) ? related : facts.spaces);
}

/** One organization or identity of a Space and another, mostly of the viewer's own and on the Roster. */
function sidesIn({ random }: Scene, viewer: Viewer, space: SpaceFacts | undefined) {
  const { host = viewer.organization, members = [], roster = [] } = space ?? {};
  const side = (isOwn: boolean): SightSide => {
    const own = roster.filter(([organization]) => organization === viewer.organization);
    const [organization, person] = random.pick(isOwn ? own : roster) ?? [viewer.organization, null];
    if (person !== null && random.chance(75)) {
      return { organization, person: random.chance(95) ? person : viewer.person };
    }
    return {
      organization: random.pick(isOwn ? [organization] : [host, ...members]) ?? organization,
    };
  };
  return { from: side(random.chance(50)), to: side(false) };
}

function aSpaceQuestion(scene: Scene, type: SpaceQuestion): Query {
  const { random } = scene;
  const viewer = aViewer(scene);
  if (type === "entry.spaces") return { type, data: { person: viewer.person } };
  if (type === "entry.management" || type === "admin.organization-room") {
    return { type, data: { viewer } };
  }
  const chosen = aSpaceFor(scene, viewer);
  const space = (chosen?.space ?? random.pick(HOSTILE_IDS)) as never;
  if (type === "space.contact") {
    const other = random.pick(chosen?.roster ?? []) ?? [viewer.organization, viewer.person];
    return { type, data: { viewer, space, organization: other[0], person: other[1] } };
  }
  if (type === "space.why")
    return { type, data: { viewer, space, ...sidesIn(scene, viewer, chosen) } };
  const search =
    type === "space.contacts" && random.chance(40)
      ? { search: random.chance(80) ? "ame 1" : "name" }
      : {};
  return { type, data: { viewer, space, ...search } } as Query;
}

type Makers = Readonly<Partial<Record<QueryType, (scene: Scene, viewer: Viewer) => object>>>;

/** What is asked about: where there are Links, of two questions one is about them. */
function choiceFor(
  { random, facts }: Scene,
  types: readonly QueryType[],
): { readonly types: readonly QueryType[]; readonly makers: Makers } {
  const of = (makers: object) => types.filter((type) => Object.hasOwn(makers, type));
  if ((facts.hierarchies?.links ?? []).length > 0 && random.chance(75)) {
    const chosen = of(ofTrunks);
    if (chosen.length > 0) return { types: chosen, makers: ofTrunks };
  }
  return { types: of({ ...spaceQuestions, ...ofSpaces }), makers: ofSpaces };
}

/** The next question, of one of some types; lists are asked for whole. */
export function nextQuery(scene: Scene, types: readonly QueryType[] = QUERY_TYPES): Query {
  const choice = choiceFor(scene, types);
  const type = scene.random.pick(choice.types) ?? "entry.spaces";
  const make = Object.hasOwn(choice.makers, type) ? choice.makers[type] : undefined;
  if (make === undefined) return aSpaceQuestion(scene, type as SpaceQuestion);
  return { type, data: make(scene, aViewer(scene)) } as QueryOf<QueryType>;
}
