import { pressAgain } from './press-again';

/** Keys that are kept from the window, until what they are meant for is there. */
export interface HeldKeys {
  /** Presses them again, in their order, once the focus has had time to move. */
  readonly giveBack: () => void;
  /** Forgets them: what they were meant for does not come. */
  readonly drop: () => void;
}

/** How many wait for something at this moment. While any does, no key gets to the window. */
let waiting = 0;
let held: KeyboardEvent[] = [];
let isGivingBack = false;

/** Keeps all keys that are pressed from now on. They go to what has the focus when the last one who waits gives them back. */
export function holdKeys(): HeldKeys {
  waiting += 1;
  window.addEventListener('keydown', keep, { capture: true });
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    waiting -= 1;
    if (waiting === 0 && !isGivingBack) void giveBack();
  };
  return {
    giveBack: end,
    drop: () => {
      if (!isOver) held = [];
      end();
    },
  };
}

function keep(event: KeyboardEvent): void {
  // Those that are pressed again are for the window.
  if (!event.isTrusted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held.push(event);
}

/** One key a frame, since each may move the focus; those pressed meanwhile come after them. */
async function giveBack(): Promise<void> {
  isGivingBack = true;
  // A dialog takes the focus in the frame after the one in which it is drawn.
  await nextFrame();
  await nextFrame();
  for (let key = nextKey(); key; key = nextKey()) {
    pressAgain(key);
    await nextFrame();
  }
  isGivingBack = false;
  if (waiting === 0) window.removeEventListener('keydown', keep, { capture: true });
}

/** The next one to press again, unless someone has begun to wait anew. */
function nextKey(): KeyboardEvent | undefined {
  return waiting === 0 ? held.shift() : undefined;
}

function nextFrame(): Promise<number> {
  return new Promise((settle) => requestAnimationFrame(settle));
}
