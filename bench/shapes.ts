import type { DocumentPlan } from './documents/document';
import type { RowName } from './rows/row';

/** The shapes, in the order of the table: those that differ in everything, and three that differ only in what lies off screen. */
export const shapeNames = ['A', 'B', 'C', 'D', 'E', 'M', '1k', '10k', '100k'] as const;

export type ShapeName = (typeof shapeNames)[number];

/** What the store holds while a shape is measured. */
export interface Shape {
  readonly name: ShapeName;
  /** For a person who reads the table. */
  readonly description: string;
  /** The first is the one that is opened; a second one is switched to. */
  readonly documents: readonly [DocumentPlan, ...DocumentPlan[]];
  /** Many small articles beside them; such a shape is for the program alone. */
  readonly library?: LibraryPlan;
  /** The rows that it is there for; absent for all. */
  readonly rows?: readonly RowName[];
}

/** Articles of one size, which differ in their words. They come last in the list. */
export interface LibraryPlan {
  readonly articles: number;
  readonly charactersEach: number;
  readonly annotationsEach: number;
}

/** A short text without annotations, from which documents are opened. */
export const blankPlan: DocumentPlan = {
  title: 'Blank page',
  seed: 1,
  characters: 600,
  annotations: 0,
};

/** What a store of the program is filled with. */
export interface Filling {
  /** By which a filled store is found again. */
  readonly name: string;
  /** For the person who waits for it. */
  readonly description: string;
  readonly plans: readonly DocumentPlan[];
  readonly library?: LibraryPlan;
  /** Whether every document is opened once. */
  readonly isOpened: boolean;
}

/** A store with the blank page and nothing else. */
export const blankFilling: Filling = {
  name: 'blank',
  description: 'the blank page alone',
  plans: [blankPlan],
  isOpened: true,
};

/** A store with the blank page and all that `shape` has. Documents of a shape for a few rows are not opened. */
export function fillingOf({ name, description, documents, library, rows }: Shape): Filling {
  const plans = [blankPlan, ...documents];
  const isOpened = rows === undefined;
  return { name, description, plans, isOpened, ...(library && { library }) };
}

function millionPlan(index: number): DocumentPlan {
  return {
    title: `Report M ${index}`,
    seed: 70 + index,
    characters: 1_000_000,
    annotations: 100_000,
  };
}

const offScreen = { seed: 50, characters: 2_000_000, near: 1_000 };

/** Every shape, in the order of the table. */
export const shapes: readonly Shape[] = [
  {
    name: 'A',
    description: '100,000 characters, 2,000 annotations',
    documents: [{ title: 'Report A', seed: 10, characters: 100_000, annotations: 2_000 }],
  },
  {
    name: 'B',
    description: '1,000,000 characters, 50,000 annotations',
    documents: [
      { title: 'Report B', seed: 20, characters: 1_000_000, annotations: 50_000, isPlanted: true },
      { title: 'Report B two', seed: 21, characters: 1_000_000, annotations: 50_000 },
    ],
  },
  {
    name: 'C',
    description: '5,000,000 characters, 100,000 annotations',
    documents: [
      { title: 'Report C', seed: 30, characters: 5_000_000, annotations: 100_000, isPlanted: true },
    ],
  },
  {
    name: 'D',
    description: 'one paragraph of 500,000 characters, 5,000 annotations',
    documents: [
      {
        title: 'Report D',
        seed: 40,
        characters: 500_000,
        annotations: 5_000,
        isOneParagraph: true,
      },
    ],
  },
  {
    name: 'E',
    description: '20,000 articles with 400,000 annotations in the library',
    documents: [{ title: 'Report E', seed: 60, characters: 10_000, annotations: 200 }],
    library: { articles: 20_000, charactersEach: 1_000, annotationsEach: 20 },
  },
  {
    name: 'M',
    description: 'ten documents of 1,000,000 characters and 100,000 annotations, to be exported',
    rows: ['export', 'export-first-byte', 'export-peak'],
    documents: [millionPlan(0), ...Array.from({ length: 9 }, (_, index) => millionPlan(index + 1))],
  },
  {
    name: '1k',
    description: '2,000,000 characters, 1,000 annotations in the first 40,000',
    documents: [{ ...offScreen, title: 'Report 1k', annotations: 1_000 }],
  },
  {
    name: '10k',
    description: 'the same, 9,000 more further down',
    documents: [{ ...offScreen, title: 'Report 10k', annotations: 10_000 }],
  },
  {
    name: '100k',
    description: 'the same, 99,000 more further down',
    documents: [{ ...offScreen, title: 'Report 100k', annotations: 100_000 }],
  },
];

/** The shapes over which the slope is taken, with their annotations: only what is off screen grows. */
export const slopeShapes = [
  { shape: '1k', annotations: 1_000 },
  { shape: '10k', annotations: 10_000 },
  { shape: '100k', annotations: 100_000 },
] as const satisfies readonly { shape: ShapeName; annotations: number }[];

/** The shape of this name. */
export function shapeOf(name: ShapeName): Shape {
  const shape = shapes.find((one) => one.name === name);
  if (!shape) throw new Error(`no shape ${name}`);
  return shape;
}
