/** What a view holds that no question answers: the bits that enforcement cannot help telling. */
import { allEntries } from "../../core/hashed.ts";
import type { ApplicationId, DepartmentId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { allTickets } from "../../core/paged.ts";
import type { Policy } from "../../core/policy.ts";
import { must, read } from "../../core/transaction.ts";
import { idOf } from "../../directory/select/aliases.ts";
import { identityOf } from "../../directory/select/naturals.ts";
import { organizationOf } from "../../directory/select/organizations.ts";
import { readTree } from "../../directory/select/tree.ts";
import type { Reading } from "../../queries/handler.ts";
import type { Viewer } from "../../queries/model.ts";
import type { RosterEntry } from "../../roster/model.ts";
import { rosterOf } from "../../roster/select/keys.ts";
import { isPresent, placesLeft } from "../../roster/select/presence.ts";
import type { MembersPage } from "../../spaces/model.ts";
import { hostIsOpen, interconnectOpen } from "../../spaces/select/interconnect.ts";
import { membersOf } from "../../spaces/select/keys.ts";
import { joiningGatesOpen, memberIsCertified } from "../../spaces/select/limits.ts";
import { isSuspendedIn, memberIsOpen } from "../../spaces/select/suspended.ts";
import { reachedFrom, trunksKnown } from "./hierarchies.ts";
import { type BookEntry, bookSeen } from "./industry.ts";
import { type DepartmentBelow, departmentsBelow, type RoleSeen, rolesSeen } from "./liaisons.ts";
import { type LinkingSeen, linkingSeen } from "./linking.ts";
import type { Related } from "./parts.ts";

/** The kinds of bits that enforcement cannot help telling. */
export type Disclosure =
  | ("room" | "interconnection" | "join-limit" | "presence" | "departments")
  | ("offices" | "departments-below" | "book" | "linking" | "terms");

/** What somebody learns by what they are refused. */
export interface Disclosures {
  /** To admins: whether each Space has room for one person more. */
  readonly room?: readonly (readonly [SpaceId, boolean])[];
  /** To admins: whether the gates of joining are open, of each Space to oneself, of one's own to applicants. */
  readonly interconnection?: readonly (readonly [SpaceId, OrganizationId, boolean])[];
  /** To a Member's people: the code that closes the use of apps in a Space, or `null`. */
  readonly use?: readonly (readonly [SpaceId, string | null])[];
  /** To Space admins: whether each pending applicant to a Space hosted may join no further one. */
  readonly atJoinLimit?: readonly (readonly [SpaceId, ApplicationId, boolean])[];
  /** To whoever can name them for groups: who is on the Roster. */
  readonly presence?: readonly (readonly [SpaceId, readonly Identity[]])[];
  /** To Space admins, who can name them: the departments of each Member. */
  readonly departments?: readonly (readonly [SpaceId, OrganizationId, readonly DepartmentId[]])[];
  /** To Hierarchy admins: which roles of liaisons there are, of one's own; which one may fill, of others. */
  readonly offices?: readonly RoleSeen[];
  /** To Hierarchy admins, who can name them: the departments of their own organization and those it reaches. */
  readonly departmentsBelow?: readonly DepartmentBelow[];
  /** To whoever can name them as owners of rows: who is in the industry book of their organization. */
  readonly book?: readonly BookEntry[];
  /** To those in service, who can try their apps at any time: when the purchases of licenses of their Hosts end. */
  readonly terms?: readonly (readonly [OrganizationId, number])[];
  /** To Hierarchy admins of both sides: applications to Trunks, and what would refuse those that wait. */
  readonly linking?: readonly LinkingSeen[];
}

/** The fields in which each kind of bit stands. */
const FIELDS: { readonly [Kind in Disclosure]: readonly (keyof Disclosures)[] } = {
  room: ["room"],
  interconnection: ["interconnection", "use"],
  "join-limit": ["atJoinLimit"],
  presence: ["presence"],
  departments: ["departments"],
  offices: ["offices"],
  "departments-below": ["departmentsBelow"],
  book: ["book"],
  linking: ["linking"],
  terms: ["terms"],
};

/** What disclosures depend on besides the viewer. */
interface Basis {
  readonly related: Related;
  readonly manages: boolean;
  readonly policy: Policy;
  readonly without: readonly Disclosure[];
}

/** What somebody learns beyond the answers to their questions. */
export function disclosures(tx: Reading, viewer: Viewer, basis: Basis): Disclosures {
  const all: Disclosures = {
    ...(basis.manages ? ofJoining(tx, viewer.organization, basis) : {}),
    ...(basis.manages ? ofDepartments(tx, basis.related.hosted) : {}),
    ...(viewer.as === undefined ? ofPresence(tx, viewer, basis) : {}),
    ...ofUse(tx, viewer, basis),
    ...(viewer.as === undefined ? ofHierarchies(tx, viewer, basis.policy) : {}),
    ...ofBook(tx, viewer, basis.manages),
  };
  const left = basis.without.flatMap((each) => FIELDS[each]);
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => !left.some((field) => field === name)),
  );
}

/** What anybody learns by naming owners of rows. */
function ofBook(tx: Reading, viewer: Viewer, manages: boolean): Disclosures {
  const book = bookSeen(tx, viewer, manages);
  return book.length === 0 ? {} : { book };
}

/** What Hierarchy admins learn of a Trunk's roles, and of departments below. */
function ofHierarchies(tx: Reading, viewer: Viewer, policy: Policy): Disclosures {
  const { organization } = viewer;
  const offices = trunksKnown(tx, organization).flatMap((trunk) => rolesSeen(tx, viewer, trunk));
  const below = departmentsBelow(tx, viewer, [organization, ...reachedFrom(tx, organization)]);
  const linking = linkingSeen(tx, viewer, policy);
  return {
    ...(linking.length === 0 ? {} : { linking }),
    ...(offices.length === 0 ? {} : { offices }),
    ...(below.length === 0 ? {} : { departmentsBelow: below }),
  };
}

/** What admins learn about joining, and about room. */
function ofJoining(
  tx: Reading,
  organization: OrganizationId,
  { related, policy }: Basis,
): Disclosures {
  const spaces = [...related.hosted, ...related.joined, ...related.applied];
  const received = related.applications.filter(([, each]) => related.hosted.includes(each.space));
  const pending = received.filter(([, each]) => each.status === "pending");
  // Gates come before the question whether an application is still pending.
  const pairs = [
    ...spaces.map((space) => [space, organization] as const),
    ...received.map(([, each]) => [each.space, each.organization] as const),
  ];
  const open = (space: SpaceId, applicant: OrganizationId): boolean =>
    (joiningGatesOpen(tx, space, applicant, policy) ?? memberIsCertified(tx, applicant, policy)) ===
    null;
  return {
    room: spaces.map((space) => [space, placesLeft(tx, space, policy) > 0]),
    interconnection: pairs.map(([space, who]) => [space, who, open(space, who)]),
    atJoinLimit: pending.map(([application, { space, organization: applicant }]) => [
      space,
      application as ApplicationId,
      organizationOf(tx, applicant).joined.length >= policy.joinLimit,
    ]),
  };
}

const text = ({ organization, person }: Identity): string => JSON.stringify([organization, person]);

/** Everybody on the Roster of a Space, the Host's people or not. */
function everybodyIn(tx: Reading, space: SpaceId): Identity[] {
  const index = must(tx, "space", space).roster;
  return allEntries<RosterEntry>(tx, rosterOf(space), index)
    .flatMap(([natural, through]) => through.map((each) => identityOf(natural, each)))
    .sort((left, right) => (text(left) < text(right) ? -1 : 1));
}

/** What Space admins learn by naming departments of Members (LIC-09, APP-04). */
function ofDepartments(tx: Reading, hosted: readonly SpaceId[]): Disclosures {
  const pairs = hosted.flatMap((space) => {
    const { members } = must(tx, "space", space);
    return allTickets<MembersPage["entries"][number]>(tx, membersOf(space), members).map(
      ([, organization]) => [space, organization] as const,
    );
  });
  return {
    departments: pairs.map(([space, organization]) => [
      space,
      organization,
      [...readTree(tx, organization).values()]
        .map(({ department }) => idOf(tx, organization, "departments", department))
        .sort(),
    ]),
  };
}

/**
 * What those on the Roster learn by naming people for groups where these do not ask for visibility (GROUP-02).
 * Space admins may ask who is there (ASK-01).
 */
function ofPresence(
  tx: Reading,
  { organization, person }: Viewer,
  { related: { hosted, joined }, policy }: Basis,
): Disclosures {
  if (policy.groupInviteRequiresVisibility) return {};
  const inside = [...hosted, ...joined].filter((space) =>
    isPresent(tx, space, organization, person),
  );
  if (inside.length === 0) return {};
  // Of a suspended Member nobody is told whether they are there, and none of its people names anybody.
  const isOut = (space: SpaceId, each: OrganizationId) => isSuspendedIn(tx, space, each);
  const open = inside.filter((space) => !isOut(space, organization));
  return {
    presence: open.map((space) => [
      space,
      everybodyIn(tx, space).filter((each) => !isOut(space, each.organization)),
    ]),
  };
}

/** What those in service learn by trying to use apps (LIC-20), of their own Host and of others. */
function ofUse(
  tx: Reading,
  { organization, person, as }: Viewer,
  { related: { joined }, policy }: Basis,
): Disclosures {
  const employed = read(tx, "employment", organization, person)?.inService === true;
  if (!employed || as !== undefined) return {};
  const above = trunksKnown(tx, organization);
  const hosts = joined.map((space) => must(tx, "space", space).host);
  const terms = [...new Set([organization, ...hosts, ...above])].flatMap((host) => {
    const until = read(tx, "pool", host)?.until;
    return until === undefined ? [] : [[host, until] as const];
  });
  const known = terms.length === 0 ? {} : { terms };
  if (joined.length === 0) return known;
  const use = joined.map((space) => {
    const { host } = must(tx, "space", space);
    const closed =
      interconnectOpen(tx, host, organization) ??
      hostIsOpen(tx, host, policy) ??
      memberIsOpen(tx, space, organization);
    return [space, closed?.code ?? null] as const;
  });
  return { ...known, use };
}
