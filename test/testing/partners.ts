/** A Host with a Space in which two Members take part with everybody, for tests of the model. */
import { expect } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { startTelling, type Teller } from "./teller.ts";

export const quiet = {
  kind: "accepted",
  changed: false,
  notices: [],
  passedOver: expect.anything(),
};
export const done = { kind: "accepted", changed: true, notices: [] };
export const refused = (code: string) => ({ kind: "refused", code });
export const accepted = (...notices: readonly object[]) => ({
  kind: "accepted",
  changed: true,
  notices,
});

/** An identity. */
export const who = (organization: string, person: string) => ({ organization, person });

/** Members `north` and `south` of the Space `s` of `host`, each with its admin and two people. */
export function partners(changes: Partial<Policy> = {}): Teller {
  const teller = startTelling(changes);
  teller.register("host", "north", "south");
  teller.command("host", "space.create", { space: "s", name: "S" });
  for (const department of ["sales", "lab"]) {
    const data = { organization: "north", department, parent: null, name: department };
    teller.fact("department.created", data);
  }
  for (const person of ["h1", "h2"]) teller.hire("host", person);
  for (const person of ["n1", "n2"]) teller.hire("north", person, ["lab"]);
  for (const person of ["s1", "s2"]) teller.hire("south", person);
  for (const member of ["north", "south"]) teller.join("host", "s", member, { whole: true });
  return teller;
}

/** The same with 100 licenses, the Space linked, and everybody of north but its admin granted one. */
export function licensed(changes: Partial<Policy> = {}): Teller {
  const teller = partners(changes);
  teller.fact("license.purchased", { organization: "host", purchased: 100 });
  teller.command("host", "license.link", { unit: { kind: "space", space: "s" } });
  grant(teller, "north/n1", "north/n2", "south/s1", "host/h1", "host/h2");
  return teller;
}

/** Grants licenses in the unit that each acts in. */
export function grant(teller: Teller, ...identities: readonly string[]): void {
  for (const text of identities) {
    const [organization = "", person = ""] = text.split("/");
    const unit =
      organization === "host"
        ? ({ kind: "host", organization } as const)
        : ({ kind: "space", space: "s" } as const);
    const people = [who(organization, person)];
    teller.command("host", "license.grant", { unit, people });
  }
}

/** The licensed partners with the app `crm` published in the Space; whoever has no license gets tasks as well (FLOW-12). */
export function withApp(changes: Partial<Policy> = {}): Teller {
  const teller = licensed({ routingTargetAbility: "unchecked", ...changes });
  teller.command("host", "app.create", { app: "crm", name: "CRM", cool: true });
  teller.command("host", "app.publish", { space: "s", app: "crm" });
  return teller;
}
