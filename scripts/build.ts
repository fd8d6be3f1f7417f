import { buildPages } from './build/build-pages.ts';

/** `npm run build`: the pages, for `npm start` and `npm run demo`. */

buildPages();
