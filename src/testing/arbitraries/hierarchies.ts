/** Scripts that are mostly about hierarchies: long stories, of many organizations. */

import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import type { InputType } from "../../engine/types.ts";
import { command, fact, type InputDraft } from "../inputs.ts";
import { using } from "./app-use.ts";
import { belowCommands } from "./below-commands.ts";
import type { Builders } from "./builder.ts";
import { flowRules } from "./flow-rules.ts";
import { industryInputs } from "./industry-inputs.ts";
import { holderInputs, liaisonCommands } from "./liaison-commands.ts";
import { linkCommands } from "./link-commands.ts";
import { namedDepartments } from "./named-departments.ts";
import { type Names, peopleFor } from "./names.ts";
import { organizationFacts } from "./organization-facts.ts";
import { peopleFacts, someFields } from "./people-facts.ts";
import type { Random } from "./random.ts";
import { fresh, live, organizationNamed, type Scene, text } from "./scene.ts";
import { taskCommands } from "./task-commands.ts";
import { hierarchyAdminOf, trunkCommands } from "./trunk-commands.ts";
import { trunkGroups } from "./trunk-groups.ts";

/** Somebody is hired where there is nobody yet. */
const hiredFirst: Builders<"person.hired">["person.hired"] = (scene) => {
  const { random, names, past } = scene;
  const empty = random.pick(live(scene).filter(({ people }) => people.length === 0));
  if (empty === undefined || random.chance(15)) return peopleFacts["person.hired"](scene);
  const { organization } = empty;
  const person = random.pick(peopleFor(names, organization));
  if (person === undefined) return null;
  const fields = someFields(scene);
  const number = past.length + 1;
  return fact("person.hired", { organization, person, number, departments: [], fields });
};

type Types =
  | keyof typeof trunkCommands
  | keyof typeof linkCommands
  | keyof typeof belowCommands
  | keyof typeof trunkGroups
  | keyof typeof using
  | keyof typeof taskCommands
  | keyof typeof liaisonCommands
  | keyof typeof holderInputs
  | keyof typeof industryInputs
  | "person.relocated"
  | keyof typeof namedDepartments
  | ("organization.registered" | "person.hired" | "person.reinstated")
  | "admin.changed";

/** What such scripts are mostly made of. Those that exist for Spaces too are about Trunks here. */
export const hierarchyBuilders: Builders<Types> = {
  ...trunkCommands,
  ...linkCommands,
  ...belowCommands,
  ...trunkGroups,
  ...using,
  ...liaisonCommands,
  ...holderInputs,
  ...industryInputs,
  "flow.define": (scene) =>
    (scene.random.chance(50) ? liaisonCommands["flow.define"](scene) : null) ??
    flowRules["flow.define"](scene),
  "person.resigned": (scene) =>
    (scene.random.chance(40) ? holderInputs["person.resigned"](scene) : null) ??
    peopleFacts["person.resigned"](scene),
  "person.relocated": peopleFacts["person.relocated"],
  ...taskCommands,
  "organization.registered": organizationFacts["organization.registered"],
  "person.hired": hiredFirst,
  ...namedDepartments,
  "person.reinstated": peopleFacts["person.reinstated"],
  "admin.changed": organizationFacts["admin.changed"],
};

/** How often each type is tried, in no unit. */
const weights: { readonly [Type in Types]: number } = {
  "organization.registered": 5,
  "person.hired": 14,
  "person.resigned": 18,
  "person.reinstated": 30,
  "department.created": 40,
  "department.removed": 40,
  "admin.changed": 8,
  "hierarchy.capacity-changed": 14,
  "invitation.issue": 26,
  "invitation.revoke": 5,
  "application.submit": 60,
  "application.withdraw": 7,
  "application.approve": 70,
  "application.reject": 7,
  "scope.set": 14,
  "scope.take-out": 12,
  "scope.put-in": 14,
  "fields.share": 14,
  "partner.set": 8,
  "link.mount": 205,
  "link.see": 250,
  "link.reach": 194,
  "link.share": 205,
  "link.release": 197,
  "link.cancel": 202,
  "link.leave": 320,
  "link.stay": 200,
  "app.create": 10,
  "app.publish": 45,
  "app.withdraw": 10,
  "app.authorize": 20,
  "app.offer": 290,
  "app.install": 620,
  "license.purchased": 20,
  "license.grant": 60,
  "license.revoke": 10,
  "license.automate": 35,
  "license.limit": 186,
  "license.reserve": 30,
  "industry.changed": 150,
  "industry.left": 60,
  "liaison.define": 184,
  "liaison.assign": 180,
  "successor.set": 40,
  "person.relocated": 30,
  "app.permit": 30,
  "group.start": 16,
  "group.add": 60,
  "group.leave": 12,
  "form.submit": 60,
  "flow.define": 35,
  "flow.start": 115,
  "flow.withdraw": 8,
  "flow.resubmit": 70,
  "task.approve": 75,
  "task.reject": 20,
  "task.return": 120,
  "task.take-back": 75,
  "task.transfer": 100,
  "task.countersign": 100,
  "task.remove-countersigner": 150,
  "task.delegate": 75,
  "task.copy": 66,
  "task.assign": 125,
  "task.reassign": 60,
  "flow.terminate": 10,
};

/** The types and their weights. */
export const hierarchyTable = Object.entries(weights) as [Types, number][];

const times = (count: number, ...types: readonly Types[]): Types[] =>
  Array.from({ length: count }, () => types).flat();

/** How such a script begins: with organizations that have admins, and Links between some of them. */
export const TREE_OPENING: readonly InputType[] = [
  ...times(5, "organization.registered"),
  ...times(6, "person.hired"),
  ...times(5, "admin.changed"),
  ...times(3, "hierarchy.capacity-changed"),
  ...times(3, "invitation.issue", "application.submit", "application.approve"),
  ...times(3, "organization.registered", "person.hired", "admin.changed"),
  ...times(3, "hierarchy.capacity-changed", "invitation.issue"),
  ...times(5, "application.submit", "application.approve"),
  ...times(3, "department.created"),
  ...times(
    2,
    "app.create",
    "app.publish",
    "license.purchased",
    "license.automate",
    "license.grant",
  ),
  ...times(2, "app.permit", "flow.define", "flow.start"),
  ...times(2, "industry.changed"),
];

/** How one begins that is to have a chain of many organizations. */
export const CHAIN_OPENING: readonly InputType[] = [
  ...times(12, "organization.registered"),
  ...times(13, "person.hired"),
  ...times(12, "admin.changed"),
  ...times(
    11,
    "hierarchy.capacity-changed",
    "invitation.issue",
    "application.submit",
    "application.approve",
  ),
];

/** What an organization of a full chain lacks before it can have a Branch. */
function missingOf(
  scene: Scene,
  organization: OrganizationId,
  first: PersonId,
): InputDraft | null | undefined {
  const known = organizationNamed(scene, organization);
  if (known === undefined) {
    const standing = { certified: true, edition: "exclusive", sso: false } as const;
    return fact("organization.registered", {
      ...{ organization, name: text(scene, "Company") },
      ...standing,
    });
  }
  const [someone] = known.people;
  if (someone === undefined) {
    const rest = { number: 1, departments: [], fields: someFields(scene) };
    return fact("person.hired", { organization, person: first, ...rest });
  }
  const { person } = someone;
  if (known.admins.length === 0) {
    const main = { role: "main", spacePermission: true } as const;
    return fact("admin.changed", { organization, person, ...main });
  }
  const { capacities = [] } = scene.facts.hierarchies ?? {};
  const isOpen = capacities.some((each) => each.organization === organization && each.open);
  return isOpen
    ? undefined
    : fact("hierarchy.capacity-changed", { organization, open: true, branches: null });
}

/** How an organization of a full chain comes below the one before it, step by step. */
function linking(scene: Scene, trunk: OrganizationId, organization: OrganizationId) {
  const { links = [], applications = [], invitations = [] } = scene.facts.hierarchies ?? {};
  if (links.some((each) => each.trunk === trunk && each.organization === organization)) {
    return undefined;
  }
  const [upper, lower] = [trunk, organization].map((each) => hierarchyAdminOf(scene, each));
  if (upper === undefined || lower === undefined) return null;
  const applied = applications.find(
    (each) => each.trunk === trunk && each.organization === organization,
  );
  if (applied !== undefined) {
    const items = [{ application: applied.application }];
    return command("application.approve", upper, { trunk, items });
  }
  const way = invitations.find((each) => each.trunk === trunk && !each.revoked);
  if (way === undefined) {
    const invitation = fresh(scene, "invitation");
    return command("invitation.issue", upper, { trunk, invitation, form: "link" });
  }
  return command("application.submit", lower, {
    ...{ application: fresh(scene, "application"), invitation: way.invitation },
    ...{ scope: { whole: true }, reach: scene.random.chance(80) ? "all-above" : "trunk" },
  });
}

/**
 * How a script begins that is to have a chain as long as may be, and one that would be longer: what comes next, until
 * all organizations hang below one another or the last has been refused.
 */
export function fullChain(scene: Scene): InputDraft | null {
  const { names, past, facts } = scene;
  const chain = names.organizations.slice(0, LONGEST + 1);
  const { links = [], applications = [] } = facts.hierarchies ?? {};
  const told = (type: InputType): number => past.filter((each) => each.type === type).length;
  // Somebody was refused: the chain is as long as it may be.
  if (told("application.submit") > applications.length) return null;
  if (told("application.approve") > links.length) return null;
  for (const [i, organization] of chain.entries()) {
    const [first] = peopleFor(names, organization);
    const missing = first === undefined ? null : missingOf(scene, organization, first);
    if (missing !== undefined) return missing;
    const trunk = chain[i - 1];
    const next = trunk === undefined ? undefined : linking(scene, trunk, organization);
    if (next !== undefined) return next;
  }
  return null;
}

/** The organizations of the longest chain under the default policy. */
const LONGEST = 10;

/** More organizations than others need. */
export function manyOf(names: Names): Names {
  const more = ["north", "south", "east", "west", "upper", "lower", "inner"];
  return { ...names, organizations: [...names.organizations, ...(more as never[])] };
}

/** A policy under which trees may grow, in some scripts as far as by default. */
export function growing(policy: Policy, random: Random): Policy {
  const limit = (most: number): number => (random.chance(16) ? 2 + random.below(3) : most);
  return {
    ...policy,
    hierarchyDepth: limit(10),
    trunkLimit: random.chance(25) ? 1 + random.below(3) : 5,
    ancestorLimit: limit(50),
    descendantLimit: limit(200),
    branchLimit: random.chance(85) ? null : policy.branchLimit,
  };
}
