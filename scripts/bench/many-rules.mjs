// A rulebook of many rules of every statement, for the benchmark of reading and checking.

const statements = [
  (code) =>
    `  bundle Simulation into ${code} that follows within 30 days in the same Course\n  unless modifier in Bypass on either line`,
  (code) => `  forbid ${code} with Planning on the same day by the same provider`,
  (code) => `  first ${code} requires Simulation within 60 days before`,
  (code) => `  each ${code} requires diagnosis in C61, C50..C51 and units <= 4`,
  (code) => `  sequence Simulation, then Planning within 30 days, then first ${code}`,
  (code) => `  limit ${code} to 1 unit for every 5 days of Planning counting a remainder of 3 or more per Course`,
  (code) => `  expect ${code} at least 1 unit for every 5 units of Planning per Course`,
  (code) => `  forbid ${code}\n  when units > 4 or amount >= $5,000`,
];

export function manyRules(count) {
  let text = `authority BENCH "Invented for the benchmark"\npayer Medicare = "MEDICARE*"\nsetting hospital = place 19, 22\n`;
  text += `codes Simulation = 77280, 77285, 77290\ncodes Planning = 77295, 77301, 77306..77307\nmodifiers Bypass = 59, XE, XP, XS, XU\n`;
  text += `episode Course of Planning ends after 60 days idle\n\n`;
  for (let index = 0; index < count; index++) {
    const code = String(10_000 + (index % 60_000));
    text += `# Invented rule ${index}.\nrule B-${index} "An invented rule about ${code}"\n  for Medicare in hospital\n  effective 2024-01-01\n`;
    text += `  because BENCH "section ${index}"\n${statements[index % statements.length](code)}\n  deny as CARC 97 "{code} on {date}"\n\n`;
  }
  return text;
}
