import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { findAnnotationFaults } from '../../../src/codecs/exchange/annotation-faults';
import { describeAnnotation } from '../../../src/codecs/exchange/describe-annotation';
import { makeId } from '../../../src/core/ids';
import { quotationOf } from '../../../src/core/quotation';
import { contextOf } from '../../../src/core/text/context';
import { layOut } from '../../../src/core/text/layout';
import { createUnitConverter } from '../../../src/core/text/units';
import { buildArticle } from '../../support/builders';
import { someArticleText } from '../pieces';
import { someAnnotation } from '../some-articles';
import type { FuzzTarget } from '../target';

const facts = { id: makeId('ann', 'x'), articleId: makeId('art', 'x') };

/** Quotes: an annotation described for an export has no fault, and any span moved by one unit has some. */
export const quotesTarget: FuzzTarget = {
  name: 'quotes',
  make(random) {
    const text = someArticleText(random, 60);
    const annotation = someAnnotation(random, text, facts);
    const shift = random.pick([-1, 1]);
    return {
      input: JSON.stringify({ text, annotation, shift }),
      check() {
        if (!annotation) return;
        const units = createUnitConverter(text);
        const described = describeAnnotation(annotation, text, units);
        deepStrictEqual(findAnnotationFaults(described, { text, units }, ''), []);
        const moved = described.spans.map(({ start, end }) => ({
          start: start + shift,
          end: end + shift,
        }));
        const faults = findAnnotationFaults({ ...described, spans: moved }, { text, units }, '');
        ok(faults.length > 0, 'a moved span has no fault');
        checkWords(annotation.fragments[0]);
        const { prefix, suffix } = annotation.quote;
        ok(prefix.isWellFormed() && suffix.isWellFormed());
        const article = buildArticle();
        const words = { paragraph: String, paragraphs: (a: number, b: number) => `${a}–${b}` };
        const { fragments } = annotation;
        const said = quotationOf({ article, text, layout: layOut(text), fragments, words });
        ok(!/[\n\r\v\f\u0085\u2028\u2029]/.test(said), JSON.stringify(said));
      },
    };

    function checkWords(span: { readonly start: number; readonly end: number }): void {
      const { words } = contextOf(text, span, 20);
      strictEqual(words, text.slice(span.start, span.end).replace(/[\s\u0085]+/g, ' '));
    }
  },
};
