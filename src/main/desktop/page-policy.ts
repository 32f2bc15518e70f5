/**
 * The headers that every answer to the page carries, errors and worker scripts included: a worker whose own script
 * comes without a policy could reach what the page cannot. `connect` lists sources that the page may talk to besides
 * its own origin, such as `ws://127.0.0.1:21000`. Source: Content Security Policy Level 3.
 */
export function pageHeaders({
  connect,
}: {
  readonly connect: readonly string[];
}): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      ["connect-src 'self'", ...connect].join(' '),
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  };
}
