/**
 * The full tree at work: apps that the top distributes, seats, liaisons and flows through them, and somebody
 * present for fifty organizations who has something at some of them.
 */
import type { Identity } from "../src/index.ts";
import { type Node, Telling, type Tree } from "./footprint-tree.ts";
import { factOf, newId } from "./footprint-world.ts";

/** Of the top: an app for everybody, one that it has not distributed, its flow, and its roles of liaisons. */
export const APP = newId<never>("b", 0);
export const DRAFT = newId<never>("b", 1);
export const FLOW = newId<never>("l", 0);
export const CLERK = newId<never>("r", 0);
export const WARDEN = newId<never>("r", 1);

/** At how many organizations above the busy one has something. */
export const HELD = 10;
/** How many open tasks the liaison of the town has, in flows of its villages. */
export const TASKS = 20;
/** How many of those below hold seats of the top, and how many rows there are of the town's villages. */
const SEATS = 2_000;
const ROWS = 200;
const BATCH = 100;

/** Somebody of an organization, by place of hire. */
export const someone = (node: Node, ordinal = 0): Identity => ({
  organization: node.id,
  person: (node.people.at(ordinal) as Node["people"][number]).person,
});

export const hierarchyUnit = ({ id }: Node) => ({ kind: "hierarchy", organization: id });

/** The tree at work. */
export interface BusyTree extends Tree {
  /** Hold seats of the top: Branches, the villages among them, and the end of the chain. */
  readonly seated: readonly Identity[];
  /** A Branch that may hold few, and holds none. */
  readonly limited: Node;
  /** Holds an office and a seat, and is in a group, of each of some organizations above. */
  readonly busy: Identity;
  readonly holding: readonly Node[];
}

/** A group of one's book, with one other. */
const started = (tell: Telling, trunk: Node, starter: Node, group: string, participant: Identity) =>
  tell.tell(
    tell.by(starter, "group.start", {
      ...{ trunk: trunk.id, group, name: "Group" },
      participants: [participant],
    }),
  );

/** A role of liaisons, and who holds it at an organization. */
function entrusted(tell: Telling, trunk: Node, node: Node, people: readonly Identity[]): void {
  const role = { trunk: trunk.id, role: CLERK };
  tell.tell(tell.by(trunk, "liaison.define", { ...role, name: "Clerk" }));
  tell.tell(
    tell.by(trunk, "liaison.assign", {
      ...{ ...role, people },
      node: { organization: node.id, department: null },
    }),
  );
}

function purchased(tell: Telling, { id }: Node, count: number): void {
  tell.tell(factOf(null, "license.purchased", { organization: id, purchased: count }));
}

/** Grants seats, in parts. */
function seat(tell: Telling, trunk: Node, people: readonly Identity[]): void {
  for (let i = 0; i < people.length; i += BATCH) {
    const some = people.slice(i, i + BATCH);
    tell.tell(tell.by(trunk, "license.grant", { unit: hierarchyUnit(trunk), people: some }));
  }
}

/** Makes it. */
export function busyTree(tree: Tree): BusyTree {
  const { policy, world, top, town, villages, direct, end, many, uppers } = tree;
  const tell = new Telling(policy, world);
  const by = (node: Node, type: string, data: object) => tell.tell(tell.by(node, type, data));
  const seated = [town, end, ...villages, ...direct.slice(2, SEATS - villages.length)].map((node) =>
    someone(node),
  );
  const limited = direct.at(-2) as Node;
  const busy = someone(many, 5);
  const holding = uppers.slice(-HELD);
  purchased(tell, top, SEATS * 2);
  for (const app of [APP, DRAFT]) by(top, "app.create", { app, name: "App" });
  by(top, "app.publish", { trunk: top.id, app: APP, autoInstall: true });
  by(top, "app.permit", {
    ...{ trunk: top.id, app: APP },
    permissions: [{ for: { levels: [1] }, rows: "below" }, { rows: "organization" }],
  });
  entrusted(tell, top, top, [someone(top)]);
  by(top, "liaison.define", { trunk: top.id, role: WARDEN, name: "Warden" });
  by(top, "flow.define", {
    ...{ app: APP, flow: FLOW },
    steps: [{ approvers: [{ kind: "liaison", role: CLERK }], mode: "any" }],
  });
  by(top, "license.grant", {
    unit: { kind: "host", organization: top.id },
    people: [someone(top)],
  });
  seat(tell, top, seated);
  const limit = { unit: hierarchyUnit(top), branch: limited.id, limit: 5 };
  by(top, "license.limit", limit);
  for (let i = 0; i < ROWS; i += 1) {
    const village = villages[i % villages.length] as Node;
    const rows = [{ row: newId("w", i) }];
    by(village, "form.submit", { trunk: top.id, app: APP, rows });
  }
  // Who decides for the villages, with as many tasks; the end of the chain finds the top's own.
  const clerk = someone(town, 1);
  entrusted(tell, top, town, [clerk]);
  seat(tell, top, [clerk]);
  for (let i = 0; i < TASKS; i += 1) {
    const run = { flow: FLOW, instance: newId("n", i), row: newId("x", i) };
    by(villages[i % villages.length] as Node, "flow.start", { trunk: top.id, app: APP, ...run });
  }
  started(tell, top, top, newId("g", 0), someone(town));
  for (const [i, trunk] of holding.entries()) {
    purchased(tell, trunk, 10);
    seat(tell, trunk, [busy]);
    entrusted(tell, trunk, many, [busy]);
    started(tell, trunk, trunk, newId("g", i + 1), busy);
  }
  return { ...tree, world: tell.world, seated, limited, busy, holding };
}
