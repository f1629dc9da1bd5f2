/** Whose a row is, and which rows are one's own as an industry member (INDUSTRY-04). */
import type { Submission } from "../../apps/model.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { among } from "./identities.ts";
import { inIndustry, nodesOf, wardsOf } from "./industry.ts";
import { inService } from "./people.ts";
import type { State } from "./state.ts";
import type { Identity, Pair, Row } from "./state-areas.ts";
import type { IndustryMember } from "./state-industry.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";
import { ownerNamed } from "./vocabulary-industry.ts";

/** The industry member whom a submission names as owner, of the organization acted for. */
function ownerOf(state: State, { organization }: Pair, data: Submission) {
  const person = ownerNamed(data);
  return person === undefined ? null : inIndustry(state, { organization, person });
}

/** Only whom the organization acted for has in its book can own a row that others submit. */
export function ownerCodes(state: State, acting: Pair, data: Submission): RefusalCode[] {
  return whichHold([["PICK_TARGET_OUTSIDE_SCOPE", ownerOf(state, acting, data) === undefined]]);
}

/** The owner as a row keeps it; without one whoever submitted it owns it. */
export function owned(state: State, acting: Pair, data: Submission): Pick<Row, "owner"> {
  const owner = ownerOf(state, acting, data);
  if (owner == null) return {};
  const { organization, person, number } = owner;
  return { owner: { organization, person, number } };
}

/** Whose rows a member may see: their own and those of their wards. */
export function ownAndWards(state: State, member: IndustryMember): Identity[] {
  return [member, ...wardsOf(state, member)];
}

/** Whether a row is one that some members submitted or own. */
export function isOfAny(row: Row, members: readonly Identity[]): boolean {
  return among(members, row) || (row.owner !== undefined && among(members, row.owner));
}

/** The nodes of which somebody is staff. */
export function ledBy(state: State, { organization, person }: Pair): readonly string[] {
  return inService(state, organization, person)?.staffOf ?? [];
}

/** Whether the owner of a row is in one of some nodes of an organization now. */
export function isInNodes(
  state: State,
  row: Row,
  { organization }: Pick<Pair, "organization">,
  nodes: readonly string[],
): boolean {
  const owner = row.owner ?? row;
  return (
    owner.organization === organization &&
    nodesOf(state, owner).some((each) => nodes.includes(each))
  );
}
