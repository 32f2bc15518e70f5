import { useEffect, useState } from 'react';
import type { RecentFile } from '../../../preload/contract';
import { Welcome } from '../../panels/opening/Welcome';
import { openGrantedFiles } from '../../workspace/actions/opening/open-files';
import type { Commands } from '../use-commands';
import type { Desk } from '../use-desk';
import { openSamples, samples } from './samples';

/** The main column while no article is open. */
export function WelcomePane({
  desk,
  commands,
}: {
  readonly desk: Desk;
  readonly commands: Commands;
}) {
  const { workspace } = desk;
  const { desktop } = workspace;
  const [recent, setRecent] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const files = await desktop.listRecentFiles();
      if (wanted && files.ok) setRecent(files.value);
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [desktop]);
  return (
    <Welcome
      recent={recent.map(({ token, fileName, folderName }) => ({
        key: token,
        fileName,
        folderName,
      }))}
      samples={samples}
      onOpenFiles={() => commands.run('file.open')}
      openFilesShortcut={commands.shortcutOf('file.open')}
      onOpenRecent={(key) => {
        const file = recent.find(({ token }) => token === key);
        if (file) void openGrantedFiles(workspace, [{ ok: true, value: file }]);
      }}
      onForgetRecent={() => {
        setRecent([]);
        void desktop.forgetRecentFiles();
      }}
      onOpenSample={(key) => void openSamples(workspace, [key])}
    />
  );
}
