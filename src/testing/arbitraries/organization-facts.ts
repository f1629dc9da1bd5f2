/** Facts about organizations and their admins. */
import type { Edition } from "../../directory/model.ts";
import { fact } from "../inputs.ts";
import { type Builders, numberFor } from "./builder.ts";
import {
  anOrganization,
  aStaffedOrganization,
  hierarchyPermission,
  live,
  revision,
  suspendedLately,
  text,
} from "./scene.ts";

type Types =
  | "organization.registered"
  | "organization.renamed"
  | "organization.certification-changed"
  | "organization.edition-changed"
  | "organization.sso-changed"
  | "organization.suspended"
  | "organization.resumed"
  | "organization.ended"
  | "organization.reinstated"
  | "admin.changed";

const otherEditions: readonly Edition[] = ["free", "light", "professional"];

/** Makes the facts about organizations and their admins. */
export const organizationFacts: Builders<Types> = {
  "organization.registered": (scene) => {
    const { random, names, facts } = scene;
    const known = facts.organizations.map(({ organization }) => organization);
    const unknown = names.organizations.filter((each) => !known.includes(each));
    const organization = random.pick(unknown) ?? random.pick(known);
    if (organization === undefined) return null;
    const edition = random.chance(75) ? "exclusive" : (random.pick(otherEditions) ?? "free");
    const certified = random.chance(80);
    const name = text(scene, "Company");
    return fact("organization.registered", {
      organization,
      name,
      certified,
      edition,
      sso: random.chance(8),
    });
  },
  "organization.renamed": (scene) => {
    const organization = anOrganization(scene)?.organization;
    if (organization === undefined) return null;
    const name = text(scene, "Company");
    return fact("organization.renamed", { organization, name, ...revision(scene) });
  },
  "organization.certification-changed": (scene) => {
    const organization = anOrganization(scene)?.organization;
    if (organization === undefined) return null;
    const certified = scene.random.chance(70);
    const type = "organization.certification-changed";
    return fact(type, { organization, certified, ...revision(scene) });
  },
  "organization.edition-changed": (scene) => {
    const { random } = scene;
    const organization = anOrganization(scene)?.organization;
    if (organization === undefined) return null;
    const edition = random.chance(60) ? "exclusive" : (random.pick(otherEditions) ?? "free");
    return fact("organization.edition-changed", { organization, edition, ...revision(scene) });
  },
  "organization.sso-changed": (scene) => {
    const organization = anOrganization(scene)?.organization;
    if (organization === undefined) return null;
    const sso = scene.random.chance(35);
    return fact("organization.sso-changed", { organization, sso, ...revision(scene) });
  },
  "organization.suspended": (scene) => {
    const organization = anOrganization(scene)?.organization;
    if (organization === undefined) return null;
    return fact("organization.suspended", { organization, ...revision(scene) });
  },
  // Who is suspended is not among the facts, so that it is aimed at without knowing.
  "organization.resumed": (scene) => {
    const organization = suspendedLately(scene, "organization.suspended")?.data.organization;
    if (organization === undefined) return null;
    return fact("organization.resumed", { organization, ...revision(scene) });
  },
  "organization.ended": (scene) => {
    const few = live(scene).length < 4 && scene.random.chance(85);
    const ended = scene.facts.organizations.filter((each) => each.ended);
    const organization = few ? scene.random.pick(ended) : anOrganization(scene);
    if (organization === undefined) return null;
    return fact("organization.ended", { organization: organization.organization });
  },
  "organization.reinstated": (scene) => {
    const ended = scene.facts.organizations.filter((each) => each.ended);
    const organization = scene.random.pick(ended) ?? anOrganization(scene);
    if (organization === undefined) return null;
    return fact("organization.reinstated", { organization: organization.organization });
  },
  "admin.changed": (scene) => {
    const { random } = scene;
    const bare = live(scene).filter(
      ({ admins, people }) => admins.length === 0 && people.length > 0,
    );
    const home = random.pick(bare) ?? aStaffedOrganization(scene);
    const employee = random.pick(home?.people ?? []);
    if (home === undefined || employee === undefined) return null;
    const { organization } = home;
    const { person } = employee;
    const taken = random.chance(home.admins.length > 1 ? 25 : 4);
    const sub = random.chance(home.admins.length > 0 ? 55 : 10);
    const role = taken ? null : sub ? "sub" : "main";
    const permission = random.chance(10) ? {} : { spacePermission: random.chance(60) };
    const ofHierarchies = hierarchyPermission(scene);
    const rest = { role, ...permission, ...ofHierarchies, ...revision(scene) } as const;
    const number = numberFor(scene, employee.number);
    return fact("admin.changed", { organization, person, ...number, ...rest });
  },
};
