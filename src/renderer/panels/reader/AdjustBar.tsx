import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { Shortcut } from '../../ui/Shortcut';
import css from './AdjustBar.module.css';

/** What `AdjustBar` takes. */
export interface AdjustBarProps {
  /** The end that is being moved. */
  readonly end: 'start' | 'end';
  readonly shortcuts: Readonly<
    Record<'move' | 'byCharacter' | 'switchEnd' | 'keep' | 'leave', string>
  >;
  readonly onSwitch: () => void;
  readonly onKeep: () => void;
  readonly onLeave: () => void;
}

/** The keys that move an end of an annotation, along the lower edge of the text while one is being moved. */
export function AdjustBar({ end, shortcuts, onSwitch, onKeep, onLeave }: AdjustBarProps) {
  const words = useWords().adjusting;
  return (
    // A press on it must not take the focus from the text, whose keys move the end.
    <div
      role="toolbar"
      aria-label={words.label}
      className={css.bar}
      data-adjusting=""
      onMouseDown={(event) => event.preventDefault()}
    >
      <strong className={css.end}>{words[end]}</strong>
      <span className={css.hint}>
        <Shortcut keys={shortcuts.move} /> {words.byWord}
      </span>
      <span className={css.hint}>
        <Shortcut keys={shortcuts.byCharacter} /> {words.byCharacter}
      </span>
      <Button onClick={onSwitch}>
        <Shortcut keys={shortcuts.switchEnd} /> {words.switchEnd}
      </Button>
      <Button onClick={onLeave}>
        <Shortcut keys={shortcuts.leave} /> {words.leave}
      </Button>
      <Button look="primary" onClick={onKeep}>
        <Shortcut keys={shortcuts.keep} /> {words.keep}
      </Button>
    </div>
  );
}
