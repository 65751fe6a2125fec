import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';

/** The rows of the table: what could happen, what prevents it, and the test in its file. */
const rows = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\|(?! What could happen| -)/u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, threat, defence, test]) => ({ threat, defence, test }));

describe('the threat model', () => {
  it('has its lines', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(new Set(rows.map(({ threat }) => threat)).size).toBe(rows.length);
  });

  it.each(rows)('$threat: $test', ({ defence, test }) => {
    expect(defence).not.toBe('');
    const [, file, name] = /^`([^`]+)`: (.+)$/u.exec(test) ?? [];
    expect(existsSync(join(ROOT, file)), file).toBe(true);
    expect(readFileSync(join(ROOT, file), 'utf8').replace(/\\'/gu, "'")).toContain(name);
  });
});
