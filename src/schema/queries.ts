/** Schemas of what questions take. */
import type { Queries } from "../queries/model.ts";
import { viewer } from "./actors.ts";
import { organizationId, personId, spaceId } from "./ids.ts";
import { integer } from "./numbers.ts";
import { lazily, object, optional, type Table } from "./shape.ts";
import { cursorText, searchText } from "./texts.ts";

/** Items of one page of answers. */
const PAGE_LIMIT_MAX = 500;

type Inputs = { readonly [Type in keyof Queries]: Queries[Type]["input"] };

const space = spaceId;
const page = lazily(() => ({
  after: optional(cursorText),
  limit: optional(integer(1, PAGE_LIMIT_MAX)),
}));
/** What most lists take: who asks, about which Space, and which page. */
const paged = () => object<Inputs["admin.members"]>({ viewer: viewer(), space, ...page() });

/** What each question takes. */
export const queryInputs: Table<Inputs> = {
  "entry.management": () => object({ viewer: viewer() }),
  "entry.spaces": () => object({ person: personId }),
  "space.organizations": paged,
  "space.contacts": () =>
    object({ viewer: viewer(), space, search: optional(searchText), ...page() }),
  "space.contact": () =>
    object({ viewer: viewer(), space, organization: organizationId, person: personId }),
  "admin.members": paged,
  "admin.applications": paged,
  "admin.invitations": paged,
  "admin.folders": paged,
  "admin.waiting": paged,
  "admin.scope": () => object({ viewer: viewer(), space }),
  "admin.space-room": () => object({ viewer: viewer(), space }),
  "admin.organization-room": () => object({ viewer: viewer() }),
};
