// @ts-check

/**
 * What a packaged Dateline switches in Electron, by the names of electron-builder. Source:
 * https://www.electronjs.org/docs/latest/tutorial/fuses
 */
export const electronFuses = Object.freeze({
  runAsNode: false,
  // Dateline has no cookies, and the key for them would be asked of the system's keychain at every start.
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  // The page comes by `app:`; nothing is loaded by `file:`.
  grantFileProtocolExtraPrivileges: false,
});

/** Every fuse of Electron as a packaged Dateline has it: those above, and those left as Electron delivers them. */
export const wantedFuses = Object.freeze({ ...electronFuses, wasmTrapHandlers: true });
