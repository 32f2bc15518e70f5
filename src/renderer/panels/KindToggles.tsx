import { type AnnotationKind, annotationKinds } from '../../core/annotation/annotation';
import type { KindCounts } from '../../core/health/finding';
import { useWords } from '../i18n/catalogue';
import { KindMark } from './KindMark';
import css from './KindToggles.module.css';

/** What `KindToggles` takes. */
export interface KindTogglesProps {
  readonly counts: KindCounts;
  readonly shown: readonly AnnotationKind[];
  readonly onShown: (kinds: readonly AnnotationKind[]) => void;
}

/** Which kinds a list shows, with how many there are of each. */
export function KindToggles({ counts, shown, onShown }: KindTogglesProps) {
  const words = useWords();
  return (
    <fieldset className={css.kinds} aria-label={words.annotations.filter}>
      {annotationKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={css.toggle}
          aria-pressed={shown.includes(kind)}
          aria-label={words.kindCounts[kind](counts[kind])}
          title={words.kindCounts[kind](counts[kind])}
          onClick={() =>
            onShown(
              annotationKinds.filter((one) =>
                one === kind ? !shown.includes(one) : shown.includes(one),
              ),
            )
          }
        >
          <KindMark kind={kind} />
          {words.numberOf(counts[kind])}
        </button>
      ))}
    </fieldset>
  );
}
