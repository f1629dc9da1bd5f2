/** Codes of who takes part in a Space. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { FiguresNeeded } from "../../core/refusal-shapes.ts";
import { actingAdmin, actor, later, NEEDED, of, refusals, spaceAdmin, stop } from "./entry.ts";

export const ROSTER_REFUSALS = refusals({
  MEMBER_ROSTER_NOT_MANAGEABLE: {
    rule: "EXIT-05",
    after: "NOT_SPACE_ADMIN",
    data: of<{ space: SpaceId; organization: OrganizationId }>({
      space: "space-1",
      organization: "org-b",
    }),
    retry: stop(403, spaceAdmin, "Leave it to the Member's own admin."),
    en: {
      title: "A Member's people are its own to manage",
      text: "The people of Member {organization, id} in Space {space, id} are not yours to manage",
      help: "Ask that Member's own admin, or cancel the Association of the whole organization.",
    },
    zh: {
      title: "不能管理成员组织的人员",
      text: "您不能管理上下游组织{space, id}中成员组织{organization, id}的部门和人员",
      help: "请联系该成员组织的管理员，或取消整个成员组织的关联。",
    },
  },
  NOT_IN_SPACE: {
    rule: "ROSTER-12",
    after: "QUOTA_NOT_INCREASED",
    data: of<{ space: SpaceId }>({ space: "space-1" }),
    retry: later(403, actor, "Have the person added by their own organization."),
    en: {
      title: "Not on the Roster of the Space",
      text: "The person was not added to Space {space, id}",
      help: "An admin of the person's own organization can add them to its scope.",
    },
    zh: {
      title: "该人员不在上下游组织中",
      text: "该人员未被加入上下游组织{space, id}",
      help: "请由其所在组织的管理员将其加入上下游组织。",
    },
  },
  PERSON_CAP_EXCEEDED: {
    rule: "CAP-01",
    after: "SPACE_QUOTA_EXCEEDED",
    data: of<FiguresNeeded>({ limit: 3000, current: 2999, needed: 2 }),
    retry: later(409, actingAdmin, "Try again with fewer people, or once there is room."),
    en: {
      title: "The Space has no room for these people",
      text: `The Space has no room for these people${NEEDED.en}`,
      help: "Choose fewer people, take others out first, or ask platform support to expand the cap.",
    },
    zh: {
      title: "上下游组织人数超出上限",
      text: `该上下游组织已容纳不下所选人员${NEEDED.zh}`,
      help: "请减少所选人员、先移出其他人员，或联系平台支持人员扩容。",
    },
  },
  REMOVAL_UNCONFIRMED: {
    rule: "DIR-09",
    after: "LICENSE_POOL_EXHAUSTED",
    data: of<{ space?: SpaceId; trunk?: OrganizationId; people: number }>({
      space: "space-3",
      people: 120,
    }),
    retry: later(409, actingAdmin, "Try again with `removing`, once it is meant."),
    en: {
      title: "So many would leave that it has to be confirmed",
      text: "The command would take people off the Roster of {trunk, select, none {Space {space, id}} other {the Link to {trunk, id}}}: {people, count}",
      help: "Check whom it takes out; if that is meant, give their number as `removing`.",
    },
    zh: {
      title: "移出人数较多，需要确认",
      text: "该操作将使 {people, count} 人退出{trunk, select, none {上下游组织{space, id}} other {与主干组织{trunk, id}的关联}}",
      help: "请核对将被移出的人员；确认无误后，在 `removing` 中填写人数再提交。",
    },
  },
});
