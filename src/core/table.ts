/**
 * A persistent table: records by kind, owner and own part. A change copies the path of small nodes
 * above it and shares the rest, so versions are cheap at any size. Below each kind there is a hash
 * trie of owners, and below an owner with many records of the kind a trie of those. Tries are kept in
 * canonical form (no node that could stand in its parent). Where hashes collide in all 32 bits,
 * entries are sorted, so that chosen ids cost a binary search and no more.
 */
import { hash } from "./hash.ts";
import { broken } from "./invariant.ts";

/** Whoever holds this token may change a node in place: one transaction or bulk load. */
type Owner = object | null;

interface Node {
  owner: Owner;
  /** Which of the 32 places hold an entry, and which a child. */
  data: number;
  kids: number;
  /** Entries as key, value, key, value …, then the children. */
  slots: unknown[];
}

const BITS = 5;
const DEPTH_BITS = 32;

function bitCount(bits: number): number {
  let v = bits - ((bits >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const emptyNode: Node = { owner: null, data: 0, kids: 0, slots: [] };

function owned(node: Node, owner: Owner): Node {
  if (owner !== null && node.owner === owner) return node;
  return { owner, data: node.data, kids: node.kids, slots: node.slots.slice() };
}

/** Where a key stands or would stand in a node of colliding entries: sorted pairs. */
function collisionIndex(slots: readonly unknown[], key: string): number {
  let low = 0;
  let high = slots.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle * 2] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}

function nodeGet(root: Node, key: string, h: number): unknown {
  let node = root;
  let rest = h;
  for (let shift = 0; shift < DEPTH_BITS; shift += BITS) {
    const bit = 1 << (rest & 31);
    if ((node.data & bit) !== 0) {
      const at = bitCount(node.data & (bit - 1)) * 2;
      return node.slots[at] === key ? node.slots[at + 1] : undefined;
    }
    if ((node.kids & bit) === 0) return undefined;
    node = node.slots[bitCount(node.data) * 2 + bitCount(node.kids & (bit - 1))] as Node;
    rest >>>= BITS;
  }
  const at = collisionIndex(node.slots, key);
  return node.slots[at] === key ? node.slots[at + 1] : undefined;
}

function pair(
  owner: Owner,
  shift: number,
  one: readonly [key: string, hash: number, value: unknown],
  other: readonly [key: string, hash: number, value: unknown],
): Node {
  if (shift >= DEPTH_BITS) {
    const [first, second] = one[0] < other[0] ? [one, other] : [other, one];
    return { owner, data: 0, kids: 0, slots: [first[0], first[2], second[0], second[2]] };
  }
  const a = (one[1] >>> shift) & 31;
  const b = (other[1] >>> shift) & 31;
  if (a === b) {
    return { owner, data: 0, kids: 1 << a, slots: [pair(owner, shift + BITS, one, other)] };
  }
  const [first, second] = a < b ? [one, other] : [other, one];
  return {
    owner,
    data: (1 << a) | (1 << b),
    kids: 0,
    slots: [first[0], first[2], second[0], second[2]],
  };
}

function nodeSet(
  node: Node,
  owner: Owner,
  shift: number,
  h: number,
  key: string,
  value: unknown,
): Node {
  if (shift >= DEPTH_BITS) {
    const next = owned(node, owner);
    const at = collisionIndex(next.slots, key);
    if (next.slots[at] === key) next.slots[at + 1] = value;
    else next.slots.splice(at, 0, key, value);
    return next;
  }
  const bit = 1 << ((h >>> shift) & 31);
  const entry = bitCount(node.data & (bit - 1)) * 2;
  if ((node.data & bit) !== 0) {
    const next = owned(node, owner);
    const present = next.slots[entry] as string;
    if (present === key) {
      next.slots[entry + 1] = value;
      return next;
    }
    const child = pair(
      owner,
      shift + BITS,
      [present, hash(present), next.slots[entry + 1]],
      [key, h, value],
    );
    next.slots.splice(entry, 2);
    next.data &= ~bit;
    next.slots.splice(bitCount(next.data) * 2 + bitCount(next.kids & (bit - 1)), 0, child);
    next.kids |= bit;
    return next;
  }
  if ((node.kids & bit) !== 0) {
    const at = bitCount(node.data) * 2 + bitCount(node.kids & (bit - 1));
    const child = node.slots[at] as Node;
    const changed = nodeSet(child, owner, shift + BITS, h, key, value);
    if (changed === child) return node;
    const next = owned(node, owner);
    next.slots[at] = changed;
    return next;
  }
  const next = owned(node, owner);
  next.slots.splice(entry, 0, key, value);
  next.data |= bit;
  return next;
}

/** Takes a key out; a child left with one entry moves that entry up. */
function nodeDelete(node: Node, owner: Owner, shift: number, h: number, key: string): Node {
  if (shift >= DEPTH_BITS) {
    const at = collisionIndex(node.slots, key);
    if (node.slots[at] !== key) return node;
    const next = owned(node, owner);
    next.slots.splice(at, 2);
    return next;
  }
  const bit = 1 << ((h >>> shift) & 31);
  if ((node.data & bit) !== 0) {
    const entry = bitCount(node.data & (bit - 1)) * 2;
    if (node.slots[entry] !== key) return node;
    const next = owned(node, owner);
    next.slots.splice(entry, 2);
    next.data &= ~bit;
    return next;
  }
  if ((node.kids & bit) === 0) return node;
  const at = bitCount(node.data) * 2 + bitCount(node.kids & (bit - 1));
  const child = node.slots[at] as Node;
  const changed = nodeDelete(child, owner, shift + BITS, h, key);
  if (changed === child && changed.slots.length !== 2) return node;
  const next = owned(node, owner);
  if (changed.slots.length !== 2 || changed.kids !== 0) {
    next.slots[at] = changed;
    return next;
  }
  next.slots.splice(at, 1);
  next.kids &= ~bit;
  next.slots.splice(bitCount(next.data & (bit - 1)) * 2, 0, changed.slots[0], changed.slots[1]);
  next.data |= bit;
  return next;
}

function nodeEach(node: Node, shift: number, visit: (key: string, value: unknown) => void): void {
  const pairs = shift >= DEPTH_BITS ? node.slots.length : bitCount(node.data) * 2;
  for (let i = 0; i < pairs; i += 2) visit(node.slots[i] as string, node.slots[i + 1]);
  for (let i = pairs; i < node.slots.length; i += 1) {
    nodeEach(node.slots[i] as Node, shift + BITS, visit);
  }
}

declare const opaque: unique symbol;

/** Records by kind, owner and own part. How they are kept is for this module to know. */
export interface Table {
  readonly [opaque]: true;
}

interface Tries {
  /** The place of each kind in `roots`: engines search an object of so many properties one by one. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly roots: readonly Node[];
  /** Of the kinds known from the start, how many there are, and how many stand first of which an owner has one record. */
  readonly known: number;
  readonly singles: number;
}

const asTable = (tries: Tries): Table => tries as unknown as Table;
const triesOf = (table: Table): Tries => table as unknown as Tries;

/**
 * A table with nothing in it. Kinds that are named at once cost nothing when their records come, and
 * keys without an own part are told from those with one if `single` says of which kinds an owner
 * has one record; they come first.
 */
export function emptyTable(
  kinds: readonly string[] = [],
  single: ((kind: string) => boolean) | null = null,
): Table {
  return asTable({
    kinds: new Map(kinds.map((kind, place) => [kind, place])),
    roots: kinds.map(() => emptyNode),
    known: single === null ? 0 : kinds.length,
    singles: single === null ? 0 : kinds.filter(single).length,
  });
}

/** The value under a key; `undefined` when there is none. `null` is a value like any other. */
export function tableGet(table: Table, kind: string, owner: string, own: string): unknown {
  const { kinds, roots, known, singles } = triesOf(table);
  const place = kinds.get(kind);
  if (place === undefined) return undefined;
  // Without its own part, a key of many would find all of an owner's records in place of one.
  if (own === "" ? place >= singles && place < known : place < singles) {
    broken(`no ${kind} record has such a key`);
  }
  const held = nodeGet(roots[place] as Node, owner, hash(owner));
  return own === "" || held === undefined ? held : nodeGet(held as Node, own, hash(own));
}

/** A table being changed in place by whoever made it; publish it once with {@link tablePublish}. */
export interface TableDraft {
  readonly token: object;
  kinds: ReadonlyMap<string, number>;
  readonly roots: Node[];
  readonly known: number;
  readonly singles: number;
}

/** Starts changing a table; the table itself stays as it is. */
export function tableDraft(table: Table): TableDraft {
  const { kinds, roots, known, singles } = triesOf(table);
  return { token: {}, kinds, roots: roots.slice(), known, singles };
}

/** The place of a kind, made for it if it is new to the table. */
function placeFor(draft: TableDraft, kind: string): number {
  const known = draft.kinds.get(kind);
  if (known !== undefined) return known;
  draft.kinds = new Map(draft.kinds).set(kind, draft.roots.length);
  return draft.roots.push(emptyNode) - 1;
}

/** Puts a value under a key. */
export function draftSet(
  draft: TableDraft,
  kind: string,
  owner: string,
  own: string,
  value: unknown,
): void {
  const place = placeFor(draft, kind);
  const root = draft.roots[place] as Node;
  const h = hash(owner);
  if (own === "") {
    draft.roots[place] = nodeSet(root, draft.token, 0, h, owner, value);
    return;
  }
  const inner = (nodeGet(root, owner, h) as Node | undefined) ?? emptyNode;
  const changed = nodeSet(inner, draft.token, 0, hash(own), own, value);
  if (changed !== inner) draft.roots[place] = nodeSet(root, draft.token, 0, h, owner, changed);
}

/** Takes a key out. */
export function draftDelete(draft: TableDraft, kind: string, owner: string, own: string): void {
  const place = draft.kinds.get(kind);
  if (place === undefined) return;
  const root = draft.roots[place] as Node;
  const h = hash(owner);
  if (own === "") {
    draft.roots[place] = nodeDelete(root, draft.token, 0, h, owner);
    return;
  }
  const inner = nodeGet(root, owner, h) as Node | undefined;
  if (inner === undefined) return;
  const changed = nodeDelete(inner, draft.token, 0, hash(own), own);
  draft.roots[place] =
    changed.slots.length === 0
      ? nodeDelete(root, draft.token, 0, h, owner)
      : nodeSet(root, draft.token, 0, h, owner, changed);
}

/** The changed table; the draft is not to be used any more. */
export function tablePublish(draft: TableDraft): Table {
  const { kinds, roots, known, singles } = draft;
  return asTable({ kinds, roots, known, singles });
}

/**
 * Visits every entry. The order within a kind is that of the tries: sort where order matters.
 * `many` says of a kind whether its owners have many records of it.
 */
export function tableEach(
  table: Table,
  many: (kind: string) => boolean,
  visit: (kind: string, owner: string, own: string, value: unknown) => void,
): void {
  const { kinds, roots } = triesOf(table);
  for (const [kind, place] of kinds) {
    const root = roots[place] as Node;
    if (many(kind)) {
      nodeEach(root, 0, (owner, inner) => {
        nodeEach(inner as Node, 0, (own, value) => visit(kind, owner, own, value));
      });
    } else {
      nodeEach(root, 0, (owner, value) => visit(kind, owner, "", value));
    }
  }
}
