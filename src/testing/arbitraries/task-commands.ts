/** What the holders of tasks do with them, and the successors of those who left. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Place, ReturnThen } from "../../flows/model.ts";
import { command, type InputDraft } from "../inputs.ts";
import type { IdentityFacts } from "../reference/facts-model.ts";
import type { InstanceFacts, TaskFacts } from "../reference/facts-model-areas.ts";
import { hostApps, isAble, isIn, isLicensed, named, same, spaceNamed, staffOf } from "./actors.ts";
import { asActor } from "./app-use.ts";
import { inBookOf, presentFor, seatsIn } from "./books.ts";
import type { Builders } from "./builder.ts";
import { adminOf, live, organizationNamed, type Scene } from "./scene.ts";
import { hierarchyAdminOf } from "./trunk-commands.ts";

type Types =
  | "task.approve"
  | "task.reject"
  | "task.return"
  | "task.take-back"
  | "task.transfer"
  | "task.countersign"
  | "task.remove-countersigner"
  | "task.delegate"
  | "task.copy"
  | "task.assign"
  | "task.reassign"
  | "flow.terminate";

/** A task with its number and its holder. */
interface Held {
  readonly instance: InstanceFacts;
  readonly number: number;
  readonly task: TaskFacts;
  readonly holder: IdentityFacts;
}

const isPending = ({ status }: TaskFacts): boolean => status === "open" || status === "held";

function heldTasks({ facts }: Scene): Held[] {
  return facts.instances.flatMap((instance) =>
    instance.tasks.flatMap((task, number) =>
      task.holder === null ? [] : [{ instance, number, task, holder: task.holder }],
    ),
  );
}

/** Whether the holder of a task looks able to use its app. */
function holderIsAble(scene: Scene, { instance, holder }: Held): boolean {
  const found = hostApps(scene).find(({ app }) => app.app === instance.app);
  if (found === undefined) return false;
  const own = holder[0] === instance.host;
  if (!own && instance.trunk !== undefined) {
    return isAble(scene, { ...found, space: null, below: true, who: holder });
  }
  const space = own ? null : (spaceNamed(scene, instance.space) ?? null);
  return (own || space !== null) && isAble(scene, { ...found, space, who: holder });
}

/** Whether the holder of a task has a license, whatever else may stand in the way. */
function holderIsLicensed(scene: Scene, { instance, holder }: Held): boolean {
  const { host, space, trunk } = instance;
  if (trunk !== undefined && holder[0] !== host) return isIn(seatsIn(scene, trunk), holder);
  const where = holder[0] === host ? null : (spaceNamed(scene, space) ?? null);
  return isLicensed(scene, host, where, holder);
}

/** A task that is open, mostly one whose holder looks able to act; now and then any other. */
export function anOpenTask(
  scene: Scene,
  wanted: (held: Held) => boolean = () => true,
): Held | undefined {
  const { random } = scene;
  const all = heldTasks(scene).filter(wanted);
  if (random.chance(4)) return random.pick(all);
  const open = all.filter(
    ({ instance, task }) => instance.status === "running" && task.status === "open",
  );
  if (random.chance(86)) return random.pick(open.filter((each) => holderIsAble(scene, each)));
  const strained = open.filter(
    (each) => holderIsLicensed(scene, each) && !holderIsAble(scene, each),
  );
  return random.pick(strained.length > 0 && random.chance(75) ? strained : open);
}

/** The same in an instance started through a Trunk. */
function targetsBelow(
  scene: Scene,
  trunk: InstanceFacts["host"],
  { instance, holder }: Held,
): readonly IdentityFacts[] {
  const { random, policy } = scene;
  const { hierarchyRouting, routingCandidates } = policy;
  const [anchor] = hierarchyRouting === "holder-organization" ? holder : instance.initiator;
  const home = organizationNamed(scene, anchor);
  const book = inBookOf(scene, trunk);
  const wide = hierarchyRouting === "line" || random.chance(8);
  const whole = routingCandidates === "whole-directory" && home !== undefined;
  const inside = whole ? staffOf(home) : book.filter(([id]) => wide || id === anchor);
  if (random.chance(6)) return inside;
  const holders = instance.tasks
    .filter(isPending)
    .flatMap((each) => (each.holder === null ? [] : [each.holder]));
  return inside.filter((each) => !isIn(holders, each) && !same(each, holder));
}

/** Whom a task may be given to, roughly, mostly those who could act on it; now and then anybody. */
export function targets(scene: Scene, held: Held): readonly IdentityFacts[] {
  const inside = targetsInside(scene, held);
  const isAble = (holder: IdentityFacts) => holderIsAble(scene, { ...held, holder });
  const able = scene.random.chance(80) ? inside.filter(isAble) : [];
  return able.length > 0 ? able : inside;
}

/** Whom the boundary of an instance leaves to give a task to. */
function targetsInside(scene: Scene, held: Held): readonly IdentityFacts[] {
  const { instance, holder } = held;
  const { random, policy, facts } = scene;
  if (random.chance(7)) return facts.organizations.flatMap(staffOf);
  if (instance.trunk !== undefined) return targetsBelow(scene, instance.trunk, held);
  const space = spaceNamed(scene, instance.space);
  const anchor = instance.initiator[0];
  const home = organizationNamed(scene, anchor);
  const all = home === undefined ? [] : staffOf(home);
  const wide = policy.routingBoundary === "space" && space !== undefined;
  const whole = space === undefined || policy.routingCandidates === "whole-directory";
  const inside = wide
    ? space.roster
    : whole
      ? all
      : space.roster.filter(([organization]) => organization === anchor);
  if (random.chance(6)) return inside;
  const holders = instance.tasks
    .filter(isPending)
    .flatMap((each) => (each.holder === null ? [] : [each.holder]));
  return inside.filter((each) => !isIn(holders, each) && !same(each, holder));
}

const taskOf = ({ instance, number }: Omit<Held, "holder">) => ({
  instance: instance.instance,
  task: number,
});

/** Whether somebody has rejected what goes on all the same: rejections count there. */
const isVotedOn = ({ instance }: Held): boolean =>
  instance.status === "running" && instance.tasks.some(({ status }) => status === "rejected");

function decided(scene: Scene, type: "task.approve" | "task.reject"): InputDraft | null {
  const voted = scene.random.chance(50) ? anOpenTask(scene, isVotedOn) : undefined;
  const held = voted ?? anOpenTask(scene);
  return held === undefined ? null : command(type, asActor(held.holder), taskOf(held));
}

function routed(scene: Scene, type: "task.transfer" | "task.delegate"): InputDraft | null {
  const careful = scene.random.chance(92);
  const held = anOpenTask(scene, (each) => !careful || targets(scene, each).length > 0);
  const to = held === undefined ? undefined : scene.random.pick(targets(scene, held));
  if (held === undefined || to === undefined) return null;
  return command(type, asActor(held.holder), { ...taskOf(held), to: named(to) });
}

const PLACES: readonly Place[] = ["before", "after", "parallel"];

/** One or two of some people. */
function few(scene: Scene, people: readonly IdentityFacts[]): IdentityFacts[] {
  const one = scene.random.pick(people);
  const other = scene.random.chance(30) ? scene.random.pick(people) : undefined;
  const chosen = [one, other].filter((each) => each !== undefined);
  return chosen.filter((each, index) => !isIn(chosen.slice(0, index), each));
}

function aRemoval(scene: Scene): InputDraft | null {
  const { random } = scene;
  const careful = random.chance(88);
  // Those that wait for a successor included.
  const all = scene.facts.instances.flatMap((instance) =>
    instance.tasks.map((task, number) => ({ instance, number, task })),
  );
  const added = all.filter(
    ({ instance, task }) =>
      task.parent !== null &&
      task.origin !== "rule" &&
      (!careful || (instance.status === "running" && isPending(task))),
  );
  const chosen = random.pick(added);
  if (chosen === undefined) return null;
  const parent = chosen.instance.tasks[chosen.task.parent ?? 0];
  const by = random.chance(93) ? parent?.holder : chosen.task.holder;
  if (by === null || by === undefined) return null;
  return command("task.remove-countersigner", asActor(by), taskOf(chosen));
}

function anAssignment(scene: Scene): InputDraft | null {
  const { random, facts } = scene;
  const waiting = facts.parking.flatMap(({ organization, tasks }) =>
    tasks.map(([instance, task]) => ({ organization, instance, task })),
  );
  const running = waiting.filter(({ instance }) =>
    facts.instances.some((each) => each.instance === instance && each.status === "running"),
  );
  const chosen = random.pick(running.length > 0 && random.chance(95) ? running : waiting);
  const home = live(scene).find(({ organization }) => organization === chosen?.organization);
  if (chosen === undefined || home === undefined) return null;
  const { instance, task } = chosen;
  const found = facts.instances.find((each) => each.instance === instance);
  const { space, host, trunk } = found ?? {};
  const adminAt = (organization: OrganizationId) =>
    trunk === undefined
      ? adminOf(scene, organizationNamed(scene, organization))
      : hierarchyAdminOf(scene, organization);
  const admin = adminAt(home.organization);
  // An organization without admins leaves its tasks to the Host's.
  const left = admin === undefined || random.chance(8);
  const by = left ? adminAt(host ?? home.organization) : admin;
  if (by === undefined) return null;
  const of = left && random.chance(95) ? { organization: home.organization } : {};
  const rostered =
    trunk === undefined
      ? (spaceNamed(scene, space ?? null)?.roster ?? [])
      : presentFor(scene, trunk);
  const own = staffOf(home).filter(
    (each) => home.organization === host || isIn(rostered, each) || random.chance(10),
  );
  const to = random.pick(own)?.[1];
  return to === undefined ? null : command("task.assign", by, { instance, task, to, ...of });
}

/** An admin of an organization, with the permission for the door of an instance. */
function adminAt(scene: Scene, { trunk }: InstanceFacts, organization: InstanceFacts["host"]) {
  return trunk === undefined
    ? adminOf(scene, organizationNamed(scene, organization))
    : hierarchyAdminOf(scene, organization);
}

/** Whom an admin may move a task to, roughly: those of an organization who could act on it, or any of them. */
function takers(scene: Scene, instance: InstanceFacts, organization: InstanceFacts["host"]) {
  const home = organizationNamed(scene, organization);
  const found = hostApps(scene).find(({ app }) => app.app === instance.app);
  const isHosts = organization === instance.host;
  const space = isHosts ? null : (spaceNamed(scene, instance.space) ?? null);
  const below = isHosts || instance.trunk === undefined ? {} : { below: true };
  const all = home === undefined ? [] : staffOf(home);
  const able = all.filter(
    (who) => found !== undefined && isAble(scene, { ...found, space, ...below, who }),
  );
  return able.length > 0 && scene.random.chance(85) ? able : all;
}

/** An admin moves some tasks: mostly one of the Host, to somebody of whose they are, or of the Host. */
function aMove(scene: Scene): InputDraft | null {
  const { random, facts, policy } = scene;
  const all = facts.instances.flatMap((instance) =>
    instance.tasks.map((task, number) => ({ instance, number, task })),
  );
  const open = all.filter(({ instance, task }) => instance.status === "running" && isPending(task));
  const chosen = random.pick(random.chance(92) ? open : all);
  if (chosen === undefined) return null;
  const { instance, task } = chosen;
  const home = task.holder?.[0] ?? task.home ?? instance.host;
  const byHome = random.chance(policy.taskAdmins === "host" ? 8 : 45);
  const by = adminAt(scene, instance, byHome ? home : instance.host);
  const other = random.chance(95) ? instance.host : random.pick(live(scene))?.organization;
  const target = byHome || random.chance(55) ? home : (other ?? home);
  const to = random.pick(takers(scene, instance, target));
  if (by === undefined || to === undefined) return null;
  const more = open.filter((each) => each.instance.host === instance.host && each.task !== task);
  const others = random.chance(50) ? [...new Set([random.pick(more), random.pick(more)])] : [];
  const tasks = [chosen, ...others].flatMap((each) => (each === undefined ? [] : taskOf(each)));
  return command("task.reassign", by, { tasks, to: named(to) });
}

/** How it goes on after a return, if whoever returns says so; now and then where the policy does. */
function returnThen({ random, policy }: Scene): { readonly then?: ReturnThen } {
  const says = policy.returnResume === "holder" ? 75 : 4;
  const then = random.chance(50) ? "jump" : "walk";
  return random.chance(says) ? { then } : {};
}

/** An admin of the Host, mostly, ends an instance. */
function aTermination(scene: Scene): InputDraft | null {
  const { random, facts } = scene;
  const running = facts.instances.filter(({ status }) => status === "running");
  const instance = random.pick(random.chance(95) ? running : facts.instances);
  if (instance === undefined) return null;
  const organization = random.chance(92) ? instance.host : instance.initiator[0];
  const by = adminAt(scene, instance, organization);
  if (by === undefined) return null;
  return command("flow.terminate", by, { instance: instance.instance, reason: "stuck" });
}

/** Somebody takes back an approval, more often one of late. */
function aTakingBack(scene: Scene): InputDraft | null {
  const { random, facts } = scene;
  const running = facts.instances.filter(({ status }) => status === "running");
  const approved = running.flatMap((instance) =>
    instance.tasks.flatMap((task, number) =>
      task.status === "approved" && task.holder !== null
        ? [{ instance, number, task, holder: task.holder }]
        : [],
    ),
  );
  const latest = approved.filter(
    ({ instance, task }) => task.step === instance.step || task.step === instance.step - 1,
  );
  const chosen = random.pick(latest.length > 0 && random.chance(85) ? latest : approved);
  const held = chosen ?? (random.chance(15) ? anOpenTask(scene) : undefined);
  if (held === undefined) return null;
  const other = random.chance(6) ? anOpenTask(scene)?.holder : undefined;
  return command("task.take-back", asActor(other ?? held.holder), taskOf(held));
}

/** Makes the commands about tasks. */
export const taskCommands: Builders<Types> = {
  "task.approve": (scene) => decided(scene, "task.approve"),
  "task.reject": (scene) => decided(scene, "task.reject"),
  "task.return": (scene) => {
    const { random } = scene;
    const careful = random.chance(90);
    const then = returnThen(scene);
    const toInitiator = random.chance(30);
    const held = anOpenTask(scene, ({ task }) => !careful || toInitiator || task.step > 0);
    if (held === undefined) return null;
    if (toInitiator) {
      const data = { ...taskOf(held), to: "initiator" as const, ...then };
      return command("task.return", asActor(held.holder), data);
    }
    const earlier = held.instance.tasks.flatMap(({ step }, number) =>
      step < held.task.step || !careful ? [number] : [],
    );
    const to = random.pick(earlier) ?? 0;
    return command("task.return", asActor(held.holder), { ...taskOf(held), to, ...then });
  },
  "task.take-back": aTakingBack,
  "task.transfer": (scene) => routed(scene, "task.transfer"),
  "task.countersign": (scene) => {
    const { random } = scene;
    const held = anOpenTask(scene, (each) => targets(scene, each).length > 0);
    const people = held === undefined ? [] : few(scene, targets(scene, held));
    if (held === undefined || people.length === 0) return null;
    const place = random.pick(PLACES) ?? "before";
    const rest = { place, people: people.map(named) };
    return command("task.countersign", asActor(held.holder), { ...taskOf(held), ...rest });
  },
  "task.remove-countersigner": aRemoval,
  "task.delegate": (scene) => routed(scene, "task.delegate"),
  "task.copy": (scene) => {
    const held = anOpenTask(scene, (each) => targets(scene, each).length > 0);
    const people = held === undefined ? [] : few(scene, targets(scene, held));
    if (held === undefined || people.length === 0) return null;
    const rest = { people: people.map(named) };
    return command("task.copy", asActor(held.holder), { ...taskOf(held), ...rest });
  },
  "task.assign": anAssignment,
  "task.reassign": aMove,
  "flow.terminate": aTermination,
};
