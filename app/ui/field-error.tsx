interface FieldErrorProps {
  id: string;
  message: string;
}

/** What to put right, at its field. The word "Error" is said to those who cannot see the colour. */
export function FieldError({ id, message }: FieldErrorProps) {
  return (
    <p id={id} className="mb-hair font-strong text-danger">
      <span className="sr-only">Error: </span>
      {message}
    </p>
  );
}
