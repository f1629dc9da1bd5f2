/** Codes of cooperation groups. */
import type { GroupId } from "../../core/ids.ts";
import { actor, later, of, refusals } from "./entry.ts";

export const GROUPS_REFUSALS = refusals({
  UNKNOWN_GROUP: {
    rule: "PROTO-03",
    after: "UNKNOWN_APPLICATION",
    data: of<{ group: GroupId }>({ group: "group-2" }),
    retry: later(404, actor, "Have a participant add the person."),
    en: {
      title: "No such group that you take part in",
      text: "There is no cooperation group {group, id} that you take part in",
      help: "Check the id, or ask a participant to add you.",
    },
    zh: {
      title: "没有您参与的合作群",
      text: "没有您参与的合作群{group, id}",
      help: "请核对编号，或请群内成员添加您。",
    },
  },
});
