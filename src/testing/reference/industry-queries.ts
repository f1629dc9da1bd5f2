/** What an industry member may ask: whether it may use an app, whom to choose, and its own rows (INDUSTRY-03). */
import type { Submission } from "../../apps/model.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { Query, Viewer } from "../../queries/model.ts";
import { type Answering, inOrder, search, shown, suspensionOf } from "./answering.ts";
import { isNoFeature } from "./app-queries.ts";
import { inIndustry } from "./industry.ts";
import { isOfAny, ownAndWards } from "./industry-rows.ts";
import { candidatesFor, memberCodes, memberUseCodes } from "./industry-use.ts";
import { rowShown } from "./row-shown.ts";
import { isPair } from "./settings.ts";
import type { World } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";
import { actsAsMember, filterOfMembers } from "./vocabulary-industry.ts";

/** What the questions have in common. */
type Asked = Submission & {
  readonly viewer: Viewer;
  readonly feature?: string;
  readonly search?: string;
  readonly target?: Pair;
  readonly submitter?: Viewer["person"];
  readonly organization?: Viewer["organization"];
};

const asker = ({ viewer }: Asked): Pair => actsAsMember(viewer) ?? viewer;

const codesFor = (feature: string) => (world: World, asked: Asked) =>
  memberUseCodes(world, asker(asked), asked, feature);

/** Whose rows they see, through whichever door the app is theirs. */
function ownersSeen({ state }: World, asked: Asked) {
  const member = inIndustry(state, asker(asked));
  return member === undefined ? [] : ownAndWards(state, member);
}

const doorOf = ({ trunk }: Asked) => (trunk === undefined ? null : { trunk });

const candidates = (world: World, asked: Asked) => candidatesFor(world, asker(asked), asked);

const answers: Readonly<Partial<Record<Query["type"], Answering<Asked>>>> = {
  "app.use": {
    codes: (world, asked) => [
      ...codesFor(asked.feature ?? "")(world, asked),
      ...whichHold([["MALFORMED", isNoFeature(world, asked, asked.feature ?? "")]]),
    ],
    value: (_, { trunk }) => ({ side: trunk === undefined ? "host" : "downstream" }),
  },
  "data.range": {
    codes: codesFor("data.view"),
    value: (world, asked) => ({ all: false, filter: filterOfMembers(ownersSeen(world, asked)) }),
  },
  "data.rows": {
    codes: codesFor("data.view"),
    value: (world, { submitter, organization, ...asked }) => {
      const owners = ownersSeen(world, asked);
      return inOrder(
        world.state.rows
          .filter((row) => row.app === asked.app && isOfAny(row, owners))
          .filter((row) => submitter === undefined || row.person === submitter)
          .filter((row) => organization === undefined || row.organization === organization)
          .map((row) => rowShown(world, { viewer: null, shelf: doorOf(asked) }, row)),
      );
    },
  },
  "form.candidates": {
    codes: codesFor("form.submit"),
    value: (world, asked) => {
      const all = candidates(world, asked).map((each) => ({
        ...shown(world, { viewer: null, shelf: each.from }, each),
        ...suspensionOf(world, each),
      }));
      return inOrder(search(all, asked.search));
    },
  },
  "form.pickable": {
    codes: (world, asked) => [
      ...codesFor("form.submit")(world, asked),
      ...whichHold([
        [
          "PICK_TARGET_OUTSIDE_SCOPE",
          asked.target === undefined ||
            !candidates(world, asked).some((each) => isPair(each, asked.target as Pair)),
        ],
      ]),
    ],
    value: () => ({ pickable: true }),
  },
};

/** How a question of an industry member is answered; `null` for everybody else's. */
export function memberAnswer({ type, data }: Query): Answering<Query["data"]> | null {
  const member = "viewer" in data ? actsAsMember(data.viewer) : null;
  if (member === null) return null;
  const refusal = (world: World): RefusalCode[] => [
    ...memberCodes(world, member),
    ...whichHold([["FEATURE_NOT_SUPPORTED_DOWNSTREAM", true]]),
  ];
  const none = { codes: refusal, value: () => null };
  return (answers[type] as Answering<Query["data"]> | undefined) ?? none;
}
