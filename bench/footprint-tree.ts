/**
 * A Trunk with as many Branches, and as many organizations below, as the bounds allow; a chain as long as they
 * allow; and an organization with as many above it, all of which its people are present for.
 */
import {
  apply,
  defaultPolicy,
  emptyWorld,
  type Input,
  type OrganizationId,
  type PersonId,
  type Policy,
  type World,
} from "../src/index.ts";
import { commandOf, factOf, newId } from "./footprint-world.ts";

/** How large. */
export interface TreeScale {
  /** Direct Branches of the top. */
  readonly branches: number;
  /** Organizations below it, those included. */
  readonly below: number;
  /** Organizations below the largest of its Branches. */
  readonly town: number;
  /** How many are above somebody at each distance, the nearest first. */
  readonly layers: readonly number[];
}

/** The bounds of the policy, and as many Branches as one Trunk is to carry. */
export const FULL_TREE: TreeScale = {
  ...{ branches: 5_000, below: 20_000, town: 1_000 },
  // Fifty, in nine layers.
  layers: [5, 6, 6, 6, 6, 6, 5, 5, 5],
};

/** The same in small, where every invariant can be checked in a moment. */
export const SMALL_TREE: TreeScale = { branches: 12, below: 40, town: 16, layers: [3, 3, 2] };

/** An organization of the tree; its only admin is the first of its people. */
export interface Node {
  readonly id: OrganizationId;
  readonly people: readonly { readonly person: PersonId }[];
}

/** The World, and who is who in it. */
export interface Tree {
  readonly scale: TreeScale;
  readonly policy: Policy;
  readonly world: World;
  /** One Branch short of its number. */
  readonly top: Node;
  /** A department of the top, at which all its Branches are mounted. */
  readonly mount: string;
  /** Its Branches, but for one that applies. */
  readonly direct: readonly Node[];
  /** The Branch with the most below it, and half of what is: its own Branches. */
  readonly town: Node;
  readonly villages: readonly Node[];
  /** A Branch with nothing below it, whose first Link the top has released. */
  readonly leaf: Node;
  /** The end of a chain of ten, the top being the first. */
  readonly end: Node;
  /** Fifty above it, in nine layers; all its people are on its five Links. */
  readonly many: Node;
  /** A Trunk of it. */
  readonly near: Node;
  /** The farthest above it. */
  readonly far: Node;
  /** All fifty, the farthest first. */
  readonly uppers: readonly Node[];
  /** Applies to the top, and to `near`; so do the other hundred to the top. */
  readonly applicant: Node;
  readonly applicants: readonly Node[];
}

const TRUNKS = 5;
const BATCH = 100;
const CHAIN = 10;

/** Makes a World by the library's own decisions. */
export class Telling {
  world: World;
  policy: Policy;
  private made = 0;

  constructor(policy: Policy, world: World = emptyWorld) {
    this.policy = policy;
    this.world = world;
  }

  tell(input: Input): void {
    const { world, outcome } = apply(this.world, input, this.policy);
    if (outcome.kind === "refused") throw new Error(`${input.type}: ${outcome.refusal.code}`);
    this.world = world;
  }

  /** An organization with some people, the first of whom is its main admin. */
  organization(people = 1): Node {
    const n = this.made;
    this.made += 1;
    const organization = newId<OrganizationId>("t", n);
    const own = Array.from({ length: people }, (_, i) => ({
      person: newId<PersonId>("u", n * 100 + i),
    }));
    const known = { name: `Organization ${n}`, certified: true, edition: "exclusive", sso: false };
    this.tell(factOf(null, "organization.registered", { organization, ...known }));
    for (const { person } of own) {
      const fields = { name: `Somebody of ${n}` };
      this.tell(
        factOf(organization, "person.hired", {
          ...{ organization, person, number: 1, departments: [], fields },
        }),
      );
    }
    this.tell(
      factOf(organization, "admin.changed", {
        ...{ organization, person: own[0]?.person, number: 1 },
        ...{ role: "main", spacePermission: true, hierarchyPermission: true },
      }),
    );
    return { id: organization, people: own };
  }

  /** Lets it be a Trunk, and invites. */
  open({ id, people }: Node, branches: number | null = null): void {
    const capacity = { organization: id, open: true, branches };
    this.tell(factOf(null, "hierarchy.capacity-changed", capacity));
    this.tell(this.by({ id, people }, "invitation.issue", { trunk: id, ...invitationOf(id) }));
  }

  apply(trunk: Node, branch: Node, more: object = {}): void {
    this.tell(
      this.by(branch, "application.submit", {
        application: applicationOf(trunk, branch),
        invitation: invitationOf(trunk.id).invitation,
        scope: { whole: true },
        ...more,
      }),
    );
  }

  approve(trunk: Node, branches: readonly Node[], mount: string | null = null): void {
    for (let i = 0; i < branches.length; i += BATCH) {
      const items = branches.slice(i, i + BATCH).map((branch) => ({
        application: applicationOf(trunk, branch),
        alias: `Branch ${branch.id}`,
        mount,
      }));
      this.tell(this.by(trunk, "application.approve", { trunk: trunk.id, items }));
    }
  }

  link(trunk: Node, branches: readonly Node[], mount: string | null = null): void {
    for (const branch of branches) this.apply(trunk, branch);
    this.approve(trunk, branches, mount);
  }

  by = (node: Node, type: string, data: object): Input => commandOf(node as never, type, data);
}

const invitationOf = (trunk: string) => ({ invitation: `v${trunk.slice(1)}`, form: "link" });

/** The id of an application. */
export const applicationOf = (trunk: Node, branch: Node): string =>
  `${trunk.id.slice(-12)}${branch.id.slice(-12)}`;

/** So many organizations. */
const several = (telling: Telling, count: number): Node[] =>
  Array.from({ length: count }, () => telling.organization());

/** Everything below the top, from the top down, so that what comes in has nothing below it yet. */
function fill(telling: Telling, top: Node, mount: string, { branches, below, town }: TreeScale) {
  // Its largest Branch has somebody besides its admin.
  const direct = [telling.organization(2), ...several(telling, branches - 2)];
  telling.link(top, direct, mount);
  let left = below - direct.length;
  const grow = (trunk: Node, count: number): Node[] => {
    const added = several(telling, Math.min(count, left));
    left -= added.length;
    telling.open(trunk);
    telling.link(trunk, added);
    return added;
  };
  const [first, second, ...others] = direct as [Node, Node, ...Node[]];
  let end = second;
  for (let i = 2; i < CHAIN; i += 1) end = grow(end, 1)[0] as Node;
  // Half of the town in twenty villages at the most, the others below the first of these.
  const villages = grow(first, town / 2);
  grow(villages[0] as Node, town / 2);
  // One place is left for an applicant.
  left -= 1;
  for (const trunk of others.slice(0, -1)) if (left > 0) grow(trunk, 4);
  return { direct, villages, town: first, end, leaf: others.at(-1) as Node };
}

/** Whoever is above somebody, each layer below the one made before it. */
function lattice(telling: Telling, layers: readonly number[]) {
  let above: Node[] = [];
  const uppers: Node[] = [];
  for (const size of [...layers].reverse()) {
    const layer = several(telling, size);
    uppers.push(...layer);
    for (let k = 0; k < Math.min(TRUNKS, above.length); k += 1) {
      for (const [i, branch] of layer.entries()) {
        telling.link(above[(i + k) % above.length] as Node, [branch]);
      }
    }
    for (const trunk of layer) telling.open(trunk);
    above = layer;
  }
  const many = telling.organization(40);
  for (const trunk of above) telling.link(trunk, [many]);
  return { many, near: above[0] as Node, far: uppers[0] as Node, uppers };
}

/** Makes it. */
export function treeWorld(scale: TreeScale): Tree {
  const policy: Policy = { ...defaultPolicy, branchExit: "own-admin" };
  const telling = new Telling(policy);
  const top = telling.organization(3);
  telling.open(top, scale.branches);
  const mount = newId<string>("m", 0);
  const named = { organization: top.id, department: mount, parent: null, name: "Branches" };
  telling.tell(factOf(top.id, "department.created", named));
  const below = fill(telling, top, mount, scale);
  const around = lattice(telling, scale.layers);
  const [applicant, ...applicants] = several(telling, BATCH + 1) as [Node, ...Node[]];
  telling.apply(top, applicant);
  telling.apply(around.near, applicant);
  // To one that has room for all of them.
  for (const each of applicants) telling.apply(around.far, each);
  const released = { trunk: top.id, organization: below.leaf.id, released: true };
  telling.tell(telling.by(top, "link.release", released));
  telling.apply(around.far, below.leaf, { replaces: top.id });
  telling.apply(around.far, below.town);
  return {
    scale,
    policy,
    world: telling.world,
    top,
    mount,
    applicant,
    applicants,
    ...below,
    ...around,
  };
}
