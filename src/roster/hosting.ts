/** A Space is created, with the Host's own people in it if a scope is given. */
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { actorIsAuthorizedAdmin } from "../directory/select/authority.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import type { SpacesCommand, SpacesEvents } from "../spaces/model.ts";
import { creationGatesOpen, hostHasSpaceQuota, hostIsCertified } from "../spaces/select/limits.ts";
import { appliedScope, scopeIsOwn, scopeNamesKnown } from "../spaces/select/scope.ts";
import { actorKnown, idFree } from "../spaces/select/spaces.ts";
import { changeOfApplied } from "./applied.ts";
import { carryOut } from "./scope-change.ts";
import { peopleFit, planChange } from "./select/planning.ts";
import type { Deciding } from "./select/scope.ts";

type CreateSpace = Extract<SpacesCommand, { readonly type: "space.create" }>;

/** SPACE-01, SPACE-02: there is a Space, and the organization that created it is its one Host. */
const found = effect("SPACE-02", (tx: Deciding, space: SpacesEvents["space.created"]): void => {
  emit(tx, "space.created", space);
});

/** Creates a Space; the acting organization becomes its Host. */
export function createSpace(tx: Deciding, command: CreateSpace, policy: Policy) {
  const { space, name, scope = {} } = command.data;
  if (!("organization" in command.by)) {
    return refuse("NOT_AUTHORIZED_ADMIN", { organization: null });
  }
  const host = command.by.organization;
  const refusal =
    actorKnown(tx, command.by) ??
    actorIsAuthorizedAdmin(tx, command.by, host) ??
    scopeNamesKnown(tx, host, scope) ??
    hostIsCertified(tx, host, policy) ??
    creationGatesOpen(tx, host, policy) ??
    idFree(tx, "space", space) ??
    scopeIsOwn(host, scope) ??
    hostHasSpaceQuota(tx, host, policy);
  if (refusal !== null) return refusal;
  const change = changeOfApplied(tx, host, appliedScope(tx, host, scope));
  const place = {
    of: { space },
    organization: host,
    part: null,
    room: { record: null, host: organizationOf(tx, host) },
  };
  const plan = planChange(tx, policy, place, change);
  const tooMany = peopleFit(plan, true);
  if (tooMany !== null) return tooMany;
  found(tx, { space, host, name });
  const empty = !change.whole && change.departments.length + change.people.length === 0;
  if (!empty) carryOut(tx, policy, place, change, plan);
  return null;
}
