export { COMMAND_TYPES, FACT_TYPES, REFUSALS } from "../engine/codes.ts";
export {
  type Explanation,
  explain,
  explainNotice,
  type NoticeExplanation,
  refusalTitle,
} from "./explain.ts";
export { AREAS, type Area, RULE_IDS, type RuleId } from "./ids.ts";
export { type Locale, localeOf } from "./locale.ts";
export { type Retry, retry } from "./retry.ts";
export type { Rule, RuleKind, RuleStatus, SourceQuote, Strength } from "./rule.ts";
export { RULES, ruleById, ruleOfCode } from "./rules.ts";
