/** Aim: whoever is offered can be chosen and nobody else; what a departure does is foretold. */
import { test } from "vitest";
import {
  departuresAreForetold,
  joiningIsForetold,
  pickingIsOne,
  routingIsOne,
  sightIsOne,
} from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test("routing, picking and departures do what their questions say", () => {
  holds([routingIsOne, pickingIsOne, departuresAreForetold], "choosing");
});

test("whom one sees is what is told of why, and what would turn that does", () => {
  holds([sightIsOne], "sight");
});

test("what is asked before joining is what comes of it", () => {
  holds([joiningIsForetold], "joining");
});
