import { Choice } from '#app/ui/choice.tsx';
import { Details } from '#app/ui/details.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import type { PresentedPreview } from './present-preview.ts';

interface NameFieldsProps extends Pick<PresentedPreview, 'names' | 'decided' | 'warnings'> {
  /** Names beyond those that are shown. */
  more: number;
}

/** Names that are not known, and what may be a slip: each decided once, however many rows have it. */
export function NameFields({ names, more, decided, warnings }: NameFieldsProps) {
  return (
    <>
      {names.length > 0 && (
        <section className="mb-step">
          <h2 className="mb-snug text-heading-m font-heading">Names that are not known</h2>
          {names.map((name, at) => (
            <NameField key={`${name.kind} ${name.key}`} at={at} kind={name.kind} nameKey={name.key} label={name.label} options={name.options} meant="" />
          ))}
          {more > 0 && <p className="mb-step">And {more} more, which are shown once some of these are decided.</p>}
        </section>
      )}
      {warnings.length > 0 && (
        <fieldset className="mb-step min-w-0 max-w-prose">
          <legend className="mb-snug text-heading-m font-heading">What may be a slip: tick what is right</legend>
          {warnings.map(({ key, row, message, isAccepted }, at) => (
            <Choice key={key} type="checkbox" id={`accepted-${at}`} name="accepted" value={key} defaultChecked={isAccepted} label={<span className="[overflow-wrap:anywhere]">{`Row ${row}: ${message}`}</span>} />
          ))}
        </fieldset>
      )}
      {decided.length > 0 && (
        <Details summary={`${decided.length} ${decided.length === 1 ? 'name is' : 'names are'} decided`}>
          {decided.map(({ kind, key, label, meant }, place) => (
            <NameField key={`${kind} ${key}`} at={names.length + place} kind={kind} nameKey={key} label={label} options={[{ value: meant, label: meant === 'leave-out' ? 'Left out' : 'As you decided' }, { value: '', label: 'Decide again' }]} meant={meant} />
          ))}
        </Details>
      )}
    </>
  );
}

interface NameFieldProps {
  at: number;
  kind: string;
  nameKey: string;
  label: string;
  options: readonly { value: string; label: string }[];
  meant: string;
}

function NameField({ at, kind, nameKey, label, options, meant }: NameFieldProps) {
  return (
    <>
      <input type="hidden" name={`nameKind.${at}`} value={kind} />
      <input type="hidden" name={`nameKey.${at}`} value={nameKey} />
      <SelectField name={`name.${at}`} label={<span className="[overflow-wrap:anywhere]">{label}</span>} options={options} defaultValue={meant} />
    </>
  );
}
