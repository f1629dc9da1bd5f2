/** Questions about hierarchies, for the Hierarchy admins of the viewer's organization (`NOT_AUTHORIZED_ADMIN`). */
import type { AppId, DepartmentId, OrganizationId, PersonId, RoleId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { PersonFields } from "../../directory/model.ts";
import type { LiaisonKeeper, LiaisonNode } from "../../roster/model.ts";
import type { Reach, SightExceptions } from "../../spaces/model.ts";
import type { Page, PageRequest, Room, Viewer } from "./terms.ts";

/** Another organization, as it is listed. */
export interface OrganizationShown {
  readonly organization: OrganizationId;
  readonly name: string;
  readonly suspended?: true;
}

/** A Link by its two sides, with the name of the other one, and what it carries. */
export interface LinkShown extends OrganizationShown {
  readonly trunk: OrganizationId;
  readonly reach: Reach;
  readonly shared: readonly string[];
  /** Whether the scope is the whole organization; and how many people are on the Link. */
  readonly whole: boolean;
  readonly present: number;
  readonly alias: string | null;
  readonly labels: readonly string[];
  readonly released: boolean;
  /** Epoch ms from which on the Branch may leave, if it has announced that (EXIT-07). */
  readonly leaving?: number;
  /** The two switches of sight (SIGHT-03). */
  readonly hidden: boolean;
  readonly ownOnly: boolean;
}

/** A Link as its Trunk manages it. */
export interface BranchShown extends LinkShown {
  readonly mount: DepartmentId | null;
  /** Whom the switches do not bind, as far as that is in force. */
  readonly hiddenExcept: SightExceptions;
  readonly ownOnlyExcept: SightExceptions;
  /** There if another Branch mounted at the same place has the same alias, which commands refuse (MOUNT-03). */
  readonly sameAlias?: true;
  /** Organizations excepted that have been in no chain with the Trunk since: they are so for good (SIGHT-03). */
  readonly void?: {
    readonly hidden: readonly OrganizationId[];
    readonly ownOnly: readonly OrganizationId[];
  };
}

/** Questions about what is above and below an organization. */
export interface HierarchyQueries {
  /** One's own Trunks, in order of linking, with what is put into each Link (LINK-06). */
  readonly "hierarchy.trunks": {
    readonly input: { readonly viewer: Viewer };
    readonly answer: { readonly items: readonly LinkShown[] };
  };
  /** One's own direct Branches, in order of Links. */
  readonly "hierarchy.branches": {
    readonly input: { readonly viewer: Viewer } & PageRequest;
    readonly answer: Page<BranchShown>;
  };
  /** Who reaches one's own organization, at which level, nearest first (HIER-04). */
  readonly "hierarchy.above": {
    readonly input: { readonly viewer: Viewer };
    readonly answer: {
      readonly items: readonly (OrganizationShown & { readonly level: number })[];
    };
  };
  /**
   * Whom one's own organization reaches, with level and line, in the order in which they came to be below
   * it: of one level, or those whose line begins with one Branch (HIER-04).
   */
  readonly "hierarchy.below": {
    readonly input: {
      readonly viewer: Viewer;
      readonly level?: number;
      readonly branch?: OrganizationId;
    } & PageRequest;
    readonly answer: Page<
      OrganizationShown & {
        readonly level: number;
        /** From the direct Branch down to the organization itself. */
        readonly line: readonly OrganizationId[];
      }
    >;
  };
  /**
   * The people of a Trunk's book whom a viewer in it sees, found by part of the name; `NOT_ON_LINK` of
   * anybody else (SIGHT-01, SIGHT-02). The Trunk's own come first, then organization by organization.
   */
  readonly "hierarchy.contacts": {
    readonly input: {
      readonly viewer: Viewer;
      readonly trunk: OrganizationId;
      readonly search?: string;
    } & PageRequest;
    readonly answer: Page<{
      readonly organization: OrganizationId;
      readonly person: PersonId;
      readonly fields: PersonFields;
      readonly departments: readonly DepartmentId[];
      readonly suspended?: true;
    }>;
  };
  /** Pairs of one's own direct Branches of which only the first sees the other (SIGHT-05). */
  readonly "hierarchy.one-way": {
    readonly input: { readonly viewer: Viewer } & PageRequest;
    readonly answer: Page<{ readonly sees: OrganizationId; readonly unseen: OrganizationId }>;
  };
  /**
   * The data codes of an organization below that an app of the viewer's own may read, all of them or one
   * that is asked for: `BRANCH_DATA_NOT_AUTHORIZED` if it is not shared (SHARE-02).
   */
  readonly "share.readable": {
    readonly input: {
      readonly viewer: Viewer;
      readonly app: AppId;
      /** The Branch. */
      readonly organization: OrganizationId;
      readonly code?: string;
    };
    readonly answer: { readonly codes: readonly string[] };
  };
  /**
   * Whether a viewer in a Trunk's book sees one identity there: `NOT_ON_LINK` if either is not in it, as
   * far as the other's organization is seen, or `NOT_VISIBLE` (SIGHT-03).
   */
  readonly "hierarchy.contact": {
    readonly input: {
      readonly viewer: Viewer;
      readonly trunk: OrganizationId;
      readonly organization: OrganizationId;
      readonly person: PersonId;
    };
    readonly answer: { readonly fields: PersonFields; readonly suspended?: true };
  };
  /**
   * Whether somebody in a Trunk's book sees somebody else of it, and what decides (SIGHT-05): for the
   * Trunk's Hierarchy admins; for a Branch's, of their own people as `looking`; for anybody of themselves.
   */
  readonly "hierarchy.why": {
    readonly input: {
      readonly viewer: Viewer;
      readonly trunk: OrganizationId;
      readonly looking: Identity;
      readonly target: Identity;
    };
    readonly answer: {
      readonly sees: boolean;
      /** The line of SIGHT-03 that decides; left out where the viewer may know no more than whether. */
      readonly line?: 1 | 2 | 3 | 4 | 5 | 6;
      /** The Link whose setting decides, if one does. */
      readonly link?: { readonly trunk: OrganizationId; readonly organization: OrganizationId };
    };
  };
  /**
   * Who holds which role of a Trunk for a node (LIAISON-01): for the Trunk's Hierarchy admins, and those of
   * the node's organization if it is reached; `NOT_TRUNK_ADMIN` of anybody else, an applicant's included.
   */
  readonly "liaison.of": {
    readonly input: {
      readonly viewer: Viewer;
      readonly trunk: OrganizationId;
      readonly node: LiaisonNode;
    };
    readonly answer: {
      readonly items: readonly {
        readonly role: RoleId;
        readonly name: string;
        readonly keptBy: LiaisonKeeper;
        readonly people: readonly Identity[];
      }[];
    };
  };
  /** Whom a role would find for an initiator (LIAISON-02): for the same, of the initiator's organization. */
  readonly "liaison.for": {
    readonly input: {
      readonly viewer: Viewer;
      readonly trunk: OrganizationId;
      readonly role: RoleId;
      readonly initiator: Identity;
    };
    readonly answer: { readonly people: readonly Identity[] };
  };
  /**
   * The organizations, the Trunk's own first, of which and above which a role has no office (LIAISON-03); for
   * the Trunk's Hierarchy admins.
   */
  readonly "liaison.uncovered": {
    readonly input: {
      readonly viewer: Viewer;
      readonly trunk: OrganizationId;
      readonly role: RoleId;
    } & PageRequest;
    readonly answer: Page<LiaisonNode>;
  };
  /** The room left for Branches, for Trunks, and in depth (LINK-06, LINK-07). */
  readonly "hierarchy.room": {
    readonly input: { readonly viewer: Viewer };
    readonly answer: {
      /** Whether it is open (HIER-06). */
      readonly open: boolean;
      /** `null`: no number limits them. */
      readonly branches: Room | null;
      readonly trunks: Room;
      /** How many levels may still be below it. */
      readonly levels: number;
    };
  };
}
