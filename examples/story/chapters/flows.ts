/** The page's two scenarios of routing, told with user a and user b. */
import type { Identity, OrganizationId } from "interorg";
import { SUPPLIERS } from "../cast.ts";
import * as ids from "../ids.ts";
import * as out from "../output.ts";
import { heYing, host, linYue, supply, wuHao } from "../people.ts";
import type { Teller } from "../teller.ts";
import { an, portal } from "./apps.ts";

const jiangnan = ids.organization(SUPPLIERS[0].id);
export const deviation = ids.flow("deviation");

/** He Ying, who works for both. */
const asHost: Identity = { organization: host, person: heYing };
const asJiangnan: Identity = { organization: jiangnan, person: heYing };
const colleague: Identity = { organization: jiangnan, person: ids.person("jiangnan-002") };

async function define(teller: Teller): Promise<void> {
  await teller.accepted({
    ...teller.by(linYue),
    type: "flow.define",
    data: {
      app: portal,
      flow: deviation,
      steps: [
        { mode: "any", approvers: [{ kind: "person", ...wuHao }] },
        { mode: "all", approvers: [{ kind: "role", role: ids.role("quality-lead"), of: "host" }] },
      ],
    },
  });
  for (const [unit, people] of [
    [{ kind: "host", organization: host }, [wuHao, asHost]],
    [{ kind: "space", space: supply }, [asJiangnan]],
  ] as const) {
    await teller.accepted({ ...teller.by(linYue), type: "license.grant", data: { unit, people } });
  }
  out.done("The Host defines a flow: Wu Hao first, then whoever leads quality.");
}

/** Starts the flow, downstream or for the Host. */
export function start(teller: Teller, by: Identity, name: string, downstream: boolean) {
  return {
    ...teller.by(by),
    type: "flow.start" as const,
    data: {
      app: portal,
      flow: deviation,
      instance: ids.instance(name),
      row: ids.row(name),
      ...(downstream ? { space: supply } : {}),
    },
  };
}

/** The organizations of those whom the holder of a task may choose, with how many of each. */
async function candidates(teller: Teller, name: string): Promise<Map<OrganizationId, number>> {
  const found = new Map<OrganizationId, number>();
  for (let after: string | null = ""; after !== null; ) {
    const from: { after?: string } = after === "" ? {} : { after };
    const page = await teller.ask<"flow.routing-candidates">({
      type: "flow.routing-candidates",
      data: { viewer: wuHao, instance: ids.instance(name), limit: 500, ...from },
    });
    for (const { organization } of page.items) {
      found.set(organization, (found.get(organization) ?? 0) + 1);
    }
    after = page.next;
  }
  return found;
}

async function scenarioOne(teller: Teller): Promise<void> {
  out.note("Scenario one: a works for Jiangnan only.");
  await teller.refused(
    start(teller, { ...an, organization: host }, "as-host", false),
    "ACTING_ORG_INVALID",
    "a starts in the name of the Host",
  );
  await teller.accepted(start(teller, an, "one", true));
  const found = await candidates(teller, "one");
  teller.check("only Jiangnan's", [...found.keys()], [jiangnan]);
  out.done(
    `a starts as Jiangnan's: ${found.get(jiangnan)} people to choose from, all of Jiangnan.`,
  );
  const task = { instance: ids.instance("one"), task: 0 };
  await teller.refused(
    { ...teller.by(wuHao), type: "task.transfer", data: { ...task, to: linYue } },
    "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG",
    "Wu Hao transfers his task to a colleague of the Host's",
  );
  await teller.accepted({
    ...teller.by(wuHao),
    type: "task.countersign",
    data: { ...task, place: "before", people: [colleague] },
  });
  out.done("Wu Hao asks somebody of Jiangnan's to sign before him: accepted.");
}

async function scenarioTwo(teller: Teller): Promise<void> {
  out.note("Scenario two: He Ying, as b, works for both.");
  await teller.accepted(start(teller, asHost, "two-host", false));
  await teller.accepted(start(teller, asJiangnan, "two-jiangnan", true));
  const forHost = await candidates(teller, "two-host");
  const forJiangnan = await candidates(teller, "two-jiangnan");
  teller.check("in the Host's name", [...forHost.keys()], [host]);
  teller.check("in Jiangnan's name", [...forJiangnan.keys()], [jiangnan]);
  out.table(
    ["b starts for", "whom a task may go to", "how many"],
    [
      ["the Host", "the Host's directory", forHost.get(host) ?? 0],
      ["Jiangnan", "Jiangnan's people in the Space", forJiangnan.get(jiangnan) ?? 0],
    ],
  );
  out.done("Two instances of one person at the same time, each with a boundary of its own.");
}

export async function flowsStayHome(teller: Teller): Promise<void> {
  out.heading("Whom a running flow may be passed to");
  await define(teller);
  await scenarioOne(teller);
  await scenarioTwo(teller);
}
