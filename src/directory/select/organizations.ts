/** What other areas ask about organizations and their editions. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Source } from "../../core/input.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import type * as faces from "../../core/transaction.ts";
import { must, read } from "../../core/transaction.ts";
import type { DirectoryRecords, Edition, OrganizationRecord } from "../model.ts";

/** What looks at the directory. */
export type Reading = faces.Reading<DirectoryRecords>;

/** The two ways to connect organizations; only the first is this library's subject (TERM-02). */
export type Interconnection = "upstream-downstream" | "hierarchy";

/** EDITION-02: whether an edition supports a way of interconnection. The rows are independent. */
export const editionSupports = view(
  "EDITION-02",
  (edition: Edition, interconnection: Interconnection): boolean =>
    edition === "exclusive" || (edition === "professional" && interconnection === "hierarchy"),
);

/** An organization that exists and has not ended, or `null`. */
export function liveOrganization(tx: Reading, id: OrganizationId): OrganizationRecord | null {
  const organization = read(tx, "organization", id);
  return organization === null || organization.ended ? null : organization;
}

/** The record of an organization that a guard has found. */
export function organizationOf(tx: Reading, id: OrganizationId): OrganizationRecord {
  return must(tx, "organization", id);
}

/** PROTO-03: the organization exists and has not ended. */
export const organizationKnown = guard("PROTO-03", (tx: Reading, organization: OrganizationId) =>
  liveOrganization(tx, organization) === null
    ? refuse("UNKNOWN_ORGANIZATION", { organization })
    : null,
);

/** PROTO-03, for facts: the organization was registered; an ended one is no error, only quiet. */
export const organizationRegistered = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId) =>
    read(tx, "organization", organization) === null
      ? refuse("UNKNOWN_ORGANIZATION", { organization })
      : null,
);

/** PROTO-05: a fact comes from whoever is responsible for what it says. */
export const sourceResponsible = guard(
  "PROTO-05",
  (from: Source, responsible: "platform" | OrganizationId) => {
    if (responsible === "platform") {
      return "platform" in from
        ? null
        : refuse("SOURCE_NOT_RESPONSIBLE", { responsible: "platform" });
    }
    return "organization" in from && from.organization === responsible
      ? null
      : refuse("SOURCE_NOT_RESPONSIBLE", { responsible: "organization" });
  },
);
