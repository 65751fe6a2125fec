import { t, type MessageKey } from '../platform/i18n.ts';
import { h, type Child } from '../ui/dom.ts';

/** A titled part of a section. */
export function card(title: string, ...children: readonly Child[]): HTMLElement {
  return h('section', { class: 'box' }, h('h2', null, title), ...children);
}

/** A few exclusive choices side by side: radio buttons that look like one switch. */
export function segments<Value extends string>(options: {
  readonly name: string;
  readonly label: string;
  readonly values: Readonly<Record<Value, MessageKey>>;
  readonly value: Value;
  readonly disabled?: boolean;
  readonly choose: (value: Value) => void;
}): HTMLElement {
  const { name, label, values, value, disabled = false, choose } = options;
  return h(
    'fieldset',
    { class: 'segments', disabled, 'data-field': name },
    h('legend', { class: 'spoken' }, label),
    (Object.keys(values) as Value[]).map((each) =>
      h(
        'label',
        { class: 'segment' },
        h('input', {
          type: 'radio',
          name,
          value: each,
          checked: each === value,
          'data-key': `${name}-${each}`,
          onchange: () => choose(each),
        }),
        h('span', null, t(values[each])),
      ),
    ),
  );
}

export function select<Value extends string>(options: {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (readonly [value: Value, text: string])[];
  readonly value: Value;
  readonly disabled?: boolean;
  readonly choose?: (value: Value) => void;
}): HTMLSelectElement {
  const { id, label, values, value, disabled = false, choose } = options;
  const element = h(
    'select',
    { id, 'data-key': id, 'aria-label': label, disabled, onchange: () => choose?.(element.value as Value) },
    values.map(([each, text]) => h('option', { value: each, selected: each === value }, text)),
  );
  return element;
}

export function checkbox(options: {
  readonly key: string;
  readonly label: Child;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly change: (checked: boolean) => void;
}): HTMLElement {
  const { key, label, checked, disabled = false, change } = options;
  const input = h('input', {
    type: 'checkbox',
    checked,
    disabled,
    'data-key': key,
    onchange: () => change(input.checked),
  });
  return h('label', { class: 'check' }, input, h('span', null, label));
}

export function button(
  label: string,
  action: string,
  press: () => void,
  kind: 'primary' | 'plain' | '' = '',
): HTMLButtonElement {
  return h('button', { type: 'button', class: kind, 'data-action': action, 'data-key': action, onclick: press }, label);
}

/** Draws anew and gives the focus back to the control that had it: the one with the same `data-key`. */
export function redraw(root: HTMLElement, draw: () => void): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && root.contains(active) ? active.dataset.key : undefined;
  draw();
  if (key !== undefined)
    root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** Saves text as a file of the reader's. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser needs the address until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
