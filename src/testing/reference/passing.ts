/** What an accepted input named and what remained without effect, each with a reason (PROTO-08). */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import { hasDepartment, keepsOut } from "./departments.ts";
import type { Passed, PassedOver, Reason } from "./passed.ts";
import type { ReferenceInput, World } from "./state.ts";
import { isOfMember, ofMembers } from "./vocabulary-industry.ts";

/** Says that something was passed over; the same thing of the same place is said once. */
export function pass(world: World, passed: Passed): void {
  const text = JSON.stringify(passed);
  if (world.passed.every((each) => JSON.stringify(each) !== text)) world.passed.push(passed);
}

/** Says that a person was passed over. */
export function passPerson(world: World, id: string, reason: Reason, index?: number): void {
  pass(world, { kind: "person", id, ...(index === undefined ? {} : { index }), reason });
}

/** Says which of the departments where a fact or a line places somebody are gone, and keep nobody out. */
export function passNowhere(
  world: World,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
  line?: number,
): void {
  passGone(world, organization, departments, line, (id) => keepsOut(world.state, organization, id));
}

/** Says which of the departments named are gone, but for those that matter nevertheless. */
export function passGone(
  world: World,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
  line?: number,
  matters: (id: DepartmentId) => boolean = () => false,
): void {
  for (const [index, id] of departments.entries()) {
    if (hasDepartment(world.state, organization, id) || matters(id)) continue;
    pass(world, { kind: "department", id, index: line ?? index, reason: "department-gone" });
  }
}

/** The kinds of thing that an input may name in its data, the most specific first. */
const KINDS = [
  "instance",
  "app",
  "group",
  "unit",
  "application",
  "invitation",
  "folder",
  "department",
  "person",
  "reconciliation",
  "list",
  "fact",
  "space",
  "organization",
] as const;

function idOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { space, organization } = value as { space?: string; organization?: string };
  return organization ?? space ?? "";
}

/** The most specific thing that an input names. */
export function thingOf(input: {
  readonly type: string;
  readonly by?: unknown;
  readonly data: object;
}): Pick<Passed, "kind" | "id"> {
  const { by, data } = input;
  if (isOfMember(input)) return { kind: ofMembers, id: input.data.person };
  const named = data as Readonly<Record<string, unknown>>;
  const kind = KINDS.find((each) => named[each] !== undefined && named[each] !== null);
  if (kind !== undefined) {
    return { kind: kind === "reconciliation" ? "list" : kind, id: idOf(named[kind]) };
  }
  return { kind: "organization", id: idOf(named["trunk"] ?? by) };
}

/** What an input passed over; one without any effect is already so. */
export function passedOver(
  input: ReferenceInput,
  passed: readonly Passed[],
  changed: boolean,
): PassedOver | null {
  // A batch says by its events whom it skipped, and an invitation whose terms were as good which one goes on.
  // Of many changes each says so for itself.
  const isSo =
    !changed &&
    passed.length === 0 &&
    input.type !== "invitation.batch" &&
    input.type !== "invitation.issue" &&
    input.type !== "directory.changed";
  const all: readonly Passed[] = isSo ? [{ ...thingOf(input), reason: "already-so" }] : passed;
  if (all.length === 0) return null;
  const byReason: Partial<Record<Reason, number>> = {};
  for (const { reason } of all) byReason[reason] = (byReason[reason] ?? 0) + 1;
  return { count: all.length, byReason, first: all.slice(0, 100) };
}
