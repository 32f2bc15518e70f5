import { Dialog } from '@base-ui/react/dialog';
import X from 'lucide-react/icons/x';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './IconButton';
import css from './Modal.module.css';

/** What `Modal` takes. */
export interface ModalProps {
  readonly open: boolean;
  readonly title: string;
  /** One sentence under the title. */
  readonly intro?: ReactNode;
  readonly closeLabel: string;
  /** Escape, a press outside, or the close button. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** Buttons at the lower edge, the main one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** It is only read: the keyboard reaches the body itself, to scroll it. */
  readonly reading?: boolean;
}

/** A dialog over the page. Focus stays inside it and goes back to where it was. */
export function Modal({
  open,
  title,
  intro,
  closeLabel,
  onClose,
  children,
  actions,
  wide = false,
  reading = false,
}: ModalProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup
          className={css.popup}
          data-wide={wide || undefined}
          ref={popup}
          initialFocus={() => firstFocus(popup.current)}
        >
          <header className={css.head}>
            <Dialog.Title className={css.title}>{title}</Dialog.Title>
            <IconButton label={closeLabel} icon={<X size={16} />} onClick={onClose} />
          </header>
          {intro && <Dialog.Description className={css.intro}>{intro}</Dialog.Description>}
          {children && (
            <div className={css.body} data-body tabIndex={reading ? 0 : undefined}>
              {children}
            </div>
          )}
          {actions && <footer className={css.actions}>{actions}</footer>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The main action, or what is to be read, or the dialog itself; never the close button, which comes first. */
function firstFocus(popup: HTMLElement | null): HTMLElement | boolean {
  const main = popup?.querySelector<HTMLElement>('footer > button:last-of-type:enabled');
  return main ?? popup?.querySelector<HTMLElement>('[data-body][tabindex]') ?? popup ?? true;
}
