import Locate from 'lucide-react/icons/locate';
import X from 'lucide-react/icons/x';
import type { Annotation } from '../../../core/annotation/annotation';
import { wordsOfFragments } from '../../../core/annotation/reshape';
import { useWords } from '../../i18n/catalogue';
import { IconButton } from '../../ui/IconButton';
import css from './FragmentList.module.css';

/** What `FragmentList` takes. Fragments are told by their index, from 0. */
export interface FragmentListProps {
  readonly annotation: Annotation;
  /** The article's language, for its words. */
  readonly language: string | undefined;
  /** Brings a fragment into view; without it there is no button for that. */
  readonly onShow?: ((index: number) => void) | undefined;
  /** Takes a fragment away; without it there is no button for that. */
  readonly onRemove?: ((index: number) => void) | undefined;
}

/** The fragments of an annotation that has several, in text order; nothing for one that has a single fragment. */
export function FragmentList({ annotation, language, onShow, onRemove }: FragmentListProps) {
  const words = useWords();
  const { fragments } = annotation;
  if (fragments.length < 2) return null;
  const title = words.fragments.title(fragments.length);
  return (
    <div>
      <h3 className={css.title}>{title}</h3>
      <ol className={css.list} aria-label={title}>
        {wordsOfFragments(annotation).map((exact, index) => (
          <li key={fragments[index]?.start} className={css.row}>
            <span className={css.number} aria-hidden="true">
              {words.numberOf(index + 1)}
            </span>
            <span className={css.exact} lang={language} dir="auto" title={exact}>
              {exact}
            </span>
            {onShow && (
              <IconButton
                label={words.fragments.show(index + 1)}
                icon={<Locate size={14} />}
                onClick={() => onShow(index)}
              />
            )}
            {onRemove && (
              <IconButton
                label={words.fragments.remove(index + 1)}
                icon={<X size={14} />}
                onClick={() => onRemove(index)}
              />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
