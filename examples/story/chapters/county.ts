/** A county with two towns and four villages: linking, the book level by level, a move, an end. */
import type { InputOf } from "interorg";
import { explain } from "interorg/catalogue";
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
  office,
  PLACES,
  type Place,
  short,
  west,
} from "../places.ts";
import { eventsOf, type Teller } from "../teller.ts";
import { atWork, goesOn, oneLeaves } from "./county-work.ts";

const applicationOf = (trunk: Place, branch: Place) =>
  ids.application(`${branch.id}-to-${trunk.id}`);

/** The directory of a place, and what the platform says of it. */
async function register(teller: Teller, { id, name, people }: Place): Promise<void> {
  const platform = { platform: true } as const;
  await teller.accepted({
    ...teller.from(platform),
    type: "organization.registered",
    // Whoever distributes apps needs an edition for it; nobody else does.
    data: {
      ...{ organization: id, name, certified: false, sso: false },
      edition: id === county.id ? "professional" : "free",
    },
  });
  for (const [i, person] of people.entries()) {
    await teller.accepted({
      ...teller.from({ organization: id }),
      type: "person.hired",
      data: {
        ...{ organization: id, person, number: 1, departments: [] },
        fields: { name: `${name.split(" ")[0]} ${i}` },
      },
    });
  }
  await teller.accepted({
    ...teller.from({ organization: id }),
    type: "admin.changed",
    data: {
      ...adminOf({ id, name, people }),
      ...{ number: 1, role: "main", spacePermission: true, hierarchyPermission: true },
    },
  });
}

/** Hierarchies are opened for those who are to have Branches, and they invite. */
async function open(teller: Teller, trunk: Place, branches: number): Promise<void> {
  await teller.accepted({
    ...teller.from({ platform: true }),
    type: "hierarchy.capacity-changed",
    data: { organization: trunk.id, open: true, branches },
  });
  await teller.accepted({
    ...teller.by(adminOf(trunk)),
    type: "invitation.issue",
    data: { trunk: trunk.id, invitation: ids.invitation(`under-${trunk.id}`), form: "qr" },
  });
}

const apply = (
  teller: Teller,
  trunk: Place,
  branch: Place,
  more: Partial<InputOf<"application.submit">["data"]> = {},
) =>
  teller.accepted({
    ...teller.by(adminOf(branch)),
    type: "application.submit",
    data: {
      application: applicationOf(trunk, branch),
      invitation: ids.invitation(`under-${trunk.id}`),
      scope: { whole: true },
      // Under some policies an applicant that says nothing is seen by its Trunk alone.
      reach: "all-above",
      ...more,
    },
  });

const approval = (
  teller: Teller,
  trunk: Place,
  branches: readonly Place[],
): InputOf<"application.approve"> => ({
  ...teller.by(adminOf(trunk)),
  type: "application.approve",
  data: {
    trunk: trunk.id,
    items: branches.map((branch) => ({
      application: applicationOf(trunk, branch),
      alias: short(branch),
      mount: trunk === county ? office : null,
    })),
  },
});

/** Whom an organization reaches, with levels, in the order of names. */
async function reached(teller: Teller, above: Place): Promise<string[]> {
  const { items } = await teller.ask<"hierarchy.below">({
    type: "hierarchy.below",
    data: { viewer: adminOf(above), limit: 100 },
  });
  return items.map(({ organization, level }) => `${organization} ${level}`).sort();
}

/** Whether somebody sees somebody else in a Trunk's book, as the Trunk's admin asks. */
async function sees(teller: Teller, trunk: Place, viewer: Place, target: Place): Promise<boolean> {
  const { sees: answer } = await teller.ask<"hierarchy.why">({
    type: "hierarchy.why",
    data: {
      viewer: adminOf(trunk),
      trunk: trunk.id,
      looking: adminOf(viewer),
      target: adminOf(target),
    },
  });
  return answer;
}

async function linked(teller: Teller): Promise<void> {
  for (const each of PLACES) await register(teller, each);
  await teller.accepted({
    ...teller.from({ organization: county.id }),
    type: "department.created",
    data: { organization: county.id, department: office, parent: null, name: "Towns 乡镇" },
  });
  for (const trunk of [county, east, west]) await open(teller, trunk, 2);
  out.done(
    "A county, two towns and four villages; the platform opens hierarchies for three of them.",
  );
  for (const village of [ford, hill])
    await apply(teller, east, village, { shared: ["attendance"] });
  await apply(teller, west, mill, { reach: "trunk" });
  await apply(teller, west, lake);
  for (const town of [east, west]) await apply(teller, county, town);
  await teller.accepted(approval(teller, east, [ford, hill]));
  await teller.accepted(approval(teller, west, [mill, lake]));
  const { events, notices } = await teller.accepted(approval(teller, county, [east, west]));
  const entered = eventsOf(events, "roster.entered").length;
  teller.check("on the two Links", entered, east.people.length + west.people.length);
  out.done(
    `The county approves both towns at once, each with a name and at a department: ` +
      `${out.counted(entered, "person", "people")}, ${out.counted(notices.length, "notice")}.`,
  );
}

/** A circle is refused to whoever would close it. */
async function noCircle(teller: Teller): Promise<void> {
  await teller.refused(
    {
      ...teller.by(adminOf(county)),
      type: "application.submit",
      data: {
        application: applicationOf(west, county),
        invitation: ids.invitation(`under-${west.id}`),
      },
    },
    "HIERARCHY_CYCLE",
    "The county applies to one of its towns",
  );
}

async function byLevel(teller: Teller): Promise<void> {
  const all = [`${east.id} 1`, `${lake.id} 2`, `${ford.id} 2`, `${hill.id} 2`, `${west.id} 1`];
  teller.check("the county reaches", await reached(teller, county), all);
  teller.check("the western town reaches", await reached(teller, west), [
    `${lake.id} 1`,
    `${mill.id} 1`,
  ]);
  out.done("The county reaches three villages: Mofang lets its town alone see it.");
  // What a Branch sees of the others before somebody says so is the policy's.
  const seesAll = teller.policy.branchSightDefault === "whole-book";
  const rows: string[][] = [];
  for (const viewer of [county, east, ford]) {
    const row: string[] = [];
    for (const target of [county, east, west, ford, lake]) {
      row.push((await sees(teller, county, viewer, target)) ? "yes" : ".");
    }
    rows.push([`${short(viewer)} sees`, ...row]);
  }
  teller.check(
    "in the county's book",
    rows.map((row) => row.slice(1).join("")),
    ["yesyesyesyesyes", seesAll ? "yesyesyes.." : ".yes...", "...yes."],
  );
  out.table(["", ...[county, east, west, ford, lake].map(short)], rows);
  await teller.accepted({
    ...teller.by(adminOf(county)),
    type: "link.see",
    data: {
      ...{ trunk: county.id, organization: east.id, hidden: false, ownOnly: true },
      hiddenExcept: { organizations: [], departments: [] },
      ownOnlyExcept: { organizations: [west.id], departments: [] },
    },
  });
  teller.check("East sees West", await sees(teller, county, east, west), true);
  teller.check("West sees East", await sees(teller, county, west, east), seesAll);
  out.done("The county lets Dongqiao see Xihe; the other way round nothing has changed.");
}

/** What is a village's own is nobody else's to change. */
async function nothingDownwards(teller: Teller): Promise<void> {
  await teller.refused(
    {
      ...teller.by(adminOf(east)),
      type: "link.share",
      data: { trunk: east.id, organization: ford.id, shared: ["attendance", "budget"] },
    },
    "BRANCH_NOT_MANAGEABLE",
    "Dongqiao takes more of its village's data",
  );
  await teller.refused(
    {
      ...teller.by(adminOf(county)),
      type: "link.cancel",
      data: { trunk: east.id, organization: ford.id },
    },
    "NOT_TRUNK_ADMIN",
    "The county cancels a village of its town",
  );
}

async function moved(teller: Teller): Promise<void> {
  await apply(teller, west, ford, { replaces: east.id });
  const approve = approval(teller, west, [ford]);
  await teller.refused(approve, "LINK_NOT_RELEASED", "Xihe takes over a village not released");
  await teller.accepted({
    ...teller.by(adminOf(east)),
    type: "link.release",
    data: { trunk: east.id, organization: ford.id, released: true },
  });
  await teller.refused(
    approval(teller, west, [ford]),
    "BRANCH_LIMIT_EXCEEDED",
    "Xihe has bought two Branches and has them",
  );
  await teller.accepted({
    ...teller.from({ platform: true }),
    type: "hierarchy.capacity-changed",
    data: { organization: west.id, open: true, branches: 3 },
  });
  const before = await reached(teller, county);
  const { events } = await teller.accepted(approval(teller, west, [ford]));
  const moves = eventsOf(events, "link.moved");
  teller.check("one move, one step", moves.length, 1);
  teller.check("the county's villages are the same", await reached(teller, county), before);
  teller.check(
    "the western town has it",
    (await reached(teller, west)).includes(`${ford.id} 1`),
    true,
  );
  teller.check("its former town has not", await reached(teller, east), [`${hill.id} 1`]);
  out.done(
    "Liudu moves from one town to the other in one step; the county has its people before and " +
      "after, at the same level.",
  );
}

async function unlinked(teller: Teller): Promise<void> {
  const { notices } = await teller.accepted({
    ...teller.by(adminOf(county)),
    type: "link.cancel",
    data: { trunk: county.id, organization: west.id },
  });
  teller.check("whom the county reaches", await reached(teller, county), [
    `${east.id} 1`,
    `${hill.id} 2`,
  ]);
  teller.check("whom the town reaches", (await reached(teller, west)).length, 3);
  out.done(
    `The county lets Xihe go: ${out.counted(notices.length, "notice")}; the villages stay with ` +
      "their town, and none is the county's any more.",
  );
  const reply = await teller.host.ask<"hierarchy.contact">({
    type: "hierarchy.contact",
    data: { viewer: adminOf(county), trunk: county.id, ...adminOf(ford) },
  });
  if (reply.kind !== "refused") throw new Error(`hierarchy.contact: ${reply.kind}`);
  teller.check("a village no longer reached", reply.refusal.code, "NOT_VISIBLE");
  out.refused(
    "The county looks for somebody at Liudu: NOT_VISIBLE",
    explain(reply.refusal, "en").text,
  );
}

/** The other relation between organizations, from the first Link to the last. */
export async function countyAndTowns(teller: Teller): Promise<void> {
  out.heading("A county, two towns, four villages");
  await linked(teller);
  await noCircle(teller);
  await byLevel(teller);
  await nothingDownwards(teller);
  await atWork(teller);
  await moved(teller);
  await goesOn(teller);
  await oneLeaves(teller);
  await unlinked(teller);
}
