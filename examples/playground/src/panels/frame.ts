/** What stands around the picture: what the World is about, whose eyes look, what marks mean. */
import type { Identity } from "interorg";
import { type Child, h, svg } from "../dom.ts";
import { fieldName, inLocale, t, valueName } from "../locale.ts";
import { policyChanges } from "../session.ts";
import type { Scenery, State, Trouble } from "../store.ts";
import { PLANS, planOf } from "../worlds/index.ts";
import { identityFrom, identityOptions, identityText } from "./choosing.ts";
import { problemList } from "./dialogs.ts";

function policyNote({ session }: State): HTMLElement | false {
  const changes = Object.entries(policyChanges(session.policy));
  if (changes.length === 0) return false;
  const told = changes.map(([name, value]) => {
    const text = typeof value === "object" ? JSON.stringify(value) : valueName(String(value));
    return `${fieldName(name)}: ${text}`;
  });
  return h("p", { class: "muted small" }, `${t("policyChanged")} ${told.join(" · ")}`);
}

/** The World's name and what to look at, and the choice of whose eyes look. */
export function intro(
  state: State,
  { whole, shown, names }: Scenery,
  lookAs: (identity: Identity | null) => void,
): HTMLElement[] {
  const plan = planOf(state.session.world);
  const viewer = state.lookAs;
  const selected = viewer === null ? null : identityText(viewer);
  return [
    h(
      "div",
      { class: "intro" },
      h(
        "div",
        {},
        h("h2", {}, plan === undefined ? t("ownWorld") : inLocale(plan.title)),
        plan !== undefined && h("p", { class: "muted" }, inLocale(plan.about)),
        policyNote(state),
      ),
      h(
        "div",
        { class: "field look" },
        h("label", { for: "look-as" }, t("lookAs")),
        h(
          "select",
          {
            id: "look-as",
            on: {
              change: (event) => lookAs(identityFrom((event.target as HTMLSelectElement).value)),
            },
          },
          h("option", { value: "", selected: viewer === null }, t("everybody")),
          identityOptions(whole, names, selected),
        ),
      ),
    ),
    ...(viewer === null ? [] : [sight(viewer, shown, names)]),
  ];
}

function sight(viewer: Identity, shown: Scenery["shown"], names: Scenery["names"]): HTMLElement {
  const { organization, person } = viewer;
  const name = `${names.person(organization, person)} (${names.organization(organization)})`;
  const others = shown.organizations.filter((each) => each.organization !== organization);
  const text =
    shown.spaces.length === 0
      ? t("seesNothing", { name })
      : t("sees", {
          name,
          spaces: shown.spaces.length,
          organizations: others.length,
          people: others.flatMap(({ people }) => people).length,
        });
  return h("p", { class: "sight" }, text);
}

const sample = (name: string, ...children: readonly Child[]): SVGElement =>
  svg("svg", { class: `sample ${name}`, viewBox: "0 0 28 18", "aria-hidden": "true" }, children);

const dot = (name: string): SVGElement =>
  sample(
    "",
    svg("g", { class: `pill ${name}` }, svg("circle", { class: "dot", cx: 14, cy: 9, r: 4.5 })),
  );

/** What the marks of the picture mean. */
export function legend(): HTMLElement {
  const entries: readonly (readonly [SVGElement, string])[] = [
    [dot("present"), t("legendRoster")],
    [dot("waiting"), t("legendWaiting")],
    [dot("outside"), t("legendOutside")],
    [
      sample(
        "",
        svg("polygon", {
          class: "star",
          points:
            "14,3 15.6,7.2 20,7.4 16.5,10.2 17.7,14.5 14,12 10.3,14.5 11.5,10.2 8,7.4 12.4,7.2",
        }),
      ),
      t("legendAdmin"),
    ],
    [
      sample(
        "",
        svg("path", { class: "key", d: "M7 9a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M13 9h8M17 9v3M21 9v3" }),
      ),
      t("legendLicense"),
    ],
    [
      sample(
        "",
        svg("circle", { class: "badge", cx: 14, cy: 9, r: 8 }),
        svg("text", { class: "badge-text", x: 14, y: 12.5, "text-anchor": "middle" }, "2"),
      ),
      t("legendTasks"),
    ],
    [
      sample(
        "",
        svg(
          "g",
          { class: "pill present fresh" },
          svg("rect", { class: "body", x: 2, y: 2, width: 24, height: 14, rx: 7 }),
        ),
      ),
      t("legendChanged"),
    ],
    [
      sample(
        "",
        svg(
          "g",
          { class: "pill gone" },
          svg("rect", { class: "body", x: 2, y: 2, width: 24, height: 14, rx: 7 }),
          svg("line", { class: "strike", x1: 5, x2: 23, y1: 9, y2: 9 }),
        ),
      ),
      t("legendGone"),
    ],
    [
      sample("", svg("g", { class: "link pending" }, svg("path", { d: "M1 9h26" }))),
      t("legendPending"),
    ],
  ];
  return h(
    "ul",
    { class: "legend", "aria-label": t("legend") },
    entries.map(([icon, text]) => h("li", {}, icon, text)),
  );
}

/** What could not be opened, and why; the page goes on with a World of its own. */
export function troubleBlock(trouble: Trouble | null, dismiss: () => void): HTMLElement[] {
  if (trouble === null) return [];
  return [
    h(
      "div",
      { class: "trouble" },
      h("strong", {}, t("problemTitle")),
      h("p", {}, t("problemFragment", { world: inLocale(PLANS[0].title) })),
      problemList(trouble.problems),
      h(
        "button",
        { id: "dismiss", type: "button", class: "quiet", on: { click: dismiss } },
        t("dismiss"),
      ),
    ),
  ];
}
