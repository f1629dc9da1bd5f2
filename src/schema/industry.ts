/** Schemas of industry books: facts, events and records. */
import type { IndustryEvents, IndustryFacts, IndustryRecords } from "../industry/model.ts";
import { nodeId, organizationId, personId } from "./ids.ts";
import { count, time } from "./numbers.ts";
import {
  choice,
  flag,
  lazily,
  list,
  nullable,
  object,
  only,
  optional,
  type Shape,
  type Table,
  tuple,
  uniqueList,
  variants,
} from "./shape.ts";
import { bucket, hashIndex, many } from "./structures.ts";

/** Nodes of one person, and guardians of one ward: they stand in one record. */
const NODES_MAX = 200;
const GUARDIANS_MAX = 50;

const organization = organizationId;
const person = personId;
const revision = optional(count);
const kind = choice("member", "staff");

const nodes = lazily(() => uniqueList(nodeId, NODES_MAX));
const guardians = lazily(() => uniqueList(personId, GUARDIANS_MAX));

const guardian = lazily(() => tuple(personId, count));

type ChangedFact = IndustryFacts["industry.changed"];
type Changed = IndustryEvents["industry.changed"];
type Of<Data, Kind> = Extract<Data, { readonly kind: Kind }>;

/** What each fact about industry books says besides what is given: as a fact of its own, whose book it is. */
const factsWith = (home: { readonly organization?: typeof organizationId }) => ({
  "industry.changed": () =>
    variants<ChangedFact, "kind">("kind", {
      member: object<Of<ChangedFact, "member">>({
        ...{ ...home, person, number: optional(count), kind: only("member") },
        ...{ nodes: nodes(), guardians: optional(guardians()), revision },
      } as never),
      staff: object<Of<ChangedFact, "staff">>({
        ...{ ...home, person, number: optional(count), kind: only("staff") },
        ...{ nodes: nodes(), revision },
      } as never),
    }),
  "industry.left": () =>
    object<IndustryFacts["industry.left"]>({
      ...{ ...home, person, number: optional(count), kind },
    } as never),
});

/** The data of each fact about industry books. */
export const industryFacts: Table<IndustryFacts> = factsWith({ organization });

/** The same of each change of many, which are all of one organization (DIR-13). */
export const bookChanges: { readonly [Type in keyof IndustryFacts]: () => Shape<object> } =
  factsWith({});

/** What each event of industry books carries. */
export const industryEvents: Table<IndustryEvents> = {
  "industry.changed": () =>
    variants<Changed, "kind">("kind", {
      member: object<Of<Changed, "member">>({
        ...{ organization, person, kind: only("member"), number: count, given: optional(count) },
        ...{ nodes: nodes(), guardians: list(guardian(), GUARDIANS_MAX), revision },
      }),
      staff: object<Of<Changed, "staff">>({
        ...{ organization, person, kind: only("staff"), number: count },
        ...{ nodes: nodes(), revision },
      }),
    }),
  "industry.left": () =>
    object({ organization, person, kind, number: count, because: optional(only("changed")) }),
  "industry.noted": () =>
    object({
      ...{ organization, person, kind: only("member"), word: choice("changed", "left") },
      at: time,
    }),
};

type Times = IndustryRecords["industry-member"]["times"];

/** Records of industry books, by kind. */
export const industryRecords: Table<IndustryRecords> = {
  "industry-member": () =>
    object({
      ...{ number: count, given: nullable(count), inBook: flag },
      ...{ nodes: many(nodeId), guardians: many(guardian()), revision },
      times: object<Times>({
        ...{ began: time, changed: optional(time), left: optional(time), ownLeft: optional(time) },
      }),
    }),
  "industry-staff": () => object({ number: count, nodes: many(nodeId), revision }),
  "industry-node": () => object({ departures: count }),
  guardian: () => object({ wards: hashIndex() }),
  wards: () => bucket(personId, count),
};
