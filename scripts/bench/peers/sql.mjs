// The same rules as one would write them by hand in DuckDB SQL. Writes `rule,row` lines, sorted, to a file.
// Run as a process of its own: node sql.mjs CHARGES PAIRS LIMITS OUT THREADS RULES
import { DuckDBInstance } from "@duckdb/node-api";
import { chargeColumns } from "../generate.mjs";
import { bypass, rulesOf } from "../rulebook.mjs";

const [charges, pairs, limits, out, threads, rules] = process.argv.slice(2);
const { sequences, ratios, coverages, settings, courses } = rulesOf(Number(rules));
const types = Object.entries(chargeColumns)
  .map(([name, type]) => `${name}: '${type}'`)
  .join(", ");
const pairSource = pairs.endsWith(".parquet")
  ? `read_parquet('${pairs}')`
  : `read_csv('${pairs}', header = true, columns = {column1: 'VARCHAR', column2: 'VARCHAR', effective: 'DATE', deleted: 'DATE', indicator: 'INTEGER'})`;
const list = (codes) => codes.map((code) => `'${code}'`).join(", ");

const parts = [
  // Materialised, since the planner otherwise joins the pairs to the lines first; blanks are texts, never NULL.
  `SELECT DISTINCT 'R-01' AS rule, two.line AS row FROM together JOIN pairs p ON p.column1 = together.code1 AND p.column2 = together.code2
     JOIN c one ON one.line = together.line1 JOIN c two ON two.line = together.line2
     WHERE p.indicator <> 9 AND p.effective <= two.date AND (p.deleted IS NULL OR two.date <= p.deleted)
       AND NOT (p.indicator = 1 AND (list_has_any(string_split(one.modifiers, ' '), [${list(bypass)}]) OR list_has_any(string_split(two.modifiers, ' '), [${list(bypass)}])))`,
  `SELECT 'R-05', line FROM (SELECT line, c.units, l.units AS most, sum(c.units) OVER (PARTITION BY patient, date, c.code, provider ORDER BY line) AS total
     FROM c JOIN limits l ON l.code = c.code) WHERE total > most`,
  ...sequences.map(({ id, pick, codes, before, days }) => {
    const subjects =
      pick === "each"
        ? `SELECT line, patient, date FROM c WHERE code IN (${list(codes)})`
        : `SELECT arg_min(line, line) AS line, patient, min(date) AS date FROM (SELECT *, rank() OVER (PARTITION BY patient ORDER BY date) AS nth FROM c WHERE code IN (${list(codes)})) WHERE nth = 1 GROUP BY patient`;
    return `SELECT '${id}', s.line FROM (${subjects}) s WHERE NOT EXISTS (SELECT 1 FROM c b WHERE b.patient = s.patient AND b.code IN (${list(before)}) AND b.line <> s.line AND b.date BETWEEN s.date - ${days} AND s.date)`;
  }),
  ...ratios.map(
    ({
      id,
      codes,
      every,
      of,
      remainder,
    }) => `SELECT '${id}', line FROM (SELECT line, patient, sum(units) OVER (PARTITION BY patient ORDER BY date, line) AS total FROM c WHERE code IN (${list(codes)})) a
     LEFT JOIN (SELECT patient, sum(units) AS given FROM c WHERE code IN (${list(of)}) GROUP BY patient) b ON b.patient = a.patient
     WHERE total > floor(coalesce(given, 0) / ${every}) + CASE WHEN coalesce(given, 0) % ${every} >= ${remainder} THEN 1 ELSE 0 END`,
  ),
  ...coverages.map(
    ({
      id,
      codes,
      diagnoses,
    }) => `SELECT '${id}', line FROM c WHERE code IN (${list(codes)}) AND (payer = 'MEDICARE' OR payer LIKE 'MEDICARE PART B%')
     AND NOT list_has_any(list_transform(string_split(diagnoses, ' '), d -> left(d, 3)), [${list(diagnoses)}])`,
  ),
  ...settings.map(
    ({ id, codes }) => `SELECT '${id}', line FROM c WHERE code IN (${list(codes)}) AND place IN ('19', '22')`,
  ),
  ...courses.map(
    ({
      id,
      codes,
      units,
      idle,
    }) => `SELECT '${id}', line FROM (SELECT line, sum(units) OVER (PARTITION BY patient, course ORDER BY date, line) AS total FROM (
       SELECT *, sum(CASE WHEN gap > ${idle} THEN 1 ELSE 0 END) OVER (PARTITION BY patient ORDER BY date, line) AS course FROM (
         SELECT *, coalesce(date - lag(date) OVER (PARTITION BY patient ORDER BY date, line), 0) AS gap FROM c WHERE code IN (${list(codes)})))) WHERE total > ${units}`,
  ),
];

const sql = `
CREATE TABLE c AS SELECT line, patient, date, code, coalesce(modifiers, '') AS modifiers, units, coalesce(diagnoses, '') AS diagnoses, payer, place, provider
  FROM read_csv('${charges}', header = true, columns = {${types}});
CREATE TABLE pairs AS SELECT * FROM ${pairSource};
CREATE TABLE limits AS SELECT * FROM read_csv('${limits}', header = true, columns = {code: 'VARCHAR', units: 'DOUBLE'});
COPY (
  WITH together AS MATERIALIZED (SELECT one.line AS line1, two.line AS line2, one.code AS code1, two.code AS code2 FROM c one JOIN c two
    ON one.patient = two.patient AND one.date = two.date AND one.provider = two.provider AND one.line <> two.line)
  SELECT * FROM (${parts.join("\nUNION ALL ")}) ORDER BY row, rule
) TO '${out}' (HEADER false);`;

const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
await connection.run(sql);
