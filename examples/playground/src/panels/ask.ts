/** A form for every question, answered as it is filled in. */
import { ask, type Query, type QueryType } from "interorg";
import { jsonSchemas, parseQuery } from "interorg/schema";
import { h, replace } from "../dom.ts";
import type { Surroundings } from "../form/choices.ts";
import { dataFields } from "../form/fields.ts";
import { type FormContext, showProblems } from "../form/leaves.ts";
import { prefilled, withOnlyChoices } from "../form/prefill.ts";
import {
  dataSchema,
  isObject,
  type Path,
  type Schema,
  schemaFrom,
  valueAt,
  withValue,
} from "../form/schema.ts";
import { fieldName, inLocale, problemName, t } from "../locale.ts";
import { worldAfter } from "../session.ts";
import { type Store, sceneryOf } from "../store.ts";
import { QUERY_WORDS } from "../words/queries.ts";
import { answerBlock } from "./answer.ts";
import { labelledSelect } from "./choosing.ts";
import { adminIn } from "./drafts.ts";
import { refusalBlock } from "./refusal.ts";

export interface AskPanel {
  readonly show: () => void;
}

let schemas: { readonly [type: string]: Schema } | null = null;

function schemaOf(type: string): Schema {
  schemas ??= Object.fromEntries(
    Object.entries(jsonSchemas().queries).map(([name, each]) => [name, schemaFrom(each)]),
  );
  return dataSchema(schemas[type] ?? {});
}

/** Questions in the order of the dictionary: those that show most come first. */
const TYPES = Object.keys(QUERY_WORDS) as readonly QueryType[];

export function askPanel(region: HTMLElement, store: Store): AskPanel {
  let type: QueryType = "space.contacts";
  let data: unknown = null;
  const touched = new Set<string>();

  const surroundings = (): Surroundings => {
    const { whole, names } = sceneryOf(store.state());
    const viewer = valueAt(data, ["viewer", "organization"]);
    const organization = typeof viewer === "string" && viewer !== "" ? viewer : null;
    return { picture: whole, names, type, organization, fresh: 1 };
  };

  const begin = (): void => {
    const { whole } = sceneryOf(store.state());
    const { lookAs } = store.state();
    const viewer = isObject(data) && isObject(data["viewer"]) ? data["viewer"] : null;
    const known = lookAs ?? viewer ?? adminIn(whole, whole.organizations[0]?.organization ?? "");
    const { properties = {} } = schemaOf(type);
    const draft = properties["viewer"] !== undefined && known ? { viewer: { ...known } } : {};
    data = { ...draft };
    data = prefilled(schemaOf(type), draft, surroundings());
    touched.clear();
  };

  const context = (): FormContext => {
    const parsed = parseQuery({ type, data });
    const problems = parsed.ok ? [] : parsed.problems;
    return {
      around: surroundings(),
      values: () => data,
      prefix: "ask",
      problemAt: (path) => {
        if (!touched.has(JSON.stringify(path))) return null;
        const full = JSON.stringify(["data", ...path]);
        return problems.find((each) => JSON.stringify(each.path) === full)?.problem ?? null;
      },
      set: (path: Path, value: unknown, structure: boolean) => {
        data = withValue(data, path, value);
        if (typeof value === "object" && value !== null)
          data = withOnlyChoices(data, surroundings());
        touched.add(JSON.stringify(path));
        if (structure) show();
        else {
          showProblems(region, context());
          const place = region.querySelector("#answer");
          if (place !== null) replace(place, answer());
        }
      },
    };
  };

  const answer = () => {
    const parsed = parseQuery({ type, data });
    if (!parsed.ok) {
      return h(
        "ul",
        { class: "problems" },
        parsed.problems.map(({ path, problem }) =>
          h("li", {}, `${fieldName(String(path.at(-1) ?? ""))} ${problemName(problem)}`),
        ),
      );
    }
    const { session, steps, at } = store.state();
    const result = ask(worldAfter(steps, at), parsed.value as Query, session.policy);
    if (result.kind === "answer") return answerBlock(result.value, sceneryOf(store.state()).names);
    if (result.kind === "incomplete") return null;
    return [h("p", { class: "verdict refused" }, t("refused")), refusalBlock(result.refusal)];
  };

  function show(): void {
    if (data === null) begin();
    replace(
      region,
      h("h2", {}, t("askTitle")),
      h(
        "div",
        { class: "form" },
        labelledSelect(
          "ask-type",
          t("askWhat"),
          TYPES.map((each) =>
            h("option", { value: each, selected: each === type }, inLocale(QUERY_WORDS[each])),
          ),
          (next) => {
            type = next as QueryType;
            begin();
            show();
          },
        ),
        dataFields(schemaOf(type), context()),
        h(
          "section",
          { class: "preview", "aria-labelledby": "answer-title" },
          h("h3", { id: "answer-title" }, t("answer")),
          h("div", { id: "answer" }, answer()),
        ),
      ),
    );
  }

  return { show };
}
