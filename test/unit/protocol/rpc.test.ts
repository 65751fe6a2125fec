import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callMessage,
  carryOut,
  readAnnouncement,
  readCall,
  readResult,
  type Handlers,
} from '../../../src/protocol/rpc.ts';

interface Api {
  double(n: number): number;
  nothing(): void;
  fails(): never;
}
const handlers: Handlers<Api, string> = {
  double: (n) => Promise.resolve(2 * n),
  nothing: () => undefined,
  fails: () => {
    throw new TypeError('no room left');
  },
};

describe('a call', () => {
  it('reaches its receiver and no other', () => {
    const message = callMessage('background', 'double', 4);
    expect(readCall(message, 'background')).toEqual({ verbatim: 1, to: 'background', call: 'double', arg: 4 });
    expect(readCall(message, 'content')).toBeNull();
  });

  it('survives being JSON on the way', () => {
    const message: unknown = JSON.parse(JSON.stringify(callMessage('content', 'nothing', undefined)));
    expect(readCall(message, 'content')).toMatchObject({ call: 'nothing' });
  });

  it('is answered with a value', async () => {
    expect(await carryOut(handlers, callMessage('background', 'double', 4), 'x')).toEqual({ ok: true, value: 8 });
    expect(await carryOut(handlers, callMessage('background', 'nothing', undefined), 'x')).toEqual({
      ok: true,
      value: null,
    });
  });

  it('that fails is answered with one sentence', async () => {
    expect(await carryOut(handlers, callMessage('background', 'fails', undefined), 'x')).toEqual({
      ok: false,
      error: 'no room left',
    });
  });

  it.each(['toString', '__proto__', 'constructor', 'valueOf'])('%s is no call', async (call) => {
    expect(await carryOut(handlers, callMessage('background', call, 1), 'x')).toMatchObject({ ok: false });
  });
});

describe('what else arrives', () => {
  it.each([
    undefined,
    null,
    1,
    'hello',
    {},
    [],
    { verbatim: 2, to: 'background', call: 'double' },
    { verbatim: 1, to: 'background' },
  ])('%j is not ours', (message) => {
    expect(readCall(message, 'background')).toBeNull();
    expect(readAnnouncement(message)).toBeNull();
  });

  it('no answer is a failure, not a crash', () => {
    expect(readResult(undefined)).toEqual({ ok: false, error: 'No answer.' });
    expect(readResult('x')).toMatchObject({ ok: false });
  });

  it('anything can be looked at', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (message) => {
        readCall(message, 'content');
        readAnnouncement(message);
        readResult(message);
      }),
    );
  });
});
