import { pathToFileURL } from 'node:url';
import { playAloud } from '@pembinaan-examples/stage';
import { lhokseumawe } from './story.js';

export { lhokseumawe } from './story.js';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await playAloud(lhokseumawe, process.argv.slice(2));
