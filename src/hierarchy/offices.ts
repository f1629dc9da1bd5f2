/** What becomes of offices when whoever holds them leaves, or is back. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { identityText } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect } from "../core/rule.ts";
import { causedBy, emit, notify, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { givenBack, isUndone } from "../directory/select/kept.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { absentBy, type Leaving } from "../roster/select/absent.ts";
import { isInBook } from "../roster/select/book.ts";
import {
  holdersOfOffice,
  isNodeBelow,
  officeIsSet,
  officeKept,
  officeOfText,
  officesHeldBy,
  officesSetOn,
  officeText,
} from "../roster/select/offices.ts";
import { ticketWith } from "../spaces/select/trunks.ts";
import type { HierarchyEvents } from "./model.ts";
import type { Deciding, Reading } from "./select/hierarchy.ts";
import { officeHeir } from "./select/succession.ts";

type Resigned = EventOf<DirectoryEvents, "person.resigned">;

/** LIAISON-04: a leaver's offices of an organization pass to a successor, each of them, or the name is struck. */
function handOn(
  tx: Deciding,
  trunk: OrganizationId,
  from: Identity,
  because: "resigned" | "left",
  named: PersonId | null,
): void {
  for (const office of officesHeldBy(tx, from, trunk)) {
    const heir = officeHeir(tx, office, from, named);
    if (heir === null) emit(tx, "liaison.ended", { ...office, ...from, because });
    else emit(tx, "liaison.passed-on", { ...office, from, ...heir });
  }
}

/** The successor that the fact of somebody's resignation names in this step. */
function namedSuccessor(tx: Reading, { organization, person }: Identity): PersonId | null {
  const resigned = tx.events.find(({ type, data }) => {
    const left = data as Resigned["data"];
    return (
      type === "person.resigned" && left.organization === organization && left.person === person
    );
  });
  return (resigned?.data as Resigned["data"] | undefined)?.successor ?? null;
}

/** UNLINK-03: the offices of an organization are void at those that are above it no more. */
export const endOffices = effect(
  "UNLINK-03",
  (tx: Deciding, { data }: EventOf<HierarchyEvents, "lineage.changed">): void => {
    const { organization, above } = data;
    for (const [trunk] of readBefore(tx, "lineage", organization)?.above ?? []) {
      if (above.some((each) => each.organization === trunk)) continue;
      for (const [place, people] of officesSetOn(tx, trunk, organization)) {
        const office = officeOfText(`${trunk} ${organization} ${place}`);
        for (const [of, person] of people) {
          emit(tx, "liaison.ended", {
            ...office,
            ...{ organization: of, person, because: "unlinked" },
          });
        }
      }
    }
  },
);

/** LIAISON-04, BRANCH-06: whoever is present for an organization no more hands its offices over. */
export const leaveOffices = effect(
  ["LIAISON-04", "BRANCH-06"],
  (tx: Deciding, events: readonly Leaving[]): void => {
    for (const { trunk, identity, because, cause } of absentBy(tx, events)) {
      const named = because === "resigned" ? namedSuccessor(tx, identity) : null;
      causedBy(tx, cause, () => handOn(tx, trunk, identity, because, named));
    }
  },
);

/** LIAISON-04: and so does whoever resigns from the organization whose offices they are. */
export const leaveOwnOffices = effect("LIAISON-04", (tx: Deciding, { data }: Resigned): void => {
  const { organization, person, successor = null } = data;
  if (isUndone(tx, data)) return;
  handOn(tx, organization, { organization, person }, "resigned", successor);
});

/** RESIGN-07: whoever is back holds the offices again that nobody was appointed to since, in the same book. */
export const resumeOffices = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.reinstated">): void => {
    const { organization, person } = data;
    const identity = { organization, person };
    for (const [, , under, text, , since] of givenBack(tx, data, "office", tx.at, null)) {
      const office = officeOfText(text ?? "");
      const { trunk } = office;
      if (ticketWith(tx, trunk, organization) !== under || !isInBook(tx, trunk, data)) continue;
      if (officeKept(tx, office)?.[2] !== since) continue;
      const holders = holdersOfOffice(tx, office);
      if (holders.some((each) => identityText(each) === identityText(identity))) continue;
      const people = [...holders, identity];
      emit(tx, "liaison.assigned", { ...office, people, because: "reinstated" });
    }
  },
);

type Emptying = EventOf<HierarchyEvents, "liaison.assigned" | "liaison.ended">;

/** LIAISON-03: the admins of both sides know of each office that a step has left vacant, unless its node is void. */
export const noticesOfOffices = effect("LIAISON-03", (tx: Deciding): void => {
  const told = new Set<string>();
  for (const { type, data } of tx.events as readonly Emptying[]) {
    if (type !== "liaison.assigned" && type !== "liaison.ended") continue;
    const { trunk, role, node } = data;
    const office = officeText(data);
    const { organization, department } = node;
    if (told.has(office) || !isNodeBelow(tx, trunk, organization)) continue;
    const isSetSo = type === "liaison.assigned" && data.people.length === 0;
    if (holdersOfOffice(tx, data).length > 0 || !(isSetSo || officeIsSet(tx, data))) continue;
    told.add(office);
    const sides = [...new Set([trunk, organization])];
    const to = sides
      .filter((each) => liveOrganization(tx, each) !== null)
      .map((each) => ({ kind: "hierarchy-admins", organization: each }) as const);
    if (to.length === 0) continue;
    notify(tx, { kind: "LIAISON_VACANT", to, data: { trunk, role, organization, department } });
  }
});
