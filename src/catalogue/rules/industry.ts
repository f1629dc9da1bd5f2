import { rules } from "../rule.ts";

/** INDUSTRY: people outside an organization, whom it keeps in a book of its own. */
export const INDUSTRY_RULES = /* @__PURE__ */ rules([
  {
    id: "INDUSTRY-01",
    title: "Industry members are never linked",
    source: [
      {
        sentence: "H33",
        text: "refers to members outside the organization, such as residents of village organizations and parents of students",
      },
      { sentence: "H27", text: "cannot be associated with the superior organization" },
    ],
    reading:
      "An organization reports the members of its industry book, with their nodes and guardians, " +
      "and which employees lead which nodes, with or without numbers. A member is no employee and " +
      "in no Roster, scope, book, headcount, picker, group, office, license or routing; a person " +
      "may be both and acts as one of them. Leaving the book ends at once what they may do. A " +
      "suspended employee may still act as member; in a suspended organization nobody acts.",
    strength: "stated",
    kind: "effect",
    raises: ["SOURCE_NOT_RESPONSIBLE", "ACTING_ORG_INVALID", "UNKNOWN_PERSON"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "INDUSTRY-02",
    title: "A switch for each app",
    source: [{ sentence: "H14", text: "可通过开关控制行业通讯录成员是否可以访问该应用" }],
    reading:
      "A distribution, and the builder's own app, has a switch, off by default. With it off an " +
      "industry member is refused; with it on the members of every organization that the list " +
      "covers as a whole may use the app as INDUSTRY-03 says. Only Trunk admins set it.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_TRUNK_ADMIN", "UNKNOWN_APP", "APP_NOT_PUBLISHED", "APP_NOT_AUTHORIZED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "INDUSTRY-03",
    title: "They fill in and start; without a license",
    source: [
      {
        sentence: "H31",
        text: "industry Address Book members visit applications to fill in data and initiate applications",
      },
      {
        sentence: "H27",
        text: "access to the superior organization application does not require authorization",
      },
    ],
    reading:
      "An industry member acts for its organization through the Trunk, or in its organization's " +
      "own app: submits one form or starts one flow at a time, withdraws what it started, and sees " +
      "its own rows, without a license. What it starts is anchored in that organization, and " +
      "begins there on the way to a liaison. It never holds, receives or passes on a task.",
    strength: "stated",
    kind: "guard",
    raises: ["MALFORMED", "ACTING_ORG_INVALID", "FEATURE_NOT_SUPPORTED_DOWNSTREAM"],
    ambiguities: ["AMB-66"],
    status: "active",
  },
  {
    id: "INDUSTRY-04",
    title: "On behalf of somebody: the owner of a row",
    source: [
      { sentence: "H43", text: "Submit the scenario on behalf of, set the data owner" },
      { sentence: "H44", text: "Parents view their children's form data" },
    ],
    reading:
      "A submission may name as owner an industry member of the acting organization; without it " +
      "the submitter owns the row. Own rows are those that one submitted or owns, and a guardian's " +
      "those of its wards too, as guardianship stands now. A permission for node rows shows staff " +
      "the rows whose owner is in a node of theirs, as nodes stand now.",
    strength: "stated",
    kind: "view",
    raises: ["PICK_TARGET_OUTSIDE_SCOPE"],
    ambiguities: [],
    status: "active",
  },
]);
