export { COMMAND_TYPES } from "../core/command-types.ts";
export { FACT_TYPES, REFUSALS } from "../engine/codes.ts";
export {
  type Explanation,
  explain,
  explainNotice,
  type NoticeExplanation,
  refusalTitle,
} from "./explain.ts";
export { type Locale, localeOf } from "./locale.ts";
export { reasonTitle } from "./reasons.ts";
export { type Retry, retry } from "./retry.ts";
export type { RuleEntry, RuleKind, RuleOf, RuleStatus, SourceQuote, Strength } from "./rule.ts";
export {
  AREAS,
  type Area,
  RULE_IDS,
  RULES,
  type Rule,
  type RuleId,
  ruleById,
  ruleOfCode,
} from "./rules.ts";
