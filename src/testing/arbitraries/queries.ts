/** Questions aimed at the world as it is, by those who may ask and by others. */
import type { Query, QueryType, Viewer } from "../../queries/model.ts";
import { HOSTILE_IDS } from "./names.ts";
import { adminOf, live, liveSpaces, type Scene } from "./scene.ts";

const types: { readonly [Type in QueryType]: true } = {
  "entry.management": true,
  "entry.spaces": true,
  "space.organizations": true,
  "space.contacts": true,
  "space.contact": true,
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
const QUERY_TYPES = Object.keys(types) as readonly QueryType[];

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

/** The next question; lists are asked for whole. */
export function nextQuery(scene: Scene): Query {
  const { random, facts } = scene;
  const type = random.pick(QUERY_TYPES) ?? "entry.spaces";
  const viewer = aViewer(scene);
  if (type === "entry.spaces") return { type, data: { person: viewer.person } };
  if (type === "entry.management" || type === "admin.organization-room") {
    return { type, data: { viewer } };
  }
  const related = liveSpaces(scene).filter(
    ({ host, members }) => host === viewer.organization || members.includes(viewer.organization),
  );
  const chosen = random.pick(random.chance(80) ? related : facts.spaces);
  const space = (chosen?.space ?? random.pick(HOSTILE_IDS)) as never;
  if (type === "space.contact") {
    const other = random.pick(chosen?.roster ?? []) ?? [viewer.organization, viewer.person];
    return { type, data: { viewer, space, organization: other[0], person: other[1] } };
  }
  const search =
    type === "space.contacts" && random.chance(40)
      ? { search: random.chance(80) ? "ame 1" : "name" }
      : {};
  return { type, data: { viewer, space, ...search } } as Query;
}
