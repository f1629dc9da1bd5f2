/** What of a scope brings somebody in who is present, or waits. */
import type { DepartmentId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Container } from "../../spaces/model.ts";
import { partIn } from "../../spaces/select/container.ts";
import { type Reading, rulesInForce } from "./scope.ts";
import { standingOf } from "./standing.ts";

/** A rule of their own, one on a department, or the organization as a whole. */
export type Selection =
  | { readonly kind: "person" }
  | { readonly kind: "department"; readonly department: DepartmentId }
  | { readonly kind: "whole" };

/** What brings an identity in that is in scope in a Space, or on a Link. */
export function selectionOf(
  tx: Reading,
  of: Container,
  { organization, person }: Identity,
): Selection {
  const part = partIn(tx, of, organization);
  if (part === null) return { kind: "whole" };
  const rules = rulesInForce(tx, of, organization, part);
  if (rules.person(person) !== undefined) return { kind: "person" };
  for (const chain of standingOf(tx, organization, person).chains) {
    const nearest = chain.find((each) => rules.department(each) !== undefined);
    if (nearest !== undefined && rules.department(nearest) === "in") {
      return { kind: "department", department: nearest };
    }
  }
  return { kind: "whole" };
}
