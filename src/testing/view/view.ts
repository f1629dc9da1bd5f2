/**
 * Everything that an actor may learn, as plain data: the answers to all its questions, its own
 * organization's directory as far as it manages it, and the few bits that enforcement cannot help
 * telling (rulebook chapter 1). Two worlds that look alike so are alike to that actor.
 */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { tableEach } from "../../core/table.ts";
import { beginReading, read } from "../../core/transaction.ts";
import { actsFor, actsInHierarchy } from "../../directory/select/authority.ts";
import { liveOrganization } from "../../directory/select/organizations.ts";
import { idNow, keyNow, translated } from "../../directory/translating.ts";
import type { World } from "../../engine/world.ts";
import { doneByMembers } from "../../industry/doings.ts";
import type { Reading } from "../../queries/handler.ts";
import { queryHandlers } from "../../queries/handlers.ts";
import type { QueryType, Viewer } from "../../queries/model.ts";
import { DIRECTORY_LIMIT_MAX, PAGE_LIMIT_MAX } from "../../queries/paging.ts";
import type { ApplicationRecord } from "../../spaces/model.ts";
import { factsOf } from "../facts.ts";
import {
  type AnsweredQuestion,
  type AppSeen,
  answersOfAreas,
  appsSeen,
  type FullAnswer,
} from "./areas.ts";
import { distributedBy, organizationsSeen, withoutUnseen } from "./books.ts";
import { type Disclosure, type Disclosures, disclosures } from "./disclosures.ts";
import { answersOfHierarchies } from "./hierarchies.ts";
import { answersOfJoining } from "./joining.ts";
import { type OwnDirectory, ownDirectory, type Related, type SpaceApplication } from "./parts.ts";

type SpaceQuestion = Exclude<
  QueryType & (`${"space" | "admin"}.${string}` | "app.center"),
  | "space.contact"
  | "admin.application"
  | "admin.organization-room"
  | "admin.parked"
  | "admin.open-tasks"
>;

/** The questions about a Space that take nothing but the Space and a page. */
const spaceQuestions: readonly SpaceQuestion[] = [
  "space.organizations",
  "space.contacts",
  "admin.members",
  "admin.applications",
  "admin.invitations",
  "admin.folders",
  "admin.roster",
  "admin.waiting",
  "admin.scope",
  "admin.space-room",
  "app.center",
  "space.home",
];

/** What refusals tell whoever asks before acting, too. */
const FORETOLD: readonly Disclosure[] = ["join-limit", "interconnection", "linking"];

/** Everything that one viewer may learn. */
export interface View {
  readonly management: FullAnswer<"entry.management">;
  readonly spaces: FullAnswer<"entry.spaces">;
  readonly room: FullAnswer<"admin.organization-room">;
  /** What is asked about each Space to which the viewer's organization relates. */
  readonly inSpaces: readonly (readonly [space: string, { readonly [type: string]: FullAnswer }])[];
  /** What is asked about licenses, apps, data, flows, groups and departures. */
  readonly areas: readonly AnsweredQuestion[];
  readonly apps: readonly AppSeen[];
  readonly directory: OwnDirectory;
  readonly disclosures: Disclosures;
}

/** What to leave out of a view; a law leaves out each in turn to show that it is needed. */
export interface ViewOptions {
  readonly without?: readonly Disclosure[];
}

/** All that a viewer may learn from a World. */
export function view(
  world: World,
  asker: Viewer,
  policy: Policy,
  { without = [] }: ViewOptions = {},
): View {
  const tx: Reading = beginReading(world.table, true);
  // Worked out by keys, and told in ids.
  const viewer = translated(tx, "viewer", asker, undefined, keyNow(tx));
  const related = relatedTo(tx, viewer);
  const manages = viewer.as === undefined && actsFor(tx, viewer, viewer.organization);
  const ask = <Type extends QueryType>(type: Type, data: object): FullAnswer<Type> =>
    viewer.as === undefined || doneByMembers(type)
      ? inFull(tx, policy, type, data)
      : { refused: "MALFORMED" };
  const directory = ownDirectory(tx, viewer, related, manages);
  const spaces = [...related.hosted, ...related.joined];
  const topics = { tx, viewer, manages, spaces, ask };
  const seen: View = {
    management: ask("entry.management", { viewer }),
    spaces: ask("entry.spaces", { person: asker.person }),
    room: ask("admin.organization-room", { viewer }),
    inSpaces: [...related.hosted, ...related.joined, ...related.applied, ...related.invited].map(
      (space) => [
        space,
        Object.fromEntries(spaceQuestions.map((type) => [type, ask(type, { viewer, space })])),
      ],
    ),
    areas: [
      ...answersOfAreas(topics, directory.people),
      ...answersOfJoining(topics, !without.some((each) => FORETOLD.includes(each))),
      ...answersOfHierarchies(topics),
    ],
    apps: appsSeen(topics),
    directory,
    disclosures: disclosures(tx, viewer, { related, manages, policy, without }),
  };
  const told = translated(tx, "view", seen, viewer.organization, idNow(tx));
  const administers = (trunk: OrganizationId): boolean =>
    viewer.as === undefined && actsInHierarchy(tx, viewer, trunk);
  const facts = factsOf(world, policy);
  const looking = { viewer: asker, administers };
  const known = withoutUnseen(facts, looking, told.areas, policy);
  return {
    ...told,
    areas: [
      ...known,
      ...organizationsSeen(facts, looking, policy),
      ...distributedBy(facts, looking),
    ],
  };
}

/** Asks one question until there is no further page. */
function inFull<Type extends QueryType>(
  tx: Reading,
  policy: Policy,
  type: Type,
  data: object,
): FullAnswer<Type> {
  const handler = queryHandlers[type] as unknown as (
    tx: Reading,
    data: object,
    policy: Policy,
  ) => { readonly code: string } | { readonly value: object };
  const items: unknown[] = [];
  const limit = type.startsWith("directory.") ? DIRECTORY_LIMIT_MAX : PAGE_LIMIT_MAX;
  for (let page: object = { limit }; ; ) {
    const answered = handler(tx, { ...data, ...page }, policy);
    if ("code" in answered) return { refused: answered.code };
    const { value } = answered as { readonly value: { items?: unknown[]; next?: string | null } };
    const { items: found = [], next, ...rest } = value;
    if (next === undefined) return { value } as unknown as FullAnswer<Type>;
    items.push(...found);
    if (next === null) return { value: { ...rest, items } } as unknown as FullAnswer<Type>;
    page = { limit, after: next };
  }
}

/** The Spaces to which the viewer's organization relates, and the applications it knows of. */
function relatedTo(tx: Reading, { organization }: Viewer): Related {
  const record = liveOrganization(tx, organization);
  if (record === null)
    return { hosted: [], joined: [], applied: [], invited: [], applications: [] };
  const applications: [string, SpaceApplication][] = [];
  const invited: SpaceId[] = [];
  tableEach(
    tx.table,
    (kind) => kind === "invitee",
    (kind, owner, own, value) => {
      if (kind === "invitee" && own === organization) invited.push(owner as SpaceId);
      if (kind !== "application") return;
      const application = value as ApplicationRecord;
      if ("trunk" in application) return;
      const known =
        application.organization === organization || record.hosted.includes(application.space);
      if (known) applications.push([owner, application]);
    },
  );
  applications.sort((left, right) => left[1].at - right[1].at || (left[0] < right[0] ? -1 : 1));
  const applied = applications
    .map(([, application]) => application)
    .filter((each) => each.organization === organization && each.status === "pending")
    .map(({ space }) => space)
    .filter((space) => read(tx, "space", space)?.dissolved === false);
  const { hosted, joined } = record;
  const known = new Set([...hosted, ...joined, ...applied]);
  const others = invited
    .filter((space) => !known.has(space) && read(tx, "space", space)?.dissolved === false)
    .sort();
  return { hosted, joined, applied, invited: others, applications };
}
