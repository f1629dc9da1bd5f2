/** Which data of organizations below an app may read. */
import { appExists, appIsBuiltBy, personIsOfOrganization } from "../apps/select/apps.ts";
import type { OrganizationId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { guard, view } from "../core/rule.ts";
import { read } from "../core/transaction.ts";
import { organizationKnown } from "../directory/select/organizations.ts";
import { aboveOf, organizationIsReached } from "../spaces/select/trunks.ts";
import type { QueryHandler, Reading } from "./handler.ts";

/** SHARE-02: whether what a Link shares is for an organization above it: its Trunk, or by the policy all. */
const isReader = view(
  "SHARE-02",
  (trunk: OrganizationId, upper: OrganizationId, policy: Policy): boolean =>
    trunk === upper || policy.sharedDataReach === "reached",
);

/** The codes that an organization may read of one that it reaches, by whichever Links. */
function readableOf(
  tx: Reading,
  upper: OrganizationId,
  organization: OrganizationId,
  policy: Policy,
): string[] {
  const through = aboveOf(tx, organization).find(([each]) => each === upper)?.[3] ?? [];
  const links = through
    .filter((trunk) => isReader(trunk, upper, policy))
    .flatMap((trunk) => read(tx, "link", trunk, organization)?.shared ?? []);
  return [...new Set(links)];
}

/** SHARE-02: a code that is asked for is shared. */
const codeIsShared = guard(
  "SHARE-02",
  (codes: readonly string[], trunk: OrganizationId, organization: OrganizationId, code?: string) =>
    code === undefined || codes.includes(code)
      ? null
      : refuse("BRANCH_DATA_NOT_AUTHORIZED", { trunk, organization, code }),
);

/** What an app of the viewer's own organization may read of one below it. */
export const readableCodes: QueryHandler<"share.readable"> = (tx, data, policy) => {
  const { viewer, app, organization, code } = data;
  const { organization: trunk } = viewer;
  const refusal =
    organizationKnown(tx, trunk) ??
    personIsOfOrganization(tx, viewer) ??
    appExists(tx, app) ??
    organizationIsReached(tx, trunk, organization) ??
    appIsBuiltBy(tx, trunk, app);
  if (refusal !== null) return refusal;
  const all = readableOf(tx, trunk, organization, policy);
  const codes = code === undefined ? all : all.filter((each) => each === code);
  return codeIsShared(codes, trunk, organization, code) ?? { value: { codes } };
};
