/** What an accepted input named and what remained without effect, each with its reason (PROTO-08). */
import type { NamedKind, PassedOver, PassedOverEntry, PassedOverReason } from "./reasons.ts";
import { effect } from "./rule.ts";
import type { Deciding } from "./transaction.ts";

/** As many entries an outcome shows. */
const PASSED_OVER_FIRST = 100;

/** The kind of thing that a field names, the most particular first. */
const NAMED: { readonly [field: string]: NamedKind } = {
  instance: "instance",
  app: "app",
  group: "group",
  unit: "unit",
  application: "application",
  invitation: "invitation",
  folder: "folder",
  department: "department",
  member: "member",
  person: "person",
  list: "list",
  fact: "fact",
  space: "space",
  organization: "organization",
  trunk: "organization",
};

/** What an input, or a part of one, is about: the most particular thing that it names. */
function aboutOf(named: object): Pick<PassedOverEntry, "kind" | "id"> | null {
  for (const [field, kind] of Object.entries(NAMED)) {
    const value = (named as Record<string, unknown>)[field];
    if (typeof value === "string") return { kind, id: value };
    // A unit is the Host, a Space, or a Member of one.
    const { organization, space } = (value ?? {}) as { organization?: string; space?: string };
    const id = organization ?? space;
    if (field === "unit" && id !== undefined) return { kind, id };
  }
  return null;
}

/** PROTO-08: says of something that the input names that it has no effect, and why. */
export const passOver = effect(
  "PROTO-08",
  (tx: Deciding, reason: PassedOverReason, named: object, index?: number): void => {
    const about = aboutOf(named);
    const place = index === undefined ? {} : { index };
    if (about === null) return;
    const { organization } = named as { readonly organization?: string };
    const isNamed = about.kind === "person" || about.kind === "department";
    const whose = isNamed && organization !== undefined ? { organization } : {};
    tx.passedOver.push({ ...about, ...place, ...whose, reason });
  },
);

/** PROTO-08: an input of which nothing came, and of which nothing else is said, was already so. */
export function passOverWhole(tx: Deciding, data: object, said = 0): void {
  if (tx.events.length + tx.passedOver.length === said) passOver(tx, "already-so", data);
}

/** PROTO-08: does one of several things that an input names; what is passed over of it has its place. */
export function passOverAt<Result>(
  tx: Deciding,
  index: number,
  data: object,
  happen: () => Result,
): Result {
  const before = tx.passedOver.length;
  const said = tx.events.length + before;
  const result = happen();
  passOverWhole(tx, data, said);
  for (const entry of tx.passedOver.splice(before)) tx.passedOver.push({ ...entry, index });
  return result;
}

/** What was passed over, in sum; `null` if the input took effect in all it named. */
export function passedOverOf(entries: readonly PassedOverEntry[]): PassedOver | null {
  if (entries.length === 0) return null;
  const byReason: { [Reason in PassedOverReason]?: number } = {};
  for (const { reason } of entries) byReason[reason] = (byReason[reason] ?? 0) + 1;
  return { count: entries.length, byReason, first: entries.slice(0, PASSED_OVER_FIRST) };
}
