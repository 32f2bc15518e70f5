/** What the scripts of both worlds are told. */
export interface WorldSettings {
  /** Drawn anew for each shell, so that the page cannot guess the names of the events between the worlds. */
  readonly secret: string;
  /** The function by which Chromium carries a string from the isolated world to Node. */
  readonly binding: string;
  /** The function of the isolated world that Node calls with its answers. */
  readonly answer: string;
}

/** What the isolated world tells Node, packed. */
export type WorldMessage =
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'fault'; readonly message: string };

/** What Node answers to an `invoke`, packed. */
export type WorldAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };
