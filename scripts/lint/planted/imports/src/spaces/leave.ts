import { model } from "../roster/model.ts"; // layer-spaces

export const leave = model;
