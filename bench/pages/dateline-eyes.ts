import type { Eyes } from './eyes';

const kinds = ['enterprise', 'claim', 'date'] as const;

/** How the program's window is seen: by its roles, and by the highlights that it has registered. */
export const datelineEyes: Eyes = {
  ready: () => (datelineEyes.drawn() > 0 ? datelineEyes.shown() : ''),
  shown: () => document.querySelector('[data-reader]')?.getAttribute('aria-label') ?? '',
  drawn: () => {
    if (!document.querySelector('[data-article-text] p')) return 0;
    let pieces = 0;
    for (const kind of kinds)
      for (let lane = 0; ; lane += 1) {
        const highlight = CSS.highlights.get(`${kind}-${lane}`);
        if (!highlight) break;
        pieces += highlight.size;
      }
    return pieces;
  },
  known: () => {
    let counted = 0;
    for (const item of document.querySelectorAll('footer ul li'))
      counted += Number((item.textContent ?? '').replaceAll(/\D/g, ''));
    const row = document.querySelector('[role=listbox] [aria-setsize]');
    return Math.min(counted, Number(row?.getAttribute('aria-setsize') ?? 0));
  },
  selected: () => CSS.highlights.get('selected')?.values().next().value ?? null,
  end: () => {
    const knob = document.querySelector('[data-end=end][data-fragment="0"]');
    const stem = knob?.parentElement;
    return stem ? `${stem.style.left} ${stem.style.top}` : null;
  },
  listed: () => {
    const sizes = Array.from(document.querySelectorAll('[role=tree] [aria-level="2"]'), (entry) =>
      Number(entry.getAttribute('aria-setsize')),
    );
    return Math.max(0, ...sizes);
  },
  found: () => document.querySelector('search [role=status]')?.textContent ?? '',
  offered: () => {
    const button = document.querySelector('[role=dialog] button[data-look=primary]:enabled');
    return Number((button?.textContent ?? '').replaceAll(/\D/g, ''));
  },
  exported: () => (isDoneInDialog() ? 'exported' : ''),
  imported: () => (isDoneInDialog() && datelineEyes.saved() === 'saved' ? 'imported' : ''),
  saved: () =>
    document.querySelector('footer [role=status]')?.getAttribute('data-state') === 'saved'
      ? 'saved'
      : '',
};

/** Whether the dialog in front says that what it was asked for is done. */
function isDoneInDialog(): boolean {
  return document.querySelector('[role=dialog] [role=status] svg') !== null;
}
