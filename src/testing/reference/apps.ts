/** Apps of organizations and of Spaces, and what Hosts set for theirs. */
import type { AppsCommands } from "../../apps/model.ts";
import type { AppId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { audienceCodes, concerns, listedOf } from "./audience.ts";
import { actsFor, organizationAdmin, spaceAdmin, unknownRoots } from "./authority.ts";
import { forgetLists } from "./kept.ts";
import { interconnectCodes } from "./licenses.ts";
import { findMember, findSpace, membersOf } from "./lists.ts";
import { builds, isOfferedTo } from "./offering.ts";
import { whichApplyTo } from "./rank.ts";
import { inOrder, setList } from "./setting-lists.ts";
import { settingsOf, settingsToChange } from "./settings.ts";
import type { Handler, Handlers, InputOf, State, World } from "./state.ts";
import type { App } from "./state-areas.ts";
import { isFeature, isPublished } from "./use.ts";

interface About {
  readonly space: SpaceId;
  readonly app: AppId;
}

/** What refuses a setting of the Host's; `null` if nothing does. */
function governanceCodes(
  world: World,
  by: Actor,
  { space: id, app }: About,
): readonly RefusalCode[] | null {
  const codes = unknownRoots(world, by, { space: id });
  const space = findSpace(world.state, id);
  if (codes.length > 0 || space === undefined || !("person" in by)) return codes;
  if (by.organization === space.host) {
    return actsFor(world.state, by, space.host) ? null : ["NOT_SPACE_ADMIN"];
  }
  // Whoever the app is published to learns whose it is, anybody else nothing (APP-03, 28.3).
  return isOfferedTo(world.state, app, by.organization)
    ? ["APP_GOVERNANCE_HOST_ONLY"]
    : ["UNKNOWN_APP"];
}

/** What refuses a setting, of which those who may make none learn nothing. */
function settingCodes(
  world: World,
  by: Actor,
  about: About,
  audiences: Parameters<typeof audiencesCodes>[2],
): RefusalCode[] {
  const unauthorized = governanceCodes(world, by, about);
  if (unauthorized !== null) return [...unauthorized];
  const { state } = world;
  return [...ownAppCodes(state, about), ...audiencesCodes(state, about.space, audiences)];
}

/** It is for the Host's own apps (APP-02). */
export function ownAppCodes(state: State, { space: id, app }: About): RefusalCode[] {
  const space = findSpace(state, id);
  const known = state.apps.some((each) => each.id === app);
  return whichApplyTo(known ? [] : ["UNKNOWN_APP"], [
    ["APP_NOT_OWNED_BY_HOST", space !== undefined && !builds(state, space.host, app)],
  ]);
}

function audiencesCodes(
  state: State,
  id: SpaceId,
  audiences: readonly (Parameters<typeof listedOf>[0] | null | undefined)[],
): RefusalCode[] {
  const space = findSpace(state, id);
  if (space === undefined) return [];
  return audiences.flatMap((each) => audienceCodes(state, space, each ?? {}));
}

function publishCodes(world: World, { by, data }: InSpaceOf<"app.publish">): RefusalCode[] {
  const { state } = world;
  const { space: id, app, authorized } = data;
  const codes = spaceAdmin(world, by, { space: id });
  const space = findSpace(state, id);
  if (space === undefined) return codes;
  return whichApplyTo(
    [
      ...codes,
      ...ownAppCodes(state, data),
      ...interconnectCodes(world, space.host, null),
      ...audiencesCodes(state, id, [authorized]),
    ],
    [["APP_ALREADY_PUBLISHED", isPublished(state, id, app)]],
  );
}

/** Publishes, and reminds the admins of those who see it (ALERT-01). */
function publish({ state, outbox }: World, { data }: InSpaceOf<"app.publish">): void {
  const { space: id, app, authorized } = data;
  const space = findSpace(state, id);
  if (space === undefined) return;
  state.publications.push({ space: id, app });
  if (authorized !== undefined) {
    setList(state, id, app, authorized);
  }
  const list = settingsOf(state, id, app).authorized;
  const members = membersOf(state, space)
    .map((each) => each.organization)
    .filter((each) => concerns(state, space, list, each));
  outbox.push({
    kind: "APP_PUBLISHED",
    to: [
      { kind: "space-admins", space: id },
      ...members.map((organization) => ({ kind: "authorized-admins", organization }) as const),
    ],
    data: { space: id, app },
  });
}

function distributeCodes(world: World, { by, data }: InputOf<"app.distribute">): RefusalCode[] {
  const { state, policy } = world;
  const space = findSpace(state, data.space);
  const codes = spaceAdmin(world, by, { space: data.space });
  if (space === undefined) return codes;
  const isCool = state.apps.some((each) => each.id === data.app && each.cool);
  return whichApplyTo(
    [...codes, ...ownAppCodes(state, data), ...interconnectCodes(world, space.host, null)],
    [
      ["NOT_A_MEMBER", findMember(state, space, data.organization) === undefined],
      ["APP_NOT_PUBLISHED", !isPublished(state, data.space, data.app)],
      ["FEATURE_NOT_SUPPORTED_DOWNSTREAM", !isCool || !isFeature(policy, "cool-app.distribute")],
    ],
  );
}

/** A command about an app in a Space. */
type OfSpaces = "app.publish" | "app.withdraw" | "app.authorize" | "app.permit";
type InSpaceOf<Type extends OfSpaces> = Omit<InputOf<Type>, "data"> & {
  readonly data: Extract<InputOf<Type>["data"], { readonly space: SpaceId }>;
};

const inSpaces = <Type extends OfSpaces>(
  handler: Handler<InSpaceOf<Type>>,
): Handler<InputOf<Type>> => handler as unknown as Handler<InputOf<Type>>;

const permit = inSpaces<"app.permit">({
  codes: (world, { by, data }) =>
    settingCodes(
      world,
      by,
      data,
      data.permissions.map((each) => each.for),
    ),
  effect: ({ state }, { data: { space, app, permissions } }) => {
    const settings = settingsToChange(state, space, app);
    const before = settings.permissions;
    settings.permissions = permissions.map((each) => ({
      for: each.for === undefined ? null : listedOf(each.for),
      rows: each.rows ?? null,
      labels: each.labels ?? null,
      reports: each.reports ?? false,
    }));
    if (!inOrder(before, settings.permissions)) forgetLists(state, space, app, "permissions");
  },
});

type HostAppType =
  | "app.create"
  | "app.publish"
  | "app.withdraw"
  | "app.authorize"
  | "app.permit"
  | "app.distribute";

/** The commands about Host apps. */
export const appCommands: Handlers<HostAppType> = {
  "app.create": {
    codes: (world, { by, data }) => {
      if (!("person" in by)) return ["NOT_AUTHORIZED_ADMIN"];
      return whichApplyTo(organizationAdmin(world, by, by.organization), [
        ["ID_TAKEN", world.state.apps.some((each) => each.id === data.app)],
      ]);
    },
    effect: ({ state }, { by, data: { app: id, name, cool = false } }) => {
      if (!("person" in by)) return;
      const owner = { kind: "organization", organization: by.organization } as const;
      state.apps.push({ id, name, owner, cool });
    },
  },
  "app.publish": inSpaces<"app.publish">({ codes: publishCodes, effect: publish }),
  "app.withdraw": inSpaces<"app.withdraw">({
    codes: (world, { by, data }) =>
      whichApplyTo(
        [...spaceAdmin(world, by, { space: data.space }), ...ownAppCodes(world.state, data)],
        [["APP_NOT_PUBLISHED", !isPublished(world.state, data.space, data.app)]],
      ),
    effect: ({ state }, { data: { space, app } }) => {
      state.publications = state.publications.filter(
        (each) => each.space !== space || each.app !== app,
      );
    },
  }),
  "app.authorize": inSpaces<"app.authorize">({
    codes: (world, { by, data }) => settingCodes(world, by, data, [data.authorized]),
    effect: ({ state }, { data: { space, app, authorized } }) => {
      setList(state, space, app, authorized);
    },
  }),
  "app.permit": permit,
  "app.distribute": {
    codes: distributeCodes,
    effect: ({ state }, { data: { space, app, organization, group } }) => {
      const settings = settingsToChange(state, space, app);
      const others = settings.distributed.filter(
        (each) => each.organization !== organization || each.group !== group,
      );
      settings.distributed = [...others, { organization, group }];
    },
  },
};

/** A Space app of a Space. */
export function spaceApp({ apps }: State, space: SpaceId, id: AppId): App | undefined {
  return apps.find(
    (each) => each.id === id && each.owner.kind === "space" && each.owner.space === space,
  );
}

type SpaceAppType = Extract<keyof AppsCommands, `space-app.${string}`>;

/** The commands about Space apps, by a Space admin acting as the Space (SELF-01). */
export const spaceAppCommands: Handlers<SpaceAppType> = {
  "space-app.create": {
    codes: (world, { by, data: { space, app } }) =>
      whichApplyTo(spaceAdmin(world, by, { space }), [
        ["ID_TAKEN", world.state.apps.some((each) => each.id === app)],
      ]),
    effect: ({ state }, { data: { space, app: id, name } }) => {
      state.apps.push({ id, name, owner: { kind: "space", space }, cool: false });
    },
  },
  "space-app.publish": {
    codes: (world, { by, data: { space, app } }) =>
      whichApplyTo(spaceAdmin(world, by, { space }), [
        ["UNKNOWN_APP", spaceApp(world.state, space, app) === undefined],
        ["APP_ALREADY_PUBLISHED", isPublished(world.state, space, app)],
      ]),
    effect: ({ state }, { data: { space, app } }) => {
      state.publications.push({ space, app });
    },
  },
  // The exchange was announced and has not come (SELF-03).
  "space-app.exchange": {
    codes: (world, { by, data: { space: id, app, with: other } }) => {
      const host = findSpace(world.state, id)?.host;
      const known =
        spaceApp(world.state, id, app) !== undefined &&
        host !== undefined &&
        builds(world.state, host, other);
      return whichApplyTo(spaceAdmin(world, by, { space: id }), [
        ["UNKNOWN_APP", !known],
        ["APP_DATA_INTEROP_UNAVAILABLE", true],
      ]);
    },
    effect: () => undefined,
  },
};
