/** Two places whose clocks, calendars and alphabets share as little as possible. */

/** Where a run is to believe it is. */
export interface Place {
  readonly timeZone: string;
  /** As POSIX names it, and as the web does. */
  readonly posix: string;
  readonly locale: string;
}

/** Half a day apart, one by half an hour; one orders Han, the other maps `i` its own way. */
export const PLACES: readonly [Place, Place] = [
  { timeZone: "Asia/Shanghai", posix: "zh_CN.UTF-8", locale: "zh-CN" },
  { timeZone: "America/St_Johns", posix: "tr_TR.UTF-8", locale: "tr-TR" },
];

/** A process's environment there, and no more of ours than it takes to run. */
export function environmentIn({ timeZone, posix }: Place): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, TZ: timeZone, LANG: posix, LC_ALL: posix };
}
