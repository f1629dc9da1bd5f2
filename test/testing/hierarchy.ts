/** Organizations linked in a tree, for tests of the model. */
import { startTelling, type Teller } from "./teller.ts";

/** Fields of the policy that it may not have yet. */
export type HierarchyChanges = Readonly<Record<string, unknown>>;

/** Some organizations, for which the capability is open. */
export function opened(organizations: string, changes: HierarchyChanges = {}): Teller {
  const teller = startTelling(changes as never);
  for (const organization of organizations.split(" ")) {
    teller.register(organization);
    open(teller, organization);
  }
  return teller;
}

/** The platform opens or closes the capability, with a number of Branches or none. */
export const open = (
  teller: Teller,
  organization: string,
  { open: isOpen = true, branches = null, ...more }: HierarchyChanges = {},
) =>
  teller.fact(
    "hierarchy.capacity-changed" as never,
    { organization, open: isOpen, branches, ...more } as never,
  );

/** A command that the engine may not know yet. */
export const tell = (
  teller: Teller,
  by: Parameters<Teller["command"]>[0],
  type: string,
  data: object,
  at?: number,
) => teller.command(by, type as never, data as never, at);

/** A fact that the engine may not know yet. */
export const say = (teller: Teller, type: string, data: object, at = 2000) =>
  teller.fact(type as never, data as never, { at });

/** A question that the engine may not know yet, by a person or a main admin. */
export function ask(
  teller: Teller,
  by: string | readonly [organization: string, person: string],
  type: string,
  data: object,
): unknown {
  const [organization, person] = typeof by === "string" ? [by, `${by}-admin`] : by;
  return teller.ask(type as never, { viewer: { organization, person }, ...data } as never);
}

let count = 0;

/** An application of a Branch to a Trunk, through an invitation of its own. */
export function apply(teller: Teller, branch: string, trunk: string, more: object = {}) {
  count += 1;
  const invitation = `invitation-${count}`;
  const application = `application-${count}`;
  const issued = tell(teller, trunk, "invitation.issue", { trunk, invitation, form: "link" });
  const data = { application, invitation, ...more };
  const verdict = tell(teller, branch, "application.submit", data);
  return { application, invitation, issued, verdict };
}

/** Approves applications, each with an alias and a mount or none. */
export const approve = (
  teller: Teller,
  trunk: string,
  ...items: readonly (string | { readonly application: string })[]
) =>
  tell(teller, trunk, "application.approve", {
    trunk,
    items: items.map((each) => (typeof each === "string" ? { application: each } : each)),
  });

/** Applies and approves; the approval's verdict. */
export function link(
  teller: Teller,
  branch: string,
  trunk: string,
  { alias, mount, ...more }: HierarchyChanges = {},
) {
  const { application } = apply(teller, branch, trunk, { scope: { whole: true }, ...more });
  const item = { application, ...(alias ? { alias } : {}), ...(mount ? { mount } : {}) };
  return approve(teller, trunk, item);
}

/** What is visible of hierarchies. */
export const hierarchies = ({ reference }: Teller) => reference.facts().hierarchies;

/** Who reaches whom, as `above>below:level`. */
export const reached = (teller: Teller) =>
  (hierarchies(teller)?.reached ?? []).map(
    ({ above, below, level }) => `${above}>${below}:${level}`,
  );

/** The Links, as `branch>trunk`. */
export const links = (teller: Teller) =>
  (hierarchies(teller)?.links ?? []).map(({ trunk, organization }) => `${organization}>${trunk}`);

/** One Link. */
export const linkOf = (teller: Teller, organization: string, trunk: string) =>
  hierarchies(teller)?.links.find(
    (each) => (each.organization as string) === organization && (each.trunk as string) === trunk,
  );

/** The people on a Link. */
export const onLink = (teller: Teller, organization: string, trunk: string) =>
  linkOf(teller, organization, trunk)?.people as readonly string[] | undefined;

/** The notices of an outcome, by kind with their data. */
export const told = (verdict: ReturnType<typeof tell>) =>
  verdict.kind === "accepted"
    ? verdict.notices.map(({ kind, data }) => ({ kind: kind as string, ...data }))
    : verdict.code;
