// A year and a half of a small town in rows: posts, reactions, lifts, wall counts, visits and notes, from a fixed seed.
import { sql } from 'kysely'
import { addCounter, addMark } from '../../db/campaign-counts.ts'
import { saveMoney } from '../../db/campaign-money.ts'
import { type Db, json } from '../../db/open.ts'
import {
  addDays,
  addQuarters,
  daysBetween,
  listDays,
  quarterDays,
  weekOfDay,
} from '../../services/domain/quarter.ts'
import { collectDays } from '../digest-makers.ts'
import { makeAccount, NOW } from '../makers.ts'

/** The same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const tags = ['#kemijärvi', '#kemijarvi', '#tuhannenjayhdentyöntarinat', '#tuhannenjayhdentyontarinat']

/** Fills the quarter and the five before it. `perDay` posts a day; more for a region. */
export async function fillQuarters(db: Db, place: string, quarter: string, perDay = 2): Promise<number> {
  const chance = seeded(7)
  const accounts = { own: 0, partner: 0, resident: [] as number[] }
  accounts.own = await makeAccount(db, { place, kind: 'own', name: 'Kemijärvi' })
  accounts.partner = await makeAccount(db, { place, kind: 'partner', agreement: 'sovittu', name: 'Visit' })
  for (let n = 0; n < 31; n++) accounts.resident.push(await makeAccount(db, { place, kind: 'resident' }))
  const first = quarterDays(addQuarters(quarter, -5)).from
  const days = listDays(first, quarterDays(quarter).to)
  for (let n = -5; n <= 0; n++) {
    await collectDays(db, 'uutiset', addQuarters(quarter, n), () => true, place)
    await collectDays(db, 'tuutit', addQuarters(quarter, n), (nth) => n !== -1 || nth > 30 || nth < 3, place)
  }
  const posts: Record<string, unknown>[] = []
  for (const [nth, day] of days.entries()) {
    const season = day.slice(5, 7) >= '06' && day.slice(5, 7) <= '08' ? 1.4 : 1
    const growth = 1 + daysBetween(first, day) / 900
    const count = Math.floor(perDay * season * growth * (0.4 + 1.2 * chance()))
    for (let i = 0; i < count; i++) {
      const kind = chance()
      const tag = tags[Math.floor(chance() * chance() * tags.length)] as string
      const feed = kind < 0.2
      posts.push({
        public_id: `p_${String(nth).padStart(6, '0')}${String(i).padStart(6, '0')}`,
        channel: feed ? 'feed' : 'mastodon',
        external_id: `https://example.social/${place}/${nth}/${i}`,
        account_id:
          kind < 0.5
            ? accounts.own
            : kind < 0.65
              ? accounts.partner
              : accounts.resident[Math.floor(chance() * 31)],
        text: feed ? 'Uutinen kunnan sivuilta.' : `Päivä järvellä ${tag}`,
        tag: feed ? null : tag.slice(1),
        source: feed ? 'uutiset' : 'tuutit',
        published_at: `${day}T${String(7 + Math.floor(chance() * 12)).padStart(2, '0')}:15:00Z`,
        likes: feed ? null : Math.floor(chance() * chance() * 60),
        shares: feed ? null : Math.floor(chance() * 6),
      })
    }
  }
  for (let start = 0; start < posts.length; start += 2_000)
    await insertPosts(db, place, posts.slice(start, start + 2_000))
  await fillRest(db, place, quarter, days, chance)
  return posts.length
}

async function insertPosts(db: Db, place: string, posts: Record<string, unknown>[]): Promise<void> {
  const rows = sql`jsonb_to_recordset(${json(posts)}::jsonb) as f(public_id text, channel text, external_id text,
    account_id int, text text, tag text, source text, published_at timestamptz, likes int, shares int)`
  await sql`insert into post (public_id, place_id, channel, external_id, account_id, text, lang, published_at,
      first_seen_at, seen_at, state, content_key)
    select public_id, ${place}, channel, external_id, account_id, text, 'fi', published_at, published_at, published_at,
      'shown', external_id from ${rows}`.execute(db)
  const mine = sql`${rows} join post p on p.place_id = ${place} and p.external_id = f.external_id`
  await sql`insert into post_tag select p.id, ${place}, tag, tag, 0 from ${mine} where tag is not null`.execute(
    db,
  )
  await sql`insert into post_source (post_id, place_id, source_id, found_at)
    select p.id, ${place}, source, f.published_at from ${mine}`.execute(db)
  await sql`insert into tally (post_id, place_id, age, taken_at, hours, likes, comments, shares)
    select p.id, ${place}, 14, f.published_at + interval '14 days', 338, f.likes, f.shares / 2, f.shares
    from ${mine} where f.likes is not null`.execute(db)
}

async function fillRest(
  db: Db,
  place: string,
  quarter: string,
  days: string[],
  chance: () => number,
): Promise<void> {
  const now = quarterDays(quarter)
  const views = days.map((day) => ({
    place_id: place,
    wall_id: 'etusivu',
    day,
    event: 'view' as const,
    subject: '',
    n: 30 + Math.floor(chance() * 80),
  }))
  const clicks = ['click', 'channel', 'action'].flatMap((event, nth) =>
    days.map((day) => ({
      ...{ place_id: place, wall_id: 'etusivu', day, event: event as 'click' },
      ...{ subject: event === 'action' ? 'varaa' : 'mastodon', n: Math.floor(chance() * (4 - nth)) + 1 },
    })),
  )
  for (const row of [views, clicks.slice(0, 600), clicks.slice(600, 1200), clicks.slice(1200)])
    if (row.length) await db.insertInto('wall_day').values(row).execute()
  const measure = {
    place_id: place,
    dim: '',
    period_kind: 'day' as const,
    source_id: 'kavijalaskuri',
    status: 'ok' as const,
    retrieved_at: NOW,
  }
  const visits = days.map((day) => ({
    ...measure,
    indicator: 'web.visits',
    period: day,
    unit: 'visits',
    value: String(300 + Math.floor(chance() * 200 + daysBetween(days[0] ?? day, day) / 3)),
  }))
  await db.insertInto('measure').values(visits).execute()
  const pages = days.flatMap((day) =>
    ['', 'muuttajalle'].map((dim) => ({
      ...measure,
      indicator: 'web.views',
      dim,
      period: day,
      unit: 'views',
      value: String((dim ? 30 : 900) + Math.floor(chance() * 60)),
    })),
  )
  await db.insertInto('measure').values(pages).execute()
  const single = (
    indicator: string,
    dim: string,
    period: string,
    value: string,
    kind: 'quarter' | 'month' | 'year' = 'quarter',
  ) => ({
    ...measure,
    indicator,
    dim,
    period_kind: kind,
    period,
    value,
    unit: 'count',
    source_id: 'kirjattu',
  })
  const months = [0, -1, -4].flatMap((n) => {
    const { from } = quarterDays(addQuarters(quarter, n))
    return [0, 32, 62].map((at) => ({
      ...single(
        'people.moved-in',
        '',
        addDays(from, at).slice(0, 7),
        String(24 + Math.floor(chance() * 20)),
        'month',
      ),
      status: 'preliminary' as const,
    }))
  })
  await db
    .insertInto('measure')
    .values([
      ...months,
      ...[
        ['vuokra-asunnot', '48'],
        ['avoimet työpaikat', '41'],
        ['uimahalli', '37'],
        ['tontit', '24'],
      ].map(([term, n]) => single('web.search-term', term ?? '', quarter, n ?? '')),
      single('web.searches', '', quarter, '612'),
      single('web.searches-empty', '', quarter, '31'),
      single('image.statement', 'turvallisuus', '2026', '24', 'year'),
      ...[
        ['muuttajainfot', '28', '25'],
        ['yritystapaamiset', '12', '18'],
      ].flatMap(([goal = '', a = '', b = '']) => [
        single('goal.actual', goal, quarter, a),
        single('goal.target', goal, quarter, b),
      ]),
      single('counter', 'Neuvotut henkilöt', quarter, '42'),
    ])
    .execute()
  const lifted = await db
    .selectFrom('post')
    .select(['id', 'published_at'])
    .where('place_id', '=', place)
    .where('text', 'like', '%järvellä%')
    .orderBy('published_at')
    .execute()
  const weeks = new Map<string, number>()
  for (const post of lifted) {
    const week = weekOfDay(post.published_at.toISOString().slice(0, 10))
    if (!weeks.has(week) && chance() > 0.2) weeks.set(week, post.id)
    else if (!weeks.has(week)) weeks.set(week, 0)
  }
  const lifts = [...weeks]
    .filter(([, id]) => id)
    .map(([week, id]) => ({ place_id: place, post_id: id, week, by: 'Johanna', at: NOW }))
  await db.insertInto('lift').values(lifts).execute()
  const notes = days.flatMap((day, nth) => {
    const kind =
      nth % 9 === 0
        ? ('feedback' as const)
        : nth % 31 === 0
          ? ('observation' as const)
          : nth % 14 === 0
            ? ('interview' as const)
            : undefined
    const theme = ['asuminen', 'työ', 'palvelut'][Math.floor(chance() * 3)] as string
    return kind
      ? [
          {
            public_id: `n_${place}${nth}`,
            place_id: place,
            kind,
            day,
            theme: kind === 'interview' ? null : theme,
            body: 'Kirjaus.',
            by: 'Johanna',
            at: NOW,
          },
        ]
      : []
  })
  await db.insertInto('note').values(notes).execute()
  if (now.from)
    await db
      .insertInto('note')
      .values({
        public_id: `n_${place}study`,
        place_id: place,
        kind: 'study',
        day: now.from,
        theme: null,
        body: 'Lähtömuuttajien kysely 2026',
        evidence_url: 'https://example.org/tutkimus',
        by: 'Johanna',
        at: NOW,
      })
      .execute()
}

/** What people brought to the quarter: actions, a survey, labels, quotes, a target, a campaign, the surroundings. */
export async function fillPeople(db: Db, place: string, quarter: string): Promise<void> {
  const who = { place_id: place, by: 'Johanna', at: NOW }
  const { from, to } = quarterDays(quarter)
  const before = addQuarters(quarter, -1)
  const action = (n: number, of: string, what: string, owner: string, due: string, more = {}) => ({
    ...{ ...who, public_id: `t_${place}${n}`, quarter: of, what, owner, due },
    ...more,
  })
  for (const row of [
    action(1, before, 'Palautteisiin vastataan vuorolistan mukaan.', 'asiakaspalvelu', addDays(from, 20), {
      state: 'done' as const,
      done_on: addDays(from, 10),
      result: 'Vastausaika lyheni kahteen työpäivään.',
    }),
    action(2, before, 'Uimahallin aukioloajat etusivulle.', 'vapaa-aika', addDays(from, 30)),
    action(3, quarter, 'Muuttajan sivulle avataan Asunnot nyt -osio.', 'asuntopalvelut', '2026-11-30', {
      area_id: 'asuminen',
    }),
    action(4, quarter, 'Viikkonostolle nimetään varahenkilö.', 'viestinnästä vastaava', '2026-12-15'),
  ])
    await db.insertInto('digest_action').values(row).execute()
  await fillSurvey(db, place, quarter)
  const { rows: drawn } = await sql<{ public_id: string; own: boolean }>`
    select p.public_id, a.kind = 'own' as own from post p join account a on a.id = p.account_id
    where p.place_id = ${place} and p.published_at >= ${from} and p.published_at < ${to}
    order by p.id limit 90`.execute(db)
  const labels = drawn.map((post, nth) => ({
    ...{ ...who, quarter, item: post.public_id },
    author: post.own ? ('own' as const) : ('residents' as const),
    tone: (['positive', 'positive', 'neutral', 'negative'] as const)[nth % 4] ?? ('unclear' as const),
    content: (['story', 'news', 'picture'] as const)[nth % 3] ?? ('other' as const),
    image: (['nature', 'work', 'home', 'none'] as const)[nth % 4] ?? ('other' as const),
    theme: ['asuminen', 'luonto', null][nth % 3] ?? null,
  }))
  if (labels.length) await db.insertInto('label').values(labels).execute()
  await db
    .insertInto('target')
    .values({
      ...{ ...who, public_id: `g_${place}`, year: Number(quarter.slice(0, 4)), position: 1 },
      ...{
        label: 'Viikkonostoja',
        figure: 'F13',
        baseline: '29',
        aim: '52',
        direction: 'up',
        cumulative: true,
      },
    })
    .execute()
  await db
    .insertInto('campaign')
    .values({
      ...{
        ...who,
        public_id: `k_${place}`,
        label: 'Työkampanja',
        tags: json(['tuhannenjayhdentyöntarinat']),
      },
      ...{
        from_day: addDays(from, 40),
        to_day: addDays(from, 60),
        owner: 'elinkeinopalvelut',
      },
    })
    .execute()
  const { id } = await db
    .selectFrom('campaign')
    .select('id')
    .where('public_id', '=', `k_${place}`)
    .executeTakeFirstOrThrow()
  const key = { place, id }
  await saveMoney(db, key, Number(quarter.slice(0, 4)), { granted: 50_000, used: 40_000 })
  const counter = await addCounter(db, key, { kind: 'other', label: 'Hyviä tekoja', aim: 100 })
  const mark = { counter, n: 28, told: null }
  await addMark(db, id, { ...mark, day: addDays(from, 45) }, { by: 'Johanna', at: NOW })
  const year = Number(quarter.slice(0, 4))
  for (const [at, value] of [
    [`${year}-08`, '12.9'],
    [`${year - 1}-08`, '13.8'],
  ] as const)
    await db
      .insertInto('measure')
      .values({
        ...{
          place_id: place,
          indicator: 'work.unemployment',
          dim: '',
          period_kind: 'month',
          period: at,
          value,
        },
        ...{ source_id: 'statfin', unit: 'percent', status: 'ok', retrieved_at: NOW },
      })
      .execute()
}

/** 31 of 36 answered: 3,5 on a scale of 1 to 4; and two quotes. */
async function fillSurvey(db: Db, place: string, quarter: string): Promise<void> {
  const who = { place_id: place, by: 'Johanna', at: NOW }
  const { from } = quarterDays(quarter)
  const one = { ...who, public_id: `s_${place}`, title: 'Tulomuuttajakysely' }
  const survey = await db.insertInto('survey').values(one).returning('id').executeTakeFirstOrThrow()
  const question = await db
    .insertInto('survey_question')
    .values({
      ...{ place_id: place, survey_id: survey.id, position: 1, kind: 'scale', low: 1, high: 4 },
      label: 'Kuinka hyvin sait apua muuttoosi?',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const batch = await db
    .insertInto('survey_batch')
    .values({
      ...{
        ...who,
        public_id: `b_${place}`,
        survey_id: survey.id,
        link: 'closed',
        invited: 36,
        origin: 'paper',
      },
      ...{ from_day: addDays(from, 62), to_day: addDays(from, 82) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const answers = [...Array<number>(20).fill(4), ...Array<number>(6).fill(3), ...Array<number>(5).fill(2)]
  await db
    .insertInto('survey_answer')
    .values(
      answers.map((value, nth) => ({
        ...{ place_id: place, batch_id: batch.id, respondent: nth + 1, question_id: question.id },
        value: String(value),
      })),
    )
    .execute()
  for (const [nth, [mood, body]] of (
    [
      ['praise', 'Minulla oli yksi ihminen, jolta kysyä.'],
      ['wish', 'Vuokra-asunnot samalle sivulle.'],
    ] as const
  ).entries())
    await db
      .insertInto('quote')
      .values({
        ...{ ...who, public_id: `q_${place}${nth}`, mood, body, origin: 'survey', survey_id: survey.id },
        ...{ day: addDays(from, 80), cleared_how: 'kysyttiin lomakkeella' },
      })
      .execute()
}

/** A text for every section that needs one. */
export const TEXTS = {
  conclusion1: [
    'Verkkosivut löydetään useammin kuin vuosi sitten.',
    'Käynnit lisääntyivät koko kesän ajan. Kasvu oli suurinta elokuun työkampanjan viikoilla.',
  ].join('\n'),
  conclusion2: [
    'Asukkaiden tarinoita kertyi lisää, mutta kesällä viikkonostoihin jäi aukkoja.',
    'Nostoja ei tehty lomien aikana, koska varahenkilöä ei ollut sovittu.',
  ].join('\n'),
  conclusion3: 'Asunnoista kysytään eniten, mutta tieto niistä on hajallaan.',
  decisions: 'Toimenpiteistä sovittiin viestintäryhmässä.',
  observations:
    '- Muuttoa harkitsevat kysyvät ensin asunnosta.\n- Vuokra-asunnot olivat kolmella eri sivulla.',
  posts: 'Työaiheiset tunnisteet kasvoivat kampanjan mukana.',
  lifts: 'Lupa saatiin nopeimmin, kun kysyimme sitä julkaisun kommentissa.',
  'service-successes': '- Muuttajaneuvonta vastasi samana päivänä.',
  'service-development': '- Asuntotiedot yhdelle sivulle.',
  'comms-successes': '- Työkampanja tavoitti muuttoa harkitsevat.',
  'comms-development': '- Varahenkilö viikkonostoille.',
  image: 'Turvallisuus liitetään Kemijärveen aiempaa useammin.',
  'machine-help': 'Tekstien kirjoittamisessa ei käytetty tekoälyä.',
}
