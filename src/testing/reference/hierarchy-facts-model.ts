/** The shape of what is visible of hierarchies. */
import type { TrunkRange } from "../../apps/model.ts";
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
import type { Reach, ScopeRule, SharedFields, SightExceptions } from "../../spaces/model.ts";

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
  /** From when on the Branch may leave, if it has announced that (EXIT-07). */
  readonly leaving?: number;
  /** What the Branch has said of fields of its people, if anything (VIS-09). */
  readonly fields?: SharedFields;
  readonly whole: boolean;
  /** The scope's other rules: departments before people, each sorted by id. */
  readonly rules: readonly (readonly ["department" | "person", id: string, ScopeRule])[];
  /** Who is on it, sorted. */
  readonly people: readonly PersonId[];
}

/** What a list of a distribution says, as far as it has an effect now: each thing once, sorted. */
export interface DistributionListFacts {
  readonly organizations: readonly (readonly [OrganizationId, alone: boolean])[];
  readonly mounts: readonly { readonly department: DepartmentId; readonly alone: boolean }[];
  readonly labels: readonly (readonly [label: string, alone: boolean])[];
  readonly levels: readonly number[];
  readonly roles: readonly RoleId[];
  readonly departments: readonly (readonly [OrganizationId, DepartmentId])[];
  readonly people: readonly (readonly [OrganizationId, PersonId])[];
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
  /** What former Branches last said of fields, by Trunk, then Branch; absent if there is nothing (VIS-09). */
  readonly formerFields?: readonly (LinkNamed & { readonly fields: SharedFields })[];
  /** Who reaches whom: the line from the top, both ends included. */
  readonly reached: readonly {
    readonly above: OrganizationId;
    readonly below: OrganizationId;
    readonly level: number;
    readonly line: readonly OrganizationId[];
  }[];
  /** By Trunk, and of each Trunk in the order of distributing. */
  readonly distributed: readonly {
    readonly trunk: OrganizationId;
    readonly app: AppId;
    readonly autoInstall: boolean;
    /** Absent as long as it is closed to industry members (INDUSTRY-02). */
    readonly industry?: true;
    /** `null`: it is for everybody whom the Trunk reaches. */
    readonly list: DistributionListFacts | null;
    /** The organizations covered, wholly or in part, sorted, and whether it is installed there. */
    readonly covered: readonly (readonly [OrganizationId, installed: boolean])[];
  }[];
  /** Who may see which data below, as far as anybody may: by Trunk, then app; in the order given. */
  readonly permitted: readonly {
    readonly trunk: OrganizationId;
    readonly app: AppId;
    readonly permissions: readonly {
      /** `null`: it is for everybody whom the app is authorized for. */
      readonly list: DistributionListFacts | null;
      readonly rows: TrunkRange | null;
      readonly labels: readonly string[] | null;
      readonly reports: boolean;
    }[];
  }[];
  /** Who holds seats, in order of granting, and the numbers set for Branches. */
  readonly seats: readonly {
    readonly trunk: OrganizationId;
    readonly grants: readonly (readonly [OrganizationId, PersonId])[];
    readonly caps: readonly (readonly [OrganizationId, most: number])[];
    /** How many persons may hold one in all; absent: any number (LIC-19). */
    readonly limit?: number;
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
    /** Who alone may use it, as it was issued; absent if anyone may (JOIN-13). */
    readonly for?: readonly OrganizationId[];
    readonly revoked: boolean;
    readonly uses: number;
  }[];
  readonly applications: readonly (LinkNamed & {
    readonly application: ApplicationId;
    readonly status: "pending" | "withdrawn" | "approved" | "rejected" | "expired" | "void";
    /** When it is over, or was; absent if it has no end. */
    readonly expiresAt?: number;
    readonly reason: string | null;
    /** Of the latest of a Branch to be, if it was rejected and no invitation has ended the pause (JOIN-16). */
    readonly reapplyFrom?: number;
  })[];
}
