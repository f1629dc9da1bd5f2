/** Worlds in few words, made by applying real inputs, so that none is impossible. */
import { defaultPolicy, type Policy } from "../core/policy.ts";
import type { Command, Input } from "../engine/types.ts";
import { emptyWorld, type World } from "../engine/world.ts";
import type { PlainDataByType } from "../engine/written.ts";
import type { Scope } from "../spaces/model.ts";
import { command, fact, type InputDraft, type Plain, stamped } from "./inputs.ts";
import type {
  OrganizationPlan,
  PeoplePlan,
  PersonPlan,
  ScopePlan,
  SpacePlan,
  WorldPlan,
} from "./plan.ts";
import { applyAll } from "./tell.ts";

/** A command by an admin of an organization. */
type ByAdmin = <Type extends Command["type"]>(
  organization: string,
  type: Type,
  data: PlainDataByType[Type],
) => InputDraft;
const support = { support: "staff" } as const;

const scopeOf = (plan: ScopePlan): Plain<Scope> => {
  if (plan === "whole") return { whole: true };
  return plan === "nobody" ? {} : plan;
};

const entries = <Value>(plan: { readonly [name: string]: Value } = {}) => Object.entries(plan);

const identities = (plan: PeoplePlan) =>
  entries(plan).flatMap(([organization, people]) =>
    people.map((person) => ({ organization, person })),
  );

function personOf(plan: PersonPlan = []): Exclude<PersonPlan, readonly string[]> {
  return "length" in plan ? { departments: plan as readonly string[] } : plan;
}

function hired(organization: string, person: string, plan: PersonPlan): InputDraft[] {
  const { number = 1, departments = [], heads, roles, ...rest } = personOf(plan);
  const { fields = { name: person }, probation = false } = rest;
  const about = { organization, person, number };
  const trial = probation ? { probation } : {};
  return [
    fact("person.hired", { ...about, departments, fields, ...trial }),
    ...(heads === undefined
      ? []
      : [fact("person.heads-changed", { ...about, departments: heads })]),
    ...(roles === undefined ? [] : [fact("person.roles-changed", { ...about, roles })]),
  ];
}

function organizationDrafts(by: ByAdmin, organization: string, plan: OrganizationPlan) {
  const { name = organization, certified = true, edition = "exclusive", sso = false } = plan;
  const { people = {}, admins, spaceQuotaExpansion: expansion, licenses: purchased } = plan;
  const known = (person: string) => Object.hasOwn(people, person);
  const extra = entries(admins).filter(([person]) => !known(person));
  const drafts: InputDraft[] = [
    fact("organization.registered", { organization, name, certified, edition, sso }),
    ...entries(plan.departments).map(([department, parent]) =>
      fact("department.created", { organization, department, parent, name: department }),
    ),
    ...entries(people).flatMap(([person, each]) => hired(organization, person, each)),
    ...extra.flatMap(([person]) => hired(organization, person, [])),
    ...entries(admins).map(([person, role]) =>
      fact("admin.changed", {
        organization,
        person,
        number: personOf(known(person) ? people[person] : []).number ?? 1,
        role: role === "main" ? "main" : "sub",
        spacePermission: role !== "sub-without-permission",
      }),
    ),
    ...entries(plan.successors).map(([person, successor]) =>
      by(organization, "successor.set", { organization, person, successor }),
    ),
    ...entries(plan.apps).map(([app, { name = app, cool = false }]) =>
      by(organization, "app.create", { app, name, cool }),
    ),
  ];
  if (expansion !== undefined)
    drafts.push(command("space-quota.expand", support, { organization, expansion }));
  if (plan.batchInvitations)
    drafts.push(command("batch-invitation.enable", support, { organization }));
  if (purchased !== undefined) drafts.push(fact("license.purchased", { organization, purchased }));
  return drafts;
}

/** The application of an organization, and its id. */
function applied(by: ByAdmin, space: string, organization: string, wish: ScopePlan) {
  const application = `${organization}-to-${space}`;
  const data = { application, invitation: `invitation-to-${space}`, scope: scopeOf(wish) };
  return { application, draft: by(organization, "application.submit", data) };
}

/** A cap is expanded in a Space that is there; its Host's people come after that. */
function created(by: ByAdmin, space: string, plan: SpacePlan): InputDraft[] {
  const { name = space, host, personCap: cap } = plan;
  const scope = scopeOf(plan.scope ?? "nobody");
  if (cap === undefined) return [by(host, "space.create", { space, name, scope })];
  return [
    by(host, "space.create", { space, name }),
    command("person-cap.expand", support, { space, cap }),
    by(host, "scope.set", { space, organization: host, scope }),
  ];
}

function spaceDrafts(by: ByAdmin, space: string, plan: SpacePlan): InputDraft[] {
  const { host } = plan;
  const invitation = `invitation-to-${space}`;
  return [
    ...created(by, space, plan),
    by(host, "invitation.issue", { space, invitation, form: "link" }),
    ...entries(plan.members).flatMap(([organization, wish]) => {
      const { application, draft } = applied(by, space, organization, wish);
      return [draft, by(host, "application.approve", { space, organization, application })];
    }),
    ...entries(plan.visibility).map(([organization, seen]) => {
      const visibility =
        typeof seen === "string"
          ? ({ kind: seen } as const)
          : ({ kind: "listed", organizations: seen } as const);
      return by(host, "visibility.set", { space, organization, visibility });
    }),
    ...entries(plan.partners).map(([organization, { types = [], level = null }]) =>
      by(host, "partner.set", { space, organization, types, level }),
    ),
    ...entries(plan.folders).map(([folder, parent]) =>
      by(host, "folder.create", { space, folder, parent, name: folder }),
    ),
    ...entries(plan.placed).map(([organization, folder]) =>
      by(host, "member.place", { space, organization, folder }),
    ),
  ];
}

function licenseDrafts(by: ByAdmin, space: string, plan: SpacePlan): InputDraft[] {
  const { host, licensed, licensedMembers } = plan;
  const linked = (unit: PlainDataByType["license.link"]["unit"], people: PeoplePlan) => [
    by(host, "license.link", { unit }),
    ...granted(by, host, unit, people),
  ];
  return [
    ...(licensed === undefined ? [] : linked({ kind: "space", space }, licensed)),
    ...entries(licensedMembers).flatMap(([organization, people]) =>
      linked({ kind: "member", space, organization }, { [organization]: people }),
    ),
  ];
}

/** Grants to nobody are none. */
function granted(
  by: ByAdmin,
  host: string,
  unit: PlainDataByType["license.grant"]["unit"],
  plan: PeoplePlan,
): InputDraft[] {
  const people = identities(plan);
  return people.length === 0 ? [] : [by(host, "license.grant", { unit, people })];
}

function appDrafts(by: ByAdmin, space: string, { host, apps }: SpacePlan): InputDraft[] {
  return entries(apps).flatMap(([app, { authorized, permissions }]) => [
    by(host, "app.publish", { space, app, ...(authorized === undefined ? {} : { authorized }) }),
    ...(permissions === undefined ? [] : [by(host, "app.permit", { space, app, permissions })]),
  ]);
}

function flowDrafts(by: ByAdmin, organization: string, { apps }: OrganizationPlan): InputDraft[] {
  return entries(apps).flatMap(([app, { flows }]) =>
    entries(flows).map(([flow, steps]) => by(organization, "flow.define", { app, flow, steps })),
  );
}

function groupDrafts(space: string, { groups }: SpacePlan): InputDraft[] {
  return entries(groups).map(([group, { name = group, starter, participants }]) =>
    command("group.start", starter, { space, group, name, participants: identities(participants) }),
  );
}

/** The admin who acts for an organization: its first that may. */
function byAdminOf({ organizations }: WorldPlan): ByAdmin {
  return (organization, type, data) => {
    const home = Object.hasOwn(organizations, organization) ? organizations[organization] : {};
    const admin = entries(home?.admins).find(([, role]) => role !== "sub-without-permission")?.[0];
    if (admin === undefined)
      throw new Error(
        `${type} takes an admin of ${organization} with the Space permission: the plan has none`,
      );
    return command(type, [organization, admin], data) as InputDraft;
  };
}

/** The inputs that build a World; throws an error where {@link buildWorld} says it lacks an admin. */
export function worldInputs(plan: WorldPlan): Input[] {
  const by = byAdminOf(plan);
  const organizations = entries(plan.organizations);
  const spaces = entries(plan.spaces);
  return stamped([
    ...organizations.flatMap(([id, each]) => organizationDrafts(by, id, each)),
    ...spaces.flatMap(([id, each]) => spaceDrafts(by, id, each)),
    ...organizations.flatMap(([organization, { licensed = [] }]) =>
      granted(by, organization, { kind: "host", organization }, { [organization]: licensed }),
    ),
    ...spaces.flatMap(([id, each]) => licenseDrafts(by, id, each)),
    ...spaces.flatMap(([id, each]) => appDrafts(by, id, each)),
    ...organizations.flatMap(([id, each]) => flowDrafts(by, id, each)),
    ...spaces.flatMap(([id, each]) => groupDrafts(id, each)),
    ...spaces.flatMap(([id, { applications }]) =>
      entries(applications).map(([applicant, wish]) => applied(by, id, applicant, wish).draft),
    ),
  ]);
}

/**
 * Builds a World. Nobody is there whom the plan does not name: what an organization does takes an
 * admin of its own.
 *
 * @throws an `Error` with the code and the input, if one is refused; one that says so, if the plan
 *   has no admin for it
 * @example
 * buildWorld({
 *   organizations: {
 *     acme: {
 *       departments: { sales: null },
 *       people: { bob: ["sales"] },
 *       admins: { ann: "main" },
 *       licenses: 10,
 *       apps: { crm: {} },
 *     },
 *     bolt: { people: { eve: [] }, admins: { eve: "main" } },
 *   },
 *   spaces: {
 *     supply: {
 *       host: "acme",
 *       scope: { departments: ["sales"] },
 *       members: { bolt: "whole" },
 *       partners: { bolt: { types: ["supplier"] } },
 *       licensed: { bolt: ["eve"] },
 *       apps: { crm: { authorized: { partners: [{ type: "supplier" }] } } },
 *     },
 *   },
 * });
 */
export function buildWorld(plan: WorldPlan, policy: Policy = defaultPolicy): World {
  return applyAll(emptyWorld, worldInputs(plan), policy);
}
