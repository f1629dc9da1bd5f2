import { rules } from "../rule.ts";

/** ASK: what people ask for before they act. */
export const ASK_RULES = /* @__PURE__ */ rules([
  {
    id: "ASK-01",
    title: "Who is in a Space",
    source: [],
    reading:
      "A Space admin may list the identities on the Roster, all of them or those of one organization, and an " +
      "authorized admin of a Member those of its own: with the fields that reach the asker, by which selection they " +
      "came in, who waits for a place apart, and for Space admins the license of each. For a Trunk, " +
      "those present for it.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_SPACE_ADMIN", "NOT_TRUNK_ADMIN", "NOT_A_MEMBER", "NOT_LINKED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ASK-02",
    title: "What an invitation leads to",
    source: [],
    reading:
      "An authorized admin of an organization that could use an invitation learns the name of the Space or " +
      "Trunk, who invites, whether an application of the own organization waits, whether it has joined " +
      "already, and with what applying would be refused. Nobody else learns anything: an invitation that is " +
      "unknown, revoked, expired or used up is not valid to anybody, and one meant for others is not addressed.",
    strength: "recommended",
    kind: "view",
    raises: ["NOT_AUTHORIZED_ADMIN", "INVITATION_NOT_VALID", "INVITATION_NOT_ADDRESSED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ASK-03",
    title: "Recipients are people in the end",
    source: [],
    reading:
      "Whoever delivers a notice may ask whom its recipients are as of a state: each natural person once, with the " +
      "identity by which they are meant first; never whom a recipient excludes, nor who is out of service or " +
      "suspended. A role that nobody has who could be told says so, and nothing is dropped in silence. The " +
      "question has no viewer: its answer is for delivery alone.",
    strength: "recommended",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
]);
