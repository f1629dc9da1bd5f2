/** What a view holds of hierarchies: every answer to somebody who may know of a Trunk. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { tableEach } from "../../core/table.ts";
import type { EmploymentRecord } from "../../directory/model.ts";
import { actsInHierarchy } from "../../directory/select/authority.ts";
import type { Reading } from "../../queries/handler.ts";
import type { QueryType } from "../../queries/model.ts";
import { isAcquainted, reaches } from "../../spaces/select/trunks.ts";
import type { AnsweredQuestion, Topics } from "./areas.ts";

/** The questions about one's own organization. */
const own: readonly (QueryType & `hierarchy.${string}`)[] = [
  "hierarchy.trunks",
  "hierarchy.branches",
  "hierarchy.above",
  "hierarchy.below",
  "hierarchy.room",
];

/** Everybody in service, with their organizations. */
function everybody(tx: Reading): Identity[] {
  const found: Identity[] = [];
  tableEach(
    tx.table,
    (kind) => kind === "employment",
    (kind, owner, person, value) => {
      if (kind !== "employment" || !(value as EmploymentRecord).inService) return;
      found.push({ organization: owner as OrganizationId, person: person as PersonId });
    },
  );
  return found;
}

/** What is seen in the book of one Trunk, and why, as far as the viewer may ask for others. */
function inBook({ tx, viewer, ask }: Topics, trunk: OrganizationId): AnsweredQuestion[] {
  const there = everybody(tx).filter(
    ({ organization }) => organization === trunk || reaches(tx, trunk, organization),
  );
  const isAdmin = [trunk, viewer.organization].some((each) => actsInHierarchy(tx, viewer, each));
  const asked = (type: QueryType, about: object): AnsweredQuestion => {
    return { type, about, answer: ask(type, { viewer, ...about }) };
  };
  const lookers = isAdmin ? there : [viewer];
  return there.flatMap((target) => [
    asked("hierarchy.contact", { trunk, ...target }),
    ...lookers.map((looking) => asked("hierarchy.why", { trunk, looking, target })),
  ]);
}

/** The answers about what is above and below one's own organization, and about the books that it knows of. */
export function answersOfHierarchies(topics: Topics): AnsweredQuestion[] {
  const { tx, viewer, ask } = topics;
  const trunks: OrganizationId[] = [];
  tableEach(
    tx.table,
    () => false,
    (kind, owner) => {
      const trunk = owner as OrganizationId;
      if (kind === "trunk" && isAcquainted(tx, trunk, viewer.organization)) trunks.push(trunk);
    },
  );
  return [
    ...own.map((type) => ({ type, about: {}, answer: ask(type, { viewer }) })),
    ...trunks
      .sort()
      .flatMap((trunk) => [
        { type: "hierarchy.contact" as const, about: { trunk }, answer: known(topics, trunk) },
        ...inBook(topics, trunk),
      ]),
  ];
}

/** How a Trunk that one may know of answers a question about oneself. */
const known = ({ viewer, ask }: Topics, trunk: OrganizationId) =>
  ask("hierarchy.contact", { viewer, trunk, ...viewer });
