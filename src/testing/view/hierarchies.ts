/** What a view holds of hierarchies: every answer to somebody who may know of a Trunk. */
import type { DistributionRecord } from "../../apps/model.ts";
import { isCovered } from "../../apps/select/below.ts";
import type { AppId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { tableEach } from "../../core/table.ts";
import type { EmploymentRecord } from "../../directory/model.ts";
import { actsInHierarchy } from "../../directory/select/authority.ts";
import type { Reading } from "../../queries/handler.ts";
import type { QueryType } from "../../queries/model.ts";
import { isInBook } from "../../roster/select/book.ts";
import { isAcquainted, reaches } from "../../spaces/select/trunks.ts";
import { type AnsweredQuestion, asked, ofApp, ofGroups, ownApps, type Topics } from "./areas.ts";
import { answersOfLiaisons } from "./liaisons.ts";

/** The questions about one's own organization, for its Hierarchy admins. */
const own: readonly QueryType[] = [
  "hierarchy.trunks",
  "hierarchy.branches",
  "hierarchy.above",
  "hierarchy.below",
  "hierarchy.room",
  "hierarchy.one-way",
  "license.by-branch",
];

/** Whether somebody acts for an organization in hierarchies. */
const administers = ({ tx, viewer }: Topics, organization: OrganizationId): boolean =>
  viewer.as === undefined && actsInHierarchy(tx, viewer, organization);

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
function inBook(topics: Topics, trunk: OrganizationId): AnsweredQuestion[] {
  const { tx, viewer } = topics;
  const there = everybody(tx).filter(
    ({ organization }) => organization === trunk || reaches(tx, trunk, organization),
  );
  const isTrunks = administers(topics, trunk);
  const isOwn = administers(topics, viewer.organization);
  const ofOwn = there.filter(({ organization }) => organization === viewer.organization);
  const lookers = isTrunks ? there : isOwn ? ofOwn : [viewer];
  const looksInside = isInBook(tx, trunk, viewer);
  return [
    ...(looksInside ? [asked(topics, "hierarchy.contacts", { trunk })] : []),
    ...there.flatMap((target) => [
      ...(looksInside ? [asked(topics, "hierarchy.contact", { trunk, ...target })] : []),
      ...lookers.map((looking) => asked(topics, "hierarchy.why", { trunk, looking, target })),
    ]),
    ...answersOfLiaisons(topics, trunk, there),
  ];
}

/** What a Trunk distributes: to whom, for its admins; whether to themselves, for those of organizations below. */
function distributed(topics: Topics): AnsweredQuestion[] {
  const { tx, viewer } = topics;
  const found: AnsweredQuestion[] = [];
  const { organization } = viewer;
  tableEach(
    tx.table,
    (kind) => kind === "distribution",
    (kind, owner, app, value) => {
      if (kind !== "distribution") return;
      const place = { trunk: owner as OrganizationId, app: app as AppId };
      const record = value as DistributionRecord;
      const type = "app.covered";
      if (place.trunk === organization) {
        if (administers(topics, organization)) found.push(asked(topics, type, place));
      } else if (record.published && reaches(tx, place.trunk, organization)) {
        // By what they may install, and by whose it is to govern.
        const answer = isCovered(tx, place, record, organization);
        found.push({ type, about: place, answer: answer as never }, ...ofApp(topics, place));
      }
    },
  );
  return found;
}

/** Who holds seats of one's own Hierarchy unit, and what is chosen there of organizations that one reaches. */
function seats(topics: Topics, reached: readonly OrganizationId[]): AnsweredQuestion[] {
  const unit = { kind: "hierarchy", organization: topics.viewer.organization } as const;
  return [
    asked(topics, "license.accounts", { unit }),
    ...reached.map((organization) => asked(topics, "license.automatic", { unit, organization })),
  ];
}

/** What the apps of one's own organization may read of those that it reaches. */
function readable(topics: Topics, reached: readonly OrganizationId[]): AnsweredQuestion[] {
  return ownApps(topics).flatMap((app) =>
    reached.map((organization) => asked(topics, "share.readable", { app, organization })),
  );
}

/** The organizations that one's own reaches. */
export function reachedFrom(tx: Reading, upper: OrganizationId): OrganizationId[] {
  const reached: OrganizationId[] = [];
  tableEach(
    tx.table,
    () => false,
    (kind, owner) => {
      const below = owner as OrganizationId;
      if (kind === "lineage" && reaches(tx, upper, below)) reached.push(below);
    },
  );
  return reached.sort();
}

/**
 * The Trunks that an organization is acquainted with, and itself if it has liaison roles. Nobody learns in the
 * book of one that is above nothing what colleagues may not know.
 */
export function trunksKnown(tx: Reading, organization: OrganizationId): OrganizationId[] {
  const trunks = new Set<OrganizationId>();
  tableEach(
    tx.table,
    () => false,
    (kind, owner) => {
      const trunk = owner as OrganizationId;
      const isOne = kind === "trunk" || kind === "liaisons";
      if (isOne && isAcquainted(tx, trunk, organization)) trunks.add(trunk);
    },
  );
  return [...trunks].sort();
}

/**
 * The answers about what is above and below one's own organization, and about the books that it knows of. Who
 * may ask is said here once more, so that an answer to others is none of what they may see.
 */
export function answersOfHierarchies(topics: Topics): AnsweredQuestion[] {
  const { tx, viewer } = topics;
  const { organization } = viewer;
  const reached = reachedFrom(tx, organization);
  const manages = administers(topics, organization);
  return [
    asked(topics, "app.center"),
    ...(manages ? own.map((type) => asked(topics, type)) : []),
    ...(manages ? seats(topics, reached) : []),
    ...distributed(topics),
    ...(viewer.as === undefined ? readable(topics, reached) : []),
    ...trunksKnown(tx, organization).flatMap((trunk) => [
      // How a Trunk that one may know of answers about oneself.
      asked(topics, "hierarchy.contact", { trunk, ...viewer }),
      asked(topics, "app.center", { trunk }),
      ...(manages
        ? [asked(topics, "admin.scope", { trunk }), asked(topics, "admin.roster", { trunk })]
        : []),
      ...(administers(topics, trunk)
        ? [
            asked(topics, "admin.applications", { trunk }),
            asked(topics, "admin.invitations", { trunk }),
          ]
        : []),
      ...ofGroups(topics, { trunk }),
      ...inBook(topics, trunk),
    ]),
  ];
}
