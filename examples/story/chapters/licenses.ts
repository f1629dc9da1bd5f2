/** Licenses: the Host's pool, two linked Spaces, an automatic department, and the alert. */
import type { Identity, LicenseUnit, LinkedUnit, Queries } from "interorg";
import { DEALERS, HOST, SUPPLIERS } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { dealers, host, linYue, maLi, supply } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";

const PURCHASED = 3_000;
/** Grants given in one command at most. */
const AT_ONCE = 1_000;

const hostUnit: LicenseUnit = { kind: "host", organization: host };
const supplyUnit: LinkedUnit = { kind: "space", space: supply };
const dealerUnit: LinkedUnit = { kind: "space", space: dealers };

const jiangnan = ids.organization(SUPPLIERS[0].id);

/** Some of the Host's people, the story's first. */
const ofHost = (from: number, count: number): Identity[] =>
  Array.from({ length: count }, (_, n) => ({
    organization: host,
    person: ids.person(`qy-${String(from + n).padStart(5, "0")}`),
  }));

/** The first so many people of a partner. */
const ofFirm = ({ id }: { readonly id: string }, count: number): Identity[] =>
  Array.from({ length: count }, (_, n) => ({
    organization: ids.organization(id),
    person: ids.person(`${id}-${String(n + 1).padStart(3, "0")}`),
  }));

async function grant(teller: Teller, unit: LicenseUnit, people: readonly Identity[]) {
  const notices: string[] = [];
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const outcome = await teller.accepted({
      ...teller.by(maLi),
      type: "license.grant",
      data: { unit, people: people.slice(from, from + AT_ONCE) },
    });
    notices.push(...outcome.notices.map(({ kind }) => kind));
  }
  return notices;
}

type Usage = Queries["license.usage"]["answer"];

const usage = (teller: Teller): Promise<Usage> =>
  teller.ask<"license.usage">({ type: "license.usage", data: { viewer: linYue } });

const nameOf = (unit: LicenseUnit): string =>
  !("space" in unit) ? HOST.short : unit.space === supply ? "Supply chain" : "Dealer network";

/** The page's example: 3000 bought, 2000 and 200 used, 800 left, no alert (LIC-05). */
async function theExample(teller: Teller): Promise<void> {
  await teller.accepted({
    ...teller.from({ platform: true }),
    type: "license.purchased",
    data: { organization: host, purchased: PURCHASED },
  });
  for (const unit of [supplyUnit, dealerUnit]) {
    await teller.accepted({ ...teller.by(linYue), type: "license.link", data: { unit } });
  }
  const alerts = [
    ...(await grant(teller, hostUnit, ofHost(100, 2_000))),
    ...(await grant(teller, supplyUnit, [
      ...ofFirm(SUPPLIERS[0], 60),
      ...ofFirm(SUPPLIERS[1], 60),
    ])),
    ...(await grant(teller, dealerUnit, [...ofFirm(DEALERS[0], 40), ...ofFirm(DEALERS[1], 40)])),
  ];
  teller.check("no alert", alerts, []);
  const { purchased, used, remaining, percent, high, units } = await usage(teller);
  teller.check(
    "the example",
    { purchased, used, remaining, percent, high },
    { purchased: PURCHASED, used: 2_200, remaining: 800, percent: 73.3, high: false },
  );
  out.table(
    ["Unit", "people", "granted"],
    [
      [HOST.short, HOST.people, units[0]?.used ?? 0],
      ...units
        .slice(1)
        .map((each) => [
          nameOf(each.unit),
          (each.unit.kind === "space" && each.unit.space === supply ? SUPPLIERS : DEALERS)
            .map(({ people }) => people)
            .reduce((sum, people) => sum + people, 0),
          each.used,
        ]),
      ["used of 3,000", "", used],
      ["left", "", remaining],
    ],
  );
  out.done(`${used} of ${purchased} in use, ${percent} %: computed from grants to real people.`);
}

async function limits(teller: Teller): Promise<void> {
  await teller.refused(
    {
      ...teller.by(linYue),
      type: "license.grant",
      data: { unit: hostUnit, people: ofHost(5_000, 801) },
    },
    "LICENSE_POOL_EXHAUSTED",
    "801 licenses at once, with 800 left",
  );
  await teller.refused(
    {
      ...teller.by(linYue),
      type: "license.link",
      data: { unit: { kind: "member", space: supply, organization: jiangnan } },
    },
    "UNIT_OVERLAP",
    "Jiangnan as a unit of its own, inside the Space that is linked",
  );
  await teller.refused(
    {
      ...teller.by({ organization: jiangnan, person: ids.person("admin-jiangnan") }),
      type: "license.grant",
      data: { unit: supplyUnit, people: ofFirm(SUPPLIERS[0], 1) },
    },
    "LICENSE_HOST_ONLY",
    "Jiangnan's admin grants from the Host's pool",
  );
}

/** Whoever is hired into a chosen department of a Member has a license at once (LIC-09, LIC-10). */
async function automatic(teller: Teller): Promise<void> {
  const department = ids.department("jiangnan-d2");
  await teller.accepted({
    ...teller.by(maLi),
    type: "license.automate",
    data: { unit: supplyUnit, organization: jiangnan, departments: [department] },
  });
  const { events } = await teller.accepted({
    ...teller.from({ organization: jiangnan }),
    type: "person.hired",
    data: {
      organization: jiangnan,
      person: ids.person("lu-ning"),
      number: 1,
      departments: [department],
      fields: { name: "Lu Ning 陆宁" },
    },
  });
  teller.check("granted", eventsOf(events, "license.granted")[0]?.data.because, "automatic");
  out.done("Lu Ning is hired into Jiangnan's production: on the Roster and licensed in one step.");
}

/** At eighty percent, not before, the main admins are told, once (ALERT-02, ALERT-03). */
async function alert(teller: Teller): Promise<void> {
  const kinds = await grant(teller, hostUnit, ofHost(5_000, 198));
  teller.check("2399 of 3000", kinds, []);
  const more = await grant(teller, hostUnit, ofHost(6_000, 1));
  teller.check("2400 of 3000", more, ["LICENSE_USAGE_HIGH"]);
  const again = await grant(teller, hostUnit, ofHost(6_001, 1));
  teller.check("2401 of 3000", again, []);
  out.done("The 2,400th grant brings the reminder to the Host's main admins, the next one none.");
}

export async function licensesCount(teller: Teller): Promise<void> {
  out.heading("Licenses");
  await theExample(teller);
  await limits(teller);
  await automatic(teller);
  await alert(teller);
}
