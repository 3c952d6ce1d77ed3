import { build, install, root } from './prepare.mjs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

install();
build();
process.setSourceMapsEnabled(true);
// The server runs in this very process, so that whoever ends it ends the server.
await import(pathToFileURL(path.join(root, 'apps/api/dist/server/main.js')));
