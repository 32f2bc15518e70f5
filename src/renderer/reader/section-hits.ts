import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationIndex } from '../../core/annotation/annotation-index';
import { firstIndexWhere } from '../../core/text/search-sorted';
import { BlockHits } from './block-hits';
import type { Surface } from './surface';

/** The section whose annotations are looked for, and where they are kept. */
export interface SectionHitsParts {
  readonly surface: Surface;
  readonly index: AnnotationIndex;
  readonly section: number;
}

/** A block as it lies in its section: `left`, `top` and `bottom` in pixels from the corner of the section's element. */
interface PlacedBlock {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly hits: BlockHits;
}

/**
 * The blocks of one section by their places. What is measured inside a block is kept while the block has its size: lines
 * that make room for more lanes move the blocks below them and leave what is in those as it was.
 */
export class SectionHits {
  readonly #parts: SectionHitsParts;
  #width = Number.NaN;
  #height = Number.NaN;
  #blocks: readonly PlacedBlock[] = [];

  constructor(parts: SectionHitsParts) {
    this.#parts = parts;
  }

  /** Looks the annotations up again when next asked, and where the blocks lie. */
  update(): void {
    this.#width = Number.NaN;
    for (const { hits } of this.#blocks) hits.update();
  }

  /** The annotations at a point in client pixels, the innermost first; `box` is where the section's element is now. */
  at(x: number, y: number, box: DOMRect): readonly Annotation[] {
    if (box.width !== this.#width || box.height !== this.#height) this.#place(box);
    const below = y - box.top;
    const next = firstIndexWhere(this.#blocks, ({ top }) => top > below);
    const block = this.#blocks[next - 1];
    if (!block || below >= block.bottom) return [];
    return block.hits.at(x - box.left - block.left, below - block.top);
  }

  #place(box: DOMRect): void {
    const { surface, index, section } = this.#parts;
    const { firstBlock, endBlock } = surface.layout.sections[section] ?? {
      firstBlock: 0,
      endBlock: 0,
    };
    const blocks: PlacedBlock[] = [];
    for (let block = firstBlock; block < endBlock; block += 1) {
      const { left, top, bottom, width } =
        surface.elementOf(block)?.getBoundingClientRect() ?? new DOMRect();
      const place = { left: left - box.left, top: top - box.top, bottom: bottom - box.top, width };
      const known = this.#blocks[block - firstBlock];
      const isSame = known && hasSizeOf(known, place);
      blocks.push({
        ...place,
        hits: isSame ? known.hits : new BlockHits({ surface, index, block }),
      });
    }
    this.#blocks = blocks;
    this.#width = box.width;
    this.#height = box.height;
  }
}

/** Boxes of one size differ by less than this, in pixels, wherever the page has been scrolled to. */
const sameSize = 0.05;

type BlockSize = Pick<PlacedBlock, 'top' | 'bottom' | 'width'>;

function hasSizeOf(a: BlockSize, b: BlockSize): boolean {
  const grown = b.bottom - b.top - (a.bottom - a.top);
  return a.width === b.width && Math.abs(grown) < sameSize;
}
