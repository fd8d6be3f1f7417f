import { useMemo } from 'react';
import type { ToldFigure } from '#app/charts/heatmap/told/told-figure.ts';
import { personCards } from './person-cards.ts';

interface PersonCardListProps {
  told: ToldFigure;
  rowHref: (personId: string) => string;
  cellHref: (personId: string, skillId: string) => string;
}

/** People one under another, for a screen on which a picture of people and skills would be a keyhole. */
export function PersonCardList({ told, rowHref, cellHref }: PersonCardListProps) {
  const { rows, columns } = told;
  const cards = useMemo(() => personCards(told), [told]);
  return (
    <section className="min-[30rem]:hidden print:hidden" aria-labelledby="person-cards">
      <h2 id="person-cards" className="mb-close text-heading-s font-heading">
        Person by person
      </h2>
      <p className="mb-snug text-dense text-muted">Who is furthest below what is expected stands first. Agreed level / expected level.</p>
      <ol>
        {cards.map(({ row, met, short, open, shortfalls }) => {
          const { id, name, note } = rows[row]!;
          return (
            <li key={id} className="border-t border-line py-snug">
              <h3 className="text-heading-s font-heading">
                <a href={rowHref(id)}>{name}</a>
              </h3>
              {note !== null && <p className="text-note text-muted">{note}</p>}
              <p className="text-dense">
                {met} met, <span className={short > 0 ? 'font-strong' : ''}>{short} short</span>, {open} not assessed
              </p>
              {shortfalls.length > 0 && (
                <ul className="person-card mt-hair text-dense">
                  {shortfalls.map(([column, agreed, expected]) => (
                    <li key={column}>
                      <span>{`${agreed}/${expected}`}</span>
                      <a href={cellHref(id, columns[column]!.id)}>{columns[column]!.name}</a>
                    </li>
                  ))}
                  {short > shortfalls.length && <li className="person-card-rest text-muted">and {short - shortfalls.length} more, in the table below</li>}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
