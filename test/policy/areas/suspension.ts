/** Suspension: what comes of each option under its values. */
import type { CasesOfSome } from "../cases.ts";
import { collaboration } from "../setting.ts";

/** Of each option about this, what comes of it under its values. */
export const suspension = {
  suspendedSeats: {
    shows: "what happens to the license of somebody who is suspended",
    outcomes: { keep: [], release: ["license.released"] },
    run: (changes) => {
      const p = collaboration(changes);
      const suspended = p.fact("person.suspended", { organization: "north", person: "north-1" });
      return suspended.events.map(({ type }) => type).filter((type) => type.startsWith("license."));
    },
  },
  suspendedHostApps: {
    shows: "a Member's use of an app whose Host is suspended",
    outcomes: { open: { side: "downstream" }, closed: "HOST_SUSPENDED" },
    run: (changes) => {
      const p = collaboration(changes);
      p.fact("organization.suspended", { organization: "host" });
      const viewer = { organization: "north", person: "north-1" };
      return p.ask("app.use", { viewer, app: "app", space: "s", feature: "form.submit" });
    },
  },
} satisfies CasesOfSome;
