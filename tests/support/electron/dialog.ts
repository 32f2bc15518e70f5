import type { Dialog, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import type { Faults } from './faults';
import type { Phase } from './phase';
import { knowOptions, type StandInFor, strict } from './strict';

/** A dialog that was shown: its options, and whether it belonged to the window. */
export interface ShownDialog {
  readonly kind: 'open' | 'save' | 'message';
  readonly options: Readonly<Record<string, unknown>>;
  readonly isModal: boolean;
}

/** What the person does in the dialogs to come, in order: choose paths, or close the dialog. */
export interface DialogScript {
  open(...answers: readonly (readonly string[] | 'cancel')[]): void;
  save(...answers: readonly string[]): void;
  /** The label of the button to press, or `stay`: it stays until the program takes it away. */
  message(...answers: readonly string[]): void;
}

/** The stand-in of `dialog`, and the test's hold on it. A dialog without an answer in the script is a fault. */
export interface DialogDouble {
  readonly api: object;
  readonly script: DialogScript;
  readonly shown: readonly ShownDialog[];
  /** Whether a message box is just giving its answer: it is still on the stack, and its window must stay. */
  readonly isAnswering: () => boolean;
}

const fileOptions = ['properties', 'filters', 'defaultPath'];
const messageOptions = [
  'type',
  'message',
  'detail',
  'buttons',
  'defaultId',
  'cancelId',
  'noLink',
  'signal',
];

/** `dialog` with an empty script. */
export function createDialog(phase: Phase, faults: Faults): DialogDouble {
  const shown: ShownDialog[] = [];
  const openAnswers: (readonly string[] | 'cancel')[] = [];
  const saveAnswers: string[] = [];
  const messageAnswers: string[] = [];
  let isAnswering = false;
  const show = (kind: ShownDialog['kind'], args: readonly object[]): void => {
    phase.onlyAfter('dialog');
    const options = args.at(-1) ?? {};
    const known = kind === 'message' ? messageOptions : fileOptions;
    knowOptions(`dialog.${kind}`, options, known, faults);
    shown.push({ kind, options: { ...options }, isModal: args.length === 2 });
  };
  const next = <T>(answers: T[], kind: string): T => {
    const answer = answers.shift();
    if (answer === undefined) throw faults.fault(`nobody answers the ${kind} dialog`);
    return answer;
  };
  const pressButton = async ({
    buttons = [],
    cancelId,
    signal,
  }: MessageBoxOptions): Promise<MessageBoxReturnValue> => {
    if (cancelId === undefined) throw faults.fault('a message box without cancelId');
    const label = next(messageAnswers, 'message');
    if (label === 'stay') await takenAway(signal, faults);
    const response = label === 'stay' ? cancelId : buttons.indexOf(label);
    if (response < 0) throw faults.fault(`the message box has no button ${label}`);
    isAnswering = true;
    setImmediate(() => {
      isAnswering = false;
    });
    return { response, checkboxChecked: false };
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
    showMessageBox: (...args: readonly [...object[], MessageBoxOptions]) => {
      show('message', args);
      return pressButton(args.at(-1) as MessageBoxOptions);
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
      message: (...answers) => {
        messageAnswers.push(...answers);
      },
    },
    shown,
    isAnswering: () => isAnswering,
  };
}

/** Settles when `signal` aborts; a fault when the program gave none, since the box would stay for ever. */
function takenAway(signal: AbortSignal | undefined, faults: Faults): Promise<void> {
  if (signal === undefined) throw faults.fault('nothing takes the message box away');
  return new Promise((settle) => {
    if (signal.aborted) settle();
    else signal.addEventListener('abort', () => settle(), { once: true });
  });
}
