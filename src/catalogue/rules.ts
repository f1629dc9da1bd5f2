import type { RuleOf } from "./rule.ts";
import { ADMIN_RULES } from "./rules/admin.ts";
import { ALERT_RULES } from "./rules/alert.ts";
import { APP_RULES } from "./rules/app.ts";
import { ASK_RULES } from "./rules/ask.ts";
import { BOTH_RULES } from "./rules/both.ts";
import { BRANCH_RULES } from "./rules/branch.ts";
import { CAP_RULES } from "./rules/cap.ts";
import { CERT_RULES } from "./rules/cert.ts";
import { DATA_RULES } from "./rules/data.ts";
import { DIRECTORY_RULES } from "./rules/directory.ts";
import { DIST_RULES } from "./rules/dist.ts";
import { EDITION_RULES } from "./rules/edition.ts";
import { ENTRY_RULES } from "./rules/entry.ts";
import { EXIT_RULES } from "./rules/exit.ts";
import { FEAT_RULES } from "./rules/feat.ts";
import { FLOW_RULES } from "./rules/flow.ts";
import { FOLDER_RULES } from "./rules/folder.ts";
import { GROUP_RULES } from "./rules/group.ts";
import { HAND_RULES } from "./rules/hand.ts";
import { HIER_RULES } from "./rules/hier.ts";
import { INDUSTRY_RULES } from "./rules/industry.ts";
import { JOIN_RULES } from "./rules/join.ts";
import { LEVEL_RULES } from "./rules/level.ts";
import { LIAISON_RULES } from "./rules/liaison.ts";
import { LIC_GRANTS_RULES } from "./rules/lic-grants.ts";
import { LIC_POOL_RULES } from "./rules/lic-pool.ts";
import { LINK_RULES } from "./rules/link.ts";
import { PARTNER_RULES } from "./rules/partner.ts";
import { PICK_RULES } from "./rules/pick.ts";
import { PROTOCOL_RULES } from "./rules/protocol.ts";
import { RESIGN_RULES } from "./rules/resign.ts";
import { ROSTER_RULES } from "./rules/roster.ts";
import { SEAT_RULES } from "./rules/seat.ts";
import { SELF_RULES } from "./rules/self.ts";
import { SPACE_RULES } from "./rules/space.ts";
import { SSO_RULES } from "./rules/sso.ts";
import { TALK_RULES } from "./rules/talk.ts";
import { TERM_RULES } from "./rules/term.ts";
import { UNLINK_RULES } from "./rules/unlink.ts";
import { VIS_RULES } from "./rules/vis.ts";

/** All rules, in rulebook order; the protocol comes last. */
export const RULES = /* @__PURE__ */ [
  TERM_RULES,
  EDITION_RULES,
  CERT_RULES,
  SSO_RULES,
  ADMIN_RULES,
  SPACE_RULES,
  JOIN_RULES,
  ROSTER_RULES,
  CAP_RULES,
  VIS_RULES,
  FOLDER_RULES,
  ENTRY_RULES,
  PARTNER_RULES,
  APP_RULES,
  SELF_RULES,
  FEAT_RULES,
  PICK_RULES,
  FLOW_RULES,
  DATA_RULES,
  LIC_POOL_RULES,
  LIC_GRANTS_RULES,
  ALERT_RULES,
  GROUP_RULES,
  EXIT_RULES,
  RESIGN_RULES,
  HAND_RULES,
  DIRECTORY_RULES,
  HIER_RULES,
  LINK_RULES,
  BRANCH_RULES,
  DIST_RULES,
  LIAISON_RULES,
  INDUSTRY_RULES,
  LEVEL_RULES,
  SEAT_RULES,
  TALK_RULES,
  UNLINK_RULES,
  BOTH_RULES,
  ASK_RULES,
  PROTOCOL_RULES,
].flat();

/** Id of a rule. */
export type RuleId = (typeof RULES)[number]["id"];

/** Area of a rule: the letters of its id. */
export type Area = (typeof RULES)[number]["area"];

/** One rule of the RULES. */
export type Rule = RuleOf<RuleId>;

/** Ids of all rules, in rulebook order. An id is never reused. */
export const RULE_IDS: readonly RuleId[] = /* @__PURE__ */ RULES.map(({ id }) => id);

/** Areas of the register, in rulebook order; the last holds the protocol. */
export const AREAS: readonly Area[] = /* @__PURE__ */ Array.from(
  /* @__PURE__ */ new Set(/* @__PURE__ */ RULES.map(({ area }) => area)),
);

/**
 * The rule with this id.
 *
 * @param id any string, also one from outside
 * @returns the rule, or `undefined` if no rule has the id
 */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}

/**
 * The rule that owns this refusal code. Other rules may raise it as well; they list it in `raises`.
 *
 * @param code any string, also one from outside
 * @returns the rule, or `undefined` if the code is none
 */
export function ruleOfCode(code: string): Rule | undefined {
  return RULES.find((rule) => rule.codes.includes(code));
}
