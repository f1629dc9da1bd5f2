/** What a case of the footprint says: an input or a question, and the most keys that it may read. */
import type { Input, Policy, QueryOf, QueryType, World } from "../src/index.ts";
import type { PlainOrganization, PlainPerson } from "./population.ts";

/** What formulas count. */
export interface Counts {
  /** Spaces that the organization hosts or has joined, or the one concerned. */
  readonly space?: number;
  /** People moved: hired, resigned, relocated, onto or off a Roster or a waiting list. */
  readonly person?: number;
  /** People whose presence may change: looked at, be it that nothing changes. */
  readonly looked?: number;
  /** Departments moved with the subtree, or whose effective rule changes. */
  readonly department?: number;
  /** Pages of the tree: one for 64 departments. */
  readonly page?: number;
  /** Members of the Space. */
  readonly member?: number;
  /** Buckets of people, of whom a full list tells. */
  readonly bucket?: number;
  /** Organizations above or below, whose place in the tree is looked at. */
  readonly organization?: number;
  /** Things that the input names. */
  readonly named?: number;
}

/** The most keys: so many, and so many more for each of what it counts. */
export type Formula = Counts & { readonly base: number };

/** One input or question. */
export interface Case {
  readonly name: string;
  readonly input?: Input;
  readonly query?: QueryOf<QueryType>;
  readonly formula: Formula;
  /** What there is of each; people moved are counted from the events. */
  readonly counts: Counts;
  /** Where it is decided, if not in the full World itself. */
  readonly world?: World;
  /** What it changes of the policy. */
  readonly policy?: Partial<Policy>;
}

/** Somebody, by place of hire; from the end where it is negative. */
export const person = (organization: PlainOrganization, ordinal: number): PlainPerson =>
  organization.people.at(ordinal) as PlainPerson;

/** The same, as facts name them. */
export const employed = (organization: PlainOrganization, ordinal: number): object => ({
  organization: organization.id,
  person: person(organization, ordinal).person,
  number: 1,
});
