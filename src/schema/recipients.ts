/** Schema of whom a notice is for. */
import type { Recipient } from "../core/notice.ts";
import { appId, groupId, organizationId, personId, spaceId } from "./ids.ts";
import { either, lazily, list, object, only, optional, type Schema, variants } from "./shape.ts";

/** Ids of a natural person: one in each organization, at most. */
const EXCEPT_MAX = 1000;

const except = optional(list(personId, EXCEPT_MAX));

type Of<Kind extends Recipient["kind"]> = Extract<Recipient, { readonly kind: Kind }>;
type Group = Of<"group-participants">;

/** A recipient of a notice. */
export const recipient: () => Schema<Recipient> = lazily(() =>
  variants<Recipient, "kind">("kind", {
    "main-admins": object<Of<"main-admins">>({
      kind: only("main-admins"),
      organization: organizationId,
      except,
    }),
    "authorized-admins": object<Of<"authorized-admins">>({
      kind: only("authorized-admins"),
      organization: organizationId,
      except,
    }),
    "hierarchy-admins": object<Of<"hierarchy-admins">>({
      kind: only("hierarchy-admins"),
      organization: organizationId,
      except,
    }),
    "covered-hierarchy-admins": object<Of<"covered-hierarchy-admins">>({
      kind: only("covered-hierarchy-admins"),
      trunk: organizationId,
      app: appId,
      except,
    }),
    "space-admins": object<Of<"space-admins">>({
      kind: only("space-admins"),
      space: spaceId,
      except,
    }),
    "group-participants": either<
      Extract<Group, { readonly space: unknown }>,
      Extract<Group, { readonly trunk: unknown }>
    >(
      { kind: only("group-participants"), space: spaceId, group: groupId, except },
      { kind: only("group-participants"), trunk: organizationId, group: groupId, except },
    ),
    person: object<Of<"person">>({
      kind: only("person"),
      organization: organizationId,
      person: personId,
    }),
    platform: object<Of<"platform">>({ kind: only("platform") }),
  }),
);
