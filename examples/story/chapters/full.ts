/** A Space filled to its last place, and the person who comes next. */
import { join } from "node:path";
import { explain, explainNotice } from "interorg/catalogue";
import { SUPPLIERS } from "../cast.ts";
import { FILES } from "../data.ts";
import type { PersonRow } from "../host-data.ts";
import * as ids from "../ids.ts";
import { readLines } from "../input.ts";
import * as out from "../output.ts";
import { host, linYue, supply } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";
import { hire, spacesOf } from "./day.ts";

/** People of manufacturing, in no selected department, whom the day left alone. */
async function candidates(folder: string, touched: ReadonlySet<string>) {
  const found = [];
  for await (const { value } of readLines(join(folder, FILES.people))) {
    const { person, departments } = value as PersonRow;
    const outside =
      departments.length > 0 &&
      departments.every((each) => each.startsWith("manufacturing") && !touched.has(each));
    if (outside && !touched.has(person)) found.push(ids.person(person));
  }
  return found;
}

const roomOf = (teller: Teller) =>
  teller.ask<"admin.space-room">({
    type: "admin.space-room",
    data: { viewer: linYue, space: supply },
  });

/** Fills the Space to its last place; whether it has one. */
async function fill(
  teller: Teller,
  folder: string,
  touched: ReadonlySet<string>,
): Promise<boolean> {
  const { persons } = await roomOf(teller);
  const people = await candidates(folder, touched);
  if (persons.left > people.length) {
    out.done(`${out.count(persons.used)} people are in Supply chain, which no cap ends here.`);
    return false;
  }
  const put = (many: number) => ({
    ...teller.by(linYue),
    type: "scope.put-in" as const,
    data: { space: supply, organization: host, people: people.slice(0, many) },
  });
  out.done(`${out.count(persons.used)} people are in Supply chain, with room for ${persons.left}.`);
  const refusal = await teller.refused(
    put(persons.left + 1),
    "PERSON_CAP_EXCEEDED",
    `Lin Yue puts ${persons.left + 1} people of Manufacturing in`,
  );
  out.aside(explain(refusal, "zh").text);
  const { events } = await teller.accepted(put(persons.left));
  teller.check("entered", eventsOf(events, "roster.entered").length, persons.left);
  const { limit } = persons;
  teller.check("room", (await roomOf(teller)).persons, { used: limit, limit, left: 0 });
  out.done(`She puts ${persons.left} in: ${out.count(limit)} of ${out.count(limit)}.`);
  return true;
}

export async function fullSpace(
  teller: Teller,
  folder: string,
  touched: ReadonlySet<string>,
): Promise<void> {
  out.heading("One person more than there are places");
  if (!(await fill(teller, folder, touched))) return;
  const guoFeng = ids.person("guo-feng");
  const hired = await hire(teller, guoFeng, "Guo Feng 郭锋", "procurement-12");
  teller.check("waits", eventsOf(hired.events, "waiting.joined").length, 1);
  teller.check("is not in", await spacesOf(teller, guoFeng), []);
  const [notice] = hired.notices;
  teller.check("notice", notice?.kind, "ROSTER_CAP_REACHED");
  out.done("Guo Feng is hired into Procurement: a hire is never refused, so he waits.");
  if (notice !== undefined) out.aside(explainNotice(notice, "en").text);
  const waiting = await teller.ask<"admin.waiting">({
    type: "admin.waiting",
    data: { viewer: linYue, space: supply },
  });
  teller.check("the waiting list", waiting.items, [{ organization: host, person: guoFeng }]);

  const organization = ids.organization(SUPPLIERS[2].id);
  const person = ids.person(`${SUPPLIERS[2].id}-010`);
  const { events } = await teller.accepted({
    ...teller.from({ organization }),
    type: "person.resigned",
    data: { organization, person, number: 1 },
  });
  const [entered] = eventsOf(events, "roster.entered");
  teller.check("who enters", entered?.data.person, guoFeng);
  teller.check("why", entered?.data.because, "waiting-list");
  teller.check("Guo Feng's Spaces", await spacesOf(teller, guoFeng), ["Supply chain"]);
  out.done("Somebody at Beihai resigns: in the same step Guo Feng is in.");
}
