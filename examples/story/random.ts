/** Numbers that look random and are the same in every run (mulberry32). */
export interface Random {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** An integer from 0 to below `end`. */
  readonly below: (end: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly chance: (probability: number) => boolean;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    pick: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    chance: (probability) => next() < probability,
  };
}

const surnames =
  "Wang王 Li李 Zhang张 Liu刘 Chen陈 Yang杨 Huang黄 Zhao赵 Wu吴 Zhou周 Xu徐 Sun孙 Ma马 Zhu朱 Hu胡 " +
  "Guo郭 He何 Lin林 Gao高 Luo罗 Zheng郑 Liang梁 Xie谢 Song宋 Tang唐 Han韩 Feng冯 Deng邓 Cao曹 Peng彭";
const given =
  "Wei伟 Fang芳 Na娜 Min敏 Jing静 Li丽 Qiang强 Lei磊 Jun军 Yang洋 Yong勇 Yan艳 Jie杰 Juan娟 Tao涛 " +
  "Ming明 Chao超 Xia霞 Ping平 Gang刚 Hui慧 Xin欣 Yu雨 Chen晨 Bo博 Rui睿 Ying颖 Hao昊 Yue悦 Kai凯";
const foreign =
  "Anna,Ben,Clara,David,Emma,Felix,Grace,Henrik,Ingrid,Jonas,Karin,Liam,Maria,Noah,Olga,Paul";
const family =
  "Andersen,Berg,Carter,Dahl,Evans,Fischer,Garcia,Hansen,Ito,Jensen,Keller,Larsen,Moore,Novak";

/** A latin spelling with its character. */
const parts = (list: string) =>
  list.split(" ").map((text) => [text.slice(0, -1), text.slice(-1)] as const);
const surnameParts = parts(surnames);
const givenParts = parts(given);

/** A name: Chinese with its spelling, now and then one from elsewhere. */
export function personName(random: Random): string {
  if (random.chance(0.06)) {
    return `${random.pick(foreign.split(","))} ${random.pick(family.split(","))}`;
  }
  const [surname, surnameSign] = random.pick(surnameParts);
  const first = random.pick(givenParts);
  const second = random.chance(0.6) ? random.pick(givenParts) : null;
  const spelled = second === null ? first[0] : `${first[0]}${second[0].toLowerCase()}`;
  return `${surname} ${spelled} ${surnameSign}${first[1]}${second?.[1] ?? ""}`;
}
