/** The tabs beside the picture, by the pattern that screen readers know. */
import { h } from "../dom.ts";
import { t } from "../locale.ts";
import type { Tab } from "../store.ts";

const TABS: readonly (readonly [Tab, "tabStep" | "tabSelected" | "tabDo" | "tabAsk"])[] = [
  ["step", "tabStep"],
  ["selected", "tabSelected"],
  ["do", "tabDo"],
  ["ask", "tabAsk"],
];

function onKey(event: KeyboardEvent, current: Tab, choose: (tab: Tab) => void): void {
  const index = TABS.findIndex(([tab]) => tab === current);
  const to: { readonly [key: string]: number } = {
    ArrowRight: (index + 1) % TABS.length,
    ArrowLeft: (index + TABS.length - 1) % TABS.length,
    Home: 0,
    End: TABS.length - 1,
  };
  const next = TABS[to[event.key] ?? -1];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  choose(next[0]);
  document.getElementById(`tab-${next[0]}`)?.focus();
}

export function tabList(current: Tab, choose: (tab: Tab) => void): HTMLElement {
  return h(
    "div",
    {
      class: "tabs",
      role: "tablist",
      "aria-label": t("details"),
      on: { keydown: (event) => onKey(event, current, choose) },
    },
    TABS.map(([tab, word]) =>
      h(
        "button",
        {
          id: `tab-${tab}`,
          type: "button",
          role: "tab",
          "aria-selected": String(tab === current),
          "aria-controls": `panel-${tab}`,
          tabindex: tab === current ? 0 : -1,
          on: { click: () => choose(tab) },
        },
        t(word),
      ),
    ),
  );
}
