import { TextField } from './text-field.tsx';

interface DateFieldProps {
  name: string;
  label: string;
  hint?: string;
  error?: string | null;
  /** ISO dates, such as 2027-03-31. */
  defaultValue?: string;
  min?: string;
  max?: string;
  id?: string;
  required?: boolean;
}

/** A calendar date in the browser's own date field, which sends an ISO date whatever it shows. */
export function DateField({ hint = 'For example, 31 March 2027', ...field }: DateFieldProps) {
  return <TextField {...field} hint={hint} type="date" width="half" />;
}
