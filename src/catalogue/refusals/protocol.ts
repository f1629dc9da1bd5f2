/** Codes of the protocol: what any input can be refused with. */
import type { Problem } from "../../core/refusal-shapes.ts";
import { actor, later, of, refusals, sender, stop } from "./entry.ts";

export const PROTOCOL_REFUSALS = refusals({
  MALFORMED: {
    rule: "PROTO-01",
    after: null,
    data: of<{ problems: readonly Problem[] }>({
      problems: [{ path: ["data", "scope", "people", 0], problem: "too-long" }],
    }),
    retry: stop(400, sender, "Correct the fields named and send under a new id."),
    en: {
      title: "The input is malformed",
      text: "The input is malformed: {problems, problems}",
      help: "Correct the fields named and send it under a new input id.",
    },
    zh: {
      title: "输入格式有误",
      text: "输入格式有误：{problems, problems}",
      help: "请修正所列字段，并使用新的输入编号重新提交。",
    },
  },
  INPUT_ID_REUSED: {
    rule: "PROTO-02",
    after: "MALFORMED",
    data: of<{ input: string }>({ input: "input-9" }),
    retry: stop(422, sender, "Find out why two inputs share an id; use a new one."),
    en: {
      title: "The input id was used for another input",
      text: "Input id {input, id} has been used for an input with other content",
      help: "Send a retry unchanged; give a different input an id of its own.",
    },
    zh: {
      title: "输入编号已用于其他输入",
      text: "输入编号{input, id}已用于另一份内容不同的输入",
      help: "重试时内容须保持不变；内容不同的输入请使用新的编号。",
    },
  },
  EXPECTATION_REQUIRED: {
    rule: "PROTO-06",
    after: "INPUT_ID_REUSED",
    data: of<Record<never, never>>({}),
    retry: stop(
      428,
      sender,
      "Preview it, and send it under a new id with the fingerprint as `expect`.",
    ),
    en: {
      title: "What was looked at has to come along",
      text: "The command does not say what it was decided on",
      help: "Preview it, look at what it would do, and send it with the fingerprint of that.",
    },
    zh: {
      title: "须注明操作所依据的预览结果",
      text: "该操作未注明所依据的预览结果",
      help: "请先预览并核对操作后果，再附上该预览结果的指纹提交。",
    },
  },
  STATE_CHANGED: {
    rule: "PROTO-06",
    after: "REMOVAL_UNCONFIRMED",
    data: of<Record<never, never>>({}),
    retry: later(412, actor, "Look again, and decide again."),
    en: {
      title: "Things have changed since you looked",
      text: "The command would not come to what was expected of it",
      help: "Preview it again; if that is meant, send it under a new id.",
    },
    zh: {
      title: "情况在预览之后已发生变化",
      text: "该操作的结果已与预期不符",
      help: "请重新预览；确认无误后，使用新的输入编号重新提交。",
    },
  },
  ID_TAKEN: {
    rule: "PROTO-04",
    after: "APP_DATA_INTEROP_UNAVAILABLE",
    data: of<{ kind: string; id: string }>({ kind: "space", id: "space-1" }),
    retry: stop(409, sender, "Choose another id for the new thing."),
    en: {
      title: "The id was used before",
      text: "The {kind, word} id {id, id} is in use or was used before",
      help: "Choose an id that has never been used.",
    },
    zh: {
      title: "编号已被使用",
      text: "{kind, select, space {上下游组织} invitation {邀请} application {加入申请} folder {目录} app {应用} row {数据} instance {流程实例} group {合作群} other {{kind, word}}}编号{id, id}正在使用或曾经使用过",
      help: "请使用从未用过的编号。",
    },
  },
});
