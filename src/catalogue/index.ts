export { AREAS, type Area, RULE_IDS, type RuleId } from "./ids.ts";
export type { Rule, RuleKind, RuleStatus, SourceQuote, Strength } from "./rule.ts";
export { RULES, ruleById, ruleOfCode } from "./rules.ts";
