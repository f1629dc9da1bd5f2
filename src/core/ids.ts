/**
 * The nouns everything is keyed by. An id is 1 to 128 UTF-16 code units, well formed, without white
 * space or control characters; otherwise any string, `__proto__` included. Ids are compared code unit
 * by code unit and never folded, trimmed or normalized.
 */

declare const brand: unique symbol;

/** A text that has been found to be an id of this kind. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

/** An organization with a directory of its own. */
export type OrganizationId = Id<"organization">;
/** A natural person, the same across organizations. */
export type PersonId = Id<"person">;
/** A department, named within its organization. */
export type DepartmentId = Id<"department">;
/** A Space: one Host and its Member organizations. */
export type SpaceId = Id<"space">;
/** A link or QR code leading to a Space's application form. */
export type InvitationId = Id<"invitation">;
/** A request of an organization to join a Space. */
export type ApplicationId = Id<"application">;
/** A department or directory node of a Space, named within it. */
export type FolderId = Id<"folder">;
/** An app: of an organization that built it, or of a Space. */
export type AppId = Id<"app">;
/** A flow of an app, named within it. */
export type FlowId = Id<"flow">;
/** A row of an app's data, named within it. */
export type RowId = Id<"row">;
/** A flow started once. */
export type InstanceId = Id<"instance">;
/** A cooperation group. */
export type GroupId = Id<"group">;
/** A named role that an organization gives its people, for approval rules. */
export type RoleId = Id<"role">;
/** A node of an industry book: a class, a year, a group of residents. */
export type NodeId = Id<"node">;
/** A full list of a directory, named by its sender; all its parts carry the same one. */
export type ListId = Id<"list">;
/** One of several systems that feed an organization's directory, named within it (DIR-06). */
export type SourceId = Id<"source">;
/** The id that the sender of a command or fact gave it; repeats carry the same one. */
export type InputId = Id<"input">;
/** A member of the platform's support staff. */
export type StaffId = Id<"staff">;

/** The kinds of id and their types. */
export interface IdKinds {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly department: DepartmentId;
  readonly space: SpaceId;
  readonly invitation: InvitationId;
  readonly application: ApplicationId;
  readonly folder: FolderId;
  readonly app: AppId;
  readonly flow: FlowId;
  readonly row: RowId;
  readonly instance: InstanceId;
  readonly group: GroupId;
  readonly role: RoleId;
  readonly node: NodeId;
  readonly list: ListId;
  readonly source: SourceId;
  readonly input: InputId;
  readonly staff: StaffId;
}

/** Why a value is not an id. */
export type IdProblem =
  | "not-a-string"
  | "empty"
  | "too-long"
  | "ill-formed"
  | "forbidden-character";

/** The longest id, in UTF-16 code units. */
export const ID_LENGTH_MAX = 128;

/** C0 and C1 controls, every white space, zero-width and bidirectional marks, line separators. */
const forbidden = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}]/u;
const loneSurrogate = /\p{Surrogate}/u;
/** What most ids are made of throughout: told at once. */
const plain = /^[!-~]+$/;

/**
 * Says what is wrong with a value as an id, or `null` if it is one. Length is looked at before
 * anything else, so a huge string costs nothing.
 */
export function idProblem(value: unknown): IdProblem | null {
  if (typeof value !== "string") return "not-a-string";
  if (value.length === 0) return "empty";
  if (value.length > ID_LENGTH_MAX) return "too-long";
  if (plain.test(value)) return null;
  if (loneSurrogate.test(value)) return "ill-formed";
  if (forbidden.test(value)) return "forbidden-character";
  return null;
}

/** What an id constructor gives: the id, or what is wrong with the value. */
export type IdResult<Kind extends keyof IdKinds> =
  | { readonly ok: true; readonly id: IdKinds[Kind] }
  | { readonly ok: false; readonly problem: IdProblem };

// @__NO_SIDE_EFFECTS__
function idMaker<Kind extends keyof IdKinds>(): (value: unknown) => IdResult<Kind> {
  return (value) => {
    const problem = idProblem(value);
    return problem === null ? { ok: true, id: value as IdKinds[Kind] } : { ok: false, problem };
  };
}

/** Makes an {@link OrganizationId} of a string, or says what is wrong with it. */
export const organizationId: (value: unknown) => IdResult<"organization"> = idMaker();
/** Makes a {@link PersonId} of a string, or says what is wrong with it. */
export const personId: (value: unknown) => IdResult<"person"> = idMaker();
/** Makes a {@link DepartmentId} of a string, or says what is wrong with it. */
export const departmentId: (value: unknown) => IdResult<"department"> = idMaker();
/** Makes a {@link SpaceId} of a string, or says what is wrong with it. */
export const spaceId: (value: unknown) => IdResult<"space"> = idMaker();
/** Makes an {@link InvitationId} of a string, or says what is wrong with it. */
export const invitationId: (value: unknown) => IdResult<"invitation"> = idMaker();
/** Makes an {@link ApplicationId} of a string, or says what is wrong with it. */
export const applicationId: (value: unknown) => IdResult<"application"> = idMaker();
/** Makes a {@link FolderId} of a string, or says what is wrong with it. */
export const folderId: (value: unknown) => IdResult<"folder"> = idMaker();
/** Makes an {@link AppId} of a string, or says what is wrong with it. */
export const appId: (value: unknown) => IdResult<"app"> = idMaker();
/** Makes a {@link FlowId} of a string, or says what is wrong with it. */
export const flowId: (value: unknown) => IdResult<"flow"> = idMaker();
/** Makes a {@link RowId} of a string, or says what is wrong with it. */
export const rowId: (value: unknown) => IdResult<"row"> = idMaker();
/** Makes an {@link InstanceId} of a string, or says what is wrong with it. */
export const instanceId: (value: unknown) => IdResult<"instance"> = idMaker();
/** Makes a {@link GroupId} of a string, or says what is wrong with it. */
export const groupId: (value: unknown) => IdResult<"group"> = idMaker();
/** Makes a {@link RoleId} of a string, or says what is wrong with it. */
export const roleId: (value: unknown) => IdResult<"role"> = idMaker();
/** Makes a {@link NodeId} of a string, or says what is wrong with it. */
export const nodeId: (value: unknown) => IdResult<"node"> = idMaker();
/** Makes a {@link ListId} of a string, or says what is wrong with it. */
export const listId: (value: unknown) => IdResult<"list"> = idMaker();
/** Makes a {@link SourceId} of a string, or says what is wrong with it. */
export const sourceId: (value: unknown) => IdResult<"source"> = idMaker();
/** Makes an {@link InputId} of a string, or says what is wrong with it. */
export const inputId: (value: unknown) => IdResult<"input"> = idMaker();
/** Makes a {@link StaffId} of a string, or says what is wrong with it. */
export const staffId: (value: unknown) => IdResult<"staff"> = idMaker();
