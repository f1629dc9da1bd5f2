/** What each side of an application asks about it, and what an invitation leads to. */

import { refuse } from "../core/refusal.ts";
import { guard, view } from "../core/rule.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { must, read } from "../core/transaction.ts";
import { actsFor, actsInHierarchy } from "../directory/select/authority.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { approvalInSpace, approvalOf, entrantsOf, namedBy } from "../roster/select/approving.ts";
import { approvalByTrunk } from "../roster/select/approving-links.ts";
import type { Container } from "../spaces/model.ts";
import {
  applicantRefusal,
  NOBODY,
  openedBy,
  submissionRefusal,
} from "../spaces/select/applying.ts";
import { applicantKey, containerOf, isTrunk, partIn } from "../spaces/select/container.ts";
import { containerAskingRefusal } from "../spaces/select/doors.ts";
import { appliedBy } from "../spaces/select/keys.ts";
import { retainedFor } from "../spaces/select/retained.ts";
import { isApplicationOf, type Named, undecidedOf } from "../spaces/select/review.ts";
import { eitherAdminRefusal, hierarchyRefusal, ownAdminRefusal } from "./access.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { partAtPlace } from "./lists.ts";
import type { Queries } from "./model.ts";
import { isRefusal, pageOf, pagingOf } from "./paging.ts";

/** A question without a time is asked as of before every end. */
const NO_TIME = Number.NEGATIVE_INFINITY;

/** JOIN-18: the application is one to this Space or Trunk, and waits for a decision. */
const applicationWaits = guard(
  "JOIN-18",
  (tx: Reading, { application, ...of }: Container & Pick<Named, "application">) => {
    const record = read(tx, "application", application);
    const named = record !== null && { ...of, application, organization: record.organization };
    return named && record.status === "pending" && isApplicationOf(tx, named)
      ? null
      : refuse("UNKNOWN_APPLICATION", { application });
  },
);

/** EXIT-09: whether settings were kept for the applicant that it would have back; Links keep none. */
const returning = (tx: Reading, named: Named, at: number): { readonly returning?: true } =>
  !isTrunk(named) && retainedFor(tx, named.space, named.organization, at) !== null
    ? { returning: true }
    : {};

/** JOIN-18: what one application would bring, and what approving it would be refused with. */
export const applicationForHost: QueryHandler<"admin.application"> = (tx, data, policy) => {
  const { viewer, application, at = NO_TIME } = data;
  const of = containerOf(data);
  const refused =
    containerAskingRefusal(tx, viewer, of) ?? applicationWaits(tx, { ...of, application });
  if (refused !== null) return refused;
  const record = must(tx, "application", application);
  const { organization, expiresAt } = record;
  const named: Named = { ...of, organization, application };
  const approval = isTrunk(named)
    ? approvalByTrunk(tx, viewer, { trunk: named.trunk, items: [{ application }] }, at, policy)
    : approvalInSpace(tx, viewer, named, at, policy);
  return {
    value: {
      ...{ organization, name: organizationOf(tx, organization).name, at: record.at },
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...returning(tx, named, at),
      ...namedBy(tx, named),
      ...entrantsOf(tx, approvalOf(tx, named, policy, false)),
      refusal: "code" in approval ? approval : null,
    },
  };
};

type Own = Queries["application.own"];

/** Where an application of one's own stands. */
function standing(
  tx: Reading,
  of: Container,
  { viewer, at }: Own["input"],
): Own["answer"]["items"][number] {
  const { application, reapplyFrom } = must(tx, ...applicantKey(of, viewer.organization));
  const record = must(tx, "application", application);
  const { status, reason, expiresAt } = record;
  const isOver = status === "pending" && at !== undefined;
  const end =
    expiresAt === undefined ? {} : { expiresAt, ...(isOver ? { expired: at >= expiresAt } : {}) };
  const pause = reapplyFrom === undefined ? {} : { reapplyFrom };
  return { ...of, application, at: record.at, ...end, status, reason, ...pause };
}

/** The Space or Trunk that a question names, if it does. */
const namedIn = (data: Own["input"]): Container | null =>
  "trunk" in data ? { trunk: data.trunk } : data.space === undefined ? null : { space: data.space };

/** JOIN-18: where the own applications stand, the latest to each Space and Trunk. */
export const ownApplications: QueryHandler<"application.own"> = (tx, data) => {
  const { viewer } = data;
  const { organization } = viewer;
  const of = namedIn(data);
  const paging = pagingOf(data, 1, () => {
    if (of === null) return eitherAdminRefusal(tx, viewer);
    return isTrunk(of) ? hierarchyRefusal(tx, viewer) : ownAdminRefusal(tx, viewer);
  });
  if (isRefusal(paging)) return paging;
  if (of !== null) {
    const isThere = paging.after === null && read(tx, ...applicantKey(of, organization)) !== null;
    return pageOf(isThere ? [standing(tx, of, data)] : [], null);
  }
  const toSpaces = actsFor(tx, viewer, organization);
  const toTrunks = actsInHierarchy(tx, viewer, organization);
  const index = () => organizationOf(tx, organization).applied ?? EMPTY_PAGES;
  const part = partAtPlace(tx, appliedBy(organization), index, paging, ([, space]) =>
    space === null ? toTrunks : toSpaces,
  );
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, space, trunk]) =>
    standing(tx, space === null ? { trunk: trunk as NonNullable<typeof trunk> } : { space }, data),
  );
  return pageOf(items, part.next);
};

/** ASK-02: an invitation is told of to whoever could use it, and to nobody else. */
const isToldOf = view(
  "ASK-02",
  ({ closed }: ReturnType<typeof openedBy>): boolean => closed === null,
);

/** ASK-02: what an invitation leads to, for whoever could use it. */
export const invitationLooked: QueryHandler<"invitation.look"> = (tx, data, policy) => {
  const { viewer: by, invitation, at = NO_TIME } = data;
  const { organization } = by;
  const applying = { at, by, organization, invitation };
  const opened = openedBy(tx, applying);
  const unauthorized = applicantRefusal(tx, applying, opened.of);
  if (unauthorized !== null) return unauthorized;
  if (opened.closed !== null && !isToldOf(opened)) return opened.closed;
  const of = containerOf(must(tx, "invitation", invitation));
  const wish = { application: null, scope: NOBODY, replaces: null };
  const host = isTrunk(of) ? of.trunk : must(tx, "space", of.space).host;
  const hostName = organizationOf(tx, host).name;
  return {
    value: {
      ...of,
      name: isTrunk(of) ? hostName : must(tx, "space", of.space).name,
      host,
      hostName,
      pending: undecidedOf(tx, of, organization, at)?.over === false,
      joined: host !== organization && partIn(tx, of, organization) !== null,
      refusal: submissionRefusal(tx, applying, wish, policy),
    },
  };
};
