/** The picture as one person may see it: what `interorg` answers to that person, and no more. */
import type { Identity, Policy, QueryType, World } from "interorg";
import { allOf, type Question, questioner } from "./question.ts";
import type { Picture, Space } from "./reading.ts";
import { text } from "./rows.ts";

/** What somebody sees of others, beside their own organization's directory. */
interface Sight {
  readonly spaces: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  /** The Spaces of which this person is an admin, and so sees who waits. */
  readonly waiting: ReadonlySet<string>;
}

function sightOf(question: Question, viewer: Identity): Sight {
  const entry = question<{
    readonly items: readonly { readonly space: string; readonly through: readonly string[] }[];
  }>("entry.spaces", { person: viewer.person });
  const spaces = (entry?.items ?? [])
    .filter(({ through }) => through.includes(viewer.organization))
    .map(({ space }) => space);
  const listed = <Item>(type: QueryType): Item[] =>
    spaces.flatMap((space) => allOf<Item>(question, type, { viewer, space }));
  return {
    spaces: new Set(spaces),
    organizations: new Set(
      listed<{ organization: string }>("space.organizations").map((each) => each.organization),
    ),
    people: new Set(
      listed<Identity>("space.contacts").map((each) => text(each.organization, each.person)),
    ),
    waiting: new Set(
      spaces.filter((space) => question("admin.space-room", { viewer, space }) !== null),
    ),
  };
}

/** A Space with only what is seen of it. */
function spaceSeen(space: Space, sight: Sight, viewer: Identity): Space {
  const own = (organization: string): boolean => organization === viewer.organization;
  const admin = sight.waiting.has(space.space);
  const seen = ({ organization, person }: Identity): boolean =>
    own(organization) || sight.people.has(text(organization, person));
  return {
    ...space,
    members: space.members.filter(
      ({ organization }) => own(organization) || sight.organizations.has(organization),
    ),
    roster: space.roster.filter(seen),
    waiting: admin ? space.waiting : [],
    applications: admin ? space.applications : [],
    invitations: admin ? space.invitations : [],
    groups: space.groups.filter(({ people }) =>
      people.some((each) => own(each.organization) && each.person === viewer.person),
    ),
  };
}

/** What a picture leaves to one identity. */
export function asSeen(picture: Picture, world: World, policy: Policy, viewer: Identity): Picture {
  const sight = sightOf(questioner(world, policy), viewer);
  const own = (organization: string): boolean => organization === viewer.organization;
  return {
    ...picture,
    organizations: picture.organizations
      .filter(({ organization }) => own(organization) || sight.organizations.has(organization))
      .map((each) => {
        if (own(each.organization)) return each;
        const people = each.people.filter(({ organization, person }) =>
          sight.people.has(text(organization, person)),
        );
        const departments = each.departments.filter(({ department }) =>
          people.some(({ employment }) => employment.departments.includes(department as never)),
        );
        return { ...each, people, departments };
      }),
    spaces: picture.spaces
      .filter(({ space }) => sight.spaces.has(space))
      .map((space) => spaceSeen(space, sight, viewer)),
  };
}
