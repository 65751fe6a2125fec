import { localise } from '../platform/i18n.ts';
import { activeTab } from '../platform/tabs.ts';
import { PageApp } from '../ui/page/app.ts';

localise(document);
const app = new PageApp(document.getElementById('app')!, false);
void show();

async function show(): Promise<void> {
  const tab = await activeTab();
  if (tab !== null) await app.follow(tab);
}
