/** How the questions about hierarchies are answered. */
import type { Answering } from "./answering.ts";
import type { HierarchyAsked } from "./vocabulary-hierarchy.ts";

/** The answers to some of them. */
export type HierarchyAnswers<Type extends keyof HierarchyAsked> = {
  readonly [T in Type]: Answering<HierarchyAsked[T]>;
};
