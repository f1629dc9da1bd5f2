/** Which function handles which input about flows. */
export const flowsHandlers = {};
