import { rules } from "../rule.ts";

/** PICK: candidates of a person field. */
export const PICK_RULES = /* @__PURE__ */ rules([
  {
    id: "PICK-01",
    title: "From the Host, both sides can be picked",
    source: [{ sentence: "S44", text: "支持以跨上游组织和下游组织人员选择" }],
    reading:
      "For a person acting for the Host in a Host app, the candidates of a person field are the " +
      "directory of the Host and the rostered people of the Host's Spaces to which the app is " +
      "published.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "PICK-02",
    title: "From Downstream, everyone in the Space",
    source: [{ sentence: "S50", text: "在下游组织中，业务选人时，可选到当前上下游组织的所有人员" }],
    reading:
      "For a Downstream identity working in a Space, the candidates of a person field are all " +
      "identities on its Roster: own organization, other Members, Host contacts. People of other " +
      "Spaces and people off the Roster are not candidates, and by default visibility does not " +
      "narrow the list.",
    strength: "stated",
    kind: "view",
    raises: [],
    options: ["formPickerScope"],
    ambiguities: ["AMB-16"],
    status: "active",
  },
  {
    id: "PICK-03",
    title: "Form picking is not routing",
    source: [
      { sentence: "S50", text: "在下游组织中，业务选人时，可选到当前上下游组织的所有人员" },
      { sentence: "S68", text: "流转（如转交、加签等），只能选择和发起人同组织的用户" },
    ],
    reading:
      "That a person can be chosen in a form never makes that person a target of a transfer or " +
      "countersign.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
]);
