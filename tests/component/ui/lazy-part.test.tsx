import { type ComponentType, useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { lazyPart, lazyParts } from '../../../src/renderer/ui/lazy-part';
import { show } from '../panels/show';

type Loaded = { readonly default: ComponentType<{ readonly name: string }> };

const loaded: Loaded = { default: ({ name }) => <p>The part of {name}</p> };

/** A window in which the part is asked for by a button, and taken back when it cannot be read. */
function makeWindow(load: () => Promise<Loaded>) {
  const Part = lazyPart(load);
  function PartWindow() {
    const [isAsked, setIsAsked] = useState(false);
    const [failures, setFailures] = useState(0);
    return (
      <>
        <button type="button" onClick={() => setIsAsked(true)}>
          Ask
        </button>
        <output>{failures}</output>
        {isAsked && (
          <Part
            name="Kim"
            onUnread={() => {
              setIsAsked(false);
              setFailures((count) => count + 1);
            }}
          />
        )}
      </>
    );
  }
  return { Part, PartWindow };
}

const part = page.getByText('The part of Kim');
const failures = page.getByRole('status');

function ask(): void {
  const button = page.getByRole('button', { name: 'Ask' }).element();
  if (button instanceof HTMLElement) button.click();
}

afterEach(() => {
  vi.useRealTimers();
});

it('is not read before it is asked for, and once for all who ask', async () => {
  const load = vi.fn(async () => loaded);
  const { PartWindow } = makeWindow(load);
  await show(<PartWindow />);
  expect(load).not.toHaveBeenCalled();
  ask();
  await expect.element(part).toBeVisible();
  expect(load).toHaveBeenCalledTimes(1);
});

it('is drawn in the same turn when it was read ahead', async () => {
  const { Part, PartWindow } = makeWindow(async () => loaded);
  expect(lazyParts).toContain(Part);
  await Part.read();
  await show(<PartWindow />);
  ask();
  await Promise.resolve();
  expect(part.query()).not.toBeNull();
});

it('is taken back when it cannot be read, and read again when it is asked for again', async () => {
  const load = vi.fn(async () => loaded).mockRejectedValueOnce(new Error('gone'));
  const { PartWindow } = makeWindow(load);
  await show(<PartWindow />);
  ask();
  await expect.element(failures).toHaveTextContent('1');
  expect(part.query()).toBeNull();
  ask();
  await expect.element(part).toBeVisible();
});

it('that failed when it was read ahead is read again when it is asked for', async () => {
  const load = vi.fn(async () => loaded).mockRejectedValueOnce(new Error('gone'));
  const { Part, PartWindow } = makeWindow(load);
  await expect(Part.read()).rejects.toThrow('gone');
  await show(<PartWindow />);
  ask();
  await expect.element(part).toBeVisible();
  await expect.element(failures).toHaveTextContent('0');
});

it('is taken back when it does not arrive, and drawn at once when it has arrived later', async () => {
  let arrive: (found: Loaded) => void = vi.fn();
  const { Part, PartWindow } = makeWindow(
    () =>
      new Promise((settle) => {
        arrive = settle;
      }),
  );
  await show(<PartWindow />);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  ask();
  await Promise.resolve();
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  await expect.element(failures).toHaveTextContent('1');
  arrive(loaded);
  await Part.read();
  ask();
  await expect.element(part).toBeVisible();
});
