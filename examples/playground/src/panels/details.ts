/** What is known of the thing selected in the picture, and what could be done with it. */
import type { Identity } from "interorg";
import { type Child, h } from "../dom.ts";
import { inLocale, localName, t, valueName } from "../locale.ts";
import type { Names } from "../names.ts";
import type { Draft, Scenery, State } from "../store.ts";
import { INPUT_WORDS } from "../words/inputs.ts";
import type { Organization, Person, Picture, Space } from "../world/reading.ts";
import { draftsForOrganization, draftsForPerson, draftsForSpace } from "./drafts.ts";

export interface DetailsActions {
  readonly select: (mark: string) => void;
  readonly lookAs: (identity: Identity) => void;
  readonly begin: (draft: Draft) => void;
}

type Line = readonly [name: string, value: Child];

function facts(lines: readonly Line[]): HTMLElement {
  return h(
    "dl",
    { class: "facts" },
    lines.map(([name, value]) => [
      h("dt", {}, name),
      h("dd", {}, value === "" || (Array.isArray(value) && value.length === 0) ? t("none") : value),
    ]),
  );
}

const listed = (texts: readonly string[]): Child =>
  texts.map((text) => h("span", { class: "chip" }, text));

function actionButtons(drafts: readonly Draft[], begin: DetailsActions["begin"]): HTMLElement[] {
  if (drafts.length === 0) return [];
  return [
    h("h3", {}, t("actions")),
    h(
      "div",
      { class: "actions" },
      drafts.map((draft) =>
        h(
          "button",
          { type: "button", class: "quiet", on: { click: () => begin(draft) } },
          inLocale(INPUT_WORDS[draft.type as keyof typeof INPUT_WORDS]),
        ),
      ),
    ),
  ];
}

const heading = (kind: string, name: string, id: string): HTMLElement =>
  h(
    "header",
    { class: "step-head" },
    h("p", { class: "muted" }, kind),
    h("h2", {}, name),
    h("p", { class: "muted small" }, h("code", {}, id)),
  );

function personDetails(
  person: Person,
  { whole, names }: Scenery,
  { lookAs, begin }: DetailsActions,
): HTMLElement[] {
  const { employment, admin, organization } = person;
  const others = whole.organizations.filter(
    (each) =>
      each.organization !== organization && each.people.some((one) => one.person === person.person),
  );
  const lines: Line[] = [
    [t("organizationKind"), names.organization(organization)],
    [
      t("departments"),
      listed(employment.departments.map((each) => names.department(organization, each))),
    ],
  ];
  if (employment.fields.title !== undefined) lines.push([t("details"), employment.fields.title]);
  if (admin !== null) lines.push([t("legendAdmin"), valueName(admin.role)]);
  lines.push([t("onRosters"), listed(person.rosters.map(names.space))]);
  if (person.waiting.length > 0) {
    lines.push([t("waitsFor"), listed(person.waiting.map(names.space))]);
  }
  if (person.licenses.length > 0) {
    const texts = person.licenses.map(({ host, unit, state }) =>
      t(state === "held" ? "licenseHeld" : "licenseWaits", {
        host: names.organization(host),
        unit: unit === host ? names.organization(host) : unitName(names, unit),
      }),
    );
    lines.push([t("licenses"), listed(texts)]);
  }
  if (person.tasks.length > 0) {
    const texts = person.tasks.map(({ instance, task }) => t("taskN", { instance, task }));
    lines.push([t("openTasks"), listed(texts)]);
  }
  if (person.groups.length > 0) lines.push([t("groups"), listed(person.groups.map(names.group))]);
  if (employment.heads.length > 0) {
    const texts = employment.heads.map((each) => names.department(organization, each));
    lines.push([t("headOf"), listed(texts)]);
  }
  if (employment.roles.length > 0) lines.push([t("roles"), listed(employment.roles)]);
  if (employment.successor !== null) {
    lines.push([t("successor"), names.person(organization, employment.successor.person)]);
  }
  if (others.length > 0) {
    lines.push([
      t("identities"),
      listed(others.map((each) => names.organization(each.organization))),
    ]);
  }
  lines.push([t("employment"), String(employment.number)]);
  const identity = { organization, person: person.person } as Identity;
  return [
    heading(t("personKind"), localName(employment.fields.name), person.person),
    facts(lines),
    h(
      "button",
      { id: "look-as-this", type: "button", class: "quiet", on: { click: () => lookAs(identity) } },
      `${t("lookAs")}: ${localName(employment.fields.name)}`,
    ),
    ...actionButtons(draftsForPerson(person, whole), begin),
  ];
}

function unitName(names: Names, unit: string): string {
  const space = names.space(unit);
  return space === unit ? names.organization(unit) : space;
}

function organizationDetails(
  each: Organization,
  { whole, names }: Scenery,
  { begin }: DetailsActions,
): HTMLElement[] {
  const { organization, record, departments, people } = each;
  const apps = whole.apps.filter(({ owner }) => owner.organization === organization);
  const lines: Line[] = [
    [t("edition"), valueName(record.edition)],
    [t("certified"), t(record.certified ? "yes" : "no")],
    [t("sso"), t(record.sso ? "yes" : "no")],
    [
      t("admins"),
      listed(
        record.admins.map(
          ({ person, role }) => `${names.person(organization, person)} (${valueName(role)})`,
        ),
      ),
    ],
    [t("headcount"), String(people.length)],
    [t("departments"), listed(departments.map(({ name }) => localName(name)))],
    [t("hostedSpaces"), listed(record.hosted.map(names.space))],
    [t("joinedSpaces"), listed(record.joined.map(names.space))],
  ];
  if (apps.length > 0) lines.push([t("apps"), listed(apps.map(({ name }) => localName(name)))]);
  return [
    heading(t("organizationKind"), localName(record.name), organization),
    facts(lines),
    ...actionButtons(draftsForOrganization(each, whole), begin),
  ];
}

function membersTable({ members }: Space, names: Names): HTMLElement {
  return h(
    "div",
    { class: "scroll", tabindex: 0 },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          [t("organizationKind"), t("legendRoster"), t("legendWaiting"), t("details")].map((text) =>
            h("th", { scope: "col" }, text),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        members.map(({ organization, host, present, waiting, types, level }) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, names.organization(organization)),
            h("td", {}, present),
            h("td", {}, waiting),
            h("td", {}, host ? t("host") : [...types, level ?? ""].filter(Boolean).join(", ")),
          ),
        ),
      ),
    ),
  );
}

function spaceDetails(
  space: Space,
  { whole, names }: Scenery,
  { begin }: DetailsActions,
): HTMLElement[] {
  const who = (identities: readonly Identity[]): Child =>
    listed(identities.map(({ organization, person }) => names.person(organization, person)));
  const instances = whole.instances.filter((each) => each.space === space.space);
  const lines: Line[] = [
    [t("host"), names.organization(space.record.host)],
    [t("legendRoster"), String(space.roster.length)],
  ];
  if (space.waiting.length > 0) lines.push([t("waitingList"), who(space.waiting)]);
  if (space.applications.length > 0) {
    const texts = space.applications.map(({ organization }) => names.organization(organization));
    lines.push([t("applications"), listed(texts)]);
  }
  lines.push([t("invitations"), listed(space.invitations)]);
  if (space.folders.length > 0) {
    lines.push([t("folders"), listed(space.folders.map(({ name }) => localName(name)))]);
  }
  lines.push([t("apps"), listed(space.apps.map(names.app))]);
  if (instances.length > 0) {
    const texts = instances.map(({ instance, status }) => `${instance} (${valueName(status)})`);
    lines.push([t("instances"), listed(texts)]);
  }
  for (const { name, people } of space.groups) lines.push([localName(name), who(people)]);
  return [
    heading(t("spaceKind"), localName(space.record.name), space.space),
    facts(lines),
    h("h3", {}, t("members")),
    membersTable(space, names),
    ...actionButtons(draftsForSpace(space, whole), begin),
  ];
}

/** What a mark stands for, as far as it is in the picture. */
function found(picture: Picture, mark: string): Organization | Person | Space | undefined {
  const [kind, first, second] = mark.split(" ");
  if (kind === "s") return picture.spaces.find(({ space }) => space === first);
  const organization = picture.organizations.find((each) => each.organization === first);
  return kind === "o" ? organization : organization?.people.find(({ person }) => person === second);
}

export function details(
  { selected }: State,
  scenery: Scenery,
  actions: DetailsActions,
): HTMLElement[] {
  if (selected === null) return [h("p", { class: "empty" }, t("nothingSelected"))];
  const thing = found(scenery.shown, selected);
  if (thing === undefined) return [h("p", { class: "empty" }, t("selectedGone"))];
  if ("employment" in thing) return personDetails(thing, scenery, actions);
  if ("space" in thing) return spaceDetails(thing, scenery, actions);
  return organizationDetails(thing, scenery, actions);
}
