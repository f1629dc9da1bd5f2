/** What industry members do with apps, and for whom others do. */
import type { FlowId, PersonId } from "../../core/ids.ts";
import { command, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { AppFacts, DoerFacts } from "../reference/facts-model-areas.ts";
import { hostApps } from "./actors.ts";
import { labels } from "./audiences.ts";
import { distributedIn } from "./books.ts";
import { bookFor, booksIn } from "./industry-inputs.ts";
import { fresh, liveSpaces, type Scene } from "./scene.ts";

/** A door, as whoever goes through it names it. */
type Door = { readonly space?: string; readonly trunk?: string };

/** An industry member who uses an app. */
export interface MemberUse {
  readonly app: AppFacts;
  readonly who: DoerFacts;
  readonly door: Door;
}

/** Whoever did something, as the giver of a command or a question. */
export const byOf = ([organization, person, as]: DoerFacts) =>
  as === undefined ? { organization, person } : { organization, person, as };

/** Through which doors an app is open to the industry members of an organization. */
function openDoors(scene: Scene, app: AppFacts, host: OrganizationFacts, home: string): Door[] {
  const { facts } = scene;
  if (host.organization === home) {
    const isOpen = (facts.industry?.open ?? []).some(([, each]) => each === app.app);
    return isOpen ? [{}] : [];
  }
  return distributedIn(scene).flatMap(({ trunk, app: out, industry, covered }) => {
    const isFor = trunk === host.organization && out === app.app && industry === true;
    return isFor && covered.some(([id]) => id === home) ? [{ trunk }] : [];
  });
}

/** Any door, open or not. */
function anyDoor(scene: Scene, app: AppFacts, host: OrganizationFacts, home: string): Door {
  const { random } = scene;
  const space = random.pick(liveSpaces(scene).filter((each) => app.published.includes(each.space)));
  if (space !== undefined && random.chance(25)) return { space: space.space };
  return host.organization === home && random.chance(85) ? {} : { trunk: host.organization };
}

/** Somebody of an industry book with an app, mostly one that is open to them. */
export function aMemberUse(
  scene: Scene,
  wanted: (app: AppFacts) => boolean = () => true,
): MemberUse | undefined {
  const { random } = scene;
  const people = booksIn(scene).flatMap(({ organization, members }) =>
    members.map(({ person }): DoerFacts => [organization, person, "industry-member"]),
  );
  const apps = hostApps(scene).filter(({ app }) => wanted(app));
  const able = people.flatMap((who) =>
    apps.flatMap(({ app, host }) =>
      openDoors(scene, app, host, who[0]).map((door): MemberUse => ({ app, who, door })),
    ),
  );
  const chosen = random.chance(85) ? random.pick(able) : undefined;
  if (chosen !== undefined) return chosen;
  const who = random.pick(people);
  const any = random.pick(apps);
  if (who === undefined || any === undefined || random.chance(40)) return undefined;
  return { app: any.app, who, door: anyDoor(scene, any.app, any.host, who[0]) };
}

/** An owner for the rows of a submission: an industry member of the organization acted for, now and then nobody. */
export function anOwner(
  scene: Scene,
  [organization]: DoerFacts,
  percent = 50,
): { readonly owner?: PersonId } {
  const { random, names } = scene;
  const members = bookFor(scene, organization)?.members ?? [];
  if (members.length === 0 ? !random.chance(2) : !random.chance(percent)) return {};
  const owner = random.chance(92) ? random.pick(members)?.person : random.pick(names.people);
  return owner === undefined ? {} : { owner };
}

/** A form that an industry member hands in. */
export function memberForm(scene: Scene): InputDraft | null {
  const { random, past } = scene;
  const use = aMemberUse(scene);
  if (use === undefined) return null;
  const first = random.pick(random.chance(3) ? use.app.rows : [])?.row ?? fresh(scene, "row");
  const row = { row: first, ...(random.chance(60) ? { labels: labels(scene, 40) } : {}) };
  const others = random.chance(6) ? [{ row: `row${past.length}-1` }] : [];
  return command("form.submit", byOf(use.who), {
    ...{ app: use.app.app, rows: [row, ...others], ...use.door },
    ...anOwner(scene, use.who, 40),
    ...(random.chance(10) ? { attachments: random.chance(80) } : {}),
    ...pickedBy(scene, use),
  } as never);
}

/** Whom a member picks: people of their own organization or of the one whose app it is. */
function pickedBy(scene: Scene, { who, door }: MemberUse) {
  const { random, facts } = scene;
  if (!random.chance(20)) return {};
  const near = facts.organizations.filter(
    ({ organization }) => organization === who[0] || organization === door.trunk,
  );
  const people = near.flatMap(({ organization, people: own }) =>
    own.map(({ person }) => ({ organization, person })),
  );
  return { picked: random.some(people, 25).slice(0, 2) };
}

/** A flow that an industry member starts. */
export function memberStart(scene: Scene): InputDraft | null {
  const { random, facts } = scene;
  const flowsOf = ({ app }: AppFacts): FlowId[] =>
    facts.flows.filter((each) => each.app === app).map(({ flow }) => flow);
  const use = aMemberUse(scene, (app) => flowsOf(app).length > 0);
  const flow = use === undefined ? undefined : random.pick(flowsOf(use.app));
  if (use === undefined || flow === undefined) return null;
  const known = random.pick(random.chance(3) ? use.app.rows : [])?.row;
  return command("flow.start", byOf(use.who), {
    ...{ app: use.app.app, flow, instance: fresh(scene, "instance") },
    ...{ row: known ?? fresh(scene, "row"), ...use.door, ...pickedBy(scene, use) },
  } as never);
}
