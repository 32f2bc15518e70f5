import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type HeldKeys, holdKeys } from '../../../src/renderer/ui/hold-keys';
import { focusOn, show } from '../panels/show';

let reached: string[];
let pressed: string[];
let waiting: HeldKeys[];

const name = page.getByRole('textbox', { name: 'Name' });
const note = page.getByRole('textbox', { name: 'Note' });
const save = page.getByRole('button', { name: 'Save' });

function listen({ key }: KeyboardEvent): void {
  reached.push(key);
}

/** Waits for something from now on; `press` is what the person presses meanwhile. */
async function whileWaiting(press: () => Promise<void>): Promise<HeldKeys> {
  const keys = holdKeys();
  waiting.push(keys);
  await press();
  return keys;
}

beforeEach(async () => {
  reached = [];
  pressed = [];
  waiting = [];
  document.addEventListener('keydown', listen);
  await show(
    <div role="dialog" aria-label="Fields">
      <input aria-label="Name" defaultValue="steel" />
      <textarea aria-label="Note" />
      <button type="button" onClick={() => pressed.push('Save')}>
        Save
      </button>
    </div>,
  );
});

afterEach(() => {
  for (const keys of waiting) keys.drop();
  document.removeEventListener('keydown', listen);
});

describe('keys that are held', () => {
  it('reach nothing, and are pressed in their order on what has the focus when they are given back', async () => {
    const keys = await whileWaiting(() => userEvent.keyboard('ab2'));
    expect(reached).toEqual([]);
    focusOn(note);
    keys.giveBack();
    await expect.element(note).toHaveValue('ab2');
    expect(reached).toEqual(['a', 'b', '2']);
  });

  it('come before those that are pressed while they are given back', async () => {
    const keys = await whileWaiting(() => userEvent.keyboard('one'));
    focusOn(note);
    keys.giveBack();
    await userEvent.keyboard(' two');
    await expect.element(note).toHaveValue('one two');
  });

  it.each([
    { what: 'letters take the place of what is selected', press: 'iron', value: 'iron' },
    { what: 'deletes what is selected', press: '{Backspace}', value: '' },
    { what: 'deletes a whole character', press: '😀{Backspace}x', value: 'x' },
    { what: 'types nothing by a chord', press: '{Control>}m{/Control}', value: 'steel' },
  ])('act in a field as they would have: $what', async ({ press, value }) => {
    const keys = await whileWaiting(() => userEvent.keyboard(`${press}{F8}`));
    const field = focusOn(name);
    if (field instanceof HTMLInputElement) field.select();
    keys.giveBack();
    await expect.poll(() => reached.at(-1)).toBe('F8');
    await expect.element(name).toHaveValue(value);
  });

  it('press buttons, and go on by Tab to and fro', async () => {
    const keys = await whileWaiting(() =>
      userEvent.keyboard('{Tab}n{Enter}m{Tab}{Enter}{Shift>}{Tab}{/Shift}o{F8}'),
    );
    focusOn(name);
    keys.giveBack();
    await expect.poll(() => reached.at(-1)).toBe('F8');
    await expect.element(note).toHaveValue('n\nmo');
    expect(pressed).toEqual(['Save']);
  });

  it('wait for all that they may be meant for', async () => {
    const first = await whileWaiting(() => userEvent.keyboard('a'));
    const second = await whileWaiting(() => userEvent.keyboard('b'));
    focusOn(note);
    first.giveBack();
    await userEvent.keyboard('c');
    expect(reached).toEqual([]);
    second.giveBack();
    await expect.element(note).toHaveValue('abc');
  });

  it('are forgotten when what they were meant for does not come, and later ones are not', async () => {
    const keys = await whileWaiting(() => userEvent.keyboard('abc'));
    focusOn(save);
    keys.drop();
    focusOn(note);
    await userEvent.keyboard('d');
    await expect.element(note).toHaveValue('d');
    expect(reached).toEqual(['d']);
  });
});
