// Planted: the lint must refuse every line that says so. Never part of the package.
export const now = (): number => Date.now(); // refused
export const born = (value: Date): number => value.getTime(); // refused
export const around = (): number => globalThis.Date.now(); // refused
export const elapsed = (): number => performance.now(); // refused
export const chance = (): number => Math.random(); // refused
export const roll = Math.random; // refused
export const hidden = (): number => Math["random"](); // refused
export const smuggled = (): number => {
  const { random } = Math; // refused
  return random();
};
export const order = (a: string, b: string): number => a.localeCompare(b); // refused
export const maybe = (a: string | undefined, b: string): number => a?.localeCompare(b) ?? 0; // refused
export const shout = (a: string): string => a.toLocaleUpperCase(); // refused
export const money = (a: number): string => a.toLocaleString(); // refused
export const words = new Intl.PluralRules("en"); // refused
export const say = (text: string): void => console.log(text); // refused
export const cwd = (): string => process.cwd(); // refused
export const later = (run: () => void): unknown => setTimeout(run, 1); // refused
export const again = (run: () => void): unknown => setInterval(run, 1); // refused
export const soon = (run: () => void): void => queueMicrotask(run); // refused
export const fresh = (): string => crypto.randomUUID(); // refused
export const get = (url: string): unknown => fetch(url); // refused
export const code = new Function("return 1"); // refused
export const load = (): Promise<unknown> => import("./pure.ts"); // refused
export const anything = (value: any): unknown => value; // refused
export const pure = (a: number, b: number): number => Math.max(a, b);
