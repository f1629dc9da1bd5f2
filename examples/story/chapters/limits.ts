/** As many Spaces hosted as the quota has, and as many joined as one organization may. */
import type { SpaceId } from "interorg";
import { SUPPLIERS } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { admin, dealers, host, linYue, quality, supply, support } from "../people.ts";
import type { Teller } from "../teller.ts";
import { apply, approve, invite } from "./joining.ts";

/** The Spaces besides the two large ones, each with a department of the Host. */
const MORE = [
  [quality, "Quality circle", "quality-1"],
  [ids.space("tooling"), "Tooling pool", "manufacturing-1"],
  [ids.space("east"), "East China hub", "logistics-2"],
  [ids.space("north"), "North China hub", "logistics-1"],
  [ids.space("service"), "Service desk", "service-1"],
  [ids.space("lab"), "Joint laboratory", "research-1"],
  [ids.space("finance"), "Invoice round table", "finance-1"],
  [ids.space("talent"), "Talent exchange", "people-1"],
] as const;

/** The names of all. */
export const SPACE_NAMES: ReadonlyMap<SpaceId, string> = new Map([
  [supply, "Supply chain"],
  [dealers, "Dealer network"],
  ...MORE.map(([space, name]) => [space, name] as const),
]);

const jiangnan = SUPPLIERS[0];

async function create(teller: Teller, more: readonly (typeof MORE)[number][]): Promise<void> {
  for (const [space, name, department] of more) {
    await teller.accepted({
      ...teller.by(linYue),
      type: "space.create",
      data: { space, name, scope: { departments: [ids.department(department)] } },
    });
    await invite(teller, space);
  }
}

const expanding = (expansion: number) =>
  ({ type: "space-quota.expand", data: { organization: host, expansion } }) as const;

/** The Host's Spaces up to its quota; where that is less than the story needs, support raises it. */
async function upToTheQuota(teller: Teller): Promise<void> {
  const { certifiedSpaceQuota: quota } = teller.policy;
  const first = MORE.slice(0, quota - 2);
  await create(teller, first);
  out.done(`Lin Yue creates ${first.length} more Spaces: the Host has ${quota}.`);
  await teller.refused(
    {
      ...teller.by(linYue),
      type: "space.create",
      data: { space: ids.space("too-many"), name: "One more" },
    },
    "SPACE_QUOTA_EXCEEDED",
    "She asks for one more",
  );
  await teller.refused(
    { ...teller.by(linYue), ...expanding(1) },
    "QUOTA_EXPANSION_NOT_AUTHORIZED",
    "She raises the quota herself",
  );
  const rest = MORE.slice(first.length);
  if (rest.length === 0) return;
  await teller.accepted({ ...teller.by(support), ...expanding(rest.length) });
  await create(teller, rest);
  out.done(`Support adds ${rest.length} to the quota, and she creates them.`);
}

export async function limitsHold(teller: Teller): Promise<void> {
  const { certifiedSpaceQuota: quota, joinLimit } = teller.policy;
  out.heading(`${quota} Spaces hosted, ${joinLimit} joined`);
  await upToTheQuota(teller);
  for (const [space] of MORE.slice(0, joinLimit - 1)) {
    await apply(teller, space, jiangnan);
    await approve(teller, space, jiangnan);
  }
  out.done(`Jiangnan joins ${joinLimit - 1} more Spaces and is a Member of ${joinLimit}.`);
  await teller.refused(
    {
      ...teller.by(admin(jiangnan)),
      type: "application.submit",
      data: {
        application: ids.application("jiangnan-one-more"),
        invitation: ids.invitation(`link-${MORE.at(-1)?.[0]}`),
      },
    },
    "JOIN_LIMIT_EXCEEDED",
    "Its admin applies to one more",
  );
}
