import type { EnterpriseBody } from '../../core/annotation/annotation';
import { useWords } from '../i18n/catalogue';
import { SuggestField } from '../ui/SuggestField';

/** What `EnterpriseFields` takes. */
export interface EnterpriseFieldsProps {
  readonly body: EnterpriseBody;
  /** The words tagged: what it goes by while it has no other name. */
  readonly exact: string;
  readonly language: string | undefined;
  readonly names: readonly string[];
  readonly onName: (name: string | null) => void;
}

/** The name an enterprise should go by. */
export function EnterpriseFields({ body, exact, language, names, onName }: EnterpriseFieldsProps) {
  const words = useWords().inspector;
  return (
    <SuggestField
      label={words.name}
      listLabel={words.names}
      placeholder={exact}
      lang={language}
      suggestions={names}
      value={body.name ?? ''}
      tidy={(text) => text.replace(/\s+/g, ' ').trim()}
      onCommit={(name) => onName(name === '' ? null : name)}
    />
  );
}
