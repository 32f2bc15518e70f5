import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { App } from './App';
import { start } from './start';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(<App start={await start()} />);
