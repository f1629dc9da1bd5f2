/** Dialogs: the script written out, a script brought in, the policy. */
import { definePolicy, type Policy } from "interorg";
import { jsonSchemas } from "interorg/schema";
import { h, replace } from "../dom.ts";
import { objectFields } from "../form/fields.ts";
import type { FormContext } from "../form/leaves.ts";
import { schemaFrom, withValue } from "../form/schema.ts";
import { problemName, t } from "../locale.ts";
import { testOf } from "../script.ts";
import { type Problems, readText, type Shared, scriptOf } from "../share.ts";
import { type State, sceneryOf } from "../store.ts";

export type Announce = (text: string) => void;

function head(dialog: HTMLDialogElement, title: string): HTMLElement {
  return h(
    "div",
    { class: "dialog-head" },
    h("h2", { id: "dialog-title" }, title),
    h(
      "button",
      { type: "button", class: "quiet", id: "dialog-close", on: { click: () => dialog.close() } },
      t("close"),
    ),
  );
}

function open(dialog: HTMLDialogElement): void {
  if (!dialog.open) dialog.showModal();
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** The script as JSON, to be imported again, or as a test. */
export function exportDialog(dialog: HTMLDialogElement, state: State, announce: Announce): void {
  const texts = {
    json: `${JSON.stringify(scriptOf(state), null, 2)}\n`,
    test: testOf(state.session, state.steps),
  };
  const files = { json: "script.json", test: "script.test.ts" };
  const show = (kind: keyof typeof texts): void => {
    const area = h("textarea", {
      id: "export-text",
      readonly: true,
      rows: 18,
      spellcheck: "false",
      "aria-label": t("exportTitle"),
    });
    area.value = texts[kind];
    const copy = async (): Promise<void> => {
      area.select();
      try {
        await navigator.clipboard.writeText(texts[kind]);
        announce(t("copied"));
      } catch {
        // The text stays selected, to be copied by hand.
      }
    };
    const kindButton = (each: keyof typeof texts, text: string): HTMLElement =>
      h(
        "button",
        {
          type: "button",
          id: `export-${each}`,
          class: "quiet",
          "aria-pressed": String(each === kind),
          on: { click: () => show(each) },
        },
        text,
      );
    replace(
      dialog,
      head(dialog, t("exportTitle")),
      h(
        "div",
        { class: "actions" },
        kindButton("json", t("exportJson")),
        kindButton("test", t("exportTest")),
      ),
      area,
      h(
        "div",
        { class: "submit" },
        h(
          "button",
          { type: "button", class: "primary", on: { click: () => void copy() } },
          t("copy"),
        ),
        h(
          "button",
          {
            type: "button",
            class: "quiet",
            on: { click: () => download(files[kind], texts[kind]) },
          },
          t("download"),
        ),
      ),
    );
  };
  show("json");
  open(dialog);
}

/** What is wrong with something from outside, with the places. */
export function problemList(problems: Problems): HTMLElement {
  return h(
    "ul",
    { class: "problems" },
    problems.map(({ path, problem }) =>
      h("li", {}, path.length > 0 && [h("code", {}, path.join(".")), " "], problemName(problem)),
    ),
  );
}

export function importDialog(
  dialog: HTMLDialogElement,
  openScript: (shared: Shared) => Problems,
): void {
  const wrong = h("div", { id: "import-problems", role: "alert" });
  const area = h("textarea", {
    id: "import-text",
    rows: 12,
    spellcheck: "false",
    "aria-describedby": "import-problems",
  });
  const take = (): void => {
    const read = readText(area.value);
    const problems = read.ok ? openScript(read.value) : read.problems;
    if (problems.length === 0) dialog.close();
    else replace(wrong, h("p", {}, t("problemTitle")), problemList(problems));
  };
  const file = h("input", {
    id: "import-file",
    type: "file",
    accept: ".json,application/json",
    on: {
      change: (event) => {
        const [chosen] = (event.target as HTMLInputElement).files ?? [];
        void chosen?.text().then((text) => {
          area.value = text;
        });
      },
    },
  });
  replace(
    dialog,
    head(dialog, t("importTitle")),
    h("p", { class: "muted" }, t("importHelp")),
    h("div", { class: "field" }, h("label", { for: "import-file" }, t("importFile")), file),
    h("div", { class: "field" }, h("label", { for: "import-text" }, t("importText")), area),
    wrong,
    h(
      "div",
      { class: "submit" },
      h(
        "button",
        { type: "button", id: "import-do", class: "primary", on: { click: take } },
        t("importDo"),
      ),
    ),
  );
  open(dialog);
}

/** Every number and reading of the policy; each change decides everything anew. */
export function policyDialog(
  dialog: HTMLDialogElement,
  state: () => State,
  change: (policy: Policy) => void,
): void {
  const schema = schemaFrom(jsonSchemas().policy);
  const required = { ...schema, required: Object.keys(schema.properties ?? {}) };
  const tried = new Map<string, string>();
  let values: unknown = state().session.policy;
  const show = (): void => {
    const { whole, names } = sceneryOf(state());
    const context: FormContext = {
      around: { picture: whole, names, type: "policy", organization: null, fresh: 1 },
      values: () => values,
      prefix: "policy",
      problemAt: (path) => tried.get(String(path[0])) ?? null,
      set: (path, value) => {
        values = withValue(values, path, value);
        const defined = definePolicy(values as Policy);
        tried.clear();
        if (defined.ok) change(defined.policy);
        else for (const each of defined.problems) tried.set(String(each.path[0]), each.problem);
        show();
      },
    };
    replace(
      dialog,
      head(dialog, t("policyEdit")),
      h("p", { class: "muted" }, t("policyHelp")),
      h("div", { class: "form two" }, objectFields(required, [], context)),
    );
  };
  show();
  open(dialog);
}
