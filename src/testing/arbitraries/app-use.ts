/** What people do with apps: forms submitted, flows started and withdrawn. */
import type { FlowId } from "../../core/ids.ts";
import { type Acting, command } from "../inputs.ts";
import type { IdentityFacts } from "../reference/facts-model.ts";
import type { DoerFacts } from "../reference/facts-model-areas.ts";
import { aUser, doorOf, isIn, named, spaceNamed, staffOf, type User } from "./actors.ts";
import { labels } from "./audiences.ts";
import { belowOf, inBookOf, presentFor } from "./books.ts";
import type { Builders } from "./builder.ts";
import { anOwner, byOf, memberForm, memberStart } from "./industry-use.ts";
import { fresh, liveSpaces, organizationNamed, type Scene } from "./scene.ts";

type Types = "form.submit" | "flow.start" | "flow.withdraw" | "flow.resubmit";

/** An identity as the giver of a command. */
export const asActor = ([organization, person]: IdentityFacts): Acting => [organization, person];

/** People who can be chosen in a form, roughly; now and then somebody who cannot. */
function picked(scene: Scene, user: User): IdentityFacts[] {
  const { space, host, app, who } = user;
  const { random, facts, policy } = scene;
  if (random.chance(5)) return random.some(facts.organizations.flatMap(staffOf), 10);
  if (user.below === true) {
    const book = inBookOf(scene, host.organization);
    const wide = policy.branchPickScope === "whole-book" || random.chance(15);
    const under = [who[0], ...belowOf(scene, who[0])];
    return random.some(wide ? book : book.filter(([id]) => under.includes(id)), 35);
  }
  if (space === null) {
    const spaces = liveSpaces(scene).filter((each) => app.published.includes(each.space));
    const others = spaces.flatMap(({ roster }) => roster);
    const below = random.chance(60) ? presentFor(scene, host.organization) : [];
    const all = [...staffOf(host), ...below, ...others.filter(([id]) => id !== host.organization)];
    return distinct(random.some(all, 25));
  }
  const careful = policy.formPickerScope === "visible-only" && random.chance(60);
  return random.some(space.roster, 40).filter(() => !careful || random.chance(40));
}

function distinct(identities: readonly IdentityFacts[]): IdentityFacts[] {
  return identities.filter((each, index) => !isIn(identities.slice(0, index), each));
}

/** What a submission says besides the app and its rows. */
function submission(scene: Scene, user: User) {
  const { random } = scene;
  const chosen = random.chance(25) ? picked(scene, user) : [];
  return {
    ...doorOf(user),
    ...(random.chance(12) ? { attachments: random.chance(80) } : {}),
    ...(chosen.length > 0 ? { picked: chosen.map(named) } : {}),
  };
}

/** In whose name, and where, one acts; now and then for the wrong side. */
function astray(scene: Scene, user: User): User {
  const { random } = scene;
  if (!random.chance(3)) return user;
  if (user.space !== null || user.below === true) return { ...user, space: null, below: false };
  if (random.chance(40)) return { ...user, below: true };
  return { ...user, space: random.pick(liveSpaces(scene)) ?? null };
}

/** Makes the commands of those who use apps. */
export const using: Builders<Types> = {
  "form.submit": (scene) => {
    const { random } = scene;
    const member = random.chance(45) ? memberForm(scene) : null;
    if (member !== null) return member;
    const chosen = aUser(scene);
    if (chosen === undefined) return null;
    const user = astray(scene, chosen);
    const several = random.chance(user.space === null ? 25 : 3);
    const known = random.pick(user.app.rows)?.row;
    const first = known !== undefined && random.chance(3) ? known : fresh(scene, "row");
    const rows = Array.from({ length: several ? 2 : 1 }, (_, index) => ({
      row: index === 0 ? first : `row${scene.past.length}-${index}`,
      ...(random.chance(60) ? { labels: labels(scene, 40) } : {}),
    }));
    const data = { app: user.app.app, rows, ...submission(scene, user) };
    return command("form.submit", asActor(user.who), { ...data, ...anOwner(scene, user.who) });
  },
  "flow.start": (scene) => {
    const { random, facts } = scene;
    const member = random.chance(30) ? memberStart(scene) : null;
    if (member !== null) return member;
    const flowsOf = (user: User): FlowId[] =>
      facts.flows.filter(({ app }) => app === user.app.app).map(({ flow }) => flow);
    const chosen = aUser(scene, (user) => flowsOf(user).length > 0);
    if (chosen === undefined) return null;
    const user = astray(scene, chosen);
    const flow = random.pick(flowsOf(user)) ?? "none";
    const known = random.pick(user.app.rows)?.row;
    const row = known !== undefined && random.chance(3) ? known : fresh(scene, "row");
    const instance = fresh(scene, "instance");
    const rest = random.chance(40) ? { labels: labels(scene, 40) } : {};
    const data = { app: user.app.app, flow, instance, row, ...rest, ...submission(scene, user) };
    return command("flow.start", asActor(user.who), data);
  },
  "flow.withdraw": (scene) => {
    const { random, facts } = scene;
    const running = facts.instances.filter(({ status }) => status === "running");
    const members = running.filter((each) => each.initiator.length > 2);
    const among = members.length > 0 && random.chance(40) ? members : running;
    const chosen = random.pick(random.chance(92) ? among : facts.instances);
    if (chosen === undefined) return null;
    const { instance, initiator, host, space, trunk } = chosen;
    const hosts = organizationNamed(scene, host);
    const others = [
      ...(hosts === undefined ? [] : staffOf(hosts)),
      ...(spaceNamed(scene, space)?.roster ?? []),
      ...(trunk === undefined ? [] : presentFor(scene, trunk)),
    ];
    const [organization, person, as] = initiator;
    // Of the same id, and somebody else.
    const namesake: DoerFacts =
      as === undefined ? [organization, person, "industry-member"] : [organization, person];
    const other = random.chance(30) ? namesake : random.pick(others);
    const by = random.chance(92) ? initiator : (other ?? initiator);
    return command("flow.withdraw", byOf(by), { instance });
  },
  "flow.resubmit": (scene) => {
    const { random, facts, past } = scene;
    const returned = new Set(
      past.flatMap(({ type, data }) =>
        type === "task.return" && (data as { readonly to: unknown }).to === "initiator"
          ? [(data as { readonly instance: string }).instance]
          : [],
      ),
    );
    const running = facts.instances.filter(({ status }) => status === "running");
    // Whoever an instance waits for: nothing of it is open.
    const waiting = running.filter(
      ({ instance, tasks }) =>
        returned.has(instance) &&
        !tasks.some(({ status }) => status === "open" || status === "held"),
    );
    const chosen = random.pick(random.chance(92) ? waiting : running);
    if (chosen === undefined) return null;
    const { instance, initiator, app, host } = chosen;
    const rows = facts.apps.find((each) => each.app === app)?.rows ?? [];
    const known = random.pick(rows)?.row;
    const row = known !== undefined && random.chance(4) ? known : fresh(scene, "row");
    const hosts = organizationNamed(scene, host);
    const other = random.pick(hosts === undefined ? [] : staffOf(hosts));
    const by = random.chance(94) ? initiator : (other ?? initiator);
    const rest = {
      ...(random.chance(40) ? { labels: labels(scene, 40) } : {}),
      ...(random.chance(12) ? { attachments: random.chance(80) } : {}),
    };
    return command("flow.resubmit", byOf(by), { instance, row, ...rest });
  },
};
