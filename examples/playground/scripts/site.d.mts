/** A site being served. */
export interface Site {
  readonly address: string;
  readonly stop: () => Promise<void>;
}
export function serve(port: number): Promise<Site>;
