import { createRoot } from 'react-dom/client';
import type { Workspace } from '../../workspace/workspace';
import { CostsCard } from './CostsCard';
import { useFigures } from './use-figures';
import { writeFigures } from './words';

/** Takes the card away; null while it is not shown. */
let hide: (() => void) | null = null;

/**
 * Shows the card over `workspace`, or takes it away. It stands in a root of its own, so that the window has no part in it
 * and nothing of the window is drawn anew for it.
 */
export function toggleCosts(workspace: Workspace): void {
  if (hide) {
    hide();
    return;
  }
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  hide = () => {
    hide = null;
    root.unmount();
    host.remove();
  };
  root.render(<Costs workspace={workspace} onClose={hide} />);
}

function Costs({
  workspace,
  onClose,
}: {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}) {
  const figures = useFigures(workspace);
  return (
    <CostsCard
      figures={figures}
      onCopy={() => void navigator.clipboard.writeText(writeFigures(figures))}
      onClose={onClose}
    />
  );
}

// A module that is replaced while the program runs would not know of the card.
import.meta.hot?.dispose(() => hide?.());
