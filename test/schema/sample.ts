/** Samples of one type; without `least`, nothing is optional. */
export interface Sample {
  readonly full: object;
  readonly least?: object;
}

/** Samples of each of some types. */
export type Samples<Type extends string> = { readonly [T in Type]: Sample };
