import type { DatelinePage } from './dateline-page';
import { samplePaths } from './texts';

/** Opens the English sample and makes one annotation of each kind in one paragraph. */
export async function tagEachKind(window: DatelinePage): Promise<void> {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.tag({ quote: 'The hall above it is nearing completion', kind: 'claim' });
  await window.tag({ quote: 'February 17, 2025', kind: 'date' });
}
