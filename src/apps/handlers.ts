/** Which function handles which input about apps. */
export const appsHandlers = {};
