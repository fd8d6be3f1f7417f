import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { personCards } from './person-cards.ts';

interface PersonCardListProps {
  picture: Picture;
  rowHref: (personId: string) => string;
  cellHref: (personId: string, skillId: string) => string;
}

/** How many shortfalls a card names; the others are counted, and stand in the table. */
const mostNamed = 5;

/** People one under another, for a screen on which a picture of people and skills would be a keyhole. */
export function PersonCardList({ picture, rowHref, cellHref }: PersonCardListProps) {
  const cards = personCards(picture);
  return (
    <section className="min-[30rem]:hidden print:hidden" aria-labelledby="person-cards">
      <h2 id="person-cards" className="mb-close text-heading-s font-heading">
        Person by person
      </h2>
      <p className="mb-snug text-dense text-muted">Who is furthest below what is expected stands first. Agreed level / expected level.</p>
      <ol>
        {cards.map(({ row, met, short, open, shortfalls }) => {
          const { id, name, note } = picture.rows[row]!;
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
                  {shortfalls.slice(0, mostNamed).map(({ column, agreed, expected }) => (
                    <li key={column}>
                      <span>{`${agreed}/${expected}`}</span>
                      <a href={cellHref(id, picture.columns[column]!.id)}>{picture.columns[column]!.name}</a>
                    </li>
                  ))}
                  {shortfalls.length > mostNamed && <li className="person-card-rest text-muted">and {shortfalls.length - mostNamed} more, in the table below</li>}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
