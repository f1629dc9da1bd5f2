import type {
  ApplicationId,
  DepartmentId,
  FolderId,
  OrganizationId,
  PersonId,
  SpaceId,
} from "./ids.ts";

/** One thing wrong with the shape of an input: where, and what. */
export interface Problem {
  /** Property names and list positions from the input's root. */
  readonly path: readonly (string | number)[];
  /** A stable word for what is wrong, `too-long` for instance. */
  readonly problem: string;
}

/** The figures of a limit; given only to the organization whose limit it is. */
export interface Figures {
  readonly limit?: number;
  readonly current?: number;
}

/**
 * Every code a command or fact can be refused with, and the facts that come with it. When several
 * apply, the first in {@link REFUSAL_CODES} is reported.
 */
export interface RefusalData {
  readonly MALFORMED: { readonly problems: readonly Problem[] };
  readonly INPUT_ID_REUSED: { readonly input: string };
  readonly UNKNOWN_ORGANIZATION: { readonly organization: OrganizationId };
  readonly UNKNOWN_SPACE: { readonly space: SpaceId };
  readonly SOURCE_NOT_RESPONSIBLE: { readonly responsible: "organization" | "platform" };
  /** `null`: support staff act for no organization. */
  readonly NOT_AUTHORIZED_ADMIN: { readonly organization: OrganizationId | null };
  readonly MAIN_ADMIN_REQUIRED: { readonly organization: OrganizationId };
  readonly NOT_SPACE_ADMIN: { readonly space: SpaceId };
  readonly MEMBER_ROSTER_NOT_MANAGEABLE: {
    readonly space: SpaceId;
    readonly organization: OrganizationId;
  };
  readonly WHOLE_ORG_EXIT_HOST_ONLY: { readonly space: SpaceId };
  readonly QUOTA_EXPANSION_NOT_AUTHORIZED: { readonly allowed: "support" };
  readonly APPLICATION_REQUIRED: { readonly space: SpaceId; readonly organization: OrganizationId };
  readonly INVITATION_NOT_VALID: { readonly invitation: string };
  readonly UNKNOWN_PERSON: { readonly organization: OrganizationId; readonly person: PersonId };
  readonly UNKNOWN_DEPARTMENT: {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
  };
  readonly UNKNOWN_FOLDER: { readonly space: SpaceId; readonly folder: FolderId };
  readonly UNKNOWN_APPLICATION: { readonly application: ApplicationId };
  readonly HOST_NOT_CERTIFIED: { readonly organization: OrganizationId };
  readonly MEMBER_NOT_CERTIFIED: { readonly organization: OrganizationId };
  readonly EDITION_NOT_SUPPORTED: { readonly required: "exclusive" };
  readonly SSO_NOT_SUPPORTED: { readonly required: "no-sso" };
  readonly BATCH_INVITE_NOT_ENABLED: { readonly organization: OrganizationId };
  readonly ID_TAKEN: { readonly kind: string; readonly id: string };
  readonly HOST_CANNOT_JOIN_OWN_SPACE: { readonly space: SpaceId };
  readonly ALREADY_MEMBER: { readonly space: SpaceId };
  readonly APPLICATION_ALREADY_PENDING: { readonly application: ApplicationId };
  readonly APPLICATION_NOT_PENDING: {
    readonly application: ApplicationId;
    readonly status: "withdrawn" | "approved" | "rejected";
  };
  readonly NOT_A_MEMBER: { readonly space: SpaceId; readonly organization: OrganizationId };
  readonly FOLDER_CYCLE: { readonly folder: FolderId };
  readonly FOLDER_NOT_EMPTY: { readonly folder: FolderId };
  readonly QUOTA_NOT_INCREASED: { readonly current: number };
  readonly NOT_IN_SPACE: { readonly space: SpaceId };
  readonly NOT_VISIBLE: { readonly organization: OrganizationId };
  readonly SCOPE_OUTSIDE_OWN_ORGANIZATION: { readonly organization: OrganizationId };
  readonly JOIN_LIMIT_EXCEEDED: Figures;
  readonly MEMBER_ORG_LIMIT_EXCEEDED: Figures;
  readonly SPACE_QUOTA_EXCEEDED: Figures;
  readonly PERSON_CAP_EXCEEDED: Figures;
}

/** A refusal code. */
export type RefusalCode = keyof RefusalData;

/** The rule that owns each code; the codes stand in order of precedence. */
export const RULE_OF_CODE: { readonly [Code in RefusalCode]: string } = {
  MALFORMED: "PROTO-01",
  INPUT_ID_REUSED: "PROTO-02",
  UNKNOWN_ORGANIZATION: "PROTO-03",
  UNKNOWN_SPACE: "PROTO-03",
  SOURCE_NOT_RESPONSIBLE: "PROTO-05",
  NOT_AUTHORIZED_ADMIN: "ADMIN-01",
  MAIN_ADMIN_REQUIRED: "JOIN-03",
  NOT_SPACE_ADMIN: "ADMIN-04",
  MEMBER_ROSTER_NOT_MANAGEABLE: "EXIT-05",
  WHOLE_ORG_EXIT_HOST_ONLY: "EXIT-03",
  QUOTA_EXPANSION_NOT_AUTHORIZED: "SPACE-04",
  APPLICATION_REQUIRED: "ADMIN-03",
  INVITATION_NOT_VALID: "JOIN-02",
  UNKNOWN_PERSON: "PROTO-03",
  UNKNOWN_DEPARTMENT: "PROTO-03",
  UNKNOWN_FOLDER: "PROTO-03",
  UNKNOWN_APPLICATION: "PROTO-03",
  HOST_NOT_CERTIFIED: "CERT-02",
  MEMBER_NOT_CERTIFIED: "CERT-01",
  EDITION_NOT_SUPPORTED: "EDITION-01",
  SSO_NOT_SUPPORTED: "SSO-01",
  BATCH_INVITE_NOT_ENABLED: "JOIN-12",
  ID_TAKEN: "PROTO-04",
  HOST_CANNOT_JOIN_OWN_SPACE: "SPACE-05",
  ALREADY_MEMBER: "JOIN-07",
  APPLICATION_ALREADY_PENDING: "JOIN-07",
  APPLICATION_NOT_PENDING: "JOIN-05",
  NOT_A_MEMBER: "ROSTER-01",
  FOLDER_CYCLE: "FOLDER-01",
  FOLDER_NOT_EMPTY: "FOLDER-01",
  QUOTA_NOT_INCREASED: "SPACE-04",
  NOT_IN_SPACE: "ROSTER-12",
  NOT_VISIBLE: "VIS-02",
  SCOPE_OUTSIDE_OWN_ORGANIZATION: "JOIN-04",
  JOIN_LIMIT_EXCEEDED: "JOIN-10",
  MEMBER_ORG_LIMIT_EXCEEDED: "JOIN-11",
  SPACE_QUOTA_EXCEEDED: "SPACE-03",
  PERSON_CAP_EXCEEDED: "CAP-01",
};

/** Every refusal code in order of precedence: of several, the first is reported. */
export const REFUSAL_CODES = Object.keys(RULE_OF_CODE) as readonly RefusalCode[];

/** A refusal: its code, the rule that owns the code, and typed facts about it. */
export type Refusal<Code extends RefusalCode = RefusalCode> = {
  readonly [C in Code]: {
    readonly code: C;
    readonly rule: string;
    readonly data: RefusalData[C];
  };
}[Code];

/** Makes a refusal. */
export function refuse<Code extends RefusalCode>(
  code: Code,
  data: RefusalData[Code],
): Refusal<Code> {
  return { code, rule: RULE_OF_CODE[code], data } as Refusal<Code>;
}
