import css from './Shortcut.module.css';

/** A key combination as the platform writes it, such as `Ctrl+K` or `⌘K`. */
export function Shortcut({ keys }: { readonly keys: string }) {
  return <kbd className={css.keys}>{keys}</kbd>;
}
