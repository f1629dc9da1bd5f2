/** Somebody on a Roster resigned: those who worked with them know at once. */
import type { GroupId, SpaceId } from "../core/ids.ts";
import type { Identity, Recipient, TaskOf } from "../core/notice.ts";
import { effect } from "../core/rule.ts";
import { notify, want } from "../core/transaction.ts";
import type { FlowsEvents } from "../flows/model.ts";
import { type FlowsTx, instanceOf, sameIdentity } from "../flows/select/flows.ts";
import { initiatorsOfTasksLeft } from "../flows/select/left.ts";

/** What somebody left by resigning. */
interface Left {
  readonly identity: Identity;
  readonly spaces: SpaceId[];
  readonly groups: (readonly [SpaceId, GroupId])[];
}

/** Everybody who resigned from a Roster in this step, with the groups they left, in order. */
function resigned(tx: FlowsTx): Left[] {
  const all: Left[] = [];
  const of = ({ organization, person }: Identity): Left | undefined =>
    all.find(({ identity }) => sameIdentity(identity, { organization, person }));
  for (const { type, data } of tx.events) {
    if (type === "roster.left") {
      const { space, organization, person, because } = data as FlowsEvents["roster.left"];
      if (because !== "resigned") continue;
      const known = of({ organization, person });
      if (known !== undefined) known.spaces.push(space);
      else all.push({ identity: { organization, person }, spaces: [space], groups: [] });
    }
    if (type === "group.left") {
      const left = data as FlowsEvents["group.left"];
      if (left.because === "resigned") of(left)?.groups.push([left.space, left.group]);
    }
  }
  return all;
}

/**
 * Who is told: the admins of both sides, the groups left, which the leaver is no longer in, and those
 * who wait for the leaver's work. Roles are looked up at delivery, and nobody is told twice.
 */
function recipients(tx: FlowsTx, { identity, spaces, groups }: Left): Recipient[] {
  return [
    ...spaces.map((space): Recipient => ({ kind: "space-admins", space })),
    { kind: "authorized-admins", organization: identity.organization },
    ...groups.map(([space, group]): Recipient => ({ kind: "group-participants", space, group })),
    ...initiatorsOfTasksLeft(tx, identity).map(
      (initiator): Recipient => ({ kind: "person", ...initiator }),
    ),
  ];
}

/** Asks in one round for whoever may have to be told of the tasks that were left. */
function wantInitiators(tx: FlowsTx, leavers: readonly Left[]): void {
  if (!tx.ahead) return;
  const left = tx.events.filter(({ type, data }) => {
    if (type !== "task.handed-over" && type !== "task.parked") return false;
    const { from } = data as FlowsEvents["task.handed-over" | "task.parked"];
    return leavers.some(({ identity }) => sameIdentity(from, identity));
  });
  want(
    tx,
    left.flatMap(({ data }) => {
      const { organization, person } = instanceOf(tx, (data as TaskOf).instance).initiator;
      return [
        ["employment", organization, person],
        ["organization", organization, ""],
      ] as const;
    }),
  );
}

/** RESIGN-01, HAND-01: one notice for each identity that resigned from a Roster; never to itself. */
export const noticesOfLeaving = effect(["RESIGN-01", "HAND-01"], (tx: FlowsTx): void => {
  const leavers = resigned(tx);
  wantInitiators(tx, leavers);
  for (const left of leavers) {
    const { identity, spaces } = left;
    const data = { identity, spaces };
    notify(tx, { kind: "COUNTERPART_LEFT", to: recipients(tx, left), data });
  }
});
