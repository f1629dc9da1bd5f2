import { rules } from "../rule.ts";

/** PROTO: what every input must satisfy. The page does not state them; the protocol needs them. */
export const PROTOCOL_RULES = /* @__PURE__ */ rules([
  {
    id: "PROTO-01",
    title: "Input is well formed",
    source: [],
    reading:
      "An input of the wrong shape, size or type, or with an ill-formed id, is refused with the " +
      "path of each problem.",
    strength: "recommended",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
  {
    id: "PROTO-02",
    title: "An input id means one input",
    source: [],
    reading:
      "Every input has an id chosen by its sender. The same id with the same content returns the " +
      "first outcome; with other content it is refused.",
    strength: "recommended",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
  {
    id: "PROTO-03",
    title: "What an input names exists",
    source: [],
    reading:
      "An input that names something unknown is refused. A Space is also unknown to an actor " +
      "whose organization is neither its Host, a Member, an applicant nor invited by name " +
      "with an invitation that is open. A fact refused so is not settled and may be sent again under the same id.",
    strength: "recommended",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
  {
    id: "PROTO-04",
    title: "A new thing gets a new id",
    source: [],
    reading:
      "A command that creates something is refused if the id it gives is in use or was once used.",
    strength: "recommended",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
  {
    id: "PROTO-05",
    title: "A fact comes from its owner",
    source: [],
    reading:
      "A fact about a directory or a setting is accepted only from the organization that owns " +
      "it, or from platform staff for what is theirs.",
    strength: "recommended",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
  {
    id: "PROTO-06",
    title: "A command may say what it was decided on",
    source: [],
    reading:
      "A command may carry the fingerprint of the outcome that a preview showed or, if it replaces a " +
      "value, that value as it was. If it would come to something else by now, or the value is " +
      "another, it is refused and nothing happens. A command that is refused anyhow gets its own code. " +
      "The policy's expectationRequired names the commands that must carry either.",
    strength: "recommended",
    kind: "guard",
    raises: ["MALFORMED"],
    options: ["expectationRequired"],
    ambiguities: ["AMB-84"],
    status: "protocol",
  },
  {
    id: "PROTO-07",
    title: "Times in the wrong unit stop at the boundary",
    source: [],
    reading:
      "Where the host gives a clock, an input whose time is more than a day ahead of the " +
      "receiver's or more than 20 years behind it is refused before anything is decided, and is " +
      "not recorded; both can be set. A retry of an id already settled gets its first outcome. " +
      "Without a clock nothing is checked.",
    strength: "recommended",
    kind: "guard",
    raises: ["MALFORMED"],
    ambiguities: ["AMB-127"],
    status: "protocol",
  },
  {
    id: "PROTO-08",
    title: "What had no effect says why",
    source: [],
    reading:
      "Every accepted outcome names what the input named and what remained without effect: how " +
      "many in all, how many by reason, and the first hundred in the order given. A retry gets " +
      "the same. An input that took effect in all it named has none.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
]);
