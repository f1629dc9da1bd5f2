/** Full lists from the source, a part after another. */
import type { OfType } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import type { Line } from "./extents.ts";
import { type Deciding, ofLiving, orElse } from "./facts.ts";
import { followLines } from "./list-lines.ts";
import { roomOf } from "./list-steps.ts";
import { completeList, enterPart, passPart, whyNoPart } from "./lists.ts";
import type { DirectoryFact } from "./model.ts";
import { departmentsReported } from "./placements.ts";
import { putOffLines } from "./putting-off.ts";
import { reconcileDepartments, unlistedParent } from "./reconciliation-departments.ts";
import type { Room } from "./returning.ts";
import { saidExtent } from "./select/extents.ts";

type ReconciledFact = OfType<DirectoryFact, "directory.reconciled">;

/** A fact with one part of a full list. */
export function reconcile(tx: Deciding, fact: ReconciledFact, policy: Policy) {
  return ofLiving(tx, fact, () =>
    orElse(partReported(tx, fact.data), () => {
      const why = whyNoPart(tx, fact);
      if (why !== null) {
        passPart(tx, fact.data, why);
        return;
      }
      const room = roomOf(policy);
      enterPart(tx, fact);
      absorbPart(tx, fact, policy, room);
      completeList(tx, fact.data, policy, room);
    }),
  );
}

/** PROTO-03: what a part leans on is known, or named by itself. */
function partReported(tx: Deciding, { organization, extent, part }: ReconciledFact["data"]) {
  const full = extent !== undefined && "departments" in extent ? extent.departments : [];
  const unknown = departmentsReported(tx, organization, full);
  if (unknown !== null) return unknown;
  if (part.kind === "departments") return unlistedParent(tx, organization, part.departments);
  const named = new Set(part.people.flatMap(({ departments = [] }) => departments));
  return departmentsReported(tx, organization, [...named]);
}

/** What a part names takes effect at once, but for people whom a step is to bring back. */
function absorbPart(tx: Deciding, { data, at }: ReconciledFact, policy: Policy, room: Room): void {
  const { organization, part } = data;
  if (part.kind === "departments") {
    reconcileDepartments(tx, data, part.departments, at);
    return;
  }
  const putOff: Line[] = [];
  followLines(
    tx,
    { organization, ...saidExtent(data.extent), at, policy, room, putOff },
    part.people,
  );
  putOffLines(tx, data, part, at, putOff);
}
