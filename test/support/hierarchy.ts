// Worlds of Trunks and Branches for tests: who is open, who is linked to whom.

import { invariants } from "../../src/engine/invariants.ts";
import { defaultPolicy, type Policy } from "../../src/index.ts";
import type { Scope } from "../../src/spaces/model.ts";
import { type Plain, type Play, play } from "../../src/testing/index.ts";

/** What an application to a Trunk says, and what the Trunk says of it. */
export interface Wished {
  readonly scope?: Plain<Scope>;
  readonly reach?: "trunk" | "all-above";
  readonly shared?: readonly string[];
  readonly replaces?: string;
  readonly alias?: string | null;
  readonly mount?: string | null;
}

/** Opens hierarchies for some organizations. */
export const open = (p: Play, organizations: readonly string[], branches: number | null = null) => {
  for (const organization of organizations) {
    p.fact("hierarchy.capacity-changed", { organization, open: true, branches });
  }
};

/** Issues the invitation `t-<trunk>`; applies with it, as `<branch>-<trunk>`. */
export function applyTo(p: Play, trunk: string, branch: string, wished: Wished = {}) {
  const { alias: _, mount: __, ...rest } = wished;
  p.command(trunk, "invitation.issue", { trunk, invitation: `t-${trunk}`, form: "link" });
  return p.command(branch, "application.submit", {
    application: `${branch}-${trunk}`,
    invitation: `t-${trunk}`,
    ...rest,
  });
}

/** Approves some such applications at once. */
export const approve = (
  p: Play,
  trunk: string,
  branches: readonly string[],
  { alias, mount }: Wished = {},
) =>
  p.command(trunk, "application.approve", {
    trunk,
    items: branches.map((branch) => ({
      application: `${branch}-${trunk}`,
      ...(alias === undefined ? {} : { alias }),
      ...(mount === undefined ? {} : { mount }),
    })),
  });

/** Applies and approves. */
export function link(p: Play, trunk: string, branch: string, wished: Wished = {}) {
  const applied = applyTo(p, trunk, branch, wished);
  return applied.code === null ? approve(p, trunk, [branch], wished) : applied;
}

/** Links two again that were linked before, with everybody on the Link. */
export function relink(p: Play, trunk: string, branch: string) {
  const application = `${branch}-${trunk}-again`;
  p.command(branch, "application.submit", {
    ...{ application, invitation: `t-${trunk}` },
    scope: { whole: true },
  });
  return p.command(trunk, "application.approve", { trunk, items: [{ application }] });
}

/** Organizations for which hierarchies are open. */
export function opened(organizations: readonly string[], changes: Partial<Policy> = {}): Play {
  const p = play(changes);
  p.register(organizations);
  open(p, organizations);
  return p;
}

/** What is above an organization: whom it is reached by at which level, `-` where by nobody. */
export const above = (p: Play, organization: string): string[] =>
  (p.records("lineage").find(([key]) => key === `${organization}/`)?.[1].above ?? []).map(
    ([upper, level]) => `${upper} ${level ?? "-"}`,
  );

/** Who is on the Link of a Branch to a Trunk. */
export const onLink = (p: Play, trunk: string, branch: string): string[] =>
  p
    .records("link-roster")
    .filter(([key]) => key.startsWith(`${trunk}/`) && key.endsWith(`/${branch}`))
    .flatMap(([, { ids }]) => [...ids])
    .sort();

/** What is impossible about the World as it is. */
export const unsound = (p: Play, changes: Partial<Policy> = {}) =>
  invariants(p.world(), { ...defaultPolicy, ...changes }, { size: true });
