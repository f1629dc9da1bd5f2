import type { SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { view } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import { isAble } from "../directory/select/able.ts";
import { actsFor } from "../directory/select/authority.ts";
import { thoseCalled } from "../directory/select/naturals.ts";
import {
  liveOrganization,
  organizationKnown,
  organizationOf,
} from "../directory/select/organizations.ts";
import { isSuspendedIn } from "../spaces/select/suspended.ts";
import { isAdded } from "./access.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import type { Viewer } from "./model.ts";

/**
 * ENTRY-01, ENTRY-04: the management entry is for the organization's authorized admins, and is there
 * before there is any Space.
 */
const managementShown = view(["ENTRY-01", "ENTRY-04"], (tx: Reading, viewer: Viewer): boolean =>
  actsFor(tx, viewer, viewer.organization),
);

/** The management entry of the viewer's organization. */
export const managementEntry: QueryHandler<"entry.management"> = (tx, { viewer }) => {
  const refusal = organizationKnown(tx, viewer.organization);
  if (refusal !== null) return refusal;
  if (!managementShown(tx, viewer)) {
    return { value: { available: false, hosted: [], joined: [] } };
  }
  const { hosted, joined } = organizationOf(tx, viewer.organization);
  return { value: { available: true, hosted, joined } };
};

/** The Spaces of the organizations of some identities, with those that may be in each. */
function spacesOfAll(tx: Reading, identities: readonly Identity[]): Map<SpaceId, Identity[]> {
  const found = new Map<SpaceId, Identity[]>();
  for (const identity of identities) {
    const record = liveOrganization(tx, identity.organization);
    for (const space of record === null ? [] : [...record.hosted, ...record.joined]) {
      const through = found.get(space);
      if (through === undefined) found.set(space, [identity]);
      else through.push(identity);
    }
  }
  return found;
}

/** The Spaces on whose Roster one of a person's identities is, but for those that are suspended. */
export const spacesOfPerson: QueryHandler<"entry.spaces"> = (tx, { person }) => {
  const candidates = spacesOfAll(tx, thoseCalled(tx, person));
  const items = [...candidates].flatMap(([space, possible]) => {
    const through = possible
      .filter((each) => isAdded(tx, space, each.organization, each.person))
      .filter((each) => isAble(tx, each) && !isSuspendedIn(tx, space, each.organization))
      .map(({ organization }) => organization);
    return through.length === 0 ? [] : [{ space, name: must(tx, "space", space).name, through }];
  });
  return { value: { items } };
};
