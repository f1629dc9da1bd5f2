/** Which function handles which input about groups. */
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import type { GroupsCommand } from "./model.ts";
import type { Deciding } from "./select/participants.ts";
import { addToGroup, leaveGroup, startGroup } from "./starting.ts";

/** A function for every type of input: a missing one does not compile. */
export const groupsHandlers = {
  "group.start": startGroup,
  "group.add": addToGroup,
  "group.leave": leaveGroup,
} satisfies {
  readonly [Type in GroupsCommand["type"]]: (
    tx: Deciding,
    input: Extract<GroupsCommand, { readonly type: Type }>,
    policy: Policy,
  ) => Refusal | null;
};
