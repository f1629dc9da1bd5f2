/** What fills up, and who is told of it (ALERT-06, with ALERT-02 to -05). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { LicenseUnit } from "../../licenses/model.ts";
import { isLive, joinedBy, membersOf } from "./lists.ts";
import { comparedUse, purchasedBy } from "./pools.ts";
import { capOf, countPersons, presenceOf } from "./roster.ts";
import { heldUnder, seatsOf } from "./seat-caps.ts";
import type { State, World } from "./state.ts";
import { usedIn } from "./unit-limits.ts";
import { hierarchyUnit } from "./vocabulary-distribution.ts";

/** A number under a limit, and what is told of it at a threshold. */
interface Gauge {
  readonly subject: readonly string[];
  readonly value: number;
  readonly limit: number;
  readonly notice: (threshold: number) => Notice;
}

function usageHigh(
  organization: OrganizationId,
  { value: used, limit: purchased }: Pick<Gauge, "value" | "limit">,
  of: { readonly unit?: LicenseUnit; readonly branch?: OrganizationId } = {},
): Gauge["notice"] {
  return (threshold) => {
    const data = { organization, purchased, used, threshold, ...of };
    const to = [{ kind: "main-admins", organization }];
    return { kind: "LICENSE_USAGE_HIGH", to, data } as Notice;
  };
}

function poolGauges(world: World): Gauge[] {
  return world.state.pools.map(({ host }) => {
    const now = { value: comparedUse(world, host), limit: purchasedBy(world.state, host) };
    return { subject: ["pool", host], ...now, notice: usageHigh(host, now) };
  });
}

/** Limited units, and Branches of the Hierarchy unit that are limited. */
function unitGauges(state: State): Gauge[] {
  const units = state.limits.map(({ host, unit, most }): Gauge => {
    const now = { value: usedIn(state, host, unit), limit: most };
    const subject = ["unit", JSON.stringify(unit)];
    return { subject, ...now, notice: usageHigh(host, now, { unit }) };
  });
  const branches = state.seatCaps.map(({ trunk, organization: branch, most }): Gauge => {
    const now = { value: heldUnder(state, trunk, branch, seatsOf(state, trunk)), limit: most };
    const of = { unit: hierarchyUnit(trunk), branch };
    return { subject: ["branch", trunk, branch], ...now, notice: usageHigh(trunk, now, of) };
  });
  return [...units, ...branches];
}

function spaceGauges(world: World, subject: "persons" | "members"): Gauge[] {
  const { state, policy } = world;
  return state.spaces
    .filter(({ dissolved }) => !dissolved)
    .map((each): Gauge => {
      const { id: space } = each;
      const isOfPersons = subject === "persons";
      const { present } = presenceOf(state, each);
      return {
        subject: [subject, space],
        value: isOfPersons ? countPersons(world, present) : membersOf(state, each).length,
        limit: isOfPersons ? capOf(world, each) : policy.memberOrgCap,
        notice: (threshold) => ({
          kind: "SPACE_FILLING",
          to: [{ kind: "space-admins", space }],
          data: { space, subject, threshold },
        }),
      };
    });
}

function joinGauges({ state, policy }: World): Gauge[] {
  return state.organizations
    .filter(({ id }) => isLive(state, id))
    .map(({ id: organization }) => ({
      subject: ["joins", organization],
      value: joinedBy(state, organization).length,
      limit: policy.joinLimit,
      notice: (threshold) => ({
        kind: "JOINS_FILLING",
        to: [{ kind: "authorized-admins", organization }],
        data: { organization, threshold },
      }),
    }));
}

/** All that is told of under the policy. */
function gauges(world: World): Gauge[] {
  const of = {
    pool: () => poolGauges(world),
    units: () => unitGauges(world.state),
    persons: () => spaceGauges(world, "persons"),
    members: () => spaceGauges(world, "members"),
    joins: () => joinGauges(world),
  };
  return world.policy.alertSubjects.flatMap((each) => of[each]());
}

/** Whether a number is at so many percent of its limit or above; of a limit of 0 it never is. */
const isAt = ({ value, limit }: Gauge, percent: number): boolean =>
  limit > 0 && value * 100 >= limit * percent;

/** One notice for each number that the step brought to a threshold that was armed: of the highest. */
export function gaugeNotices(world: World): Notice[] {
  const { state, policy } = world;
  const { alertThresholds, alertRearmBelow } = policy;
  const before = state.told;
  const isTold = (name: string, threshold: number): boolean =>
    before.some((each) => each.subject === name && each.threshold === threshold);
  const now: State["told"] = [];
  const notices: Notice[] = [];
  for (const gauge of gauges(world)) {
    const subject = JSON.stringify(gauge.subject);
    const crossed: number[] = [];
    for (const threshold of alertThresholds) {
      const isThere = isAt(gauge, threshold);
      const wasTold = isTold(subject, threshold);
      if (isThere && !wasTold) crossed.push(threshold);
      // Once it was, it has to fall by more than so many points below.
      const isNear = wasTold && isAt(gauge, threshold - alertRearmBelow);
      if (isThere || isNear) now.push({ subject, threshold });
    }
    const highest = crossed.at(-1);
    if (highest !== undefined) notices.push(gauge.notice(highest));
  }
  state.told = now;
  return notices;
}
