/** Approval rules: who signs, step by step. */
import type {
  Approver,
  FlowStep,
  RepeatedApproval,
  SelfApproval,
  TakingBack,
} from "../../flows/model.ts";
import { command } from "../inputs.ts";
import type { IdentityFacts, OrganizationFacts } from "../reference/facts-model.ts";
import { hostApps, isIn, isLicensed, named, staffOf } from "./actors.ts";
import { belowOf, distributedIn, presentFor, seatsIn } from "./books.ts";
import type { Builders } from "./builder.ts";
import { adminOf, liveSpaces, organizationNamed, type Scene } from "./scene.ts";

const MODES = ["all", "any", "sequence"] as const;
const SELF: readonly SelfApproval[] = ["sign", "skip", "heads", "park"];
const REPEATED: readonly RepeatedApproval[] = ["each", "consecutive", "once"];

/** People whom a Host may name: its own, and those of Members on its Spaces' Rosters. */
function signers(scene: Scene, host: OrganizationFacts): IdentityFacts[] {
  const { random } = scene;
  const spaces = liveSpaces(scene).filter((each) => each.host === host.organization);
  const own = staffOf(host).filter((who) => isLicensed(scene, host.organization, null, who));
  const theirs = spaces.flatMap((space) =>
    space.roster.filter(
      (who) => who[0] !== space.host && isLicensed(scene, host.organization, space, who),
    ),
  );
  const below = presentFor(scene, host.organization);
  const seated = below.filter((who) => isIn(seatsIn(scene, host.organization), who));
  const licensed = [...own, ...theirs, ...seated];
  if (licensed.length > 0 && random.chance(80)) return licensed;
  return [...staffOf(host), ...spaces.flatMap(({ roster }) => roster), ...below];
}

/** A department that a Host may name, more often one with a head than not. */
function aDepartment(scene: Scene, host: OrganizationFacts) {
  const { random } = scene;
  const members = liveSpaces(scene)
    .filter((each) => each.host === host.organization)
    .flatMap((space) => space.members);
  const ids = [...members, ...belowOf(scene, host.organization)];
  const homes = [host, ...ids.flatMap((id) => organizationNamed(scene, id) ?? [])];
  const all = homes.flatMap(({ organization, departments, people }) =>
    departments.map(({ department }) => ({
      organization,
      department,
      headed: people.some(({ heads }) => heads.includes(department)),
    })),
  );
  const headed = all.filter((each) => each.headed);
  return random.pick(headed.length > 0 && random.chance(80) ? headed : all);
}

/** The heads of the initiator's departments, often of what is above them. */
function initiatorHeads({ random }: Scene): Approver {
  return random.chance(50)
    ? { kind: "initiator-heads" }
    : { kind: "initiator-heads", levelsUp: random.below(3) };
}

/** Whoever stands above the initiator: their manager, or heads. */
const aboveInitiator = (scene: Scene): Approver =>
  scene.random.chance(35) ? { kind: "initiator-manager" } : initiatorHeads(scene);

function anApprover(scene: Scene, host: OrganizationFacts): Approver {
  const { random, names } = scene;
  const role = random.pick(names.roles);
  if (role !== undefined && random.chance(18)) {
    return { kind: "role", role, of: random.chance(50) ? "host" : "initiator" };
  }
  if (random.chance(24)) return aboveInitiator(scene);
  const department = random.chance(20) ? aDepartment(scene, host) : undefined;
  if (department !== undefined) {
    const { organization, department: id } = department;
    return { kind: "department-heads", organization, department: id };
  }
  const person = random.pick(signers(scene, host));
  return person === undefined ? aboveInitiator(scene) : { kind: "person", ...named(person) };
}

/** How many of them: often few enough that a rejection leaves it open. */
function aMode({ random }: Scene): Pick<FlowStep, "mode" | "rejection"> {
  if (random.chance(30)) {
    const vote = random.chance(50)
      ? { approvals: 1 + random.below(3) }
      : { percent: random.pick([1, 34, 50, 51, 67, 100]) ?? 50 };
    return { mode: { vote } };
  }
  const mode = random.pick(MODES) ?? "all";
  return mode !== "sequence" && random.chance(40) ? { mode, rejection: "count" } : { mode };
}

/** One step of a flow: who signs, and how many of them. */
export function aStep(scene: Scene, host: OrganizationFacts): FlowStep {
  const { random } = scene;
  const mode = aMode(scene);
  const counted = typeof mode.mode === "object" || mode.rejection === "count";
  const count = random.pick(counted ? [2, 3, 4] : [1, 1, 2, 2, 3]) ?? 1;
  const approvers = Array.from({ length: count }, () => anApprover(scene, host));
  const texts = approvers.map((each) => JSON.stringify(each));
  return {
    approvers: approvers.filter((_, index) => texts.indexOf(texts[index] ?? "") === index),
    ...mode,
  };
}

/** Until when its initiator withdraws, and whether signers take back. */
const takingBack = ({ random }: Scene): TakingBack => ({
  ...(random.chance(25) ? { withdrawUntil: random.chance(70) ? "first-act" : "ended" } : {}),
  ...(random.chance(25) ? { withdrawDays: random.pick([1, 2, 30, null]) ?? null } : {}),
  ...(random.chance(45) ? { takeBack: random.chance(85) } : {}),
});

/** Makes the commands of those who write the rules. */
export const flowRules: Builders<"flow.define"> = {
  "flow.define": (scene) => {
    const { random } = scene;
    const apps = hostApps(scene);
    const offered = apps.filter(
      ({ app }) =>
        app.published.length > 0 || distributedIn(scene).some((each) => each.app === app.app),
    );
    const chosen = random.pick(offered.length > 0 && random.chance(80) ? offered : apps);
    const by = adminOf(scene, chosen?.host);
    if (chosen === undefined || by === undefined) return null;
    const count = random.pick([1, 2, 2, 2, 3]) ?? 1;
    const steps = Array.from({ length: count }, () => aStep(scene, chosen.host));
    const flow = random.chance(70) ? "flow1" : "flow2";
    const signing = {
      ...(random.chance(35) ? { selfApproval: random.pick(SELF) ?? "sign" } : {}),
      ...(random.chance(35) ? { repeatedApproval: random.pick(REPEATED) ?? "each" } : {}),
      ...takingBack(scene),
    };
    return command("flow.define", by, { app: chosen.app.app, flow, steps, ...signing });
  },
};
