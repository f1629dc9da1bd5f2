/** What a scope says of a department or a person. */
import type { DepartmentId, PersonId } from "../../core/ids.ts";
import type { ScopeRule } from "../../spaces/model.ts";

/** One selection or exclusion; `number` is the employment meant when an application was filed. */
export type Rule =
  | { readonly kind: "department"; readonly id: DepartmentId; readonly rule: ScopeRule }
  | {
      readonly kind: "person";
      readonly id: PersonId;
      readonly rule: ScopeRule;
      readonly number?: number;
    };
