import { localise } from '../platform/i18n.ts';
import { activeTab, onActiveTabChanged } from '../platform/tabs.ts';
import { PageApp } from '../ui/page/app.ts';

localise(document);
const app = new PageApp(document.getElementById('app')!, true);
onActiveTabChanged(() => void follow());
void follow();

/** Shows the page the reader is looking at. */
async function follow(): Promise<void> {
  const tab = await activeTab();
  if (tab !== null) await app.follow(tab);
}
