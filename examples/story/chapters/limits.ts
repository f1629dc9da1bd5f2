/** Ten Spaces hosted, five joined. */
import type { SpaceId } from "interorg";
import { SUPPLIERS } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { admin, dealers, host, linYue, quality, supply } from "../people.ts";
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

/** The names of all ten. */
export const SPACE_NAMES: ReadonlyMap<SpaceId, string> = new Map([
  [supply, "Supply chain"],
  [dealers, "Dealer network"],
  ...MORE.map(([space, name]) => [space, name] as const),
]);

const jiangnan = SUPPLIERS[0];

export async function limitsHold(teller: Teller): Promise<void> {
  out.heading("Ten Spaces, five joins");
  for (const [space, name, department] of MORE) {
    await teller.accepted({
      ...teller.by(linYue),
      type: "space.create",
      data: { space, name, scope: { departments: [ids.department(department)] } },
    });
    await invite(teller, space);
  }
  out.done(`Lin Yue creates ${MORE.length} more Spaces: the Host has ten.`);
  await teller.refused(
    {
      ...teller.by(linYue),
      type: "space.create",
      data: { space: ids.space("eleventh"), name: "One more" },
    },
    "SPACE_QUOTA_EXCEEDED",
    "She asks for an eleventh",
  );
  await teller.refused(
    {
      ...teller.by(linYue),
      type: "space-quota.expand",
      data: { organization: host, expansion: 1 },
    },
    "QUOTA_EXPANSION_NOT_AUTHORIZED",
    "She raises the quota herself",
  );
  for (const [space] of MORE.slice(0, 4)) {
    await apply(teller, space, jiangnan);
    await approve(teller, space, jiangnan);
  }
  out.done("Jiangnan joins four more Spaces and is a Member of five.");
  await teller.refused(
    {
      ...teller.by(admin(jiangnan)),
      type: "application.submit",
      data: {
        application: ids.application("jiangnan-sixth"),
        invitation: ids.invitation(`link-${MORE[4][0]}`),
      },
    },
    "JOIN_LIMIT_EXCEEDED",
    "Its admin applies to a sixth",
  );
}
