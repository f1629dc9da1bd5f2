/** Schemas of identities: persons, each in one organization. */
import type { Doer, Identity } from "../core/notice.ts";
import { organizationId, personId } from "./ids.ts";
import { lazily, object, only, optional, type Schema, setOf } from "./shape.ts";

export const identity: () => Schema<Identity> = lazily(() =>
  object<Identity>({ organization: organizationId, person: personId }),
);

/** Somebody as they did something. */
export const doer: () => Schema<Doer> = lazily(() =>
  object<Doer>({
    organization: organizationId,
    person: personId,
    as: optional(only("industry-member")),
  }),
);

/** A set of identities; ids hold no white space, so one between them keeps different pairs apart. */
export const identitySet = (max: number, min = 0): Schema<readonly Identity[]> =>
  setOf(identity(), max, ({ organization, person }) => `${organization} ${person}`, min);
