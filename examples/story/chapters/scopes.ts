/** Each organization chooses who of its own people takes part. */
import { SUPPLIERS } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { admin, dealers, host, linYue, supply } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";

export async function scopesSelect(teller: Teller): Promise<void> {
  out.heading("Scopes select departments");
  const sales = await teller.accepted({
    ...teller.by(linYue),
    type: "scope.set",
    data: {
      space: dealers,
      organization: host,
      scope: {
        departments: [ids.department("sales"), ids.department("service")],
        exclude: { departments: [ids.department("sales-5")] },
      },
    },
  });
  const entered = eventsOf(sales.events, "roster.entered").length;
  teller.check("the Host's part of the dealer network", entered > 1_000, true);
  out.done(
    `The Host selects Sales and Service for "Dealer network", but not Sales Overseas: ` +
      `${out.count(entered)} people.`,
  );
  const yuelong = SUPPLIERS[3];
  const production = {
    space: supply,
    organization: ids.organization(yuelong.id),
    departments: [ids.department(`${yuelong.id}-d2`)],
  };
  await teller.refused(
    { ...teller.by(linYue), type: "scope.take-out", data: production },
    "MEMBER_ROSTER_NOT_MANAGEABLE",
    "Lin Yue takes Yuelong's production out of the Space",
  );
  const taken = await teller.accepted({
    ...teller.by(admin(yuelong)),
    type: "scope.take-out",
    data: production,
  });
  const put = await teller.accepted({
    ...teller.by(admin(yuelong)),
    type: "scope.put-in",
    data: production,
  });
  const left = eventsOf(taken.events, "roster.left").length;
  teller.check("back in", eventsOf(put.events, "roster.entered").length, left);
  out.done(`Yuelong's own admin takes it out: ${left} people leave; put in again, they return.`);
}
