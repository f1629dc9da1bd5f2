export interface Space {
  readonly id: string;
}
