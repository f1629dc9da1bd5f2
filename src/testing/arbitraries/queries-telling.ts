/** Notices whose recipients are asked for: those that the world could be told of, and now and then none of it. */
import type { AppId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Recipient } from "../../core/notice.ts";
import type { Queries } from "../../queries/model.ts";
import { unknown } from "./queries-common.ts";
import { anOrganization, type Scene, somePeople } from "./scene.ts";

type Kind = Recipient["kind"];

const KINDS: readonly Kind[] = [
  ...(["main-admins", "authorized-admins", "hierarchy-admins", "space-admins"] as const),
  ...(["group-participants", "person", "covered-hierarchy-admins", "platform"] as const),
];

/** Whom a role leaves out: mostly nobody, else people of the organization, or anybody. */
function anExcept(
  scene: Scene,
  organization: OrganizationId,
): { readonly except?: readonly PersonId[] } {
  const { random, facts } = scene;
  if (!random.chance(40)) return {};
  const home = facts.organizations.find((each) => each.organization === organization);
  const admins = (home?.admins ?? []).slice(0, 1).map(({ person }) => person);
  const others = home === undefined ? [] : somePeople(scene, home, 2);
  return { except: [...new Set([...admins, ...others])] };
}

function aGroup(scene: Scene): Recipient {
  const { random, facts } = scene;
  const chosen = random.pick(facts.groups);
  if (chosen === undefined) {
    return { kind: "group-participants", space: unknown<SpaceId>(scene), group: unknown(scene) };
  }
  const { group, participants, trunk, space } = chosen;
  const of = trunk === undefined ? { space: space as SpaceId } : { trunk };
  const first = participants[0];
  const except = first === undefined || random.chance(60) ? {} : { except: [first[1]] };
  return { kind: "group-participants", ...of, group, ...except };
}

function aRecipient(scene: Scene): Recipient {
  const { random, facts } = scene;
  const kind = random.pick(KINDS) ?? "platform";
  if (kind === "platform") return { kind };
  if (kind === "group-participants") return aGroup(scene);
  const home = anOrganization(scene);
  const organization = home?.organization ?? unknown<OrganizationId>(scene);
  if (kind === "person") {
    const person = random.pick(home?.people ?? [])?.person ?? unknown<PersonId>(scene);
    return { kind, organization, person };
  }
  if (kind === "space-admins") {
    const space = random.pick(facts.spaces);
    if (space === undefined) return { kind, space: unknown<SpaceId>(scene) };
    return { kind, space: space.space, ...anExcept(scene, space.host) };
  }
  if (kind === "covered-hierarchy-admins") {
    const distributed = random.pick(facts.hierarchies?.distributed ?? []);
    const app = distributed?.app ?? unknown<AppId>(scene);
    return { kind, trunk: distributed?.trunk ?? organization, app };
  }
  return { kind, organization, ...anExcept(scene, organization) };
}

/** Makes the data of the question that whoever delivers asks. */
export const tellingQuestions: {
  readonly "notice.recipients": (scene: Scene) => Queries["notice.recipients"]["input"];
} = {
  "notice.recipients": (scene) => ({
    notice: { to: Array.from({ length: 1 + scene.random.below(4) }, () => aRecipient(scene)) },
  }),
};
