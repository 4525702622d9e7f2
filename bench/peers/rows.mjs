// SPDX-License-Identifier: Apache-2.0
// The synthetic enterprises of the evaluation workload: the same rows for the same seed, here and in bench/rows.cpp.
// `node rows.mjs COUNT [SEED]` writes one JSON object a line.

/** splitmix64 over BigInt: the generator that bench/rows.cpp has in C++. */
export function* splitmix(seed) {
  let state = BigInt.asUintN(64, BigInt(seed));
  for (;;) {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let z = state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    yield z ^ (z >> 31n);
  }
}

const pad = (value, width) => String(value).padStart(width, "0");
/** City `index` of 300: a six-digit code. */
export const city = (index) => String(110000 + index * 100);
/** The twenty cities that hold 70 % of the rows, and that criterion `city` lists. */
export const largeCities = Array.from({ length: 20 }, (_, index) => city(index));

export function* rows(count, seed) {
  const random = splitmix(seed);
  const below = (limit) => Number(random.next().value % BigInt(limit));
  const chance = (percent) => below(100) < percent;
  const certificate = () => (chance(5) ? null : chance(75));
  for (let i = 0; i < count; ++i) {
    const grade = below(100);
    yield {
      independent_legal_person: chance(97),
      certified_quality: certificate(),
      certified_ohs: certificate(),
      certified_environment: certificate(),
      certified_energy: certificate(),
      energy_audit_passed: chance(40),
      blacklisted: chance(3),
      has_permit: chance(85),
      years_operating: below(300) / 10,
      revenue: 1 + below(300000000),
      rd_spend: below(9000000),
      equipment_value: below(20000000),
      revenue_share_consumer: below(1001) / 1000,
      water_reuse_rate: below(101) / 100,
      pollutant_load: below(10000) / 10,
      distance_to_protected_area: below(1000) / 100,
      solar_capacity: below(2000),
      accidents_last_3y: chance(92) ? 0 : 1 + below(3),
      invention_patents: below(10),
      ip_count: below(40),
      rd_staff: below(100),
      complaints: chance(60) ? 0 : below(10),
      violations: chance(75) ? 0 : below(4),
      city_code: chance(70) ? city(below(20)) : city(below(300)),
      industry_code: String(1000 + below(400)),
      credit_grade: grade < 55 ? "green" : grade < 80 ? "blue" : grade < 93 ? "yellow" : "red",
      permit_expiry: `${2018 + below(7)}-${pad(1 + below(12), 2)}-${pad(1 + below(28), 2)}`,
    };
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [count, seed] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 20190908)];
  for (const row of rows(count, seed)) process.stdout.write(JSON.stringify(row) + "\n");
}
