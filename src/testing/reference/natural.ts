/** Which natural person an identity counts as (CAP-02, LIC-14, DIR-14). */
import type { PersonId } from "../../core/ids.ts";
import { isSame } from "./identities.ts";
import { isLive } from "./lists.ts";
import type { Employment, Identity, State } from "./state.ts";

function employmentOf({ employments }: State, identity: Identity): Employment | undefined {
  return employments.find((each) => isSame(each, identity));
}

function standing({ natural, person }: Employment): PersonId {
  return natural ?? person;
}

/**
 * Whoever got another id counts as before, as long as another organization has the same natural
 * person in service; so no rename raises any number (AMB-117).
 */
export function naturalOf(state: State, identity: Identity): PersonId {
  const own = employmentOf(state, identity);
  if (own?.natural == null) return identity.person;
  const isKnownElsewhere = state.employments.some(
    (each) =>
      each.organization !== own.organization &&
      each.inService &&
      isLive(state, each.organization) &&
      standing(each) === own.natural,
  );
  return isKnownElsewhere ? own.natural : own.person;
}
