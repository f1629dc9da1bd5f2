/** Which commands are about Trunks and Links, and who handles them. */
import type { RefusalCode } from "../../core/refusal.ts";
import { distributionCommands } from "./distributing.ts";
import type { HierarchyHandler, HierarchyHandlers } from "./hierarchy-handlers.ts";
import { liaisonCommands } from "./liaisons.ts";
import { linkCommands } from "./link-commands.ts";
import { linkScopeCommands } from "./link-scopes.ts";
import { seatCommands } from "./seats.ts";
import type { ReferenceInput, World } from "./state.ts";
import { trunkApplicationCommands } from "./trunk-applications.ts";
import { trunkApprovalCommands } from "./trunk-approvals.ts";
import { trunkInvitationCommands, validTrunkInvitation } from "./trunk-invitations.ts";
import { trunkOfUnit } from "./vocabulary-distribution.ts";
import {
  type HierarchyCommand,
  type HierarchyCommands,
  whichHold,
} from "./vocabulary-hierarchy.ts";

const handlers: HierarchyHandlers<keyof HierarchyCommands> = {
  ...trunkInvitationCommands,
  ...trunkApplicationCommands,
  ...trunkApprovalCommands,
  ...linkScopeCommands,
  ...linkCommands,
  ...distributionCommands,
  ...seatCommands,
  ...liaisonCommands,
};

/** What may be named in a command's data to say which side it is about. */
interface Sides {
  readonly trunk?: string;
  readonly space?: string;
  readonly application?: string;
  readonly items?: unknown;
  readonly unit?: object;
}

/** Whether a command is about a Trunk: it names one, or an application or a valid invitation of one. */
function isOfTrunk({ state }: World, command: HierarchyCommand): boolean {
  const { trunk, space, application, items, unit }: Sides = command.data;
  if (!(command.type in handlers)) return false;
  if (unit !== undefined) return command.type === "license.limit" || trunkOfUnit(unit) !== null;
  if (trunk !== undefined || command.type.startsWith("link.")) return true;
  if (command.type === "application.approve") return items !== undefined;
  if (command.type === "application.submit") {
    const { by, at, data } = command;
    return validTrunkInvitation(state, data.invitation, by, at) !== undefined;
  }
  return space === undefined && state.trunkApplications.some((each) => each.id === application);
}

/** How a command about a Trunk or a Link is handled; `null` for all other inputs. */
export function hierarchyHandler(
  world: World,
  input: ReferenceInput,
): HierarchyHandler<ReferenceInput> | null {
  const command = input as unknown as HierarchyCommand;
  if ("from" in input || !isOfTrunk(world, command)) return null;
  const { trunk, space, items }: Sides = command.data;
  const handler = handlers[command.type] as unknown as HierarchyHandler<ReferenceInput>;
  const isMixed = space !== undefined && (trunk !== undefined || items !== undefined);
  const lacksItems = command.type === "application.approve" && items === undefined;
  const malformed: RefusalCode[] = whichHold([["MALFORMED", true]]);
  return isMixed || lacksItems ? { ...handler, codes: () => malformed } : handler;
}
