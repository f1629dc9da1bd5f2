/** Aim: what has to hold of whole Worlds: history, invariants, names, strangers, alerts. */
import { test } from "vitest";
import {
  alertsAreCrossings,
  evolvesAsLive,
  invariantsHold,
  joiningIsUndone,
  linkingIsUndone,
  relationsStayApart,
  renamingOnlyRenames,
  replaysAsLive,
  replaysFromEmpty,
  strangersChangeNothing,
} from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test("invariants hold after every step", () => {
  holds([invariantsHold], "invariants");
});

test("told again, what happened leads to the same records", () => {
  holds([evolvesAsLive, replaysAsLive, replaysFromEmpty], "history");
});

test("other names and other organizations change nothing", () => {
  holds([renamingOnlyRenames, strangersChangeNothing], "elsewhere");
});

test("joining is undone by leaving, linking by cancelling, and alerts are crossings", () => {
  holds([joiningIsUndone, linkingIsUndone, alertsAreCrossings], "undone");
});

test("what is done about Spaces changes nothing of hierarchies, nor the other way round", () => {
  holds([relationsStayApart], "apart");
});
