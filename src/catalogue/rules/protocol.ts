import type { Rule } from "../rule.ts";

/** PROTO: what every input must satisfy. The page does not state them; the protocol needs them. */
export const PROTOCOL_RULES: readonly Rule[] = [
  {
    id: "PROTO-01",
    area: "PROTO",
    title: "Input is well formed",
    source: [],
    reading:
      "An input of the wrong shape, size or type, or with an ill-formed id, is refused with the " +
      "path of each problem.",
    strength: "recommended",
    kind: "guard",
    codes: ["MALFORMED"],
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
  {
    id: "PROTO-02",
    area: "PROTO",
    title: "An input id means one input",
    source: [],
    reading:
      "Every input has an id chosen by its sender. The same id with the same content returns the " +
      "first outcome; with other content it is refused.",
    strength: "recommended",
    kind: "guard",
    codes: ["INPUT_ID_REUSED"],
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
  {
    id: "PROTO-03",
    area: "PROTO",
    title: "What an input names exists",
    source: [],
    reading:
      "An input that names something unknown is refused. A Space is also unknown to an actor " +
      "whose organization is neither its Host, a Member, an applicant nor the holder of a valid " +
      "invitation. A fact refused so is not settled and may be sent again under the same id.",
    strength: "recommended",
    kind: "guard",
    codes: [
      "UNKNOWN_ORGANIZATION",
      "UNKNOWN_SPACE",
      "UNKNOWN_PERSON",
      "UNKNOWN_DEPARTMENT",
      "UNKNOWN_FOLDER",
      "UNKNOWN_APP",
      "UNKNOWN_APPLICATION",
      "UNKNOWN_GROUP",
      "UNKNOWN_INSTANCE",
      "UNKNOWN_TASK",
    ],
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
  {
    id: "PROTO-04",
    area: "PROTO",
    title: "A new thing gets a new id",
    source: [],
    reading:
      "A command that creates something is refused if the id it gives is in use or was once used.",
    strength: "recommended",
    kind: "guard",
    codes: ["ID_TAKEN"],
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
  {
    id: "PROTO-05",
    area: "PROTO",
    title: "A fact comes from its owner",
    source: [],
    reading:
      "A fact about a directory or a setting is accepted only from the organization that owns " +
      "it, or from platform staff for what is theirs.",
    strength: "recommended",
    kind: "guard",
    codes: ["SOURCE_NOT_RESPONSIBLE"],
    raises: [],
    ambiguities: [],
    status: "protocol",
  },
];
