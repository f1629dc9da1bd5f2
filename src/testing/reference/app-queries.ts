/** Answers about apps. */

import type { Audience, DataPermission } from "../../apps/model.ts";
import type { SpaceId } from "../../core/ids.ts";
import { type Answers, about, inOrder } from "./answering.ts";
import { ownAppCodes, spaceApp } from "./apps.ts";
import { covers, inForce, permissionInForce } from "./audience.ts";
import { spaceAdmin } from "./authority.ts";
import { sortedBy } from "./canonical.ts";
import { published } from "./facts-areas.ts";
import type { AudienceFacts, PermissionFacts } from "./facts-model-areas.ts";
import { rosterCodes } from "./groups.ts";
import { inertAmong } from "./inert.ts";
import { whichApplyTo } from "./rank.ts";
import { settingsOf } from "./settings.ts";
import type { World } from "./state.ts";
import { FEATURES, isPublished, supports, useCodes } from "./use.ts";

function audienceOf({ partners, organizations, departments, people }: AudienceFacts): Audience {
  return {
    partners,
    organizations,
    departments: departments.map(([organization, department]) => ({ organization, department })),
    people: people.map(([organization, person]) => ({ organization, person })),
  };
}

function permissionOf({ for: audience, rows, labels, reports }: PermissionFacts): DataPermission {
  return {
    ...(audience === null ? {} : { for: audienceOf(audience) }),
    ...(rows === null ? {} : { rows }),
    ...(labels === null ? {} : { labels }),
    reports,
  };
}

function appsNamed({ state }: World, ids: readonly string[]) {
  return ids.flatMap((id) => state.apps.filter((each) => each.id === id));
}

type AppQuery =
  | "feature.list"
  | "app.center"
  | "app.use"
  | "app.settings"
  | "space.home"
  | "space-app.use";

/** Whether an organization's own app is asked for what neither it nor anybody Downstream can do. */
export function isNoFeature(
  { policy }: World,
  { space, trunk }: { readonly space?: unknown; readonly trunk?: unknown },
  feature: string,
): boolean {
  const all: readonly string[] = [...FEATURES.map(([name]) => name), ...policy.hostFeatures];
  return space === undefined && trunk === undefined && !all.includes(feature);
}

/** The questions about apps. */
export const appAnswers: Answers<AppQuery> = {
  "feature.list": {
    codes: () => [],
    value: ({ policy }) =>
      inOrder(
        FEATURES.map(([feature, since]) => ({
          feature,
          since,
          supported: supports(policy, since),
        })),
      ),
  },
  "app.center": {
    codes: (world, { viewer, space }) => rosterCodes(world, viewer, space as SpaceId),
    value: (world, { viewer, space: named }) => {
      const { state } = world;
      const id = named as SpaceId;
      const space = about(world, id);
      const seen = appsNamed(world, published(state, id, "organization")).filter(
        (each) =>
          viewer.organization === space.host ||
          covers(state, space, settingsOf(state, id, each.id).authorized, viewer),
      );
      return inOrder(seen.map(({ id: app, name, cool }) => ({ app, name, cool })));
    },
  },
  "app.use": {
    codes: (world, { viewer, feature, ...submission }) =>
      whichApplyTo(useCodes(world, viewer, submission, feature), [
        ["MALFORMED", isNoFeature(world, submission, feature)],
      ]),
    value: (_, { space, trunk }) => ({
      side: space === undefined && trunk === undefined ? "host" : "downstream",
    }),
  },
  "app.settings": {
    codes: (world, { viewer, space, app }) => [
      ...spaceAdmin(world, viewer, { space }),
      ...ownAppCodes(world.state, { space, app }),
    ],
    value: (world, { space, app }) => {
      const { state } = world;
      const { authorized, permissions, distributed } = settingsOf(state, space, app);
      const audiences = [authorized, ...permissions.map((each) => each.for)];
      const inert = audiences.flatMap((audience, index) =>
        (audience?.departments ?? []).flatMap(({ organization, department }) =>
          inertAmong(world, organization, [department]).map((each) => ({
            organization,
            ...each,
            permission: index === 0 ? null : index - 1,
          })),
        ),
      );
      return {
        inert,
        published: isPublished(state, space, app),
        authorized: authorized === null ? null : audienceOf(inForce(state, authorized)),
        permissions: permissions.map((each) => permissionOf(permissionInForce(state, each))),
        distributed: sortedBy(distributed, ({ organization, group }) => [organization, group]),
      };
    },
  },
  "space.home": {
    codes: (world, { viewer, space }) => rosterCodes(world, viewer, space),
    value: (world, { space }) => {
      const apps = appsNamed(world, published(world.state, space, "space"));
      return inOrder(apps.map(({ id: app, name }) => ({ app, name })));
    },
  },
  "space-app.use": {
    codes: (world, { viewer, space, app }) =>
      whichApplyTo(rosterCodes(world, viewer, space), [
        [
          "UNKNOWN_APP",
          spaceApp(world.state, space, app) === undefined || !isPublished(world.state, space, app),
        ],
      ]),
    value: ({ state }, { space, app }) => ({ name: spaceApp(state, space, app)?.name ?? "" }),
  },
};
