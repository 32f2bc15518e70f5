import type { Dialog } from 'electron';
import type { Faults } from './faults';
import type { Phase } from './phase';
import { knowOptions, type StandInFor, strict } from './strict';

/** A dialog that was shown: its options, and whether it belonged to the window. */
export interface ShownDialog {
  readonly kind: 'open' | 'save';
  readonly options: Readonly<Record<string, unknown>>;
  readonly isModal: boolean;
}

/** What the person does in the dialogs to come, in order: choose paths, or close the dialog. */
export interface DialogScript {
  open(...answers: readonly (readonly string[] | 'cancel')[]): void;
  save(...answers: readonly string[]): void;
}

/** The stand-in of `dialog`, and the test's hold on it. A dialog without an answer in the script is a fault. */
export interface DialogDouble {
  readonly api: object;
  readonly script: DialogScript;
  readonly shown: readonly ShownDialog[];
}

const knownOptions = ['properties', 'filters', 'defaultPath'];

/** `dialog` with an empty script. */
export function createDialog(phase: Phase, faults: Faults): DialogDouble {
  const shown: ShownDialog[] = [];
  const openAnswers: (readonly string[] | 'cancel')[] = [];
  const saveAnswers: string[] = [];
  const show = (kind: 'open' | 'save', args: readonly object[]): void => {
    phase.onlyAfter('dialog');
    const options = args.at(-1) ?? {};
    knowOptions(`dialog.${kind}`, options, knownOptions, faults);
    shown.push({ kind, options: { ...options }, isModal: args.length === 2 });
  };
  const next = <T>(answers: T[], kind: string): T => {
    const answer = answers.shift();
    if (answer === undefined) throw faults.fault(`nobody answers the ${kind} dialog`);
    return answer;
  };
  const api = {
    showOpenDialog: async (...args: readonly object[]) => {
      show('open', args);
      const answer = next(openAnswers, 'open');
      return answer === 'cancel'
        ? { canceled: true, filePaths: [] }
        : { canceled: false, filePaths: [...answer] };
    },
    showSaveDialog: async (...args: readonly object[]) => {
      show('save', args);
      const answer = next(saveAnswers, 'save');
      return answer === 'cancel'
        ? { canceled: true, filePath: '' }
        : { canceled: false, filePath: answer };
    },
  } satisfies StandInFor<Dialog>;
  return {
    api: strict('dialog', api, faults),
    script: {
      open: (...answers) => {
        openAnswers.push(...answers);
      },
      save: (...answers) => {
        saveAnswers.push(...answers);
      },
    },
    shown,
  };
}
