import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { preferredLanguage, readWords } from '../i18n/catalogue';
import { OpeningState } from '../panels/opening/OpeningState';
import { noteShown } from '../workspace/actions/restore-article';
import { App, Surroundings } from './App';
import { start } from './start';

const element = document.getElementById('root');
if (!element) throw new Error('the page has no root');
let hasFailed = false;
const root = createRoot(element, {
  onCaughtError: (error) => {
    hasFailed = true;
    console.error(error);
  },
});

const language = preferredLanguage(navigator.languages);
const words = readWords(language);

// A start that takes a moment says what is going on; a quick one shows nothing in between.
const late = setTimeout(
  () =>
    root.render(
      <Surroundings language={language}>
        <OpeningState />
      </Surroundings>,
    ),
  200,
);

/** Not awaited by the module: what is read later imports from it, and would wait for it while it waits for them. */
async function open(): Promise<void> {
  const [started] = await Promise.all([start(), words]);
  clearTimeout(late);
  flushSync(() => root.render(<App start={started} />));
  // Once it has been painted, the article that was restored is known to do no harm.
  if (started.kind === 'ready')
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!hasFailed) void noteShown(started.workspace);
      }),
    );
}
void open();
