/** People of a team, teams of a service, skills of a person and rounds, of every organisation that is made. */
export const peopleOfTeam = 20;
export const teamsOfService = 50;
export const skillsOfPerson = 15;
const rounds = 4;

const peopleOfService = peopleOfTeam * teamsOfService;
const firstNames = "array['Amara','Benedict','Catrin','Dilys','Ewan','Fiona','Gethin','Hana','Idris','Jasmine','Kofi','Leila','Morag','Nadia','Oisin','Priya','Quentin','Rhona','Sunil','Tamsin']";
const lastNames = "array['Abbot','Baptiste','Carrow','Dunmore','Eastwick','Farrant','Gilchrist','Hollis','Iqbal','Jessop','Kerrigan','Lockyer','Mbeki','Northcott','Okafor','Pemberton','Quigley','Redfern','Sandhu','Thackeray','Underhill','Vasquez','Winstanley','Yardley','Zielinski']";

/** A whole number from 0 up that hangs on the words alone: the same organisation is made each time. */
const lot = (words: string) => `(hashtextextended(${words}, 2026) & 2147483647)`;
/** The day of a round's conversation with somebody. */
const day = (round: string) => `($1::date - (${rounds - 1} - ${round}) * 365 - 30 - (cell.lot % 60)::int)`;
/** What is agreed at a round: near what is expected, and for every third cell one step lower before the last two rounds. */
const level = (round: string) =>
  `least(4, greatest(0, coalesce(cell.expected_level, 2) + (array[-2,-1,-1,0,0,0,0,0,1,1])[1 + cell.lot % 10] - case when cell.lot % 3 = 0 and ${round} < 2 then 1 else 0 end))::smallint`;
/** In the last round some cells have the person's own level only, some the manager's only, and some were not observed. */
const source = (round: string) => `case when ${round} < ${rounds - 1} then 3 when cell.lot % 12 = 5 then 1 when cell.lot % 30 = 7 then 2 else 3 end`;
const notObserved = (round: string) => `(${round} = ${rounds - 1} and cell.lot % 40 = 11)`;
const lastAgreed = `case when ${source(`${rounds - 1}`)} = 3 then ${rounds - 1} else ${rounds - 2} end`;

/**
 * The statements that fill the tables for `made_organisation`, in order; $1 is today, where a statement names it. Every row is made
 * of numbers and words alone, never drawn by chance. The history's `sequence` is counted from the person and the place of the skill,
 * so that what is kept of it can be worked out beside it instead of from it.
 */
export const largeRows: [what: string, text: string][] = [
  ['teams', `insert into team (organisation_id, id, parent_id, name, created_at)
    select o.id, md5(o.id || '/top')::uuid, null, 'Department ' || o.at, now() from made_organisation o
    union all select o.id, md5(o.id || '/service/' || s)::uuid, md5(o.id || '/top')::uuid, 'Service ' || lpad((s + 1)::text, 3, '0'), now()
      from made_organisation o cross join lateral generate_series(0, (o.people - 1) / ${peopleOfService}) s
    union all select o.id, md5(o.id || '/team/' || t)::uuid, md5(o.id || '/service/' || t / ${teamsOfService})::uuid, 'Team ' || lpad((t + 1)::text, 5, '0'), now()
      from made_organisation o cross join lateral generate_series(0, (o.people - 1) / ${peopleOfTeam}) t`],
  ['numbered people', `create temp table made_person as
    select o.id as organisation_id, md5(o.id || '/person/' || p)::uuid as id, o.first + p as number, p, ${lot("o.at || '/' || p")} as lot,
      md5(o.id || '/team/' || p / ${peopleOfTeam})::uuid as team_id, level.id as role_level_id
    from made_organisation o cross join lateral generate_series(0, o.people - 1) p
    join (select *, count(*) over (partition by organisation_id) as of from made_level) level on level.organisation_id = o.id and level.at = (p / ${peopleOfTeam} * 5 + p % ${peopleOfTeam} / 3) % level.of`],
  ['people', `insert into person (organisation_id, id, name, email, starts_on, leaves_on, created_at)
    select organisation_id, id, (${firstNames})[1 + lot % 20] || ' ' || (${lastNames})[1 + lot / 20 % 25] || ' ' || p, 'person.' || number || '@bench.example', '2019-01-01',
      case when p % 97 = 50 then $1::date + 30 + p % 200 end, now() from made_person`],
  ['placements', `insert into placement (organisation_id, id, person_id, team_id, role_level_id, starts_on, created_at)
    select organisation_id, md5(id || '/placement')::uuid, id, team_id, role_level_id, '2019-01-01', now() from made_person`],
  ['rounds', `insert into cycle (organisation_id, id, name, state, opens_on, closes_on, opened_at, closed_at)
    select o.id, md5(o.id || '/round/' || r)::uuid, 'Round ' || r + 1, 'closed', $1::date - (${rounds - 1} - r) * 365 - 100, $1::date - (${rounds - 1} - r) * 365 - 20, now(), now()
    from made_organisation o cross join generate_series(0, ${rounds - 1}) r`],
  // What a role level expects, and further skills up to fifteen, in four different choices.
  ['skills held', `create temp table made_holding as
    with skills as (select distinct organisation_id, version_id, skill_id, skill_key from made_expectation)
    select organisation_id, version_id, role_level_id, variant, skill_id, skill_key, expected_level, place from (
      select level.organisation_id, skills.version_id, level.id as role_level_id, variant, skills.skill_id, skills.skill_key, e.expected_level,
        row_number() over (partition by level.organisation_id, level.id, variant
          order by e.expected_level is null, ${lot("variant || '/' || skills.skill_key || '/' || level.at")}, skills.skill_key) - 1 as place
      from made_level level join skills on skills.organisation_id = level.organisation_id cross join generate_series(0, 3) variant
      left join made_expectation e on e.organisation_id = level.organisation_id and e.role_level_id = level.id and e.skill_id = skills.skill_id
    ) held where place < ${skillsOfPerson} or expected_level is not null`],
  // One cell in fifty nobody has ever assessed.
  ['cells', `create temp table made_cell as
    select person.organisation_id, person.id as person_id, person.team_id, person.role_level_id, held.version_id, held.skill_id, held.expected_level,
      (person.number * 64 + held.place) * ${rounds} as before, cell.lot, cell.lot % 50 <> 13 as is_assessed
    from made_person person
    join made_holding held on held.organisation_id = person.organisation_id and held.role_level_id = person.role_level_id and held.variant = person.p % 4
    cross join lateral (select ${lot("person.number || '/' || held.skill_key")} as lot) cell`],
  ['history', `insert into assessment (organisation_id, id, sequence, person_id, skill_id, framework_version_id, source, level, assessor_name, assessed_on, cycle_id, recorded_at)
    overriding system value
    select organisation_id, lpad(to_hex(before + r + 1), 32, '0')::uuid, before + r + 1, person_id, skill_id, version_id, ${source('r')},
      case when not ${notObserved('r')} then ${level('r')} end, 'Bench', ${day('r')}, md5(organisation_id || '/round/' || r)::uuid, ${day('r')}
    from made_cell cell cross join generate_series(0, ${rounds - 1}) r where is_assessed`],
  ['kept cells', `insert into current_assessment (organisation_id, person_id, skill_id, team_id, role_level_id, expected_level,
      self_level, self_on, manager_level, manager_on, agreed_level, agreed_on, revision)
    select organisation_id, person_id, skill_id, team_id, role_level_id, expected_level,
      case when is_assessed and last.source = 1 and not ${notObserved('last.r')} then ${level('last.r')} end, case when is_assessed and last.source = 1 then ${day('last.r')} end,
      case when is_assessed and last.source = 2 and not ${notObserved('last.r')} then ${level('last.r')} end, case when is_assessed and last.source = 2 then ${day('last.r')} end,
      case when is_assessed and not ${notObserved('agreed.r')} then ${level('agreed.r')} end, case when is_assessed then ${day('agreed.r')} end,
      case when is_assessed then before + ${rounds} else 0 end
    from made_cell cell
    cross join lateral (select ${rounds - 1} as r, ${source(`${rounds - 1}`)} as source) last
    cross join lateral (select ${lastAgreed} as r) agreed
    where is_assessed or expected_level is not null`],
  ['kept counts', `insert into team_skill_summary (organisation_id, team_id, skill_id, expected, assessed, met, at_level, oldest_agreed_on, valid_until)
    select cell.organisation_id, cell.team_id, cell.skill_id, count(expected_level), count(*) filter (where expected_level is not null and agreed_level is not null),
      count(*) filter (where agreed_level >= expected_level), array[${[0, 1, 2, 3, 4, 5].map((one) => `count(*) filter (where agreed_level = ${one})`).join(', ')}]::int[],
      min(agreed_on) filter (where expected_level is not null), leaving.until
    from current_assessment cell
    join made_organisation o on o.id = cell.organisation_id
    left join (select made.organisation_id, made.team_id, min(person.leaves_on) + 1 as until from made_person made
      join person on person.organisation_id = made.organisation_id and person.id = made.id group by 1, 2) leaving
      on leaving.organisation_id = cell.organisation_id and leaving.team_id = cell.team_id
    group by cell.organisation_id, cell.team_id, cell.skill_id, leaving.until`],
  ['revisions', `with organisations as (insert into organisation_revision (organisation_id, revision) select id, 1 from made_organisation on conflict do nothing)
    insert into team_revision (organisation_id, team_id, revision) select distinct organisation_id, team_id, 1 from made_person on conflict do nothing`],
];
