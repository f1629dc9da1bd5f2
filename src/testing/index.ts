/**
 * What tests of these rules need, here and in the services that embed them: worlds, given/when/then,
 * generators, the naive reference model, the laws. Needs fast-check.
 */
export type { Finding, InvariantOptions } from "../core/invariants.ts";
export { invariants } from "../engine/invariants.ts";
export * from "./arbitraries/index.ts";
export { factsOf } from "./facts.ts";
export type { Asked, EventSketch, Given, Goes, NoticeSketch, Then } from "./given.ts";
export { given } from "./given.ts";
export type { By, InputDraft, Plain, Stamp } from "./inputs.ts";
export { command, fact, inputText, question, script, stamped } from "./inputs.ts";
export * from "./laws/index.ts";
export type {
  AdminPlan,
  AppPlan,
  GroupPlan,
  OrganizationPlan,
  PartnerPlan,
  PeoplePlan,
  PersonPlan,
  PublicationPlan,
  ScopePlan,
  SpacePlan,
  WorldPlan,
} from "./plan.ts";
export type { Caller, Play, Seen, Standing, Usual, Wish } from "./play.ts";
export { play } from "./play.ts";
export type * from "./reference/facts-model.ts";
export type * from "./reference/facts-model-areas.ts";
export type * from "./reference/hierarchy-facts-model.ts";
export type {
  Reference,
  ReferenceAnswer,
  ReferenceOptions,
  ReferenceVerdict,
} from "./reference/index.ts";
export { createReference } from "./reference/index.ts";
export type { BookFacts, IndustryBookFacts } from "./reference/industry-facts.ts";
export type {
  Identity as ReferenceIdentity,
  Pair as IdentityPair,
} from "./reference/state-areas.ts";
export type { TrunkList } from "./reference/state-hierarchy.ts";
export type { RunningService, ServiceUnderTest } from "./service.ts";
export { agreesWithRules } from "./service.ts";
export type { SoakFailure, SoakOptions, SoakResult } from "./soak.ts";
export { scriptSeed, soak } from "./soak.ts";
export type { Gaps, Tally } from "./tally.ts";
export { countStep, effectiveShare, gapsOf, newTally, REACHED_ELSEWHERE } from "./tally.ts";
export type { Told } from "./tell.ts";
export { applyAll } from "./tell.ts";
export type { AnsweredQuestion, AppSeen, FullAnswer } from "./view/areas.ts";
export type { Disclosure, Disclosures } from "./view/disclosures.ts";
export type { BookEntry } from "./view/industry.ts";
export type { DepartmentBelow, RoleSeen } from "./view/liaisons.ts";
export type { LinkingSeen } from "./view/linking.ts";
export type { EmploymentSeen, OwnDirectory, SpaceApplication } from "./view/parts.ts";
export type { View, ViewOptions } from "./view/view.ts";
export { view as viewOf } from "./view/view.ts";
export { buildWorld, worldInputs } from "./world.ts";
