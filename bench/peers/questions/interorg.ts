/** interorg itself: on a World, and on a slice that holds what earlier questions loaded. */
import { ask, emptySlice, loadSlice, type Slice, type SpaceId, sliceEntries } from "interorg";
import type { ContactAsked, Contacts } from "./contacts.ts";
import type { RouteAsked, Routes } from "./routes.ts";
import type { Verdict } from "./setting.ts";

/** A slice that answers like the World: whatever is asked for is loaded once, then kept. */
function warming({ world }: Pick<Routes, "world">) {
  const records = new Map(sliceEntries(world).map(([key, record]) => [key.join("\n"), record]));
  let slice: Slice = emptySlice;
  return {
    get slice() {
      return slice;
    },
    load(needs: readonly (readonly string[])[]) {
      slice = loadSlice(
        slice,
        needs.map((key) => [key as never, records.get(key.join("\n")) ?? null]),
      );
    },
  };
}

const mayRoute = (slice: Slice, data: RouteAsked, { policy }: Pick<Routes, "policy">) =>
  ask(slice, { type: "flow.may-route", data: data as never }, policy);

/** May route, on a World. */
export function routeOnWorld(setting: Routes): Verdict<RouteAsked> {
  return (asked) => mayRoute(setting.world, asked, setting).kind === "answer";
}

/** May route, on a slice: what one question loads stays for the next. */
export function routeOnSlice(setting: Routes): Verdict<RouteAsked> {
  const warm = warming(setting);
  return (asked) => {
    for (;;) {
      const answer = mayRoute(warm.slice, asked, setting);
      if (answer.kind !== "incomplete") return answer.kind === "answer";
      warm.load(answer.needs);
    }
  };
}

const contact = (slice: Slice, { viewer, space, target }: ContactAsked, { policy }: Contacts) =>
  ask(
    slice,
    { type: "space.contact", data: { viewer, space: space as SpaceId, ...target } },
    policy,
  );

/** Who sees whom, on a World. */
export function contactOnWorld(setting: Contacts): Verdict<ContactAsked> {
  return (asked) => contact(setting.world, asked, setting).kind === "answer";
}

/** Who sees whom, on a slice. */
export function contactOnSlice(setting: Contacts): Verdict<ContactAsked> {
  const warm = warming(setting);
  return (asked) => {
    for (;;) {
      const answer = contact(warm.slice, asked, setting);
      if (answer.kind !== "incomplete") return answer.kind === "answer";
      warm.load(answer.needs);
    }
  };
}
