/** In place of `interorg/catalogue`, to measure what explanations cost. */
export const explain = (): object => ({ text: "", help: "" });
export const retry = (): object => ({ httpStatus: 409, canHelp: false });
