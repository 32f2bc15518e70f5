/**
 * What can be seen of a subject, whichever it is. An eye is opened in every animation frame while something is awaited, so
 * none may cost more than some microseconds.
 */
export interface Eyes {
  /** The title of the article once its text and annotations of it are drawn; empty before. */
  ready(): string;
  /** The title of the article shown, drawn or not; empty when there is none. */
  shown(): string;
  /** How many pieces of annotations are drawn. */
  drawn(): number;
  /** How many annotations the counts and the list know. */
  known(): number;
  /** Another value whenever another annotation is drawn as selected; null when none is. */
  selected(): unknown;
  /** Another value whenever the end of the selected annotation is drawn elsewhere; null when no end can be dragged. */
  end(): unknown;
  /** How many articles the library lists in one branch; 0 when it lists none. */
  listed(): number;
  /** What the search says of the places found; empty when it says nothing. */
  found(): string;
  /** How many places the dialog in front offers to tag, or annotations to delete; 0 when it offers nothing. */
  offered(): number;
  /** `exported` when an export has been written and verified. */
  exported(): string;
  /** `imported` when an import has been told to be done and everything is stored. */
  imported(): string;
  /** `saved` when everything done is stored. */
  saved(): string;
}

/** The name of one of them. */
export type EyeName = keyof Eyes;
