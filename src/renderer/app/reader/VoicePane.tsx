import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/catalogue';
import type { Catalogue } from '../../i18n/en';
import { wordsOfMotion, wordsOfSelected } from '../../panels/reader/words-of-caret';
import { annotationsHere } from '../../workspace/actions/reader/walk';
import type { ScreenState } from '../../workspace/screen';
import type { Workspace } from '../../workspace/workspace';

/** Says where the caret went and what is selected, for those who hear the window. */
export function VoicePane({ workspace }: { readonly workspace: Workspace }) {
  const words = useWords();
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(
    () =>
      workspace.screen.subscribe((now, before) => {
        const text = whatToSay(words, now, before);
        if (text) setSaid(({ count }) => ({ text, count: count + 1 }));
      }),
    [workspace, words],
  );
  return (
    <div role="status" aria-atomic="true" className="unseen" data-voice="">
      {/* The same words said again must differ, or they are not heard. */}
      {said.text + (said.count % 2 === 1 ? '\u00a0' : '')}
    </div>
  );
}

/** What is new for the ear between two states of the screen; null when nothing is. */
function whatToSay(words: Catalogue, now: ScreenState, before: ScreenState): string | null {
  const { article, adjusting, selected, caret } = now;
  if (!article) return null;
  if (adjusting && adjusting !== before.adjusting) {
    const { fragments, end } = adjusting;
    const span = fragments[Math.min(end.fragment, fragments.length - 1)] ?? fragments[0];
    const exact = article.text.slice(span.start, span.end);
    return end.end === 'start' ? words.voice.movingStart(exact) : words.voice.movingEnd(exact);
  }
  if (selected && now.acting === 'annotation' && selected !== before.selected) {
    const annotation = article.index.get(selected);
    return annotation ? wordsOfSelected(words, article, annotation) : null;
  }
  if (!caret || caret === before.caret || now.caretUnit === 'place') return null;
  const entered = annotationsHere(now).filter((one) => !annotationsHere(before).includes(one));
  return wordsOfMotion(words, article, {
    caret,
    before: before.caret,
    selection: now.selection,
    unit: now.caretUnit,
    entered,
  });
}
