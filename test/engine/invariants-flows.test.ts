/** Every invariant of flows finds what it is there to find. */
import { describe, expect, test } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy, type RecordKind, type Records, type World } from "../../src/index.ts";
import type { Play } from "../../src/testing/index.ts";
import {
  approve,
  copy,
  countersign,
  define,
  identity,
  office,
  reject,
  start,
  step,
  transfer,
  type Who,
  withdraw,
} from "../support/flows.ts";
import { type Change, corrupted, without } from "./corrupting.ts";

const a1: Who = ["A", "a1"];
const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const c1: Who = ["C", "c1"];

/**
 * In `i` tasks 0 (a1, open), 1 (b2, held by the sequence), 2 (both, after 0), 3 (b3, beside 0), 4 (b1,
 * before 3, which is held), with a long history; in `parked` task 0 waits for B's admins; `done` is
 * approved and `back` withdrawn. `vote` needs one approval more of c1: b2 has approved, and a1 fell with 3, who was
 * added beside, as did 4.
 */
function sound(): Play {
  const p = office();
  define(p, [step("sequence", a1, b2), step("all", b2)]);
  start(p, b1, "i");
  countersign(p, a1, 0, "after", ["B", "both"]);
  countersign(p, a1, 0, "parallel", ["B", "b3"]);
  countersign(p, ["B", "b3"], 3, "before", b1);
  for (let i = 0; i < 40; i += 1) copy(p, a1, 0, b1, b2);
  define(p, [step("all", ["C", "c2"], c1)]);
  start(p, c1, "parked");
  p.resign("C", "c2");
  define(p, [step({ vote: { approvals: 2 } }, a1, b2, c1)]);
  start(p, b1, "vote");
  const people = [identity(["B", "b3"]), identity(["B", "both"])];
  p.command(a1, "task.countersign", { instance: "vote", task: 0, place: "parallel", people });
  approve(p, b2, 1, undefined, "vote");
  reject(p, ["B", "b3"], 3, undefined, "vote");
  define(p, [step("any", c1)]);
  start(p, b2, "done");
  transfer(p, c1, 0, ["B", "b3"], "done");
  approve(p, ["B", "b3"], 0, undefined, "done");
  start(p, b2, "back");
  withdraw(p, b2, "back");
  return p;
}

const world = sound().world();
const found = (other: World): string[] =>
  invariants(other, defaultPolicy, { size: true }).map(({ rule }) => rule);

/** Changes a record, and names a rule that this breaks. */
function finds<Kind extends RecordKind>(
  what: string,
  rule: string,
  kind: Kind,
  [owner, own = ""]: readonly [string, string?],
  change: Change<Kind>,
): void {
  test(`${what} is found`, () => {
    expect(found(corrupted(world, kind, owner, own, change))).toContain(rule);
  });
}

finds("a Host that ended before its instances", "HAND-05", "organization", ["A"], (each) => ({
  ...each,
  ended: true,
}));
finds("a holder of an organization that ended", "HAND-02", "organization", ["B"], (each) => ({
  ...each,
  ended: true,
}));
finds("an instance that runs and is not listed", "HAND-05", "running", ["A", "0"], () => null);
finds("an instance listed that has ended", "HAND-05", "instance", ["i"], (each) => ({
  ...each,
  status: "terminated",
}));

test("the World they start from is sound", () => {
  expect(found(world)).toEqual([]);
});

const task = (change: Partial<Records["task"]>) => (each: Records["task"]) => ({
  ...each,
  ...change,
});
const instance = (change: Partial<Records["instance"]>) => (each: Records["instance"]) => ({
  ...each,
  ...change,
});
const who = ([organization, person]: Who) => ({ organization, person }) as never;

describe("of tasks", () => {
  finds("an open task that is not listed", "STRUCTURE", "opened", ["i", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds(
    "a task at another place than listed",
    "STRUCTURE",
    "task",
    ["i", "0"],
    task({ ticket: 9 }),
  );
  finds("a task that is missing", "STRUCTURE", "instance", ["i"], instance({ tasks: 9 }));
  finds("an end with open tasks", "STRUCTURE", "instance", ["i"], instance({ status: "approved" }));
  finds("a task that does not wait", "FLOW-11", "task", ["i", "3"], task({ status: "open" }));
  finds("a task that waits for nothing", "FLOW-11", "task", ["i", "4"], task({ status: "held" }));
  finds("a wait after what is closed", "FLOW-11", "task", ["i", "0"], task({ status: "approved" }));
  finds("a miscounted step", "FLOW-11", "instance", ["i"], instance({ missing: 1 }));
  finds("a miscount before a task", "FLOW-11", "task", ["i", "3"], task({ before: 2 }));
  finds("a miscount beside a task", "FLOW-11", "task", ["i", "0"], task({ rest: 1 }));
  finds("a task that comes after and is forgotten", "FLOW-11", "task", ["i", "0"], (each) => ({
    ...each,
    after: [],
  }));
});

describe("of votes", () => {
  finds("a vote miscounted", "FLOW-11", "instance", ["vote"], instance({ missing: 2 }));
  finds("a vote that needs fewer", "FLOW-11", "instance", ["vote"], instance({ needed: 0 }));
  finds("what needs nothing and counts", "FLOW-11", "instance", ["i"], instance({ needed: 1 }));
  finds("a vote that needs more", "FLOW-11", "definition", ["x", "3/f"], ({ steps }) => ({
    steps: steps.map((each) => ({ ...each, mode: { vote: { approvals: 3 } } })),
  }));
  test("a vote that is decided and goes on is found", () => {
    const more = corrupted(world, "instance", "vote", "", instance({ needed: 2 }));
    const other = corrupted(more, "definition", "x", "3/f", ({ steps }) => ({
      steps: steps.map((each) => ({ ...each, mode: { vote: { approvals: 3 } } })),
    }));
    const said = invariants(other, defaultPolicy, { size: true }).map(({ what }) => what);
    expect(said).toEqual(['["vote"] goes on with a step that is decided']);
  });
});

describe("of those who hold tasks", () => {
  finds("a holder who left", "HAND-02", "task", ["i", "0"], task({ holder: who(["C", "c2"]) }));
  finds("a holder not added", "HAND-02", "task", ["i", "3"], task({ holder: who(["B", "off"]) }));
  finds("a holder whose organization left", "HAND-02", "association", ["s", "B"], () => null);
  finds("a task parked nowhere", "HAND-02", "task", ["parked", "0"], task({ parked: null }));
  finds("a closed task still parked", "HAND-02", "task", ["done", "0"], task({ parked: 5 }));
  finds("a parked task not listed", "HAND-02", "parked", ["C", "0"], () => ({ entries: [] }));
  finds("a list of parked tasks that is gone", "HAND-02", "parking", ["C"], () => null);
  finds("a parked task of another home", "HAND-02", "task", ["parked", "0"], (each) => ({
    ...each,
    home: "A" as never,
  }));
  finds("a holder who is not bound", "HAND-02", "bound", ["A", "a1"], (each) => ({
    ...each,
    near: each.near.filter(([kind]) => kind !== "tasks"),
  }));
  finds("somebody bound to another's task", "HAND-02", "bound", ["A", "a1"], (each) => ({
    ...each,
    near: each.near.map((tie) =>
      tie[0] === "tasks" ? [tie[0], tie[1], tie[2], tie[3], [0, 1]] : tie,
    ),
  }));
  finds("a holder who has no ties", "HAND-02", "bound", ["A", "a1"], () => null);
});

describe("of history and boundary", () => {
  finds("another initiator", "FLOW-06", "instance", ["i"], instance({ initiator: who(b2) }));
  finds("a history cut short", "FLOW-06", "steps", ["i", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("an anchor without its Space", "FLOW-06", "instance", ["i"], instance({ space: null }));
  finds("another Host", "FLOW-06", "instance", ["i"], instance({ host: "C" as never }));
  finds("an app of another Host", "FLOW-06", "app", ["x"], (each) => ({
    ...each,
    owner: { kind: "organization", organization: "C" as never },
  }));
  finds("somebody chosen outside the boundary", "FLOW-04", "steps", ["i", "0"], (each) => ({
    entries: each.entries.map((line) =>
      line[1] === "task.countersigned" ? [line[0], line[1], line[2], who(c1), line[4]] : line,
    ),
  }));
  finds("a start without its row", "HAND-04", "row", ["x", "row-i"], () => null);
});

describe("of lists", () => {
  finds("a start that is not listed", "STRUCTURE", "started", ["B", "0/b2"], (each) => ({
    entries: without(each.entries),
  }));
  finds("somebody who has started nothing", "STRUCTURE", "bound", ["C", "c1"], (each) => ({
    ...each,
    started: { next: 0, count: 0, pages: [] },
  }));
  finds("a task handled that was none", "STRUCTURE", "handled", ["B", "0/b3"], (each) => ({
    entries: each.entries.map(([ticket, id]) => [ticket, id, 7]),
  }));
  finds("a start by nobody known", "STRUCTURE", "bound", ["B", "b2"], () => null);
  finds("a page of starts left behind", "STRUCTURE", "started", ["B", "3/b2"], () => ({
    entries: [],
  }));
  finds("a page of tasks left behind", "STRUCTURE", "opened", ["done", "0"], () => ({
    entries: [],
  }));
  finds("a page of history left behind", "STRUCTURE", "steps", ["i", "9"], () => ({ entries: [] }));
  finds("a page of parked tasks left behind", "HAND-02", "parked", ["B", "0"], () => ({
    entries: [],
  }));
  finds("a task of no instance", "STRUCTURE", "task", ["none", "0"], () => ({
    step: 0,
    origin: "rule",
    holder: null,
    home: "A" as never,
    status: "approved",
    ticket: 0,
    path: [],
    before: 0,
    rest: 0,
    after: [],
    parked: null,
    touched: false,
  }));
  finds("a definition of no flow", "STRUCTURE", "definition", ["x", "9/f"], () => ({ steps: [] }));
  finds("an instance without definition", "STRUCTURE", "definition", ["x", "1/f"], () => null);
});

test("an instance none of whose tasks is open is found", () => {
  let other = corrupted(world, "task", "i", "0", task({ status: "held" }));
  other = corrupted(other, "task", "i", "4", task({ status: "held" }));
  expect(found(other)).toContain("FLOW-11");
});
