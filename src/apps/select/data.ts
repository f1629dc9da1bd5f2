/** Who may see which of an app's data: the Host all of it, others as far as the Host permits. */
import type { AppId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { independently, read } from "../../core/transaction.ts";
import { keyAsked } from "../../directory/select/aliases.ts";
import { employmentOf } from "../../directory/select/under.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import type { KeptPermission, Range, RowsPage } from "../model.ts";
import type { Reading } from "./apps.ts";
import { covers } from "./audience.ts";

/** Rows for which all that is named holds. */
interface RowTerms {
  readonly submitter?: Identity & { readonly under: number | null };
  readonly organization?: OrganizationId;
  readonly space?: SpaceId;
  readonly labels?: readonly string[];
}

/** Which rows somebody may see: all, or those for which any of the terms hold. */
export interface RowRange {
  readonly all: boolean;
  readonly filter: readonly RowTerms[];
}

/** DATA-01, DATA-03: whoever acts for the Host sees all rows, from wherever, as soon as they are there. */
const seesEverything = view(["DATA-01", "DATA-03"], ({ space }: Acting): boolean => space === null);

/** The data permissions that cover an identity in the Space in which it acts, in their order. */
function permissionsCovering(tx: Reading, app: AppId, acting: Acting): KeptPermission[] {
  const { space } = acting;
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
  acting.space === null || permissionsCovering(tx, app, acting).some(({ rows }) => rows !== null)
    ? null
    : refuse("DATA_PERMISSION_REQUIRED", { app }),
);

/** DATA-05: to see reports Downstream takes a permission to see reports. */
const reportsArePermitted = guard("DATA-05", (tx: Reading, app: AppId, acting: Acting) =>
  acting.space === null || permissionsCovering(tx, app, acting).some(({ reports }) => reports)
    ? null
    : refuse("DATA_PERMISSION_REQUIRED", { app }),
);

/** Why a feature that shows data is refused for want of a permission, if it is. */
export function permissionRefusal(tx: Reading, app: AppId, acting: Acting, feature: string) {
  if (feature === "data.view") return rowsArePermitted(tx, app, acting);
  return feature === "report.view" ? reportsArePermitted(tx, app, acting) : null;
}

/** What a range stands for to an identity in a Space. */
function termsOf(tx: Reading, range: Range, space: SpaceId, identity: Identity): RowTerms {
  const { organization, person } = identity;
  switch (range) {
    case "own":
      return { submitter: { organization, person, under: employmentOf(tx, identity) } };
    case "organization":
      return { organization };
    case "space":
      return { space };
    case "all":
      return {};
  }
}

/** Which rows an identity may see; of several permissions each adds to it. */
export function rowRange(tx: Reading, app: AppId, acting: Acting): RowRange {
  const { space } = acting;
  if (seesEverything(acting) || space === null) return { all: true, filter: [] };
  const filter = permissionsCovering(tx, app, acting).flatMap(({ rows, labels }): RowTerms[] => {
    if (rows === null) return [];
    const terms = termsOf(tx, rows, space, acting);
    return [labels === null ? terms : { ...terms, labels }];
  });
  return filter.some((terms) => Object.keys(terms).length === 0)
    ? { all: true, filter: [] }
    : { all: false, filter };
}

type Row = RowsPage["entries"][number];

/** HAND-07: a row is of one's own if it was submitted under the employment one has now. */
const isUnder = view("HAND-07", (row: number | null, now: number | null) => row === now);

function holds(row: Row, { submitter, organization, space, labels }: RowTerms): boolean {
  const own =
    submitter === undefined ||
    (row.person === submitter.person &&
      row.organization === submitter.organization &&
      isUnder(row.under, submitter.under));
  return (
    own &&
    (organization === undefined || row.organization === organization) &&
    (space === undefined || row.space === space) &&
    (labels === undefined || labels.some((label) => row.labels.includes(label)))
  );
}

/** DATA-04: whether a row is in the range that somebody may see. */
export const rowIsInRange = view(
  "DATA-04",
  (row: Row, { all, filter }: RowRange): boolean =>
    all || filter.some((terms) => holds(row, terms)),
);

/**
 * DATA-02, DIR-15: whether a row was submitted by somebody, or for an organization, that is looked for:
 * by whomever an id means in the organization that the row is of.
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
      row.person === keyAsked(tx, row.organization, "people", wanted.submitter)),
);
