import X from 'lucide-react/icons/x';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../../i18n/catalogue';
import { IconButton } from '../../ui/IconButton';
import { Resizer } from '../../ui/Resizer';
import { useWindowWidth } from '../../ui/use-window-width';
import css from './AppFrame.module.css';
import {
  columnLimits,
  type FrameColumn,
  type FrameLayout,
  fitColumns,
  frameModeOf,
  isColumnShown,
  isDrawer,
  usualLayout,
} from './frame-layout';

/** What `AppFrame` takes. */
export interface AppFrameProps {
  readonly topBar: ReactNode;
  readonly library: ReactNode;
  readonly article: ReactNode;
  readonly inspector: ReactNode;
  readonly status: ReactNode;
  /** `Notices`, shown just above the status line. */
  readonly notices?: ReactNode;
  readonly layout: FrameLayout;
  readonly onLayout: (layout: FrameLayout) => void;
  /** Whether files are being dragged over the window. */
  readonly dropping?: boolean;
}

/** The window: bars above and below, and between them library, article and inspector. */
export function AppFrame(props: AppFrameProps) {
  const { topBar, library, article, inspector, status, notices, layout, onLayout } = props;
  const words = useWords().frame;
  const width = useWindowWidth();
  const mode = frameModeOf(width);
  const fit = fitColumns(layout, width);
  const id = useId();
  const main = useRef<HTMLElement>(null);
  const drawn = useRef<HTMLElement>(null);
  const drawer = layout.drawer && isDrawer(layout.drawer, mode) ? layout.drawer : null;

  // A drawer takes the focus as it opens and gives it back as it closes.
  useEffect(() => {
    if (!drawer) return;
    const before = document.activeElement;
    drawn.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [drawer]);

  const close = (): void => onLayout({ ...layout, drawer: null });

  const column = (name: FrameColumn, content: ReactNode): ReactNode => {
    const over = isDrawer(name, mode);
    const shown = isColumnShown(layout, name, mode);
    const label = words[name];
    const grow = name === 'library' ? 1 : -1;
    const size = name === 'library' ? 'libraryWidth' : 'inspectorWidth';
    const resizer = !over && shown && (
      <Resizer
        label={name === 'library' ? words.resizeLibrary : words.resizeInspector}
        controls={`${id}-${name}`}
        orientation="vertical"
        value={fit[name].width}
        min={columnLimits[name].min}
        max={fit[name].max}
        step={8}
        unitsPerPixel={() => grow}
        onChange={(next) => onLayout({ ...layout, [size]: next })}
        onReset={() => onLayout({ ...layout, [size]: usualLayout[size] })}
      />
    );
    return (
      <aside
        id={`${id}-${name}`}
        ref={drawer === name ? drawn : undefined}
        aria-label={label}
        hidden={!shown}
        tabIndex={over ? -1 : undefined}
        className={css.column}
        data-column={name}
        data-drawer={over || undefined}
        style={over ? undefined : { width: fit[name].width }}
        onKeyDown={(event: KeyboardEvent) => {
          if (!over || event.key !== 'Escape' || event.defaultPrevented) return;
          event.stopPropagation();
          close();
        }}
      >
        {over && (
          <div className={css.drawerHead}>
            <IconButton label={words.closeDrawer} icon={<X size={16} />} onClick={close} />
          </div>
        )}
        <div className={css.content}>{content}</div>
        {resizer && <div className={css.edge}>{resizer}</div>}
      </aside>
    );
  };

  return (
    <div className={css.frame} data-mode={mode}>
      <a
        className={css.skip}
        href={`#${id}-article`}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.skipToArticle}
      </a>
      <header className={css.top}>{topBar}</header>
      <div className={css.columns}>
        {column('library', library)}
        <main
          id={`${id}-article`}
          ref={main}
          tabIndex={-1}
          aria-label={words.article}
          className={css.article}
        >
          {article}
        </main>
        {column('inspector', inspector)}
        {notices}
      </div>
      <footer className={css.status}>{status}</footer>
      {props.dropping && (
        <div className={css.veil} role="status">
          <p className={css.drop}>{words.dropHere}</p>
        </div>
      )}
    </div>
  );
}
