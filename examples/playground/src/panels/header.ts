/** The head of the page: which World, which language, how it looks, and the script as a whole. */
import { h } from "../dom.ts";
import { inLocale, type Locale, locale, t } from "../locale.ts";
import type { State } from "../store.ts";
import { THEMES, type Theme } from "../theme.ts";
import { PLANS } from "../worlds/index.ts";

export interface HeaderActions {
  readonly openWorld: (id: string) => void;
  readonly speak: (locale: Locale) => void;
  readonly wear: (theme: Theme) => void;
  readonly share: () => void;
  readonly exportScript: () => void;
  readonly importScript: () => void;
  readonly policy: () => void;
}

const THEME_WORDS = { auto: "themeAuto", light: "themeLight", dark: "themeDark" } as const;

function worldChoice({ session }: State, { openWorld }: HeaderActions): HTMLElement {
  const own = session.world === null;
  return h(
    "label",
    { class: "field inline" },
    h("span", { class: "unseen" }, t("world")),
    h(
      "select",
      {
        id: "world",
        on: { change: (event) => openWorld((event.target as HTMLSelectElement).value) },
      },
      own && h("option", { value: "", selected: true, disabled: true }, t("ownWorld")),
      PLANS.map(({ id, title }) =>
        h("option", { value: id, selected: id === session.world }, inLocale(title)),
      ),
    ),
  );
}

function themeChoice(theme: Theme, { wear }: HeaderActions): HTMLElement {
  return h(
    "label",
    { class: "field inline" },
    h("span", { class: "unseen" }, t("theme")),
    h(
      "select",
      {
        id: "theme",
        on: { change: (event) => wear((event.target as HTMLSelectElement).value as Theme) },
      },
      THEMES.map((each) =>
        h("option", { value: each, selected: each === theme }, t(THEME_WORDS[each])),
      ),
    ),
  );
}

/** The other language, in its own words. */
function languageSwitch({ speak }: HeaderActions): HTMLElement {
  const other: Locale = locale() === "en" ? "zh" : "en";
  return h(
    "button",
    {
      id: "language",
      type: "button",
      class: "quiet",
      lang: other === "zh" ? "zh-CN" : "en",
      on: { click: () => speak(other) },
    },
    other === "zh" ? "中文" : "English",
  );
}

const button = (id: string, text: string, click: () => void): HTMLElement =>
  h("button", { id, type: "button", class: "quiet", on: { click } }, text);

export function header(state: State, theme: Theme, actions: HeaderActions): HTMLElement[] {
  return [
    h(
      "div",
      { class: "brand" },
      h("img", { src: "icon.svg", alt: "", width: 26, height: 26 }),
      h("h1", {}, t("title")),
    ),
    worldChoice(state, actions),
    h(
      "div",
      { class: "tools" },
      button("share", t("share"), actions.share),
      button("export", t("exportTitle"), actions.exportScript),
      button("import", t("import"), actions.importScript),
      button("policy", t("policy"), actions.policy),
    ),
    h("div", { class: "prefs" }, languageSwitch(actions), themeChoice(theme, actions)),
  ];
}
