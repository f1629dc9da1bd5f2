/** What the caller of the translation decides and knows. */
import type { PersonFields } from "../../directory/model.ts";
import type { Connected, Need } from "../result.ts";
import type { ScimProblem } from "./problems.ts";
import type { ScimGroup, ScimUser } from "./resources.ts";

/** What a group is to the directory; `null` if it is nothing to it. */
export type ScimGroupUse =
  | { readonly kind: "department"; readonly id: string; readonly parent?: string | null }
  | { readonly kind: "role"; readonly id: string }
  | null;

/** What the caller decides, once for an organization. */
export interface ScimSettings {
  readonly organization: string;
  /**
   * What `active: false` means: the person stays and cannot act (`suspended`, the default), or has left
   * (`departed`). It is the caller's to know what the provider means by it.
   */
  readonly inactive?: "suspended" | "departed";
  /**
   * What groups are: departments at the root (the default), named roles, or what a function says of each.
   * It must say the same of the same group.
   */
  readonly groups?: "departments" | "roles" | ((group: ScimGroup) => ScimGroupUse);
  /** What is shown of a person; by default display name, title, primary email and telephone. */
  readonly fields?: (user: ScimUser) => PersonFields;
}

/** One operation as it arrived. */
export interface ScimOperation {
  /** POST, PUT, PATCH or DELETE. */
  readonly method: string;
  /** `/Users`, `/Users/{id}`, `/Groups`, `/Groups/{id}`, be it behind the address of the service. */
  readonly path: string;
  readonly body?: unknown;
  /** When it arrived, in epoch milliseconds; of a redelivery, when it arrived first. */
  readonly at: number;
  /** The id of what a POST creates: the caller's to choose, and the person's, department's or role's here. */
  readonly id?: string;
  /**
   * What the caller counts up with each change of the resource that it keeps, its ETag for instance. A
   * redelivery before the change was kept has the same, and is a repeat.
   */
  readonly version?: string | number;
}

/** What has to be known: a kept user or group, or the groups (members left out) that a user is in. */
export type ScimNeed = "user" | "group" | "groups-of";

/** What an operation comes to. */
export type ScimConnected =
  | (Extract<Connected<ScimNeed>, { kind: "inputs" }> & {
      /** What to keep under the id once the inputs are settled; `null`: nothing any more. */
      readonly resource: ScimUser | ScimGroup | null;
    })
  | { readonly kind: "needs"; readonly needs: readonly Need<ScimNeed>[] }
  | { readonly kind: "problems"; readonly problems: readonly ScimProblem[] };
