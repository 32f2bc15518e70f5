import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { RestoreActions } from './RestoreActions';
import { RestoreHead } from './RestoreHead';
import { RestoreKeptAside } from './RestoreKeptAside';
import { RestoreOffered } from './RestoreOffered';
import css from './RestorePage.module.css';
import { RestoreProgress } from './RestoreProgress';
import type {
  FoundProject,
  PointActs,
  RestoreChoice,
  RestoreOffer,
  RestorePreviewState,
  RestoreReason,
  RestoreStage,
  StoreKeptAside,
} from './restore-state';

/** What `RestorePage` takes. */
export interface RestorePageProps {
  readonly reason: RestoreReason;
  /** What is there now; null when there is nothing or it cannot be told. */
  readonly present: FoundProject | null;
  /** Where the backup is, to be shown. */
  readonly folder: string;
  readonly offer: RestoreOffer;
  /** Null while nothing can be chosen. Begin with the newest point that is whole. */
  readonly choice: RestoreChoice | null;
  readonly onChoose: (choice: RestoreChoice) => void;
  /** Of each point whose changes were asked for, by `keyOfPoint`. */
  readonly acts: ReadonlyMap<string, PointActs>;
  /** A point was unfolded for the first time, or again after its changes were `unreadable`. */
  readonly onUnfold: (point: RestoreChoice) => void;
  /** Of `choice`; null while nothing is chosen. */
  readonly preview: RestorePreviewState | null;
  readonly stage: RestoreStage;
  /** Restores `choice`. */
  readonly onRestore: () => void;
  /** Stops a restore that runs; nothing is changed then. */
  readonly onCancel: () => void;
  /** Begins with an empty store; absent where that is not offered. What is there is kept aside. */
  readonly onStartEmpty?: () => void;
  /** Goes on with the store as it is; absent where it cannot be used. */
  readonly onGoOn?: () => void;
  /** Looks at the store and the backup again; absent where that changes nothing. */
  readonly onRetry?: () => void;
  /** Goes back to the project; absent unless the person asked for the page. */
  readonly onClose?: () => void;
  readonly keptAside: readonly StoreKeptAside[];
  readonly onRemoveKept: (name: string) => void;
}

/**
 * The page that brings a project back from its backup, in the whole window: what was found, what is safe, what to do;
 * the points in time with what the chosen one holds; and the ways on. Enter restores, Escape steps back where it can.
 */
export function RestorePage(props: RestorePageProps) {
  const { offer, choice, preview, stage, keptAside, onRestore, onCancel, onClose } = props;
  const page = useRef<HTMLElement>(null);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isBusy = stage.kind === 'restoring' || stage.kind === 'withdrawing';
  const canRestore = choice !== null && preview?.kind !== 'unreadable';
  const phase = isBusy ? 'busy' : offer.kind;
  useEffect(() => takeFocus(page.current, phase), [phase]);
  useEffect(() => {
    // What failed is said where the page begins.
    if (stage.kind === 'failed') page.current?.querySelector('[data-scroll]')?.scrollTo(0, 0);
  }, [stage.kind]);
  const restore = (): void => {
    if (canRestore) onRestore();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    const stepBack = isBusy ? (stage.kind === 'restoring' ? onCancel : undefined) : onClose;
    if (!stepBack) return;
    event.preventDefault();
    stepBack();
  };
  return (
    <main ref={page} tabIndex={-1} className={css.page} aria-busy={isBusy} onKeyDown={onKeyDown}>
      <div className={css.scroll} data-scroll>
        <div className={css.sheet}>
          <RestoreHead {...props} />
          {isBusy ? (
            <RestoreProgress stage={stage} onCancel={onCancel} />
          ) : (
            <>
              <RestoreOffered {...props} onRestore={restore} turned={turned} onTurn={setTurned} />
              {keptAside.length > 0 && (
                <RestoreKeptAside stores={keptAside} onRemove={props.onRemoveKept} />
              )}
            </>
          )}
        </div>
      </div>
      {!isBusy && (
        <RestoreActions
          reason={props.reason}
          hasBackup={choice !== null || offer.kind === 'reading'}
          canRestore={canRestore}
          onRestore={restore}
          onStartEmpty={props.onStartEmpty}
          onGoOn={props.onGoOn}
          onRetry={props.onRetry}
          onClose={onClose}
        />
      )}
    </main>
  );
}

/** To what the phase is about, unless the person has gone somewhere on the page. */
function takeFocus(page: HTMLElement | null, phase: 'busy' | RestoreOffer['kind']): void {
  const { activeElement } = document;
  if (!page || (activeElement !== page && page.contains(activeElement))) return;
  const wanted = page.querySelector<HTMLElement>(phase === 'busy' ? 'button' : '[role="tree"]');
  (wanted ?? page).focus({ preventScroll: true });
}
