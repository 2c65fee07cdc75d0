// Starts the window: loads fonts and styles, draws the application, then contacts main.
import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4';
import './styles/layers.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App.tsx';
import { startUp } from './state/start-up.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
createRoot(root).render(<App />);
void startUp();
