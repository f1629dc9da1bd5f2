/** Held lists are confirmed or discarded, and departments that lists lack removed. */
import type { InputId, OrganizationId } from "../../core/ids.ts";
import { listAdmin } from "./admins.ts";
import { findDepartment, removeDepartment } from "./departments.ts";
import { takeStep } from "./list-steps.ts";
import { pass } from "./passing.ts";
import { endEmployment, latest } from "./people.ts";
import { whichApplyTo } from "./rank.ts";
import type { Handler, Handlers, InputOf, World } from "./state.ts";
import type { FullList } from "./state-lists.ts";
import { listNamed } from "./vocabulary-lists.ts";

type HeldType = "reconciliation.confirm" | "reconciliation.discard";

interface About {
  readonly organization: OrganizationId;
  readonly reconciliation: InputId;
}

/** The list that a command is about, if it is held. */
function heldList({ state }: World, data: About): FullList | undefined {
  return state.fullLists.find(
    (each) =>
      each.organization === data.organization &&
      each.list === listNamed(data) &&
      each.status === "held",
  );
}

/** A page without an id is held no longer. */
function drop({ state }: World, { organization, reconciliation }: About): void {
  state.held = state.held.filter(
    (held) => held.organization !== organization || held.reconciliation !== reconciliation,
  );
}

function confirmPage(world: World, { organization, reconciliation }: About, at: number): void {
  const held = world.state.held.find(
    (each) => each.organization === organization && each.reconciliation === reconciliation,
  );
  drop(world, { organization, reconciliation });
  for (const { person, number } of held?.people ?? []) {
    const employment = latest(world.state, organization, person);
    if (employment?.inService !== true || employment.number !== number) continue;
    endEmployment(world, employment, at);
  }
}

function confirm(world: World, { data, at }: InputOf<"reconciliation.confirm">): void {
  if (listNamed(data) === null) {
    confirmPage(world, data, at);
    return;
  }
  const list = heldList(world, data);
  if (list === undefined) return;
  list.status = "complete";
  world.outbox.push(...takeStep(world, list, at));
}

function discard(world: World, { data }: InputOf<"reconciliation.discard">): void {
  drop(world, data);
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
