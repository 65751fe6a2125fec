import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openFile } from '../../../src/core/packs/importers/index.ts';
import labels from './whitehouse-labels.json' with { type: 'json' };

/**
 * 300 turns of the White House's transcripts of 2021 to 2026, drawn at random among 150,000: document, number of the turn, and who
 * speaks in it. Each was checked by hand against the label printed before it, half of them also by reading on from there. The
 * transcripts themselves are not part of this project; without them there is nothing to measure.
 */
const CORPUS = fileURLToPath(new URL('../../../../shared/data/corpora/whitehouse-2021-2026.jsonl.gz', import.meta.url));

it('98 of 100 turns of White House transcripts get the right person', { timeout: 120_000 }, async () => {
  if (!existsSync(CORPUS)) {
    console.log('Speaker labels were not measured: the transcripts are not here.');
    return;
  }
  const opened = await openFile({ name: 'whitehouse.jsonl.gz', bytes: readFileSync(CORPUS) });
  if (!opened.ok) throw new Error(opened.error);
  const wanted = new Set(labels.map(([id]) => id));
  const turns = new Map<unknown, readonly { speaker?: string | undefined }[]>();
  for (const item of opened.value.items()) {
    if (item.kind === 'document' && wanted.has(item.document.id))
      turns.set(item.document.id, item.document.turns ?? []);
  }
  const wrong = labels.filter(([id, turn, speaker]) => turns.get(id)?.[Number(turn)]?.speaker !== speaker);
  console.log(`Speaker labels: ${labels.length - wrong.length} of ${labels.length} turns right`);
  expect(wrong.length / labels.length).toBeLessThanOrEqual(0.02);
});
