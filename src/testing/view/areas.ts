/** What a view holds of licenses, apps, data, flows, groups and departures: every answer there is. */
import type { AppRecord, Feature } from "../../apps/model.ts";
import { FEATURES } from "../../apps/select/features.ts";
import type { AppId, FlowId, InstanceId, OrganizationId, SpaceId } from "../../core/ids.ts";
import { tableEach } from "../../core/table.ts";
import { must, read } from "../../core/transaction.ts";
import type { LinkedUnit } from "../../licenses/model.ts";
import type { Reading } from "../../queries/handler.ts";
import type { Queries, QueryType, Viewer } from "../../queries/model.ts";

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
function asked({ viewer, ask }: Topics, type: QueryType, about: object = {}): AnsweredQuestion {
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
      ...(unit.kind === "host"
        ? []
        : membersOf(topics, unit).map((organization) =>
            asked(topics, "license.automatic", { unit, organization }),
          )),
    ]),
  ];
}

/** An app as its user meets it: in a Space, or where it was built. */
interface Place {
  readonly app: AppId;
  readonly space?: SpaceId;
}

const features: readonly Feature[] = FEATURES.map(({ feature }) => feature);

function ofApp(topics: Topics, place: Place): AnsweredQuestion[] {
  return [
    ...features.map((feature) => asked(topics, "app.use", { ...place, feature })),
    ...(["data.range", "data.rows", "form.candidates"] as const).map((type) =>
      asked(topics, type, place),
    ),
    ...(place.space === undefined ? [asked(topics, "data.submitters", { app: place.app })] : []),
  ];
}

/** The apps that the viewer's organization has built; nobody else's while they are not its people. */
function ownApps(topics: Topics): AppId[] {
  const { tx, viewer } = topics;
  const employed = read(tx, "employment", viewer.organization, viewer.person)?.inService === true;
  return idsOf<AppId>(topics, "app", ({ owner }: AppRecord) => {
    if (owner.kind === "organization")
      return employed && owner.organization === viewer.organization;
    return topics.manages && hostOf(topics, owner.space) === viewer.organization;
  });
}

const hostOf = ({ tx }: Topics, space: SpaceId): OrganizationId | undefined =>
  read(tx, "space", space)?.host;

/** What a list in each of the viewer's Spaces offers. */
function offeredIn(topics: Topics, type: "app.center" | "space.home"): Required<Place>[] {
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
    const { name, published } = must(topics.tx, "app", app);
    const places = own.includes(app) ? published : null;
    return { app, name, published: places, flows: (flows.get(app) ?? []).sort() };
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

/** The groups that the viewer takes part in. */
function ofGroups(topics: Topics): AnsweredQuestion[] {
  return topics.spaces.flatMap((space) => {
    const mine = asked(topics, "group.mine", { space });
    const groups = items<{ readonly group: string }>(mine);
    return [
      mine,
      ...groups.map(({ group }) => asked(topics, "group.participants", { space, group })),
    ];
  });
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
    ...ofGroups(topics),
    ...ofDirectory(topics),
    ...people.map(({ person }) => asked(topics, "departure.preview", { person })),
  ];
}
