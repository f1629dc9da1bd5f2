/** Schemas of identities: persons, each in one organization. */
import type { Identity } from "../core/notice.ts";
import { organizationId, personId } from "./ids.ts";
import { lazily, object, type Schema, setOf } from "./shape.ts";

export const identity: () => Schema<Identity> = lazily(() =>
  object<Identity>({ organization: organizationId, person: personId }),
);

/** A set of identities; ids hold no white space, so one between them keeps different pairs apart. */
export const identitySet = (max: number, min = 0): Schema<readonly Identity[]> =>
  setOf(identity(), max, ({ organization, person }) => `${organization} ${person}`, min);
