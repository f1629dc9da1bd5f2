/** Sight, fields, counterparts: what comes of each option under its values. */
import { defaultPolicy, type Policy } from "../../../src/core/policy.ts";
import { office } from "../../support/flows.ts";
import { link, opened } from "../../support/hierarchy.ts";
import type { CasesOfSome } from "../cases.ts";
import { collaboration, said } from "../setting.ts";

/** What becomes of so many counterparts that B names. */
function counterpartsNamed(changes: Partial<Policy>, count: number): string {
  const people = ["b1", "b2", "b3"].slice(0, count);
  return said(office(changes).command("B", "counterparts.set", { space: "s", people }));
}

/** Of each option about this, what comes of it under its values. */
export const sight = {
  sightExceptionLimit: {
    shows: "hiding a Member but for one, two, 200 and 201 kinds of partners",
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED", "MALFORMED"]],
      [2, ["ok", "ok", "MALFORMED", "MALFORMED"]],
      [200, ["ok", "ok", "ok", "MALFORMED"]],
    ],
    run: (changes) =>
      [1, 2, 200, 201].map((count) => {
        const kinds = Array.from({ length: count }, (_, place) => ({ type: `t${place}` }));
        const north = { space: "s", organization: "north", hidden: true };
        return said(
          collaboration(changes).command("host", "visibility.hide", {
            ...north,
            except: { kinds },
          }),
        );
      }),
  },
  branchSightDefault: {
    shows: "whether a Branch, of which nothing is said, sees its Trunk's people",
    outcomes: { "own-only": "NOT_VISIBLE", "whole-book": "seen" },
    run: (changes) => {
      const p = opened(["trunk", "branch"], changes);
      link(p, "trunk", "branch", { scope: { whole: true } });
      const viewer = { organization: "branch", person: "branch-admin" };
      const target = { trunk: "trunk", organization: "trunk", person: "trunk-admin" };
      const answer = p.ask("hierarchy.contact", { viewer, ...target });
      return typeof answer === "string" ? answer : "seen";
    },
  },
  sharedFields: {
    shows: "what the Host sees of a Member's person, and what another Member does",
    // What the Host sees, and another Member.
    outcomes: [
      [defaultPolicy.sharedFields, ["title email phone", "title email phone"]],
      [{ title: "visible", email: "host", phone: "host" }, ["title email phone", "title"]],
      [{ title: "host", email: "nobody", phone: "visible" }, ["title phone", "phone"]],
      [{ title: "nobody", email: "nobody", phone: "nobody" }, ["", ""]],
    ],
    run: (changes) => {
      const p = collaboration(changes);
      const visibility = { kind: "all" } as const;
      p.command("host", "visibility.set", { space: "s", organization: "south", visibility });
      const person = { organization: "north", person: "north-1" };
      const fields = { name: "N", title: "T", email: "e@x", phone: "1" };
      p.fact("person.fields-changed", { ...person, number: 1, fields });
      return ["host-admin", "south-1"].map((looking) => {
        const [organization] = looking.split("-") as [string];
        const viewer = { organization, person: looking };
        const seen = p.ask("space.contact", { viewer, space: "s", ...person });
        const { name: _, ...rest } = (seen as { readonly fields: typeof fields }).fields;
        return Object.keys(rest).join(" ");
      });
    },
  },
  counterpartsMin: {
    shows: "naming no counterpart, and one",
    outcomes: [
      [0, ["ok", "ok"]],
      [1, ["COUNTERPARTS_REQUIRED", "ok"]],
      [2, ["COUNTERPARTS_REQUIRED", "COUNTERPARTS_REQUIRED"]],
    ],
    run: (changes) => [0, 1].map((count) => counterpartsNamed(changes, count)),
  },
  counterpartsMax: {
    shows: "naming one, two and three counterparts",
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED"]],
      [2, ["ok", "ok", "MALFORMED"]],
      [20, ["ok", "ok", "ok"]],
    ],
    run: (changes) => [1, 2, 3].map((count) => counterpartsNamed(changes, count)),
  },
  groupInviteRequiresVisibility: {
    shows: "a group with somebody who cannot be seen",
    outcomes: { true: "NOT_VISIBLE", false: "ok" },
    run: (changes) =>
      said(
        collaboration(changes).command(["north", "north-1"], "group.start", {
          space: "s",
          group: "g",
          name: "G",
          participants: [{ organization: "south", person: "south-1" }],
        }),
      ),
  },
} satisfies CasesOfSome;
