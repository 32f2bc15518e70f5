import { useEffect } from 'react';
import { isForInputMethod } from '../../ui/input-method';
import { tell } from '../../workspace/screen';
import type { Workspace } from '../../workspace/workspace';
import { isTypedInto } from './takes-key';

/** Letters and digits: the keys that an input method takes, and commands have. */
const keyOfCommand = /^(?:Key|Digit)/;

/**
 * Says once, while the saying stands, why a letter or digit does nothing: some systems leave an input method on where there
 * is no field to compose in, and then the page hears of a key, but not which one it is to be.
 */
export function useInputMethodHint({ screen }: Workspace): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isForInputMethod(event) || isTypedInto(event.target)) return;
      const isSaid = screen.getState().notices.some(({ kind }) => kind === 'input-method');
      if (keyOfCommand.test(event.code) && !isSaid) tell(screen, { kind: 'input-method' });
    };
    // On the window, where such keys are still seen.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [screen]);
}
