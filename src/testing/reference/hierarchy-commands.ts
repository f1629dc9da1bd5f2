/** Which commands are about Trunks and Links, and who handles them. */
import type { RefusalCode } from "../../core/refusal.ts";
import type { LicenseUnit } from "../../licenses/model.ts";
import { distributionCommands } from "./distributing.ts";
import type { HierarchyHandler, HierarchyHandlers } from "./hierarchy-handlers.ts";
import { ownOffer } from "./industry-offer.ts";
import { isMeantFor } from "./invitations.ts";
import { liaisonCommands } from "./liaisons.ts";
import { linkCommands } from "./link-commands.ts";
import { linkScopeCommands } from "./link-scopes.ts";
import { seatCommands } from "./seats.ts";
import { trunkFieldCommands } from "./shared-fields.ts";
import type { ReferenceInput, World } from "./state.ts";
import { trunkApplicationCommands } from "./trunk-applications.ts";
import { trunkApprovalCommands } from "./trunk-approvals.ts";
import { trunkGroupCommands } from "./trunk-groups.ts";
import { trunkInvitationCommands, validTrunkInvitation } from "./trunk-invitations.ts";
import { trunkOfUnit } from "./vocabulary-distribution.ts";
import {
  type HierarchyCommand,
  type HierarchyCommands,
  whichHold,
} from "./vocabulary-hierarchy.ts";
import { isOwnOffer } from "./vocabulary-industry.ts";

const handlers: HierarchyHandlers<keyof HierarchyCommands> = {
  ...trunkInvitationCommands,
  ...trunkApplicationCommands,
  ...trunkApprovalCommands,
  ...linkScopeCommands,
  ...linkCommands,
  ...distributionCommands,
  ...seatCommands,
  ...liaisonCommands,
  ...trunkGroupCommands,
  ...trunkFieldCommands,
};

/** What may be named in a command's data to say which side it is about. */
interface Sides {
  readonly trunk?: string;
  readonly space?: string;
  readonly application?: string;
  readonly items?: unknown;
  readonly unit?: LicenseUnit;
}

/** Whether a command is about a Trunk: it names one, or an application of one or an invitation that leads there. */
function isOfTrunk({ state }: World, command: HierarchyCommand): boolean {
  const { trunk, space, application, items, unit }: Sides = command.data;
  if (!(command.type in handlers)) return false;
  if (unit !== undefined) return trunkOfUnit(unit) !== null;
  if (trunk !== undefined || command.type.startsWith("link.")) return true;
  if (command.type === "application.approve") return items !== undefined;
  if (command.type === "application.submit") {
    const { by, at, data } = command;
    const found = validTrunkInvitation(state, data.invitation, by, at);
    return found !== undefined && isMeantFor(found, by);
  }
  return space === undefined && state.trunkApplications.some((each) => each.id === application);
}

/** How a command about a Trunk or a Link is handled; `null` for all other inputs. */
export function hierarchyHandler(
  world: World,
  input: ReferenceInput,
): HierarchyHandler<ReferenceInput> | null {
  const command = input as unknown as HierarchyCommand;
  if (isOwnOffer(input)) return ownOffer as unknown as HierarchyHandler<ReferenceInput>;
  if ("from" in input || !isOfTrunk(world, command)) return null;
  const { trunk, space, items }: Sides = command.data;
  const handler = handlers[command.type] as unknown as HierarchyHandler<ReferenceInput>;
  const isMixed = space !== undefined && (trunk !== undefined || items !== undefined);
  const lacksItems = command.type === "application.approve" && items === undefined;
  const malformed: RefusalCode[] = whichHold([["MALFORMED", true]]);
  return isMixed || lacksItems ? { ...handler, codes: () => malformed } : handler;
}
