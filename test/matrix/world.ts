/** The one World that every command is tried in, by everybody. */

import { EVENT_VERSION } from "../../src/core/outcome.ts";
import { defaultPolicy, type Policy } from "../../src/core/policy.ts";
import type { Event } from "../../src/engine/types.ts";
import { replay, type World } from "../../src/engine/world.ts";
import { command, fact, type InputDraft, stamped } from "../../src/testing/inputs.ts";
import type { OrganizationPlan, WorldPlan } from "../../src/testing/plan.ts";
import { applyAll } from "../../src/testing/tell.ts";
import { buildWorld } from "../../src/testing/world.ts";
import { onlyPart } from "../support/lists.ts";
import { below } from "./below.ts";
import { links } from "./links.ts";
import { runs } from "./runs.ts";
import { apps, groups, licenses, settings } from "./work.ts";

/** Full Spaces of nine; every list that would remove somebody is held; tasks go to people without a license, too. */
export const POLICY: Policy = {
  ...defaultPolicy,
  personCap: 9,
  routingTargetAbility: "unchecked",
  reconciliationHoldPercent: 0,
  reconciliationHoldAtLeast: 1,
};

/** Whoever every organization has: for the scopes, successors and lists of the tables. */
const usual = (name: string, more: readonly string[] = []): OrganizationPlan => ({
  departments: { [`${name}-desk`]: null, [`${name}-lab`]: null, [`${name}-attic`]: null },
  people: Object.fromEntries(
    ["main", "sub", "plain", "employee", "former", "mate", "temp", ...more].map((role) => [
      `${name}-${role}`,
      [],
    ]),
  ),
  admins: {
    [`${name}-main`]: "main",
    [`${name}-sub`]: "sub",
    [`${name}-plain`]: "sub-without-permission",
    [`${name}-former`]: "main",
  },
});

const ORGANIZATIONS = {
  host: usual("host", ["contact", "contact-2", "leaver"]),
  member: usual("member", ["rostered", "unlicensed", "leaver"]),
  other: usual("other", ["rostered", "leaver"]),
  applicant: usual("applicant"),
  outsider: { ...usual("outsider"), certified: false },
  "far-host": usual("far-host"),
  "far-member": usual("far-member", ["rostered"]),
} satisfies { readonly [name: string]: OrganizationPlan };

const PLAN: WorldPlan = {
  organizations: ORGANIZATIONS,
  spaces: {
    supply: {
      host: "host",
      scope: { people: ["host-contact", "host-contact-2"] },
      members: {
        member: {
          departments: ["member-desk"],
          people: ["member-rostered", "member-mate", "member-unlicensed", "member-leaver"],
        },
        other: { people: ["other-rostered", "other-mate", "other-leaver"] },
      },
    },
    spare: { host: "host", members: { member: "nobody" } },
    side: { host: "member", members: { other: "nobody" } },
    far: {
      host: "far-host",
      scope: { people: ["far-host-main"] },
      members: { "far-member": { people: ["far-member-rostered"] } },
    },
  },
};

const listed = (people: readonly string[], missing: string) =>
  people
    .filter((person) => person !== missing)
    .map((person) => ({ person, number: 1, departments: [], fields: { name: person } }));

/** A full list that misses `…-attic`, which an admin confirms: it is dormant then. */
const lacking = (organization: string): InputDraft[] => {
  const departments = [`${organization}-desk`, `${organization}-lab`].map((department) => ({
    department,
    parent: null,
    name: department,
  }));
  const list = `departments-of-${organization}`;
  return [
    fact(
      "directory.reconciled",
      onlyPart(organization, { kind: "departments", departments }, list),
    ),
    command("reconciliation.confirm", [organization, `${organization}-main`], {
      organization,
      list,
    }),
  ];
};

/** A full list that misses `…-temp`, and is held for it. */
const held = ([organization, plan]: readonly [string, OrganizationPlan]): InputDraft =>
  fact(
    "directory.reconciled",
    onlyPart(
      organization,
      {
        kind: "people",
        people: listed(Object.keys(plan.people ?? {}), `${organization}-temp`),
      },
      `list-of-${organization}`,
    ),
  );

const departures = (): InputDraft[] => [
  ...["host", "member"].map((organization) =>
    fact("admin.changed", {
      organization,
      person: `${organization}-former`,
      number: 1,
      role: null,
      spacePermission: false,
    }),
  ),
  ...["host", "member", "other"].map((organization) =>
    fact("person.resigned", { organization, person: `${organization}-leaver`, number: 1 }),
  ),
  // The places of those who left are taken; the last one waits.
  ...["member-late", "member-later", "member-waiting"].map((person) =>
    fact("person.hired", {
      organization: "member",
      person,
      number: 1,
      departments: ["member-desk"],
      fields: { name: person },
    }),
  ),
];

/** A fact that moves `…-lab`, which is held whatever it would take: the policy holds none. */
const waiting = (organization: string): Event =>
  ({
    ...{ v: EVENT_VERSION, input: `fact-of-${organization}`, seq: 0, at: 3000, cause: null },
    type: "removal.held",
    data: {
      organization,
      fact: `fact-of-${organization}`,
      department: `${organization}-lab`,
      parent: `${organization}-desk`,
    },
  }) as unknown as Event;

/** Builds the World. */
export function matrixWorld(): World {
  const drafts = [
    ...settings(),
    ...licenses(),
    ...apps(),
    ...groups(),
    ...runs(),
    ...links(),
    ...below(),
    ...Object.keys(ORGANIZATIONS).flatMap(lacking),
    ...Object.entries(ORGANIZATIONS).map(held),
    ...departures(),
  ];
  const told = applyAll(buildWorld(PLAN, POLICY), stamped(drafts, 2001), POLICY);
  return replay(Object.keys(ORGANIZATIONS).map(waiting), told);
}
