/** Shapes of the questions about a directory, which the questions' own vocabulary may not have yet (D13). */
import type { DepartmentId, ListId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Viewer } from "../../queries/model.ts";

/** Who asks: an able admin, or the organization as whoever may send its facts. */
export type Asker =
  | { readonly viewer: Viewer }
  | { readonly source: { readonly organization: OrganizationId } };

/** What the seven questions take. */
export interface DirectoryAsked {
  readonly "directory.person": Asker & { readonly person: PersonId };
  readonly "directory.people": Asker & {
    readonly department?: DepartmentId;
    readonly below?: boolean;
  };
  readonly "directory.departments": Asker & {
    readonly parent?: DepartmentId | null;
    readonly dormant?: boolean;
  };
  readonly "directory.lists": Asker & { readonly list?: ListId };
  readonly "directory.departures": Asker;
  readonly "directory.inert": Asker;
  readonly "directory.sources": Asker;
}
