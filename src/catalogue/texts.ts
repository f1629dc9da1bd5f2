/** Texts in one language, as compiled. */
import type { NoticeKind } from "../core/notice.ts";
import type { RefusalCode } from "../core/refusal.ts";

/** A message: the data, whatever it is, in words. */
type Message = (data: Readonly<Record<string, unknown>>) => string;

interface Saying {
  readonly title: Message;
  readonly text: Message;
  readonly help: Message;
}

/** Every text; a missing one does not compile. */
export interface Texts {
  readonly refusals: { readonly [Code in RefusalCode]: Saying };
  readonly notices: { readonly [Kind in NoticeKind]: Saying };
}
