/** What is above organizations, as it would be with other Links than there are; reads only. */
import type { OrganizationId } from "../../core/ids.ts";
import { allTickets } from "../../core/paged.ts";
import { independently, read } from "../../core/transaction.ts";
import { NO_LINEAGE } from "../kinds.ts";
import type { Above, BelowPage, LineageRecord } from "../model.ts";
import { belowOf } from "./keys.ts";
import type { Reading } from "./spaces.ts";
import { trunkOf } from "./trunks.ts";

/** An organization's own Links upwards. */
export type OwnLinks = LineageRecord["links"];

/** The Links of some organizations as they would be; of all others they are as they are. */
export type Changed = ReadonlyMap<OrganizationId, OwnLinks>;

/** How an organization stands to one above it, as far as chains have been looked at. */
interface Standing {
  level: number | null;
  longest: number;
  /** The Trunks through which chains pass, in order of Links. */
  readonly through: OrganizationId[];
  /** That of the line among them. */
  first: OrganizationId | null;
  line: readonly number[];
  path: readonly OrganizationId[];
}

/** Whether the Links of a line come before those of another, read from the top. */
function comesFirst(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((order, i) => order !== other[i]);
  return at >= 0 && (one[at] as number) < (other[at] as number);
}

/** A chain that leads through a Trunk to somebody above: passing, or not. */
interface Chain {
  readonly trunk: OrganizationId;
  readonly upper: OrganizationId;
  readonly longest: number;
  /** `null` where it does not pass (HIER-04). */
  readonly level: number | null;
  readonly line: readonly number[];
  readonly path: readonly OrganizationId[];
}

function take(standing: Standing, { trunk, longest, level, line, path }: Chain): void {
  standing.longest = Math.max(standing.longest, longest);
  if (level === null) return;
  const isShorter = standing.level === null || level < standing.level;
  const isFirst = isShorter || (level === standing.level && comesFirst(line, standing.line));
  standing.through.push(trunk);
  if (isFirst) Object.assign(standing, { level, line, path, first: trunk });
}

/**
 * HIER-04: what is above an organization with these Links, given what is above its Trunks: a chain passes
 * if every Link in it but the topmost lets everybody above see.
 */
function aboveWith(
  links: OwnLinks,
  aboveOfTrunk: (trunk: OrganizationId) => readonly Above[],
): readonly Above[] {
  const found = new Map<OrganizationId, Standing>();
  const see = (chain: Chain): void => {
    const standing: Standing = found.get(chain.upper) ?? {
      level: null,
      longest: 0,
      through: [],
      first: null,
      line: [],
      path: [],
    };
    found.set(chain.upper, standing);
    take(standing, chain);
  };
  for (const [trunk, order, reach] of links) {
    see({ trunk, upper: trunk, longest: 1, level: 1, line: [order], path: [] });
    for (const [upper, level, longest, , line, , path] of aboveOfTrunk(trunk)) {
      const passes = reach === "all-above" && level !== null;
      see({
        ...{ trunk, upper, longest: longest + 1 },
        ...(passes
          ? { level: level + 1, line: [...line, order], path: [...path, trunk] }
          : { level: null, line: [], path: [] }),
      });
    }
  }
  return [...found]
    .map(([upper, { level, longest, through, first, line, path }]): Above => {
      const others = through.filter((trunk) => trunk !== first);
      return [upper, level, longest, first === null ? [] : [first, ...others], line, 0, path];
    })
    .sort((one, other) => one[2] - other[2]);
}

/** An organization and all below it. */
function atOrBelow(tx: Reading, organization: OrganizationId): OrganizationId[] {
  const where = belowOf(organization);
  const entries = allTickets<BelowPage["entries"][number]>(
    tx,
    where,
    trunkOf(tx, organization).below,
  );
  return [organization, ...entries.map(([, each]) => each)];
}

/** What would be above every organization that a change of Links concerns. */
export function lineagesAfter(
  tx: Reading,
  changed: Changed,
): ReadonlyMap<OrganizationId, readonly Above[]> {
  const concerned = new Set<OrganizationId>();
  independently(tx, changed.keys(), (organization) => {
    for (const each of atOrBelow(tx, organization)) concerned.add(each);
  });
  const found = new Map<OrganizationId, readonly Above[]>();
  const lineageOf = (organization: OrganizationId): LineageRecord =>
    read(tx, "lineage", organization) ?? NO_LINEAGE;
  const aboveNow = (organization: OrganizationId): readonly Above[] => {
    if (!concerned.has(organization)) return lineageOf(organization).above;
    const known = found.get(organization);
    if (known !== undefined) return known;
    // Of a guess that goes in circles: what is being worked out counts as nothing.
    found.set(organization, []);
    const links = changed.get(organization) ?? lineageOf(organization).links;
    const above = aboveWith(links, aboveNow);
    found.set(organization, above);
    return above;
  };
  independently(tx, concerned, (organization) => {
    aboveNow(organization);
  });
  return found;
}
