import { Field, Select } from '@zendeskgarden/react-forms';

type FilterChoiceProps<Option extends string> = {
  label: string;
  chosen: Option;
  options: readonly Option[];
  toName: (option: Option) => string;
  onChoose: (option: Option) => void;
};

/** One filter of a report: takes effect at once. */
export function FilterChoice<Option extends string>(choice: FilterChoiceProps<Option>) {
  const { label, chosen, options, toName, onChoose } = choice;
  const choose = (value: string) => {
    const option = options.find((each) => each === value);
    if (option !== undefined) onChoose(option);
  };
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Select isCompact value={chosen} onChange={(event) => choose(event.target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {toName(option)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
