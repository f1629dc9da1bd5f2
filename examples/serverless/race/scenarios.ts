/** The races: what is there before, what each instance is sent at once, and what must be true then. */
import type { Input, Policy } from "interorg";
import type { InputDraft } from "interorg/testing";
import type { Answer } from "../src/answer.ts";
import {
  adminOf,
  applies,
  approve,
  buys,
  create,
  grant,
  hire,
  open,
  organization,
  putIn,
  resign,
  takeOut,
  times,
} from "./inputs.ts";

/** One input and what its sender was told, whichever instance it came to. */
export interface Told {
  readonly input: Input;
  readonly answer: Answer;
}

/** Reads what the database holds now under the text of a key. */
export type ReadRecord = (key: string) => Promise<unknown>;

/** A race between so many instances. */
export interface Scenario {
  readonly name: string;
  /** What differs from the default policy. */
  readonly policy?: Partial<Policy>;
  /** Before the first round. */
  readonly setting?: (instances: number) => InputDraft[];
  /** Before each round; all of it must be accepted. */
  readonly before: (round: number, instances: number) => InputDraft[];
  /** What each instance is sent. */
  readonly at: (round: number, instance: number, instances: number) => InputDraft;
  /** Whether every instance is sent the very same input, that of the first. */
  readonly same?: boolean;
  /** What is wrong, or `null`. */
  readonly rule: (told: readonly Told[], read: ReadRecord, round: number) => Promise<string | null>;
  /** Undoes a round where the next one needs that. */
  readonly after?: (told: readonly Told[]) => InputDraft[];
  /** Takes minutes where the others take seconds. */
  readonly large?: boolean;
}

const isAccepted = ({ answer }: Told): boolean => answer.kind === "accepted";

/** A rule: exactly one is accepted, and all others are refused with a code. */
const onlyOne =
  (code: string): Scenario["rule"] =>
  async (told) => {
    const accepted = told.filter(isAccepted).length;
    const refused = told.filter(
      ({ answer }) => answer.kind === "refused" && answer.code === code,
    ).length;
    return accepted === 1 && refused === told.length - 1
      ? null
      : `${accepted} accepted, ${refused} refused with ${code}, of ${told.length}`;
  };

const fifthJoin: Scenario = {
  name: "5th Space joined by an organization",
  setting: (instances) =>
    times(4 + instances, (i) => [...organization(`h${i}`), ...open(`h${i}`, `s${i}`)]).flat(),
  before: (round, instances) => [
    ...organization(`m${round}`),
    ...times(4, (i) => [
      applies(`m${round}`, `s${i}`),
      approve(`h${i}`, `s${i}`, `m${round}`),
    ]).flat(),
    ...times(instances, (i) => applies(`m${round}`, `s${4 + i}`)),
  ],
  at: (round, i) => approve(`h${4 + i}`, `s${4 + i}`, `m${round}`),
  rule: onlyOne("JOIN_LIMIT_EXCEEDED"),
};

const lastOfFive: Scenario = {
  name: "5th person of a Space, by a policy of 5",
  policy: { personCap: 5 },
  before: (round, instances) => {
    const people = times(4, (i) => `h${round}-p${instances + i}`);
    return [
      ...organization(`h${round}`, instances + 4),
      ...open(`h${round}`, `s${round}`, { people }),
    ];
  },
  at: (round, i) => putIn(`h${round}`, `s${round}`, `h${round}-p${i}`),
  rule: onlyOne("PERSON_CAP_EXCEEDED"),
};

const lastOfThousands: Scenario = {
  name: "3000th person of a Space",
  large: true,
  // Its Host with 2999 people, and organizations that take part with nobody yet.
  setting: (instances) => [
    ...organization("h", 2_998),
    ...open("h", "s", { whole: true }),
    ...times(instances, (i) => [
      ...organization(`m${i}`),
      ...[applies(`m${i}`, "s"), approve("h", "s", `m${i}`)],
    ]).flat(),
  ],
  before: () => [],
  at: (_, i) => putIn(`m${i}`, "s", adminOf(`m${i}`)),
  rule: onlyOne("PERSON_CAP_EXCEEDED"),
  after: (told) =>
    told.filter(isAccepted).flatMap(({ input }) => {
      const { organization: winner } = input.data as { organization: string };
      return takeOut(winner, "s", adminOf(winner));
    }),
};

const lastLicense: Scenario = {
  name: "the last license",
  before: (round, instances) => [
    ...organization(`h${round}`, instances),
    ...[buys(`h${round}`, 2), grant(`h${round}`, [adminOf(`h${round}`)])],
  ],
  at: (round, i) => grant(`h${round}`, [`h${round}-p${i}`]),
  rule: onlyOne("LICENSE_POOL_EXHAUSTED"),
};

const tenthSpace: Scenario = {
  name: "10th Space of an organization",
  before: (round) => [
    ...organization(`h${round}`),
    ...times(9, (i) => create(`h${round}`, `s${round}-${i}`)),
  ],
  at: (round, i) => create(`h${round}`, `new${round}-${i}`),
  rule: onlyOne("SPACE_QUOTA_EXCEEDED"),
};

const told = (answer: Answer): string =>
  JSON.stringify({ ...answer, repeated: undefined }, (_, value) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const sameInput: Scenario = {
  name: "one input sent to every instance",
  setting: () => organization("h"),
  before: () => [],
  // In every other round it is one that is refused.
  at: (round) =>
    round % 2 === 0 ? hire("h", `p${round}`) : create("h", `no/${round}`, { people: ["x"] }),
  same: true,
  rule: async (all) => {
    const answers = new Set(all.map(({ answer }) => told(answer)));
    const first = all.filter(({ answer }) => answer.kind !== "failed" && !answer.repeated);
    return answers.size === 1 && first.length === 1
      ? null
      : `${answers.size} different answers, ${first.length} of them as the first`;
  },
};

/** Half of the instances approve what brings people in who leave, by word of the other half. */
const leaving: Scenario = {
  name: "people resign while they are let in",
  setting: (instances) =>
    times(instances, (i) => [...organization(`h${i}`), ...open(`h${i}`, `s${i}`)]).flat(),
  before: (round, instances) => [
    ...organization(`m${round}`, instances),
    ...times(4, (i) => applies(`m${round}`, `s${i}`, { whole: true })),
  ],
  at: (round, i) =>
    i < 4 ? approve(`h${i}`, `s${i}`, `m${round}`) : resign(`m${round}`, `m${round}-p${i}`),
  rule: async (all, read, round) => {
    if (!all.every(isAccepted)) return "not everything was accepted";
    // The admin and the first four stay.
    for (const i of [0, 1, 2, 3]) {
      const association = await read(`association:s${i}/m${round}`);
      const { present } = association as { present: number };
      if (present !== 5) return `${present} people of an organization of 5 are in a Space`;
    }
    return null;
  },
};

/** What must hold. */
export const SCENARIOS: readonly Scenario[] = [
  fifthJoin,
  lastOfFive,
  lastOfThousands,
  lastLicense,
  tenthSpace,
  sameInput,
  leaving,
];

/** What breaks without any check, and with too small a one. */
export const CONTROLS = { nothing: tenthSpace, written: leaving };
