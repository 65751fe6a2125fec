import { fail, ok, type Result } from '../core/result.ts';
import type { Announcement } from './contract.ts';

/** Who a message is for. A message for somebody else is left alone, so that no two listeners answer one call. */
export type Receiver = 'background' | 'content' | 'pages';

export interface CallMessage {
  readonly verbatim: 1;
  readonly to: 'background' | 'content';
  readonly call: string;
  readonly arg?: unknown;
}
export interface AnnouncementMessage {
  readonly verbatim: 1;
  readonly to: 'pages';
  readonly announcement: Announcement;
}

/** What a caller passes, and what it gets back, for each call of an API. */
export type Arg<Api, K extends keyof Api> = Api[K] extends (...args: infer A) => unknown ? A : never;
export type Answer<Api, K extends keyof Api> = Api[K] extends (...args: never[]) => infer R ? Awaited<R> : never;

/** An API as its receiver carries it out: each call may take its time, and may look at who asked. */
export type Handlers<Api, Context> = {
  readonly [K in keyof Api]: Api[K] extends (...args: infer A) => infer R
    ? A extends [infer One, ...unknown[]]
      ? (arg: One, context: Context) => R | Promise<R>
      : (arg: undefined, context: Context) => R | Promise<R>
    : never;
};

export function callMessage(to: CallMessage['to'], call: string, arg: unknown): CallMessage {
  return { verbatim: 1, to, call, ...(arg === undefined ? {} : { arg }) };
}

/** The message when it is a call for this receiver, null for everything else. Own properties only: a message is never trusted. */
export function readCall(message: unknown, to: CallMessage['to']): CallMessage | null {
  if (typeof message !== 'object' || message === null) return null;
  const { verbatim, to: receiver, call, arg } = message as Partial<CallMessage>;
  if (verbatim !== 1 || receiver !== to || typeof call !== 'string') return null;
  return { verbatim: 1, to, call, arg };
}

export function readAnnouncement(message: unknown): Announcement | null {
  if (typeof message !== 'object' || message === null) return null;
  const { verbatim, to, announcement } = message as Partial<AnnouncementMessage>;
  return verbatim === 1 && to === 'pages' && announcement?.kind === 'report-changed' ? announcement : null;
}

/**
 * Carries out one call. Errors never cross as exceptions (they lose their class on the way): they come as one sentence.
 * Only the handlers' own names can be called, never what an object inherits.
 */
export async function carryOut<Api, Context>(
  handlers: Handlers<Api, Context>,
  message: CallMessage,
  context: Context,
): Promise<Result<unknown>> {
  if (!Object.hasOwn(handlers, message.call)) return fail(`There is no call named "${message.call.slice(0, 40)}".`);
  const handler = handlers[message.call as keyof Api] as (arg: unknown, context: Context) => unknown;
  try {
    return ok((await handler(message.arg, context)) ?? null);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Whether a receiver answered at all; nobody's answer is undefined, or null once it has been JSON. */
export const isAnswer = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'ok' in answer;

/** What a receiver answered, or one sentence when nobody answered. */
export function readResult<T>(answer: unknown): Result<T> {
  return isAnswer(answer) ? (answer as Result<T>) : fail('No answer.');
}
