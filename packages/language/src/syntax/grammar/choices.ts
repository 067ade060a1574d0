/**
 * The choices of the grammar and the words by which each is made. Made by `choices.test.ts` from the grammar: a line for each
 * choice, its phrase, its kind (`?` where an alternative has a gate), its number in the phrase, and for each alternative the
 * token types with which it may begin.
 */

export const choices = `
duration OPTION 0: DurationUnit
nameReferences MANY 0: Comma
wordOrRange OPTION 0: Dots
wordOrRow OR 0: row / ItemWord
numberOrRow OR 0: row / NumberWord
field OPTION 0: diagnosis diagnoses
diagnosisWords OR 0: diagnosis / diagnoses
value OR 0: row / ItemWord / Text / Date / Money / Decimal
condition MANY 0: Conjunction
negation MANY 0: not
negation OR 0: OpenParenthesis / AnyName ItemWord Text Date Money Decimal
group OPTION 0: on
side OR 0: the / either
simpleCondition OR? 0: AnyName / row AnyName ItemWord Text Date Money Decimal
fieldCondition OR 0: is / in / Comparison
afterIs OR 0: missing / present / OpenParenthesis row ItemWord Text Date Money Decimal
optionalSide OPTION 0: on
operand OR? 0: row / AnyName / ItemWord / Text / Date / Money / Decimal
values OR 0: OpenParenthesis / row ItemWord Text Date Money Decimal
valueList MANY 0: Comma
setItem OR 0: row / ItemWord
setItem OPTION 0: from
setItem OPTION 2: until
itemList MANY 0: Comma
exceptions OPTION 0: except
codeChoice OR 0: any / row ItemWord
codes OR 0: OpenParenthesis / any row ItemWord
codes OPTION 0: having
codes OPTION 2: having
having OPTION 0: Conjunction
scopes MANY 0: on in by with within before after that
scopeWord OR 0: on / in / by / with / within before after that
onTheSame OR 0: day / claim
window OR 0: within / before after / that
window OPTION 0: before after
window OPTION 2: within
beforeOrAfter OR 0: before / after
followsOrPrecedes OR 0: follows / precedes
within OPTION 0: NumberWord
forbid OPTION 0: with
companion OPTION 0: at
requires OR? 0: a / not OpenParenthesis AnyName ItemWord Text Date Money Decimal / at OpenParenthesis any row ItemWord
sequence AT_LEAST_ONE 0: Comma
sequence OPTION 0: in
sequenceLink OPTION 0: first
sequenceLink OPTION 2: within
limit OPTION 0: all
limit OR 0: lines / line
floorAfterPer OPTION 0: but
optionalForEvery OPTION 0: for
forEvery OPTION 0: counting
forEvery OPTION 2: but
per OR 0: PerWord / NumberWord / FreeName
per MANY 0: and
clauses MANY 0: for in effective because bundle forbid Pick sequence limit expect replace when unless Severity suggest
clause OR? 0: for / for / in / effective / because / bundle / forbid / Pick / sequence / limit / expect / replace / when / unless / Severity / suggest
effectiveClause OR 0: Date row / to
effectiveClause OPTION 0: to
bound OR 0: Date / row
becauseClause OPTION 0: Text
outcome OPTION 0: as
outcome OPTION 2: RARC
outcome OPTION 3: Text
suggest OR 0: remove / modifier / replace / units / nearest / Text
testParts OPTION 0: given
testParts MANY 0: expect Date day days weekdays
testParts OR 0: expect / Date day days weekdays
given MANY 0: Comma starting AnyName
given OPTION 0: Comma
givenPart OR? 0: starting / AnyName
fieldSetting MANY 0: Comma
timelineLine OPTION 0: UnitsName UnitsDecimal
timelineLine MANY 0: Comma AnyName
timelineLine OPTION 2: Comma
units OR 0: UnitsName / UnitsDecimal
when OR 0: Date / day days weekdays
days OR 0: day / days / weekdays
days OPTION 0: to
expected OR 0: nothing / no / FreeName
expected OPTION 0: else
declaration OR 0: use / codes diagnoses modifiers / payer / payers / setting / field / episode / authority / table / layout / rule / override / waive / test
set OR 0: codes / diagnoses / modifiers
texts MANY 0: Comma
payers OPTION 0: except
setting MANY 0: Comma
settingPart OR 0: place / bill
settingPart MANY 0: Comma
episode OR 0: of / starts
authority MANY 0: version url
authority OR 0: version / url
table OPTION 0: lists
table OR 0: TableRow / from
listsClause OPTION 0: effective
listDays OR 0: row / to
listDays OPTION 0: to
writtenTable AT_LEAST_ONE 0: TableRow
fileColumns MANY 0: Comma
fileColumn OPTION 0: from
layout MANY 0: AnyName
layoutEntry MANY 0: as split
layoutEntry OR 0: as / split
`;
