/** Puts one id in the place of another wherever an organization's person or department is meant. */
import type { OrganizationId } from "../../core/ids.ts";
import { isMember } from "./vocabulary-industry.ts";

/** Which id gives way to which. */
export interface Renaming {
  readonly kind: "person" | "department";
  readonly organization: OrganizationId;
  readonly from: string;
  readonly to: string;
}

/** Properties that name one, and those that name several; `id` and `now` say beside them of what kind. */
const places = {
  person: { one: ["person"], several: ["people", "told"] },
  department: { one: ["department", "parent"], several: ["departments", "heads", "above"] },
} as const;

type Plain = Record<string, unknown>;

/** Whether a property of an object holds ids of a kind. */
function holds({ kind }: Renaming, each: Plain, property: string): boolean {
  if (kind === "person" && isMember(each)) return false;
  const { one, several } = places[kind];
  if (property === "id" || property === "now") {
    // A department itself says what was above it.
    return each["kind"] === kind || (kind === "department" && "above" in each);
  }
  return [...one, ...several].some((known) => known === property);
}

function walk(value: unknown, renaming: Renaming, organization: unknown, seen: Set<unknown>): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  const each = value as Plain;
  const own = each["organization"] ?? organization;
  for (const [property, held] of Object.entries(each)) {
    const isMeant = own === renaming.organization && holds(renaming, each, property);
    if (isMeant && held === renaming.from) each[property] = renaming.to;
    if (isMeant && Array.isArray(held)) {
      for (const [index, id] of held.entries()) {
        if (id === renaming.from) held[index] = renaming.to;
      }
    }
    walk(held, renaming, own, seen);
  }
}

/**
 * Substitutes an id in plain data, in place; what names no organization of its own belongs to that of
 * what it is in.
 */
export function substitute(roots: readonly unknown[], renaming: Renaming, within?: string): void {
  const seen = new Set<unknown>();
  for (const root of roots) walk(root, renaming, within, seen);
}
