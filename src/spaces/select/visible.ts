/** Who of a Space sees whom: one decision in ordered lines for every use (VIS-08). */
import type { DepartmentId, OrganizationId, SpaceId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import { must } from "../../core/transaction.ts";
import { isPlacedIn, isThere } from "../../directory/select/within.ts";
import type { AssociationRecord, SightEntry, SightLine, SightPage, SightSide } from "../model.ts";
import { counterpartsFor, peopleOn } from "./counterparts.ts";
import { isOfKind } from "./partner-kinds.ts";
import { entryStands, sightLists } from "./sight-lists.ts";
import { associationOf, type Reading, spaceOf } from "./spaces.ts";
import { isSuspendedIn } from "./suspended.ts";

/** Who is looked at; the order of the organization's present Association goes with it where it is known. */
export interface LookedAt extends SightSide {
  readonly order?: number;
  /** Named, but not on the Roster: who of others works in which department there is nobody's to learn (VIS-05). */
  readonly absent?: true;
}

/** Who looks at a Space. */
export interface Looking extends SightSide {
  readonly space: SpaceId;
  readonly host: OrganizationId;
  readonly association: AssociationRecord;
  /** What the own setting names, but for whole organizations. */
  readonly shown: SightPage;
  /** Whether any Member is hidden. */
  readonly anyHidden: boolean;
}

/** How somebody of an organization that takes part in a Space looks at the others. */
export function lookingIn(
  tx: Reading,
  space: SpaceId,
  { organization, person }: SightSide,
): Looking {
  const association = must(tx, "association", space, organization);
  const { host, hidden = 0 } = spaceOf(tx, space);
  const shown = sightLists(tx, "shown", space, organization, association);
  const who = { organization, ...(person === undefined ? {} : { person }) };
  return { ...who, space, host, association, shown, anyHidden: hidden > 0 };
}

/** VIS-02: everybody sees their own organization. */
const isOwn = view(
  "VIS-02",
  (looking: Looking, { organization }: LookedAt): boolean => looking.organization === organization,
);

/** EXIT-08, line (2): whether nobody but its own people sees a Member, for it is suspended. */
const isOut = (tx: Reading, { space }: Looking, { organization }: LookedAt): boolean =>
  isSuspendedIn(tx, space, organization);

/** VIS-01: the Host sees every Member, whatever is set. */
const isOfHost = view("VIS-01", ({ association }: Looking): boolean => association.order === 0);

/** PARTNER-03: whether an identity is a counterpart of the Host for the organization that looks. */
const isItsCounterpart = view(
  "PARTNER-03",
  (tx: Reading, { space, host, ...looking }: Looking, { organization, person }: LookedAt) =>
    organization === host &&
    person !== undefined &&
    peopleOn(counterpartsFor(tx, space, looking.organization).host).includes(person),
);

/** Whether a department has somebody in it, or below; of an organization it is enough that it is there. */
const isIn = (
  tx: Reading,
  department: DepartmentId,
  { organization, person }: SightSide,
): boolean =>
  person === undefined
    ? isThere(tx, organization, department)
    : isPlacedIn(tx, { organization, person }, [department]);

/** VIS-03, VIS-04, VIS-08: whether a setting shows somebody by an entry; the reverse does not follow. */
const isNamed = view(["VIS-03", "VIS-04", "VIS-08"], (found: readonly SightEntry[]): boolean => {
  return found.length > 0;
});

/** VIS-03: whether a setting shows all, later ones included. */
const showsAll = view(
  "VIS-03",
  ({ visibility }: Pick<AssociationRecord, "visibility">): boolean => visibility.kind === "all",
);

/** The entries of the own setting that show somebody. */
export function entriesShowing(tx: Reading, looking: Looking, target: LookedAt): SightEntry[] {
  const { organization } = target;
  const { space, shown } = looking;
  const { visibility } = looking.association;
  const association = () => associationOf(tx, space, organization);
  if (visibility.kind === "kinds") {
    const found = association();
    if (found === null) return [];
    return shown.kinds.filter((kind) => isOfKind(kind, found)).map((partner) => ({ partner }));
  }
  if (visibility.kind !== "listed") return [];
  const isOf = ([each]: readonly [OrganizationId, ...unknown[]]) => each === organization;
  const stands = ([, order]: readonly [OrganizationId, number, ...unknown[]]) =>
    entryStands(order, target.order ?? association()?.order);
  const whole = visibility.organizations.filter(isOf).filter(stands);
  const below = shown.departments
    .filter(isOf)
    .filter(stands)
    .filter(([, , department]) => target.absent !== true && isIn(tx, department, target));
  return [
    ...whole.map(() => ({ organization })),
    ...below.map(([, , department]) => ({ organization, department })),
  ];
}

/** Line (4): whether the own setting shows somebody. */
const isShown = (tx: Reading, looking: Looking, target: LookedAt): boolean =>
  showsAll(looking.association) || isNamed(entriesShowing(tx, looking, target));

/** VIS-08: whether an exception names whoever looks: the organization, a kind of it, or a department with them. */
const isExcepted = view(
  "VIS-08",
  (tx: Reading, looking: Looking, { organizations, kinds, departments }: SightPage): boolean => {
    const { organization, association } = looking;
    const isOwnEntry = ([each, order]: readonly [OrganizationId, number, ...unknown[]]) =>
      each === organization && entryStands(order, association.order);
    return (
      organizations.some(isOwnEntry) ||
      kinds.some((kind) => isOfKind(kind, association)) ||
      (looking.person !== undefined &&
        departments.some((each) => isOwnEntry(each) && isIn(tx, each[2], looking)))
    );
  },
);

/** VIS-08, line (3): whether a Member is hidden, and whoever looks is not excepted. */
const isKeptFrom = view(
  "VIS-08",
  (tx: Reading, looking: Looking, { organization }: LookedAt): boolean => {
    if (!looking.anyHidden) return false;
    const { space } = looking;
    const association = associationOf(tx, space, organization);
    return (
      association?.hidden === true &&
      !isExcepted(tx, looking, sightLists(tx, "excepted", space, organization, association))
    );
  },
);

/** A line of VIS-08 with what it says of a pair. */
export interface Line extends SightLine {
  readonly sees: boolean;
}

/** By which rule the own setting says what it says. */
const RULES = { own: "VIS-02", listed: "VIS-03", all: "VIS-03", kinds: "VIS-08" } as const;

/** Whether somebody sees somebody else who takes part in the Space: all lines that say it, the first decides. */
export function linesOf(
  tx: Reading,
  looking: Looking,
  target: LookedAt,
): readonly [Line, ...Line[]] {
  if (isOwn(looking, target)) return [{ sees: true, line: 1, rule: "VIS-02" }];
  const lines: Line[] = [];
  const { organization, association } = looking;
  const settingOf = (kind: "visibility" | "counterparts") => ({ kind, organization });
  if (isOut(tx, looking, target)) {
    const setting = { kind: "suspension", organization: target.organization } as const;
    lines.push({ sees: false, line: 2, rule: "EXIT-08", setting });
  }
  if (isOfHost(looking)) lines.push({ sees: true, line: 2, rule: "VIS-01" });
  if (isItsCounterpart(tx, looking, target)) {
    lines.push({ sees: true, line: 2, rule: "PARTNER-03", setting: settingOf("counterparts") });
  }
  if (isKeptFrom(tx, looking, target)) {
    const setting = { kind: "hiding", organization: target.organization } as const;
    lines.push({ sees: false, line: 3, rule: "VIS-08", setting });
  }
  const last: Line = {
    ...{ sees: isShown(tx, looking, target), line: 4, rule: RULES[association.visibility.kind] },
    setting: settingOf("visibility"),
  };
  const [first = last, ...behind] = lines;
  return first === last ? [last] : [first, ...behind, last];
}

/**
 * Whether somebody sees somebody else who takes part in the Space: what the first of {@link linesOf} says.
 * The own setting is asked before the other's, for where it shows nobody that need not be read.
 */
export const seesIn = (tx: Reading, looking: Looking, target: LookedAt): boolean =>
  isOwn(looking, target) ||
  (!isOut(tx, looking, target) &&
    (isOfHost(looking) ||
      isItsCounterpart(tx, looking, target) ||
      (isShown(tx, looking, target) && !isKeptFrom(tx, looking, target))));

/** The same of whoever may have no part in the Space; who is not on its Roster is in no department that is listed. */
export const seesThere = (tx: Reading, looking: Looking, target: LookedAt): boolean =>
  associationOf(tx, looking.space, target.organization) !== null && seesIn(tx, looking, target);
