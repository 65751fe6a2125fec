import * as v from 'valibot';

/** One thing that could not be read. `path` is like "sites[3].mode"; the empty path is the whole. */
export interface Repair {
  readonly path: string;
  /** What stood there. */
  readonly value: unknown;
  /** What was done: its default taken, or the part left out. */
  readonly action: 'default' | 'left-out';
  readonly problem:
    'wrong-kind' | 'not-allowed' | 'unknown-field' | 'too-many' | 'twice' | 'newer-version' | 'migration';
}

type Schema = v.GenericSchema;
type ObjectSchema = Schema & { readonly entries: Readonly<Record<string, Schema>> };

/** A part that has no default and so must be left out by whoever holds it. */
const GONE = Symbol('left out');

/**
 * Reads data by a schema, part by part: what a part of the schema refuses becomes that part of `fallback`, or is left out
 * where there is none, and is added to `repairs`; everything else stays. Never throws for JSON-like data.
 */
export function repair<T>(schema: v.GenericSchema<unknown, T>, value: unknown, fallback: T, repairs: Repair[]): T {
  return visit(schema, value, fallback, '', repairs) as T;
}

/** As `repair`, for a part without a default: null when it can't be read as a whole. */
export function repairOrNull<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  path: string,
  repairs: Repair[],
): T | null {
  const read = visit(schema, value, GONE, path, repairs);
  return read === GONE ? null : (read as T);
}

function visit(schema: Schema, value: unknown, fallback: unknown, path: string, repairs: Repair[]): unknown {
  if (schema.type === 'optional' || schema.type === 'nullable') {
    if (schema.type === 'nullable' && value === null) return null;
    return visit((schema as unknown as { wrapped: Schema }).wrapped, value, fallback, path, repairs);
  }
  if (isObjectSchema(schema)) return visitObject(schema, value, fallback, path, repairs);
  if (schema.type === 'array') return visitArray(schema, value, fallback, path, repairs);
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  return refuse(value, fallback, path, typeof value === kindOf(schema) ? 'not-allowed' : 'wrong-kind', repairs);
}

function visitObject(
  schema: ObjectSchema,
  value: unknown,
  fallback: unknown,
  path: string,
  repairs: Repair[],
): unknown {
  if (!isRecord(value)) return refuse(value, fallback, path, 'wrong-kind', repairs);
  const read: Record<string, unknown> = {};
  let whole = true;
  for (const [key, entry] of Object.entries(schema.entries)) {
    const at = path === '' ? key : `${path}.${key}`;
    const own = isRecord(fallback) && Object.hasOwn(fallback, key) ? fallback[key] : GONE;
    if (!Object.hasOwn(value, key) || value[key] === undefined) {
      // Absent fields are no damage: an older version did not have them, or they are optional.
      if (own !== GONE) read[key] = own;
      else if (entry.type !== 'optional') {
        refuse(undefined, GONE, at, 'wrong-kind', repairs);
        whole = false;
      }
      continue;
    }
    const part = visit(entry, value[key], own, at, repairs);
    if (part !== GONE) read[key] = part;
    else if (entry.type !== 'optional') whole = false;
  }
  for (const key of Object.keys(value))
    if (!Object.hasOwn(schema.entries, key))
      repairs.push({
        path: path === '' ? key : `${path}.${key}`,
        value: value[key],
        action: 'left-out',
        problem: 'unknown-field',
      });
  return whole ? read : GONE;
}

function visitArray(schema: Schema, value: unknown, fallback: unknown, path: string, repairs: Repair[]): unknown {
  if (!Array.isArray(value)) return refuse(value, fallback, path, 'wrong-kind', repairs);
  const { item } = schema as unknown as { item: Schema };
  const most = maxLength(schema);
  const read: unknown[] = [];
  for (const [index, each] of value.entries()) {
    if (read.length === most) {
      repairs.push({ path, value: value.slice(index), action: 'left-out', problem: 'too-many' });
      break;
    }
    const before = repairs.length;
    const at = `${path}[${index}]`;
    const part = visit(item, each, GONE, at, repairs);
    if (part !== GONE) read.push(part);
    // The whole item goes, so the whole item is what is kept aside.
    else if (isRecord(each))
      repairs.splice(before, Infinity, {
        path: at,
        value: each,
        action: 'left-out',
        problem: firstProblem(repairs, before),
      });
  }
  return read;
}

const firstProblem = (repairs: readonly Repair[], from: number): Repair['problem'] =>
  repairs[from]?.problem ?? 'not-allowed';

function refuse(
  value: unknown,
  fallback: unknown,
  path: string,
  problem: Repair['problem'],
  repairs: Repair[],
): unknown {
  repairs.push({ path, value, action: fallback === GONE ? 'left-out' : 'default', problem });
  return fallback;
}

/** The item limit of a piped array schema. */
function maxLength(schema: Schema): number {
  const pipe = (schema as { pipe?: readonly { type: string; requirement?: unknown }[] }).pipe ?? [];
  const limit = pipe.find((step) => step.type === 'max_length')?.requirement;
  return typeof limit === 'number' ? limit : Infinity;
}

const kindOf = (schema: Schema): string => (schema.type === 'picklist' ? 'string' : schema.type);

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isObjectSchema = (schema: Schema): schema is ObjectSchema => schema.type === 'object';
