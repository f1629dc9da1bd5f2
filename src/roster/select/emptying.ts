/** A Link ends: everybody on it leaves first, so that each says what it was that they left. */
import { allEntries } from "../../core/hashed.ts";
import type { OrganizationId } from "../../core/ids.ts";
import { effect } from "../../core/rule.ts";
import type * as faces from "../../core/transaction.ts";
import { emit, must } from "../../core/transaction.ts";
import type { LinkRosterEntry, RosterEvents } from "../model.ts";
import { linkRosterOf } from "./keys.ts";
import type { RosterReads } from "./scope.ts";

type Deciding = faces.Deciding<RosterReads, Pick<RosterEvents, "roster.left">>;

/** UNLINK-03: all identities of a Branch leave its Link, in order of hires. */
export const emptyLink = effect(
  ["UNLINK-03", "LINK-08"],
  (
    tx: Deciding,
    {
      trunk,
      organization,
    }: { readonly trunk: OrganizationId; readonly organization: OrganizationId },
  ): void => {
    const { roster } = must(tx, "link", trunk, organization);
    const all = allEntries<LinkRosterEntry>(tx, linkRosterOf(trunk, organization), roster);
    for (const [person] of all.sort(([, one], [, other]) => one - other)) {
      emit(tx, "roster.left", { trunk, organization, person, because: "link-ended" });
    }
  },
);
