/**
 * The rules of inter-enterprise collaboration as pure functions over immutable records: decide on a
 * command or a fact, evolve by an event, ask a question.
 */
export type * from "./apps/model.ts";
export type { Bucket, Entry as BucketEntry, Kept as BucketValue } from "./core/bucket.ts";
export type {
  AppId,
  ApplicationId,
  DepartmentId,
  FlowId,
  FolderId,
  GroupId,
  Id,
  IdKinds,
  IdProblem,
  IdResult,
  InputId,
  InstanceId,
  InvitationId,
  ListId,
  NodeId,
  OrganizationId,
  PersonId,
  RoleId,
  RowId,
  SourceId,
  SpaceId,
  StaffId,
} from "./core/ids.ts";
export {
  appId,
  applicationId,
  departmentId,
  flowId,
  folderId,
  groupId,
  ID_LENGTH_MAX,
  inputId,
  instanceId,
  invitationId,
  listId,
  nodeId,
  organizationId,
  personId,
  roleId,
  rowId,
  sourceId,
  spaceId,
  staffId,
} from "./core/ids.ts";
export type {
  Actor,
  AsMember,
  Command as CommandEnvelope,
  Expectation,
  Fact as FactEnvelope,
  ReplacedIn,
  Source,
} from "./core/input.ts";
export { BrokenInvariant } from "./core/invariant.ts";
export type { Key } from "./core/keys.ts";
export { compareKeys, keyText, parseKey } from "./core/keys.ts";
export type {
  ApplicationTo,
  DepartmentOf,
  Doer,
  Identity,
  Notice,
  NoticeData,
  NoticeKind,
  Recipient,
  RoleRecipient,
  Setting,
  TaskOf,
  WaitingWork,
} from "./core/notice.ts";
export type {
  Accepted,
  Effects,
  EventEnvelope,
  Incomplete,
  Refused,
  Stored,
  Write,
} from "./core/outcome.ts";
export { EVENT_VERSION, RECORD_VERSION } from "./core/outcome.ts";
export { type Looked, outcomeFingerprint } from "./core/outcome-fingerprint.ts";
export { reconciliationPage } from "./core/page.ts";
export type { Policy, PolicyResult, PolicyValue } from "./core/policy.ts";
export { defaultPolicy, definePolicy, POLICY_FIELDS, policyFingerprint } from "./core/policy.ts";
export { LIMIT_MAX, type PolicyField, type PolicyForm } from "./core/policy-fields.ts";
export { type Presets, presets } from "./core/presets.ts";
export type { NamedKind, PassedOver, PassedOverEntry, PassedOverReason } from "./core/reasons.ts";
export { PASSED_OVER_REASONS } from "./core/reasons.ts";
export type {
  Figures,
  FiguresNeeded,
  LinkNamed,
  PersonNamed,
  Problem,
  Refusal,
  RefusalCode,
  RefusalData,
  UnitNamed,
} from "./core/refusal.ts";
export { REFUSAL_CODES, RULE_OF_CODE } from "./core/refusal.ts";
export type { HashIndex, PageIndex } from "./core/structures.ts";
export type { Table } from "./core/table.ts";
export type * from "./directory/model.ts";
export { DEPARTMENT_DEPTH_MAX, EDITIONS } from "./directory/model.ts";
export type { InertDepartment } from "./directory/select/inert.ts";
export type { Interconnection } from "./directory/select/organizations.ts";
export { editionSupports } from "./directory/select/organizations.ts";
export { ask } from "./engine/ask.ts";
export type { RefusalsOf } from "./engine/codes.ts";
export { decide } from "./engine/decide.ts";
export { evolve } from "./engine/evolve.ts";
export type * from "./engine/inputs.ts";
export type { RecordKey, RecordKind, Records, StoredRecord } from "./engine/records.ts";
export type { Slice } from "./engine/slice.ts";
export { emptySlice, loadSlice, sliceEntries } from "./engine/slice.ts";
export type { Answer, Event, Events, EventType, Outcome } from "./engine/types.ts";
export type { Snapshot, World, WorldOutcome } from "./engine/world.ts";
export { apply, emptyWorld, replay, restore, snapshot } from "./engine/world.ts";
export type {
  By,
  DraftOf,
  DraftsByType,
  Expecting,
  InputsByType,
  Plain,
  PlainDataByType,
  PlainExpectationByType,
  Reported,
  Stamp,
} from "./engine/written.ts";
export { command, fact, question } from "./engine/written.ts";
export type * from "./flows/model.ts";
export type * from "./groups/model.ts";
export type * from "./hierarchy/model.ts";
export type * from "./industry/model.ts";
export type * from "./licenses/model.ts";
export type * from "./queries/model.ts";
export type * from "./roster/model.ts";
export type * from "./spaces/model.ts";
export { PARTNER_TYPES } from "./spaces/model.ts";
