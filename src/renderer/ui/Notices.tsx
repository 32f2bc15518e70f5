import X from 'lucide-react/icons/x';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from './Button';
import { IconButton } from './IconButton';
import css from './Notices.module.css';

/** A short message that does not stand in the way. */
export interface Notice {
  readonly id: string;
  /** `status` goes by itself after a while; `alert` stays until it is dismissed. */
  readonly tone: 'status' | 'alert';
  readonly text: string;
  /** A second line: what is safe and what to do next. */
  readonly more?: string;
  readonly action?: { readonly label: string; readonly onAct: () => void };
}

/** What `Notices` takes. */
export interface NoticesProps {
  /** Oldest first. */
  readonly notices: readonly Notice[];
  readonly label: string;
  readonly dismissLabel: string;
  readonly onDismiss: (id: string) => void;
}

const staysFor = 7_000;

/** Messages at the lower edge of the positioned box around it, the newest lowest. Hovering or focusing them stops their clocks. */
export function Notices({ notices, label, dismissLabel, onDismiss }: NoticesProps) {
  const [held, setHeld] = useState(false);
  const show = (tone: Notice['tone']) =>
    notices
      .filter((notice) => notice.tone === tone)
      .map((notice) => (
        <OneNotice
          key={notice.id}
          notice={notice}
          held={held}
          dismissLabel={dismissLabel}
          onDismiss={() => onDismiss(notice.id)}
        />
      ));
  return (
    <section
      aria-label={label}
      className={css.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="alert" className={css.stack}>
        {show('alert')}
      </div>
      <div role="status" className={css.stack}>
        {show('status')}
      </div>
    </section>
  );
}

function OneNotice({
  notice,
  held,
  dismissLabel,
  onDismiss,
}: {
  readonly notice: Notice;
  readonly held: boolean;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
}) {
  const goes = notice.tone === 'status' && !held;
  const leave = useEffectEvent(onDismiss);
  useEffect(() => {
    if (!goes) return;
    const clock = setTimeout(() => leave(), staysFor);
    return () => clearTimeout(clock);
  }, [goes]);
  return (
    <div className={css.notice} data-tone={notice.tone}>
      <div className={css.words}>
        <p className={css.text}>{notice.text}</p>
        {notice.more && <p className={css.more}>{notice.more}</p>}
      </div>
      {notice.action && (
        <Button
          onClick={() => {
            notice.action?.onAct();
            onDismiss();
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton label={dismissLabel} icon={<X size={14} />} onClick={onDismiss} />
    </div>
  );
}
