/** Schemas of the commands about Spaces. */
import type { InvitationId, OrganizationId } from "../core/ids.ts";
import type {
  AppliedRule,
  ApprovedItem,
  HidingExceptions,
  HidingWished,
  InTrunk,
  PartnerKind,
  Reviewing,
  Scope,
  SpacePartner,
  SpacesCommands,
  SpacesReplaced,
  TrunkPartner,
  Visibility,
} from "../spaces/model.ts";
import { labels, reach, shared, sharedFields, within } from "./hierarchy.ts";
import {
  anyId,
  applicationId,
  departmentId,
  folderId,
  identifier,
  invitationId,
  organizationId,
  personId,
  spaceId,
} from "./ids.ts";
import { count, time } from "./numbers.ts";
import { departmentOf } from "./settings.ts";
import {
  choice,
  either,
  flag,
  lazily,
  list,
  nullable,
  object,
  only,
  optional,
  type Schema,
  type Shape,
  setOf,
  type Table,
  tuple,
  uniqueList,
  variants,
} from "./shape.ts";
import { nameText, remarkText } from "./texts.ts";

/** Entries of each list of a scope. */
const SCOPE_MAX = 5_000;
/** Invitations of one batch. */
const BATCH_MAX = 500;
/** Organizations that one Member's people see: more than a Space has under any sensible policy. */
const LISTED_ORGANIZATIONS_MAX = 5_000;
const PARTNER_TYPES_MAX = 20;
const PARTNER_TYPE_LENGTH_MAX = 64;

export const invitationForm = choice("link", "qr");
export const scopeRule = choice("in", "out");

/** Departments of a scope: a set of at most 5000. */
export const scopeDepartments = lazily(() => uniqueList(departmentId, SCOPE_MAX));
/** People of a scope: a set of at most 5000. */
export const scopePeople = lazily(() => uniqueList(personId, SCOPE_MAX));

type OwnScope = Omit<Scope, "organization">;

const scopeShape: () => Shape<OwnScope> = lazily(() => ({
  whole: optional(flag),
  departments: optional(scopeDepartments()),
  people: optional(scopePeople()),
  exclude: optional(
    object<NonNullable<Scope["exclude"]>>({
      departments: optional(scopeDepartments()),
      people: optional(scopePeople()),
    }),
  ),
}));

export const scope: () => Schema<Scope> = lazily(() =>
  object<Scope>({ organization: optional(organizationId), ...scopeShape() }),
);
/** A scope of whoever is named beside it. */
export const ownScope: () => Schema<OwnScope> = lazily(() => object<OwnScope>(scopeShape()));

/** A partner type: any word by the rule of ids, up to 64 code units. */
const partnerType: Schema<string> = identifier(PARTNER_TYPE_LENGTH_MAX);
/** A kind of Member; one that names neither type nor level is `missing` both. */
export const partnerKind: () => Schema<PartnerKind> = lazily(() =>
  object<PartnerKind>(
    { type: optional(partnerType), level: optional(remarkText) },
    ({ type, level }) => (type === undefined && level === undefined ? ["missing", "type"] : null),
    { minProperties: 1 },
  ),
);

/** Entries of each list of kinds and of departments in settings of sight, whatever the policy. */
const SIGHT_ENTRIES_MAX = 800;
/** Kinds of Members: a set. */
const kinds = lazily(() =>
  setOf(partnerKind(), SIGHT_ENTRIES_MAX, ({ type, level }) => JSON.stringify([type, level])),
);
/** Departments of several organizations: a set. */
const sightDepartments = lazily(() =>
  setOf(departmentOf(), SIGHT_ENTRIES_MAX, ({ organization, department }) =>
    JSON.stringify([organization, department]),
  ),
);

export const visibility: () => Schema<Visibility> = lazily(() =>
  variants<Visibility, "kind">("kind", {
    own: object({ kind: only("own") }),
    all: object({ kind: only("all") }),
    listed: object({
      kind: only("listed"),
      organizations: uniqueList(organizationId, LISTED_ORGANIZATIONS_MAX),
      departments: optional(sightDepartments()),
    }),
    kinds: object({ kind: only("kinds"), kinds: kinds() }),
  }),
);

const exceptions: () => Shape<HidingExceptions> = lazily(() => ({
  organizations: uniqueList(organizationId, SIGHT_ENTRIES_MAX),
  kinds: kinds(),
  departments: sightDepartments(),
}));

/** A Member hidden or not, and whom that does not bind, in full. */
export const hiding = () => ({ hidden: flag, except: object<HidingExceptions>(exceptions()) });

/** The same as it is wished: what is left out is empty. */
const hidingWished = (): Shape<HidingWished> => {
  const { organizations, kinds: partners, departments } = exceptions();
  const except = {
    organizations: optional(organizations),
    kinds: optional(partners),
    departments: optional(departments),
  };
  return { hidden: flag, except: optional(object<Partial<HidingExceptions>>(except)) };
};

/** Partner types: an open set of at most 20. */
export const partnerTypes = lazily(() => uniqueList(partnerType, PARTNER_TYPES_MAX));

const reviewing = (): Shape<Reviewing> => ({
  organization: optional(organization),
  application,
  reason: optional(remarkText),
});

/** Applications in one approval by a Trunk, whatever the policy. */
const ITEMS_MAX = 500;

/** An application approved, each once. */
const items = () =>
  setOf(
    object<ApprovedItem>({
      application,
      alias: optional(nullable(nameText)),
      mount: optional(nullable(departmentId)),
    }),
    ITEMS_MAX,
    (item) => item.application,
    1,
  );

type Approve = SpacesCommands["application.approve"];
type ApproveSeveral = Extract<Approve, { readonly items: unknown }>;

/** One selection or exclusion of an application's scope. */
export const appliedRule: () => Schema<AppliedRule> = lazily(() =>
  tuple(choice("department", "person"), anyId, scopeRule, nullable(count)),
);

/** On which terms an invitation is issued. */
interface Terms {
  readonly invitation: InvitationId;
  readonly form: "link" | "qr";
  readonly expiresAt?: number;
  readonly maxUses?: number;
  readonly for?: readonly OrganizationId[];
}

/** Organizations that one invitation is addressed to, whatever the policy. */
const ADDRESSEES_MAX = 800;

/** Counterparts of one side, whatever the policy. */
const COUNTERPARTS_MAX = 100;
const counterparts = lazily(() => uniqueList(personId, COUNTERPARTS_MAX));

type BatchEntry = SpacesCommands["invitation.batch"]["invitations"][number];

const space = spaceId;
const organization = organizationId;
const invitation = invitationId;
const application = applicationId;
const folder = folderId;

type Partner = Pick<SpacePartner, "types" | "level">;
export const partnerShape = (): Shape<Partner> => ({
  types: partnerTypes(),
  level: nullable(remarkText),
});

/** The data of each command about Spaces. */
export const spacesCommands: Table<SpacesCommands> = {
  "space.create": () => object({ space, name: nameText, scope: optional(scope()) }),
  "space.dissolve": () => object({ space }),
  "space-quota.expand": () => object({ organization, expansion: count }),
  "person-cap.expand": () => object({ space, cap: count }),
  "batch-invitation.enable": () => object({ organization }),
  "invitation.issue": () =>
    within<Terms>({
      invitation,
      form: invitationForm,
      expiresAt: optional(time),
      maxUses: optional(count),
      for: optional(uniqueList(organization, ADDRESSEES_MAX, 1)),
    }),
  "invitation.revoke": () => within<{ readonly invitation: InvitationId }>({ invitation }),
  "invitation.batch": () =>
    object({
      space,
      // Organizations may come twice: the repeats are skipped and reported.
      invitations: list(object<BatchEntry>({ invitation, organization }), BATCH_MAX),
    }),
  "application.submit": () =>
    object({
      application,
      invitation,
      scope: optional(scope()),
      reach: optional(reach),
      shared: optional(shared()),
      replaces: optional(organization),
    }),
  "application.withdraw": () =>
    either<
      Exclude<SpacesCommands["application.withdraw"], InTrunk>,
      Extract<SpacesCommands["application.withdraw"], InTrunk>
    >({ space: optional(space), application }, { trunk: organization, application }),
  "application.approve": () =>
    either<Exclude<Approve, ApproveSeveral>, ApproveSeveral>(
      { space: optional(space), ...reviewing(), fresh: optional(only(true)) },
      { trunk: optional(organization), items: items() },
    ),
  "application.reject": () =>
    either<
      Exclude<SpacesCommands["application.reject"], InTrunk>,
      Extract<SpacesCommands["application.reject"], InTrunk>
    >({ space: optional(space), ...reviewing() }, { trunk: organization, ...reviewing() }),
  "association.cancel": () => object({ space, organization }),
  "association.leave": () => object({ space, organization }),
  "association.stay": () => object({ space, organization }),
  "association.suspend": () => object({ space, organization, reason: optional(remarkText) }),
  "association.resume": () => object({ space, organization }),
  "visibility.set": () => object({ space, organization, visibility: visibility() }),
  "visibility.hide": () => object({ space, organization, ...hidingWished() }),
  "fields.share": () => within({ organization, fields: sharedFields() }),
  "counterparts.set": () =>
    object({ space, organization: optional(organization), people: counterparts() }),
  "partner.set": () =>
    either<SpacePartner, TrunkPartner>(
      { space, organization, ...partnerShape() },
      { trunk: organization, organization, labels: labels() },
    ),
  "folder.create": () => object({ space, folder, parent: nullable(folder), name: nameText }),
  "folder.rename": () => object({ space, folder, name: nameText }),
  "folder.move": () => object({ space, folder, parent: nullable(folder) }),
  "folder.remove": () => object({ space, folder }),
  "member.place": () => object({ space, organization, folder: nullable(folder) }),
};

/** What each of them replaces. */
export const spacesReplaced: Table<SpacesReplaced> = {
  "space-quota.expand": () => object({ expansion: count }),
  "person-cap.expand": () => object({ cap: count }),
  "visibility.set": () => object({ visibility: visibility() }),
  "visibility.hide": () => object(hidingWished()),
  "counterparts.set": () => object({ people: counterparts() }),
  "partner.set": () =>
    either<Partner, Pick<TrunkPartner, "labels">>(partnerShape(), { labels: labels() }),
  "folder.rename": () => object({ name: nameText }),
  "folder.move": () => object({ parent: nullable(folder) }),
  "member.place": () => object({ folder: nullable(folder) }),
};
