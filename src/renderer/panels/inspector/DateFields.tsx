import type { BodyPatch, DateBody } from '../../../core/annotation/annotation';
import { parseEdtf } from '../../../core/dates/edtf';
import { type DateProposal, explainDate } from '../../../core/dates/propose';
import { tidyEdtf } from '../../../core/dates/tidy-edtf';
import { useWords } from '../../i18n/catalogue';
import type { Catalogue } from '../../i18n/en';
import { Button } from '../../ui/Button';
import { Shortcut } from '../../ui/Shortcut';
import { type FieldNote, TextField } from '../../ui/TextField';
import { wordsOfDateWarning, wordsOfEdtf, wordsOfEdtfError, wordsOfRule } from '../words-of-date';
import css from './InspectorPanel.module.css';

/** What `DateFields` takes. */
export interface DateFieldsProps {
  readonly body: DateBody;
  readonly exact: string;
  readonly proposal: DateProposal | null;
  readonly acceptShortcut: string | undefined;
  readonly unfinished: string | undefined;
  readonly onUnfinished: (text: string | null) => void;
  readonly onFields: (fields: BodyPatch) => void;
  readonly onAccept: () => void;
}

/** The value of a date, read back in plain words as it is typed, and a proposal to accept. */
export function DateFields(props: DateFieldsProps) {
  const { body, exact, proposal } = props;
  const words = useWords();
  const warning = explainDate(exact);
  const offered = proposal && proposal.edtf !== body.edtf ? proposal : null;
  const reading = offered && wordsOfEdtf(words, offered.edtf);
  return (
    <>
      <TextField
        label={words.fields.annotations['body.edtf']}
        placeholder={words.inspector.edtfPlaceholder}
        value={body.edtf ?? ''}
        tidy={tidyEdtf}
        accepts={(text) => text === '' || parseEdtf(text).ok}
        unfinished={props.unfinished}
        onUnfinished={props.onUnfinished}
        below={(text) => noteOf(words, text, body)}
        onCommit={(text) => props.onFields(byHand(text))}
      />
      {offered && (
        <div className={css.proposal}>
          <p className={css.proposed}>
            <span>{words.inspector.proposed(offered.edtf, wordsOfRule(words, offered.rule))}</span>
            {reading && reading !== offered.edtf && <span className={css.faint}>{reading}</span>}
          </p>
          <Button onClick={props.onAccept}>
            {words.inspector.accept}
            {props.acceptShortcut && (
              <span aria-hidden="true">
                <Shortcut keys={props.acceptShortcut} />
              </span>
            )}
          </Button>
        </div>
      )}
      {warning && <p className={css.warning}>{wordsOfDateWarning(words, warning)}</p>}
    </>
  );
}

/** A value typed by hand; none takes away also how the one before was reached. */
function byHand(edtf: string): BodyPatch {
  return edtf === ''
    ? { kind: 'date', edtf: undefined, basis: undefined }
    : { kind: 'date', edtf, basis: { by: 'hand' } };
}

function noteOf(words: Catalogue, typed: string, body: DateBody): FieldNote {
  const text = tidyEdtf(typed);
  if (text === '') return { text: words.inspector.edtfHint };
  const value = parseEdtf(text);
  if (!value.ok) return { text: wordsOfEdtfError(words, value.error, text), wrong: true };
  const reading = wordsOfEdtf(words, text) ?? text;
  if (text !== body.edtf || body.basis?.by !== 'rule') return { text: reading };
  return {
    text: `${reading} · ${words.inspector.acceptedFrom(wordsOfRule(words, body.basis.rule))}`,
  };
}
