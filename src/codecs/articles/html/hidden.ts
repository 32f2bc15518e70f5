import { type DefaultTreeAdapterTypes, html } from 'parse5';
import { attribute } from './attribute';

/**
 * Whether a browser shows nothing of an element for what its own tag says: `hidden`, `display: none`, a dialog that is
 * not open, a popover. The inline style goes before the attributes, as it does there. What a person can open (`details`,
 * `hidden=until-found`) is no such element, nor is what is hidden from assistive technology alone (`aria-hidden`).
 */
export function isHidden(element: DefaultTreeAdapterTypes.Element): boolean {
  if (element.attrs.length === 0 && element.tagName !== 'dialog') return false;
  if (element.namespaceURI !== html.NS.HTML) return false;
  const style = attribute(element, 'style');
  const display = style === undefined ? undefined : displayOf(style);
  if (display !== undefined) return display === 'none';
  const hidden = attribute(element, 'hidden');
  return (
    (hidden !== undefined && hidden.trim().toLowerCase() !== 'until-found') ||
    attribute(element, 'popover') !== undefined ||
    (element.tagName === 'dialog' && attribute(element, 'open') === undefined)
  );
}

/** The `display` that counts of an inline style: the last one, or the last that is important. */
function displayOf(style: string): string | undefined {
  let last: string | undefined;
  let important: string | undefined;
  const plain = style.replace(/\/\*[\s\S]*?\*\/|"[^"]*"|'[^']*'|\([^()]*\)/g, '');
  for (const declaration of plain.split(';')) {
    const [, value, mark] =
      /^\s*display\s*:\s*([a-z-]+(?:\s+[a-z-]+)*)\s*(!\s*important)?\s*$/i.exec(declaration) ?? [];
    if (value === undefined) continue;
    last = value.toLowerCase();
    if (mark !== undefined) important = last;
  }
  return important ?? last;
}
