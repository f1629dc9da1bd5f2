/** Aim: nothing runs for ever (FLOW-13). Method: an instance of each random World is ended by an able admin. */
import { test } from "vitest";
import { everyInstanceCanEnd } from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test("while the Host has an able admin, every running instance can be ended", () => {
  holds([everyInstanceCanEnd], "deadEnds");
});
