import { rules } from "../rule.ts";

/** ALERT: reminders. */
export const ALERT_RULES = /* @__PURE__ */ rules([
  {
    id: "ALERT-01",
    title: "Publication reminder",
    source: [{ sentence: "S51", text: "应用发布至下游时，会对管理员进行提醒" }],
    reading:
      "Publishing a Host app to a Space returns one APP_PUBLISHED notice to the authorized " +
      "admins of every Member that can see the app and to the Space admins, each person once. A " +
      "refused publication reminds nobody.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-31"],
    status: "active",
  },
  {
    id: "ALERT-02",
    title: "Eighty percent",
    source: [
      { sentence: "S52", text: "占用上游组织购买的宜搭Licence" },
      { sentence: "S53", text: "当消耗80%时，会向主管理员智能提醒，以免影响主组织内的使用" },
    ],
    reading:
      "With purchased above 0, an operation that takes used from below 80 percent of purchased " +
      "to at least 80 percent returns one LICENSE_USAGE_HIGH alert. The comparison is in " +
      "integers, used × 100 ≥ purchased × 80: 2399 of 3000 no, 2400 yes, 35 of 44 no.",
    strength: "stated",
    kind: "number",
    raises: [],
    numbers: ["alertThresholds"],
    options: ["alertBasis"],
    ambiguities: ["AMB-23"],
    status: "active",
  },
  {
    id: "ALERT-03",
    title: "Once per crossing",
    source: [
      { sentence: "S53", text: "当消耗80%时，会向主管理员智能提醒，以免影响主组织内的使用" },
    ],
    reading:
      "While used stays at or above 80 percent there is no second alert; falling below arms it " +
      "again. A crossing caused by a smaller purchase alerts as well. One operation gives at " +
      "most one alert, judged on the state before and after.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    numbers: ["alertThresholds"],
    options: ["alertBasis"],
    ambiguities: ["AMB-23"],
    status: "active",
  },
  {
    id: "ALERT-04",
    title: "Alerts go to the Host's main admins",
    source: [
      { sentence: "S53", text: "会向主管理员智能提醒" },
      { sentence: "S84", text: "任意主管理员" },
    ],
    reading:
      "The usage alert goes to all main admins of the Host, to no sub-admin and to no admin of a " +
      "Member.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ALERT-05",
    title: "Alerts block nothing",
    source: [{ sentence: "S53", text: "提醒" }],
    reading: "Reaching 80 percent forbids nothing; grants go on up to 100 percent.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    numbers: ["alertThresholds"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ALERT-06",
    title: "Several thresholds, with a dead band",
    source: [],
    reading:
      "Each subject has the same thresholds. An input that takes a subject from below a threshold that is " +
      "armed to it or above gives one notice, which names the highest crossed. A threshold is armed again " +
      "when the value has fallen below it by more than so many points. Subjects are the pool, a limited " +
      "unit or Branch, the persons and the Members of a Space, and the Spaces an organization has joined; " +
      "a lower limit crosses as well, and a limit of 0 never.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    numbers: ["alertThresholds", "alertRearmBelow"],
    options: ["alertSubjects"],
    ambiguities: ["AMB-92"],
    status: "active",
  },
]);
