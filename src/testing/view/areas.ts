/** What a view holds of licenses, apps, data, flows, groups and departures: every answer there is. */
import type { AppRecord, Feature } from "../../apps/model.ts";
import { FEATURES } from "../../apps/select/features.ts";
import type { AppId, FlowId, InstanceId, OrganizationId, SpaceId } from "../../core/ids.ts";
import { tableEach } from "../../core/table.ts";
import { must, read } from "../../core/transaction.ts";
import type { EmploymentRecord } from "../../directory/model.ts";
import { idOf } from "../../directory/select/aliases.ts";
import type { LinkedUnit } from "../../licenses/model.ts";
import type { Reading } from "../../queries/handler.ts";
import type { Queries, QueryType, Viewer } from "../../queries/model.ts";
import { isOfOrganization } from "./industry.ts";

/** An answer in full, all its pages together, or the code that it is refused with. */
export type FullAnswer<Type extends QueryType = QueryType> =
  | { readonly value: Omit<Queries[Type]["answer"], "next"> }
  | { readonly refused: string };

/** Asks a question in full. */
type Asking = <Type extends QueryType>(type: Type, data: object) => FullAnswer<Type>;

/** A question, what it was asked about besides the viewer, and its answer. */
export interface AnsweredQuestion {
  readonly type: QueryType;
  readonly about: object;
  readonly answer: FullAnswer;
}

/** An app that somebody sees: their organization's own, one offered to them, or a Space's. */
export interface AppSeen {
  readonly app: AppId;
  readonly name: string;
  /** Where it is published, of one's own and of the apps of Spaces that one administers. */
  readonly published: readonly SpaceId[] | null;
  /** Whether it is for the builder's industry members too, of one's own: who sets it again learns what it was. */
  readonly industry: boolean;
  /** Its flows: no question lists them, whoever starts one learns whether it is there. */
  readonly flows: readonly FlowId[];
}

/** What there is to ask about. */
export interface Topics {
  readonly tx: Reading;
  readonly viewer: Viewer;
  /** Whether the viewer is an authorized admin. */
  readonly manages: boolean;
  readonly spaces: readonly SpaceId[];
  readonly ask: Asking;
}

/** Asks one question about one thing. */
export function asked(
  { viewer, ask }: Topics,
  type: QueryType,
  about: object = {},
): AnsweredQuestion {
  return { type, about, answer: ask(type, { viewer, ...about }) };
}

/** What an answer lists; nothing if it is refused. */
function items<Item>({ answer }: AnsweredQuestion): readonly Item[] {
  return "refused" in answer ? [] : ((answer.value as { items?: readonly Item[] }).items ?? []);
}

/** The ids of a kind of record that some test fits. */
function idsOf<Id extends string>(
  { tx }: Topics,
  kind: string,
  fits: (record: never) => boolean,
): Id[] {
  const found: Id[] = [];
  tableEach(
    tx.table,
    () => false,
    (each, owner, _own, value) => {
      if (each === kind && fits(value as never)) found.push(owner as Id);
    },
  );
  return found.sort();
}

/** The Members whose departments a linked unit may have selected. */
function membersOf(topics: Topics, unit: LinkedUnit): readonly OrganizationId[] {
  if (unit.kind === "member") return [unit.organization];
  const members = asked(topics, "admin.members", { space: unit.space });
  return items<{ readonly organization: OrganizationId }>(members).map(
    ({ organization }) => organization,
  );
}

/** The pool of the viewer's organization. */
function ofLicenses(topics: Topics): AnsweredQuestion[] {
  const usage = asked(topics, "license.usage");
  if ("refused" in usage.answer) return [usage];
  const { units } = usage.answer.value as Queries["license.usage"]["answer"];
  return [
    usage,
    asked(topics, "license.waiting"),
    ...units.flatMap(({ unit }) => [
      asked(topics, "license.accounts", { unit }),
      ...(!("space" in unit)
        ? []
        : membersOf(topics, unit).map((organization) =>
            asked(topics, "license.automatic", { unit, organization }),
          )),
    ]),
  ];
}

/** An app as its user meets it: in a Space, through a Trunk, or where it was built. */
interface Place {
  readonly app: AppId;
  readonly space?: SpaceId;
  readonly trunk?: OrganizationId;
}

const features: readonly Feature[] = FEATURES.map(({ feature }) => feature);

/** What there is to ask about an app. */
export function ofApp(topics: Topics, place: Place): AnsweredQuestion[] {
  return [
    ...features.map((feature) => asked(topics, "app.use", { ...place, feature })),
    ...(["data.range", "data.rows", "form.candidates"] as const).map((type) =>
      asked(topics, type, place),
    ),
    ...((place.space ?? place.trunk) === undefined
      ? [asked(topics, "data.submitters", { app: place.app })]
      : []),
  ];
}

/** The apps that the viewer's organization has built; nobody else's while they are not its people. */
export function ownApps(topics: Topics): AppId[] {
  const { tx, viewer } = topics;
  const belongs = isOfOrganization(tx, viewer);
  return idsOf<AppId>(topics, "app", ({ owner }: AppRecord) => {
    if (owner.kind === "organization") return belongs && owner.organization === viewer.organization;
    return topics.manages && hostOf(topics, owner.space) === viewer.organization;
  });
}

const hostOf = ({ tx }: Topics, space: SpaceId): OrganizationId | undefined =>
  read(tx, "space", space)?.host;

/** What a list in each of the viewer's Spaces offers. */
function offeredIn(
  topics: Topics,
  type: "app.center" | "space.home",
): Required<Omit<Place, "trunk">>[] {
  return topics.spaces.flatMap((space) =>
    items<Place>(asked(topics, type, { space })).map(({ app }) => ({ app, space })),
  );
}

/** Every app that the viewer sees, with its flows. */
export function appsSeen(topics: Topics): AppSeen[] {
  const own = ownApps(topics);
  const flows = new Map<string, FlowId[]>();
  tableEach(
    topics.tx.table,
    (kind) => kind === "flow",
    (kind, owner, id) => {
      if (kind === "flow") flows.set(owner, [...(flows.get(owner) ?? []), id as FlowId]);
    },
  );
  const seen = new Set([...own, ...offeredIn(topics, "app.center").map(({ app }) => app)]);
  return [...seen].map((app) => {
    const { name, published, industry } = must(topics.tx, "app", app);
    const isOwn = own.includes(app) && topics.viewer.as === undefined;
    const places = isOwn ? published : null;
    return {
      app,
      name,
      published: places,
      industry: isOwn && industry === true,
      flows: (flows.get(app) ?? []).sort(),
    };
  });
}

/** The apps that the viewer's organization has built, those offered in its Spaces, and Space apps. */
function ofApps(topics: Topics): AnsweredQuestion[] {
  const { tx, viewer, manages, spaces } = topics;
  const own = ownApps(topics).filter((app) => read(tx, "app", app)?.owner.kind === "organization");
  const hosted = manages
    ? spaces.filter((space) => hostOf(topics, space) === viewer.organization)
    : [];
  const offered = offeredIn(topics, "app.center");
  const home = offeredIn(topics, "space.home");
  return [
    asked(topics, "feature.list"),
    ...own.flatMap((app) => ofApp(topics, { app })),
    ...offered
      .filter(({ space }) => hostOf(topics, space) !== viewer.organization)
      .flatMap((place) => ofApp(topics, place)),
    ...hosted.flatMap((space) => own.map((app) => asked(topics, "app.settings", { space, app }))),
    ...home.map((place) => asked(topics, "space-app.use", place)),
  ];
}

/** Whoever may say who stands in for them learns who is in service beside them (FLOW-14). */
function colleaguesOf({ tx, viewer }: Topics): AnsweredQuestion[] {
  const { organization, person } = viewer;
  if (read(tx, "employment", organization, person)?.inService !== true) return [];
  const serving: string[] = [];
  tableEach(
    tx.table,
    (kind) => kind === "employment",
    (kind, owner, key, record) => {
      if (kind !== "employment" || owner !== organization) return;
      if ((record as EmploymentRecord | null)?.inService === true)
        serving.push(idOf(tx, organization, "people", key));
    },
  );
  const answer = { value: { serving: serving.sort() } } as never;
  return [{ type: "stand-in.list", about: { colleagues: true }, answer }];
}

/** The instances that the viewer has to do with, and how its tasks stand. */
function ofFlows(topics: Topics): AnsweredQuestion[] {
  const { tx, viewer } = topics;
  type Line = Place & { readonly instance: InstanceId; readonly space: SpaceId | null };
  const [todo, started, handled] = (["flow.todo", "flow.started", "flow.handled"] as const).map(
    (type) => asked(topics, type),
  ) as [AnsweredQuestion, AnsweredQuestion, AnsweredQuestion];
  // No list names those that were copied to the viewer, or that wait before the viewer's turn.
  const readable = idsOf<InstanceId>(topics, "instance", () => true)
    .map((instance) => asked(topics, "flow.instance", { instance }))
    .filter(({ answer }) => "value" in answer);
  const acted = new Map(items<Line>(todo).map((each) => [each.instance, each]));
  return [
    todo,
    started,
    handled,
    asked(topics, "admin.parked"),
    asked(topics, "admin.open-tasks"),
    asked(topics, "stand-in.list"),
    asked(topics, "stand-in.list", { side: "stand-in" }),
    ...colleaguesOf(topics),
    ...readable,
    ...[...acted.values()].flatMap(({ instance, app, space }) => {
      const host = read(tx, "instance", instance)?.host;
      const place = space === null || host === viewer.organization ? { app } : { app, space };
      return [
        asked(topics, "flow.routing-candidates", { instance }),
        asked(topics, "app.use", { ...place, feature: "task.handle" }),
      ];
    }),
  ];
}

/** The groups of a Space, or of a Trunk, that the viewer takes part in. */
export function ofGroups(topics: Topics, place: Omit<Place, "app">): AnsweredQuestion[] {
  const mine = asked(topics, "group.mine", place);
  const groups = items<{ readonly group: string }>(mine);
  return [
    mine,
    ...groups.map(({ group }) => asked(topics, "group.participants", { ...place, group })),
  ];
}

/** The directory of an organization that the viewer manages: who is and was in it, and what waits there. */
function ofDirectory(topics: Topics): AnsweredQuestion[] {
  const { tx, viewer, manages } = topics;
  if (!manages) return [];
  const { organization } = viewer;
  const people: string[] = [];
  tableEach(
    tx.table,
    (kind) => kind === "employment",
    (kind, owner, person) => {
      if (kind === "employment" && owner === organization) people.push(person);
    },
  );
  const { lists = [] } = must(tx, "directory", organization);
  return [
    ...(["people", "departments", "lists", "departures", "inert", "sources"] as const).map(
      (which) => asked(topics, `directory.${which}`),
    ),
    ...people.sort().map((person) => asked(topics, "directory.person", { person })),
    ...people.map((person) => asked(topics, "stand-in.list", { person })),
    ...lists.map((list) => asked(topics, "directory.lists", { list })),
  ];
}

/** All answers about licenses, apps, data, flows and groups; for admins what each departure would do. */
export function answersOfAreas(
  topics: Topics,
  people: readonly { readonly person: string }[],
): AnsweredQuestion[] {
  return [
    ...ofLicenses(topics),
    ...ofApps(topics),
    ...ofFlows(topics),
    ...topics.spaces.flatMap((space) => ofGroups(topics, { space })),
    ...ofDirectory(topics),
    ...people.map(({ person }) => asked(topics, "departure.preview", { person })),
  ];
}
