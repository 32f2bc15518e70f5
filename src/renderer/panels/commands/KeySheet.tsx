import { useWords } from '../../i18n/catalogue';
import { Modal } from '../../ui/Modal';
import { Shortcut } from '../../ui/Shortcut';
import css from './KeySheet.module.css';

/** One group of the key sheet. */
export interface KeyGroup {
  readonly label: string;
  readonly commands: readonly {
    readonly id: string;
    readonly label: string;
    /** Every way to press it, as the platform writes keys. */
    readonly shortcuts: readonly string[];
  }[];
}

/** What `KeySheet` takes. */
export interface KeySheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly groups: readonly KeyGroup[];
}

/** The commands that have keys, by menu. */
export function KeySheet({ open, onClose, groups }: KeySheetProps) {
  const words = useWords().keySheet;
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={words.title}
      intro={words.intro}
      closeLabel={words.close}
      wide
      reading
    >
      <div className={css.groups}>
        {groups.map((group) => (
          <section key={group.label} className={css.group}>
            <h3 className={css.heading}>{group.label}</h3>
            <dl>
              {group.commands.map((command) => (
                <div key={command.id} className={css.row}>
                  <dt>{command.label}</dt>
                  <dd className={css.keys}>
                    {command.shortcuts.map((keys) => (
                      <Shortcut key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
