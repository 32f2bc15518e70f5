import { type ComponentType, type ReactNode, useLayoutEffect, useState } from 'react';
import { holdKeys } from './hold-keys';

/** A component of which the script is read when it is first drawn, or ahead of that. */
export interface LazyPart<Props extends object> {
  (props: Props & LazyPartProps): ReactNode;
  /** Reads the script once, and gives what is drawn. When it rejects, the next call tries again. */
  readonly read: () => Promise<ComponentType<Props>>;
}

/** What every `LazyPart` takes beside what its component does. */
export interface LazyPartProps {
  /** The script could not be read, or not in time: take back what asked for the part. Without it, drawing throws. */
  readonly onUnread?: () => void;
}

/** How long a person who has asked may wait, with no key that works, in milliseconds. */
const patience = 15_000;

const made: { readonly read: () => Promise<unknown> }[] = [];

/** Every part that `lazyPart` has made, in order, for whoever reads them ahead. */
export const lazyParts: readonly { readonly read: () => Promise<unknown> }[] = made;

/**
 * Makes a component that draws the default export of the module which `load` imports. It draws nothing until that has been
 * read, and keys pressed meanwhile are kept for it; once it has been read, it is drawn in the same turn as it is asked for.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyPart<Props> {
  let component: ComponentType<Props> | null = null;
  let reading: Promise<ComponentType<Props>> | null = null;

  const start = async (): Promise<ComponentType<Props>> => {
    try {
      component = (await load()).default;
      return component;
    } catch (thrown) {
      reading = null;
      throw thrown;
    }
  };
  const read = (): Promise<ComponentType<Props>> => (reading ??= start());

  function Lazy(props: Props & LazyPartProps): ReactNode {
    const [Shown, setShown] = useState(() => component);
    const [failure, setFailure] = useState<{ readonly thrown: unknown } | null>(null);
    const { onUnread } = props;
    useLayoutEffect(() => {
      if (Shown) return undefined;
      const keys = holdKeys();
      let isWanted = true;
      const giveUp = (thrown: unknown): void => {
        keys.drop();
        if (isWanted && onUnread) onUnread();
        else if (isWanted) setFailure({ thrown });
        isWanted = false;
      };
      const late = setTimeout(() => giveUp(new Error('the script has not arrived')), patience);
      read().then((found) => isWanted && setShown(() => found), giveUp);
      return () => {
        clearTimeout(late);
        isWanted = false;
        keys.giveBack();
      };
      // What to do about a failure is as it was when the part was asked for.
      // oxlint-disable-next-line react/exhaustive-deps
    }, [Shown]);
    if (failure) throw failure.thrown;
    return Shown && <Shown {...props} />;
  }

  const part = Object.assign(Lazy, { read });
  made.push(part);
  return part;
}
