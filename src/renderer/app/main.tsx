import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { preferredLanguage } from '../i18n/catalogue';
import { OpeningState } from '../panels/OpeningState';
import { App, Surroundings } from './App';
import { start } from './start';

const element = document.getElementById('root');
if (!element) throw new Error('the page has no root');
const root = createRoot(element);

// A start that takes a moment says what is going on; a quick one shows nothing in between.
const late = setTimeout(
  () =>
    root.render(
      <Surroundings language={preferredLanguage(navigator.languages)}>
        <OpeningState />
      </Surroundings>,
    ),
  200,
);
const started = await start();
clearTimeout(late);
root.render(<App start={started} />);
