/** What a resignation takes away is what was foretold. */

import type { Identity } from "../../core/notice.ts";
import type { Event, Input } from "../../engine/types.ts";
import { containerOf } from "../../spaces/select/container.ts";
import { namesOf } from "../arbitraries/names.ts";
import { adminOf, live, type Scene } from "../arbitraries/scene.ts";
import { asSet, expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { fact, stamped } from "../inputs.ts";
import type { OrganizationFacts, ReferenceFacts } from "../reference/facts-model.ts";
import type { AudienceFacts } from "../reference/facts-model-areas.ts";
import { told } from "./asking.ts";
import { choicesAt, type Law, stepLaw } from "./law.ts";
import { isSuspendedIn } from "./suspending.ts";

/** What the last of these events says is kept; nothing is where a departure is final. */
function keptOf(events: readonly Event[], days: number) {
  const kept = events.filter((event) => event.type === "departure.kept").at(-1);
  if (kept !== undefined) return { days, counts: kept.data.counts };
  return days === 0 ? null : { days, counts: {} };
}

/** What the events of a resignation did to whoever resigned. */
function done(events: readonly Event[], { organization, person }: Identity, days: number) {
  const of = <Type extends Event["type"]>(type: Type) =>
    events.filter(
      (event): event is Extract<Event, { readonly type: Type }> =>
        event.type === type &&
        (event.data as Partial<Identity>).organization === organization &&
        (event.data as Partial<Identity>).person === person,
    );
  const handed = events.flatMap((event) => {
    if (event.type !== "task.handed-over" && event.type !== "task.parked") return [];
    const { instance, task, from } = event.data;
    const heir =
      event.type === "task.parked"
        ? { to: null }
        : { to: event.data.to.person, because: event.data.because };
    const theirs = from?.organization === organization && from.person === person;
    return theirs ? [{ instance, task, ...heir }] : [];
  });
  const offices = events.flatMap((event) => {
    if (event.type !== "liaison.ended" && event.type !== "liaison.passed-on") return [];
    const { trunk, role, node } = event.data;
    const from = event.type === "liaison.ended" ? event.data : event.data.from;
    const to = event.type === "liaison.ended" ? null : event.data.to.person;
    const theirs = from.organization === organization && from.person === person;
    return theirs ? [{ trunk, role, node, to }] : [];
  });
  const standIns = events.flatMap((event) => {
    if (event.type !== "stand-in.ended" || event.data.organization !== organization) return [];
    const { person: principal, standIn, from } = event.data;
    const theirs = principal === person || standIn.person === person;
    return theirs ? [{ person: principal, standIn: standIn.person, from }] : [];
  });
  const counterparts = of("counterpart.dropped").map(({ data: { space, member } }) => ({
    ...{ space, member },
  }));
  return {
    ...(offices.length > 0 ? { offices } : {}),
    ...(standIns.length > 0 ? { standIns } : {}),
    ...(counterparts.length > 0 ? { counterparts } : {}),
    rosters: of("roster.left").flatMap(({ data }) => ("trunk" in data ? [] : [data.space])),
    links: of("roster.left").flatMap(({ data }) => ("trunk" in data ? [data.trunk] : [])),
    waiting: of("waiting.left").map(({ data }) => data.space),
    groups: of("group.left").map(({ data }) => ({ ...containerOf(data), group: data.group })),
    licenses: of("license.released").map(({ data: { host, unit } }) => ({ host, unit })),
    tasks: handed,
    kept: keptOf(events, days),
  };
}

/**
 * What facts say of whoever resigns: no event tells it one by one, or, of lists, tells of entries that
 * are not in force any more, too.
 */
function known(
  { spaces, publications, hierarchies }: ReferenceFacts,
  { organization, people, admins }: OrganizationFacts,
  person: string,
) {
  const employee = people.find((each) => each.person === person);
  const named = spaces.filter(({ associations }) =>
    associations.some(
      (each) =>
        each.organization === organization &&
        each.rules.some(([kind, id]) => kind === "person" && id === person),
    ),
  );
  const isNamed = (audience: AudienceFacts | null) =>
    audience?.people.some(([home, one]) => home === organization && one === person) === true;
  const lists = publications.filter(({ authorized, permissions }) =>
    [authorized, ...permissions.map((each) => each.for)].some(isNamed),
  );
  return {
    lists: lists.map(({ space, app }) => ({ space, app })),
    scopes: named.map(({ space }) => space),
    linkScopes: (hierarchies?.links ?? [])
      .filter((each) => each.organization === organization)
      .filter(({ rules }) => rules.some(([kind, id]) => kind === "person" && id === person))
      .map(({ trunk }) => trunk),
    heads: employee?.heads ?? [],
    roles: employee?.roles ?? [],
    admin: admins.some((each) => each.person === person),
  };
}

/** The lists and permissions of Trunks that the events of a resignation strike whoever resigned off, each app once. */
function unlistedBelow(events: readonly Event[], { organization, person }: Identity) {
  const apps = events.flatMap((event) => {
    if (event.type !== "app.unlisted" || !("trunk" in event.data)) return [];
    const { trunk, app } = event.data;
    const theirs = event.data.organization === organization && event.data.person === person;
    return theirs ? [JSON.stringify({ trunk, app })] : [];
  });
  return [...new Set(apps)].map((each) => JSON.parse(each) as object);
}

const unordered = (lists: object): unknown =>
  Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, Array.isArray(list) ? asSet(list) : list]),
  );

/** RESIGN-01, HAND-02: `departure.preview` foretells everything that the fact does. */
export const departuresAreForetold: Law = stepLaw("departure", (step, policy, system) => {
  const random = choicesAt(step, 5);
  if (!random.chance(25)) return;
  const facts = factsOf(step.after, policy);
  const names = namesOf(random, "plain");
  const scene: Scene = { facts, policy, names, random, at: step.input.at, past: [] };
  const home = random.pick(live(scene).filter(({ admins }) => admins.length > 0));
  const admin = adminOf(scene, home);
  const leaver = random.pick(home?.people ?? []);
  if (home === undefined || admin === undefined || "support" in admin || !leaver) return;
  const { organization } = home;
  const { person, number } = leaver;
  const successor = random.chance(50) ? random.pick(home.people)?.person : undefined;
  const rest = successor === undefined ? {} : { successor };
  const viewer = { organization, person: admin[1] } as never;
  if (isSuspendedIn(step.after, viewer)) return;
  // After every word there is: a departure of before one of them would be late (DIR-02).
  const at = step.history.reduce((latest, each) => Math.max(latest, each.at), step.input.at) + 1;
  const foretold = told(step.after, "departure.preview", { viewer, person, at, ...rest }, policy);
  expectTrue(foretold.code === null, `the preview is refused with ${foretold.code}`);
  const resigned = fact("person.resigned", { organization, person, number, ...rest });
  const [probe] = stamped([{ id: "probe", at, ...resigned }] as never) as [Input];
  const { outcome } = system.apply(step.after, probe, policy);
  const events = outcome.kind === "accepted" ? outcome.events : [];
  const now = known(facts, home, person);
  const came = {
    ...done(events, { organization, person }, policy.departureRetentionDays),
    ...now,
    lists: [...now.lists, ...unlistedBelow(events, { organization, person })],
  };
  const value = foretold.code === null ? foretold.value : {};
  expectSame(unordered(value), unordered(came), `what the resignation of ${person} does`);
});
