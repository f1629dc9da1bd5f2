/** Invitations: issued, revoked, issued in batches. They open the way to apply and admit nobody. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import { endsLater } from "../core/plausible.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import type { SpacesCommands, SpacesEvents } from "./model.ts";
import { containerOf, isSameContainer, isTrunk } from "./select/container.ts";
import { containerAdminRefusal } from "./select/doors.ts";
import {
  type CommandOf,
  type Deciding,
  idFree,
  isMember,
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

/** An admin of a Space, or of a Trunk for which that is open (LINK-01), asks for an invitation. */
export function issueInvitation(
  tx: Deciding,
  { at, by, data }: CommandOf<"invitation.issue">,
  policy: Policy,
) {
  const { invitation, form, expiresAt = null, maxUses = null } = data;
  const refusal =
    expiresLater(at, data.expiresAt) ??
    containerAdminRefusal(tx, by, data, policy) ??
    (isTrunk(data) ? hierarchyOpen(tx, data.trunk, policy) : null) ??
    idFree(tx, "invitation", invitation);
  if (refusal !== null) return refusal;
  issue(tx, { ...containerOf(data), invitation, form, expiresAt, maxUses, invited: null });
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

/** JOIN-02: from now on nobody applies with it; what was applied for already stands. */
const revoke = effect(
  "JOIN-02",
  (tx: Deciding, wish: SpacesCommands["invitation.revoke"]): void => {
    emit(tx, "invitation.revoked", wish);
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

/** Each entry of a batch, with why it issues nothing, or `null` if it does. */
function sorted(
  tx: Reading,
  { space, invitations }: SpacesCommands["invitation.batch"],
): (readonly [Entry, SkipReason | null])[] {
  const { host } = spaceOf(tx, space);
  const seen = new Set<OrganizationId>();
  return invitations.map((entry) => {
    const { organization } = entry;
    if (seen.has(organization)) return [entry, "duplicate"];
    seen.add(organization);
    if (organization === host) return [entry, "host"];
    return [entry, isMember(tx, space, organization) ? "member" : null];
  });
}

/** JOIN-12: one invitation for each organization; whoever needs none is reported and skipped. */
const issueBatch = effect(
  "JOIN-12",
  (tx: Deciding, space: SpaceId, entries: ReturnType<typeof sorted>): void => {
    for (const [{ invitation, organization }, reason] of entries) {
      if (reason !== null) {
        emit(tx, "invitation.skipped", { space, organization, reason });
        continue;
      }
      const terms = { form: "link", expiresAt: null, maxUses: null } as const;
      emit(tx, "invitation.issued", { space, invitation, ...terms, invited: organization });
    }
  },
);

/** A Space admin invites a list of organizations. */
export function inviteBatch(tx: Deciding, { by, data }: CommandOf<"invitation.batch">) {
  const { space } = data;
  const refused = spaceAdminRefusal(tx, by, space) ?? batchesEnabled(tx, spaceOf(tx, space).host);
  if (refused !== null) return refused;
  const entries = sorted(tx, data);
  const issued = entries.filter(([, reason]) => reason === null).map(([entry]) => entry);
  const refusal = batchIdsFree(tx, issued);
  if (refusal === null) issueBatch(tx, space, entries);
  return refusal;
}
