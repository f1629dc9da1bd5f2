/** What always holds of the Rosters of Links. */
import type { OrganizationId } from "../core/ids.ts";
import { byOwner, checkedEntries, type Invariant, named, sameMembers } from "../core/invariants.ts";
import { belongingTo } from "./invariants-scope.ts";
import type { LinkRosterEntry } from "./model.ts";
import { linkRosterOf } from "./select/keys.ts";
import type { RosterReads } from "./select/scope.ts";

/** BRANCH-02, BRANCH-03: who is on a Link is exactly whom the Branch employs and its scope takes in. */
export const onLinks: Invariant<RosterReads>["check"] = (all, say) => {
  const employments = byOwner(all.of("employment"));
  for (const { owner, own, record } of all.of("link")) {
    const entries = checkedEntries<LinkRosterEntry>(
      (bucket) => all.get("link-roster", owner, bucket),
      linkRosterOf(owner as OrganizationId, own as OrganizationId),
      record.roster,
      (what) => say(`Roster of ${named(owner, own)}: ${what}`),
    );
    const belongs = belongingTo(all, { trunk: owner as OrganizationId }, own, record);
    const expected = (employments.get(own) ?? [])
      .filter((each) => each.record.inService && belongs(each.own, each.record.departments))
      .map((each) => named(each.own, each.record.ordinal));
    const known = entries.map(([person, ordinal]) => named(person, ordinal));
    if (!sameMembers(known, expected)) say(`${named(owner, own)} is not who its scope says`);
  }
};
