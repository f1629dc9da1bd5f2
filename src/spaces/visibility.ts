/** Visibility: whom of the Space each Member's people see, and from whom a Member is hidden. */
import { firstThat } from "../core/guess.ts";
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import { distinct } from "../core/lists.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { isThere } from "../directory/select/within.ts";
import type { HidingExceptions, PartnerKind, SpacesEvents, Visibility } from "./model.ts";
import { hidingNow, visibilityNow } from "./select/sight-lists.ts";
import {
  associationOf,
  type CommandOf,
  type Deciding,
  organizationIsMember,
  type Reading,
  spaceAdminRefusal,
} from "./select/spaces.ts";
import { dropInert } from "./settings.ts";

/** What a setting of sight names. */
type Lists = Partial<HidingExceptions>;

/** VIS-08: as many entries in each list as the policy allows; whole organizations seen are no exceptions. */
const listsFit = guard(
  "VIS-08",
  (lists: Lists, path: readonly string[], whole: boolean, policy: Policy) => {
    for (const list of ["organizations", "kinds", "departments"] as const) {
      const isFree = list === "organizations" && whole;
      if (isFree || (lists[list]?.length ?? 0) <= policy.sightExceptionLimit) continue;
      return refuse("MALFORMED", {
        problems: [{ path: ["data", ...path, list], problem: "too-many" }],
      });
    }
    return null;
  },
);

/** VIS-08, PROTO-03: the departments named are there, of organizations of the Space; no others are looked up. */
const departmentsKnown = guard(
  ["VIS-08", "PROTO-03"],
  (tx: Reading, space: SpaceId, { departments = [] }: Lists) => {
    const unknown = firstThat(
      departments,
      ({ organization, department }) =>
        associationOf(tx, space, organization) === null || !isThere(tx, organization, department),
    );
    return unknown === undefined ? null : refuse("UNKNOWN_DEPARTMENT", { ...unknown });
  },
);

/** VIS-03, VIS-08: the organizations named are of the Space: its Host, or Members. */
const namedTakePart = guard(
  ["VIS-03", "VIS-08"],
  (tx: Reading, space: SpaceId, { organizations = [] }: Lists) => {
    const organization = firstThat(
      organizations,
      (each) => associationOf(tx, space, each) === null,
    );
    return organization === undefined ? null : refuse("NOT_A_MEMBER", { space, organization });
  },
);

/** Why a setting of sight cannot be set, if so. */
const settingRefusal = (
  tx: Reading,
  { by, data }: CommandOf<"visibility.set" | "visibility.hide">,
  lists: Lists,
) =>
  spaceAdminRefusal(tx, by, data.space) ??
  departmentsKnown(tx, data.space, lists) ??
  organizationIsMember(tx, data.space, data.organization) ??
  namedTakePart(tx, data.space, lists);

const kindText = ({ type, level }: PartnerKind): string =>
  JSON.stringify([type ?? null, level ?? null]);

/** Each thing named once. */
const once = ({ organizations = [], kinds = [], departments = [] }: Lists): HidingExceptions => ({
  organizations: distinct<OrganizationId>(organizations),
  kinds: distinct(kinds, kindText),
  departments: distinct(departments, ({ organization, department }) =>
    JSON.stringify([organization, department]),
  ),
});

/** A setting that names each thing once. */
function visibilityOnce(visibility: Visibility): Visibility {
  const { organizations, kinds, departments } = once(visibility as Lists);
  if (visibility.kind === "kinds") return { kind: "kinds", kinds };
  if (visibility.kind !== "listed") return { kind: visibility.kind };
  return { kind: "listed", organizations, ...(departments.length === 0 ? {} : { departments }) };
}

/** The same text for lists that name the same, in whatever order. */
const namesText = ({ organizations = [], kinds = [], departments = [] }: Lists): string =>
  JSON.stringify([
    [...organizations].sort(),
    kinds.map(kindText).sort(),
    departments.map((each) => `${each.organization} ${each.department}`).sort(),
  ]);

/** VIS-03, VIS-08: from now on this Member's people see so much, besides their own organization. */
const show = effect(
  ["VIS-03", "VIS-08"],
  (tx: Deciding, wish: SpacesEvents["visibility.set"]): void => {
    emit(tx, "visibility.set", wish);
  },
);

/** VIS-08: from now on this Member is hidden, but from whoever is excepted; or hidden no more. */
const hide = effect("VIS-08", (tx: Deciding, wish: SpacesEvents["visibility.hidden"]): void => {
  emit(tx, "visibility.hidden", wish);
});

/** A Space admin sets what one Member sees. */
export function setVisibility(tx: Deciding, command: CommandOf<"visibility.set">, policy: Policy) {
  const { data } = command;
  const lists = data.visibility as Lists;
  const refusal =
    listsFit(lists, ["visibility"], true, policy) ?? settingRefusal(tx, command, lists);
  if (refusal !== null) return refusal;
  const { space, organization } = data;
  const visibility = visibilityOnce(data.visibility);
  const { now, inert } = visibilityNow(tx, space, organization);
  const isSame =
    now.kind === visibility.kind && namesText(now as Lists) === namesText(visibility as Lists);
  dropInert(tx, { kind: "visibility", space, organization }, inert);
  if (!isSame) show(tx, { space, organization, visibility });
  return null;
}

/** A Space admin hides a Member from the others, but for some, or hides it no more. */
export function hideMember(tx: Deciding, command: CommandOf<"visibility.hide">, policy: Policy) {
  const { space, organization, hidden, except: lists = {} } = command.data;
  const refusal = listsFit(lists, ["except"], false, policy) ?? settingRefusal(tx, command, lists);
  if (refusal !== null) return refusal;
  const except = once(lists);
  const { now, inert } = hidingNow(tx, space, organization);
  const isSame = now.hidden === hidden && namesText(now.except) === namesText(except);
  dropInert(tx, { kind: "hiding", space, organization }, inert);
  if (!isSame) hide(tx, { space, organization, hidden, except });
  return null;
}
