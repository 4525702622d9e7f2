# SPDX-License-Identifier: Apache-2.0
"""Enterprises of the demonstration register, as objects of docs/register.md."""
from demo_draws import chance, credit_code, day, draw, firm_name, one_of, whole, years_after

YEARS = ("2016", "2017", "2018")
# Trade of the name, class of GB/T 4754, and whether it makes things.
TRADES = (
    ("铝材", "3252"), ("建材", "3031"), ("纺织", "1713"), ("食品", "1432"), ("医药", "2720"), ("泵业", "3441"),
    ("光伏", "3825"), ("汽配", "3670"), ("化工", "2614"), ("通信设备", "3921"), ("服饰", "1810"), ("塑料", "2922"),
    ("矿山机械", "3511"), ("陶瓷", "3073"), ("电缆", "3831"), ("环保设备", "3591"))
SOURCES = {"declared": "", "evidenced": "企业提交的证明材料", "verified": "主管部门核对的统计和登记数据"}
DUTIES = ("rules", "training", "implementation", "assessment", "reward")
STANDARDS = ("quality", "occupational_health", "environment", "energy")
INDICATORS = (("单位产品综合能耗", "lower"), ("单位产品取水量", "lower"), ("水重复利用率", "higher"), ("固废综合利用率", "higher"))


def base_firm(serial, division, places):
    """Registration and three years of business, from the smallest to the largest firms."""
    trade, industry = one_of(TRADES, "trade", serial)
    scale = 400 * 10 ** (draw("scale", serial) * 2.6)  # 400 万元 to 16 亿元
    revenue = {}
    for year in YEARS:
        revenue[year] = round(scale, 1)
        scale *= 0.94 + 0.24 * draw("growth", serial, year)
    last = revenue["2018"]
    size = "large" if last > 40000 else "medium" if last > 8000 else "small" if last > 700 else "micro"
    margin = {year: -0.01 + 0.11 * draw("margin", serial, year) for year in YEARS}
    staff = {year: max(6, round(revenue[year] / (60 + 60 * draw("staff", serial)))) for year in YEARS}
    intensity = 0.05 + 0.4 * draw("energy", serial)  # tce for 万元
    provenance = one_of(("declared", "evidenced", "evidenced", "verified"), "provenance", serial)
    return {
        "kind": "enterprise", "name": firm_name(places, division, trade, serial),
        "code": credit_code(division, serial), "division": division,
        "provenance": provenance, "source": SOURCES[provenance],
        "facts": {
            "founded": day("1998-01-01", "2016-12-31", "founded", serial),
            "independent_legal_person": not chance(0.03, "branch", serial),
            "registration_status": one_of(("active",) * 30 + ("closed_temporarily", "dissolved"), "status", serial),
            "registered_division": division,
            "registered_capital": whole(2, 80, "capital", serial) * 100,
            "industry_class": industry, "enterprise_size": size, "above_designated_size": last >= 2000,
            "revenue": revenue,
            "output_value": {y: round(v * (1.01 + 0.06 * draw("output", serial)), 1) for y, v in revenue.items()},
            "total_profit": {y: round(v * margin[y], 1) for y, v in revenue.items()},
            "total_assets": {y: round(v * (0.7 + draw("assets", serial)), 1) for y, v in revenue.items()},
            "employees": staff,
            "energy_consumption": {y: round(v * intensity) for y, v in revenue.items()},
            "water_consumption": {y: round(v * (1 + 9 * draw("water", serial))) for y, v in revenue.items()},
            **records_of(serial)},
        "relations": {}}


def records_of(serial):
    """What the firm is on record for: mostly nothing."""
    facts = {"accidents": [], "violations": [], "blacklist_entries": [], "representative_blacklist_entries": []}
    if chance(0.12, "accident", serial):
        facts["accidents"].append({
            "occurred": day("2015-01-01", "2019-08-20", "occurred", serial),
            "level": one_of(("ordinary", "ordinary", "ordinary", "larger", "major"), "level", serial),
            "kind": one_of(("safety", "environment", "quality"), "accident kind", serial)})
    if chance(0.15, "violation", serial):
        decided = day("2015-01-01", "2019-08-20", "decided", serial)
        entry = {"decided": decided,
                 "matter": one_of(("environment", "safety", "tax", "labour", "energy"), "matter", serial),
                 "gravity": one_of(("minor", "minor", "ordinary", "serious"), "gravity", serial)}
        if chance(0.8, "corrected", serial):
            entry["corrected"] = years_after(decided, 0, whole(10, 90, "correction", serial))
        facts["violations"].append(entry)
    if chance(0.05, "blacklist", serial):
        listed = day("2015-01-01", "2019-06-30", "listed", serial)
        facts["blacklist_entries"].append(
            {"listed": listed, "removed": years_after(listed, 1), "list_name": "失信被执行人名单"})
    return facts


def green_facts(serial):
    """Management and green manufacturing; one firm in four has done all of it."""
    whole_hearted = chance(0.25, "green", serial)
    has = lambda share, *key: whole_hearted or chance(share, *key, serial)
    certificates = []
    for standard in STANDARDS:
        if not has(0.7, "certificate", standard):
            continue
        issued = day("2016-10-01", "2019-03-31", "issued", standard, serial)
        certificates.append({"standard": standard, "issued": issued, "expires": years_after(issued, 3, -1),
                             "third_party": has(0.95, "third party", standard), "certifier": "示例认证中心"})
    audits = []
    if has(0.4, "audit"):
        reported = day("2017-03-01", "2019-03-31", "reported", serial)
        audits.append({"reported": reported, "reviewed": years_after(reported, 0, 45), "auditor": "示例节能服务公司"})
    indicators = []
    for name, better in INDICATORS[:whole(2, 4, "indicators", serial)]:
        average = whole(60, 95, "average", name, serial)
        step = whole(1, 9, "step", name, serial) if has(0.85, "performance", name) else -whole(0, 5, "miss", name, serial)
        indicators.append({"indicator": name, "year": 2018, "actual": average - step if better == "lower" else average + step,
                           "trade_average": average, "better_when": better})
    return {
        "certificates": certificates, "energy_audits": audits,
        "green_office": has(0.8, "office"),
        "green_office_duties": [{"duty": duty} for duty in DUTIES if has(0.9, "duty", duty)],
        "target_responsibility": has(0.8, "responsibility"), "green_long_term_plan": has(0.75, "plan"),
        "green_annual_targets": has(0.75, "targets"), "green_implementation_scheme": has(0.75, "scheme"),
        "performance_indicators": indicators,
        "green_factory_requirements_met": has(0.75, "requirements"),
        "green_factory_must_indicators_met": has(0.75, "must indicators"),
        "green_factory_score": whole(75, 98, "score", serial) if whole_hearted else whole(45, 92, "score", serial)}


def science_facts(serial, region):
    """What Shenzhen and Shanxi ask in their science calls."""
    if region == "440300":
        hour = f"{whole(8, 22, 'hour', serial):02d}:{whole(0, 59, 'minute', serial):02d}:00"
        return {"rd_grant_submitted_online": day("2019-09-04", "2019-10-12", "submitted", serial) + "T" + hour,
                "rd_grant_approved": chance(0.5, "approved", serial)}
    fields = ("智慧矿山", "智能煤机", "医学影像", "智能物流", "工业视觉")
    count = 1 if chance(0.75, "one field", serial) else whole(0, 2, "fields", serial)
    return {"ai_platform_fields": [{"name": fields[(serial + i) % len(fields)]} for i in range(count)],
            "recommended_by_science_bureau": chance(0.6, "recommended", serial)}


def beijing_facts(serial):
    """The technology centre and what was filed for its evaluation of 2019."""
    listed = [{"title": f"示例专利{serial}-{number}", "obtained": day("2015-06-01", "2019-03-31", "obtained", serial, number),
               "valid": not chance(0.05, "lapsed", serial, number), "proof_filed": not chance(0.06, "proof", serial, number)}
              for number in range(1, whole(6, 18, "titles", serial) + 1)]
    applications = whole(0, 9, "applications", serial)
    return {
        "technology_centre_batch": whole(1, 23, "batch", serial),
        "technology_centre_evaluated": {"2019": not chance(0.15, "evaluated", serial)},
        "manufacturing_enterprise": chance(0.75, "manufacturing", serial),
        "accounts_firm_seal": {"2017": True, "2018": not chance(0.1, "seal", serial)},
        "accounts_accountant_signature": {"2017": True, "2018": not chance(0.1, "signature", serial)},
        "statistics_original_with_watermark": {"2018": not chance(0.15, "watermark", serial)},
        "instruments_original_value": {"2017": whole(200, 900, "instruments", serial),
                                       "2018": whole(300, 2400, "instruments", serial)},
        "listed_ip": listed,
        "invention_applications_listed": {"2018": applications},
        "invention_applications_proven": {"2018": 0 if chance(0.15, "unproven", serial) else applications},
        "named_in_word_list": chance(0.15, "word list", serial),
        "wants_demonstration_project": chance(0.3, "wants", serial),
        "demonstration_areas": [{"area": one_of(("winter_olympics", "changan_avenue", "sub_centre", "other"), "area", serial)}]}


def service_facts(serial):
    """A manufacturer that leads others into services."""
    has = lambda share, *key: chance(share, *key, serial)
    first = whole(300, 4000, "integration", serial)
    second = round(first * (1.05 + 0.3 * draw("integration 2017", serial)))
    third = second if has(0.1, "flat") else round(second * (1.05 + 0.3 * draw("integration 2018", serial)))
    listed = [{"year": 2019, "level": "provincial"}] if has(0.12, "on the list") else []
    some = lambda name, codes, share: [{name: code} for code in codes if chance(share, name, code, serial)]
    return {
        "ownership_level": one_of(("other", "other", "other", "local", "provincial", "central"), "ownership", serial),
        "service_manufacturing_lists": listed,
        "integration_revenue": {"2016": first, "2017": second, "2018": third},
        "integrated_systems": some("system", ("erp", "pdm", "crm", "scm"), 0.93),
        "service_centres": some("centre", ("monitoring", "answering"), 0.93),
        "usage_data_online": has(0.9, "online"), "online_support": some("support", ("diagnosis", "remote_maintenance"), 0.93),
        "lifecycle_extras": some("extra", ("metrology", "resources", "collaboration"), 0.9),
        "supply_chain_since": day("2012-01-01", "2017-06-30", "supply chain", serial),
        "supply_chain_system": has(0.9, "chain system"), "supply_chain_facilities": has(0.9, "facilities"),
        "information_own_ip": has(0.85, "information ip"), "information_service_defined": has(0.9, "defined"),
        "information_service_channels": has(0.9, "channels"), "own_ip_results": has(0.9, "own ip")}


def state_parent(firm, before, serial):
    """Mostly that there is none; some are subsidiaries of the firm before, and of some nothing is stated."""
    if before is not None and chance(0.06, "subsidiary", serial):
        firm["relations"]["parent"] = before["code"]
    elif not chance(0.06, "parent unstated", serial):
        firm["relations"]["parent"] = None


def forget(subject, share=0.1):
    """Leaves out about that share of the facts, whole or one year of them: nobody has supplied everything."""
    kept = {}
    for name, value in subject["facts"].items():
        if isinstance(value, dict):
            value = {y: v for y, v in value.items() if not chance(share, "forgotten", subject["code"], name, y)}
            if not value:
                continue
        elif name != "registered_division" and chance(share, "forgotten", subject["code"], name):
            continue
        kept[name] = value
    subject["facts"] = kept
    return subject
