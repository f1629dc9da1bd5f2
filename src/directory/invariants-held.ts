/** What always holds of facts about departments that wait for an admin's word. */
import type { OrganizationId } from "../core/ids.ts";
import {
  checkedTickets,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import type { DirectoryRecords, RemovalsPage } from "./model.ts";
import { removalsOf } from "./select/keys.ts";

type Check = Invariant<DirectoryRecords>["check"];

/** What a department says is held of it, the fact's own record says, and of no removed one is anything held. */
const held: Check = (all, say) => {
  const said = all.of("department").flatMap(({ owner, own, record }) => {
    if (record.held === undefined) return [];
    if (record.removed) say(`${named(owner, own)} is removed, and something is held of it`);
    return [named(owner, record.held.fact, own)];
  });
  const kept = all.of("removal").flatMap(({ owner, own, record }) => {
    if (record.departments.length === 0) say(`${named(owner, own)} holds nothing`);
    return record.departments.map((department) => named(owner, own, department));
  });
  if (!sameMembers(said, kept)) say("facts are held that departments do not know of, or not held");
};

/** The held facts of an organization are listed, each once. */
const listed: Check = (all, say) => {
  const facts = all.of("removal").map(({ owner, own, record }) => named(owner, record.ticket, own));
  const entries = all.of("directory").flatMap(({ owner, record }) => {
    const where = removalsOf(owner as OrganizationId);
    const index = record.removals ?? EMPTY_PAGES;
    const found = checkedTickets<RemovalsPage["entries"][number]>(all, where, index, say);
    return found.map((entry) => named(owner, ...entry));
  });
  if (!sameMembers(facts, entries)) say("held facts are not those that are listed");
};

/** No page is left behind. */
const reachable: Check = (all, say) => {
  strays(
    all.of("removals"),
    "removals",
    ({ owner, own }) => all.get("directory", owner)?.removals?.pages.includes(Number(own)) === true,
    say,
  );
};

/** The invariants of held facts. */
export const heldInvariants: readonly Invariant<DirectoryRecords>[] = [
  { rules: ["DIR-09"], check: held },
  { rules: [STRUCTURE], check: listed },
  { rules: [STRUCTURE], check: reachable },
];
