/** Which function handles which input about groups. */
export const groupsHandlers = {};
