// Rules: what each looks at and does, trying one on the past before it is saved, and its versions.
import { Hono } from 'hono'
import { heldRule } from '../../config/held-words.ts'
import { formatDate, type Key, languages, pick, t } from '../../config/i18n.ts'
import { isId } from '../../db/ids.ts'
import { listFamilies } from '../../db/places.ts'
import { listRules, listVersions, type RuleLine, type VersionLine } from '../../db/rules.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../errors.ts'
import { readStrictly } from '../rim.tsx'
import {
  fingerprintOf,
  keepRule,
  missingLists,
  type RuleForm,
  removeRule,
  ruleForm,
  setRuleActive,
  type Tryout,
  tryRule,
} from '../rules.ts'
import { type Fields, readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, DeskPage, deskPath } from './layout.tsx'
import { Form, Say } from './parts.tsx'
import { refusalWords } from './refused.tsx'
import { RuleFields, type Typed, typedFields, typedRule } from './rule-fields.tsx'
import { Tried } from './rule-tryout.tsx'
import { conditionWords } from './rule-words.ts'

export function ruleRoutes(deps: Deps): Hono<Signed> {
  const app = new Hono<Signed>()
  const edit = mayAt(deps, 'edit')

  app.get('/:place/rules', signedIn(deps), edit, (c) => showList(deps, c))

  // Before the id: the ready lists are no rule.
  app.post('/:place/rules/lists', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    const language = languages.find((one) => one === fields.language)
    if (!language) throw new Refusal('not-found', 404)
    const id = await keepRule(deps, actOf(c), heldRule(language, c.var.place.languages[0] ?? 'fi'))
    return c.redirect(deskPath(c, `/rules/${id}?saved=1`), 303)
  })

  app.get('/:place/rules/:id', signedIn(deps), edit, async (c) => {
    const id = c.req.param('id')
    const rule = id === 'new' ? undefined : await findRule(deps, c, id)
    return showRule(deps, c, { rule, typed: typedRule(rule) })
  })

  app.post('/:place/rules/:id', signedIn(deps), edit, async (c) => {
    const fields = await readForm(c)
    const id = c.req.param('id')
    const rule = id === 'new' ? undefined : await findRule(deps, c, id)
    const typed = typedFields(fields)
    try {
      const form = readRule(fields)
      const mark = fingerprintOf(form)
      if (fields.do === 'save' && fields.tried === mark) {
        const kept = await keepRule(deps, actOf(c), form, rule?.public_id)
        return c.redirect(deskPath(c, `/rules/${kept}?saved=1`), 303)
      }
      return showRule(deps, c, {
        rule,
        typed,
        tried: { ...(await tryRule(deps, actOf(c), form)), form, mark },
      })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error
      return showRule(deps, c, { rule, typed, refusal: error })
    }
  })

  app.post('/:place/rules/:id/switch', signedIn(deps), edit, async (c) => {
    const { active } = await readForm(c)
    await setRuleActive(deps, actOf(c), c.req.param('id'), active === '1')
    return c.redirect(deskPath(c, `/rules/${c.req.param('id')}?saved=1`), 303)
  })

  app.post('/:place/rules/:id/remove', signedIn(deps), edit, async (c) => {
    await readForm(c)
    await removeRule(deps, actOf(c), c.req.param('id'))
    return c.redirect(deskPath(c, '/rules?saved=1'), 303)
  })
  return app
}

function readRule({ do: _do, tried: _tried, ...fields }: Fields): RuleForm {
  return readStrictly(ruleForm, fields)
}

async function findRule({ db }: Deps, c: DeskContext, id: string): Promise<RuleLine> {
  const rules = isId('u', id) ? await listRules(db, c.var.place.id) : []
  const rule = rules.find((one) => one.public_id === id)
  if (!rule) throw new Refusal('not-found', 404)
  return rule
}

async function showList({ db }: Deps, c: DeskContext): Promise<Response> {
  const { language, place } = c.var
  const rules = await listRules(db, place.id)
  const labels = await familyLabels(db, c)
  const title = t(language, 'rules.title')
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <h1>{title}</h1>
          <p class="quiet">{t(language, 'rules.lede')}</p>
          <p>
            <a class="button main" href={deskPath(c, '/rules/new')}>
              {t(language, 'rules.add')}
            </a>
          </p>
        </header>
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        {rules.length === 0 && <p class="quiet">{t(language, 'rules.none')}</p>}
        <ul class="todo plain">
          {rules.map((one) => (
            <li>
              <a href={deskPath(c, `/rules/${one.public_id}`)}>
                <span>
                  <b>{one.name}</b> {!one.active && <span class="tag">{t(language, 'rules.off')}</span>}{' '}
                  <span>
                    {t(language, `rules.action.${one.action}`)}:{' '}
                    {conditionWords(language, one.conditions, labels).join('; ')}.{' '}
                    {t(language, 'rules.version', { n: one.version })},{' '}
                    {t(language, 'rules.decided', { n: one.decided })}.
                  </span>
                </span>
              </a>
            </li>
          ))}
        </ul>
        {missingLists(rules).map((one) => (
          <Form c={c} action={deskPath(c, '/rules/lists')}>
            <button type="submit" class="button" name="language" value={one}>
              {t(language, 'rules.list.add', { name: t(language, `rules.list.${one}`) })}
            </button>
          </Form>
        ))}
      </main>
    </DeskPage>,
  )
}

async function familyLabels(db: Deps['db'], c: DeskContext): Promise<Map<string, string>> {
  const { language, place } = c.var
  const families = await listFamilies(db, place.id)
  return new Map(families.map((one) => [one.id, pick(one.label, language, place.languages[0])]))
}

type Shown = {
  rule: RuleLine | undefined
  typed: Typed
  tried?: Tryout & { form: RuleForm; mark: string }
  refusal?: Refusal
}

async function showRule(
  { db }: Deps,
  c: DeskContext,
  { rule, typed, tried, refusal }: Shown,
): Promise<Response> {
  const { language, place } = c.var
  const labels = await familyLabels(db, c)
  const versions = rule ? await listVersions(db, place.id, rule.public_id) : []
  const title = rule?.name ?? t(language, 'rules.add')
  const here = deskPath(c, `/rules/${rule?.public_id ?? 'new'}`)
  return c.html(
    <DeskPage c={c} title={title} current="settings">
      <main class="work" id="content">
        <header class="head">
          <p>
            <a href={deskPath(c, '/rules')}>{t(language, 'rules.title')}</a>
          </p>
          <h1>{title}</h1>
          {rule && (
            <p class="quiet">
              {t(language, 'rules.version', { n: rule.version })},{' '}
              {t(language, 'rules.decided', { n: rule.decided })}.
            </p>
          )}
        </header>
        {refusal && <Say tone="need" {...refusalWords(language, refusal)} />}
        {c.req.query('saved') && <Say tone="good" title={t(language, 'desk.saved')} />}
        <Form c={c} action={here} class="settings">
          {tried && <Tried c={c} tried={tried} />}
          <RuleFields c={c} typed={typed} families={labels} />
          <input type="hidden" name="tried" value={tried?.mark ?? ''} />
          <p class="acts">
            <button type="submit" class={tried ? 'button' : 'button main'} name="do" value="try">
              {t(language, 'rules.try')}
            </button>
          </p>
          <p class="hint">{t(language, 'rules.try.hint')}</p>
        </Form>
        {rule && <Switch c={c} rule={rule} />}
        {versions.length > 0 && <Versions c={c} versions={versions} labels={labels} />}
      </main>
    </DeskPage>,
    (refusal?.status ?? 200) as 200,
  )
}

function Switch({ c, rule }: { c: DeskContext; rule: RuleLine }) {
  const { language } = c.var
  const here = deskPath(c, `/rules/${rule.public_id}`)
  return (
    <div class="acts">
      <Form c={c} action={`${here}/switch`}>
        <button type="submit" class="button" name="active" value={rule.active ? '0' : '1'}>
          {t(language, rule.active ? 'rules.switch.off' : 'rules.switch.on')}
        </button>
      </Form>
      <Form c={c} action={`${here}/remove`}>
        <button type="submit" class="button plain">
          {t(language, 'rules.remove')}
        </button>
      </Form>
    </div>
  )
}

type VersionsProps = { c: DeskContext; versions: readonly VersionLine[]; labels: ReadonlyMap<string, string> }

function Versions({ c, versions, labels }: VersionsProps) {
  const { language, place } = c.var
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t(language, 'rules.versions')}</h2>
      <ol class="versions" reversed start={versions[0]?.version}>
        {versions.map((one) => (
          <li>
            <b>{one.name}</b>, {formatDate(language, one.at, place.time_zone, 'time')}, {one.by}.{' '}
            {t(language, `rules.action.${one.action}` as Key)}:{' '}
            {conditionWords(language, one.conditions, labels).join('; ')}.
          </li>
        ))}
      </ol>
    </section>
  )
}
