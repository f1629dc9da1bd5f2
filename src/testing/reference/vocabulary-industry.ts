/**
 * Words of industry books that the areas' own vocabulary does not have yet (H12): everything that depends
 * on how an input, or an actor, is written stands here.
 */
import type { Submission } from "../../apps/model.ts";
import type { AppId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Command, Fact } from "../../core/input.ts";
import type { NamedKind } from "../../core/reasons.ts";
import type { Identity, Pair } from "./state-areas.ts";

interface InBook {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly number?: number;
}

/** What is said of an industry member, or of an employee as staff of nodes. */
interface IndustryChange extends InBook {
  readonly kind: "member" | "staff";
  readonly nodes: readonly string[];
  readonly guardians?: readonly PersonId[];
  readonly revision?: number;
}

/** What is said of whoever left the book, or leads none of its nodes any more. */
interface IndustryEnd extends InBook {
  readonly kind?: IndustryChange["kind"];
}

/** The facts about an organization's industry book. */
export type IndustryFact =
  | Fact<"industry.changed", IndustryChange>
  | Fact<"industry.left", IndustryEnd>;

/** Somebody's coming into the book, what holds of them there, or their leaving it. */
export type MemberFact =
  | Fact<"industry.changed", IndustryChange & { readonly kind: "member" }>
  | Fact<"industry.left", IndustryEnd & { readonly kind?: "member" }>;

/** Whether a fact is about an industry member, and so about no employment. */
export function isOfMember(fact: {
  readonly type: string;
  readonly data: unknown;
}): fact is MemberFact {
  if (fact.type !== "industry.changed" && fact.type !== "industry.left") return false;
  const { kind = "member" } = fact.data as { readonly kind?: string };
  return kind === "member";
}

/** What kind of thing an industry member is, where an outcome names one without effect (PROTO-08). */
export const ofMembers = "member" as NamedKind;

/** The switch for an organization's own app, which needs no distribution (INDUSTRY-02). */
export type OwnOffer = Command<"app.offer", { readonly app: AppId; readonly industry: boolean }>;

/** Whether a command sets that switch. */
export function isOwnOffer({
  type,
  data,
}: {
  readonly type: string;
  readonly data: object;
}): boolean {
  return type === "app.offer" && !("trunk" in data);
}

/** Who acts as an industry member, and for which organization; `null`: anybody else. */
export function actsAsMember(by: unknown): Pair | null {
  if (typeof by !== "object" || by === null) return null;
  const { organization, person, as } = by as Partial<Pair> & { readonly as?: string };
  if (as !== "industry-member" || organization === undefined || person === undefined) return null;
  return { organization, person };
}

/** Whom a submission names as the owner of its rows, by an id in the book of the acting organization. */
export function ownerNamed(data: Submission): PersonId | undefined {
  return (data as { readonly owner?: PersonId }).owner;
}

/** Whether a permission is for the rows of a node (INDUSTRY-04). */
export function isOfNodes(rows: string | null): boolean {
  return rows === "node";
}

/** Whether an identity is an industry member: their numbers are none that an employment has. */
export function isMember({ number }: { readonly number?: number | undefined }): boolean {
  return number !== undefined && number < 0;
}

/** What tells an industry member from an employee of the same id, in answers and facts. */
export function asMember(identity: { readonly number?: number | undefined }): {
  readonly as?: "industry-member";
} {
  return isMember(identity) ? { as: "industry-member" } : {};
}

/** The rows of some industry members, as an answer says which one may see. */
export function filterOfMembers(members: readonly Identity[]): object[] {
  return members.flatMap(({ organization, person }) => [
    { owner: { organization, person } },
    { submitter: { organization, person, as: "industry-member" } },
  ]);
}

/** The rows of some nodes, as an answer says which one may see. */
export function filterOfNodes(organization: OrganizationId, nodes: readonly string[]): object {
  return { organization, nodes: [...nodes].sort() };
}
