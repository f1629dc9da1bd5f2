/** Commands about invitations and applications. */
import type { Input, InputOf } from "../../engine/types.ts";
import { command, type InputDraft } from "../inputs.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import type { Builders } from "./builder.ts";
import {
  addressees,
  adminOf,
  aManagedSpace,
  aReason,
  fresh,
  invitedAgain,
  isMeantFor,
  live,
  liveSpaces,
  organizationNamed,
  type Scene,
} from "./scene.ts";
import { aScope } from "./scope-commands.ts";

type Types =
  | "invitation.issue"
  | "invitation.revoke"
  | "invitation.batch"
  | "application.submit"
  | "application.withdraw"
  | "application.approve"
  | "application.reject";

type Application = ReferenceFacts["applications"][number];

/** An invitation that looks valid; now and then one that does not. */
function anInvitation(
  scene: Scene,
  to?: ReferenceFacts["spaces"][number]["space"],
): ReferenceFacts["invitations"][number] | undefined {
  const { facts, random, at } = scene;
  const valid = facts.invitations.filter(
    ({ space, revoked, expiresAt, maxUses, uses }) =>
      (to === undefined || to === space) &&
      !revoked &&
      (expiresAt === null || at < expiresAt) &&
      (maxUses === null || uses < maxUses) &&
      liveSpaces(scene).some((each) => each.space === space),
  );
  return random.pick(random.chance(93) ? valid : facts.invitations);
}

/** A former application, to be made again through the same invitation: it may be used up since. */
function aFormerForm({ random, past }: Scene): InputOf<"application.submit"> | undefined {
  const is = (input: Input) => input.type === "application.submit";
  return random.chance(15) ? random.pick(past.filter(is)) : undefined;
}

/** Whether an application waits to be decided, and still can be (JOIN-15). */
const isWaiting = ({ status, expiresAt }: Application, at: number): boolean =>
  status === "pending" && (expiresAt === undefined || at < expiresAt);

/** An application past its end, mostly to be made anew, which closes it. */
const anOverdue = ({ facts, random, at }: Scene): Application | undefined => {
  const overdue = facts.applications.filter(
    (each) => each.status === "pending" && !isWaiting(each, at),
  );
  return random.chance(60) ? random.pick(overdue) : undefined;
};

function anApplicationForm(scene: Scene): InputDraft | null {
  const { facts, random, policy, at } = scene;
  const overdue = anOverdue(scene);
  const former = overdue === undefined ? aFormerForm(scene) : undefined;
  const invitation =
    former === undefined
      ? anInvitation(scene, overdue?.space)
      : facts.invitations.find((each) => each.invitation === former.data.invitation);
  const space = facts.spaces.find((each) => each.space === invitation?.space);
  if (invitation === undefined || space === undefined) return null;
  const outside = live(scene).filter(
    ({ organization, joined }) =>
      organization !== space.host &&
      (joined.length < policy.joinLimit || random.chance(20)) &&
      !space.members.includes(organization) &&
      !facts.applications.some(
        (each) =>
          each.organization === organization && each.space === space.space && isWaiting(each, at),
      ),
  );
  const again = outside.filter(
    ({ organization }) =>
      organization === overdue?.organization ||
      (former !== undefined &&
        "organization" in former.by &&
        organization === former.by.organization),
  );
  const meant = outside.filter(({ organization }) => isMeantFor(invitation, organization));
  const named = meant.length > 0 && random.chance(85) ? meant : outside;
  const applicants = again.length > 0 ? again : named;
  const applicant = random.pick(random.chance(90) ? applicants : live(scene));
  const by = adminOf(scene, applicant);
  if (applicant === undefined || by === undefined) return null;
  const room = space.cap - space.roster.length;
  const rest = random.chance(80) ? { scope: aScope(scene, applicant, room) } : {};
  const application = fresh(scene, "application");
  return command("application.submit", by, {
    application,
    invitation: invitation.invitation,
    ...rest,
  });
}

/** An application that is pending; now and then one that is settled. */
function anApplication(scene: Scene): Application | undefined {
  const { facts, random } = scene;
  const open = facts.applications.filter(
    ({ status, space }) =>
      status === "pending" && liveSpaces(scene).some((each) => each.space === space),
  );
  return random.pick(random.chance(94) ? open : facts.applications);
}

function aReview(
  scene: Scene,
  type: "application.approve" | "application.reject",
): InputDraft | null {
  const { random, facts } = scene;
  const chosen = anApplication(scene);
  const space = facts.spaces.find((each) => each.space === chosen?.space);
  const by = space === undefined ? undefined : adminOf(scene, organizationNamed(scene, space.host));
  if (chosen === undefined || by === undefined) return null;
  const { organization, application } = chosen;
  const rest = aReason(scene);
  const about = random.chance(60) ? { space: chosen.space, organization } : {};
  const named = { ...about, application, ...rest };
  if (type === "application.reject" || !random.chance(10)) return command(type, by, named);
  return command(type, by, { ...named, fresh: true });
}

/** Makes the commands about invitations and applications. */
export const joinCommands: Builders<Types> = {
  "invitation.issue": (scene) => {
    const { random, at, facts } = scene;
    const managed = aManagedSpace(scene);
    if (managed === null) return null;
    const { space } = managed.space;
    const isHere = (each: { readonly space: string }) => each.space === space;
    const again = invitedAgain(facts.invitations.filter(isHere), facts.applications.filter(isHere));
    return command("invitation.issue", managed.by, {
      space,
      invitation: fresh(scene, "invitation"),
      form: random.chance(50) ? "qr" : "link",
      ...(random.chance(20) ? { expiresAt: at + 1 + random.below(60) } : {}),
      ...(random.chance(20) ? { maxUses: 1 + random.below(2) } : {}),
      ...addressees(scene, again),
    });
  },
  "invitation.revoke": (scene) => {
    const managed = aManagedSpace(scene);
    if (managed === null) return null;
    const { space } = managed.space;
    const issued = scene.facts.invitations.filter((each) => each.space === space);
    const open = issued.filter(({ revoked }) => !revoked);
    const invitation = (scene.random.pick(open) ?? scene.random.pick(issued))?.invitation;
    if (invitation === undefined) return null;
    return command("invitation.revoke", managed.by, { space, invitation });
  },
  "invitation.batch": (scene) => {
    const { random, names, past } = scene;
    const enabled = (id: string) =>
      live(scene).some((each) => each.organization === id && each.batchInvitation);
    const odd = random.chance(8);
    const managed = aManagedSpace(scene, ({ host }) => odd || enabled(host));
    if (managed === null) return null;
    const invitations = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
      invitation: random.chance(97) ? `batch${past.length}-${index}` : fresh(scene, "invitation"),
      organization: random.pick(names.organizations) ?? "nobody",
    }));
    return command("invitation.batch", managed.by, { space: managed.space.space, invitations });
  },
  "application.submit": anApplicationForm,
  "application.withdraw": (scene) => {
    const chosen = anApplication(scene);
    if (chosen === undefined) return null;
    const { space, application } = chosen;
    const by = adminOf(scene, organizationNamed(scene, chosen.organization));
    const about = scene.random.chance(60) ? { space } : {};
    return by === undefined ? null : command("application.withdraw", by, { ...about, application });
  },
  "application.approve": (scene) => aReview(scene, "application.approve"),
  "application.reject": (scene) => aReview(scene, "application.reject"),
};
