/** Schemas of what events of Spaces and their Rosters carry. */
import type { RosterEvents } from "../roster/model.ts";
import type { AppliedScope, InSpace, InTrunk, Review, SpacesEvents } from "../spaces/model.ts";
import { formedShape, reach, shared, sharedFields, within } from "./hierarchy.ts";
import {
  applicationId,
  departmentId,
  folderId,
  invitationId,
  organizationId,
  personId,
  spaceId,
} from "./ids.ts";
import { count, time } from "./numbers.ts";
import {
  choice,
  either,
  flag,
  nullable,
  object,
  only,
  optional,
  type Shape,
  type Table,
  tuple,
} from "./shape.ts";
import {
  appliedRule,
  hiding,
  invitationForm,
  partnerShape,
  scopeRule,
  spacesCommands,
  visibility,
} from "./spaces.ts";
import { long, thresholds } from "./structures.ts";
import { nameText, remarkText } from "./texts.ts";

const organization = organizationId;
const person = personId;
const department = departmentId;
const space = spaceId;
const application = applicationId;
const invitation = invitationId;

type Of<Data> = Omit<Extract<Data, InTrunk>, "trunk">;

const review = () =>
  within<Of<Review>>({ organization, application, reason: nullable(remarkText) });

const usesLeft = optional(nullable(count));

type Submitted = SpacesEvents["application.submitted"];
const submittedShape = (): Shape<Omit<Extract<Submitted, InSpace>, "space">> => ({
  organization,
  application,
  invitation,
  by: optional(personId),
  scope: object<AppliedScope>({ whole: flag, rules: long(appliedRule()) }),
  expiresAt: optional(time),
});

/** What each event of Spaces carries. */
export const spacesEvents: Table<SpacesEvents> = {
  "space.created": () => object({ space, host: organization, name: nameText }),
  "space.dissolved": () => object({ space, host: organization }),
  "space.unarmed": () =>
    object({ space, subject: choice("persons", "members"), thresholds: thresholds() }),
  "organization.unarmed": () => object({ organization, thresholds: thresholds() }),
  "space-quota.expanded": spacesCommands["space-quota.expand"],
  "person-cap.expanded": spacesCommands["person-cap.expand"],
  "batch-invitation.enabled": spacesCommands["batch-invitation.enable"],
  "invitation.issued": () =>
    within<Of<SpacesEvents["invitation.issued"]>>({
      invitation,
      form: invitationForm,
      expiresAt: nullable(time),
      maxUses: nullable(count),
      invited: nullable(organization),
      for: optional(long(organization)),
    }),
  "invitation.skipped": () =>
    object({
      space,
      organization,
      reason: choice("duplicate", "host", "member", "applied", "invited"),
    }),
  "invitation.extended": () =>
    within<Of<SpacesEvents["invitation.extended"]>>({
      invitation,
      organization,
      expiresAt: nullable(time),
      maxUses: nullable(count),
      addressed: flag,
    }),
  "invitation.revoked": spacesCommands["invitation.revoke"],
  "application.submitted": () =>
    either<Extract<Submitted, InSpace>, Extract<Submitted, InTrunk>>(
      { space, ...submittedShape() },
      {
        trunk: organization,
        ...submittedShape(),
        reach,
        shared: shared(),
        replaces: nullable(organization),
      },
    ),
  "application.expired": () =>
    within<Of<SpacesEvents["application.expired"]>>({ organization, application, usesLeft }),
  "application.withdrawn": () =>
    within<Of<SpacesEvents["application.withdrawn"]>>({ organization, application, usesLeft }),
  "application.approved": review,
  "application.rejected": () =>
    within<Of<SpacesEvents["application.rejected"]>>({
      organization,
      application,
      reason: nullable(remarkText),
      usesLeft,
      reapplyFrom: optional(time),
    }),
  "link.formed": () => object(formedShape()),
  "link.moved": () => object({ ...formedShape(), replaces: organization }),
  "link.cancelled": () =>
    object({
      trunk: organization,
      organization,
      because: choice("cancelled", "left", "ended"),
    }),
  "association.formed": () => object({ space, organization }),
  "association.cancelled": () =>
    object({
      ...{ space, organization },
      because: choice("cancelled", "left", "dissolved", "ended"),
      keptUntil: optional(time),
    }),
  "member.restored": () =>
    object({
      ...{ space, organization, folder: nullable(folderId), ...partnerShape() },
      ...{ visibility: visibility(), ...hiding(), fields: sharedFields() },
      counterparts: object({ organization, people: long(person) }),
    }),
  "association.leave-announced": () => object({ space, organization, from: time }),
  "association.leave-withdrawn": () => object({ space, organization }),
  "association.suspended": () => object({ space, organization, reason: nullable(remarkText) }),
  "association.resumed": () => object({ space, organization }),
  "visibility.set": spacesCommands["visibility.set"],
  "visibility.hidden": () => object({ space, organization, ...hiding() }),
  "fields.shared": spacesCommands["fields.share"],
  "counterpart.named": () =>
    object({
      ...{ space, member: organization, organization, people: long(person) },
      because: optional(only("reinstated")),
      person: optional(person),
      place: optional(count),
    }),
  "counterpart.dropped": () =>
    object({
      ...{ space, member: organization, organization, person },
      because: choice("unnamed", "left", "resigned"),
      unattended: optional(only(true)),
    }),
  "partner.set": spacesCommands["partner.set"],
  "folder.created": spacesCommands["folder.create"],
  "folder.renamed": spacesCommands["folder.rename"],
  "folder.moved": spacesCommands["folder.move"],
  "folder.removed": spacesCommands["folder.remove"],
  "member.placed": spacesCommands["member.place"],
};

const exitReason = choice("scope", "directory", "resigned", "association-ended", "link-ended");
const entryReason = choice("scope", "directory", "waiting-list", "other-identity", "reinstated");

/** What each event of Rosters carries. */
export const rosterEvents: Table<RosterEvents> = {
  "scope.changed": () =>
    within<Of<RosterEvents["scope.changed"]>>({
      organization,
      whole: flag,
      departments: long(tuple(department, nullable(scopeRule))),
      people: long(tuple(person, nullable(scopeRule))),
      set: optional(only(true)),
      ended: optional(scopeRule),
      because: optional(only("reinstated")),
    }),
  "roster.entered": () =>
    within<Of<RosterEvents["roster.entered"]>>({
      organization,
      person,
      ordinal: count,
      because: entryReason,
    }),
  "roster.left": () =>
    within<Of<RosterEvents["roster.left"]>>({ organization, person, because: exitReason }),
  "waiting.joined": () =>
    object({
      space,
      organization,
      person,
      ordinal: count,
      because: optional(only("reinstated")),
      first: optional(count),
    }),
  "waiting.left": () => object({ space, organization, person, because: exitReason }),
};
