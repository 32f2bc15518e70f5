import { useEffect, useMemo, useState } from 'react';
import type { Desktop } from '../../../preload/contract';
import { RestorePage } from '../../panels/restore/RestorePage';
import type {
  FoundProject,
  RestoreChoice,
  RestoreOffer,
  RestoreReason,
  StoreKeptAside,
} from '../../panels/restore/restore-state';
import { removeStoreKeptAside, storesKeptAside } from '../../storage/generations';
import type { Found } from '../../workspace/backup/find-store';
import type { FoundStore } from '../../workspace/backup/judge';
import { lastKeptOf } from '../../workspace/backup/ways';
import { openKey } from '../../workspace/shown-article';
import { settingsKey } from '../../workspace/workspace';
import { storeName } from '../store-name';
import { beginEmptyStore, forkStore, presentProject } from './present-store';
import { firstChoice, offerOf } from './restore-offer';
import { rememberRestored } from './restored-note';
import { type RestoreSource, useActs, usePreview, useRestoring } from './use-restore';

/** What `RestorePane` takes. */
interface RestorePaneProps {
  readonly source: RestoreSource;
  readonly found: Found;
  /** Goes back to the project; absent when there is none to go back to. */
  readonly onClose?: () => void;
}

/** What a restore reads and makes, given what was found. */
export function sourceOf({ backup, database }: Found, desktop: Desktop): RestoreSource {
  return {
    desktop,
    base: storeName,
    backup,
    text: async (hash) => (await database?.texts.get(hash))?.text ?? null,
    facts: async () => {
      const rows = await database?.state.bulkGet([settingsKey, openKey]);
      return rows?.filter((row) => row !== undefined) ?? [];
    },
  };
}

const reload = (): void => location.reload();

/** The restore page over what a start has found, or over the open project. Whatever is decided, the window starts anew. */
export function RestorePane({ source, found, onClose }: RestorePaneProps) {
  const { database, backup, verdict } = found;
  const present = found.store.state === 'open' ? found.store.lineage : null;
  const offer = useMemo(() => shownOffer(found, present), [found, present]);
  const [choice, setChoice] = useState<RestoreChoice | null>(() =>
    offer.kind === 'read' ? firstChoice(offer.lineages) : null,
  );
  const preview = usePreview(source, choice);
  const { acts, unfold } = useActs(source);
  const { stage, run, cancel } = useRestoring(source);
  const project = useProject(found);
  const [keptAside, setKeptAside] = useKeptAside(source.base);
  const reason = reasonOf(found);

  const start = async (): Promise<void> => {
    const done = choice && (await run(choice, preview));
    if (!done) return;
    rememberRestored({ ...done, keptAside: found.store.state !== 'missing' });
    reload();
  };
  const canStartEmpty = ['missing', 'damaged', 'newer'].includes(reason.kind);
  const canGoOn = reason.kind === 'behind' || reason.kind === 'diverged';
  return (
    <RestorePage
      reason={reason}
      present={project}
      folder={backup?.folder ?? ''}
      offer={offer}
      choice={choice}
      onChoose={setChoice}
      acts={acts}
      onUnfold={unfold}
      preview={preview}
      stage={stage}
      onRestore={() => void start()}
      onCancel={cancel}
      {...(canStartEmpty && {
        onStartEmpty: () => void beginEmptyStore(source.base).then(reload),
      })}
      {...(canGoOn && database && { onGoOn: () => void forkStore(database).then(reload) })}
      {...(verdict.kind === 'restore' && { onRetry: reload })}
      {...(onClose && { onClose })}
      keptAside={keptAside}
      onRemoveKept={(name) =>
        void removeStoreKeptAside(source.base, name).then(() =>
          setKeptAside(keptAside.filter((store) => store.name !== name)),
        )
      }
    />
  );
}

function reasonOf({ verdict, store, backup }: Found): RestoreReason {
  if (verdict.kind !== 'restore') return { kind: 'asked' };
  switch (verdict.reason) {
    case 'damaged':
      return { kind: 'damaged', detail: store.state === 'unreadable' ? store.error.detail : '' };
    case 'behind':
      return { kind: 'behind', changes: changesBehind(store, backup) };
    default:
      return { kind: verdict.reason };
  }
}

function changesBehind(store: FoundStore, backup: Found['backup']): number | null {
  if (store.state !== 'open') return null;
  const kept = backup?.lineages.find(({ lineage }) => lineage === store.lineage);
  return kept ? lastKeptOf(kept) - store.lastSeq : null;
}

function shownOffer({ backup, backupError }: Found, present: string | null): RestoreOffer {
  if (backup)
    return {
      kind: 'read',
      lineages: offerOf(backup, present),
      damagedFiles: backup.damaged,
    };
  return { kind: 'unreadable', problem: backupError ?? { code: 'system' } };
}

/** What the store that is there holds; null while it is not known, or cannot be. */
function useProject({ database }: Found): FoundProject | null {
  const [project, setProject] = useState<FoundProject | null>(null);
  useEffect(() => {
    if (database) void presentProject(database).then(setProject);
  }, [database]);
  return project;
}

function useKeptAside(base: string) {
  const [stores, setStores] = useState<readonly StoreKeptAside[]>([]);
  useEffect(() => {
    void storesKeptAside(base).then((names) =>
      setStores(names.map((name) => ({ name, at: null }))),
    );
  }, [base]);
  return [stores, setStores] as const;
}
