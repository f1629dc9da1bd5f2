/** What stands in a Space's card, and where, for a given width. */
import type { Identity } from "interorg";
import { localName, t } from "../locale.ts";
import type { Names } from "../names.ts";
import { type Changes, mark } from "../world/changes.ts";
import type { Space } from "../world/reading.ts";
import { type Card, FACE, type Face, Flow, GAP, HEAD, LABEL_H, PAD, type Part } from "./cards.ts";
import { fitted } from "./measure.ts";

const FACES_MAX = 24;
/** From this width on, names stand beside the faces. */
const BESIDE_MIN = 320;

/** One or two letters for a face: the family name in Chinese, initials elsewhere. */
export function initials(name: string): string {
  const han = /[\u3400-\u9fff]/u.exec(name);
  if (han !== null) return han[0];
  const words = name.split(/\s+/u).filter((word) => word.length > 0);
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? "")
    .join("");
}

interface Row {
  readonly label: string;
  readonly tone: "line" | "waiting";
  readonly faces: readonly (readonly [Identity, Face["state"]])[];
}

function rowsOf({ space, members, roster, waiting }: Space, changes: Changes, names: Names): Row[] {
  const gone = changes.goneFrom.get(space) ?? [];
  const order = members.map(({ organization }) => organization);
  const others = [...roster, ...gone].map(({ organization }) => organization as string);
  const organizations = [...new Set([...order, ...others])];
  const rows: Row[] = organizations.map((organization) => ({
    label: names.organization(organization),
    tone: "line",
    faces: [
      ...roster
        .filter((each) => each.organization === organization)
        .map((each) => [each, "present"] as const),
      ...gone
        .filter((each) => each.organization === organization)
        .map((each) => [each, "gone"] as const),
    ],
  }));
  const late = waiting.map((each) => [each, "waiting"] as const);
  const last: Row = {
    label: t("waitingN", { n: waiting.length }),
    tone: "waiting",
    faces: late,
  };
  return [...rows.filter(({ faces }) => faces.length > 0), ...(late.length > 0 ? [last] : [])];
}

/** A Space with who is on its Roster, by organization, and who waits. */
export function spaceCard(
  space: Space,
  changes: Changes,
  names: Names,
  room: { readonly used: number; readonly limit: number } | null,
  w: number,
): Card {
  const { record } = space;
  const faceName = ({ organization, person }: Identity): string =>
    names.person(organization, person);
  const used = room?.used ?? space.roster.length;
  const line = [
    room === null
      ? t("people", { n: used })
      : t("peopleOf", { used: room.used, limit: room.limit }),
    t("membersN", { n: space.members.filter(({ host }) => !host).length }),
  ].join(" · ");
  const parts: Part[] = [
    { kind: "label", tone: "line", text: fitted(line, "line", w - 2 * PAD), x: PAD, y: 39 },
  ];
  let y = HEAD + 4;
  if (room !== null && room.limit > 0) {
    parts.push({ kind: "meter", share: Math.min(1, used / room.limit), x: PAD, y, w: w - 2 * PAD });
    y += 14;
  }
  // Names stand beside the faces where there is room, above them where there is not.
  const beside = w >= BESIDE_MIN ? Math.floor((w - 2 * PAD) * 0.42) : 0;
  for (const { label, tone, faces } of rowsOf(space, changes, names)) {
    parts.push({
      kind: "label",
      tone: tone === "line" ? "department" : tone,
      text: fitted(label, "line", (beside === 0 ? w - 2 * PAD : beside) - 8),
      x: PAD,
      y: y + (beside === 0 ? 13 : FACE / 2 + 4),
    });
    y += beside === 0 ? LABEL_H : 0;
    const flow = new Flow(PAD + beside, w - PAD, y, FACE);
    for (const [identity, state] of faces.slice(0, FACES_MAX)) {
      parts.push({
        kind: "face",
        mark: mark.present(space.space, identity),
        identity,
        state,
        text: initials(faceName(identity)),
        ...flow.place(FACE),
      });
    }
    y = flow.end();
    if (faces.length > FACES_MAX) {
      const text = t("moreN", { n: faces.length - FACES_MAX });
      parts.push({ kind: "label", tone: "line", text, x: PAD + beside, y: y + 13 });
      y += LABEL_H;
    }
  }
  const name = localName(record.name);
  return {
    kind: "space",
    id: space.space,
    mark: mark.space(space.space),
    name,
    title: fitted(name, "name", w - 2 * PAD),
    parts,
    w,
    h: y + PAD - GAP,
  };
}
