/** What always holds of what departures took: listed once, by those of whom it is kept. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import {
  checkedTickets,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import type { DeparturesPage, DirectoryRecords } from "./model.ts";
import { departuresOf, keptOf } from "./select/keys.ts";

type All = Everything<DirectoryRecords>;
type Check = Invariant<DirectoryRecords>["check"];

/** RESIGN-05: the departures of which something is kept are those whose employments say so. */
const departures: Check = (all: All, say) => {
  const said = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("employment")) {
    if (record.inService && (record.taken !== undefined || record.reported !== undefined)) {
      say(`${named(owner, own)} is in service and has left`);
    }
    if (record.kept === undefined) continue;
    const { ticket, until, things } = record.kept;
    const where = keptOf(owner as OrganizationId, own as PersonId);
    checkedTickets(all, where, things, (what) => say(`kept of ${named(owner, own)}: ${what}`));
    const those = said.get(owner) ?? [];
    said.set(owner, those);
    those.push(named(ticket, own, record.number, until));
  }
  for (const { owner, record } of all.of("directory")) {
    const where = departuresOf(owner as OrganizationId);
    const index = record.departures ?? EMPTY_PAGES;
    const list = checkedTickets<DeparturesPage["entries"][number]>(all, where, index, say);
    const listed = list.map((each) => named(...each));
    if (!sameMembers(listed, said.get(owner) ?? [])) {
      say(`the departures of ${named(owner)} are not those of which something is kept`);
    }
  }
};

/** No page is left behind. */
const reachable: Check = (all: All, say) => {
  const slash = (own: string): number => own.indexOf("/");
  strays(
    all.of("kept"),
    "kept",
    ({ owner, own }) => {
      const kept = all.get("employment", owner, own.slice(slash(own) + 1))?.kept;
      return kept?.things.pages.includes(Number(own.slice(0, slash(own)))) === true;
    },
    say,
  );
  strays(
    all.of("departures"),
    "departures",
    ({ owner, own }) =>
      all.get("directory", owner)?.departures?.pages.includes(Number(own)) === true,
    say,
  );
};

/** The invariants of what is kept. */
export const keptInvariants: readonly Invariant<DirectoryRecords>[] = [
  { rules: ["RESIGN-05"], check: departures },
  { rules: [STRUCTURE], check: reachable },
];
