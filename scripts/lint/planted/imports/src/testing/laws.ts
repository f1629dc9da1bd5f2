export const laws = true;
