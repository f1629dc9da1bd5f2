/** Organizations: registered, changed, ended. All of it facts. */

import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import { isToRecord } from "../core/recording.ts";
import { emit, read } from "../core/transaction.ts";
import { type Deciding, orElse } from "./facts.ts";
import type { DirectoryFact, DirectoryFacts } from "./model.ts";
import {
  organizationOf,
  organizationRegistered,
  sourceResponsible,
} from "./select/organizations.ts";

type FactOf<Type extends keyof DirectoryFacts> = OfType<DirectoryFact, Type>;

/** A platform's fact that an organization exists. */
export function registerOrganization(tx: Deciding, fact: FactOf<"organization.registered">) {
  const { organization } = fact.data;
  return orElse(sourceResponsible(fact.from, "platform"), () => {
    const known = read(tx, "organization", organization);
    // A late copy must not undo what has been reported since.
    if (known === null) emit(tx, "organization.registered", fact.data);
    else if (known.ended) passOver(tx, "organization-ended", fact.data);
  });
}

/** The values of an organization that its facts set, with the field that keeps each. */
const settings = {
  "organization.renamed": "name",
  "organization.certification-changed": "certified",
  "organization.edition-changed": "edition",
  "organization.sso-changed": "sso",
} as const;

const revisionOf = {
  name: "name",
  certified: "certification",
  edition: "edition",
  sso: "sso",
} as const;

/** A fact that sets one of an organization's values. */
export function changeOrganization(tx: Deciding, fact: FactOf<keyof typeof settings>) {
  const { organization } = fact.data;
  const platform =
    fact.type === "organization.certification-changed" ||
    fact.type === "organization.edition-changed";
  const refusal =
    organizationRegistered(tx, organization) ??
    sourceResponsible(fact.from, platform ? "platform" : organization);
  return orElse(refusal, () => {
    const record = organizationOf(tx, organization);
    const field = settings[fact.type];
    if (record.ended) {
      passOver(tx, "organization-ended", fact.data);
      return;
    }
    const same = record[field] === (fact.data as Record<string, unknown>)[field];
    if (!isToRecord(tx, fact.data, record.revisions[revisionOf[field]], same)) return;
    emit(tx, fact.type, fact.data as never);
  });
}

/** A platform's fact that an organization is no more. */
export function endOrganization(tx: Deciding, fact: FactOf<"organization.ended">) {
  const { organization } = fact.data;
  const refusal =
    organizationRegistered(tx, organization) ?? sourceResponsible(fact.from, "platform");
  return orElse(refusal, () => {
    if (organizationOf(tx, organization).ended) passOver(tx, "organization-ended", fact.data);
    else emit(tx, "organization.ended", fact.data);
  });
}
