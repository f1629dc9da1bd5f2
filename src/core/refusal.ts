import { type RefusalData, RULE_OF_CODE } from "./refusal-codes.ts";

export { type RefusalData, RULE_OF_CODE } from "./refusal-codes.ts";
export type {
  Figures,
  FiguresNeeded,
  LinkNamed,
  PersonNamed,
  Problem,
  UnitNamed,
} from "./refusal-shapes.ts";

/** A refusal code. */
export type RefusalCode = keyof RefusalData;

/** Every refusal code in order of precedence: of several, the first is reported. */
export const REFUSAL_CODES = /* @__PURE__ */ Object.keys(RULE_OF_CODE) as readonly RefusalCode[];

/** A refusal: its code, the rule that owns the code, and typed facts about it. */
export type Refusal<Code extends RefusalCode = RefusalCode> = {
  readonly [C in Code]: {
    readonly code: C;
    readonly rule: string;
    readonly data: RefusalData[C];
  };
}[Code];

/** Whether a code is reported before another one. */
export function ranksBefore(code: RefusalCode, other: RefusalCode): boolean {
  return REFUSAL_CODES.indexOf(code) < REFUSAL_CODES.indexOf(other);
}

/** Makes a refusal. */
export function refuse<Code extends RefusalCode>(
  code: Code,
  data: RefusalData[Code],
): Refusal<Code> {
  return { code, rule: RULE_OF_CODE[code], data } as Refusal<Code>;
}
