import { openPageFiles } from '../../workspace/actions/opening/open-files';
import type { Workspace } from '../../workspace/workspace';

/** An article that comes with the program. */
export interface Sample {
  readonly key: string;
  readonly title: string;
  readonly language: string;
  readonly load: () => Promise<string>;
}

const files = import.meta.glob<string>('../../../../resources/samples/*.{txt,html}', {
  query: '?raw',
  import: 'default',
});

/** What each sample calls itself, so that it can be offered without loading it. */
const titles: Readonly<Record<string, { readonly title: string; readonly language: string }>> = {
  'first-quarter-at-the-steelworks.txt': {
    title: 'Steelworks of Hyangju Province Report on the First Quarter',
    language: 'en',
  },
  'first-quarter-ko.txt': { title: '백련제철련합기업소에서 1.4분기계획 넘쳐 수행', language: 'ko' },
  'rolling-mill-visit.html': { title: 'A Morning at the May 9 Rolling Mill', language: 'en' },
};

/** The samples; their texts are loaded only when they are opened. */
export const samples: readonly Sample[] = Object.entries(files).map(([path, load]) => {
  const key = path.slice(path.lastIndexOf('/') + 1);
  return { key, load, ...(titles[key] ?? { title: key, language: 'en' }) };
});

/** Opens the samples with these keys as if the person had opened their files. */
export async function openSamples(workspace: Workspace, keys: readonly string[]): Promise<void> {
  const chosen = samples.filter(({ key }) => keys.includes(key));
  const opened = await Promise.all(
    chosen.map(async ({ key, load }) => new File([await load()], key)),
  );
  await openPageFiles(workspace, opened);
}
