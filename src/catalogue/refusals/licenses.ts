/** Codes of licenses. */
import type { AppId, OrganizationId } from "../../core/ids.ts";
import type { Figures, FiguresNeeded, PersonNamed, UnitNamed } from "../../core/refusal-shapes.ts";
import { actor, FIGURES, later, NEEDED, of, refusals, spaceAdmin } from "./entry.ts";

export const LICENSES_REFUSALS = refusals({
  LICENSE_HOST_ONLY: {
    rule: "LIC-01",
    after: "APP_GOVERNANCE_HOST_ONLY",
    data: of<{ allowed: "host" }>({ allowed: "host" }),
    retry: later(403, actor, "Hand it to an authorized admin of the Host."),
    en: {
      title: "Only the Host distributes licenses",
      text: "Licenses are bought and distributed by the Host only",
      help: "Ask an authorized admin of the Host.",
    },
    zh: {
      title: "licence仅由主组织分配",
      text: "licence统一由主组织购买与分配",
      help: "请联系主组织的主管理员或有上下游组织权限点的子管理员。",
    },
  },
  /** `until` to the Host alone. */
  LICENSE_TERM_ENDED: {
    rule: "LIC-20",
    before: "BATCH_INVITE_NOT_ENABLED",
    data: of<{ until?: number }>({ until: 1_767_225_600_000 }),
    retry: later(409, spaceAdmin, "Try again once the purchase is renewed."),
    en: {
      title: "The term of the licenses has ended",
      text: "The term for which the Host has bought licenses has ended",
      help: "The Host can renew the purchase; nothing has been lost, and everything is as before then.",
    },
    zh: {
      title: "licence已到期",
      text: "主组织购买的licence已到期",
      help: "请由主组织续费；已有授权和数据均予保留，续费后立即恢复。",
    },
  },
  /** `organization` is `null` where the whole Space is the unit; the Host's own is always linked. */
  UNIT_NOT_LINKED: {
    rule: "LIC-03",
    after: "APP_ALREADY_PUBLISHED",
    data: of<UnitNamed>({ space: "space-1", organization: "org-b" }),
    retry: later(409, spaceAdmin, "Link the unit first."),
    en: {
      title: "The unit is not linked",
      text: "{organization, select, none {Space {space, id}} other {Member {organization, id} of Space {space, id}}} is not linked to the license pool",
      help: "Link it first: Downstream, licenses are granted in linked units only.",
    },
    zh: {
      title: "未纳入licence合计",
      text: "{organization, select, none {上下游组织{space, id}} other {上下游组织{space, id}的成员组织{organization, id}}}没有纳入licence合计",
      help: "请先将其纳入合计；只有已纳入的下游组织的人员可以被授权。",
    },
  },
  UNIT_ALREADY_LINKED: {
    rule: "LIC-03",
    after: "UNIT_NOT_LINKED",
    data: of<UnitNamed>({ space: "space-1", organization: "org-b" }),
    retry: later(409, spaceAdmin, "Nothing to do while it is linked."),
    en: {
      title: "The unit is linked already",
      text: "{organization, select, none {Space {space, id}} other {Member {organization, id} of Space {space, id}}} is linked to the license pool already",
      help: "Nothing needs to be done.",
    },
    zh: {
      title: "已纳入licence合计",
      text: "{organization, select, none {上下游组织{space, id}} other {上下游组织{space, id}的成员组织{organization, id}}}已纳入licence合计",
      help: "无需再次纳入。",
    },
  },
  UNIT_OVERLAP: {
    rule: "LIC-03",
    after: "UNIT_ALREADY_LINKED",
    data: of<UnitNamed>({ space: "space-1", organization: "org-b" }),
    retry: later(409, spaceAdmin, "Unlink the unit that it overlaps with first."),
    en: {
      title: "The unit overlaps with a linked one",
      text: "{organization, select, none {Space {space, id}} other {Member {organization, id} of Space {space, id}}} overlaps with a unit that is linked",
      help: "Unlink that one first: a Space and one of its Members are never linked together.",
    },
    zh: {
      title: "与已纳入licence合计的一方重叠",
      text: "{organization, select, none {上下游组织{space, id}} other {上下游组织{space, id}的成员组织{organization, id}}}与已纳入licence合计的下游组织重叠",
      help: "请先移出已纳入的一方：上下游组织和其中的成员组织不能同时纳入。",
    },
  },
  LICENSE_NOT_GRANTED: {
    rule: "LIC-18",
    after: "STAND_IN_OVERLAPS",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: later(409, spaceAdmin, "Reload the unit's accounts."),
    en: {
      title: "No license is held in the unit",
      text: "{person, id} of organization {organization, id} holds no license in this unit",
      help: "Leave them out, or look at the unit's accounts again.",
    },
    zh: {
      title: "该人员在此没有licence",
      text: "组织{organization, id}的人员{person, id}在此没有licence",
      help: "请去掉该人员，或重新查看已被授权的人员。",
    },
  },
  LICENSE_ALREADY_GRANTED: {
    rule: "LIC-18",
    after: "LICENSE_NOT_GRANTED",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: later(409, spaceAdmin, "Nothing to do while it is held."),
    en: {
      title: "A license is held in the unit already",
      text: "{person, id} of organization {organization, id} holds a license in this unit already",
      help: "Nothing needs to be done.",
    },
    zh: {
      title: "该人员在此已有licence",
      text: "组织{organization, id}的人员{person, id}在此已有licence",
      help: "无需再次授权。",
    },
  },
  LICENSE_REQUIRED: {
    rule: "LIC-08",
    after: "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
    data: of<{ app: AppId }>({ app: "app-8" }),
    retry: later(403, actor, "Try again once the Host has granted a license."),
    en: {
      title: "The app requires a license",
      text: "Using app {app, id} requires a license",
      help: "An admin of the Host can grant one for the organization that you act for.",
    },
    zh: {
      title: "使用应用需要licence",
      text: "使用应用{app, id}需要licence",
      help: "请由主组织的管理员为您当前代表的组织身份授权。",
    },
  },
  LICENSE_TARGET_NOT_ELIGIBLE: {
    rule: "LIC-07",
    after: "SUCCESSOR_NOT_ELIGIBLE",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: later(409, spaceAdmin, "Choose among those whom the unit takes."),
    en: {
      title: "The person cannot hold a license here",
      text: "{person, id} of organization {organization, id} cannot hold a license in this unit",
      help: "Choose employees of the Host for its own unit, people of Members on the Roster for others.",
    },
    zh: {
      title: "该人员不能在此被授权",
      text: "组织{organization, id}的人员{person, id}不能在此被授权",
      help: "主组织可以授权本组织的在职人员；下游组织可以授权已加入上下游组织的成员组织人员。",
    },
  },
  LICENSE_LINK_LIMIT_EXCEEDED: {
    rule: "LIC-03",
    after: "PERSON_CAP_EXCEEDED",
    data: of<Figures>({ limit: 3, current: 3 }),
    retry: later(409, spaceAdmin, "Try again once a unit has been unlinked."),
    en: {
      title: "Too many units are linked",
      text: `The Host cannot link another unit${FIGURES.en}`,
      help: "Unlink a unit first.",
    },
    zh: {
      title: "已纳入的下游组织达到上限",
      text: `主组织不能再纳入下游组织合计licence${FIGURES.zh}`,
      help: "请先移出一个已纳入的下游组织。",
    },
  },
  /** `branch` is `null` where the whole unit is limited (LIC-19). */
  SEAT_CAP_EXCEEDED: {
    rule: "SEAT-04",
    before: "LICENSE_POOL_EXHAUSTED",
    data: of<{ branch: OrganizationId | null; limit: number; current: number }>({
      branch: "org-b",
      limit: 50,
      current: 50,
    }),
    retry: later(409, spaceAdmin, "Raise the limit, or wait until somebody gives a license back."),
    en: {
      title: "As many licenses are held as the limit allows",
      text: "{branch, select, none {The unit may hold {limit, count} licenses, and holds {current, count}} other {Branch {branch, id} and those below it may hold {limit, count} licenses, and hold {current, count}}}",
      help: "Raise the limit, or take licenses back from its people.",
    },
    zh: {
      title: "授权数已达上限",
      text: "{branch, select, none {该下游组织最多可占用 {limit, count} 个licence，已占用 {current, count} 个} other {分支组织{branch, id}及其下级最多可占用 {limit, count} 个授权，已占用 {current, count} 个}}",
      help: "请提高该上限，或收回部分人员的授权。",
    },
  },
  LICENSE_POOL_EXHAUSTED: {
    rule: "LIC-04",
    after: "LICENSE_LINK_LIMIT_EXCEEDED",
    data: of<FiguresNeeded>({ limit: 3000, current: 2999, needed: 2 }),
    retry: later(409, spaceAdmin, "Try again with fewer people, or once licenses are free."),
    en: {
      title: "Not enough licenses are left",
      text: `The Host has not enough licenses left${NEEDED.en}`,
      help: "Choose fewer people, take licenses back, or buy more.",
    },
    zh: {
      title: "licence剩余名额不足",
      text: `主组织的licence剩余名额不足${NEEDED.zh}`,
      help: "请减少所选人员、收回部分licence，或增加购买。",
    },
  },
});
