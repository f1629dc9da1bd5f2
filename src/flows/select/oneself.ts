/** Whom nobody tells of themselves: a natural person, whichever of their identities it is about (HAND-01). */
import type { PersonId } from "../../core/ids.ts";
import { distinct, identityText } from "../../core/lists.ts";
import type { Identity, Recipient } from "../../core/notice.ts";
import { read } from "../../core/transaction.ts";
import { allTies } from "../../directory/select/bound.ts";
import {
  identitiesOf,
  idNoted,
  naturalOf,
  serves,
  thoseCalled,
} from "../../directory/select/naturals.ts";
import type { GroupTie } from "../../groups/model.ts";
import type { Container } from "../../spaces/model.ts";
import type { Reading } from "./flows.ts";

/** A natural person, told apart from others who have an id of theirs in some organization (AMB-117). */
export interface Oneself {
  /** The identity that is told of, and the others in service. */
  readonly identities: readonly Identity[];
  /** By which ids they go, or went before the step. */
  readonly ids: readonly PersonId[];
  /** Whoever else goes by one of these somewhere. */
  readonly namesakes: readonly (readonly [PersonId, Identity])[];
}

/** The natural person that an identity is, or was as it left. */
export function oneselfOf(
  tx: Reading,
  { organization, person }: Identity,
  former: readonly PersonId[] = [],
): Oneself {
  const identity = { organization, person };
  const employment = read(tx, "employment", organization, person);
  // Whoever is left alone may count with others by now.
  const along = employment?.inService === true ? [] : (employment?.along ?? []);
  const left = along
    .filter((each) => serves(tx, each))
    .map(([home, key]) => naturalOf(tx, { organization: home, person: key }));
  const others = [...new Set([naturalOf(tx, identity), ...left])].flatMap((natural) =>
    identitiesOf(tx, natural).map(([home, key]) => ({ organization: home, person: key })),
  );
  const identities = distinct([identity, ...others], identityText);
  const ids = [...new Set([...former, ...identities.map((each) => idNoted(tx, each))])];
  const own = new Set(identities.map(identityText));
  const namesakes = ids.flatMap((id) =>
    thoseCalled(tx, id)
      .filter(
        (each) => !own.has(identityText(each)) && serves(tx, [each.organization, each.person]),
      )
      .map((each) => [id, each] as const),
  );
  return { identities, ids, namesakes };
}

/** Whether an identity is somebody themselves. */
export const isOneself = ({ identities }: Oneself, identity: Identity): boolean =>
  identities.some((each) => identityText(each) === identityText(identity));

/** The ids that a role in an organization leaves out: those that nobody else has there. */
export const exceptIn = (
  { ids, namesakes }: Oneself,
  organization: Identity["organization"],
): readonly PersonId[] =>
  ids.filter(
    (id) => !namesakes.some(([each, other]) => each === id && other.organization === organization),
  );

/** The participants of a group but somebody themselves: whoever has an id of theirs is named beside them. */
export function participantsBut(
  tx: Reading,
  self: Oneself,
  of: Container,
  group: GroupTie[0],
): readonly Recipient[] {
  const { ids: except, namesakes } = self;
  const others = namesakes.filter(([, each]) =>
    allTies<GroupTie>(tx, each, "groups").some(([tie]) => tie === group),
  );
  const named = others.map(([, each]) => ({ kind: "person", ...each }) as const);
  return [{ kind: "group-participants", ...of, group, except }, ...named];
}
