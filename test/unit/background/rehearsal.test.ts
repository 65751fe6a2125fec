import { describe, expect, it, vi } from 'vitest';
import { rehearse } from '../../../src/background/rehearsal.ts';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import { memoryBytes, openPack, preparePack, type Pack } from '../../../src/core/packs/index.ts';
import { ownPack } from '../platform/world.ts';

async function openedPack(): Promise<Pack> {
  const pack = await openPack(memoryBytes(preparePack(ownPack())));
  if (!pack.ok) throw new Error(pack.error);
  return pack.value;
}

const QUERY = { id: '1', quote: 'plant seven hundred apple trees before the spring' };

describe('the rehearsal after a wake', () => {
  it('matches words of the pack, and changes no answer', async () => {
    const pack = await openedPack();
    const before = await matchQuotations([QUERY], [pack]);
    const source = vi.spyOn(pack, 'source');
    await rehearse([pack], () => false);
    expect(source).toHaveBeenCalled();
    expect(await matchQuotations([QUERY], [pack])).toEqual(before);
  });

  it('ends at once when somebody asks', async () => {
    const pack = await openedPack();
    const source = vi.spyOn(pack, 'source');
    await rehearse([pack], () => true);
    expect(source).not.toHaveBeenCalled();
  });

  it('without a pack it does nothing', async () => {
    await expect(rehearse([], () => false)).resolves.toBeUndefined();
  });
});
