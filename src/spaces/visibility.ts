/** Visibility: which organizations of the Space each Member's people see. */
import { firstThat } from "../core/guess.ts";
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import type { SpacesCommands, Visibility } from "./model.ts";
import {
  associationOf,
  type CommandOf,
  type Deciding,
  organizationIsMember,
  type Reading,
  spaceAdminRefusal,
} from "./select/spaces.ts";
import { visibilityInForce } from "./select/visible.ts";

/** The organizations a setting names, each once. */
function listed(visibility: Visibility): OrganizationId[] {
  return visibility.kind === "listed" ? [...new Set(visibility.organizations)] : [];
}

/** VIS-03: the organizations listed are of the Space: its Host, or Members. */
const listedTakePart = guard("VIS-03", (tx: Reading, space: SpaceId, visibility: Visibility) => {
  const organization = firstThat(
    listed(visibility),
    (each) => associationOf(tx, space, each) === null,
  );
  return organization === undefined ? null : refuse("NOT_A_MEMBER", { space, organization });
});

/** Whether two settings, listing organizations once each, show the same. */
function sameVisibility(left: Visibility, right: Visibility): boolean {
  if (left.kind !== "listed" || right.kind !== "listed") return left.kind === right.kind;
  const shown = new Set(left.organizations);
  return (
    shown.size === right.organizations.length &&
    right.organizations.every((organization) => shown.has(organization))
  );
}

/** VIS-03: from now on this Member's people see so much, besides their own organization. */
const show = effect("VIS-03", (tx: Deciding, wish: SpacesCommands["visibility.set"]): void => {
  emit(tx, "visibility.set", wish);
});

/** A Space admin sets what one Member sees. */
export function setVisibility(tx: Deciding, { by, data }: CommandOf<"visibility.set">) {
  const { space, organization } = data;
  const refusal =
    spaceAdminRefusal(tx, by, space) ??
    organizationIsMember(tx, space, organization) ??
    listedTakePart(tx, space, data.visibility);
  if (refusal !== null) return refusal;
  const visibility: Visibility =
    data.visibility.kind === "listed"
      ? { kind: "listed", organizations: listed(data.visibility) }
      : data.visibility;
  const before = visibilityInForce(tx, space, must(tx, "association", space, organization));
  if (!sameVisibility(before, visibility)) show(tx, { space, organization, visibility });
  return null;
}
