/** Scripts that are mostly about hierarchies: long stories, of many organizations. */
import type { Policy } from "../../core/policy.ts";
import type { InputType } from "../../engine/types.ts";
import { fact } from "../inputs.ts";
import type { Builders } from "./builder.ts";
import { linkCommands } from "./link-commands.ts";
import { type Names, peopleFor } from "./names.ts";
import { organizationFacts } from "./organization-facts.ts";
import { peopleFacts, someFields } from "./people-facts.ts";
import type { Random } from "./random.ts";
import { live } from "./scene.ts";
import { trunkCommands } from "./trunk-commands.ts";

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
  | ("organization.registered" | "person.hired" | "admin.changed");

/** What such scripts are mostly made of. Those that exist for Spaces too are about Trunks here. */
export const hierarchyBuilders: Builders<Types> = {
  ...trunkCommands,
  ...linkCommands,
  "organization.registered": organizationFacts["organization.registered"],
  "person.hired": hiredFirst,
  "admin.changed": organizationFacts["admin.changed"],
};

/** How often each type is tried, in no unit. */
const weights: { readonly [Type in Types]: number } = {
  "organization.registered": 5,
  "person.hired": 14,
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
  "partner.set": 8,
  "link.mount": 19,
  "link.see": 21,
  "link.reach": 19,
  "link.share": 21,
  "link.release": 21,
  "link.cancel": 22,
  "link.leave": 28,
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
    trunkLimit: random.chance(25) ? policy.trunkLimit : 5,
    ancestorLimit: limit(50),
    descendantLimit: limit(200),
    branchLimit: random.chance(85) ? null : policy.branchLimit,
  };
}
