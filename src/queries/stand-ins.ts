/** Who stands in for whom, for a period. */
import { actingAloneRefusal } from "../apps/select/use.ts";
import type { Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { placedTies } from "../directory/select/bound.ts";
import type { StandInTie } from "../flows/model.ts";
import { saysStandIns } from "../flows/select/saying.ts";
import { isOver, periodsOf, type StandsIn } from "../flows/select/stand-ins.ts";
import { numbersOf } from "./flow-lists.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import type { Queries, Viewer } from "./model.ts";
import { isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

type Asked = Queries["stand-in.list"]["input"];
type Shown = Queries["stand-in.list"]["answer"]["items"][number];

/** FLOW-14: whoever asks about others says who stands in for them. */
const mayLook = guard("FLOW-14", (tx: Reading, { viewer, person }: Asked, policy: Policy) => {
  const isOwn = person === undefined || person === viewer.person;
  return isOwn || saysStandIns(tx, viewer, person, policy)
    ? null
    : refuse("NOT_AUTHORIZED_ADMIN", { organization: viewer.organization });
});

/** One period, with its place among all that are listed. */
type Placed = StandsIn & { readonly place: readonly [tie: number, period: number] };

/** The periods of one person, from one of them on. */
const placed = (tx: Reading, principal: Identity, tie: number, past: number): Placed[] =>
  periodsOf(tx, principal).flatMap((period, at) =>
    at > past ? [{ principal, period, place: [tie, at] as const }] : [],
  );

/** For whom somebody stands in, from a place on: one who stands in for many is looked at page by page. */
function* standingIn(
  tx: Reading,
  { organization, person }: Identity,
  [from, past]: Placed["place"],
): Generator<Placed> {
  const ties = placedTies<StandInTie>(tx, { organization, person }, "stand-ins");
  for (const [tie, [principal]] of ties) {
    if (tie < from) continue;
    const periods = placed(tx, { organization, person: principal }, tie, tie === from ? past : -1);
    yield* periods.filter(({ period }) => period.standIn.person === person);
  }
}

const shownAs = ({ principal, period }: StandsIn): Shown => {
  const { from, until, apps } = period;
  const shown = { person: principal.person, standIn: period.standIn.person, from, until };
  return apps === undefined ? shown : { ...shown, apps };
};

function placeAfter(ids: readonly string[] | null): Placed["place"] | null {
  const numbers = ids === null ? [-1, -1] : numbersOf(ids);
  if (numbers === null) return null;
  const [tie = -1, period = -1] = numbers;
  return [tie, period];
}

const identityAsked = ({ viewer, person }: Asked): Identity => ({
  organization: (viewer as Viewer).organization,
  person: person ?? viewer.person,
});

/** Who stands in for somebody, or for whom somebody stands in, a page at a time. */
export const standInsOf: QueryHandler<"stand-in.list"> = (tx, data, policy) => {
  const paging = pagingOf(
    data,
    2,
    () => actingAloneRefusal(tx, data.viewer) ?? mayLook(tx, data, policy),
  );
  if (isRefusal(paging)) return paging;
  if (paging.after?.kind === "place") return notACursor();
  const after = placeAfter(paging.after?.ids ?? null);
  if (after === null) return notACursor();
  const of = identityAsked(data);
  const all =
    data.side === "stand-in" ? standingIn(tx, of, after) : placed(tx, of, 0, after[1]).values();
  const found: Placed[] = [];
  for (const each of all) {
    if (data.at !== undefined && isOver(each.period, data.at)) continue;
    found.push(each);
    if (found.length > paging.limit) break;
  }
  const items = found.slice(0, paging.limit);
  const last = found.length > items.length ? items.at(-1) : undefined;
  const next = last === undefined ? null : ({ kind: "item", ids: last.place.map(String) } as const);
  return pageOf(items.map(shownAs), next);
};
