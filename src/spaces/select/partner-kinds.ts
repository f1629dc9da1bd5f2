/** Kinds of Members. */
import type { AssociationRecord, PartnerKind } from "../model.ts";

/** Whether a Member is of a kind: of the type, the level, or both where both are given. */
export const isOfKind = (
  kind: PartnerKind,
  { types, level }: Pick<AssociationRecord, "types" | "level">,
): boolean =>
  (kind.type === undefined || types.includes(kind.type)) &&
  (kind.level === undefined || level === kind.level);
