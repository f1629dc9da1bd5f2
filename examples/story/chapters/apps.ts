/** An app of the Host reaches suppliers, and suppliers only; what they can do with it by release. */
import { ask, emptySlice, type Identity, type Policy } from "interorg";
import { type Firm, SUPPLIERS } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { admin, linYue, maLi, supply } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";

export const portal = ids.app("supplier-portal");

const [jiangnan, , beihai] = SUPPLIERS;

/** Somebody of Jiangnan's with a license. */
export const an: Identity = {
  organization: ids.organization(jiangnan.id),
  person: ids.person("jiangnan-001"),
};

async function classify(teller: Teller, { id }: Firm, type: string): Promise<void> {
  await teller.accepted({
    ...teller.by(maLi),
    type: "partner.set",
    data: { space: supply, organization: ids.organization(id), types: [type], level: null },
  });
}

async function publish(teller: Teller): Promise<void> {
  for (const firm of SUPPLIERS) {
    await classify(teller, firm, firm === beihai ? "service-provider" : "supplier");
  }
  await teller.accepted({
    ...teller.by(linYue),
    type: "app.create",
    data: { app: portal, name: "Supplier portal", cool: true },
  });
  const { notices } = await teller.accepted({
    ...teller.by(maLi),
    type: "app.publish",
    data: { space: supply, app: portal, authorized: { partners: [{ type: "supplier" }] } },
  });
  const [reminder] = notices;
  teller.check("who is reminded", reminder?.to.length, SUPPLIERS.length);
  out.done("The supplier portal is published in one step, for suppliers; their admins are told.");
}

async function whoSeesIt(teller: Teller): Promise<void> {
  for (const firm of [jiangnan, beihai]) {
    const { items } = await teller.ask<"app.center">({
      type: "app.center",
      data: { viewer: admin(firm), space: supply },
    });
    teller.check(`${firm.short} sees it`, items.length, firm === jiangnan ? 1 : 0);
  }
  out.done("Jiangnan's app center shows it, that of Beihai, a service provider, does not.");
  const use = await teller.host.ask({
    type: "app.use",
    data: { viewer: admin(beihai), app: portal, space: supply, feature: "form.submit" },
  });
  teller.check("and why not", use.kind === "refused" && use.refusal.code, "APP_NOT_AUTHORIZED");
}

async function submit(teller: Teller): Promise<void> {
  const form = (row: string, ...more: string[]) => ({
    ...teller.by(an),
    type: "form.submit" as const,
    data: {
      app: portal,
      space: supply,
      rows: [row, ...more].map((each) => ({ row: ids.row(each), labels: ["delivery"] })),
    },
  });
  const { events } = await teller.accepted(form("delivery-1"));
  teller.check("triggers", eventsOf(events, "form.submitted")[0]?.data.automation, true);
  await teller.refused(
    form("delivery-2", "delivery-3"),
    "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
    "Two forms at once",
  );
  const { items } = await teller.ask<"data.rows">({
    type: "data.rows",
    data: {
      viewer: { organization: linYue.organization, person: ids.person("qy-00100") },
      app: portal,
    },
  });
  const [row] = items;
  teller.check("the Host sees", row?.submitter.organization, jiangnan.id);
  out.done(
    `A form from ${row?.submitter.organizationName} is in the Host's data at once, with who sent it.`,
  );
}

/** The feature list of every release, from the library's own table. */
function features(teller: Teller): void {
  const releases: readonly Policy["release"][] = ["V1", "V2", "V2.1", "V3"];
  const lists = releases.map((release) => {
    const policy = { ...teller.policy, release };
    const reply = ask(emptySlice, { type: "feature.list", data: {} }, policy);
    return reply.kind === "answer" ? reply.value.items : [];
  });
  const rows = (lists[0] ?? []).map(({ feature }, i) => [
    feature,
    ...lists.map((list) => (list[i]?.supported === true ? "yes" : ".")),
  ]);
  teller.check(
    "features by release",
    lists.map((list) => list.filter(({ supported }) => supported).length),
    [4, 5, 6, 9],
  );
  out.note("What a partner's people can do with the Host's apps, by release:");
  out.table(["Feature", ...releases], rows);
}

export async function appsReach(teller: Teller): Promise<void> {
  out.heading("An app for suppliers");
  await publish(teller);
  await whoSeesIt(teller);
  await submit(teller);
  features(teller);
}
