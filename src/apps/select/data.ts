/** Who may see which of an app's data: the Host all of it, others as far as the Host permits. */
import type { AppId, NodeId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Doer, Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { independently, read } from "../../core/transaction.ts";
import { keyAsked } from "../../directory/select/aliases.ts";
import { employmentOf } from "../../directory/select/under.ts";
import {
  actsAsMember,
  memberInBook,
  nodesLedBy,
  nodesOfMember,
  wardsOf,
} from "../../industry/select/book.ts";
import { type Acting, doorOf } from "../../licenses/select/holding.ts";
import { reaches } from "../../spaces/select/trunks.ts";
import type { KeptPermission, Range, RowsPage, TrunkRange } from "../model.ts";
import type { Reading } from "./apps.ts";
import { covers } from "./audience.ts";
import { coversByList, permissionsBelow } from "./below.ts";

/** Rows for which all that is named holds. */
interface RowTerms {
  readonly submitter?: Doer & { readonly under: number | null };
  /** Of an industry book, as of a time in it (INDUSTRY-04). */
  readonly owner?: Identity & { readonly under: number };
  /** Of whoever is in one of them now (INDUSTRY-04). */
  readonly nodes?: readonly NodeId[];
  readonly organization?: OrganizationId;
  readonly space?: SpaceId;
  /** Of the organization, or of one that it reaches. */
  readonly below?: OrganizationId;
  readonly labels?: readonly string[];
}

/** Which rows somebody may see: all, or those for which any of the terms hold. */
export interface RowRange {
  readonly all: boolean;
  readonly filter: readonly RowTerms[];
}

/** DATA-01, DATA-03: whoever acts for the Host sees all rows, from wherever, as soon as they are there. */
const seesEverything = view(
  ["DATA-01", "DATA-03", "LEVEL-01"],
  (acting: Acting): boolean => doorOf(acting) === null && !actsAsMember(acting),
);

/** What a permission lets one see. */
type Permitted = Omit<KeptPermission, "for" | "rows"> & {
  readonly rows: Range | TrunkRange | null;
};

/** The data permissions that cover an identity in the Space in which it acts, in their order. */
function permissionsCovering(tx: Reading, app: AppId, acting: Acting): Permitted[] {
  const { space, trunk } = acting;
  if (trunk !== undefined) {
    return permissionsBelow(tx, { trunk, app }).filter(
      (given, permission) =>
        given.for === null || coversByList(tx, { trunk, app, permission }, given.for, acting),
    );
  }
  if (space === null) return [];
  const kept = read(tx, "permission", space, app)?.permissions ?? [];
  const covering: KeptPermission[] = [];
  independently(tx, kept.entries(), ([permission, given]) => {
    if (given.for === null || covers(tx, { space, app, permission }, given.for, acting)) {
      covering.push(given);
    }
  });
  return covering;
}

/** DATA-04: to see data Downstream takes a permission to see rows. */
const rowsArePermitted = guard("DATA-04", (tx: Reading, app: AppId, acting: Acting) =>
  doorOf(acting) === null || permissionsCovering(tx, app, acting).some(({ rows }) => rows !== null)
    ? null
    : refuse("DATA_PERMISSION_REQUIRED", { app }),
);

/** DATA-05: to see reports Downstream takes a permission to see reports. */
const reportsArePermitted = guard("DATA-05", (tx: Reading, app: AppId, acting: Acting) =>
  doorOf(acting) === null || permissionsCovering(tx, app, acting).some(({ reports }) => reports)
    ? null
    : refuse("DATA_PERMISSION_REQUIRED", { app }),
);

/** Why a feature that shows data is refused for want of a permission, if it is. */
export function permissionRefusal(tx: Reading, app: AppId, acting: Acting, feature: string) {
  // What is theirs is all that industry members see, and they see it without a permission (INDUSTRY-03).
  if (actsAsMember(acting)) return null;
  if (feature === "data.view") return rowsArePermitted(tx, app, acting);
  return feature === "report.view" ? reportsArePermitted(tx, app, acting) : null;
}

/** What a range stands for to an identity in a Space. */
function termsOf(tx: Reading, range: Range | TrunkRange, acting: Acting): RowTerms {
  const { space, organization, person } = acting;
  switch (range) {
    case "own":
      return { submitter: { organization, person, under: employmentOf(tx, acting) } };
    case "node":
      return { organization, nodes: nodesLedBy(tx, acting) };
    case "organization":
      return { organization };
    case "below":
      return { below: organization };
    case "space":
      return space === null ? {} : { space };
    case "all":
      return {};
  }
}

/** What is an industry member's own: what they submitted, and what is theirs whoever did. */
function termsOfMember(tx: Reading, { organization, person }: Identity): RowTerms[] {
  const member = memberInBook(tx, { organization, person });
  if (member === null) return [];
  const identity = { organization, person, under: member.number };
  return [{ submitter: { ...identity, as: "industry-member" } }, { owner: identity }];
}

/** What an industry member may see: their own rows, and those of their wards. */
function rangeOfMember(tx: Reading, { organization, person }: Identity): RowRange {
  const people = [person, ...wardsOf(tx, { organization, person })];
  const filter = people.flatMap((each) => termsOfMember(tx, { organization, person: each }));
  return { all: false, filter };
}

/** Which rows an identity may see; of several permissions each adds to it. */
export function rowRange(tx: Reading, app: AppId, acting: Acting): RowRange {
  if (actsAsMember(acting)) return rangeOfMember(tx, acting);
  if (seesEverything(acting)) return { all: true, filter: [] };
  const filter = permissionsCovering(tx, app, acting).flatMap(({ rows, labels }): RowTerms[] => {
    if (rows === null) return [];
    const terms = termsOf(tx, rows, acting);
    return [labels === null ? terms : { ...terms, labels }];
  });
  return filter.some((terms) => Object.keys(terms).length === 0)
    ? { all: true, filter: [] }
    : { all: false, filter };
}

type Row = RowsPage["entries"][number];

/** HAND-07: a row is of one's own if it was submitted under the employment one has now. */
const isUnder = view("HAND-07", (row: number | null, now: number | null) => row === now);

/** LEVEL-02, LEVEL-03: whether a row is of an organization, or of one that it reaches now. */
const isOfScope = view(
  ["LEVEL-02", "LEVEL-03"],
  (tx: Reading, upper: OrganizationId, row: Row, policy: Policy): boolean => {
    const { trunk, organization, line = [] } = row;
    if (organization === upper) return true;
    if (policy.levelRange === "current") return reaches(tx, upper, organization);
    // For as long as the app's own Trunk reaches whoever was above then.
    return trunk !== undefined && line.includes(upper) && reaches(tx, trunk, upper);
  },
);

/** Whose a row is: of the one named, or of the industry member who submitted it; `null`: of no such. */
function ownerOf({ owner, as, person, under }: Row): readonly [PersonId, number] | null {
  if (owner !== undefined) return owner;
  return as === undefined || under === null ? null : [person, under];
}

/** INDUSTRY-04: a row is of whoever owns it, for as long as they are in the book as they were then. */
const isOwnedBy = view(
  "INDUSTRY-04",
  (row: Row, { organization, person, under }: Identity & { readonly under: number }): boolean => {
    const owner = ownerOf(row);
    return row.organization === organization && owner?.[0] === person && owner[1] === under;
  },
);

/** INDUSTRY-04: a row is of the nodes in which its owner is now. */
const isInNodes = view(
  "INDUSTRY-04",
  (tx: Reading, row: Row, nodes: readonly NodeId[]): boolean => {
    const owner = ownerOf(row);
    if (owner === null || nodes.length === 0) return false;
    return nodesOfMember(tx, row.organization, owner).some((each) => nodes.includes(each));
  },
);

function holds(
  tx: Reading,
  row: Row,
  { submitter, owner, nodes, organization, space, below, labels }: RowTerms,
  policy: Policy,
): boolean {
  const own =
    submitter === undefined ||
    (row.person === submitter.person &&
      row.organization === submitter.organization &&
      row.as === submitter.as &&
      isUnder(row.under, submitter.under));
  return (
    own &&
    (owner === undefined || isOwnedBy(row, owner)) &&
    (nodes === undefined || isInNodes(tx, row, nodes)) &&
    (organization === undefined || row.organization === organization) &&
    (space === undefined || row.space === space) &&
    (below === undefined || isOfScope(tx, below, row, policy)) &&
    (labels === undefined || labels.some((label) => row.labels.includes(label)))
  );
}

/** DATA-04: whether a row is in the range that somebody may see. */
export const rowIsInRange = view(
  "DATA-04",
  (tx: Reading, row: Row, { all, filter }: RowRange, policy: Policy): boolean =>
    all || filter.some((terms) => holds(tx, row, terms, policy)),
);

/**
 * DATA-02, DIR-15: whether a row was submitted by somebody, or for an organization, that is looked for:
 * by whomever an id means in the organization that the row is of. Industry members keep theirs.
 */
export const rowIsOf = view(
  ["DATA-02", "DIR-15"],
  (
    tx: Reading,
    row: Row,
    wanted: { readonly submitter?: string; readonly organization?: string },
  ): boolean =>
    (wanted.organization === undefined || row.organization === wanted.organization) &&
    (wanted.submitter === undefined ||
      row.person ===
        (actsAsMember(row)
          ? wanted.submitter
          : keyAsked(tx, row.organization, "people", wanted.submitter))),
);
