import { Button } from '../../ui/Button';
import { Shortcut } from '../../ui/Shortcut';
import css from './InspectorPanel.module.css';
import type { InspectorTool } from './inspector-edits';

/** What else can be done with the selected annotation, for those who have not learnt the keys yet. */
export function InspectorTools({
  tools,
  onTool,
}: {
  readonly tools: readonly InspectorTool[];
  readonly onTool: ((id: string) => void) | undefined;
}) {
  if (tools.length === 0) return null;
  return (
    <div className={css.tools}>
      {tools.map(({ id, label, shortcut, enabled }) => (
        <Button
          key={id}
          look="quiet"
          disabled={!enabled}
          aria-keyshortcuts={shortcut}
          onClick={() => onTool?.(id)}
        >
          {label}
          {shortcut && (
            <span aria-hidden="true">
              <Shortcut keys={shortcut} />
            </span>
          )}
        </Button>
      ))}
    </div>
  );
}
