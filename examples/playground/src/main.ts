/** The page: one state, drawn region by region. */
import type { Input } from "interorg";
import { explain } from "interorg/catalogue";
import { byId, h, replace } from "./dom.ts";
import { inLocale, type Locale, locale, preferredLocale, setLocale, t } from "./locale.ts";
import { remember, remembered } from "./memory.ts";
import { type AskPanel, askPanel } from "./panels/ask.ts";
import { details } from "./panels/details.ts";
import { exportDialog, importDialog, policyDialog } from "./panels/dialogs.ts";
import { type DoPanel, doPanel } from "./panels/do.ts";
import { intro, legend, troubleBlock } from "./panels/frame.ts";
import { happened } from "./panels/happened.ts";
import { header } from "./panels/header.ts";
import { limits } from "./panels/limits.ts";
import { tabList } from "./panels/tabs.ts";
import { revealStep, stepList, transport } from "./panels/timeline.ts";
import { layoutOf } from "./picture/layout.ts";
import { pictureView } from "./picture/view.ts";
import { decideAll, type Session, withInput, withoutInput } from "./session.ts";
import { fragmentOf, openingOf, type Problems, readFragment, type Shared } from "./share.ts";
import { createStore, newState, type State, sceneryOf, type Tab } from "./store.ts";
import { setTheme, type Theme, themeOf } from "./theme.ts";
import { INPUT_WORDS } from "./words/inputs.ts";
import { PLANS, planOf } from "./worlds/index.ts";
import { sessionOf } from "./worlds/scene.ts";

const [firstPlan] = PLANS;
const store = createStore(newState(sessionOf(firstPlan), openingOf(firstPlan.id)));
let theme: Theme = themeOf(remembered("theme"));

const dialog = byId("dialog") as HTMLDialogElement;
const canvas = byId("canvas");
const side = byId("side");

/** Says something to screen readers, and for a while on the page. */
function announce(text: string): void {
  const live = byId("live");
  live.textContent = "";
  // A change in the next frame is told even if the text is the same.
  requestAnimationFrame(() => {
    live.textContent = text;
  });
}

/** Opens a session at a step; gives what is wrong if it cannot be decided on. */
function openShared({ session, at }: Shared): Problems {
  try {
    store.update(newState(session, at));
    return [];
  } catch {
    return [{ path: ["inputs"], problem: "cannot-follow" }];
  }
}

function openWorld(id: string): void {
  const plan = planOf(id);
  if (plan !== undefined) openShared({ session: sessionOf(plan), at: openingOf(id) });
}

function goTo(at: number): void {
  const { steps } = store.state();
  store.update({ at: Math.min(Math.max(at, 0), steps.length), tab: tabFor() });
}

/** While somebody steps, what happened is of interest; a form being filled in stays. */
const tabFor = (): Tab => {
  const { tab } = store.state();
  return tab === "selected" || tab === "ask" ? tab : "step";
};

/** Another script, decided on anew from its start. */
function change(session: Session, at: number): void {
  store.update({ session, steps: decideAll(session), at });
}

function submit(input: Input): void {
  const { session, at } = store.state();
  change({ ...withInput(session, input, at), world: null }, at + 1);
  store.update({ tab: "step" });
  const step = store.state().steps[at];
  const what = inLocale(INPUT_WORDS[input.type]);
  if (step?.outcome.kind === "refused") {
    const why = explain(step.outcome.refusal, locale()).text;
    announce(t("doneRefused", { what, why }));
  } else announce(t("doneAccepted", { what, n: step?.outcome.events.length ?? 0 }));
  byId("tab-step").focus();
}

function removeStep(index: number): void {
  const { session } = store.state();
  change({ ...withoutInput(session, index), world: null }, index);
  announce(t("removedStep"));
}

async function share(): Promise<void> {
  const { session, at } = store.state();
  history.replaceState(null, "", await fragmentOf({ session, at }));
  try {
    await navigator.clipboard.writeText(location.href);
    announce(t("shared"));
    flash(t("shared"));
  } catch {
    announce(t("shareReady"));
    flash(t("shareReady"));
  }
}

/** A word on the button itself, for those who see it. */
function flash(text: string): void {
  const button = byId("share");
  button.textContent = text;
  setTimeout(() => {
    byId("share").textContent = t("share");
  }, 2_500);
}

const picture = pictureView(canvas, (mark) => {
  store.update({ selected: mark, tab: "selected" });
});

let doing: DoPanel | null = null;
let asking: AskPanel | null = null;

function showHeader(): void {
  replace(
    byId("top"),
    header(store.state(), theme, {
      openWorld,
      speak,
      wear: (next) => {
        theme = next;
        remember("theme", next);
        setTheme(next);
      },
      share: () => void share(),
      exportScript: () => exportDialog(dialog, store.state(), announce),
      importScript: () => importDialog(dialog, openShared),
      policy: () =>
        policyDialog(dialog, store.state, (policy) => {
          const { session, at } = store.state();
          change({ ...session, policy, world: null }, at);
        }),
    }),
  );
}

function speak(next: Locale): void {
  remember("language", next);
  setLocale(next);
  document.title = t("title");
  showAll(false);
}

let shownWidth = 0;

function showPicture(moving: boolean): void {
  const state = store.state();
  const { shown, changes, names, rooms } = sceneryOf(state);
  shownWidth = canvas.clientWidth;
  if (shown.organizations.length === 0) {
    replace(canvas, h("p", { class: "empty" }, t("emptyPicture")));
    return;
  }
  const roomOf = (space: string) =>
    state.lookAs === null ? (rooms.spaces.get(space)?.persons ?? null) : null;
  const layout = layoutOf(shown, changes, names, roomOf, shownWidth);
  picture.show({ layout, changes, names, selected: state.selected }, t("picture"), moving);
}

function showStage(moving: boolean): void {
  const state = store.state();
  const scenery = sceneryOf(state);
  replace(
    byId("intro"),
    intro(state, scenery, (identity) => store.update({ lookAs: identity })),
  );
  replace(byId("transport"), transport(state, scenery, goTo));
  showPicture(moving);
  replace(byId("legend"), legend());
  replace(byId("limits"), limits(state, scenery));
  const steps = byId("steps");
  replace(steps, stepList(state, scenery, goTo));
  revealStep(steps, state.at);
}

function panelContent(tab: Tab, region: HTMLElement): void {
  const state = store.state();
  const scenery = sceneryOf(state);
  if (tab === "step") replace(region, happened(state, scenery, removeStep));
  if (tab === "selected") {
    replace(
      region,
      details(state, scenery, {
        select: (mark) => store.update({ selected: mark }),
        lookAs: (identity) => store.update({ lookAs: identity }),
        begin: (draft) => store.update({ draft, tab: "do" }),
      }),
    );
  }
  if (tab === "do") doing?.show();
  if (tab === "ask") asking?.show();
}

const TABS: readonly Tab[] = ["step", "selected", "do", "ask"];

/** Makes the tabs and their panels; the panels stay, so that a form begun is not lost. */
function makeSide(): void {
  const panels = TABS.map((tab) =>
    h("div", {
      id: `panel-${tab}`,
      class: "panel",
      role: "tabpanel",
      "aria-labelledby": `tab-${tab}`,
      hidden: true,
    }),
  );
  side.replaceChildren(h("div", { id: "tabs" }), ...panels);
  doing = doPanel(byId("panel-do"), store, submit);
  asking = askPanel(byId("panel-ask"), store);
}

function showSide(): void {
  const { tab } = store.state();
  side.setAttribute("aria-label", t("details"));
  replace(
    byId("tabs"),
    tabList(tab, (next) => store.update({ tab: next })),
  );
  for (const each of TABS) {
    const panel = byId(`panel-${each}`);
    panel.hidden = each !== tab;
    if (each === tab) panelContent(each, panel);
  }
}

function showTrouble(): void {
  replace(
    byId("trouble"),
    troubleBlock(store.state().trouble, () => store.update({ trouble: null })),
  );
}

function showAll(moving: boolean): void {
  byId("skip").textContent = t("skip");
  byId("steps").setAttribute("aria-label", t("timeline"));
  byId("stage").setAttribute("aria-label", t("picture"));
  byId("limits").setAttribute("aria-label", t("limits"));
  showHeader();
  showTrouble();
  showStage(moving);
  showSide();
}

function onChange(state: State, before: State): void {
  if (state.draft !== null) {
    doing?.begin(state.draft);
    store.update({ draft: null });
    byId("do-type").focus();
    return;
  }
  const hasMoved =
    state.at !== before.at || state.steps !== before.steps || state.lookAs !== before.lookAs;
  if (state.session !== before.session) showHeader();
  if (state.trouble !== before.trouble) showTrouble();
  if (hasMoved) showStage(true);
  else if (state.selected !== before.selected) showPicture(false);
  showSide();
}

const EDITABLE = "input:not([type=range]), select, textarea, [role=tab], .node";

/** Arrows step through the script wherever they have no other meaning. */
function onKey(event: KeyboardEvent): void {
  const target = event.target as Element;
  if (dialog.open || event.altKey || event.ctrlKey || event.metaKey) return;
  if (target.matches?.(EDITABLE) || target.matches?.("input[type=range]")) return;
  const { at, steps } = store.state();
  const to: { readonly [key: string]: number } = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
  };
  const next = to[event.key];
  if (next === undefined || next < 0 || next > steps.length) return;
  event.preventDefault();
  goTo(next);
}

async function openFragment(): Promise<void> {
  const read = await readFragment(location.hash);
  if (read === null) return;
  const problems = read.ok ? openShared(read.value) : read.problems;
  if (problems.length > 0) store.update({ trouble: { problems } });
}

setTheme(theme);
setLocale(preferredLocale(remembered("language")));
document.title = t("title");
makeSide();
store.listen(onChange);
document.addEventListener("keydown", onKey);
addEventListener("hashchange", () => void openFragment());
new ResizeObserver(() => {
  if (canvas.clientWidth !== shownWidth) showPicture(false);
}).observe(canvas);
showAll(false);
void openFragment();
