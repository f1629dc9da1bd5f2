/** Picking, routing: what comes of each option under its values. */
import type { CasesOfSome } from "../cases.ts";
import { collaboration, distributed, said, start, transfer } from "../setting.ts";

/** Of each option about this, what comes of it under its values. */
export const picking = {
  formPickerScope: {
    shows: "picking somebody of another Member who cannot be seen",
    outcomes: { "whole-space": "ok", "visible-only": "PICK_TARGET_OUTSIDE_SCOPE" },
    run: (changes) =>
      said(
        collaboration(changes).command(["north", "north-1"], "form.submit", {
          app: "app",
          space: "s",
          rows: [{ row: "r" }],
          picked: [{ organization: "south", person: "south-1" }],
        }),
      ),
  },
  routingBoundary: {
    shows: "transferring a task to somebody of another Member than the initiator's",
    outcomes: { "member-organization": "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG", space: "ok" },
    run: (changes) => {
      const p = collaboration(changes);
      start(p);
      return said(transfer(p, "south", "south-1"));
    },
  },
  routingCandidates: {
    shows: "transferring a task to somebody who is not on the Roster",
    outcomes: { rostered: "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG", "whole-directory": "ok" },
    run: (changes) => {
      const p = collaboration({ routingTargetAbility: "unchecked", ...changes });
      start(p);
      return said(transfer(p, "north", "north-admin"));
    },
  },
  branchPickScope: {
    shows: "picking, by the middle of three, somebody below and somebody above",
    outcomes: {
      "organization-and-below": ["ok", "PICK_TARGET_OUTSIDE_SCOPE"],
      organization: ["PICK_TARGET_OUTSIDE_SCOPE", "PICK_TARGET_OUTSIDE_SCOPE"],
      "whole-book": ["ok", "ok"],
    },
    run: (changes) => {
      const p = distributed(changes);
      return ["V", "K"].map((organization) =>
        said(
          p.command("T", "form.submit", {
            ...{ trunk: "K", app: "app", rows: [{ row: `r-${organization}` }] },
            picked: [{ organization, person: `${organization}-admin` }],
          }),
        ),
      );
    },
  },
  hierarchyRouting: {
    shows: "to whose people the middle of three may transfer what the lowest started",
    outcomes: {
      "initiator-organization": ["V"],
      "holder-organization": ["T"],
      line: ["K", "T", "V"],
    },
    run: (changes) => {
      const p = distributed({ routingTargetAbility: "unchecked", ...changes });
      const admin = (organization: string) => ({ organization, person: `${organization}-admin` });
      for (const organization of ["K", "T", "V"]) p.hire(organization, "eve");
      const steps = [{ approvers: [{ kind: "person", ...admin("T") }], mode: "all" }] as const;
      p.command("K", "flow.define", { app: "app", flow: "f", steps });
      const started = { trunk: "K", app: "app", flow: "f", instance: "n", row: "r" };
      p.command("V", "flow.start", started);
      return ["K", "T", "V"].filter((organization) => {
        const target = { organization, person: "eve" };
        const asked = { viewer: admin("T"), instance: "n", target };
        return typeof p.ask("flow.may-route", asked) !== "string";
      });
    },
  },
  routingTargetAbility: {
    shows: "transferring a task to somebody without a license",
    outcomes: { checked: "ROUTING_TARGET_CANNOT_ACT", unchecked: "ok" },
    run: (changes) => {
      const p = collaboration(changes);
      start(p);
      return said(transfer(p, "north", "north-2"));
    },
  },
} satisfies CasesOfSome;
