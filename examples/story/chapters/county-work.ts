/** An app for a whole county: its workbenches, its liaisons, a flow through them, and data by level. */
import type { Identity, LiaisonNode } from "interorg";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import {
  adminOf,
  county,
  east,
  ford,
  hill,
  lake,
  mill,
  type Place,
  short,
  somebody,
  west,
} from "../places.ts";
import { eventsOf, type Teller } from "../teller.ts";
import { printSteps } from "./resignation.ts";

const app = ids.app("village-purchases");
const flow = ids.flow("purchase");
const inApp = { trunk: county.id, app };
const secretary = ids.role("village-secretary");
const director = ids.role("town-director");
const unit = { kind: "hierarchy", organization: county.id } as const;

/** Who is licensed, and looks at data: one of each place that the county reaches. */
const seated = [east, west, ford, hill, lake].map((place) => somebody(place, 1));

/** Who signs for Liudu: its own secretary, its town's director, the county's treasurer. */
const SIGNERS = [somebody(ford, 2), somebody(east, 2), somebody(county, 4)] as const;

const office = ({ id }: Place): LiaisonNode => ({ organization: id, department: null });
const named = ({ organization, person }: Identity): string => `${organization} ${person}`;

/** The apps on a place's own workbench. */
async function workbench(teller: Teller, place: Place): Promise<number> {
  const { items } = await teller.ask<"app.center">({
    type: "app.center",
    data: { viewer: somebody(place, 1) },
  });
  return items.length;
}

async function distributed(teller: Teller): Promise<void> {
  await teller.accepted({
    ...teller.by(adminOf(county)),
    type: "app.create",
    data: { app, name: "Village purchases 村集体采购" },
  });
  const { events, notices } = await teller.accepted({
    ...teller.by(adminOf(county)),
    type: "app.publish",
    data: { ...inApp, autoInstall: true },
  });
  teller.check("one event and one notice for all below", [events.length, notices.length], [1, 1]);
  const { items } = await teller.ask<"app.covered">({
    type: "app.covered",
    data: { viewer: adminOf(county), ...inApp },
  });
  teller.check("covered", items.filter(({ installed }) => installed).length, 5);
  teller.check("on Liudu's workbench", await workbench(teller, ford), 1);
  out.done(
    `The county distributes an app with automatic installation: ${out.counted(events.length, "event")}, ` +
      `${out.counted(notices.length, "notice")}, and ${items.length} places have it on their workbench.`,
  );
  await teller.accepted({
    ...teller.by(adminOf(hill)),
    type: "app.install",
    data: { ...inApp, organization: hill.id, installed: false },
  });
  teller.check("on Shanqian's workbench", await workbench(teller, hill), 0);
  await teller.refused(
    {
      ...teller.by(adminOf(county)),
      type: "app.install",
      data: { ...inApp, organization: hill.id, installed: true },
    },
    "BRANCH_NOT_MANAGEABLE",
    "Shanqian takes it off its workbench, and the county puts it back",
  );
}

/** Everybody uses the county's licenses; whom it does not reach can hold none. */
async function licensed(teller: Teller): Promise<void> {
  await teller.accepted({
    ...teller.from({ platform: true }),
    type: "license.purchased",
    data: { organization: county.id, purchased: 12 },
  });
  const [clerk, head, treasurer] = SIGNERS;
  for (const [kind, people] of [
    ["hierarchy", [...seated, clerk, head]],
    ["host", [somebody(county, 3), treasurer]],
  ] as const) {
    const own = { kind, organization: county.id } as const;
    await teller.accepted({
      ...teller.by(adminOf(county)),
      type: "license.grant",
      data: { unit: own, people },
    });
  }
  await teller.refused(
    {
      ...teller.by(adminOf(county)),
      type: "license.grant",
      data: { unit, people: [somebody(mill, 1)] },
    },
    "LICENSE_TARGET_NOT_ELIGIBLE",
    "A license for Mofang, which lets its town alone see it",
  );
}

async function entrusted(teller: Teller): Promise<void> {
  for (const [role, name, keptBy] of [
    [secretary, "Village secretary 村书记", "organizations"],
    [director, "Town director 镇主任", "trunk"],
  ] as const) {
    await teller.accepted({
      ...teller.by(adminOf(county)),
      type: "liaison.define",
      data: { trunk: county.id, role, name, keptBy },
    });
  }
  const assigned = (by: Place, role: typeof secretary, node: Place, people: Identity[]) => ({
    ...teller.by(adminOf(by)),
    type: "liaison.assign" as const,
    data: { trunk: county.id, role, node: office(node), people },
  });
  await teller.accepted(assigned(ford, secretary, ford, [somebody(ford, 2)]));
  await teller.accepted(assigned(county, director, east, [somebody(east, 2)]));
  await teller.accepted(assigned(county, director, county, [somebody(county, 3)]));
  await teller.refused(
    assigned(east, director, east, [somebody(east, 3)]),
    "NOT_TRUNK_ADMIN",
    "Dongqiao chooses its director itself",
  );
  const { people } = await teller.ask<"liaison.for">({
    type: "liaison.for",
    data: {
      ...{ viewer: adminOf(county), trunk: county.id, role: director },
      initiator: somebody(west, 1),
    },
  });
  teller.check("without a director of its own", people.map(named), [named(somebody(county, 3))]);
  out.done(
    "Each village names its own secretary, the county the towns' directors; for Xihe, which has " +
      "none, the county's own is found.",
  );
}

/** Which of some people hold an open task. */
async function holders(teller: Teller, of: readonly Identity[]): Promise<string[]> {
  const found: string[] = [];
  for (const viewer of of) {
    const { items } = await teller.ask<"flow.todo">({ type: "flow.todo", data: { viewer } });
    if (items.length > 0) found.push(named(viewer));
  }
  return found;
}

const purchase = (teller: Teller, name: string) =>
  teller.accepted({
    ...teller.by(somebody(ford, 1)),
    type: "flow.start",
    data: { ...inApp, flow, instance: ids.instance(name), row: ids.row(name) },
  });

const approved = (teller: Teller, by: Identity, name: string, task: number) =>
  teller.accepted({
    ...teller.by(by),
    type: "task.approve",
    data: { instance: ids.instance(name), task },
  });

async function signed(teller: Teller): Promise<void> {
  await teller.accepted({
    ...teller.by(adminOf(county)),
    type: "flow.define",
    data: {
      ...{ app, flow },
      steps: [
        { mode: "any", approvers: [{ kind: "liaison", role: secretary }] },
        { mode: "any", approvers: [{ kind: "liaison", role: director }] },
        { mode: "any", approvers: [{ kind: "person", ...somebody(county, 4) }] },
      ],
    },
  });
  await purchase(teller, "pump");
  for (const [task, signer] of SIGNERS.entries()) {
    teller.check(`who signs step ${task + 1}`, await holders(teller, SIGNERS), [named(signer)]);
    const { events } = await approved(teller, signer, "pump", task);
    if (task === SIGNERS.length - 1)
      teller.check("ended", eventsOf(events, "flow.ended").length, 1);
  }
  out.done(
    "Liudu asks for a pump: its own secretary signs, then the director of its town, then the " +
      "county's treasurer. No step names a village or a town.",
  );
}

/** How many rows of the app each of some people sees. */
async function rows(teller: Teller): Promise<string> {
  const seen: string[] = [];
  for (const viewer of seated) {
    const { items } = await teller.ask<"data.rows">({
      type: "data.rows",
      data: { viewer, ...inApp },
    });
    seen.push(`${viewer.organization} ${items.length}`);
  }
  return seen.join(", ");
}

async function byLevel(teller: Teller): Promise<void> {
  await teller.accepted({
    ...teller.by(adminOf(county)),
    type: "app.permit",
    data: {
      ...inApp,
      permissions: [
        { for: { levels: [1] }, rows: "below" },
        { for: { levels: [2] }, rows: "organization" },
      ],
    },
  });
  for (const [i, place] of [hill, lake].entries()) {
    await teller.accepted({
      ...teller.by(somebody(place, 1)),
      type: "form.submit",
      data: { ...inApp, rows: [{ row: ids.row(`seed-${i}`) }] },
    });
  }
  teller.check(
    "rows by level",
    await rows(teller),
    `${east.id} 2, ${west.id} 1, ${ford.id} 1, ${hill.id} 1, ${lake.id} 1`,
  );
  out.done(
    "Two permissions by level serve all: a town sees the rows of its villages, a village its own.",
  );
}

/** The county's app, from its workbenches to its data. */
export async function atWork(teller: Teller): Promise<void> {
  await distributed(teller);
  await licensed(teller);
  await entrusted(teller);
  await signed(teller);
  await byLevel(teller);
  // Under way when the village moves.
  await purchase(teller, "well");
}

/** After the move of a village: what it has at the county is as it was, and its former town's is not. */
export async function goesOn(teller: Teller): Promise<void> {
  teller.check(
    "rows by level",
    await rows(teller),
    `${east.id} 1, ${west.id} 3, ${ford.id} 2, ${hill.id} 1, ${lake.id} 1`,
  );
  const [clerk] = SIGNERS;
  teller.check("still with the secretary", await holders(teller, SIGNERS), [named(clerk)]);
  const { events } = await approved(teller, clerk, "well", 0);
  teller.check("one step on", eventsOf(events, "flow.step-begun").length, 1);
  const elsewhere = [...SIGNERS, somebody(county, 3)];
  teller.check("no town's director now", await holders(teller, elsewhere), [
    named(somebody(county, 3)),
  ]);
  const { items } = await teller.ask<"license.by-branch">({
    type: "license.by-branch",
    data: { viewer: adminOf(county) },
  });
  teller.check(
    "licenses, by town",
    items.map(({ branch, used }) => `${branch} ${used}`),
    [`${east.id} 3`, `${west.id} 4`],
  );
  out.done(
    "Its secretary, its license and what it had under way are the same; from now on its new town " +
      "looks at its rows, and its flow asks the county, for Xihe has no director.",
  );
}

/** Somebody with an office and a license leaves: both go in the same step, each for a reason. */
export async function oneLeaves(teller: Teller): Promise<void> {
  const [, leaver] = SIGNERS;
  const { events } = await teller.accepted({
    ...teller.from({ organization: east.id }),
    type: "person.resigned",
    data: { ...leaver, number: 1, successor: somebody(east, 3).person },
  });
  teller.check("the office", eventsOf(events, "liaison.passed-on")[0]?.data.to, somebody(east, 3));
  teller.check("the license", eventsOf(events, "license.released").length, 1);
  printSteps(events);
  out.done(
    `${short(east)}'s director resigns: the office is the successor's, the license the county's again.`,
  );
}
