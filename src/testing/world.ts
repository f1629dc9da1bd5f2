/** Worlds in few words, made by applying real inputs, so that none is impossible. */
import { defaultPolicy, type Policy } from "../core/policy.ts";
import type { Edition, PersonFields } from "../directory/model.ts";
import type { Input } from "../engine/types.ts";
import { emptyWorld, type World } from "../engine/world.ts";
import type { Scope } from "../spaces/model.ts";
import {
  type By,
  command,
  fact,
  type InputDraft,
  inputText,
  type Plain,
  stamped,
} from "./inputs.ts";
import { tell } from "./tell.ts";

/** A person to be hired: the departments, or more than that. */
export type PersonPlan =
  | readonly string[]
  | {
      readonly number?: number;
      readonly departments?: readonly string[];
      readonly fields?: PersonFields;
      readonly probation?: boolean;
    };

/** An admin: a main admin, a sub-admin with the Space permission, or one without. */
export type AdminPlan = "main" | "sub" | "sub-without-permission";

/** An organization to be registered; certified, exclusive and without SSO unless it says otherwise. */
export interface OrganizationPlan {
  readonly name?: string;
  readonly certified?: boolean;
  readonly edition?: Edition;
  readonly sso?: boolean;
  /** Departments with what they hang under, parents before children. */
  readonly departments?: { readonly [department: string]: string | null };
  readonly people?: { readonly [person: string]: PersonPlan };
  /** Roles; whoever is not among the people is hired, too. Without any, `admin` is a main admin. */
  readonly admins?: { readonly [person: string]: AdminPlan };
}

/** A scope: everybody, nobody, or as a command gives it. */
export type ScopePlan = "whole" | "nobody" | Plain<Scope>;

/** A Space to be created; its Members apply with an invitation and are approved. */
export interface SpacePlan {
  readonly name?: string;
  readonly host: string;
  readonly scope?: ScopePlan;
  readonly members?: { readonly [organization: string]: ScopePlan };
}

/** A World to be built. */
export interface WorldPlan {
  readonly organizations: { readonly [organization: string]: OrganizationPlan };
  readonly spaces?: { readonly [space: string]: SpacePlan };
}

const scopeOf = (plan: ScopePlan): Plain<Scope> => {
  if (plan === "whole") return { whole: true };
  return plan === "nobody" ? {} : plan;
};

const soleAdmin: OrganizationPlan["admins"] = { admin: "main" };

function adminsOf({ admins = soleAdmin }: OrganizationPlan): [string, AdminPlan][] {
  return Object.entries(admins as { readonly [person: string]: AdminPlan });
}

function hired(organization: string, person: string, plan: PersonPlan): InputDraft {
  const {
    number = 1,
    departments = [],
    fields = { name: person },
    probation = false,
  } = "length" in plan ? { departments: plan as readonly string[] } : plan;
  const rest = probation ? { probation } : {};
  return fact("person.hired", { organization, person, number, departments, fields, ...rest });
}

function numberOf({ people = {} }: OrganizationPlan, person: string): number {
  const plan = Object.hasOwn(people, person) ? people[person] : undefined;
  return plan === undefined || "length" in plan ? 1 : ((plan as { number?: number }).number ?? 1);
}

function organizationDrafts(organization: string, plan: OrganizationPlan): InputDraft[] {
  const { name = organization, certified = true, edition = "exclusive", sso = false } = plan;
  const { departments = {}, people = {} } = plan;
  const extra = adminsOf(plan).filter(([person]) => !Object.hasOwn(people, person));
  return [
    fact("organization.registered", { organization, name, certified, edition, sso }),
    ...Object.entries(departments).map(([department, parent]) =>
      fact("department.created", { organization, department, parent, name: department }),
    ),
    ...extra.map(([person]) => hired(organization, person, [])),
    ...Object.entries(people).map(([person, each]) => hired(organization, person, each)),
    ...adminsOf(plan).map(([person, role]) =>
      fact("admin.changed", {
        organization,
        person,
        number: numberOf(plan, person),
        role: role === "main" ? "main" : "sub",
        spacePermission: role !== "sub-without-permission",
      }),
    ),
  ];
}

function actorOf(plan: WorldPlan, organization: string): By {
  const { organizations } = plan;
  const home = Object.hasOwn(organizations, organization) ? organizations[organization] : undefined;
  const able = home === undefined ? [] : adminsOf(home);
  const admin = able.find(([, role]) => role !== "sub-without-permission")?.[0];
  return [organization, admin ?? "nobody"];
}

function spaceDrafts(plan: WorldPlan, space: string, each: SpacePlan): InputDraft[] {
  const { name = space, host, scope = "nobody", members = {} } = each;
  const by = actorOf(plan, host);
  const invitation = `invitation to ${space}`.replaceAll(" ", "-");
  const joined = Object.entries(members).flatMap(([organization, wish]) => {
    const application = `${organization}-to-${space}`;
    const asked = { application, invitation, scope: scopeOf(wish) };
    return [
      command("application.submit", actorOf(plan, organization), asked),
      command("application.approve", by, { space, organization, application }),
    ];
  });
  return [
    command("space.create", by, { space, name, scope: scopeOf(scope) }),
    command("invitation.issue", by, { space, invitation, form: "link" }),
    ...joined,
  ];
}

/** The inputs that build a World. */
export function worldInputs(plan: WorldPlan): Input[] {
  return stamped([
    ...Object.entries(plan.organizations).flatMap(([id, each]) => organizationDrafts(id, each)),
    ...Object.entries(plan.spaces ?? {}).flatMap(([id, each]) => spaceDrafts(plan, id, each)),
  ]);
}

/** Applies inputs one after the other; throws an error if one is refused. */
export function applyAll(world: World, inputs: readonly Input[], policy: Policy): World {
  return inputs.reduce((before, input) => {
    const { refusal, world: after } = tell(before, input, policy);
    if (refusal === null) return after;
    const { code, data } = refusal;
    throw new Error(`refused with ${code} ${JSON.stringify(data)}: ${inputText(input)}`);
  }, world);
}

/**
 * Builds a World.
 *
 * @example
 * buildWorld({
 *   organizations: {
 *     acme: { departments: { sales: null }, people: { bob: ["sales"] }, admins: { ann: "main" } },
 *     bolt: { people: { eve: [] } },
 *   },
 *   spaces: { supply: { host: "acme", scope: { departments: ["sales"] }, members: { bolt: "whole" } } },
 * });
 */
export function buildWorld(plan: WorldPlan, policy: Policy = defaultPolicy): World {
  return applyAll(emptyWorld, worldInputs(plan), policy);
}
