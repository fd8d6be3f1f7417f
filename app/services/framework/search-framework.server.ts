import { sql, type SQL } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import type { Tx } from '#db/tenant.ts';
import { parseSearchWords } from './parse-search-words.server.ts';

/** Something of an adopted framework in which the words were found. */
export interface FrameworkFind {
  part: 'skill' | 'role';
  key: string;
  name: string;
  frameworkKey: string;
  kind: 'gdad' | 'job-description' | 'own';
  /** The statements, or pieces of the description, that hold the words; a piece that is a word found has `found`. */
  passages: { ordinal: number | null; levelName: string | null; pieces: { text: string; found: boolean }[] }[];
}

/** At most this many roles and skills are answered, and of each this many passages. */
const most = { finds: 50, passages: 5 };
/** Characters that no stored text holds, around a word that was found. */
const [start, stop] = ['\u0002', '\u0003'];
const marks = `StartSel=${start}, StopSel=${stop}`;
/**
 * The text search reads "-27001" and "1.5" as numbers with their signs, while words are typed without: these stand for
 * a sign before a digit, so that "ISO-27001" is found by its number, and are shown as the sign again.
 */
const [minus, point] = ['\u0004', '\u0005'];
const apart = (text: SQL) => sql`regexp_replace(regexp_replace(${text}, '-(?=[0-9])', ${minus}, 'g'), '[.](?=[0-9])', ${point}, 'g')`;
const together = (text: string) => text.replaceAll(minus, '-').replaceAll(point, '.');
/** Characters of a passage that is shown whole; of a longer one the piece around the words. */
const wholeUpTo = 400;

/**
 * The skills and roles of the adopted frameworks that hold all the words, in their names, descriptions, statements or
 * role levels: found in the name first. Words are found in any form, the last one also when it is only begun. Throws
 * 403 where the viewer may not read the framework.
 */
export async function searchFramework(context: Context, typed: string): Promise<FrameworkFind[]> {
  authorise(context, 'read-framework');
  const words = parseSearchWords(typed);
  if (words === null) return [];
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const rows = await findRows(tx, organisationId, words);
    return rows.map(({ passages, ...row }) => ({
      ...row,
      passages: passages.slice(0, most.passages).map(({ ordinal, level_name, text }) => ({ ordinal, levelName: level_name, pieces: piecesOf(text) })),
    }));
  });
}

interface FoundRow extends Record<string, unknown> {
  part: 'skill' | 'role';
  key: string;
  name: string;
  frameworkKey: string;
  kind: FrameworkFind['kind'];
  passages: { ordinal: number | null; level_name: string | null; text: string }[];
}

/* Texts of one part are searched as one document, so that words may stand apart; passages are those that hold any of them. */
async function findRows(tx: Tx, organisationId: string, words: string): Promise<FoundRow[]> {
  const wanted = sql`to_tsquery('english', ${words})`;
  const any = sql`to_tsquery('english', ${words.replaceAll(' & ', ' | ')})`;
  const { rows } = await tx.execute<FoundRow>(sql`
    with adopted as (
      select version_id, framework.key as framework_key, framework.kind
      from framework_adoption
      join framework on framework.organisation_id = ${organisationId} and framework.id = framework_adoption.framework_id
      where framework_adoption.organisation_id = ${organisationId}
    ), part as (
      select 'skill' as part, skill.id, skill.key, content.name, content.version_id, adopted.framework_key, adopted.kind
      from adopted
      join skill_content content on content.organisation_id = ${organisationId} and content.version_id = adopted.version_id
      join skill on skill.organisation_id = ${organisationId} and skill.id = content.skill_id
      union all
      select 'role', role.id, role.key, content.name, content.version_id, adopted.framework_key, adopted.kind
      from adopted
      join role_content content on content.organisation_id = ${organisationId} and content.version_id = adopted.version_id
      join role on role.organisation_id = ${organisationId} and role.id = content.role_id
    ), passage as (
      select skill_id as id, version_id, null::smallint as ordinal, null::text as level_name, description as text
      from skill_content where organisation_id = ${organisationId} and version_id in (select version_id from adopted) and description is not null
      union all
      select level.skill_id, level.version_id, level.ordinal, step.name, statement
      from skill_level level
      join scale_step step on step.organisation_id = ${organisationId} and step.version_id = level.version_id and step.ordinal = level.ordinal
      cross join unnest(level.statements) as statement
      where level.organisation_id = ${organisationId} and level.version_id in (select version_id from adopted)
      union all
      select role_id, version_id, null, null, description
      from role_content where organisation_id = ${organisationId} and version_id in (select version_id from adopted) and description is not null
      union all
      select role_level.role_id, content.version_id, null, content.name, coalesce(content.description, content.name)
      from role_level_content content
      join role_level on role_level.organisation_id = ${organisationId} and role_level.id = content.role_level_id
      where content.organisation_id = ${organisationId} and content.version_id in (select version_id from adopted)
    ), document as (
      select id, version_id, string_agg(coalesce(level_name, '') || ' ' || text, ' ') as text from passage group by id, version_id
    ), found as (
      select part.*, setweight(to_tsvector('english', ${apart(sql`part.name`)}), 'A') || setweight(to_tsvector('english', ${apart(sql`coalesce(document.text, '')`)}), 'C') as words
      from part left join document on document.id = part.id and document.version_id = part.version_id
    )
    select part, key, name, framework_key as "frameworkKey", kind, (
      select coalesce(json_agg(json_build_object('ordinal', ordinal, 'level_name', level_name,
        'text', ts_headline('english', ${apart(sql`text`)}, ${any}, case when length(text) < ${wholeUpTo} then ${`${marks}, HighlightAll=true`} else ${`${marks}, MaxWords=40, MinWords=20, MaxFragments=1`} end))
        order by ordinal nulls first, text), '[]'::json)
      from passage where passage.id = found.id and passage.version_id = found.version_id and to_tsvector('english', ${apart(sql`text`)}) @@ ${any}
    ) as passages
    from found where words @@ ${wanted}
    order by ts_rank('{0, 0.1, 0.2, 1}', words, ${wanted}) desc, name, key limit ${most.finds}`);
  return rows;
}

function piecesOf(text: string): { text: string; found: boolean }[] {
  const pieces: { text: string; found: boolean }[] = [];
  for (const part of text.split(start)) {
    const [inside = '', outside] = part.split(stop);
    if (outside === undefined) pieces.push({ text: inside, found: false });
    else pieces.push({ text: inside, found: true }, { text: outside, found: false });
  }
  return pieces.filter((piece) => piece.text !== '').map((piece) => ({ ...piece, text: together(piece.text) }));
}
