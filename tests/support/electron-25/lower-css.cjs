// Chromium 114 knows neither light-dark() nor var() in ::highlight(): both are written in another way.

/** Two variables of which one is always empty, switched by what decides the page's colour scheme. */
const toggle =
  ':root{--is-light:initial;--is-dark: }' +
  '@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--is-light: ;--is-dark:initial}}' +
  ':root[data-theme=dark]{--is-light: ;--is-dark:initial}';

/** A style sheet as Chromium 114 understands it; `all` is every sheet of the page, for the values of variables. */
exports.lowerCss = (css, all) => {
  const lowered = lowerLightDark(inlineHighlights(css, all)).replaceAll(
    'round(down,20vh,1lh)',
    '20vh',
  );
  return (css.includes('light-dark(') ? toggle : '') + lowered;
};

function lowerLightDark(css) {
  const begin = css.indexOf('light-dark(');
  if (begin === -1) return css;
  const first = begin + 'light-dark('.length;
  let depth = 1;
  let comma = -1;
  let end = first;
  for (; depth > 0; end += 1) {
    if (css[end] === '(') depth += 1;
    else if (css[end] === ')') depth -= 1;
    else if (css[end] === ',' && depth === 1 && comma === -1) comma = end;
  }
  const light = lowerLightDark(css.slice(first, comma));
  const dark = lowerLightDark(css.slice(comma + 1, end - 1));
  const chosen = `var(--is-light,${light}) var(--is-dark,${dark})`;
  return css.slice(0, begin) + chosen + lowerLightDark(css.slice(end));
}

/** Rules of ::highlight() with the root's values written in: once for light, once for dark. */
function inlineHighlights(css, all) {
  const part = '[^,()]*(?:\\([^)]*\\))?[^,()]*';
  const pairs = all.matchAll(new RegExp(`(--[\\w-]+):light-dark\\((${part}),(${part})\\)`, 'g'));
  const values = new Map([...pairs].map(([, name, light, dark]) => [name, { light, dark }]));
  const put = (rule, scheme) =>
    rule.replace(/var\((--[\w-]+)\)/g, (whole, name) => values.get(name)?.[scheme] ?? whole);
  return css.replace(/(?<=^|[{}])[^{}@]*::highlight\([^{}]*\{[^{}]*\}/g, (rule) => {
    if (!rule.includes('var(')) return rule;
    const under = (root) =>
      put(rule, 'dark').replaceAll('[data-highlighted]', `:root${root} [data-highlighted]`);
    const dark = `@media (prefers-color-scheme:dark){${under(':not([data-theme=light])')}}`;
    return put(rule, 'light') + dark + under('[data-theme=dark]');
  });
}
