/** Which function handles which input about licenses. */
export const licensesHandlers = {};
