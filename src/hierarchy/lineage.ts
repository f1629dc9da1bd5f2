/** What is above organizations follows their Links in the same step, all the way down. */
import { isMarked } from "../core/guess.ts";
import type { OrganizationId } from "../core/ids.ts";
import type { Recipient } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect } from "../core/rule.ts";
import { causedBy, emit, notify, read, readBefore } from "../core/transaction.ts";
import type { Above, AboveNow, SpacesEvents } from "../spaces/model.ts";
import { lineagesAfter, type OwnLinks } from "../spaces/select/lineage.ts";
import { aboveOf } from "../spaces/select/trunks.ts";
import type { HierarchyEvents } from "./model.ts";
import type { Deciding } from "./select/hierarchy.ts";

/** An event that changes the Links of its organization upwards, or what they let pass. */
type Linking =
  | EventOf<SpacesEvents, "link.formed" | "link.moved" | "link.cancelled">
  | EventOf<HierarchyEvents, "link.reach-set">;

const shown = ([organization, level, longest, through, line, , path]: Above): AboveNow => ({
  ...{ organization, level, longest },
  ...{ through, line, path },
});

const isSame = (one: readonly Above[], other: readonly Above[]): boolean =>
  one.length === other.length &&
  JSON.stringify(one.map(shown)) === JSON.stringify(other.map(shown));

/**
 * A guess that lacks what is above a Trunk takes nobody for gone or farther: where they keep those below
 * them would be loaded in vain.
 */
function asFarAsKnown(tx: Deciding, before: readonly Above[], above: readonly Above[]) {
  if (tx.guess === null || !above.some(([upper]) => isMarked(upper))) return above;
  const known = new Set(before.map(([upper]) => upper));
  return [...before, ...above.filter(([upper]) => !known.has(upper))];
}

/** HIER-04, UNLINK-03: what is above an organization, and all below it, is what their Links say now. */
export const relineage = effect(
  ["HIER-04", "HIER-03", "UNLINK-03"],
  (tx: Deciding, events: readonly Linking[]): void => {
    const causes = new Map(events.map(({ seq, data }) => [data.organization, seq]));
    const changed = new Map<OrganizationId, OwnLinks>(
      [...causes.keys()].map((organization) => [
        organization,
        read(tx, "lineage", organization)?.links ?? [],
      ]),
    );
    const first = Math.min(...causes.values());
    for (const [organization, above] of lineagesAfter(tx, changed)) {
      const before = aboveOf(tx, organization);
      if (isSame(before, above)) continue;
      const now = asFarAsKnown(tx, before, above).map(shown);
      causedBy(tx, causes.get(organization) ?? first, () => {
        emit(tx, "lineage.changed", { organization, above: now });
      });
    }
  },
);

/** Those who reach an organization from further up than its own Trunk. */
const fromAfar = (above: readonly Above[]): Set<OrganizationId> =>
  new Set(above.flatMap(([upper, level]) => (level !== null && level > 1 ? [upper] : [])));

/**
 * HIER-04: the admins of organizations that somebody further up has come to reach know of it. One notice
 * serves all that the same organization has come to reach.
 */
export const noticesOfReach = effect("HIER-04", (tx: Deciding): void => {
  const reached = new Map<OrganizationId, Recipient[]>();
  for (const { type, data } of tx.events) {
    if (type !== "lineage.changed") continue;
    const { organization } = data as HierarchyEvents["lineage.changed"];
    const before = readBefore(tx, "lineage", organization)?.above ?? [];
    const known = new Set(before.flatMap(([upper, level]) => (level === null ? [] : [upper])));
    for (const upper of fromAfar(aboveOf(tx, organization))) {
      if (known.has(upper)) continue;
      const to = reached.get(upper) ?? [];
      reached.set(upper, to);
      if (
        !to.some((each) => each.kind === "hierarchy-admins" && each.organization === organization)
      )
        to.push({ kind: "hierarchy-admins", organization });
    }
  }
  for (const [organization, to] of reached) {
    notify(tx, { kind: "HIERARCHY_REACHED", to, data: { organization } });
  }
});
