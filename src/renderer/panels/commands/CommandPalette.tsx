import { Dialog } from '@base-ui/react/dialog';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWords } from '../../i18n/catalogue';
import { moveInList } from '../../ui/move-in-list';
import { Shortcut } from '../../ui/Shortcut';
import css from './CommandPalette.module.css';
import { type ListedCommand, matchCommands } from './match-commands';

/** What `CommandPalette` takes. */
export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly commands: readonly ListedCommand[];
  /** The palette has closed by then, and the focus is where it was. */
  readonly onRun: (id: string) => void;
}

/** Every command, found by a few letters of its name. */
export function CommandPalette({ open, onClose, commands, onRun }: CommandPaletteProps) {
  const words = useWords().commandPalette;
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<string | null>(null);
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (open) before.current = document.activeElement;
  }, [open]);

  // The focus is given back here, not by the dialog, so that a command that moves it comes after that.
  const onClosed = (): void => {
    const id = chosen.current;
    chosen.current = null;
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    if (id !== null) onRun(id);
  };

  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => !next && onClose()}
      onOpenChangeComplete={(isOpen) => !isOpen && onClosed()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup
          className={css.popup}
          initialFocus={input}
          finalFocus={false}
          aria-label={words.title}
        >
          <Finder
            input={input}
            commands={commands}
            onChoose={(id) => {
              chosen.current = id;
              onClose();
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({
  input,
  commands,
  onChoose,
}: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly commands: readonly ListedCommand[];
  readonly onChoose: (id: string) => void;
}) {
  const words = useWords().commandPalette;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState(0);
  const found = useMemo(() => matchCommands(commands, query), [commands, query]);
  const active = Math.min(cursor, found.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const command = found[active];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (command?.enabled) onChoose(command.id);
      return;
    }
    // Home and End belong to the text field.
    if (event.key === 'Home' || event.key === 'End') return;
    const next = moveInList({ key: event.key, active, length: found.length, page: 8 });
    if (next === null) return;
    event.preventDefault();
    setCursor(next);
  };

  return (
    <>
      <input
        ref={input}
        type="text"
        role="combobox"
        dir="auto"
        className={css.input}
        aria-label={words.placeholder}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={words.placeholder}
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="unseen" role="status">
        {found.length === 0 ? words.none : words.count(found.length)}
      </p>
      {found.length === 0 && <p className={css.none}>{words.none}</p>}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={words.title}
        hidden={found.length === 0}
        className={css.list}
      >
        {found.map((command, index) => (
          // The text field has the focus and the keys; the pointer needs no more than this.
          <div
            key={command.id}
            id={`${id}-${index}`}
            data-index={index}
            role="option"
            aria-selected={index === active}
            aria-disabled={!command.enabled}
            className={css.option}
            onMouseMove={() => setCursor(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => command.enabled && onChoose(command.id)}
          >
            <span className={css.label}>{command.label}</span>
            {!command.enabled && <span className={css.group}>{words.unavailable}</span>}
            {command.enabled && command.group && <span className={css.group}>{command.group}</span>}
            {command.shortcut && <Shortcut keys={command.shortcut} />}
          </div>
        ))}
      </div>
    </>
  );
}
