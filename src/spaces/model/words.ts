/** Commands and events of Spaces, and what they have in common. */
import type {
  ApplicationId,
  DepartmentId,
  FolderId,
  InvitationId,
  OrganizationId,
  PersonId,
  SpaceId,
} from "../../core/ids.ts";
import type { Command, ReplacedIn } from "../../core/input.ts";
import type { InSpace, InTrunk, LinkWished, Reach, SharedFields, Within } from "./container.ts";
import type { HidingExceptions, HidingWished, Visibility } from "./sight.ts";

/** An organization of a Space. */
export interface MemberOf extends InSpace {
  readonly organization: OrganizationId;
}

/** What a scope rule says of a department or person: in, or out. */
export type ScopeRule = "in" | "out";

/**
 * An organization's choice of who of its people takes part in a Space (ROSTER-02, ROSTER-04). A
 * department stands for itself and everything below it; the nearest rule decides, a person's own rule
 * beats every department's, and `exclude` beats a selection of the same thing.
 */
export interface Scope {
  /** Whose directory it selects from; absent means the acting organization's, the only legal one. */
  readonly organization?: OrganizationId;
  /** The whole organization, people without a department included; absent means no. */
  readonly whole?: boolean;
  readonly departments?: readonly DepartmentId[];
  readonly people?: readonly PersonId[];
  readonly exclude?: {
    readonly departments?: readonly DepartmentId[];
    readonly people?: readonly PersonId[];
  };
}

/** The partner types the source names; the list is open (PARTNER-01). */
export const PARTNER_TYPES = [
  "supplier",
  "dealer",
  "service-provider",
  "franchisee",
  "outsourced-workforce",
  "ecosystem-staff",
] as const;

// ------------------------------------------------------------------------------------- commands

/** The commands about Spaces, by type. "Host" and "Member" stand for their authorized admins. */
export interface SpacesCommands {
  /** By the future Host. An omitted scope is empty (SPACE-02). */
  readonly "space.create": {
    readonly space: SpaceId;
    readonly name: string;
    readonly scope?: Scope;
  };
  /** By the Host (SPACE-07). */
  readonly "space.dissolve": { readonly space: SpaceId };
  /**
   * By support: Spaces on top of the organization's quota, in all; must rise (SPACE-04). A sum on top,
   * where `person-cap.expand` gives the new number itself.
   */
  readonly "space-quota.expand": {
    readonly organization: OrganizationId;
    readonly expansion: number;
  };
  /**
   * By support: the Space's new person cap; must exceed the one in force (CAP-06). The number itself,
   * where `space-quota.expand` gives what comes on top.
   */
  readonly "person-cap.expand": { readonly space: SpaceId; readonly cap: number };
  /** By support (JOIN-12). */
  readonly "batch-invitation.enable": { readonly organization: OrganizationId };
  /**
   * By the Host, or the Trunk (LINK-01). Without `expiresAt` (epoch ms) and `maxUses` it is good until revoked (JOIN-01).
   * `expiresAt` is later than the command's `at`; a use is an organization that it made a Member, or an
   * application pending (JOIN-19). With `for` it is good for these organizations alone; none is looked up, and
   * the policy says how many there may be (JOIN-13). For one alone that has such an invitation open, the policy
   * says whether a second one is made (JOIN-14).
   */
  readonly "invitation.issue": Within<{
    readonly invitation: InvitationId;
    readonly form: "link" | "qr";
    readonly expiresAt?: number;
    readonly maxUses?: number;
    readonly for?: readonly OrganizationId[];
  }>;
  /** By whoever may issue it. Revoking twice is quiet. */
  readonly "invitation.revoke": Within<{ readonly invitation: InvitationId }>;
  /**
   * By a Host for which it is enabled: one invitation per organization. Duplicates, the Host itself
   * and present Members are skipped and reported (JOIN-12), as are applicants; of whom an open invitation is
   * meant for already the policy says what becomes (JOIN-14). Organizations are not looked up otherwise.
   */
  readonly "invitation.batch": {
    readonly space: SpaceId;
    readonly invitations: readonly {
      readonly invitation: InvitationId;
      readonly organization: OrganizationId;
    }[];
  };
  /**
   * By the applicant, with a valid invitation, which says to which Space or Trunk (JOIN-03, JOIN-04). What
   * it says besides the scope is for a Trunk alone (LINK-02).
   */
  readonly "application.submit": {
    readonly application: ApplicationId;
    readonly invitation: InvitationId;
    readonly scope?: Scope;
  } & Partial<Omit<LinkWished, "replaces">> & { readonly replaces?: OrganizationId };
  /** By the applicant. The Space, or Trunk, may be left out: the application says which. */
  readonly "application.withdraw":
    | (Partial<InSpace> & { readonly application: ApplicationId })
    | (InTrunk & { readonly application: ApplicationId });
  /**
   * By the Host. Which Space and whose the application is may be left out. `organization` is whom the
   * reviewer takes to be the applicant: somebody else's application is then none (ADMIN-03). A Trunk
   * approves several at once, all of them or none (LINK-03); which Trunk may be left out as well. With `fresh`
   * a Member that is back starts anew, whatever was kept for it (EXIT-09).
   */
  readonly "application.approve":
    | (Partial<InSpace> & Reviewing & { readonly fresh?: true })
    | (Partial<InTrunk> & { readonly items: readonly ApprovedItem[] });
  /** By the Host, or the Trunk. The application's id is enough, as for its approval. */
  readonly "application.reject": (Partial<InSpace> & Reviewing) | (InTrunk & Reviewing);
  /** By the Host (EXIT-01). */
  readonly "association.cancel": MemberOf;
  /** By the Member, where the policy lets it: announces its exit, or leaves (EXIT-07). */
  readonly "association.leave": MemberOf;
  /** By the Member: takes the announcement back (EXIT-07). */
  readonly "association.stay": MemberOf;
  /**
   * By the Host: the Member's people act in the Space no more, and are seen by nobody, until it is resumed; nothing of
   * theirs is lost (EXIT-08). Suspending twice is quiet.
   */
  readonly "association.suspend": MemberOf & { readonly reason?: string };
  /** By the Host: the Member's people act there again (EXIT-08). */
  readonly "association.resume": MemberOf;
  /** By the Host: whom a Member's people see (VIS-03, VIS-08). */
  readonly "visibility.set": {
    readonly space: SpaceId;
    readonly organization: OrganizationId;
    readonly visibility: Visibility;
  };
  /**
   * By the Host: whether a Member is hidden from the other Members, and from whom of them all the same not, in
   * place of whatever was set; a list that is left out is empty (VIS-08).
   */
  readonly "visibility.hide": MemberOf & HidingWished;
  /**
   * By the organization whose people they are: the Host, a Member, a Branch, or a Trunk for its own book
   * (`organization` is `trunk`). How far each field of them reaches others; what is left out stays (VIS-09).
   */
  readonly "fields.share": Within<{
    readonly organization: OrganizationId;
    readonly fields: SharedFields;
  }>;
  /**
   * By a Member: which people of its own on the Roster are its counterparts, in order, in place of whoever was.
   * By the Host: which of its own look after the Member named by `organization`. A Member leaves that out, or
   * names itself (PARTNER-03).
   */
  readonly "counterparts.set": {
    readonly space: SpaceId;
    readonly organization?: OrganizationId;
    readonly people: readonly PersonId[];
  };
  /**
   * By the Host. Types are a set; `level` `null` means none (PARTNER-01). By a Trunk: the labels of a
   * Branch, a set (MOUNT-01).
   */
  readonly "partner.set": SpacePartner | TrunkPartner;
  /** By the Host; `parent` `null` is the root (FOLDER-01). */
  readonly "folder.create": {
    readonly space: SpaceId;
    readonly folder: FolderId;
    readonly parent: FolderId | null;
    readonly name: string;
  };
  /** By the Host. */
  readonly "folder.rename": {
    readonly space: SpaceId;
    readonly folder: FolderId;
    readonly name: string;
  };
  /** By the Host. */
  readonly "folder.move": {
    readonly space: SpaceId;
    readonly folder: FolderId;
    readonly parent: FolderId | null;
  };
  /** By the Host; only an empty Folder is removed. */
  readonly "folder.remove": { readonly space: SpaceId; readonly folder: FolderId };
  /** By the Host; the whole Member organization goes into that Folder, `null` is the root. */
  readonly "member.place": {
    readonly space: SpaceId;
    readonly organization: OrganizationId;
    readonly folder: FolderId | null;
  };
}

/** What a review says of one application. */
export interface Reviewing {
  readonly organization?: OrganizationId;
  readonly application: ApplicationId;
  readonly reason?: string;
}

/** An application that a Trunk approves, with the Branch's name and place in its book; `null`: none. */
export interface ApprovedItem {
  readonly application: ApplicationId;
  readonly alias?: string | null;
  readonly mount?: DepartmentId | null;
}

/** What kind of partner a Member is. */
export interface SpacePartner extends InSpace {
  readonly organization: OrganizationId;
  readonly types: readonly string[];
  readonly level: string | null;
}

/** How a Trunk labels a Branch. */
export interface TrunkPartner extends InTrunk {
  readonly organization: OrganizationId;
  readonly labels: readonly string[];
}

/** What these commands replace (PROTO-06). */
export interface SpacesReplaced {
  readonly "space-quota.expand": { readonly expansion: number };
  /** The cap in force. */
  readonly "person-cap.expand": { readonly cap: number };
  readonly "visibility.set": { readonly visibility: Visibility };
  readonly "visibility.hide": HidingWished;
  readonly "counterparts.set": { readonly people: readonly PersonId[] };
  readonly "partner.set":
    | { readonly types: readonly string[]; readonly level: string | null }
    | { readonly labels: readonly string[] };
  readonly "folder.rename": { readonly name: string };
  readonly "folder.move": { readonly parent: FolderId | null };
  readonly "member.place": { readonly folder: FolderId | null };
}

/** A command about Spaces. */
export type SpacesCommand = {
  [Type in keyof SpacesCommands]: Command<
    Type,
    SpacesCommands[Type],
    ReplacedIn<SpacesReplaced, Type>
  >;
}[keyof SpacesCommands];

// --------------------------------------------------------------------------------------- events

/** The counterparts of one side, between a Member and the Host (PARTNER-03). */
export interface Counterparts {
  readonly space: SpaceId;
  readonly member: OrganizationId;
  /** Whose people they are: the Member's, or the Host's for it. */
  readonly organization: OrganizationId;
}

/** What happens to Spaces, by type. */
export interface SpacesEvents {
  readonly "space.created": {
    readonly space: SpaceId;
    readonly host: OrganizationId;
    readonly name: string;
  };
  readonly "space.dissolved": { readonly space: SpaceId; readonly host: OrganizationId };
  /**
   * Which thresholds of a Space's limit are not told of when they are reached again: the number is below them, and not
   * yet by enough (ALERT-06). Only under `alertRearmBelow` above 0; so is the next.
   */
  readonly "space.unarmed": {
    readonly space: SpaceId;
    readonly subject: "persons" | "members";
    readonly thresholds: readonly number[];
  };
  /** The same of the Spaces that an organization may join. */
  readonly "organization.unarmed": {
    readonly organization: OrganizationId;
    readonly thresholds: readonly number[];
  };
  readonly "space-quota.expanded": SpacesCommands["space-quota.expand"];
  readonly "person-cap.expanded": SpacesCommands["person-cap.expand"];
  readonly "batch-invitation.enabled": SpacesCommands["batch-invitation.enable"];
  readonly "invitation.issued": Within<{
    readonly invitation: InvitationId;
    readonly form: "link" | "qr";
    readonly expiresAt: number | null;
    readonly maxUses: number | null;
    /** Whom a batch meant it for; anyone may use it, unless `for` names them (JOIN-02). */
    readonly invited: OrganizationId | null;
    /** Who alone may use it; left out: anyone (JOIN-13). */
    readonly for?: readonly OrganizationId[];
  }>;
  /** Reports an entry of a batch that issued nothing. */
  readonly "invitation.skipped": {
    readonly space: SpaceId;
    readonly organization: OrganizationId;
    /** `applied`: its application waits; `invited`: it has an open invitation of its own (JOIN-14). */
    readonly reason: "duplicate" | "host" | "member" | "applied" | "invited";
  };
  /**
   * An organization was invited again alone: the invitation that it has goes on, on these terms, in the place of
   * another one (JOIN-14).
   */
  readonly "invitation.extended": Within<{
    readonly invitation: InvitationId;
    readonly organization: OrganizationId;
    readonly expiresAt: number | null;
    readonly maxUses: number | null;
    /** Whether it was to be addressed to the organization this time, which ends its pause (JOIN-16). */
    readonly addressed: boolean;
  }>;
  readonly "invitation.revoked": SpacesCommands["invitation.revoke"];
  readonly "application.submitted": (InSpace | (InTrunk & LinkWished)) & {
    readonly organization: OrganizationId;
    readonly application: ApplicationId;
    readonly invitation: InvitationId;
    /** Who submitted it, of the organization (JOIN-17); left out in events of before. */
    readonly by?: PersonId;
    readonly scope: AppliedScope;
    /** Epoch ms at which it is over; left out: it has no end (JOIN-15). */
    readonly expiresAt?: number;
  };
  /** Its end had passed, and a new application closes it (JOIN-15). */
  readonly "application.expired": Within<
    {
      readonly organization: OrganizationId;
      readonly application: ApplicationId;
    } & UsesLeft
  >;
  readonly "application.withdrawn": Within<
    {
      readonly organization: OrganizationId;
      readonly application: ApplicationId;
    } & UsesLeft
  >;
  readonly "application.approved": Review;
  /** `reapplyFrom`, epoch ms: until then the organization does not apply again (JOIN-16); left out: it may at once. */
  readonly "application.rejected": Review & UsesLeft & { readonly reapplyFrom?: number };
  readonly "association.formed": MemberOf;
  readonly "association.cancelled": MemberOf & {
    readonly because: "cancelled" | "left" | "dissolved" | "ended";
    /** Epoch ms until which its settings are kept aside, should it be back; left out: they are not (EXIT-09). */
    readonly keptUntil?: number;
  };
  /**
   * A Member that is back has the settings that were kept for it, as far as what they name still exists
   * (EXIT-09). Of counterparts the Host's alone.
   */
  readonly "member.restored": MemberOf &
    SpacesEvents["visibility.hidden"] & {
      readonly folder: FolderId | null;
      readonly types: readonly string[];
      readonly level: string | null;
      readonly visibility: Visibility;
      readonly fields: SharedFields;
      readonly counterparts: {
        readonly organization: OrganizationId;
        readonly people: readonly PersonId[];
      };
    };
  /** From `from` on, epoch ms, the Member may leave (EXIT-07). */
  readonly "association.leave-announced": MemberOf & { readonly from: number };
  readonly "association.leave-withdrawn": MemberOf;
  /** Nobody of the Member acts in the Space (EXIT-08); `reason`: what the Host gave. */
  readonly "association.suspended": MemberOf & { readonly reason: string | null };
  readonly "association.resumed": MemberOf;
  readonly "link.formed": FormedLink;
  /** In the place of another Link of the same Branch, which ends with it (LINK-08). */
  readonly "link.moved": FormedLink & { readonly replaces: OrganizationId };
  readonly "link.cancelled": InTrunk & {
    readonly organization: OrganizationId;
    readonly because: "cancelled" | "left" | "ended";
  };
  readonly "visibility.set": SpacesCommands["visibility.set"];
  readonly "visibility.hidden": MemberOf & {
    readonly hidden: boolean;
    readonly except: HidingExceptions;
  };
  readonly "fields.shared": SpacesCommands["fields.share"];
  /** Who the counterparts are now, all of them in order, if it is not said by those dropped alone. */
  readonly "counterpart.named": Counterparts & {
    readonly people: readonly PersonId[];
    /** Only one who is back was added, in the place that they had in the list (RESIGN-07). */
    readonly because?: "reinstated";
    readonly person?: PersonId;
    readonly place?: number;
  };
  /** A name is struck: no longer named, or off the Roster, as a leaver or otherwise. */
  readonly "counterpart.dropped": Counterparts & {
    readonly person: PersonId;
    readonly because: "unnamed" | "left" | "resigned";
    /** The Member has become unattended by it, which both sides are told. */
    readonly unattended?: true;
  };
  readonly "partner.set": SpacesCommands["partner.set"];
  readonly "folder.created": SpacesCommands["folder.create"];
  readonly "folder.renamed": SpacesCommands["folder.rename"];
  readonly "folder.moved": SpacesCommands["folder.move"];
  readonly "folder.removed": SpacesCommands["folder.remove"];
  readonly "member.placed": SpacesCommands["member.place"];
}

/**
 * What is left of an invitation's uses, this application's given back; `null`: no limit (JOIN-19). Events of
 * before do not say.
 */
export interface UsesLeft {
  readonly usesLeft?: number | null;
}

/** A Link that has just come about, with what the two sides say of it. */
export interface FormedLink extends InTrunk {
  readonly organization: OrganizationId;
  readonly reach: Reach;
  readonly shared: readonly string[];
  readonly alias: string | null;
  readonly mount: DepartmentId | null;
  /** Whether its people see themselves alone, as the policy has it for new Links (SIGHT-02). */
  readonly ownOnly: boolean;
}

/** The outcome of a review. */
export type Review = Within<{
  readonly organization: OrganizationId;
  readonly application: ApplicationId;
  readonly reason: string | null;
}>;

/** An applicant's wish: people are named with the employment it was made for. */
export interface AppliedScope {
  readonly whole: boolean;
  readonly rules: readonly AppliedRule[];
}

/** One selection or exclusion of an application's scope; `number` is `null` for a department. */
export type AppliedRule = readonly [
  kind: "department" | "person",
  id: string,
  rule: ScopeRule,
  number: number | null,
];
