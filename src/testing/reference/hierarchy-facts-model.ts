/** The shape of what is visible of hierarchies. */
import type {
  AppId,
  ApplicationId,
  DepartmentId,
  InvitationId,
  OrganizationId,
  PersonId,
  RoleId,
} from "../../core/ids.ts";
import type { LinkNamed } from "../../core/refusal-shapes.ts";
import type { Reach, ScopeRule, SightExceptions } from "../../spaces/model.ts";
import type { TrunkList } from "./state-hierarchy.ts";

/** A Link. */
export interface LinkFacts extends LinkNamed {
  readonly alias: string | null;
  readonly mount: DepartmentId | null;
  /** Sorted, each once. */
  readonly labels: readonly string[];
  readonly hidden: boolean;
  /** What is in force of them, sorted. */
  readonly hiddenExcept: SightExceptions;
  readonly ownOnly: boolean;
  readonly ownOnlyExcept: SightExceptions;
  readonly reach: Reach;
  /** Sorted. */
  readonly shared: readonly string[];
  readonly released: boolean;
  readonly whole: boolean;
  /** The scope's other rules: departments before people, each sorted by id. */
  readonly rules: readonly (readonly ["department" | "person", id: string, ScopeRule])[];
  /** Who is on it, sorted. */
  readonly people: readonly PersonId[];
}

/** What is visible of hierarchies; each list sorted by id unless it says otherwise. */
export interface HierarchiesFacts {
  /** Of organizations for which it is open or a number was bought. */
  readonly capacities: readonly {
    readonly organization: OrganizationId;
    readonly open: boolean;
    readonly branches: number | null;
  }[];
  /** By Trunk, and of each Trunk in its order of Links. */
  readonly links: readonly LinkFacts[];
  /** Who reaches whom: the line from the top, both ends included. */
  readonly reached: readonly {
    readonly above: OrganizationId;
    readonly below: OrganizationId;
    readonly level: number;
    readonly line: readonly OrganizationId[];
  }[];
  /** Of a Trunk, in the order of distributing; of its lists what is in force is seen by who is covered. */
  readonly distributed: readonly {
    readonly trunk: OrganizationId;
    readonly app: AppId;
    readonly autoInstall: boolean;
    readonly industry: boolean;
    readonly list: TrunkList | null;
    /** The organizations covered, wholly or in part, sorted, and whether it is installed there. */
    readonly covered: readonly (readonly [OrganizationId, installed: boolean])[];
  }[];
  /** Who holds seats, in order of granting, and the numbers set for Branches. */
  readonly seats: readonly {
    readonly trunk: OrganizationId;
    readonly grants: readonly (readonly [OrganizationId, PersonId])[];
    readonly caps: readonly (readonly [OrganizationId, most: number])[];
    /** To whom of which organization they go as they come; departments that are there, sorted. */
    readonly automatic: readonly {
      readonly organization: OrganizationId;
      readonly whole: boolean;
      readonly alone: boolean;
      readonly departments: readonly DepartmentId[];
    }[];
  }[];
  /** Liaison roles of a Trunk, and their offices: those filled whose department is there, holders in order. */
  readonly liaisons: readonly {
    readonly trunk: OrganizationId;
    readonly role: RoleId;
    readonly name: string;
    readonly keptBy: "trunk" | "organizations";
    readonly offices: readonly {
      readonly organization: OrganizationId;
      readonly department: DepartmentId | null;
      readonly holders: readonly (readonly [OrganizationId, PersonId])[];
    }[];
  }[];
  readonly invitations: readonly {
    readonly invitation: InvitationId;
    readonly trunk: OrganizationId;
    readonly form: "link" | "qr";
    readonly expiresAt: number | null;
    readonly maxUses: number | null;
    readonly revoked: boolean;
    readonly uses: number;
  }[];
  readonly applications: readonly (LinkNamed & {
    readonly application: ApplicationId;
    readonly status: "pending" | "withdrawn" | "approved" | "rejected" | "void";
    readonly reason: string | null;
  })[];
}
