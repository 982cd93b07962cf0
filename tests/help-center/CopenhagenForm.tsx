import { useState } from 'react';

const LINES = ['sales', 'tech'];
const TOPICS = ['topic_pay', 'topic_install', 'topic_configure'];

type TaggerProps = { name: string; label: string; options: string[]; onChange?: (value: string) => void };

/** As the theme draws a dropdown: what is chosen stands in a hidden input alone (copenhagen_theme, ticket-fields/Tagger). */
function Tagger({ name, label, options, onChange }: TaggerProps) {
  const [value, setValue] = useState('');
  const choose = (chosen: string) => {
    setValue(chosen);
    onChange?.(chosen);
  };
  return (
    <div role="group" aria-label={label}>
      {options.map((option) => (
        <button type="button" key={option} onClick={() => choose(option)}>
          {option}
        </button>
      ))}
      <input type="hidden" name={name} value={value} readOnly />
    </div>
  );
}

/** The names of the theme's form, with a field that appears by a condition, and its own submit handler. */
export function CopenhagenForm({ onSend }: { onSend: (form: FormData) => void }) {
  const [line, setLine] = useState('');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend(new FormData(event.currentTarget));
      }}
    >
      <input name="request[subject]" aria-label="Subject" />
      <Tagger name="request[custom_fields][11]" label="Line" options={LINES} onChange={setLine} />
      <Tagger name="request[custom_fields][12]" label="Topic" options={TOPICS} />
      {line === 'tech' && (
        <Tagger name="request[custom_fields][13]" label="Product" options={['product_other']} />
      )}
      <div>
        <button type="submit">Submit</button>
      </div>
    </form>
  );
}
