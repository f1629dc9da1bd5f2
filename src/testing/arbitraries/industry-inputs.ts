/** Industry books: who comes into one, is in other nodes there and leaves, and who leads its nodes. */
import type { NodeId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { InputOf } from "../../engine/types.ts";
import { command, fact } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { BookFacts } from "../reference/industry-facts.ts";
import { hostApps } from "./actors.ts";
import { type Builders, numberFor } from "./builder.ts";
import { peopleFor } from "./names.ts";
import { anOrganization, live, organizationNamed, revision, type Scene } from "./scene.ts";
import { hierarchyAdminOf } from "./trunk-commands.ts";

/** Nodes: few, so that people meet in them, and the same words in every book. */
const NODES = ["c1", "c2", "c3"] as NodeId[];

/** The industry books there are. */
export const booksIn = ({ facts }: Pick<Scene, "facts">): readonly BookFacts[] =>
  facts.industry?.books ?? [];

/** The book of an organization. */
export const bookFor = (scene: Pick<Scene, "facts">, id: OrganizationId): BookFacts | undefined =>
  booksIn(scene).find(({ organization }) => organization === id);

/** An organization, often one that keeps a book. */
function aHome(scene: Scene): OrganizationFacts | undefined {
  const { random } = scene;
  const kept = random.chance(70) ? random.pick(booksIn(scene)) : undefined;
  return kept === undefined ? anOrganization(scene) : organizationNamed(scene, kept.organization);
}

/** Whom an organization said lately to have left its book, whatever has become of them. */
function leftLately({ random, past }: Scene, organization: OrganizationId): PersonId | undefined {
  const left = past.flatMap((each) =>
    each.type === "industry.left" && each.data.organization === organization
      ? [each.data.person]
      : [],
  );
  return random.pick(left.slice(-3));
}

/** The guardians of a ward: of the same book, now and then somebody who is not, or the ward. */
function guardiansFor(
  scene: Scene,
  { members }: Pick<BookFacts, "members">,
  organization: OrganizationId,
  ward: PersonId,
): { readonly guardians?: readonly PersonId[] } {
  const { random, names } = scene;
  if (random.chance(35)) return {};
  const all = members.map(({ person }) => person).filter((each) => each !== ward);
  const odd = [
    ...(random.chance(4) ? [ward] : []),
    ...(random.chance(4) ? [random.pick(peopleFor(names, organization)) ?? ward] : []),
    ...(random.chance(8) ? [leftLately(scene, organization) ?? ward] : []),
  ];
  return { guardians: [...new Set([...random.some(all, 40).slice(0, 3), ...odd])] };
}

/** What is said of a member: of one there is, of one who left, or of somebody new. */
function aMember(
  scene: Scene,
  home: OrganizationFacts,
): InputOf<"industry.changed">["data"] | null {
  const { random, names, past } = scene;
  const { organization } = home;
  const { members } = bookFor(scene, organization) ?? { members: [] };
  const known = random.chance(50) ? random.pick(members) : undefined;
  const back = random.chance(25) ? leftLately(scene, organization) : undefined;
  const person = known?.person ?? back ?? random.pick(peopleFor(names, organization));
  if (person === undefined) return null;
  const first = random.chance(92) ? past.length + 1 : random.below(past.length + 1);
  const number =
    known === undefined
      ? random.chance(50)
        ? {}
        : { number: first }
      : numberFor(scene, known.number);
  const said = { organization, person, ...number, kind: "member" as const };
  // What is so already is a word all the same.
  if (known !== undefined && random.chance(20)) {
    return { ...said, nodes: known.nodes as NodeId[], guardians: known.guardians };
  }
  const guardians = guardiansFor(scene, { members }, organization, person);
  return { ...said, nodes: random.some(NODES, 45), ...guardians, ...revision(scene) };
}

/** What is said of an employee who leads nodes, now and then of somebody who left. */
function aLeader(
  scene: Scene,
  home: OrganizationFacts,
): InputOf<"industry.changed">["data"] | null {
  const { random, names } = scene;
  const { organization, people } = home;
  const employee = random.pick(people);
  const odd = random.chance(8) ? random.pick(peopleFor(names, organization)) : undefined;
  const person = odd ?? employee?.person;
  if (person === undefined) return null;
  const number =
    odd === undefined && employee !== undefined ? numberFor(scene, employee.number) : {};
  const nodes = random.some(NODES, 55);
  return { organization, person, ...number, kind: "staff", nodes, ...revision(scene) };
}

/** Makes the facts about industry books. */
export const industryInputs: Builders<"industry.changed" | "industry.left"> = {
  "industry.changed": (scene) => {
    const home = aHome(scene);
    if (home === undefined) return null;
    const data = scene.random.chance(30) ? aLeader(scene, home) : aMember(scene, home);
    return data === null ? null : fact("industry.changed", data);
  },
  "industry.left": (scene) => {
    const { random } = scene;
    const book = random.pick(booksIn(scene));
    if (book === undefined) return null;
    const { organization, members, staff } = book;
    const number = (person: PersonId): number =>
      organizationNamed(scene, organization)?.people.find((each) => each.person === person)
        ?.number ?? 0;
    if (random.chance(25)) {
      const person = random.pick(staff)?.person ?? leftLately(scene, organization);
      if (person === undefined) return null;
      const numbered = numberFor(scene, number(person));
      return fact("industry.left", { organization, person, ...numbered, kind: "staff" });
    }
    const member = random.chance(85) ? random.pick(members) : undefined;
    const person = member?.person ?? leftLately(scene, organization);
    if (person === undefined) return null;
    const latest = member?.number ?? scene.random.below(scene.past.length + 1);
    const numbered = numberFor(scene, latest);
    return fact("industry.left", { organization, person, ...numbered, kind: "member" });
  },
};

/** An organization opens one of its own apps to its own industry members, or closes it. */
export const ownOffer: Builders<"app.offer">["app.offer"] = (scene) => {
  const { random, facts } = scene;
  const books = booksIn(scene).map(({ organization }) => organization);
  const own = hostApps(scene).filter(
    ({ host }) => random.chance(20) || books.includes(host.organization),
  );
  const chosen = random.pick(own);
  const odd = random.chance(6) ? random.pick(live(scene)) : undefined;
  const organization = (odd ?? chosen?.host)?.organization;
  const by = organization === undefined ? undefined : hierarchyAdminOf(scene, organization);
  if (chosen === undefined || by === undefined) return null;
  const { app } = chosen.app;
  const isOpen = (facts.industry?.open ?? []).some(([, each]) => each === app);
  const industry = random.chance(85) ? !isOpen || random.chance(20) : isOpen;
  return command("app.offer", by, { app, industry });
};
