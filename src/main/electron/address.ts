/** The scheme that the page is served under; never a network scheme. */
export const appScheme = 'app';

/** The page's origin, to which its IndexedDB belongs: it must never change. */
export const appOrigin = `${appScheme}://dateline`;

/** What the window loads. */
export const appPage = `${appOrigin}/`;

/** Whether `address`, an origin or a URL with or without a path, belongs to the app's own origin. */
export function isAppAddress(address: string): boolean {
  return address === appOrigin || address.startsWith(appPage);
}

/** Whether `url` is the page itself, as in a reload: fragment and query do not count. */
export function isAppPage(url: string): boolean {
  const path = pathOnApp(url);
  return path === '/' || path === '/index.html';
}

/** The path of a URL on the app's origin, still percent-encoded, beginning with `/`; null for any other URL. */
export function pathOnApp(url: string): string | null {
  if (!isAppAddress(url) || !URL.canParse(url)) return null;
  const { pathname } = new URL(url);
  return pathname === '' ? '/' : pathname;
}
