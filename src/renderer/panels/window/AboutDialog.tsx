import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { Modal } from '../../ui/Modal';
import css from './AboutDialog.module.css';

/** What `AboutDialog` takes. */
export interface AboutDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly version: string;
  readonly shell: 'electron' | 'loopback';
  readonly dataFolder: string;
}

/** What the program is, which window this is, and where its data lies. */
export function AboutDialog({ open, onClose, version, shell, dataFolder }: AboutDialogProps) {
  const words = useWords();
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={words.about.title}
      intro={words.about.what}
      closeLabel={words.about.close}
      actions={
        <Button look="primary" onClick={onClose}>
          {words.about.close}
        </Button>
      }
    >
      <p>{words.about.version(version)}</p>
      <dl className={css.facts}>
        <dt>{words.about.shell}</dt>
        <dd>{words.shells[shell]}</dd>
        <dt>{words.about.dataFolder}</dt>
        <dd>{dataFolder}</dd>
      </dl>
      <p>{words.about.network}</p>
    </Modal>
  );
}
