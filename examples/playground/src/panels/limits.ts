/** Gauges: how full every Space and every organization's limits are. */
import type { Room } from "interorg";
import { h } from "../dom.ts";
import { localName, t } from "../locale.ts";
import type { Scenery, State } from "../store.ts";

interface Gauge {
  readonly name: string;
  readonly label: string;
  readonly used: number;
  readonly limit: number;
  /** In percent, where there is an alert before the end. */
  readonly alertAt?: number;
  readonly note?: string;
}

const W = 100;

function bar({ used, limit, alertAt }: Gauge): SVGElement {
  const share = limit <= 0 ? (used > 0 ? 1 : 0) : Math.min(1, used / limit);
  const ns = "http://www.w3.org/2000/svg";
  const root = document.createElementNS(ns, "svg");
  root.setAttribute("viewBox", `0 0 ${W} 8`);
  root.setAttribute("preserveAspectRatio", "none");
  root.setAttribute("aria-hidden", "true");
  const rect = (name: string, x: number, width: number): void => {
    const each = document.createElementNS(ns, "rect");
    each.setAttribute("class", name);
    each.setAttribute("x", String(x));
    each.setAttribute("width", String(width));
    each.setAttribute("height", "8");
    root.append(each);
  };
  rect("track", 0, W);
  if (share > 0) rect("fill", 0, Math.max(1.5, share * W));
  // Few places are shown one by one.
  if (limit > 1 && limit <= 16) {
    for (let i = 1; i < limit; i += 1) rect("notch", (i * W) / limit - 0.3, 0.6);
  }
  if (alertAt !== undefined) rect("mark", alertAt - 0.5, 1);
  return root;
}

function gauge(each: Gauge): HTMLElement {
  const { used, limit, alertAt, label, name, note } = each;
  const state =
    used >= limit ? "full" : alertAt !== undefined && used * 100 >= alertAt * limit ? "high" : "";
  const figures = t("gaugeOf", {
    used: used.toLocaleString("en"),
    limit: limit.toLocaleString("en"),
  });
  const told = [figures, state === "full" ? t("gaugeFull") : ""].filter(Boolean).join(" · ");
  const said = [told, note ?? ""].filter(Boolean);
  return h(
    "div",
    {
      class: `gauge ${state}`,
      role: "meter",
      "aria-label": `${name}: ${label}`,
      "aria-valuemin": 0,
      "aria-valuemax": Math.max(limit, used, 1),
      "aria-valuenow": used,
      "aria-valuetext": said.join(", "),
    },
    h("span", { class: "gauge-label" }, label),
    h("span", { class: "gauge-figures" }, told),
    bar(each),
    note !== undefined && note !== "" && h("span", { class: "gauge-note" }, note),
  );
}

const ofRoom = (name: string, label: string, { used, limit }: Room): Gauge => ({
  name,
  label,
  used,
  limit,
});

function block(name: string, gauges: readonly Gauge[], note: string): HTMLElement {
  return h(
    "div",
    { class: "limit" },
    h("h4", {}, name, note !== "" && h("span", { class: "muted small" }, ` ${note}`)),
    gauges.map(gauge),
  );
}

function spaceBlocks({ shown, rooms }: Scenery): HTMLElement[] {
  return shown.spaces.flatMap(({ space, record }) => {
    const room = rooms.spaces.get(space);
    if (room === undefined) return [];
    const name = localName(record.name);
    const gauges = [
      ofRoom(name, t("gaugePeople"), room.persons),
      ofRoom(name, t("gaugeMembers"), room.members),
    ];
    return [block(name, gauges, room.waiting > 0 ? t("waitingN", { n: room.waiting }) : "")];
  });
}

function organizationBlocks({ shown, rooms }: Scenery, alertAt: number): HTMLElement[] {
  return shown.organizations.flatMap(({ organization, record }) => {
    const room = rooms.organizations.get(organization);
    if (room === undefined) return [];
    const name = localName(record.name);
    const gauges: Gauge[] = [];
    if (room.licenses !== null) {
      const { used, purchased, high, waiting } = room.licenses;
      const notes = [
        high ? t("gaugeAlert", { percent: alertAt }) : "",
        waiting > 0 ? t("waitingN", { n: waiting }) : "",
      ];
      gauges.push({
        name,
        label: t("gaugeLicenses"),
        used,
        limit: purchased,
        alertAt,
        note: notes.filter(Boolean).join(" · "),
      });
    }
    gauges.push(ofRoom(name, t("gaugeJoined"), room.joined));
    if (room.hosted !== null) gauges.push(ofRoom(name, t("gaugeHosted"), room.hosted));
    return [block(name, gauges, room.hosted === null ? t("mayNotHost") : "")];
  });
}

/** Limits are shown to those whose they are; somebody else's eyes see none. */
export function limits({ session, lookAs }: State, scenery: Scenery): HTMLElement[] {
  if (lookAs !== null) return [];
  const spaces = spaceBlocks(scenery);
  const organizations = organizationBlocks(scenery, session.policy.alertThresholds[0] ?? 100);
  if (spaces.length + organizations.length === 0) return [];
  return [
    h("h2", {}, t("limits")),
    ...(spaces.length === 0 ? [] : [h("h3", {}, t("spacesHeading"))]),
    h("div", { class: "limits" }, spaces),
    ...(organizations.length === 0 ? [] : [h("h3", {}, t("organizationsHeading"))]),
    h("div", { class: "limits" }, organizations),
  ];
}
