interface SearchFormProps {
  id: string;
  defaultValue?: string;
}

/** Searches people, teams and skills; the answer is a page of its own. */
export function SearchForm({ id, defaultValue }: SearchFormProps) {
  return (
    <form method="get" action="/search" role="search" className="flex gap-hair py-hair">
      <label htmlFor={id} className="sr-only">
        Search people, teams and skills
      </label>
      <input
        id={id}
        name="q"
        type="search"
        defaultValue={defaultValue}
        autoComplete="off"
        className="min-h-target min-w-0 flex-1 sm:min-h-9 rounded-none border-2 border-edge bg-paper px-close text-dense sm:w-48 lg:w-56"
      />
      <button
        type="submit"
        className="min-h-target cursor-pointer sm:min-h-9 border-2 border-ink bg-paper px-snug text-dense font-strong hover:bg-panel focus-visible:bg-focus"
      >
        Search
      </button>
    </form>
  );
}
