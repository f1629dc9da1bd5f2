/** Several sources of one directory: each vouches for what it brought, and takes back no more than that. */
import type { DepartmentId, OrganizationId, PersonId, SourceId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import type { Refusal } from "../core/refusal.ts";
import { effect } from "../core/rule.ts";
import { asSaid, emit, guessesAt, must, read, timeOf } from "../core/transaction.ts";
import { saidUnder } from "./departments.ts";
import { type Deciding, ofLiving } from "./facts.ts";
import {
  type ChangeType,
  type DirectoryFact,
  type EmploymentRecord,
  type ListRecord,
  PLACEMENTS_MAX,
} from "./model.ts";
import { sameSet } from "./placements.ts";
import type { Reading } from "./select/organizations.ts";
import {
  broughtBesides,
  broughtByNobody,
  broughtOf,
  isTooMany,
  looksAtNumber,
  mayDescribe,
  mayReport,
  voucherOf,
  vouchesNow,
  vouching,
  whyOlder,
} from "./select/sources.ts";

interface About {
  readonly organization: OrganizationId;
  readonly person: PersonId;
}

type Fact = Extract<DirectoryFact, { readonly type: ChangeType | "directory.reconciled" }>;
type PersonFact = Extract<DirectoryFact, { readonly data: { readonly person: PersonId } }>;

/** Which source says a fact, or is what a list is full for. */
function sourceOf({ data }: Fact): SourceId | undefined {
  if (!("extent" in data)) return "source" in data ? data.source : undefined;
  const { extent } = data;
  return extent !== undefined && "source" in extent ? extent.source : undefined;
}

type Handler = (tx: Deciding, fact: never, policy: Policy) => Refusal | null;

/** A handler of a fact that may name a source. */
type OfSource<Handle extends Handler> = (
  tx: Deciding,
  fact: Parameters<Handle>[1],
  policy: Policy,
) => ReturnType<Handle>;

/** DIR-06: what comes from one source too many is passed over without a look; all else is handled. */
// @__NO_SIDE_EFFECTS__
export function ofSource<Handle extends Handler>(handle: Handle): OfSource<Handle> {
  const admitted: Handler = (tx, fact: Fact, policy) => {
    const { organization } = fact.data;
    if (!isTooMany(tx, organization, sourceOf(fact), policy)) {
      return handle(tx, fact as never, policy);
    }
    return ofLiving<never>(tx, fact, () => {
      passOver(tx, "not-possible", fact.data);
      return null;
    });
  };
  return admitted as OfSource<Handle>;
}

/** The same of several, by the types of the facts. */
// @__NO_SIDE_EFFECTS__
export function ofSources<Handlers extends { readonly [type: string]: Handler }>(
  handlers: Handlers,
): { readonly [Type in keyof Handlers]: OfSource<Handlers[Type]> } {
  const all = Object.entries(handlers).map(([type, handle]) => [type, ofSource(handle)]);
  return Object.fromEntries(all);
}

/** What a source may say of whom it vouches for, whoever else does: that they are there, and where. */
const OF_ITS_OWN: ReadonlySet<string> = new Set([
  "person.resigned",
  "person.reinstated",
  "person.relocated",
  "person.department-entered",
  "person.department-left",
]);

/** Why a source has no say in a fact about somebody, or `null`. A hint: of somebody not loaded it has. */
export function whyNoSay(tx: Reading, { type, data }: PersonFact): PassedOverReason | null {
  if (!("source" in data)) return null;
  const { organization, person, source } = data;
  const known = read(tx, "employment", organization, person);
  if (known === null || guessesAt(tx, [["employment", organization, person]])) return null;
  // Who took its voucher back may say that this was none (RESIGN-06).
  const hadIt =
    type === "person.reinstated" && source !== undefined && voucherOf(known, source) !== undefined;
  const isResponsible =
    hadIt || (mayReport(known, source) && (OF_ITS_OWN.has(type) || mayDescribe(known, source)));
  return isResponsible ? null : "not-responsible-extent";
}

/** A fact or line about somebody, without its number where that is another source's to give (DIR-03). */
export function withOwnNumber<
  Said extends About & { readonly number?: number; readonly source?: SourceId },
>(tx: Reading, said: Said): Said {
  const { number, ...unnumbered } = said;
  if (number === undefined || said.source === undefined) return said;
  const known = read(tx, "employment", said.organization, said.person);
  return known === null || looksAtNumber(known, said.source) ? said : (unnumbered as Said);
}

/** What a fact says beside whom it is about: that they are there (`said`), or a revision of where they are. */
interface Word {
  readonly said?: true;
  readonly revision?: number;
  readonly department?: DepartmentId;
}

/**
 * DIR-06: a source that names somebody vouches for them from then on; what it says of where they are is
 * what it brought. What was brought without a source, the number too, is the first one's to name it.
 */
export const vouchFor = effect(
  "DIR-06",
  (
    tx: Deciding,
    { organization, person }: About,
    source: SourceId | undefined,
    brought?: readonly DepartmentId[],
    { revision, department, said }: Word = {},
  ): void => {
    if (source === undefined) return;
    const known = must(tx, "employment", organization, person);
    const isNew = vouchesNow(known, source, { at: timeOf(tx) });
    const moves = brought !== undefined && !sameSet(brought, broughtOf(known, source));
    const isLater = said === true && tx.at > (voucherOf(known, source)?.said ?? -1);
    const tells = moves || revision !== undefined || isLater;
    if (!isNew && !(tells && mayReport(known, source))) return;
    const isFirst = vouching(known).length === 0;
    const numbers = isFirst && known.given !== null && known.givenBy === undefined;
    emit(tx, "person.vouched", {
      ...{ organization, person, source, given: true },
      ...(said === undefined ? {} : { said }),
      ...(moves ? { departments: brought } : {}),
      ...(revision === undefined ? {} : { revision }),
      ...(revision === undefined || department === undefined ? {} : { department }),
      ...(numbers ? { numbers } : {}),
    });
  },
);

/**
 * DIR-06: where the organization itself says that somebody is elsewhere, no source has brought them there; but
 * for placements that it says nothing of, being outside its list's extent (DIR-05).
 */
export const takeOver = effect(
  "DIR-06",
  (tx: Deciding, { organization, person }: About, beyond: readonly DepartmentId[] = []): void => {
    const { vouched = [] } = must(tx, "employment", organization, person);
    for (const { source, departments = [] } of vouched) {
      const left = departments.filter((each) => beyond.includes(each));
      if (left.length === departments.length) continue;
      const about = { organization, person, source };
      emit(tx, "person.vouched", { ...about, given: true, departments: left });
    }
  },
);

/** DIR-06: who has said already that somebody is gone may say so again, later: words of between are late. */
export const noteGone = effect(
  "DIR-06",
  (tx: Deciding, { organization, person }: About, source: SourceId | undefined): void => {
    const known = read(tx, "employment", organization, person);
    if (known?.inService !== true || source === undefined) return;
    const { withdrawn = tx.at } = voucherOf(known, source) ?? {};
    if (tx.at <= withdrawn) return;
    const reported = true;
    emit(tx, "person.vouched", { organization, person, source, given: false, reported });
  },
);

/** DIR-06: of somebody who has left already, a source takes back the voucher that would count on a return. */
export const letGoOnceMore = effect(
  "DIR-06",
  (tx: Deciding, { organization, person }: About, source: SourceId | undefined): void => {
    const known = must(tx, "employment", organization, person);
    if (source === undefined || known.inService || !mayReport(known, source)) return;
    if (whyOlder(known, source, tx) !== null) return;
    const reported = true;
    emit(tx, "person.vouched", { organization, person, source, given: false, reported });
  },
);

/**
 * DIR-06: a source no longer vouches for somebody for whom others do: only what it brought goes. By a list it
 * does so as of the list, however late that is carried out: what it says later counts.
 */
export const letGo = effect(
  "DIR-06",
  (
    tx: Deciding,
    about: About,
    source: SourceId,
    listed: Pick<ListRecord, "at"> | null = null,
  ): void => {
    const { organization, person } = about;
    const known = must(tx, "employment", organization, person);
    const { departments: from, number, under = [], givenBy } = known;
    const others = broughtBesides(known, source);
    const brought = broughtOf(known, source).filter((each) => !others.includes(each));
    const numbers = givenBy === source ? ({ numbers: true } as const) : {};
    const gone = { organization, person, source, given: false, ...numbers };
    if (listed === null) emit(tx, "person.vouched", { ...gone, reported: true });
    else asSaid(tx, listed.at, () => emit(tx, "person.vouched", gone));
    if (brought.length > 0) {
      const departments = from.filter((each) => !brought.includes(each));
      const said = { organization, person, number, departments, from };
      const because = listed === null ? {} : ({ because: "missing" } as const);
      emit(tx, "person.relocated", { ...said, ...because, ...saidUnder(under) });
    }
    passOver(tx, "vouched-elsewhere", { person });
  },
);

/**
 * Where somebody is by the word of a source: what it says, and what others brought. What was set without a
 * source stays by a fact, and gives way to a line. As many as somebody may have; what is beyond is passed over.
 */
export function togetherWith(
  tx: Deciding,
  known: Pick<EmploymentRecord, "departments" | "vouched">,
  source: SourceId,
  said: readonly DepartmentId[],
  line?: number,
): { readonly all: readonly DepartmentId[]; readonly brought: readonly DepartmentId[] } {
  const own = line === undefined ? broughtByNobody(known, known.departments) : [];
  const others = [...broughtBesides(known, source), ...own];
  const room = PLACEMENTS_MAX - others.filter((each) => !said.includes(each)).length;
  for (const [place, department] of said.slice(room).entries()) {
    passOver(tx, "not-possible", { department }, line ?? room + place);
  }
  const brought = said.slice(0, room);
  return { all: [...new Set([...brought, ...others])], brought };
}
