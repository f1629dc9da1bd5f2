/** What always holds of invitations, and of where organizations have applied. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import { checkedTickets, collect, type Invariant, named, sameMembers } from "../core/invariants.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import type { AppliedPage, InvitedPage } from "./model.ts";
import { invitedTo, isTrunk } from "./select/container.ts";
import { appliedBy } from "./select/keys.ts";
import type { SpacesReads } from "./select/spaces.ts";

type Check = Invariant<SpacesReads>["check"];

/** JOIN-19: a use is an organization made a Member, or an application pending; each is counted once. */
const uses: Check = (all, say) => {
  const taken = new Map<string, boolean>();
  for (const { record } of all.of("application")) {
    const { invitation, organization, status } = record;
    if (status !== "approved" && status !== "pending") continue;
    const key = named(invitation, organization);
    taken.set(key, taken.get(key) === true || status === "approved");
  }
  const counted = new Map<string, number>();
  for (const { owner, own, record } of all.of("use")) {
    const key = named(owner, own);
    if (record.member !== taken.get(key)) say(`${key} is no use`);
    taken.delete(key);
    counted.set(owner, (counted.get(owner) ?? 0) + 1);
  }
  for (const key of taken.keys()) say(`${key} is not among the uses`);
  for (const { owner, record } of all.of("invitation")) {
    if (record.uses !== (counted.get(owner) ?? 0)) say(`${named(owner)} miscounts its uses`);
    if (record.maxUses !== null && record.uses > record.maxUses) say(`${named(owner)} is overused`);
  }
};

/** JOIN-02: invitations are listed where they belong. */
const invitations: Check = (all, say) => {
  const issued = new Map<string, string[]>();
  for (const { owner, record } of all.of("invitation")) {
    if (!isTrunk(record)) collect(issued, record.space, owner);
  }
  for (const { owner, record } of all.of("space")) {
    const entries = checkedTickets<InvitedPage["entries"][number]>(
      all,
      invitedTo({ space: owner as SpaceId }),
      record.invitations,
      say,
    );
    if (
      !sameMembers(
        entries.map(([, id]) => id),
        issued.get(owner) ?? [],
      )
    ) {
      say(`invitations listed for ${named(owner)} are not those issued`);
    }
  }
};

/** JOIN-13, 28.10: whoever an open invitation names is counted, to a Space as to a Trunk. */
const invitees: Check = (all, say) => {
  for (const kind of ["invitee", "trunk-invitee"] as const) {
    const open = new Map<string, string[]>();
    for (const { owner, record } of all.of("invitation")) {
      if (!record.open || isTrunk(record) !== (kind === "trunk-invitee")) continue;
      const of = isTrunk(record) ? record.trunk : record.space;
      const names = record.for ?? (record.invited === null ? [] : [record.invited]);
      for (const each of names) collect(open, named(of, each), owner);
    }
    for (const { owner, own, record } of all.of(kind)) {
      const key = named(owner, own);
      if (record.open !== open.get(key)?.length) say(`open invitations of ${key} are miscounted`);
      open.delete(key);
    }
    for (const key of open.keys()) say(`${key} is invited and not counted`);
  }
};

/** JOIN-14: the latest invitation meant for an organization alone is that. */
const latest: Check = (all, say) => {
  const meant = new Map<string, string>();
  for (const { owner, record } of all.of("invitation")) {
    const names = record.for ?? [record.invited];
    const home = isTrunk(record) ? `trunk ${record.trunk}` : `space ${record.space}`;
    if (names.length === 1) meant.set(owner, named(home, String(names[0])));
  }
  for (const kind of ["invitee", "trunk-invitee"] as const) {
    for (const { owner, own, record } of all.of(kind)) {
      if (record.latest === undefined) continue;
      const home = `${kind === "invitee" ? "space" : "trunk"} ${owner}`;
      if (meant.get(record.latest) === named(home, own)) continue;
      say(`the latest invitation of ${named(owner, own)} is not its own`);
    }
  }
};

/** JOIN-16: only after a rejection, and before a new application, does an organization wait. */
const pauses: Check = (all, say) => {
  const rejected = new Set<string>();
  for (const { owner, record } of all.of("application")) {
    if (record.status === "rejected") rejected.add(owner);
  }
  for (const kind of ["applicant", "trunk-applicant"] as const) {
    for (const { owner, own, record } of all.of(kind)) {
      if (record.reapplyFrom === undefined || rejected.has(record.application)) continue;
      say(`${named(owner, own)} waits and was not rejected`);
    }
  }
};

/** JOIN-18: an organization's list has every Space and Trunk that it has applied to, each once. */
const filed: Check = (all, say) => {
  const known = new Map<string, string[]>();
  for (const { owner, own } of all.of("applicant")) collect(known, own, named(owner, "space"));
  for (const { owner, own } of all.of("trunk-applicant")) {
    collect(known, own, named(owner, "trunk"));
  }
  for (const { owner, record } of all.of("organization")) {
    const where = appliedBy(owner as OrganizationId);
    const entries = checkedTickets<AppliedPage["entries"][number]>(
      all,
      where,
      record.applied ?? EMPTY_PAGES,
      say,
    );
    const names = entries.map(([, space, trunk]) =>
      space === null ? named(String(trunk), "trunk") : named(space, "space"),
    );
    if (!sameMembers(names, known.get(owner) ?? [])) {
      say(`${named(owner)} has applied elsewhere than its list says`);
    }
    known.delete(owner);
  }
  for (const owner of known.keys()) say(`${named(owner)} has applied and is unknown`);
};

/** The invariants of joining. */
export const joiningInvariants: readonly Invariant<SpacesReads>[] = [
  { rules: ["JOIN-19"], check: uses },
  { rules: ["JOIN-02"], check: invitations },
  { rules: ["JOIN-02", "JOIN-13"], check: invitees },
  { rules: ["JOIN-14"], check: latest },
  { rules: ["JOIN-16"], check: pauses },
  { rules: ["JOIN-18"], check: filed },
];
