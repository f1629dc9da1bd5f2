/** What a World is to have in it, in few words. */
import type { Audience, DataPermission } from "../apps/model.ts";
import type { Edition, PersonFields } from "../directory/model.ts";
import type { FlowStep } from "../flows/model.ts";
import type { Scope } from "../spaces/model.ts";
import type { Plain } from "./inputs.ts";

/** A person to be hired: the departments, or more than that. */
export type PersonPlan =
  | readonly string[]
  | {
      readonly number?: number;
      readonly departments?: readonly string[];
      readonly fields?: PersonFields;
      readonly probation?: boolean;
      /** Departments headed. */
      readonly heads?: readonly string[];
      /** Named roles, which rules of flows may appoint by. */
      readonly roles?: readonly string[];
    };

/** An admin: a main admin, a sub-admin with the Space permission, or one without. */
export type AdminPlan = "main" | "sub" | "sub-without-permission";

/** People, by their organizations. */
export interface PeoplePlan {
  readonly [organization: string]: readonly string[];
}

/** An app that an organization builds, with its flows. */
export interface AppPlan {
  readonly name?: string;
  readonly cool?: boolean;
  readonly flows?: { readonly [flow: string]: readonly Plain<FlowStep>[] };
}

/** An organization to be registered; certified, exclusive and without SSO unless it says otherwise. */
export interface OrganizationPlan {
  readonly name?: string;
  readonly certified?: boolean;
  readonly edition?: Edition;
  readonly sso?: boolean;
  /** Departments with what they hang under, parents before children. */
  readonly departments?: { readonly [department: string]: string | null };
  /** People, hired in this order. */
  readonly people?: { readonly [person: string]: PersonPlan };
  /** Roles; whoever is not among the people is hired after them. */
  readonly admins?: { readonly [person: string]: AdminPlan };
  /** Who takes over whose open tasks. */
  readonly successors?: { readonly [person: string]: string };
  /** Spaces on top of the quota, from support. */
  readonly spaceQuotaExpansion?: number;
  /** Whether support has enabled batch invitations. */
  readonly batchInvitations?: boolean;
  /** Licenses purchased. */
  readonly licenses?: number;
  /** Its people licensed in its own unit. */
  readonly licensed?: readonly string[];
  readonly apps?: { readonly [app: string]: AppPlan };
}

/** A scope: everybody, nobody, or as a command gives it. */
export type ScopePlan = "whole" | "nobody" | Plain<Scope>;

/** What kind of partner a Member is. */
export interface PartnerPlan {
  readonly types?: readonly string[];
  readonly level?: string | null;
}

/** An app of the Host published to a Space: for everybody there, unless there is an authorized list. */
export interface PublicationPlan {
  readonly authorized?: Plain<Audience>;
  readonly permissions?: readonly Plain<DataPermission>[];
}

/** A cooperation group. */
export interface GroupPlan {
  readonly name?: string;
  readonly starter: readonly [organization: string, person: string];
  readonly participants: PeoplePlan;
}

/** A Space to be created; its Members apply with an invitation and are approved. */
export interface SpacePlan {
  readonly name?: string;
  readonly host: string;
  readonly scope?: ScopePlan;
  /** The person cap, expanded by support. */
  readonly personCap?: number;
  readonly members?: { readonly [organization: string]: ScopePlan };
  /** Applications that wait for their review. */
  readonly applications?: { readonly [organization: string]: ScopePlan };
  /** Which organizations a Member's people see: their own, all, or these. */
  readonly visibility?: { readonly [member: string]: "own" | "all" | readonly string[] };
  readonly partners?: { readonly [member: string]: PartnerPlan };
  /** Folders with what they hang under, parents before children. */
  readonly folders?: { readonly [folder: string]: string | null };
  /** The Folders that Members are placed in. */
  readonly placed?: { readonly [member: string]: string };
  /** Links the whole Space to the Host's pool and licenses these people. */
  readonly licensed?: PeoplePlan;
  /** Links these Members to the Host's pool, each as a unit of its own, and licenses these people. */
  readonly licensedMembers?: PeoplePlan;
  readonly apps?: { readonly [app: string]: PublicationPlan };
  readonly groups?: { readonly [group: string]: GroupPlan };
}

/** A World to be built. */
export interface WorldPlan {
  readonly organizations: { readonly [organization: string]: OrganizationPlan };
  readonly spaces?: { readonly [space: string]: SpacePlan };
}
