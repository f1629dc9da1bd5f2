/** Purchases of licenses that have an end, and what that closes (LIC-20). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { daysAfter } from "./days.ts";
import { hasDepartment } from "./departments.ts";
import { reaches } from "./hierarchy.ts";
import { isOfUnit } from "./pools.ts";
import { whichApply } from "./rank.ts";
import type { ReferenceInput, State, World } from "./state.ts";

type About = Pick<World, "state" | "policy" | "at">;

/** When a purchase ends, and grace after it; `null`: it has no end. */
export function termOf(
  { state, policy }: Pick<World, "state" | "policy">,
  host: OrganizationId,
): { readonly until: number; readonly graceUntil: number } | null {
  const until = state.pools.find((each) => each.host === host)?.until ?? null;
  return until === null ? null : { until, graceUntil: daysAfter(until, policy.licenseGraceDays) };
}

/** Which of its ends a purchase has come to by a time. */
export function stateAt(
  { until, graceUntil }: { readonly until: number; readonly graceUntil: number },
  at: number,
): "running" | "ending" | "over" {
  if (at >= graceUntil) return "over";
  return at >= until ? "ending" : "running";
}

/** Whether nothing is granted: the end has come, or the Host was told that it had, whatever is said late. */
export function grantsNothing(world: About, host: OrganizationId): boolean {
  const term = termOf(world, host);
  if (term === null) return false;
  const isTold = world.state.pools.some((each) => each.host === host && each.reached !== null);
  return isTold || stateAt(term, world.at) !== "running";
}

/** What refuses a grant by hand from the end on. */
export function grantTermCodes(world: About, host: OrganizationId): RefusalCode[] {
  return whichApply([["LICENSE_TERM_ENDED", grantsNothing(world, host)]]);
}

/** What refuses use, of whomever, once grace is over: by the time alone. */
export function useTermCodes(world: About, host: OrganizationId): RefusalCode[] {
  const term = termOf(world, host);
  return whichApply([["LICENSE_TERM_ENDED", term !== null && stateAt(term, world.at) === "over"]]);
}

/** All that is known of licenses at one moment, but for what is told of them. */
type Licenses = Pick<
  State,
  | "pools"
  | "links"
  | "limits"
  | "grants"
  | "deferred"
  | "taken"
  | "selections"
  | "seatSelections"
  | "seatCaps"
>;

/** A copy of that, to be looked back at after a step. */
export function licensesKnown(state: State): Licenses {
  const { pools, links, limits, grants, deferred, taken, selections } = state;
  const { seatSelections, seatCaps } = state;
  const all = { pools, links, limits, grants, deferred, taken, selections };
  return JSON.parse(JSON.stringify({ ...all, seatSelections, seatCaps })) as Licenses;
}

/** What is bought, linked, limited, kept, granted and waited for in a pool. */
function written(known: Licenses, host: OrganizationId): string {
  const isOwn = (each: { readonly host: OrganizationId }) => each.host === host;
  return JSON.stringify([
    known.pools
      .filter(isOwn)
      .map(({ purchased, revision, reserved, until }) => [purchased, revision, reserved, until]),
    ...[known.links, known.limits, known.grants, known.deferred, known.taken].map((all) =>
      (all as readonly { readonly host: OrganizationId }[]).filter(isOwn),
    ),
  ]);
}

/** What is chosen in a pool by a command, or no more as whoever it was chosen of has gone. */
function chosen({ selections, seatSelections }: Licenses, host: OrganizationId) {
  return [
    ...selections.filter((each) => each.host === host),
    ...seatSelections.filter((each) => each.trunk === host),
  ];
}

/** The same, but for departments that are gone. */
function chosenStill(state: State, known: Licenses, host: OrganizationId): string {
  return JSON.stringify(
    chosen(known, host).flatMap((each): unknown[] => {
      const isThere = (id: Parameters<typeof hasDepartment>[2]) =>
        hasDepartment(state, each.organization, id);
      if ("department" in each) return isThere(each.department) ? [each] : [];
      return [{ ...each, departments: each.departments.filter(isThere) }];
    }),
  );
}

/** Whether a step wrote a pool: a department that is forgotten in it is none of its own doing. */
function wrote(
  { state }: World,
  before: Licenses,
  { type }: ReferenceInput,
  host: OrganizationId,
): boolean {
  const now = licensesKnown(state);
  if (written(before, host) !== written(now, host)) return true;
  if (type === "license.automate") {
    return chosenStill(state, before, host) !== chosenStill(state, now, host);
  }
  if (type === "license.limit") {
    const capsOf = ({ seatCaps }: Licenses) => seatCaps.filter(({ trunk }) => trunk === host);
    return JSON.stringify(capsOf(before)) !== JSON.stringify(capsOf(now));
  }
  return chosen(before, host).some((each) =>
    "unit" in each
      ? !isOfUnit(state, each.unit, each.organization)
      : !reaches(state, host, each.organization),
  );
}

/** What is told of the ends that purchases have come to, in those pools that a step wrote: each once, the later alone. */
export function termNotices(world: World, before: Licenses, input: ReferenceInput): Notice[] {
  const notices: Notice[] = [];
  for (const pool of world.state.pools) {
    const { host: organization, reached } = pool;
    const term = termOf(world, organization);
    if (term === null || !wrote(world, before, input, organization)) continue;
    const now = stateAt(term, world.at);
    if (now === "running" || now === reached || reached === "over") continue;
    pool.reached = now;
    const kind = now === "over" ? "LICENSE_TERM_OVER" : "LICENSE_TERM_ENDING";
    const to = [{ kind: "main-admins", organization } as const];
    notices.push({ kind, to, data: { organization, ...term } });
  }
  return notices;
}
