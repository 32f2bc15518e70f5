import { makeDocument } from '../documents/document';
import { blankPlan, type ShapeName, shapeOf } from '../shapes';
import { BaselineDesk } from './baseline-desk';
import { BaselineKnob } from './baseline-knob';
import { markSubject } from './mark-subject';
import { recogitoSubject } from './recogito-subject';
import type { BaselineSubject } from './subject';

/** Every baseline, by the name that stands in the results. */
const subjects: Readonly<Record<string, () => BaselineSubject>> = {
  mark: markSubject,
  'recogito-span': () => recogitoSubject('SPANS'),
  'recogito-highlight': () => recogitoSubject('CSS_HIGHLIGHTS'),
};

const asked = new URLSearchParams(location.search);
const subject = subjects[asked.get('subject') ?? '']?.();
const scroller = document.getElementById('scroller');
const library = document.getElementById('library');
if (!subject || !scroller || !library) throw new Error(`no such baseline: ${location.search}`);

const desk = new BaselineDesk(subject, scroller);
const knob = new BaselineKnob(desk, subject);

const finder = document.createElement('input');
finder.id = 'finder';
finder.addEventListener('input', () => desk.find(finder.value));

const actions: Readonly<Record<string, () => void>> = {
  '1': () => desk.tagSelection(),
  t: () => desk.tagAll(),
  d: () => desk.deleteAll(),
  'Control+z': () => desk.undo(),
  'Control+f': () => {
    document.body.append(finder);
    finder.focus();
  },
  n: () => {
    desk.step(1);
    knob.show();
  },
  p: () => {
    desk.step(-1);
    knob.show();
  },
};

document.addEventListener('keydown', (event) => {
  if (event.target === finder && event.key === 'Escape') {
    finder.value = '';
    desk.find('');
    finder.remove();
  }
  const action = actions[event.ctrlKey ? `Control+${event.key}` : event.key];
  if (!action || event.target === finder) return;
  event.preventDefault();
  action();
});

globalThis.baselineEyes = {
  ready: () => (subject.drawn() > 0 ? (desk.shown?.title ?? '') : ''),
  shown: () => desk.shown?.title ?? '',
  drawn: () => subject.drawn(),
  known: () => subject.known(),
  selected: () => subject.drawnSelected(),
  end: () => subject.drawnEnd(),
  listed: () => library.childElementCount,
  found: () => desk.found,
  offered: () => 0,
  exported: () => '',
  imported: () => '',
  saved: () => 'saved',
};
globalThis.lookUp = (x, y) => subject.lookUp(x, y);

const { documents } = shapeOf((asked.get('shape') ?? '') as ShapeName);
for (const made of [blankPlan, ...documents].map(makeDocument)) {
  const entry = document.createElement('li');
  entry.setAttribute('role', 'treeitem');
  entry.textContent = made.title;
  entry.addEventListener('click', () => desk.open(made));
  library.append(entry);
}
