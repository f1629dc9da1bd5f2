/** By which names Branches go in a Trunk's book. */
import { entryOf } from "../../core/hashed.ts";
import type { OrganizationId } from "../../core/ids.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import type { LinkRecord, TrunkAliasEntry } from "../model.ts";
import { aliasesUnder, aliasText } from "./keys.ts";
import type { Reading } from "./spaces.ts";
import { trunkOf } from "./trunks.ts";

/** A Branch with its name and place in a book. */
type Mounted = Pick<LinkRecord, "alias" | "mount"> & { readonly organization: OrganizationId };

/** MOUNT-01: no command gives two Branches in the same place the same name. */
export const aliasesFree = guard(
  "MOUNT-01",
  (tx: Reading, trunk: OrganizationId, wanted: readonly Mounted[]) => {
    const given = new Set<string>();
    for (const { organization, alias, mount } of wanted) {
      if (alias === null) continue;
      const text = aliasText(mount, alias);
      const { aliases } = trunkOf(tx, trunk);
      const [, taken = []] = entryOf<TrunkAliasEntry>(tx, aliasesUnder(trunk), aliases, text) ?? [];
      if (given.has(text) || taken.some((each) => each !== organization)) {
        return refuse("ALIAS_TAKEN", { alias, mount });
      }
      given.add(text);
    }
    return null;
  },
);
