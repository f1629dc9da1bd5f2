// Planted beside the failing file: a host may wait, draw and read the clock.
export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds * Math.random()));
export const now = (): number => Date.now();
