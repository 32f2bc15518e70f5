import '../../src/renderer/reader/highlights.css';
import { AnnotationIndex } from '../../src/core/annotation/annotation-index';
import { makeId } from '../../src/core/ids';
import { layOut } from '../../src/core/text/layout';
import { ReaderView } from '../../src/renderer/reader/reader-view';
import { makeDocument } from '../documents/document';
import { storedAnnotation } from '../documents/stored-annotation';
import { type ShapeName, shapeOf } from '../shapes';

/** The program's reader by itself, with the first document of a shape and all its annotations in memory: its index can be asked here. */
const asked = new URLSearchParams(location.search);
const scroller = document.getElementById('scroller');
const host = document.getElementById('text');
if (!scroller || !host) throw new Error('no place for a text');

const [plan] = shapeOf((asked.get('shape') ?? '') as ShapeName).documents;
const { title, text, annotations } = makeDocument(plan);
const index = new AnnotationIndex();
const articleId = makeId('art', 'bench');
index.load(
  annotations.map((annotation, at) =>
    storedAnnotation(annotation, { id: makeId('ann', `bench-${at}`), articleId, text }),
  ),
);
const view = new ReaderView({
  host,
  scroller,
  text,
  layout: layOut(text),
  index,
  startOffset: 0,
  labelOf: ({ quote }) => quote.exact,
  labelOfList: (paragraph) => `Annotations in paragraph ${paragraph}`,
  onPick: () => undefined,
});

globalThis.lookUp = (x, y) => view.hits.at(x, y).length > 0;
// Whoever measures waits for it.
document.title = title;
