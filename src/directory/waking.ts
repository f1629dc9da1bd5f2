/** Dormant departments that turn out to be there. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect } from "../core/rule.ts";
import { causedBy, emit, independently, read } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { DepartmentRecord, DirectoryEvents } from "./model.ts";

/** Whether a department is dormant by a list that is older than this. */
export const isAsleep = ({ dormant }: DepartmentRecord, at: number): boolean =>
  dormant !== undefined && at > dormant;

/** DIR-10: a department is no longer dormant, nor is what is above it. */
export const wake = effect(
  "DIR-10",
  (tx: Deciding, organization: OrganizationId, department: DepartmentId): void => {
    for (let each: DepartmentId | null = department; each !== null; ) {
      const record: DepartmentRecord | null = read(tx, "department", organization, each);
      // What is above one that is awake is so too.
      if (record?.dormant === undefined) return;
      emit(tx, "department.awake", { organization, department: each });
      each = record.parent;
    }
  },
);

type Placing = EventOf<
  DirectoryEvents,
  | "department.created"
  | "department.moved"
  | "person.hired"
  | "person.reinstated"
  | "person.relocated"
>;

/** The departments that an event puts somebody, or another department, into. */
function entered({ data }: Placing): readonly DepartmentId[] {
  if ("departments" in data) return data.departments;
  return data.parent === null ? [] : [data.parent];
}

/** Whether what is put somewhere is dormant itself. */
const sleepsItself = (tx: Deciding, { type, data }: Placing): boolean =>
  type === "department.moved" &&
  read(tx, "department", data.organization, data.department)?.dormant !== undefined;

/** DIR-10: the departments that somebody, or another department, has come into are awake. */
export const wakeEntered = effect("DIR-10", (tx: Deciding, events: readonly Placing[]): void => {
  independently(tx, events, (event) => {
    if (sleepsItself(tx, event)) return;
    causedBy(tx, event.seq, () => {
      for (const department of entered(event)) wake(tx, event.data.organization, department);
    });
  });
});
