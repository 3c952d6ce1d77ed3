import '@forum/client/no-eval';
import '@forum/ui/styles.css';
import './app.css';
import { loadScriptFonts } from '@forum/ui/lib/script-fonts';
import { startTexts } from '@forum/ui/lib/texts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { offline } from './query-client.ts';

await startTexts((language) =>
  import(`./texts/${language}.json`).then((texts: { default: object }) => ({ ...texts.default })),
);

await offline.restored;

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

loadScriptFonts();
