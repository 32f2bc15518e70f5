import FileText from 'lucide-react/icons/file-text';
import FolderOpen from 'lucide-react/icons/folder-open';
import Lock from 'lucide-react/icons/lock';
import { useWords } from '../../i18n/catalogue';
import { isolated, nameShown } from '../../i18n/foreign-words';
import { Button } from '../../ui/Button';
import { Shortcut } from '../../ui/Shortcut';
import css from './Welcome.module.css';

/** A file opened before, newest first in lists. */
export interface WelcomeFile {
  /** What the page gives back to open it. */
  readonly key: string;
  readonly fileName: string;
  /** The name of its folder, to tell two of one name apart. */
  readonly folderName?: string;
}

/** An article that comes with the program. */
export interface WelcomeSample {
  readonly key: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** One line on what it shows. */
  readonly about?: string;
}

/** What `Welcome` takes. */
export interface WelcomeProps {
  readonly recent: readonly WelcomeFile[];
  readonly samples: readonly WelcomeSample[];
  readonly onOpenFiles: () => void;
  readonly openFilesShortcut?: string | undefined;
  readonly onOpenRecent: (key: string) => void;
  readonly onForgetRecent: () => void;
  readonly onOpenSample: (key: string) => void;
}

/** The main column while no article is open. */
export function Welcome(props: WelcomeProps) {
  const { recent, samples, onOpenFiles, openFilesShortcut } = props;
  const words = useWords().welcome;
  return (
    // It scrolls, so the keyboard must reach it.
    <section className={css.page} aria-label={words.title} tabIndex={0}>
      <div className={css.sheet}>
        <h1 className={css.title}>{words.title}</h1>
        <p className={css.lead}>
          {words.lead} {words.leadMore}
        </p>
        <div className={css.open}>
          <Button look="primary" icon={<FolderOpen size={16} />} onClick={onOpenFiles}>
            {words.open}
          </Button>
          {openFilesShortcut && <Shortcut keys={openFilesShortcut} />}
          <span className={css.hint}>{words.drop}</span>
        </div>
        {recent.length > 0 && (
          <section className={css.part}>
            <div className={css.partHead}>
              <h2 className={css.heading}>{words.recent}</h2>
              <Button look="quiet" onClick={props.onForgetRecent}>
                {words.forget}
              </Button>
            </div>
            <ul>
              {recent.map((file) => (
                <li key={file.key} className={css.line}>
                  <button
                    type="button"
                    className={css.row}
                    onClick={() => props.onOpenRecent(file.key)}
                  >
                    <FileText size={15} />
                    <span className={css.rowTitle} dir="auto">
                      {nameShown(file.fileName)}
                    </span>
                    {file.folderName && (
                      <span className={css.hint}>
                        {words.inFolder(isolated(nameShown(file.folderName)))}
                      </span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {samples.length > 0 && (
          <section className={css.part}>
            <div className={css.partHead}>
              <h2 className={css.heading}>{words.samples}</h2>
              <span className={css.hint}>{words.samplesHint}</span>
            </div>
            <ul>
              {samples.map((sample) => (
                <li key={sample.key} className={css.line}>
                  <button
                    type="button"
                    className={css.row}
                    onClick={() => props.onOpenSample(sample.key)}
                  >
                    <FileText size={15} />
                    <span className={css.rowTitle} lang={sample.language} dir="auto">
                      {sample.title}
                    </span>
                    {sample.about && <span className={css.hint}>{sample.about}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className={css.privacy}>
          <Lock size={14} />
          {words.privacy}
        </p>
      </div>
    </section>
  );
}
