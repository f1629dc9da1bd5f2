/** A scope as its own organization sees it, with what holds of fields (VIS-09). */
import type { OrganizationId } from "../../core/ids.ts";
import type { SharedFields } from "../../spaces/model.ts";
import { sorted } from "./canonical.ts";
import { inertAmong } from "./inert.ts";
import { announced } from "./leaving.ts";
import { rulesInForce } from "./scopes.ts";
import { inForce } from "./shared-fields.ts";
import type { Rule, Scoping, World } from "./state.ts";

const idsOf = <Kind extends Rule["kind"]>(rules: readonly Rule[], kind: Kind, rule: string) =>
  sorted(rules.filter((each) => each.kind === kind && each.rule === rule).map((each) => each.id));

/** What an organization has of its own in a Space, or on a Link. */
interface Part extends Scoping {
  readonly fields: SharedFields;
  readonly leaving: number | null;
}

/** What an organization says of its own people in a Space, or on a Link. */
export function scopeShown(world: World, own: Part | undefined, organization: OrganizationId) {
  const { state } = world;
  const inert = (rule: "in" | "out") =>
    inertAmong(
      world,
      organization,
      idsOf(own?.rules ?? [], "department", rule) as never,
      rule === "out",
    );
  const rules = own === undefined ? [] : rulesInForce(state, own);
  return {
    whole: own?.whole ?? false,
    fields: inForce(world, own?.fields ?? {}),
    ...announced({ leaving: own?.leaving ?? null }),
    departments: idsOf(rules, "department", "in"),
    people: idsOf(rules, "person", "in"),
    exclude: {
      departments: idsOf(rules, "department", "out"),
      people: idsOf(rules, "person", "out"),
    },
    inert: {
      departments: inert("in"),
      exclude: { departments: inert("out").map(({ department }) => department) },
    },
  };
}
