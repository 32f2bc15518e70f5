import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Notices } from '../../../src/renderer/ui/Notices';
import { show } from '../panels/show';

describe('notices', () => {
  it('go by themselves, but for alerts and while they are held', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const onDismiss = vi.fn();
      await show(
        <Notices
          label="Notices"
          dismissLabel="Dismiss"
          onDismiss={onDismiss}
          notices={[
            { id: 'a', tone: 'status', text: 'Removed' },
            { id: 'b', tone: 'alert', text: 'Not opened' },
          ]}
        />,
      );
      vi.advanceTimersByTime(6_000);
      expect(onDismiss).not.toHaveBeenCalled();
      vi.advanceTimersByTime(2_000);
      expect(onDismiss.mock.calls).toEqual([['a']]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('act once and go', async () => {
    const onDismiss = vi.fn();
    const onAct = vi.fn();
    await show(
      <Notices
        label="Notices"
        dismissLabel="Dismiss"
        onDismiss={onDismiss}
        notices={[{ id: 'a', tone: 'status', text: 'Removed', action: { label: 'Undo', onAct } }]}
      />,
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(onAct).toHaveBeenCalledTimes(1);
    expect(onDismiss).toHaveBeenCalledWith('a');
  });
});
