import { rules } from "../rule.ts";

/** DIR: directories as they really are. */
export const DIR_RULES = /* @__PURE__ */ rules([
  {
    id: "DIR-17",
    title: "A person is suspended, and resumed",
    source: [],
    reading:
      "Somebody suspended stays in service and keeps everything: placements, places on Rosters and " +
      "waiting lists, groups, entries, open tasks (FLOW-19), and the licenses as the policy says. " +
      "They cannot act: every command and every question by them in the name of that organization " +
      "is refused, and an admin who is suspended administers nothing. They are seen as before, " +
      "marked as suspended. Whoever is resumed may act again at once.",
    strength: "recommended",
    kind: "guard",
    raises: ["UNKNOWN_PERSON"],
    options: ["suspendedSeats"],
    ambiguities: ["AMB-120"],
    status: "active",
  },
  {
    id: "DIR-18",
    title: "An organization is suspended, and resumed",
    source: [],
    reading:
      "All people of a suspended organization are as if suspended, without stand-ins; its " +
      "directory goes on following facts. Nothing is counted out, no license moves, and all " +
      "works again as it then stands once it is resumed. Others go on using its Spaces and apps, " +
      "unless the policy closes what EDITION-01 closes.",
    strength: "recommended",
    kind: "guard",
    raises: ["SOURCE_NOT_RESPONSIBLE", "ACTOR_SUSPENDED"],
    options: ["suspendedHostApps"],
    ambiguities: ["AMB-122"],
    status: "active",
  },
]);
