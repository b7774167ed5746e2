import { Field, Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Ballot } from '#lib/domain/ballot.ts'
import { SECRET_FROM } from '#lib/domain/ballot-box.ts'
import { type Share, shares, type Threshold, thresholds } from '#lib/domain/ballot-rules.ts'
import { ballotDeskMessages } from '#lib/i18n/ballot-desk.ts'
import { ballotRuleMessages } from '#lib/i18n/ballot-rules.ts'

/** What may be agreed beforehand; without it a vote is a picture that helps the conversation. */
export type Rules = Pick<Ballot, 'by' | 'quorum' | 'threshold' | 'shuffled' | 'anonymous'>
export const noRules: Rules = {
  by: 'partner',
  quorum: null,
  threshold: null,
  shuffled: true,
  anonymous: false,
}

/** The rules as this vote can have them: what was set and does not fit is left out. */
export function rulesFor(rules: Rules, method: Ballot['method'], per: Ballot['per']): Rules {
  const anonymous = rules.anonymous && per === 'person'
  return {
    ...rules,
    anonymous,
    by: per === 'partner' ? 'partner' : anonymous ? 'person' : rules.by,
    threshold: rules.threshold === 'no-objection' && method === 'dots' ? null : rules.threshold,
  }
}

/** Quorum, threshold, order and secrecy, folded: many a vote needs none of them. */
export function RulesFields(props: {
  method: Ballot['method']
  per: Ballot['per']
  rules: Rules
  onRules: (rules: Rules) => void
}) {
  const t = useMessages(ballotDeskMessages)
  const { method, per, onRules } = props
  const rules = rulesFor(props.rules, method, per)
  const set = (change: Partial<Rules>) => onRules({ ...props.rules, ...change })
  return (
    <details>
      <summary className="min-h-11 content-center font-semibold">{t.more}</summary>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-muted">{t.moreHint}</p>
        <Thresholds method={method} rules={rules} onSet={set} />
        {per === 'person' && !rules.anonymous && (rules.quorum || rules.threshold) && (
          <fieldset>
            <legend className="mb-1 font-semibold">{t.by}</legend>
            {(['partner', 'person'] as const).map(by => (
              <label key={by} className="flex min-h-11 items-center gap-3">
                <input
                  type="radio"
                  name="counted-by"
                  checked={rules.by === by}
                  onChange={() => set({ by })}
                  className="size-6 shrink-0 accent-(--primary)"
                />
                {by === 'partner' ? t.byPartner : t.byPerson}
              </label>
            ))}
          </fieldset>
        )}
        <div>
          <Tick label={t.shuffle} ticked={rules.shuffled} onTick={shuffled => set({ shuffled })} />
          {per === 'person' && (
            <>
              <Tick label={t.anonymous} ticked={rules.anonymous} onTick={anonymous => set({ anonymous })} />
              <p className="pl-9 text-sm text-muted">{t.anonymousHint(SECRET_FROM)}</p>
            </>
          )}
        </div>
      </div>
    </details>
  )
}

function Thresholds(props: {
  method: Ballot['method']
  rules: Rules
  onSet: (change: Partial<Rules>) => void
}) {
  const t = useMessages(ballotDeskMessages)
  const rule = useMessages(ballotRuleMessages)
  const { method, rules, onSet } = props
  const named = (share: Share) =>
    capital(share === 'all' || share === 'majority' ? rule.share(share) : t.atLeast(rule.share(share)))
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t.quorum}>
        {field => (
          <Select
            {...field}
            value={rules.quorum ?? ''}
            onChange={event => onSet({ quorum: (event.target.value || null) as Share | null })}
          >
            <option value="">{t.noQuorum}</option>
            {shares.map(share => (
              <option key={share} value={share}>
                {named(share)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t.threshold}>
        {field => (
          <Select
            {...field}
            value={rules.threshold ?? ''}
            onChange={event => onSet({ threshold: (event.target.value || null) as Threshold | null })}
          >
            <option value="">{t.noThreshold}</option>
            {thresholds
              .filter(each => each !== 'no-objection' || method !== 'dots')
              .map(each => (
                <option key={each} value={each}>
                  {each === 'no-objection' ? t.noObjection : named(each)}
                </option>
              ))}
          </Select>
        )}
      </Field>
    </div>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function Tick(props: { label: string; ticked: boolean; onTick: (ticked: boolean) => void }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        checked={props.ticked}
        onChange={event => props.onTick(event.target.checked)}
        className="size-6 shrink-0 accent-(--primary)"
      />
      {props.label}
    </label>
  )
}
