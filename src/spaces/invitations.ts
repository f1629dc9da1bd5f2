/** Invitations: issued, revoked, issued in batches. They open the way to apply and admit nobody. */
import type { InvitationId, OrganizationId, SpaceId } from "../core/ids.ts";
import { endsLater } from "../core/plausible.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import type { Container, SpacesCommands, SpacesEvents } from "./model.ts";
import { containerOf, inviteeKey, isSameContainer, isTrunk } from "./select/container.ts";
import { containerAdminRefusal } from "./select/doors.ts";
import { undecidedOf } from "./select/review.ts";
import {
  type CommandOf,
  type Deciding,
  hasUseLeft,
  idFree,
  isMember,
  isOpenAt,
  type Reading,
  spaceAdminRefusal,
  spaceOf,
} from "./select/spaces.ts";
import { hierarchyOpen } from "./select/trunks.ts";

type Issued = SpacesEvents["invitation.issued"];
type Entry = SpacesCommands["invitation.batch"]["invitations"][number];

/** JOIN-01: an invitation exists from now on; link and QR code have the same effect. */
const issue = effect(["JOIN-01", "LINK-01"], (tx: Deciding, invitation: Issued): void => {
  emit(tx, "invitation.issued", invitation);
});

/** JOIN-19: an invitation that expires does so after it was issued: else it would be dead on arrival. */
const expiresLater = guard("JOIN-19", (at: number, expiresAt: number | undefined) =>
  endsLater(at, expiresAt)
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["data", "expiresAt"], problem: "not-after" }] }),
);

/** JOIN-13: an invitation is for as many organizations as the policy allows. */
const addresseesFit = guard(
  "JOIN-13",
  (addressees: readonly OrganizationId[] | undefined, policy: Policy) =>
    addressees === undefined || addressees.length <= policy.invitationAddresseesMax
      ? null
      : refuse("MALFORMED", { problems: [{ path: ["data", "for"], problem: "too-many" }] }),
);

/** Whom an invitation is addressed to, as an event and a record say it: nothing, of one for anyone. */
const addressed = (addressees: readonly OrganizationId[] | undefined): Pick<Issued, "for"> =>
  addressees === undefined ? {} : { for: addressees };

/** JOIN-14: whoever is invited again alone has no open invitation of their own, where the policy asks for that. */
const notInvited = guard("JOIN-14", (open: InvitationId | null, { reinvitation }: Policy) =>
  open === null || reinvitation !== "refuse"
    ? null
    : refuse("ALREADY_INVITED", { invitation: open }),
);

/** JOIN-02: from now on nobody applies with it; what was applied for already stands. */
const revoke = effect(
  "JOIN-02",
  (tx: Deciding, wish: SpacesCommands["invitation.revoke"]): void => {
    emit(tx, "invitation.revoked", wish);
  },
);

/** `null` is no end, and any number of uses. */
const larger = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.max(one, other);

/** An organization is invited again alone: with what, and which invitation of its own is open already. */
interface Again {
  readonly issued: Issued;
  readonly organization: OrganizationId;
  readonly open: InvitationId;
}

/** The open invitation meant for one organization alone, as far as the latest of these is open; `null`: none. */
function openInvitationOf(
  tx: Reading,
  of: Container,
  organization: OrganizationId,
  at: number,
): InvitationId | null {
  const latest = read(tx, ...inviteeKey(of, organization))?.latest;
  if (latest === undefined) return null;
  const record = must(tx, "invitation", latest);
  return isOpenAt(record, at) && hasUseLeft(record) ? latest : null;
}

/** The open invitation that stands in the way of another one for an organization alone; `null`: none does. */
const openFor = (
  tx: Reading,
  of: Container,
  organization: OrganizationId,
  at: number,
  { reinvitation }: Policy,
): InvitationId | null =>
  reinvitation === "separate" ? null : openInvitationOf(tx, of, organization, at);

/** JOIN-14: the open invitation goes on, in the place of another one. */
const extend = effect("JOIN-14", (tx: Deciding, { issued, organization, open }: Again): void => {
  const { expiresAt, maxUses } = must(tx, "invitation", open);
  const terms = {
    expiresAt: larger(expiresAt, issued.expiresAt),
    maxUses: larger(maxUses, issued.maxUses),
    addressed: issued.for !== undefined,
  };
  emit(tx, "invitation.extended", {
    ...containerOf(issued),
    ...{ invitation: open, organization, ...terms },
  });
});

/** JOIN-14: the open invitation ends with the new one. */
const replace = effect("JOIN-14", (tx: Deciding, { issued, open }: Again): void => {
  revoke(tx, { ...containerOf(issued), invitation: open });
});

/** What becomes of the open invitation of whoever is invited again; whether it goes on instead of a new one. */
function goesOn(tx: Deciding, again: Again | null, { reinvitation }: Policy): boolean {
  if (again === null) return false;
  if (reinvitation === "replace") replace(tx, again);
  if (reinvitation !== "extend") return false;
  extend(tx, again);
  return true;
}

/** An admin of a Space, or of a Trunk for which that is open (LINK-01), asks for an invitation. */
export function issueInvitation(
  tx: Deciding,
  { at, by, data }: CommandOf<"invitation.issue">,
  policy: Policy,
) {
  const { invitation, form, expiresAt = null, maxUses = null } = data;
  const refusal =
    expiresLater(at, data.expiresAt) ??
    addresseesFit(data.for, policy) ??
    containerAdminRefusal(tx, by, data, policy) ??
    (isTrunk(data) ? hierarchyOpen(tx, data.trunk, policy) : null) ??
    idFree(tx, "invitation", invitation);
  if (refusal !== null) return refusal;
  const of = containerOf(data);
  const [alone, ...others] = data.for ?? [];
  const isAlone = alone !== undefined && others.length === 0;
  const open = isAlone ? openFor(tx, of, alone, at, policy) : null;
  const invited = notInvited(open, policy);
  if (invited !== null) return invited;
  const terms = { invitation, form, expiresAt, maxUses, ...addressed(data.for) };
  const issued = { ...of, ...terms, invited: null };
  const again = isAlone && open !== null ? { issued, organization: alone, open } : null;
  if (!goesOn(tx, again, policy)) issue(tx, issued);
  return null;
}

/** JOIN-02, LINK-01: the invitation is one of this Space or Trunk; another's is as good as none. */
const invitationOfContainer = guard(
  ["JOIN-02", "LINK-01"],
  (tx: Reading, of: SpacesCommands["invitation.revoke"]) => {
    const { invitation } = of;
    const record = read(tx, "invitation", invitation);
    return record !== null && isSameContainer(record, of)
      ? null
      : refuse("INVITATION_NOT_VALID", { invitation });
  },
);

/** An admin of the Space or Trunk takes an invitation back. */
export function revokeInvitation(
  tx: Deciding,
  { by, data }: CommandOf<"invitation.revoke">,
  policy: Policy,
) {
  const refusal = containerAdminRefusal(tx, by, data, policy) ?? invitationOfContainer(tx, data);
  if (refusal !== null) return refusal;
  if (must(tx, "invitation", data.invitation).open) revoke(tx, data);
  return null;
}

/** JOIN-12: support has enabled batch invitation for the Host. */
const batchesEnabled = guard("JOIN-12", (tx: Reading, host: OrganizationId) =>
  organizationOf(tx, host).batchInvitation
    ? null
    : refuse("BATCH_INVITE_NOT_ENABLED", { organization: host }),
);

/** PROTO-04: no id that a batch gives out has ever been used, nor is it given out twice. */
const batchIdsFree = guard("PROTO-04", (tx: Reading, entries: readonly Entry[]) => {
  const given = new Set<string>();
  for (const { invitation } of entries) {
    if (given.has(invitation)) return refuse("ID_TAKEN", { kind: "invitation", id: invitation });
    const taken = idFree(tx, "invitation", invitation);
    if (taken !== null) return taken;
    given.add(invitation);
  }
  return null;
});

type SkipReason = SpacesEvents["invitation.skipped"]["reason"];

/** An entry of a batch: why it is skipped, `null` if it is not; which invitation of its own is open already. */
type Sorted = readonly [Entry, SkipReason | null, InvitationId | null];

/** JOIN-14: an entry for an organization that needs no invitation, for it has applied or is invited; or not. */
function sortedAgain(
  tx: Reading,
  space: SpaceId,
  entry: Entry,
  at: number,
  policy: Policy,
): Sorted {
  const { organization } = entry;
  const { reinvitation } = policy;
  const hasApplied = undecidedOf(tx, { space }, organization, at)?.over === false;
  if (hasApplied && reinvitation !== "separate") return [entry, "applied", null];
  const open = openFor(tx, { space }, organization, at, policy);
  return [entry, notInvited(open, policy) === null ? null : "invited", open];
}

/** Each entry of a batch, with what comes of it. */
function sorted(
  tx: Reading,
  { space, invitations }: SpacesCommands["invitation.batch"],
  at: number,
  policy: Policy,
): Sorted[] {
  const { host } = spaceOf(tx, space);
  const seen = new Set<OrganizationId>();
  return invitations.map((entry) => {
    const { organization } = entry;
    if (seen.has(organization)) return [entry, "duplicate", null];
    seen.add(organization);
    if (organization === host) return [entry, "host", null];
    if (isMember(tx, space, organization)) return [entry, "member", null];
    return sortedAgain(tx, space, entry, at, policy);
  });
}

/** JOIN-12: one invitation for each organization; whoever needs none is reported and skipped. */
const issueBatch = effect(
  ["JOIN-12", "JOIN-13"],
  (tx: Deciding, space: SpaceId, entries: readonly Sorted[], policy: Policy): void => {
    for (const [{ invitation, organization }, reason, open] of entries) {
      if (reason !== null) {
        emit(tx, "invitation.skipped", { space, organization, reason });
        continue;
      }
      const only = policy.batchInvitationUse === "addressed" ? [organization] : undefined;
      const terms = { form: "link", expiresAt: null, maxUses: null, ...addressed(only) } as const;
      const issued = { space, invitation, ...terms, invited: organization };
      const again = open === null ? null : { issued, organization, open };
      if (!goesOn(tx, again, policy)) emit(tx, "invitation.issued", issued);
    }
  },
);

/** A Space admin invites a list of organizations. */
export function inviteBatch(
  tx: Deciding,
  { at, by, data }: CommandOf<"invitation.batch">,
  policy: Policy,
) {
  const { space } = data;
  const refused = spaceAdminRefusal(tx, by, space) ?? batchesEnabled(tx, spaceOf(tx, space).host);
  if (refused !== null) return refused;
  const entries = sorted(tx, data, at, policy);
  const issued = entries.filter(([, reason]) => reason === null).map(([entry]) => entry);
  const refusal = batchIdsFree(tx, issued);
  if (refusal === null) issueBatch(tx, space, entries, policy);
  return refusal;
}
