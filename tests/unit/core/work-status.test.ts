import { describe, expect, it } from 'vitest';
import { choosableStatuses, workStatusOf } from '../../../src/core/work-status';

const none = { enterprise: 0, claim: 0, date: 0 };

describe('the status that shows', () => {
  const cases = [
    { name: 'nobody marked it, nothing is tagged', status: undefined, counts: none, shows: 'new' },
    {
      name: 'nobody marked it, one enterprise is tagged',
      status: undefined,
      counts: { ...none, enterprise: 1 },
      shows: 'in-work',
    },
    {
      name: 'nobody marked it, one claim is tagged',
      status: undefined,
      counts: { ...none, claim: 1 },
      shows: 'in-work',
    },
    {
      name: 'nobody marked it, one date is tagged',
      status: undefined,
      counts: { ...none, date: 1 },
      shows: 'in-work',
    },
    { name: 'set in work, nothing is tagged', status: 'in-work', counts: none, shows: 'in-work' },
    { name: 'set done, nothing is tagged', status: 'done', counts: none, shows: 'done' },
    {
      name: 'set done, much is tagged',
      status: 'done',
      counts: { enterprise: 7, claim: 2, date: 1 },
      shows: 'done',
    },
  ] as const;
  it.each(cases)('$name: $shows', ({ status, counts, shows }) => {
    expect(workStatusOf(status ? { status } : {}, counts)).toBe(shows);
  });
});

describe('the statuses to choose from', () => {
  it('are all three while nothing is tagged', () => {
    expect(choosableStatuses(none)).toEqual(['new', 'in-work', 'done']);
  });

  it('leave new out as soon as something is', () => {
    expect(choosableStatuses({ ...none, date: 1 })).toEqual(['in-work', 'done']);
  });
});
