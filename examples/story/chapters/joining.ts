/** Partners apply; the Host reviews them. */
import type { SpaceId } from "interorg";
import { DEALERS, type Firm, SECOND_THOUGHTS, SUPPLIERS, TURNED_AWAY } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { admin, dealers, linYue, maLi, supply } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";

/** An organization's main admin applies with a link that the Host sent. */
export async function apply(teller: Teller, space: SpaceId, firm: Firm): Promise<void> {
  const { events } = await teller.accepted({
    ...teller.by(admin(firm)),
    type: "application.submit",
    data: {
      application: ids.application(`${firm.id}-to-${space}`),
      invitation: ids.invitation(`link-${space}`),
      scope: { whole: true },
    },
  });
  teller.check("an application changes no Roster", eventsOf(events, "roster.entered"), []);
}

/** What a reviewer says about an application. */
const about = (space: SpaceId, { id }: Firm) => ({
  space,
  organization: ids.organization(id),
  application: ids.application(`${id}-to-${space}`),
});

/** The Host approves: gives how many people came in. */
export async function approve(teller: Teller, space: SpaceId, firm: Firm): Promise<number> {
  const { events } = await teller.accepted({
    ...teller.by(maLi),
    type: "application.approve",
    data: about(space, firm),
  });
  teller.check("associations", eventsOf(events, "association.formed").length, 1);
  return eventsOf(events, "roster.entered").length;
}

export async function invite(teller: Teller, space: SpaceId): Promise<void> {
  await teller.accepted({
    ...teller.by(maLi),
    type: "invitation.issue",
    data: { space, invitation: ids.invitation(`link-${space}`), form: "link" },
  });
}

async function rejectAndWithdraw(teller: Teller): Promise<void> {
  const withdrawal = {
    type: "application.withdraw",
    data: { space: supply, application: about(supply, SECOND_THOUGHTS).application },
  } as const;
  await teller.accepted({ ...teller.by(admin(SECOND_THOUGHTS)), ...withdrawal });
  out.done("Sakura withdraws its application.");
  await teller.refused(
    { ...teller.by(maLi), type: "application.approve", data: about(supply, SECOND_THOUGHTS) },
    "APPLICATION_NOT_PENDING",
    "Ma Li approves it all the same",
  );
  const reason = "No quality audit yet; please apply again with the certificate";
  const { events } = await teller.accepted({
    ...teller.by(maLi),
    type: "application.reject",
    data: { ...about(supply, TURNED_AWAY), reason },
  });
  const [review] = eventsOf(events, "application.rejected");
  teller.check("the reason is kept", review?.data.reason, reason);
  out.done(`Ma Li rejects Yunfei: "${review?.data.reason}".`);
}

export async function partnersJoin(teller: Teller): Promise<void> {
  out.heading("Partners apply and are reviewed");
  await teller.refused(
    {
      ...teller.by(linYue),
      type: "application.approve",
      data: about(supply, SUPPLIERS[0]),
    },
    "APPLICATION_REQUIRED",
    "Lin Yue wants Jiangnan in, and Jiangnan has not applied",
  );
  await invite(teller, supply);
  for (const firm of [...SUPPLIERS, TURNED_AWAY, SECOND_THOUGHTS])
    await apply(teller, supply, firm);
  const pending = await teller.ask<"admin.applications">({
    type: "admin.applications",
    data: { viewer: maLi, space: supply },
  });
  teller.check("applications pending", pending.items.length, SUPPLIERS.length + 2);
  out.done(`${pending.items.length} organizations use the link; until the review nobody is in.`);
  await rejectAndWithdraw(teller);

  await teller.accepted({
    ...teller.by(linYue),
    type: "space.create",
    data: { space: dealers, name: "Dealer network" },
  });
  await invite(teller, dealers);
  for (const firm of DEALERS) await apply(teller, dealers, firm);
  let people = 0;
  for (const firm of SUPPLIERS) people += await approve(teller, supply, firm);
  for (const firm of DEALERS) people += await approve(teller, dealers, firm);
  // He Ying counts once as a person, and twice as an identity.
  teller.check("people of partners in Spaces", people, 1_000);
  out.done(
    `Ma Li, a sub-admin with the Space permission, approves ${SUPPLIERS.length} suppliers ` +
      `and, in a second Space, ${DEALERS.length} dealers: ${out.count(people)} of their people are in.`,
  );
}
