/** Kinds of Members (PARTNER-01, APP-04, VIS-08). */
import type { PartnerKind } from "../../spaces/model.ts";
import { distinct } from "./canonical.ts";
import type { Association } from "./state.ts";

/** Whether a Member is of a kind: both say so where both are given. */
export function isOfKind({ type, level }: PartnerKind, member: Association): boolean {
  return (
    (type === undefined || member.types.includes(type)) &&
    (level === undefined || member.level === level)
  );
}

/** A kind with nothing in it but what it names. */
function plain({ type, level }: PartnerKind): PartnerKind {
  return { ...(type === undefined ? {} : { type }), ...(level === undefined ? {} : { level }) };
}

/** Kinds, each once, in one order. */
export function sortedKinds(kinds: readonly PartnerKind[]): PartnerKind[] {
  return distinct(kinds.map(plain), ({ type = "", level = "" }) => [type, level]);
}
