/** Members suspended and resumed: the Host keeps all of one's people from acting in its Space, for a while. */
import type { Actor } from "../core/input.ts";
import { effect } from "../core/rule.ts";
import { emit, notify } from "../core/transaction.ts";
import type { MemberOf, SpacesEvents } from "./model.ts";
import { bothSides } from "./notices.ts";
import {
  type CommandOf,
  type Deciding,
  organizationIsMember,
  type Reading,
  spaceAdminRefusal,
} from "./select/spaces.ts";
import { isSuspendedIn } from "./select/suspended.ts";

/** EXIT-08: nobody of the Member acts in the Space, or sees or is seen there; both sides know, with the reason. */
const suspend = effect(
  "EXIT-08",
  (tx: Deciding, suspension: SpacesEvents["association.suspended"]): void => {
    emit(tx, "association.suspended", suspension);
    notify(tx, { kind: "ASSOCIATION_SUSPENDED", to: bothSides(suspension), data: suspension });
  },
);

/** EXIT-08: the Member's people act there again, as if nothing had been; both sides know. */
const resume = effect("EXIT-08", (tx: Deciding, { space, organization }: MemberOf): void => {
  const data = { space, organization };
  emit(tx, "association.resumed", data);
  notify(tx, { kind: "ASSOCIATION_RESUMED", to: bothSides(data), data });
});

/** Why somebody does not decide whether a Member is suspended, if so; the Host is none of its own Space. */
const suspenderRefusal = (tx: Reading, by: Actor, { space, organization }: MemberOf) =>
  spaceAdminRefusal(tx, by, space) ?? organizationIsMember(tx, space, organization);

/** A Space admin suspends a Member, if it is not yet. */
export function suspendMember(tx: Deciding, { by, data }: CommandOf<"association.suspend">) {
  const refusal = suspenderRefusal(tx, by, data);
  if (refusal !== null) return refusal;
  const { space, organization, reason = null } = data;
  if (!isSuspendedIn(tx, space, organization)) suspend(tx, { space, organization, reason });
  return null;
}

/** A Space admin resumes a Member, if it is suspended. */
export function resumeMember(tx: Deciding, { by, data }: CommandOf<"association.resume">) {
  const refusal = suspenderRefusal(tx, by, data);
  if (refusal !== null) return refusal;
  if (isSuspendedIn(tx, data.space, data.organization)) resume(tx, data);
  return null;
}
