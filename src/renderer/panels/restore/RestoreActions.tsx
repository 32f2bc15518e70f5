import { useId } from 'react';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import css from './RestorePage.module.css';
import type { RestoreReason } from './restore-state';

interface RestoreActionsProps {
  readonly reason: RestoreReason;
  /** Whether there is anything to be restored. */
  readonly hasBackup: boolean;
  readonly canRestore: boolean;
  readonly onRestore: () => void;
  readonly onStartEmpty: (() => void) | undefined;
  readonly onGoOn: (() => void) | undefined;
  readonly onRetry: (() => void) | undefined;
  readonly onClose: (() => void) | undefined;
}

/** What can be done, each with what becomes of the rest. */
export function RestoreActions(props: RestoreActionsProps) {
  const { reason, hasBackup, canRestore, onRestore, onStartEmpty, onGoOn, onRetry, onClose } =
    props;
  const words = useWords().restore;
  return (
    <footer className={css.foot} aria-label={words.actions}>
      <div className={css.actions}>
        {hasBackup && (
          <Action
            isMain
            label={words.restore}
            how={words.restoreHow[reason.kind]}
            disabled={!canRestore}
            onAct={onRestore}
          />
        )}
        {onGoOn && <Action label={words.goOn} how={words.goOnHow} onAct={onGoOn} />}
        {onStartEmpty && (
          <Action
            label={words.startEmpty}
            how={hasBackup ? words.startEmptyHow : words.startEmptyAside}
            onAct={onStartEmpty}
          />
        )}
        {onRetry && <Action label={words.retry} how={words.retryHow} onAct={onRetry} />}
        {onClose && <Action label={words.close} how={words.closeHow} onAct={onClose} />}
      </div>
    </footer>
  );
}

interface ActionProps {
  readonly label: string;
  readonly how: string;
  readonly isMain?: boolean;
  readonly disabled?: boolean;
  readonly onAct: () => void;
}

function Action({ label, how, isMain = false, disabled = false, onAct }: ActionProps) {
  const id = useId();
  return (
    <>
      <Button
        look={isMain ? 'primary' : 'plain'}
        disabled={disabled}
        aria-describedby={id}
        onClick={onAct}
      >
        {label}
      </Button>
      <p id={id} className={css.how}>
        {how}
      </p>
    </>
  );
}
