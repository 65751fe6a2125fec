/** Runs when a page begins to load: until it can be read the background has started and opened its packs. */
import { wakeBackground } from '../platform/wake.ts';

// A page that nobody looks at is not read before somebody does.
if (!document.hidden) wakeBackground();
