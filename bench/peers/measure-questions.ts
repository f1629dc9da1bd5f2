/** A library's answers against the floor's, then samples of both. */
import { timed } from "../measure.ts";
import type { Case } from "./cases.ts";
import type { Setting, Verdict } from "./questions/setting.ts";
import { type Effort, pairs, type Report } from "./samples.ts";

/** Questions per pair, other ones each time; the floor answers all of them. */
const BATCH = 4_000;
/** Microseconds that a sample of a library takes about. */
const SAMPLE = 30_000;

function batch<Asked, Work>({ questions }: Setting<Asked, Work>): Asked[] {
  const asked: Asked[] = [];
  while (asked.length < BATCH) asked.push(...questions());
  return asked;
}

/** Asks both; throws at the first difference. Every other thousand has odd questions in it. */
function agree<Asked, Work>(
  setting: Setting<Asked, Work>,
  verdict: Verdict<Asked>,
  wanted: number,
): number {
  let yes = 0;
  for (let asked = 0; asked < wanted; asked += 1_000) {
    for (const question of asked % 2_000 === 0 ? setting.questions() : setting.odd()) {
      const right = setting.floor(question);
      if (verdict(question) !== right) {
        throw new Error(`the floor says ${right} to ${JSON.stringify(question)}`);
      }
      if (right) yes += 1;
    }
  }
  if (yes < wanted / 5 || yes > (wanted * 4) / 5) throw new Error(`${yes} of ${wanted} are yes`);
  return yes;
}

/** Agreement, then samples. */
export async function measureQuestions<Asked, Work>(
  settingOf: (people: number) => Setting<Asked, Work>,
  { prepare, warm = false }: Case<Setting<Asked, Work>, Verdict<Asked>>,
  effort: Effort,
): Promise<Report> {
  const { people, wanted } = effort;
  const setting = settingOf(people);
  const verdict = await prepare(setting);
  const yes = agree(setting, verdict, wanted);
  if (effort.pairs === 0) return { agreed: wanted, yes, found: null };
  let heard = 0;
  const hear = (ask: Verdict<Asked>, asked: readonly Asked[]): void => {
    for (const each of asked) if (ask(each)) heard += 1;
  };
  const first = batch(setting).slice(0, 400);
  const size = Math.ceil((SAMPLE * first.length) / timed(() => hear(verdict, first)));
  const count = Math.min(BATCH, Math.max(100, size));
  const found = await pairs(
    { pairs: effort.pairs, warmUps: 8, seconds: 30 },
    () => {
      const asked = batch(setting);
      const ours = asked.slice(0, count);
      if (warm) hear(verdict, ours);
      return { asked, ours };
    },
    { count: ({ asked }) => asked.length, run: ({ asked }) => hear(setting.floor, asked) },
    { count: ({ ours }) => ours.length, run: ({ ours }) => hear(verdict, ours) },
  );
  if (heard === 0) throw new Error("nothing was allowed");
  return { agreed: wanted, yes, found };
}
