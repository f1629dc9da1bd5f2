/** Directories that err: a departure that was none, a list that lacks half, a department it lacks. */
import { join } from "node:path";
import type { Event, InputOf } from "interorg";
import { explainNotice } from "interorg/catalogue";
import { SUPPLIERS } from "../cast.ts";
import { FILES } from "../data.ts";
import * as ids from "../ids.ts";
import { type BadLine, inBatches, readFacts } from "../input.ts";
import * as out from "../output.ts";
import { admin, host, wuHao } from "../people.ts";
import { eventsOf, type Teller } from "../teller.ts";
import { an } from "./apps.ts";
import { spacesOf } from "./day.ts";
import { start } from "./flows.ts";
import { guWei, printSteps } from "./resignation.ts";

const yuelong = ids.organization(SUPPLIERS[3].id);
const returns = ids.department("yuelong-returns");

type List = InputOf<"directory.reconciled">["data"];
type Part<Kind> = Extract<List["part"], { readonly kind: Kind }>;

/** The people and departments that Yuelong reported first, as lines of a full list. */
async function reported(folder: string) {
  const bad: BadLine[] = [];
  const people: Part<"people">["people"][number][] = [];
  const departments: Part<"departments">["departments"][number][] = [];
  for await (const batch of inBatches(readFacts(join(folder, FILES.partners), bad), 500)) {
    for (const { type, data } of batch) {
      if (type === "person.hired" && data.organization === yuelong) {
        const { person, departments: places, fields } = data;
        people.push({ person, departments: places, fields });
      }
      if (type === "department.created" && data.organization === yuelong) {
        const { department, parent, name } = data;
        departments.push({ department, parent, name });
      }
    }
  }
  return { people, departments };
}

/** A full list of people alone, or of departments alone, in one part. */
const listed = (
  teller: Teller,
  name: string,
  part: List["part"],
): InputOf<"directory.reconciled"> => ({
  ...teller.from({ organization: yuelong }),
  type: "directory.reconciled",
  data: {
    organization: yuelong,
    list: ids.list(name),
    of: part.kind === "people" ? { departments: 0, people: 1 } : { departments: 1, people: 0 },
    part,
  },
});

/** What a departure takes and its undoing gives back (RESIGN-07). */
const BACK = [
  "person.reinstated",
  "roster.entered",
  "group.entered",
  "license.granted",
  "task.handed-over",
] as const;

const reinstated = (teller: Teller) =>
  teller.accepted({
    ...teller.from({ organization: host }),
    type: "person.reinstated",
    data: { ...guWei, number: 1 },
  });

async function tasksOf(teller: Teller): Promise<readonly string[]> {
  const { items } = await teller.ask<"flow.todo">({ type: "flow.todo", data: { viewer: guWei } });
  return items.map(({ instance }) => instance);
}

/** The resignation told before named a successor, whose task it is since. */
async function withSuccessor(teller: Teller): Promise<void> {
  const { events, notices } = await reinstated(teller);
  const [back] = eventsOf(events, "person.reinstated");
  teller.check("leads quality again", back?.data.roles, ["quality-lead"]);
  teller.check("Gu Wei's tasks", await tasksOf(teller), []);
  const notice = notices.find(({ kind }) => kind === "COUNTERPART_BACK");
  teller.check("the counterpart is told", notice !== undefined, true);
  out.done(
    "It was another Gu Wei who resigned. One fact says so, and place, role, group and license are " +
      "this one's again; the task was handed over since, and stays Wu Hao's.",
  );
  if (notice !== undefined) out.aside(explainNotice(notice, "en").text);
}

/** Without a successor the task waits, and so it is given back as well. */
async function withoutSuccessor(teller: Teller): Promise<void> {
  await teller.accepted(start(teller, an, "four", true));
  const task = { instance: ids.instance("four"), task: 0 };
  await teller.accepted({ ...teller.by(wuHao), type: "task.approve", data: task });
  teller.check("before", await tasksOf(teller), ["four"]);
  await teller.accepted({
    ...teller.from({ organization: host }),
    type: "person.resigned",
    data: { ...guWei, number: 1 },
  });
  out.done("The slip is made again, now with a task that nobody is named for: it is parked.");
  const { events } = await reinstated(teller);
  printSteps(events);
  const types = new Set<Event["type"]>(events.map(({ type }) => type));
  for (const type of BACK) teller.check(type, types.has(type), true);
  teller.check("after", await tasksOf(teller), ["four"]);
  out.done("Undone again, all of it is back, the task too.");
}

export async function noDeparture(teller: Teller): Promise<void> {
  out.heading("A departure that was none");
  await withSuccessor(teller);
  await withoutSuccessor(teller);
}

export async function badList(teller: Teller, folder: string): Promise<void> {
  out.heading("A list that lacks half the people");
  const { people } = await reported(folder);
  teller.check("people reported", people.length, SUPPLIERS[3].people);
  const half = people.slice(0, people.length / 2);
  const list = listed(teller, "half", { kind: "people", page: 0, pages: 1, people: half });
  const { events, notices } = await teller.accepted(list);
  const [held] = eventsOf(events, "reconciliation.held");
  teller.check("held", held?.data, {
    organization: yuelong,
    list: "half",
    people: people.length - half.length,
    departments: 0,
  });
  teller.check("who left", eventsOf(events, "person.resigned"), []);
  const [notice] = notices;
  teller.check("notice", notice?.kind, "DIRECTORY_RECONCILIATION_HELD");
  out.done(
    `Yuelong's export breaks off: a full list names ${half.length} of ${people.length}. ` +
      "It is held, and nobody leaves.",
  );
  if (notice !== undefined) out.aside(explainNotice(notice, "en").text);
  const settled = await teller.accepted({
    ...teller.by(admin(SUPPLIERS[3])),
    type: "reconciliation.discard",
    data: { organization: yuelong, list: ids.list("half") },
  });
  teller.check(
    "settled",
    settled.events.map(({ type }) => type),
    ["reconciliation.settled"],
  );
  const last = people.at(-1)?.person;
  if (last !== undefined) teller.check("Spaces", await spacesOf(teller, last), ["Supply chain"]);
  out.done("Its admin discards it: everybody is where they were.");
}

export async function emptyDepartment(teller: Teller, folder: string): Promise<void> {
  out.heading("A department that a list lacks");
  const { departments } = await reported(folder);
  const line = { department: returns, parent: null, name: "Returns 退货" };
  await teller.accepted({
    ...teller.from({ organization: yuelong }),
    type: "department.created",
    data: { organization: yuelong, ...line },
  });
  const send = (name: string, lines: Part<"departments">["departments"]) =>
    teller.accepted(
      listed(teller, name, { kind: "departments", page: 0, pages: 1, departments: lines }),
    );
  const lacking = await send("without-returns", departments);
  printSteps(lacking.events);
  teller.check(
    "dormant",
    eventsOf(lacking.events, "department.dormant").map(({ data }) => data.department),
    [returns],
  );
  teller.check("removed", eventsOf(lacking.events, "department.removed"), []);
  const [notice] = lacking.notices;
  teller.check("notice", notice?.kind, "DEPARTMENTS_MISSING");
  out.done("A list lacks Returns, in which there is nobody yet: it is dormant, and not removed.");
  if (notice !== undefined) out.aside(explainNotice(notice, "en").text);
  const whole = await send("with-returns", [...departments, line]);
  printSteps(whole.events);
  teller.check(
    "awake",
    eventsOf(whole.events, "department.awake").map(({ data }) => data.department),
    [returns],
  );
  out.done("The next list names it: it is awake, as if nothing had been.");
}
