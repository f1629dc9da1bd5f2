/** What organizations say of the fields of their people, in Spaces and on Links (VIS-09). */
import type { OrganizationId } from "../../core/ids.ts";
import { read } from "../../core/transaction.ts";
import type { Container, OptionalField, SharedFields } from "../model.ts";
import { applicantKey, isTrunk, partIn } from "./container.ts";
import type { Reading } from "./spaces.ts";

/** The fields that may be kept from others. */
export const OPTIONAL_FIELDS: readonly OptionalField[] = ["title", "email", "phone"];

/** Whether an organization is in a container as the Trunk itself: in its book without a Link. */
export const ownBookOf = (of: Container, organization: OrganizationId): boolean =>
  isTrunk(of) && of.trunk === organization;

/** What an organization says of fields as long as it is in a container. */
export function partSaid(
  tx: Reading,
  of: Container,
  organization: OrganizationId,
): SharedFields | undefined {
  return ownBookOf(of, organization)
    ? read(tx, "trunk", organization)?.fields
    : partIn(tx, of, organization)?.fields;
}

/** The same, or what it said last if it is there no more: what it did there is shown as it was. */
export function fieldsSaid(tx: Reading, of: Container, organization: OrganizationId): SharedFields {
  const isThere = ownBookOf(of, organization) || partIn(tx, of, organization) !== null;
  const said = isThere
    ? partSaid(tx, of, organization)
    : read(tx, ...applicantKey(of, organization))?.fields;
  return said ?? {};
}
