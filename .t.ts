import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { launch } from './test/e2e/drivers/index.ts';
import { settled, switchOn } from './test/e2e/reading.ts';
import { Pages, INERT_CSP } from './test/e2e/server.ts';
const F='/work/shared/data/pages/';
const all=gunzipSync(readFileSync(F+'pages.jsonl.gz')).toString().split('\n').filter(Boolean).map((l)=>JSON.parse(l));
const name=process.argv[2] as 'chromium'|'firefox';
const pages=await Pages.serve();
const b=await launch(name,{});
await switchOn(b);
for(let i=3,n=0;i<all.length&&n<14;i+=26,n++){
  const p=all[i];
  pages.put('/real',{body:gunzipSync(readFileSync(F+p.html)),type:`text/html; charset=${p.charset??'utf-8'}`,csp:INERT_CSP});
  const page=await b.open(pages.at('/real'));
  await settled(b,page,60000);
  console.log(p.id.slice(0,30).padEnd(30),await page.evaluate('const n=performance.getEntriesByType("navigation")[0];return "dcl:"+Math.round(n.domContentLoadedEventEnd)+" load:"+Math.round(n.loadEventEnd)+" "+document.documentElement.dataset.tt'));
  await page.close();
}
await b.close();pages.close();
