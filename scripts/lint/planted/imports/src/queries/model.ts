import { decide } from "../engine/decide.ts"; // layer-queries

export type Query = typeof decide;
