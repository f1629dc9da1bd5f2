/** How inputs of each type are made, and what facts about people share. */
import type { InputType } from "../../engine/types.ts";
import type { InputDraft } from "../inputs.ts";
import type { Scene } from "./scene.ts";

/** Makes an input aimed at the world as it is, or `null` if the world has nothing to aim at. */
type Builder = (scene: Scene) => InputDraft | null;

/** Makers for some types of input. */
export type Builders<Type extends InputType> = { readonly [T in Type]: Builder };

/** The number of an employment as a fact names it: mostly the one there is, or none. */
export function numberFor({ random, past }: Scene, number: number): { readonly number?: number } {
  if (random.chance(25)) return {};
  if (random.chance(88)) return { number };
  const other = random.chance(60) ? Math.max(0, number - 1 - random.below(3)) : past.length + 1;
  return { number: other };
}
