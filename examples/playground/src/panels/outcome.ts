/** What follows from an input: events with their causes, and who is told. */
import type { Event, Notice, WorldOutcome } from "interorg";
import { explainNotice } from "interorg/catalogue";
import { h } from "../dom.ts";
import { locale, t } from "../locale.ts";
import type { Names } from "../names.ts";
import { eventText } from "../telling.ts";
import { refusalBlock } from "./refusal.ts";

/** An event with everything that it brought about below it. */
function eventItem(event: Event, all: readonly Event[], names: Names): HTMLElement {
  const below = all.filter(({ cause }) => cause === event.seq);
  return h(
    "li",
    { "data-event": event.type },
    h(
      "div",
      { class: "event" },
      h("span", { class: "number" }, event.seq + 1),
      h(
        "span",
        {},
        h("span", {}, eventText(names, event)),
        " ",
        event.cause !== null && h("span", { class: "cause" }, t("because", { n: event.cause + 1 })),
        h("code", { class: "type" }, event.type),
      ),
    ),
    below.length > 0 &&
      h(
        "ol",
        { class: "events" },
        below.map((each) => eventItem(each, all, names)),
      ),
  );
}

function recipientText(recipient: Notice["to"][number], names: Names): string {
  switch (recipient.kind) {
    case "main-admins":
      return t("toMainAdmins", { name: names.organization(recipient.organization) });
    case "authorized-admins":
      return t("toAdmins", { name: names.organization(recipient.organization) });
    case "hierarchy-admins":
      return t("toHierarchyAdmins", { name: names.organization(recipient.organization) });
    case "covered-hierarchy-admins":
      return t("toCovered", { name: names.organization(recipient.trunk) });
    case "space-admins":
      return t("toSpaceAdmins", { name: names.space(recipient.space) });
    case "group-participants":
      return t("toGroup", { name: names.group(recipient.group) });
    case "platform":
      return t("toPlatform");
    case "person":
      return names.person(recipient.organization, recipient.person);
  }
}

function noticeItem(notice: Notice, names: Names): HTMLElement {
  const { text, help } = explainNotice(notice, locale());
  const to = notice.to.map((each) => recipientText(each, names)).join(", ");
  return h(
    "li",
    { class: "notice", "data-notice": notice.kind },
    h("p", {}, text),
    h("p", { class: "muted small" }, `${t("noticeTo")} ${to}`),
    help !== "" && h("p", { class: "muted small" }, help),
  );
}

export function outcomeBlock(outcome: WorldOutcome, names: Names): HTMLElement[] {
  if (outcome.kind === "refused") {
    return [h("p", { class: "verdict refused" }, t("refused")), refusalBlock(outcome.refusal)];
  }
  const { events, notices } = outcome;
  const roots = events.filter(({ cause }) => cause === null);
  return [
    h(
      "p",
      { class: `verdict ${events.length === 0 ? "quiet" : "accepted"}` },
      events.length === 0 ? t("quiet") : `${t("accepted")} · ${t("eventsN", { n: events.length })}`,
    ),
    ...(events.length === 0
      ? []
      : [
          h(
            "ol",
            { class: "events", "aria-label": t("events") },
            roots.map((event) => eventItem(event, events, names)),
          ),
        ]),
    ...(notices.length === 0
      ? []
      : [
          h("h3", {}, t("notices")),
          h(
            "ul",
            { class: "notices" },
            notices.map((notice) => noticeItem(notice, names)),
          ),
        ]),
  ];
}
