/** Words of hierarchies, which the areas' own vocabulary may not have yet (rulebook, part two). */
import type { ApplicationId, GroupId, OrganizationId } from "../../core/ids.ts";
import type { Command } from "../../core/input.ts";
import type { Notice, Recipient } from "../../core/notice.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { LinkNamed } from "../../core/refusal-shapes.ts";
import type { GroupsCommands } from "../../groups/model.ts";
import type { HierarchyCommands as LinkCommands } from "../../hierarchy/model.ts";
import type { HierarchyQueries } from "../../queries/model/hierarchy.ts";
import type { Viewer } from "../../queries/model.ts";
import type { RosterCommands } from "../../roster/model.ts";
import type {
  ApprovedItem,
  InTrunk,
  Reviewing,
  SpacesCommands,
  TrunkPartner,
} from "../../spaces/model.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";
import type { DistributionAsked, DistributionCommands } from "./vocabulary-distribution.ts";
import type { LiaisonAsked, LiaisonCommands } from "./vocabulary-liaisons.ts";

type Asked = { readonly [Type in keyof HierarchyQueries]: HierarchyQueries[Type]["input"] };

/** A Link, by its two sides; the organization is the Branch. */
export type { LinkNamed } from "../../core/refusal-shapes.ts";
/** How far up a Branch is seen (HIER-04); whom a switch of sight does not bind (SIGHT-03). */
export type { Reach, SightExceptions as Exceptions } from "../../spaces/model.ts";

/** What commands that exist for Spaces too take where they are about a Trunk. */
type OfTrunk<Commands, Type extends keyof Commands> = Extract<Commands[Type], InTrunk>;

/** What the commands about Trunks and Links take; some of them exist for Spaces too. */
export interface HierarchyCommands extends LinkCommands, DistributionCommands, LiaisonCommands {
  readonly "invitation.issue": OfTrunk<SpacesCommands, "invitation.issue">;
  readonly "invitation.revoke": OfTrunk<SpacesCommands, "invitation.revoke">;
  readonly "application.submit": SpacesCommands["application.submit"];
  readonly "application.withdraw": Partial<InTrunk> & Pick<Reviewing, "application">;
  readonly "application.approve": Partial<InTrunk> & { readonly items: readonly ApprovedItem[] };
  readonly "application.reject": Partial<InTrunk> & Reviewing;
  readonly "scope.set": OfTrunk<RosterCommands, "scope.set">;
  readonly "scope.put-in": OfTrunk<RosterCommands, "scope.put-in">;
  readonly "scope.take-out": OfTrunk<RosterCommands, "scope.take-out">;
  readonly "partner.set": TrunkPartner;
  readonly "fields.share": OfTrunk<SpacesCommands, "fields.share">;
  readonly "group.start": OfTrunk<GroupsCommands, "group.start">;
  readonly "group.add": OfTrunk<GroupsCommands, "group.add">;
  readonly "group.leave": OfTrunk<GroupsCommands, "group.leave">;
}

/** A command about a Trunk or a Link. */
export type HierarchyCommand<Type extends keyof HierarchyCommands = keyof HierarchyCommands> = {
  [T in Type]: Command<T, HierarchyCommands[T]>;
}[Type];

/** Codes that commands do not have yet, each with the one that it comes right after in the order of refusal. */
const ranked = [
  ["UNKNOWN_LIAISON_ROLE", "UNKNOWN_TASK"],
  ["INDUSTRY_ACCESS_CLOSED", "NOT_ON_LINK"],
  ["LIAISON_NOT_ELIGIBLE", "SUCCESSOR_NOT_ELIGIBLE"],
] as const;

/** One of those. */
type HierarchyCode = (typeof ranked)[number][0];

/** The order of refusal with those in their places. */
export function withHierarchyCodes(known: readonly RefusalCode[]): readonly RefusalCode[] {
  const all: string[] = [...known];
  for (const [code, before] of ranked) {
    if (!all.includes(code)) all.splice(all.indexOf(before) + 1, 0, code);
  }
  return all as unknown as readonly RefusalCode[];
}

/** The codes whose condition holds, those of hierarchies among them. */
export function whichHold(
  checks: readonly (readonly [RefusalCode | HierarchyCode, boolean])[],
): RefusalCode[] {
  return checks.flatMap(([code, applies]) => (applies ? [code as RefusalCode] : []));
}

/** The notice that a Link has ended, to both sides (UNLINK-03). */
export function linkEnded(
  { trunk, organization }: LinkNamed,
  because: "cancelled" | "left" | "moved" | "ended",
): Notice {
  const to = [hierarchyAdmins(trunk), hierarchyAdmins(organization)];
  return { kind: "LINK_ENDED", to, data: { trunk, organization, because } };
}

/** The notice that an organization has come to reach others from further up, to those (HIER-04). */
export function hierarchyReached(
  organization: OrganizationId,
  reached: readonly OrganizationId[],
): Notice {
  const to = reached.map((each) => hierarchyAdmins(each));
  return { kind: "HIERARCHY_REACHED", to, data: { organization } };
}

/** The notice about somebody on Links, to the admins of their own organization (BRANCH-06). */
export function ofLinks(
  kind: "COUNTERPART_LEFT" | "COUNTERPART_BACK" | "COUNTERPART_RENAMED",
  to: readonly Recipient[],
  data: object,
): Notice {
  return { kind, to, data } as unknown as Notice;
}

/** What the questions about hierarchies take, and those of the others that exist for Trunks too. */
export interface HierarchyAsked extends Asked, DistributionAsked, LiaisonAsked {
  readonly "admin.applications": {
    readonly viewer: Viewer;
    readonly trunk: OrganizationId;
    readonly at?: number;
  };
  readonly "admin.application": {
    readonly viewer: Viewer;
    readonly trunk: OrganizationId;
    readonly application: ApplicationId;
    readonly at?: number;
  };
  readonly "application.own": {
    readonly viewer: Viewer;
    readonly trunk: OrganizationId;
    readonly at?: number;
  };
  readonly "admin.roster": {
    readonly viewer: Viewer;
    readonly trunk: OrganizationId;
    readonly organization?: OrganizationId;
  };
  readonly "admin.scope": { readonly viewer: Viewer; readonly trunk: OrganizationId };
  readonly "admin.invitations": { readonly viewer: Viewer; readonly trunk: OrganizationId };
  readonly "group.mine": { readonly viewer: Viewer; readonly trunk: OrganizationId };
  readonly "group.participants": {
    readonly viewer: Viewer;
    readonly trunk: OrganizationId;
    readonly group: GroupId;
  };
}
