/** The shape of the canonical description of everything visible. */
import type {
  AppId,
  ApplicationId,
  DepartmentId,
  FolderId,
  InvitationId,
  OrganizationId,
  PersonId,
  RoleId,
  SpaceId,
} from "../../core/ids.ts";
import type { AdminRole, Edition, PersonFields } from "../../directory/model.ts";
import type { HidingExceptions, ScopeRule, SharedFields, Visibility } from "../../spaces/model.ts";
import type { AreaFacts, IdentityFacts } from "./facts-model-areas.ts";
import type { HierarchiesFacts } from "./hierarchy-facts-model.ts";
import type { IndustryBookFacts } from "./industry-facts.ts";

export type { IdentityFacts } from "./facts-model-areas.ts";

/** A person in service. */
export interface PersonFacts {
  readonly person: PersonId;
  readonly number: number;
  /** Sorted, each once, only those that exist. */
  readonly departments: readonly DepartmentId[];
  /** `name`, `title`, `email`, `phone` in this order; absent ones are absent. */
  readonly fields: PersonFields;
  readonly probation: boolean;
  /** The departments that this person is head of; sorted, each once, only those that exist. */
  readonly heads: readonly DepartmentId[];
  /** Named roles; sorted, each once. */
  readonly roles: readonly RoleId[];
  /** The successor registered, if in service under the employment that was meant. */
  readonly successor: PersonId | null;
  /** Whom they report to, if in service under the employment that was meant; absent for nobody. */
  readonly manager?: PersonId;
  /** Absent for everybody else. */
  readonly suspended?: true;
  /** Who stands in for them, and when: by the beginning, then as it was said. Absent if nobody does (FLOW-14). */
  readonly standIns?: readonly StandInFacts[];
}

/** Somebody stands in for a colleague for a period, which may be over (FLOW-14). */
export interface StandInFacts {
  readonly standIn: PersonId;
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
  /** Absent: all. */
  readonly apps?: readonly AppId[];
}

/** An organization; all lists are sorted by id, and empty for one that has ended. */
export interface OrganizationFacts {
  readonly organization: OrganizationId;
  readonly name: string;
  readonly certified: boolean;
  readonly edition: Edition;
  readonly sso: boolean;
  readonly ended: boolean;
  /** Absent for every other. */
  readonly suspended?: true;
  readonly batchInvitation: boolean;
  /** Spaces that support added to the quota. */
  readonly expansion: number;
  /** What it has said of fields in its own book, if anything (VIS-09). */
  readonly bookFields?: SharedFields;
  /** `spacePermission` as the source set it, for a main admin too. */
  readonly admins: readonly {
    readonly person: PersonId;
    readonly role: AdminRole;
    readonly spacePermission: boolean;
    /** Absent for whoever does not have it (HIER-08). */
    readonly hierarchyPermission?: true;
  }[];
  /** Live Spaces hosted, and Spaces joined; sorted, not in order of time. */
  readonly hosted: readonly SpaceId[];
  readonly joined: readonly SpaceId[];
  readonly people: readonly PersonFacts[];
  /** The departments that exist. */
  readonly departments: readonly {
    readonly department: DepartmentId;
    readonly parent: DepartmentId | null;
    readonly name: string;
    /** Since when lists have lacked it; absent for one that is not dormant (DIR-10). */
    readonly dormant?: number;
  }[];
  /** Full lists with an id that are not settled, sorted by it; absent if there are none (DIR-04). */
  readonly lists?: readonly {
    readonly list: string;
    readonly at: number;
    /** Parts are still to come; its removals are held; or to be carried out. */
    readonly status: "begun" | "held" | "complete";
  }[];
}

/** The part of one organization in a Space. */
export interface AssociationFacts {
  readonly organization: OrganizationId;
  /** The Folder it is placed in; `null` is the root, and the Host's. */
  readonly folder: FolderId | null;
  /**
   * The setting in force: listed organizations sorted, each once, only those that are in the Space
   * through the Association that was meant. The Host's is always `all`.
   */
  readonly visibility: Visibility;
  /**
   * Whether it is hidden, and whom that does not bind, as far as it is in force: organizations and departments
   * sorted by their ids, kinds by type and level; absent where nothing is (VIS-08).
   */
  readonly hiding?: { readonly hidden: boolean; readonly except: HidingExceptions };
  /** Partner types, sorted, each once; none for the Host. */
  readonly types: readonly string[];
  readonly level: string | null;
  /** What it has said of fields of its people, if anything (VIS-09). */
  readonly fields?: SharedFields;
  /** From when on it may leave, if it has announced that (EXIT-07). */
  readonly leaving?: number;
  /** Whether it is suspended (EXIT-08). */
  readonly suspended?: true;
  /** Its counterparts and the Host's for it, each in their order; absent if there are none (PARTNER-03). */
  readonly ownCounterparts?: readonly IdentityFacts[];
  readonly hostCounterparts?: readonly IdentityFacts[];
  /** Both sides were told that it has too few, and nobody was named since. */
  readonly unattended?: true;
  /** Whether the whole organization is selected. */
  readonly whole: boolean;
  /** The scope's other rules: departments before people, each sorted by id. */
  readonly rules: readonly (readonly ["department" | "person", id: string, ScopeRule])[];
}

/** A Space; one that is dissolved keeps its name and Host, has cap 0 and nothing in its lists. */
export interface SpaceFacts {
  readonly space: SpaceId;
  readonly name: string;
  readonly host: OrganizationId;
  readonly dissolved: boolean;
  /** The person cap in force. */
  readonly cap: number;
  /** Sorted by organization, then person. */
  readonly roster: readonly IdentityFacts[];
  /** In order: first come first. */
  readonly waiting: readonly IdentityFacts[];
  /** In order of joining, the Host not among them. */
  readonly members: readonly OrganizationId[];
  /** Of the Host and the Members, sorted by organization. */
  readonly associations: readonly AssociationFacts[];
  /** Sorted by id; removed ones are gone. */
  readonly folders: readonly {
    readonly folder: FolderId;
    readonly parent: FolderId | null;
    readonly name: string;
  }[];
  /** What Members that are gone last said of fields, sorted by organization; absent if there is nothing (VIS-09). */
  readonly formerFields?: readonly (readonly [OrganizationId, SharedFields])[];
  /** Pending applications, sorted by id. */
  readonly pending: readonly ApplicationId[];
  /** Host apps and Space apps published, in order of publication. */
  readonly offered: readonly AppId[];
  readonly home: readonly AppId[];
}

/** An application ever filed, to dissolved Spaces and by ended organizations too. */
export interface ApplicationFacts {
  readonly application: ApplicationId;
  readonly space: SpaceId;
  readonly organization: OrganizationId;
  readonly status: "pending" | "withdrawn" | "approved" | "rejected" | "expired";
  /** When it is over, or was; absent if it has no end. */
  readonly expiresAt?: number;
  /** What the reviewer gave as a reason. */
  readonly reason: string | null;
  /**
   * Of the latest of an organization, if it was rejected: when it may apply again, however long ago that is; absent
   * if there is no pause, or an invitation has ended it (JOIN-16).
   */
  readonly reapplyFrom?: number;
}

/** An invitation ever issued, to dissolved Spaces too. */
export interface InvitationFacts {
  readonly invitation: InvitationId;
  readonly space: SpaceId;
  readonly form: "link" | "qr";
  readonly expiresAt: number | null;
  readonly maxUses: number | null;
  /** Whom a batch meant it for. */
  readonly invited: OrganizationId | null;
  /** Who alone may use it, as it was issued; absent if anyone may (JOIN-13). */
  readonly for?: readonly OrganizationId[];
  readonly revoked: boolean;
  /** Organizations it made Members, each once, and applications pending through it (JOIN-19). */
  readonly uses: number;
}

/** Everything visible, each list sorted by id (code unit by code unit) unless it says otherwise. */
export interface ReferenceFacts extends AreaFacts {
  readonly organizations: readonly OrganizationFacts[];
  readonly spaces: readonly SpaceFacts[];
  readonly applications: readonly ApplicationFacts[];
  readonly invitations: readonly InvitationFacts[];
  /** Absent as long as there is nothing of them. */
  readonly hierarchies?: HierarchiesFacts;
  readonly industry?: IndustryBookFacts;
}
