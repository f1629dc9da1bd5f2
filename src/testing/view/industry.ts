/** What a view holds of an organization's industry book, which no question lists. */
import type { OrganizationId } from "../../core/ids.ts";
import { tableEach } from "../../core/table.ts";
import { read } from "../../core/transaction.ts";
import { memberInBook, nodesLedBy } from "../../industry/select/book.ts";
import type { Reading } from "../../queries/handler.ts";
import type { Viewer } from "../../queries/model.ts";

/** Somebody of an industry book, or staff of its nodes; the nodes and guardians for admins. */
export interface BookEntry {
  readonly person: string;
  readonly as?: "industry-member";
  readonly nodes?: readonly string[];
  readonly guardians?: readonly string[];
}

/** Whether a viewer is who they say: in service, or in the industry book of their organization. */
export const isOfOrganization = (tx: Reading, viewer: Viewer): boolean =>
  viewer.as === undefined
    ? read(tx, "employment", viewer.organization, viewer.person)?.inService === true
    : memberInBook(tx, viewer) !== null;

/** The ids of one kind of record that an organization owns. */
function idsUnder(
  tx: Reading,
  wanted: "industry-member" | "industry-staff",
  organization: OrganizationId,
): string[] {
  const found: string[] = [];
  tableEach(
    tx.table,
    (kind) => kind === wanted,
    (kind, owner, person) => {
      if (kind === wanted && owner === organization) found.push(person);
    },
  );
  return found.sort();
}

/**
 * An organization's industry book: to whoever may name an owner of a row who is in it (INDUSTRY-04), to admins
 * as they have it reported.
 */
export function bookSeen(tx: Reading, viewer: Viewer, manages: boolean): BookEntry[] {
  if (!isOfOrganization(tx, viewer)) return [];
  const { organization } = viewer;
  const members = idsUnder(tx, "industry-member", organization).flatMap((person): BookEntry[] => {
    const record = memberInBook(tx, { organization, person: person as Viewer["person"] });
    if (record === null) return [];
    const known = { person, as: "industry-member" } as const;
    const guardians = record.guardians.map(([guardian]) => guardian);
    return [manages ? { ...known, nodes: record.nodes, guardians } : known];
  });
  const staff = idsUnder(tx, "industry-staff", organization).flatMap((person): BookEntry[] => {
    const nodes = nodesLedBy(tx, { organization, person: person as Viewer["person"] });
    return manages && nodes.length > 0 ? [{ person, nodes }] : [];
  });
  return [...members, ...staff];
}
