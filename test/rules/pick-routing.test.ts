// Aim: that somebody can be chosen in a form makes them nobody to route to.
// Method: everybody whom a form offers is tried as the target of a transfer, before and after they
// were chosen.
import { expect } from "vitest";
import { identity, start, started, step, transfer, type Who } from "../support/flows.ts";
import { rule } from "../support/rule.ts";

/** Whom a form of app `x` offers, Downstream. */
const OFFERED: readonly Who[] = [
  ["A", "a1"],
  ["B", "b2"],
  ["B", "both"],
  ["C", "c1"],
];

rule("PICK-03").holds(
  "whoever a form offers may be picked, and only the initiator's own be routed to",
  () => {
    const p = started([step("all", ["B", "b3"])]);
    const viewer = identity(["B", "b3"]);
    for (const target of OFFERED.map(identity)) {
      const pickable = { viewer, app: "x", space: "s", target };
      expect(p.ask("form.pickable", pickable)).toEqual({ pickable: true });
    }
    const routed = () =>
      OFFERED.filter(([organization, person]) => {
        const target = { organization, person };
        const answer = p.ask("flow.may-route", { viewer, instance: "i", target });
        return typeof answer !== "string";
      });
    expect(routed()).toEqual([
      ["B", "b2"],
      ["B", "both"],
    ]);
    const picked = OFFERED.map(identity);
    expect(start(p, ["B", "b2"], "j", { picked }).code).toBeNull();
    expect(routed()).toHaveLength(2);
    const told = (to: Who) => transfer(p, ["B", "b3"], 0, to, "j").code;
    expect(told(["C", "c1"])).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
    expect(told(["A", "a1"])).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
    expect(told(["B", "b1"])).toBeNull();
  },
);
