/** Whom nobody tells of themselves: the natural person, by all their ids (HAND-01, 28.5, AMB-117). */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Recipient } from "../../core/notice.ts";
import { isPair, pairOf } from "./settings.ts";
import type { Employment, State } from "./state.ts";
import type { Pair } from "./state-areas.ts";

/** A natural person as of now, and whoever else has one of their ids. */
export interface Oneself {
  readonly ids: readonly PersonId[];
  readonly identities: readonly Pair[];
  readonly namesakes: readonly Pair[];
}

/** The natural person that somebody is, or was when they left; with the id they had before the step. */
export function oneselfOf(state: State, employment: Employment, from?: PersonId): Oneself {
  const serving = state.employments.filter(({ inService }) => inService);
  const left = employment.inService ? [] : employment.along;
  const naturals = serving
    .filter((each) => left.some((other) => isPair(each, other)))
    .map(({ natural }) => natural);
  const identities = serving
    .filter(({ natural }) => natural === employment.natural || naturals.includes(natural))
    .map(pairOf);
  const own = pairOf(employment);
  const all = [own, ...identities.filter((each) => !isPair(each, own))];
  const ids = new Set([...(from === undefined ? [] : [from]), ...all.map(({ person }) => person)]);
  const namesakes = serving
    .filter((each) => ids.has(each.person) && !all.some((one) => isPair(one, each)))
    .map(pairOf);
  return { ids: [...ids], identities: all, namesakes };
}

/** Whether somebody is that natural person. */
export const isOneself = ({ identities }: Oneself, one: Pair): boolean =>
  identities.some((each) => isPair(each, one));

/** The ids that a role of an organization leaves out: not those that somebody else has there. */
export const exceptIn = (
  { ids, namesakes }: Oneself,
  organization: OrganizationId,
): readonly PersonId[] =>
  ids.filter((id) => !namesakes.some((each) => isPair(each, { organization, person: id })));

/** Everybody in a group but the natural person: by the group, and by name whoever has the same id. */
export function participantsBut(
  { ids, namesakes }: Oneself,
  group: Extract<Recipient, { readonly kind: "group-participants" }>,
  participants: readonly Pair[],
): readonly Recipient[] {
  const others = namesakes.filter((one) => participants.some((each) => isPair(each, one)));
  return [{ ...group, except: ids }, ...others.map((one) => ({ kind: "person", ...one }) as const)];
}

/** Nobody is named twice by one notice. */
export function eachOnce(to: readonly Recipient[]): readonly Recipient[] {
  const texts = to.map((each) => JSON.stringify(each));
  return to.filter((_, index) => texts.indexOf(texts[index] as string) === index);
}
