/** The floor, and interorg: on a World, and over slices as a host without a World keeps them. */
import { apply, decide, emptySlice, type Input, loadSlice, type Slice, type World } from "interorg";
import { decideOnFloor } from "../../floor.ts";
import { floorOf } from "../../floor-load.ts";
import type { Population } from "../../population.ts";
import { recordsOf, worldOf } from "../../records.ts";
import { endingOfFloor, endingOfSlice } from "./ending.ts";
import type { Runner } from "./libraries.ts";

/** What every other runner is compared with: mutable Maps, nothing but the verdict. */
export function onFloor(population: Population): Runner {
  const floor = floorOf(population);
  return {
    take: (fact) => decideOnFloor(floor, fact as unknown as Input, null),
    ending: () => endingOfFloor(floor),
  };
}

/** `apply` on a World. */
export function onWorld(population: Population): Runner {
  const { policy } = population;
  let world: World = worldOf(population);
  return {
    take: (fact) => {
      world = apply(world, fact as unknown as Input, policy).world;
    },
    ending: () => endingOfSlice(world),
  };
}

/**
 * `decide` over a slice that holds every record there is, and goes on with the slice of the outcome.
 * What is not there, such as somebody new, is asked for and noted as absent on the way.
 */
export function onSlice(population: Population): Runner {
  const { policy } = population;
  let slice: Slice = loadSlice(emptySlice, recordsOf(population));
  return {
    take: (fact) => {
      for (;;) {
        const outcome = decide(slice, fact as unknown as Input, policy);
        if (outcome.kind === "accepted") slice = outcome.slice;
        if (outcome.kind !== "incomplete") return;
        slice = loadSlice(
          slice,
          outcome.needs.map((key) => [key, null] as const),
        );
      }
    },
    ending: () => endingOfSlice(slice),
  };
}
