/** Organizations: registered, changed, ended. All of it facts. */

import type { OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import type { Recipient } from "../core/notice.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { isToRecord } from "../core/recording.ts";
import { effect, view } from "../core/rule.ts";
import { emit, notify, read } from "../core/transaction.ts";
import { type Deciding, orElse } from "./facts.ts";
import type {
  DirectoryFact,
  DirectoryFacts,
  Ended,
  NotReinstated,
  OrganizationRecord,
} from "./model.ts";
import { retentionOf } from "./select/inert.ts";
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

/** DIR-19: an end that is older than its being taken back, or of the moment of that end, is a copy of it. */
const isNewsOfEnd = view(
  "DIR-19",
  ({ reinstatedAt = -1, endedAt = -1 }: OrganizationRecord, at: number): boolean =>
    at >= reinstatedAt && at !== endedAt,
);

/** A platform's fact that an organization is no more. */
export function endOrganization(tx: Deciding, fact: FactOf<"organization.ended">) {
  const { organization } = fact.data;
  const refusal =
    organizationRegistered(tx, organization) ?? sourceResponsible(fact.from, "platform");
  return orElse(refusal, () => {
    const record = organizationOf(tx, organization);
    if (record.ended) passOver(tx, "organization-ended", fact.data);
    else if (!isNewsOfEnd(record, fact.at)) passOver(tx, "older-time", fact.data);
    else emit(tx, "organization.ended", fact.data);
  });
}

/** DIR-19: whether what the end of an organization took is kept still. */
const isEndKept = view(
  "DIR-19",
  ({ taken }: OrganizationRecord, at: number, policy: Policy): boolean =>
    taken !== undefined && at < taken.at + retentionOf(policy),
);

/** Why the end of an organization is not taken back, or `null`. */
function whyEnded(record: OrganizationRecord, at: number, policy: Policy): PassedOverReason | null {
  if (!record.ended) return "already-so";
  if (!isEndKept(record, at, policy)) return "retention-over";
  return at < (record.taken?.at ?? 0) ? "older-time" : null;
}

/** A platform's fact that an organization was ended by mistake (DIR-19). */
export function reinstateOrganization(
  tx: Deciding,
  fact: FactOf<"organization.reinstated">,
  policy: Policy,
) {
  const { organization } = fact.data;
  const refusal =
    organizationRegistered(tx, organization) ?? sourceResponsible(fact.from, "platform");
  return orElse(refusal, () => {
    const record = organizationOf(tx, organization);
    const reason = whyEnded(record, fact.at, policy);
    if (reason !== null) passOver(tx, reason, fact.data);
    else reinstate(tx, organization, record.taken as Ended);
  });
}

/** DIR-19: it exists again; its admins, and those of the Spaces and of the Trunks it had, know. */
const reinstate = effect(
  "DIR-19",
  (tx: Deciding, organization: OrganizationId, taken: Ended): void => {
    const { hosted, joined, trunks = [], links = 0, instances = 0, tasks = 0, pools = 0 } = taken;
    const all: NotReinstated[] = [
      ["space", hosted, "dissolved"],
      ["association", joined.length, "cancelled"],
      ["link", links, "cancelled"],
      ["instance", instances, "ended"],
      ["task", tasks, "parked"],
      ["pool", pools, "ended"],
    ];
    const left = all.filter(([, count]) => count > 0);
    emit(tx, "organization.reinstated", { organization, left });
    const admins = joined.map((space): Recipient => ({ kind: "space-admins", space }));
    const above = trunks.map((trunk): Recipient => {
      return { kind: "hierarchy-admins", organization: trunk };
    });
    const to: Recipient[] = [{ kind: "authorized-admins", organization }, ...admins, ...above];
    notify(tx, { kind: "ORGANIZATION_REINSTATED", to, data: { organization } });
  },
);
