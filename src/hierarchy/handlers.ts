/** Which function handles which fact and command about hierarchies. */
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { changeCapacity } from "./capacity.ts";
import { cancelLink, leaveLink, stayLinked } from "./ending.ts";
import { assignOffice, defineRole } from "./liaisons.ts";
import { mountLink, reachLink, releaseLink } from "./links.ts";
import type { HierarchyCommand, HierarchyFact } from "./model.ts";
import { seeLink } from "./seeing.ts";
import type { Deciding } from "./select/hierarchy.ts";
import { shareLink } from "./sharing.ts";

type Handled = HierarchyCommand | HierarchyFact;

/** A function for every type of input: a missing one does not compile. */
export const hierarchyHandlers = {
  "hierarchy.capacity-changed": changeCapacity,
  "link.mount": mountLink,
  "link.see": seeLink,
  "link.reach": reachLink,
  "link.share": shareLink,
  "link.release": releaseLink,
  "link.cancel": cancelLink,
  "link.leave": leaveLink,
  "link.stay": stayLinked,
  "liaison.define": defineRole,
  "liaison.assign": assignOffice,
} satisfies {
  readonly [Type in Handled["type"]]: (
    tx: Deciding,
    input: Extract<Handled, { readonly type: Type }>,
    policy: Policy,
  ) => Refusal | null;
};
