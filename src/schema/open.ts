/**
 * Schemas of what others define: objects that may hold more than is read, and values that one answer of a
 * platform writes as a text and the next one as a number.
 */
import * as z from "zod/mini";
import { below, type Class, classOf, isObject, type Node, note } from "./nodes.ts";
import type { Schema, Shape } from "./shape.ts";

interface OpenDef {
  readonly type: "object";
  readonly shape: { readonly [name: string]: Node };
}

const Open: Class<OpenDef> = classOf<OpenDef>("Open", z.ZodMiniObject, ({ shape }) => {
  const fields = Object.entries(shape);
  return (value, issues, context) => {
    if (!isObject(value)) return note(issues, "not-an-object");
    const parsed: { [name: string]: unknown } = {};
    for (const [name, node] of fields) {
      const mayBeAbsent = node._zod.def.type === "optional";
      const given = Object.hasOwn(value, name) ? value[name] : undefined;
      if (given === undefined || (given === null && mayBeAbsent)) {
        if (!mayBeAbsent) note(issues, "missing", [name]);
      } else {
        parsed[name] = below(node, given, name, issues, context);
      }
    }
    return parsed;
  };
});

/** An object with these fields; others are not looked at, and `null` in one that may be absent is absence. */
export const open = <T>(shape: Shape<NoInfer<T>>): Schema<T> =>
  new Open({
    type: "object",
    shape: shape as unknown as Record<string, Node>,
  }) as unknown as Schema<T>;

interface TurnedDef {
  readonly type: "pipe";
  readonly in: Node;
  readonly out: Node;
  readonly turn: (value: unknown) => unknown;
}

const Turned: Class<TurnedDef> = classOf<TurnedDef>(
  "Turned",
  z.ZodMiniPipe,
  ({ out, turn }) =>
    (value, issues, context) =>
      (out._zod.run({ value: turn(value), issues }, context) as z.core.ParsePayload).value,
);

const turned = <T>(schema: Schema<T>, turn: (value: unknown) => unknown): Schema<T> =>
  new Turned({ type: "pipe", in: schema, out: schema, turn }) as unknown as Schema<T>;

/** A text, also where it is written as a whole number. */
export const written = <T extends string>(schema: Schema<T>): Schema<T> =>
  turned(schema, (value) => (Number.isSafeInteger(value) ? String(value) : value));

const DIGITS = /^(?:0|[1-9]\d{0,15})$/u;

/** A whole number, also where it is written in digits. */
export const counted = (schema: Schema<number>): Schema<number> =>
  turned(schema, (value) =>
    typeof value === "string" && DIGITS.test(value) ? Number(value) : value,
  );
