/** Units of licenses, told apart. */
import type { LicenseUnit } from "../../licenses/model.ts";
import { hierarchyUnit, trunkOfUnit } from "./vocabulary-distribution.ts";

/** A unit written in one way, so that two that mean the same are written alike. */
export function unitOf<Unit extends LicenseUnit>(unit: Unit): Unit;
export function unitOf(unit: LicenseUnit): LicenseUnit {
  const { kind } = unit;
  const trunk = trunkOfUnit(unit);
  if (trunk !== null) return hierarchyUnit(trunk);
  if (kind === "host") return { kind, organization: unit.organization };
  if (kind === "space") return { kind, space: unit.space };
  return { ...(unit as Extract<LicenseUnit, { readonly kind: "member" }>) };
}

/** Whether two mean the same unit. */
export function isSameUnit(left: LicenseUnit, right: LicenseUnit): boolean {
  return JSON.stringify(unitOf(left)) === JSON.stringify(unitOf(right));
}
