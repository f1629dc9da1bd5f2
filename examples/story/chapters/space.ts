/** Who may create a Space, and what is in it at once. */
import { SUPPLIERS } from "../cast.ts";
import * as out from "../output.ts";
import { admin, linYue, supply, supplyDepartments, wuHao } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";

export async function createSpace(teller: Teller): Promise<void> {
  out.heading("A Space is created");
  const wish = {
    type: "space.create",
    data: { space: supply, name: "Supply chain", scope: { departments: supplyDepartments } },
  } as const;
  const ordinary = "Wu Hao, a buyer, asks for a Space";
  await teller.refused({ ...teller.by(wuHao), ...wish }, "NOT_AUTHORIZED_ADMIN", ordinary);
  const [, , , , uncertified] = SUPPLIERS;
  await teller.refused(
    { ...teller.by(admin(uncertified)), type: "space.create", data: { ...wish.data, scope: {} } },
    "HOST_NOT_CERTIFIED",
    "Tianma, which is not certified, asks for one",
  );
  const { events } = await teller.accepted({ ...teller.by(linYue), ...wish });
  const entered = eventsOf(events, "roster.entered");
  teller.check("Spaces created", eventsOf(events, "space.created").length, 1);
  teller.check("the scope takes effect at once", entered.length > 2_000, true);
  out.done(
    `Lin Yue, main admin, creates "Supply chain" with three departments: ` +
      `${out.count(entered.length)} people are in.`,
  );
}
