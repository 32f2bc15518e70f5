import type { BuiltPages } from './build-pages';

/** What a run is done with. */
export interface BenchHost {
  /** The checkout, built. */
  readonly root: string;
  /** A browser of the Chromium family that has been found to start. */
  readonly executable: string;
  /** Where filled stores are kept between runs. */
  readonly cache: string;
  /** Where profiles in use lie. */
  readonly scratch: string;
  readonly pages: BuiltPages;
  /** The address of the baselines' pages. */
  readonly address: string;
  readonly say: (line: string) => void;
  /** Something could not be measured, and the rest of that subject and shape is left out. */
  readonly onFailure: (what: string, thrown: unknown) => void;
}
