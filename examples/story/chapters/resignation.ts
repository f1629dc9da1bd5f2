/** One resignation that touches the Roster, a group, a license, a role and an open task at once. */
import type { Event, Identity } from "interorg";
import { HOST } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { host, linYue, maLi, supply, wuHao } from "../people.ts";
import type { Teller } from "../teller.ts";
import { an } from "./apps.ts";
import { hire } from "./day.ts";
import { start } from "./flows.ts";

export const guWei: Identity = { organization: host, person: ids.person("gu-wei") };

async function bind(teller: Teller): Promise<void> {
  await hire(teller, guWei.person, "Gu Wei 顾伟", "procurement-10");
  const unit = { kind: "host", organization: host } as const;
  await teller.accepted({
    ...teller.by(linYue),
    type: "license.grant",
    data: { unit, people: [guWei] },
  });
  await teller.accepted({
    ...teller.from({ organization: host }),
    type: "person.roles-changed",
    data: { ...guWei, number: 1, roles: [ids.role("quality-lead")] },
  });
  await teller.accepted({
    ...teller.by(maLi),
    type: "group.start",
    data: {
      space: supply,
      group: ids.group("deviations"),
      name: "Deviations",
      participants: [guWei, wuHao, an],
    },
  });
  const instance = ids.instance("three");
  await teller.accepted(start(teller, an, "three", true));
  await teller.accepted({
    ...teller.by(wuHao),
    type: "task.approve",
    data: { instance, task: 0 },
  });
  const { items } = await teller.ask<"flow.todo">({ type: "flow.todo", data: { viewer: guWei } });
  teller.check("Gu Wei's tasks", items.length, 1);
  out.done("Gu Wei is hired, licensed, leads quality, joins a group and has a task to decide.");
}

/** What an event says, in a few words. */
function words({ type, data }: Event): string {
  const named = data as {
    readonly [Name in "because" | "department" | "group" | "instance" | "space"]?: string;
  };
  const where = named.instance ?? named.group ?? named.space ?? named.department;
  const parts = [type, where, named.because].filter((part) => part !== undefined);
  return parts.join(", ");
}

/** A row for each event, with the one that caused it. */
export function printSteps(events: readonly Event[]): void {
  out.table(
    ["Step", "What happens", "because of"],
    events.map((event) => [
      String(event.seq),
      words(event),
      event.cause === null ? "the fact" : `step ${event.cause}`,
    ]),
  );
}

export async function oneResignation(teller: Teller): Promise<void> {
  out.heading("A resignation, step by step");
  await bind(teller);
  const preview = await teller.ask<"departure.preview">({
    type: "departure.preview",
    data: { viewer: linYue, person: guWei.person, successor: wuHao.person },
  });
  out.note(
    `Asked beforehand, the library says: ${preview.rosters.length} Roster, ` +
      `${preview.groups.length} group, ${preview.licenses.length} license, ` +
      `${preview.roles.length} role, ${preview.tasks.length} task for ${preview.tasks[0]?.to}.`,
  );
  const { events, notices } = await teller.accepted({
    ...teller.from({ organization: host }),
    type: "person.resigned",
    data: { ...guWei, number: 1, successor: wuHao.person },
  });
  printSteps(events);
  const types = new Set<string>(events.map(({ type }) => type));
  for (const type of [
    "person.resigned",
    "roster.left",
    "group.left",
    "license.released",
    "task.handed-over",
  ]) {
    teller.check(type, types.has(type), true);
  }
  const kinds = notices.map(({ kind }) => kind).sort();
  teller.check("notices", kinds, ["COUNTERPART_LEFT", "TASK_HANDED_OVER"]);
  const { items } = await teller.ask<"flow.todo">({ type: "flow.todo", data: { viewer: wuHao } });
  teller.check(
    "Wu Hao has it",
    items.some(({ instance }) => instance === "three"),
    true,
  );
  out.done(
    `${HOST.short} reports one fact: ${events.length} events in one step, ${notices.length} ` +
      "notices; nothing is left behind, and the task is Wu Hao's.",
  );
}
