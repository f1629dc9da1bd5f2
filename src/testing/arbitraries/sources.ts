/** Sources of directories: in some scripts facts and lists name one now and then (DIR-06). */
import type { SourceId } from "../../core/ids.ts";
import type { InputType } from "../../engine/types.ts";
import type { InputDraft } from "../inputs.ts";
import type { Builders } from "./builder.ts";
import type { Names } from "./names.ts";
import type { Scene } from "./scene.ts";

/** One of a script's sources, mostly the first; none where it has none. */
export function aSource({ random, names: { sources } }: Scene): SourceId | undefined {
  return random.chance(45) ? sources[0] : random.pick(sources);
}

/** Names with two sources of directories at least. */
export const sourced = (names: Names): Names =>
  names.sources.length > 1 ? names : { ...names, sources: ["people", "payroll"] as SourceId[] };

/** The same facts, some of them by a source. */
export function withSources<Type extends InputType>(builders: Builders<Type>): Builders<Type> {
  const all = Object.entries<Builders<InputType>[InputType]>(builders).map(([type, make]) => {
    const sourced = (scene: Scene): InputDraft | null => {
      const made = make(scene);
      const isSaid = scene.names.sources.length > 0 && scene.random.chance(40);
      if (made === null || !isSaid) return made;
      const data: object = { ...made.data, source: aSource(scene) };
      return { ...made, data } as InputDraft;
    };
    return [type, sourced];
  });
  return Object.fromEntries(all);
}
