/** Who may create a Space, and what is in it at once. */
import { SUPPLIERS } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { admin, linYue, supply, supplyDepartments, wuHao } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";

/** Whether whoever is not certified may host is the policy's to say. */
async function withoutCertification(teller: Teller): Promise<void> {
  const [, , , , uncertified] = SUPPLIERS;
  const wish = {
    ...teller.by(admin(uncertified)),
    type: "space.create",
    data: { space: ids.space("tianma-own"), name: "Tianma and friends" },
  } as const;
  if (teller.policy.uncertifiedHost === null) {
    const asks = "Tianma, which is not certified, asks for one";
    await teller.refused(wish, "HOST_NOT_CERTIFIED", asks);
    return;
  }
  await teller.accepted(wish);
  out.done("Tianma, which is not certified, creates one of its own.");
}

export async function createSpace(teller: Teller): Promise<void> {
  out.heading("A Space is created");
  const wish = {
    type: "space.create",
    data: { space: supply, name: "Supply chain", scope: { departments: supplyDepartments } },
  } as const;
  const ordinary = "Wu Hao, a buyer, asks for a Space";
  await teller.refused({ ...teller.by(wuHao), ...wish }, "NOT_AUTHORIZED_ADMIN", ordinary);
  await withoutCertification(teller);
  const { events } = await teller.accepted({ ...teller.by(linYue), ...wish });
  const entered = eventsOf(events, "roster.entered");
  teller.check("Spaces created", eventsOf(events, "space.created").length, 1);
  teller.check("the scope takes effect at once", entered.length > 2_000, true);
  out.done(
    `Lin Yue, main admin, creates "Supply chain" with three departments: ` +
      `${out.count(entered.length)} people are in.`,
  );
}
