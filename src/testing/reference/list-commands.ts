/** Held lists are confirmed or discarded, and departments that lists lack removed. */
import { listAdmin } from "./admins.ts";
import { absorbHeld } from "./changes.ts";
import { findDepartment, removeDepartment } from "./departments.ts";
import { takeStep } from "./list-steps.ts";
import { pass } from "./passing.ts";
import { whichApplyTo } from "./rank.ts";
import type { Handler, Handlers, InputOf, World } from "./state.ts";
import type { FullList, HeldChange } from "./state-lists.ts";

type HeldType = "reconciliation.confirm" | "reconciliation.discard";

/** The list that a command is about, if it is held. */
function heldList({ state }: World, data: InputOf<HeldType>["data"]): FullList | undefined {
  return state.fullLists.find(
    (each) =>
      "list" in data &&
      each.organization === data.organization &&
      each.list === data.list &&
      each.status === "held",
  );
}

/** Takes out what is held of the fact that a command is about. */
function heldChanges({ state }: World, data: InputOf<HeldType>["data"]): HeldChange[] {
  const isMeant = (each: HeldChange) =>
    "fact" in data && each.organization === data.organization && each.fact === data.fact;
  const held = state.heldChanges.filter(isMeant);
  state.heldChanges = state.heldChanges.filter((each) => !isMeant(each));
  return held;
}

function confirm(world: World, { data, at, id }: InputOf<"reconciliation.confirm">): void {
  world.outbox.push(...absorbHeld(world, heldChanges(world, data), { id, at }));
  const list = heldList(world, data);
  if (list === undefined) return;
  list.status = "complete";
  world.outbox.push(...takeStep(world, list, at));
}

function discard(world: World, { data }: InputOf<"reconciliation.discard">): void {
  heldChanges(world, data);
  const list = heldList(world, data);
  if (list !== undefined) list.status = "settled";
}

const confirmRemoval: Handler<InputOf<"department.confirm-removal">> = {
  codes: (world, { by, data: { organization, departments } }) =>
    whichApplyTo(listAdmin(world, by, organization), [
      [
        "UNKNOWN_DEPARTMENT",
        departments.some((id) => findDepartment(world.state, organization, id) === undefined),
      ],
    ]),
  effect: (world, { at, data: { organization, departments } }) => {
    for (const [index, id] of departments.entries()) {
      const department = findDepartment(world.state, organization, id);
      if (department === undefined || department.dormant === null) {
        pass(world, { kind: "department", id, index, reason: "already-so" });
      } else removeDepartment(world, department, at);
    }
  },
};

/** The commands about lists; one that is held no more makes them quiet. */
export const listCommands: Handlers<HeldType | "department.confirm-removal"> = {
  "reconciliation.confirm": {
    codes: (world, { by, data }) => listAdmin(world, by, data.organization),
    effect: confirm,
  },
  "reconciliation.discard": {
    codes: (world, { by, data }) => listAdmin(world, by, data.organization),
    effect: discard,
  },
  "department.confirm-removal": confirmRemoval,
};
