/** Who sees whom, and the room left under every limit. */
import type { OrganizationId, Room, Viewer } from "interorg";
import { explain } from "interorg/catalogue";
import { type Firm, HOST, SUPPLIERS } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { admin, host, linYue, maLi, supply } from "../people.ts";
import type { Teller } from "../teller.ts";
import { SPACE_NAMES } from "./limits.ts";

const [jiangnan, huaxin, beihai, , tianma, , longmen] = SUPPLIERS;
const stillIn: readonly Firm[] = SUPPLIERS.slice(0, 6);

/** Somebody of an organization who is in the Space. */
const viewerOf = (firm: Firm): Viewer => (firm === HOST ? maLi : admin(firm));

async function seen(teller: Teller, viewer: Viewer): Promise<Set<OrganizationId>> {
  const { items } = await teller.ask<"space.organizations">({
    type: "space.organizations",
    data: { viewer, space: supply },
  });
  return new Set(items.map(({ organization }) => organization));
}

async function settings(teller: Teller): Promise<void> {
  await teller.accepted({
    ...teller.by(maLi),
    type: "visibility.set",
    data: {
      space: supply,
      organization: ids.organization(huaxin.id),
      visibility: { kind: "all" },
    },
  });
  await teller.accepted({
    ...teller.by(maLi),
    type: "visibility.set",
    data: {
      space: supply,
      organization: ids.organization(tianma.id),
      visibility: { kind: "listed", organizations: [host, ids.organization(jiangnan.id)] },
    },
  });
  out.done("Ma Li lets Huaxin see all organizations, and Tianma see the Host and Jiangnan.");
}

export async function whoSeesWhom(teller: Teller): Promise<void> {
  out.heading("Who sees whom in Supply chain");
  await settings(teller);
  const firms = [HOST, ...stillIn];
  const rows: string[][] = [];
  for (const viewer of firms) {
    const visible = await seen(teller, viewerOf(viewer));
    rows.push([
      `${viewer.short} sees`,
      ...firms.map(({ id }) => (visible.has(ids.organization(id)) ? "yes" : ".")),
    ]);
  }
  const sights = rows.map((row) => row.filter((cell) => cell === "yes").length);
  teller.check("how many each sees", sights, [7, 1, 7, 1, 1, 3, 1]);
  out.table(["", ...firms.map(({ short }) => short)], rows);
  const reply = await teller.host.ask<"space.contact">({
    type: "space.contact",
    data: { viewer: admin(beihai), space: supply, ...admin(huaxin) },
  });
  if (reply.kind !== "refused") throw new Error(`space.contact: ${reply.kind}`);
  teller.check("Beihai looks for somebody at Huaxin", reply.refusal.code, "NOT_VISIBLE");
  const who = "Beihai looks for somebody at Huaxin: NOT_VISIBLE";
  out.refused(who, explain(reply.refusal, "en").text);
}

/** A limit that holds: nothing above it, and what is left is what is not used. */
function held(teller: Teller, what: string, room: Room): Room {
  const { used, limit, left } = room;
  teller.check(what, [used <= limit, left], [true, limit - used]);
  return room;
}

const inWords = ({ used, limit, left }: Room): string => `${used} of ${limit} (${left} left)`;

async function ofOrganizations(teller: Teller): Promise<void> {
  const ask = (viewer: Viewer) =>
    teller.ask<"admin.organization-room">({ type: "admin.organization-room", data: { viewer } });
  const { hosted } = await ask(linYue);
  if (hosted === null) throw new Error("the Host may not host");
  const spaces = SPACE_NAMES.size;
  teller.check("the quota is used up", hosted, { used: spaces, limit: spaces, left: 0 });
  const joins: string[] = [];
  for (const firm of [jiangnan, huaxin, longmen]) {
    const { joined } = await ask(admin(firm));
    joins.push(`${firm.short} ${inWords(held(teller, `joins of ${firm.id}`, joined))}`);
  }
  out.done(`Spaces hosted: ${HOST.short} ${inWords(hosted)}. Joined: ${joins.join(", ")}.`);
}

export async function roomLeft(teller: Teller): Promise<void> {
  out.heading("The room left under every limit");
  await ofOrganizations(teller);
  const { hosted } = await teller.ask<"entry.management">({
    type: "entry.management",
    data: { viewer: linYue },
  });
  const rows: (string | number)[][] = [];
  for (const space of hosted) {
    const { members, persons } = await teller.ask<"admin.space-room">({
      type: "admin.space-room",
      data: { viewer: linYue, space },
    });
    held(teller, `people of ${space}`, persons);
    held(teller, `Members of ${space}`, members);
    const people = [persons.used, persons.limit, persons.left];
    const organizations = [members.used, members.limit, members.left];
    rows.push([SPACE_NAMES.get(space) ?? space, ...people, ...organizations]);
  }
  teller.check("Spaces", rows.length, SPACE_NAMES.size);
  out.table(["Space", "people", "limit", "left", "Members", "limit", "left"], rows);
}
