/** Elements in one line each. Nothing here takes markup as text: every string becomes a text node. */

export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Handler<Name extends keyof HTMLElementEventMap> = (event: HTMLElementEventMap[Name]) => void;

/** Attributes by name; `false`, `null` and `undefined` leave one out, `true` gives it no value. */
export interface Props {
  readonly [attribute: string]: string | number | boolean | null | undefined | Handlers;
  readonly on?: Handlers;
}

export type Handlers = {
  readonly [Name in keyof HTMLElementEventMap]?: Handler<Name>;
};

function fill(element: Element, props: Props, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(props)) {
    if (name === "on" || value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [name, handler] of Object.entries(props.on ?? {})) {
    element.addEventListener(name, handler as EventListener);
  }
  append(element, children);
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child as readonly Child[]);
    else element.append(child instanceof Node ? child : String(child));
  }
}

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  fill(element, props, children);
  return element;
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(element, props, children);
  return element;
}

/**
 * Puts new content into a region. The control that had the focus gets it back by its `id`, so that
 * drawing anew is not felt on the keyboard.
 */
export function replace(region: Element, ...children: readonly Child[]): void {
  const focused = document.activeElement;
  const id = focused !== null && region.contains(focused) ? focused.id : "";
  region.replaceChildren();
  append(region, children);
  if (id !== "") document.getElementById(id)?.focus({ preventScroll: true });
}

/** The element of the page's own markup with this id. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no element #${id}`);
  return element;
}

let ids = 0;

/** A fresh id, for labels and descriptions. */
export function freshId(): string {
  ids += 1;
  return `x${ids}`;
}
