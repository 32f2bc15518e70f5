import { step } from '../../workspace/actions/history/history';
import { openFind, stepFind } from '../../workspace/actions/reader/find';
import type { Command } from './command';
import { withText, withWords } from './conditions';

/** Undo, copying, selecting and finding. */
export const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    group: 'edit',
    keys: ['Mod+Z'],
    repeats: true,
    enabled: ({ canUndo }) => canUndo,
    run: ({ workspace }) => step(workspace, 'undo'),
  },
  {
    id: 'edit.redo',
    group: 'edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    repeats: true,
    enabled: ({ canRedo }) => canRedo,
    run: ({ workspace }) => step(workspace, 'redo'),
  },
  {
    id: 'edit.copy',
    group: 'edit',
    keys: ['Mod+C'],
    nativeRole: 'copy',
    enabled: withWords,
    run: (desk) => desk.copySelection(),
  },
  {
    id: 'edit.copyQuotation',
    group: 'edit',
    keys: ['Q'],
    enabled: withWords,
    run: (desk) => desk.copyQuotation(),
  },
  {
    id: 'edit.selectAll',
    group: 'edit',
    keys: ['Mod+A'],
    enabled: withText,
    run: ({ reader }) => {
      reader()?.focus();
      reader()?.selectAll();
    },
  },
  {
    id: 'find.open',
    group: 'edit',
    keys: ['Mod+F'],
    whileTyping: true,
    enabled: withText,
    run: ({ workspace }) => openFind(workspace),
  },
  {
    id: 'find.next',
    group: 'edit',
    keys: ['Mod+G', 'F3'],
    repeats: true,
    whileTyping: true,
    enabled: ({ screen }) => screen.find !== null,
    run: ({ workspace }) => stepFind(workspace, 1),
  },
  {
    id: 'find.previous',
    group: 'edit',
    keys: ['Mod+Shift+G', 'Shift+F3'],
    repeats: true,
    whileTyping: true,
    enabled: ({ screen }) => screen.find !== null,
    run: ({ workspace }) => stepFind(workspace, -1),
  },
];
