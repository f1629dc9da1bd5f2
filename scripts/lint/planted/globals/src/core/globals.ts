// Planted: the program of the pure sources must not compile a line that says so.
export const later = (): unknown => setTimeout(() => 1, 1); // refused
export const say = (): unknown => console; // refused
export const runtime = (): unknown => process; // refused
export const bytes = (): unknown => Buffer; // refused
export const get = (): unknown => fetch; // refused
export const draw = (): unknown => crypto; // refused
export const address = (): unknown => new URL("a:b"); // refused
export const clone = (): unknown => structuredClone(1); // refused
export const sum = (a: number, b: number): number => a + b;
