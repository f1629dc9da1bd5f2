// Planted beside the failing file: nothing here may be refused.
export const larger = (a: number, b: number): number => Math.max(a, b);
export const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
