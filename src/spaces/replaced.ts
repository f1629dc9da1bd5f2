/** The values that commands about Spaces replace, as they are (PROTO-06). */
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { must } from "../core/transaction.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import type { SpacesCommands, SpacesReplaced } from "./model.ts";
import { isTrunk } from "./select/container.ts";
import { counterpartsOn } from "./select/counterparts.ts";
import { folderEntry } from "./select/keys.ts";
import { personCapInForce } from "./select/limits.ts";
import { hidingNow, visibilityNow } from "./select/sight-lists.ts";
import { type Reading, spaceOf } from "./select/spaces.ts";

export const spacesReplaced = {
  "space-quota.expand": (tx, { organization }) => ({
    expansion: organizationOf(tx, organization).expansion,
  }),
  "person-cap.expand": (tx, { space }, policy) => {
    const record = spaceOf(tx, space);
    return { cap: personCapInForce(record, organizationOf(tx, record.host), policy) };
  },
  "visibility.set": (tx, { space, organization }) => ({
    visibility: visibilityNow(tx, space, organization).now,
  }),
  "visibility.hide": (tx, { space, organization }) => hidingNow(tx, space, organization).now,
  "counterparts.set": (tx, { space, organization }, _, by) => {
    if (by === undefined || !("organization" in by)) return null;
    const { organization: own } = by;
    return {
      people: counterpartsOn(tx, { space, member: organization ?? own, organization: own }),
    };
  },
  "partner.set": (tx, data) => {
    if (isTrunk(data)) {
      const { labels } = must(tx, "link", data.trunk, data.organization);
      return { labels };
    }
    const { types, level } = must(tx, "association", data.space, data.organization);
    return { types, level };
  },
  "folder.rename": (tx, { space, folder }) => ({
    name: folderEntry(tx, space, must(tx, "folder", space, folder).ticket).name,
  }),
  "folder.move": (tx, { space, folder }) => ({
    parent: must(tx, "folder", space, folder).parent,
  }),
  "member.place": (tx, { space, organization }) => ({
    folder: must(tx, "association", space, organization).folder,
  }),
} as const satisfies {
  readonly [Type in keyof SpacesReplaced]: (
    tx: Reading,
    data: SpacesCommands[Type],
    policy: Policy,
    by: Actor | undefined,
  ) => SpacesReplaced[Type] | null;
};
