import { rules } from "../rule.ts";

/** SEAT: licenses of people who come through Links. */
export const SEAT_RULES = /* @__PURE__ */ rules([
  {
    id: "SEAT-01",
    title: "The builder's pool pays; a Branch need not buy",
    source: [
      {
        sentence: "H26",
        text: "the superior organization needs to authorize the members of the subordinate organization and occupy the authorization account of the superior organization",
      },
      { sentence: "H25", text: "it does not need to purchase the YIDA paid version" },
    ],
    reading:
      "Using a Trunk's app through it asks for a grant from its pool in its Hierarchy unit: one " +
      "for everybody below, at whatever level, which exists without linking and does not count " +
      "among the linked ones. What a pool has used includes it. A grant of another organization " +
      "does not serve.",
    strength: "stated",
    kind: "guard",
    raises: ["LICENSE_HOST_ONLY", "LICENSE_REQUIRED", "LICENSE_POOL_EXHAUSTED"],
    ambiguities: ["AMB-70"],
    status: "active",
  },
  {
    id: "SEAT-02",
    title: "Who may hold one; when it is released",
    source: [
      {
        sentence: "H26",
        text: "the superior organization needs to authorize the members of the subordinate organization and occupy the authorization account of the superior organization",
      },
    ],
    reading:
      "Eligible is whoever is present for the organization. The grant is released in the step in " +
      "which they are present no more, not by a change of chain, mount, label or list.",
    strength: "derived",
    kind: "effect",
    raises: ["LICENSE_TARGET_NOT_ELIGIBLE"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "SEAT-03",
    title: "Automatic grants below",
    source: [],
    reading:
      "A Trunk admin chooses departments of an organization that the Trunk reaches, or the " +
      "organization as a whole, with everything reached below it unless alone. Whoever is present " +
      "and chosen after a step, and was not before it, is granted a license, or waits for one: in " +
      "the order of Links down the line, an upper organization before those below it, then of hires.",
    strength: "recommended",
    kind: "effect",
    raises: ["LICENSE_HOST_ONLY", "UNKNOWN_DEPARTMENT", "NOT_LINKED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "SEAT-04",
    title: "A cap per Branch",
    source: [],
    reading:
      "A Trunk admin may limit, for a direct Branch, the distinct persons that it and everything " +
      "below it by the line hold in the Hierarchy unit. A grant beyond is refused whole; one that " +
      "waits lets others pass. Lowering takes nothing away. It ends with the Link.",
    strength: "recommended",
    kind: "guard",
    raises: ["LICENSE_HOST_ONLY", "NOT_LINKED"],
    ambiguities: ["AMB-71"],
    status: "active",
  },
]);
