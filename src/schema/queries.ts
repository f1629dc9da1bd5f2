/** Schemas of what questions take. */
import type { GroupId, OrganizationId } from "../core/ids.ts";
import type { Queries, Viewer } from "../queries/model.ts";
import type { InSpace, InTrunk, SightSide } from "../spaces/model.ts";
import { anyViewer, viewer } from "./actors.ts";
import { submission } from "./apps.ts";
import { dataCode, liaisonNode, within } from "./hierarchy.ts";
import { identity } from "./identities.ts";
import {
  appId,
  applicationId,
  departmentId,
  groupId,
  instanceId,
  invitationId,
  listId,
  organizationId,
  personId,
  roleId,
  spaceId,
} from "./ids.ts";
import { automaticUnit, licenseUnit, purchased } from "./licenses.ts";
import { count, integer, time } from "./numbers.ts";
import { recipient } from "./recipients.ts";
import {
  choice,
  either,
  flag,
  lazily,
  list,
  nullable,
  object,
  optional,
  type Schema,
  type Shape,
  type Table,
} from "./shape.ts";
import { cursorText, nameText, searchText } from "./texts.ts";

/** Items of one page of answers. */
const PAGE_LIMIT_MAX = 500;
/** Recipients of one notice: as many as a task may be copied to, and more. */
const RECIPIENTS_MAX = 5000;

type Inputs = { readonly [Type in keyof Queries]: Queries[Type]["input"] };

const app = appId;
const instance = instanceId;
const space = spaceId;
const page = lazily(() => ({
  after: optional(cursorText),
  limit: optional(integer(1, PAGE_LIMIT_MAX)),
}));
/** What most lists take: who asks, about which Space, and which page. */
const paged = () => object<Inputs["admin.members"]>({ viewer: viewer(), space, ...page() });
/** What lists of one's own take. */
const own = () => object<Inputs["flow.todo"]>({ viewer: viewer(), ...page() });
const search = optional(searchText);
/** Items of one page of a directory. */
const DIRECTORY_LIMIT_MAX = 100;
const directoryPage = lazily(() => ({
  after: optional(cursorText),
  limit: optional(integer(1, DIRECTORY_LIMIT_MAX)),
}));

type Own = { readonly organization: OrganizationId };
type Asked = keyof Inputs & `directory.${string}`;
type AsViewer<Type extends Asked> = Extract<Inputs[Type], { readonly viewer: Viewer }>;
type AsSource<Type extends Asked> = Extract<Inputs[Type], { readonly source: Own }>;

/** What a question about a directory takes: who asks, as an admin or as the source, and what more. */
function aboutDirectory<Type extends Asked>(
  more: Shape<Omit<AsViewer<Type>, "viewer">>,
): Schema<Inputs[Type]> {
  const asViewer = { viewer: viewer(), ...more } as unknown as Shape<AsViewer<Type>>;
  const own = object<Own>({ organization: organizationId });
  const asSource = { source: own, ...more } as unknown as Shape<AsSource<Type>>;
  return either(asViewer, asSource) as unknown as Schema<Inputs[Type]>;
}

/** An organization, or an identity. */
const sightSide = () =>
  object<SightSide>({ organization: organizationId, person: optional(personId) });

type Listing = Omit<Extract<Inputs["admin.invitations"], { readonly space: unknown }>, "space">;

type Told = Queries["notice.recipients"]["input"]["notice"];

/** What each question takes. */
export const queryInputs: Table<Inputs> = {
  "entry.management": () => object({ viewer: viewer() }),
  "entry.spaces": () => object({ person: personId }),
  "space.organizations": paged,
  "space.contacts": () => object({ viewer: viewer(), space, search, ...page() }),
  "space.contact": () =>
    object({ viewer: viewer(), space, organization: organizationId, person: personId }),
  "space.why": () => object({ viewer: viewer(), space, from: sightSide(), to: sightSide() }),
  "space.one-way": paged,
  "admin.members": paged,
  "admin.applications": () =>
    within<Listing & { readonly at?: number }>({ viewer: viewer(), at: optional(time), ...page() }),
  "admin.application": () =>
    within<Omit<Extract<Inputs["admin.application"], InSpace>, "space">>({
      viewer: viewer(),
      application: applicationId,
      at: optional(time),
    }),
  "application.own": () =>
    either<
      Exclude<Inputs["application.own"], InTrunk>,
      Extract<Inputs["application.own"], InTrunk>
    >(
      { viewer: viewer(), space: optional(space), at: optional(time), ...page() },
      { viewer: viewer(), trunk: organizationId, at: optional(time), ...page() },
    ),
  "invitation.look": () =>
    object({ viewer: viewer(), invitation: invitationId, at: optional(time) }),
  "admin.invitations": () => within<Listing>({ viewer: viewer(), ...page() }),
  "admin.folders": paged,
  "admin.roster": () =>
    within<Listing & Partial<Own>>({
      viewer: viewer(),
      organization: optional(organizationId),
      ...page(),
    }),
  "admin.waiting": paged,
  "admin.scope": () => within<{ readonly viewer: Viewer }>({ viewer: viewer() }),
  "admin.space-room": () => object({ viewer: viewer(), space }),
  "admin.organization-room": () => object({ viewer: viewer() }),
  "hierarchy.trunks": () => object({ viewer: viewer() }),
  "hierarchy.branches": own,
  "hierarchy.above": () => object({ viewer: viewer() }),
  "hierarchy.below": () =>
    object({
      viewer: viewer(),
      level: optional(count),
      branch: optional(organizationId),
      ...page(),
    }),
  "hierarchy.room": () => object({ viewer: viewer() }),
  "hierarchy.contacts": () =>
    object({ viewer: viewer(), trunk: organizationId, search, ...page() }),
  "hierarchy.one-way": own,
  "share.readable": () =>
    object({ viewer: viewer(), app, organization: organizationId, code: optional(dataCode) }),
  "hierarchy.contact": () =>
    object({
      viewer: viewer(),
      trunk: organizationId,
      organization: organizationId,
      person: personId,
    }),
  "hierarchy.why": () =>
    object({
      viewer: viewer(),
      trunk: organizationId,
      looking: identity(),
      target: identity(),
    }),
  "liaison.of": () => object({ viewer: viewer(), trunk: organizationId, node: liaisonNode() }),
  "liaison.for": () =>
    object({ viewer: viewer(), trunk: organizationId, role: roleId, initiator: identity() }),
  "liaison.uncovered": () =>
    object({ viewer: viewer(), trunk: organizationId, role: roleId, ...page() }),
  "license.usage": () => object({ viewer: viewer(), at: optional(time) }),
  "license.accounts": () => object({ viewer: viewer(), unit: licenseUnit(), ...page() }),
  "license.waiting": own,
  "license.reclaim-plan": () =>
    object({ viewer: viewer(), purchased: optional(purchased), ...page() }),
  "license.by-branch": own,
  "license.automatic": () =>
    object({ viewer: viewer(), unit: automaticUnit(), organization: organizationId }),
  "feature.list": () => object({}),
  "app.center": () =>
    object({
      viewer: viewer(),
      space: optional(space),
      trunk: optional(organizationId),
      ...page(),
    }),
  "app.covered": () => object({ viewer: viewer(), trunk: organizationId, app, ...page() }),
  "app.use": () =>
    object({ viewer: anyViewer(), feature: nameText, at: optional(time), ...submission() }),
  "app.settings": () => object({ viewer: viewer(), space, app }),
  "space.home": paged,
  "space-app.use": () => object({ viewer: viewer(), space, app }),
  "data.range": () => object({ viewer: anyViewer(), at: optional(time), ...submission() }),
  "data.rows": () =>
    object({
      viewer: anyViewer(),
      submitter: optional(personId),
      organization: optional(organizationId),
      at: optional(time),
      ...submission(),
      ...page(),
    }),
  "data.submitters": () => object({ viewer: viewer(), app, search, at: optional(time), ...page() }),
  "form.pickable": () =>
    object({ viewer: viewer(), target: identity(), at: optional(time), ...submission() }),
  "form.candidates": () =>
    object({ viewer: viewer(), search, at: optional(time), ...submission(), ...page() }),
  "flow.may-route": () =>
    object({ viewer: viewer(), instance, target: identity(), at: optional(time) }),
  "flow.routing-candidates": () =>
    object({ viewer: viewer(), instance, search, at: optional(time), ...page() }),
  "flow.return-targets": () =>
    object({ viewer: viewer(), instance, task: count, at: optional(time) }),
  "flow.todo": own,
  "flow.started": own,
  "flow.handled": own,
  "flow.instance": () => object({ viewer: viewer(), instance, ...page() }),
  "stand-in.list": () =>
    object({
      viewer: viewer(),
      person: optional(personId),
      side: optional(choice("person", "stand-in")),
      at: optional(time),
      ...page(),
    }),
  "admin.parked": own,
  "admin.open-tasks": () =>
    object({
      viewer: viewer(),
      holder: optional(identity()),
      stuck: optional(flag),
      ...page(),
    }),
  "group.mine": () => within<Listing>({ viewer: viewer(), ...page() }),
  "group.participants": () =>
    within<Listing & { readonly group: GroupId }>({ viewer: viewer(), group: groupId, ...page() }),
  "directory.person": () => aboutDirectory<"directory.person">({ person: personId }),
  "directory.people": () =>
    aboutDirectory<"directory.people">({
      department: optional(departmentId),
      below: optional(flag),
      ...directoryPage(),
    }),
  "directory.departments": () =>
    aboutDirectory<"directory.departments">({
      parent: optional(nullable(departmentId)),
      dormant: optional(flag),
      ...directoryPage(),
    }),
  "directory.lists": () =>
    aboutDirectory<"directory.lists">({ list: optional(listId), ...directoryPage() }),
  "directory.departures": () => aboutDirectory<"directory.departures">(directoryPage()),
  "directory.inert": () => aboutDirectory<"directory.inert">(directoryPage()),
  "directory.sources": () => aboutDirectory<"directory.sources">({}),
  "notice.recipients": () =>
    object({ notice: object<Told>({ to: list(recipient(), RECIPIENTS_MAX) }), ...page() }),
  "departure.preview": () =>
    object({
      viewer: viewer(),
      person: personId,
      successor: optional(personId),
      at: optional(time),
    }),
};
