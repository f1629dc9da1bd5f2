/** A resignation that concerns one of two identities, and a partner that leaves as a whole. */
import type { InputOf } from "interorg";
import { SUPPLIERS } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { admin, heYing, host, linYue, quality, supply } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";
import { hire } from "./day.ts";

const jiangnan = ids.organization(SUPPLIERS[0].id);
const longmen = ids.organization(SUPPLIERS[6].id);

/** The Spaces that He Ying sees, each with the organizations through which she is there. */
async function presence(teller: Teller) {
  const { items } = await teller.ask<"entry.spaces">({
    type: "entry.spaces",
    data: { person: heYing },
  });
  return Object.fromEntries(items.map(({ space, through }) => [space, [...through].sort()]));
}

export async function oneOfTwoIdentities(teller: Teller): Promise<void> {
  out.heading("One resignation, two identities");
  const before = await presence(teller);
  teller.check("before, in Supply chain", before[supply], [jiangnan, host]);
  teller.check("before, in Quality circle", before[quality], [jiangnan]);
  const places = Object.keys(before).length;
  out.done(
    `He Ying works for the Host and Jiangnan: in ${places} Spaces; in Supply chain as both, ` +
      "counted once.",
  );
  const fact: InputOf<"person.resigned"> = {
    ...teller.from({ organization: jiangnan }),
    type: "person.resigned",
    data: { organization: jiangnan, person: heYing, number: 1 },
  };
  const { events, notices } = await teller.accepted(fact);
  const left = eventsOf(events, "roster.left");
  teller.check("left as Jiangnan's", left.length, places);
  teller.check("by whom", new Set(left.map((each) => each.data.organization)).size, 1);
  teller.check("after", await presence(teller), { [supply]: [host] });
  out.done(
    `She resigns from Jiangnan: one fact, ${events.length} events, ${notices.length} notice; ` +
      "she stays as the Host's.",
  );
  const again = await teller.host.submit(fact);
  teller.check("the same fact again", again.kind === "accepted" && again.repeated, true);
  out.done("The same fact is delivered again and gets the outcome of the first time.");
}

export async function wholePartnerLeaves(teller: Teller): Promise<void> {
  out.heading("A partner leaves");
  for (const name of ["Xu Bo 徐博", "Tang Yu 唐雨", "Song Kai 宋凯"]) {
    const id = name.split(" ").slice(0, 2).join("-").toLowerCase();
    await hire(teller, ids.person(id), name, "quality-2");
  }
  const { persons } = await teller.ask<"admin.space-room">({
    type: "admin.space-room",
    data: { viewer: linYue, space: supply },
  });
  const isFull = persons.left === 0;
  out.done(`Three more are hired into Quality and ${isFull ? "wait" : "are in at once"}.`);
  const cancel = {
    type: "association.cancel",
    data: { space: supply, organization: longmen },
  } as const;
  const itself = { ...cancel, type: "association.leave" } as const;
  const mayLeave = teller.policy.memberExit !== "host-only";
  if (!mayLeave) {
    await teller.refused(
      { ...teller.by(admin(SUPPLIERS[6])), ...itself },
      "WHOLE_ORG_EXIT_HOST_ONLY",
      "Longmen's admin ends its association",
    );
  }
  const { events } = await teller.accepted(
    mayLeave
      ? { ...teller.by(admin(SUPPLIERS[6])), ...itself }
      : { ...teller.by(linYue), ...cancel },
  );
  const left = eventsOf(events, "roster.left");
  const entered = eventsOf(events, "roster.entered").map(({ data }) => data.person);
  teller.check("left", left.length, SUPPLIERS[6].people);
  const waited = isFull ? ["xu-bo", "tang-yu", "song-kai"] : [];
  teller.check("in order of arrival", entered, waited);
  out.done(
    `${mayLeave ? "Longmen leaves of its own" : "The Host cancels it"}: ${left.length} people ` +
      `leave${isFull ? ", the three who waited are in" : ""}.`,
  );
}
