/** Whom notices reach: asked by whoever delivers them. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Identity, Notice } from "../../core/notice.ts";
import type { Page, PageRequest } from "./terms.ts";

/** Somebody to be told, or that there is nobody: `to` is the place among the recipients of the notice. */
export type ToldBy = { readonly to: number } & (
  | ({
      /** A natural person, by the identity as which they are meant. */
      readonly kind: "person";
    } & Identity)
  /** Whoever runs the platform. */
  | { readonly kind: "platform" }
  | {
      /** Nobody who could be told has the role: the organization may have no able admin (ADMIN-06). */
      readonly kind: "nobody";
      /** Whose role it is; left out of a group. */
      readonly organization?: OrganizationId;
    }
);

/** Questions of those who deliver notices. */
export interface TellingQueries {
  /**
   * Who is to be told of a notice, as of now (ASK-03): each natural person once, with the identity by which they
   * are meant first, in the order of the recipients; nobody whom a recipient excludes, who is out of service or
   * suspended. A recipient that means nobody who could be told says so, of a distribution each organization covered.
   *
   * It has no viewer: it is for delivery alone, and what it answers nobody is shown. A page may have fewer items than
   * were asked for; `MALFORMED` for a cursor that is none.
   *
   * @example
   * ```ts
   * const { items } = await host.ask({ type: "notice.recipients", data: { notice } });
   * // [{ to: 0, kind: "person", organization: "acme", person: "ann" }]
   * ```
   */
  readonly "notice.recipients": {
    readonly input: { readonly notice: Pick<Notice, "to"> } & PageRequest;
    readonly answer: Page<ToldBy>;
  };
}
