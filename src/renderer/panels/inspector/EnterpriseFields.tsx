import type { BodyPatch, EnterpriseBody } from '../../../core/annotation/annotation';
import { useWords } from '../../i18n/catalogue';
import { SuggestField } from '../../ui/SuggestField';

/** What `EnterpriseFields` takes. */
export interface EnterpriseFieldsProps {
  readonly body: EnterpriseBody;
  /** The words tagged: what it goes by while it has no other name. */
  readonly exact: string;
  readonly language: string | undefined;
  readonly names: readonly string[];
  readonly onFields: (fields: BodyPatch) => void;
}

/** The name an enterprise should go by. */
export function EnterpriseFields({
  body,
  exact,
  language,
  names,
  onFields,
}: EnterpriseFieldsProps) {
  const { inspector: words, fields } = useWords();
  return (
    <SuggestField
      label={fields.annotations['body.name']}
      listLabel={words.names}
      placeholder={exact}
      lang={language}
      suggestions={names}
      value={body.name ?? ''}
      tidy={(text) => text.replace(/\s+/g, ' ').trim()}
      onCommit={(name) => onFields({ kind: body.kind, name: name || undefined })}
    />
  );
}
