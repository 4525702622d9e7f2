# SPDX-License-Identifier: Apache-2.0
"""Subjects made by hand, each with one thing to show on 16 September 2019; demo/README.md lists them."""
import copy

from demo_draws import credit_code
from demo_firms import DUTIES, STANDARDS

CERTIFICATES = [{"standard": s, "issued": "2018-03-01", "expires": "2021-02-28", "third_party": True, "certifier": "示例认证中心"}
                for s in STANDARDS]
INDICATORS = [{"indicator": "单位产品综合能耗", "year": 2018, "actual": 95, "trade_average": 100, "better_when": "lower"},
              {"indicator": "水重复利用率", "year": 2018, "actual": 92, "trade_average": 90, "better_when": "higher"}]
CLEAN = {"accidents": [], "violations": [], "blacklist_entries": [], "representative_blacklist_entries": []}
NAMES = "甲乙丙丁戊己庚辛"


def firm(serial, name, division, facts):
    return {"kind": "enterprise", "name": name, "code": credit_code(division, 80000 + serial), "division": division,
            "provenance": "evidenced", "source": "演示材料",
            "facts": {"founded": "2012-04-10", "independent_legal_person": True, "registration_status": "active",
                      "registered_division": division, **copy.deepcopy(CLEAN), **copy.deepcopy(facts)},
            "relations": {"parent": None}}


def without(facts, *names):
    return {name: value for name, value in facts.items() if name not in names}


def huaibei(agencies):
    good = {"green_office": True, "green_office_duties": [{"duty": d} for d in DUTIES], "target_responsibility": True,
            "green_long_term_plan": True, "green_annual_targets": True, "green_implementation_scheme": True,
            "certificates": CERTIFICATES, "energy_audits": [], "performance_indicators": INDICATORS,
            "green_factory_requirements_met": True, "green_factory_must_indicators_met": True, "green_factory_score": 91,
            "revenue": {"2016": 10400, "2017": 11800, "2018": 13500}}
    lapsed = copy.deepcopy(CERTIFICATES)
    lapsed[3].update(issued="2016-09-16", expires="2019-09-15")
    equal = copy.deepcopy(INDICATORS)
    equal[0]["actual"] = 100
    cases = [
        ("340603", good), ("340603", {**good, "certificates": lapsed}),
        ("340602", {**good, "performance_indicators": equal}),
        ("340604", {**good, "accidents": [{"occurred": "2016-09-20", "level": "larger", "kind": "safety"}]}),
        ("340621", {**good, "green_office_duties": [{"duty": d} for d in DUTIES[:4]]}),
        ("340603", without(good, "certificates", "performance_indicators")),
        ("341302", good), ("340603", good)]
    firms = [firm(i, f"淮北示例{NAMES[i]}铝材有限公司", place, facts) for i, (place, facts) in enumerate(cases)]
    firms[6]["name"] = "宿州示例庚铝材有限公司"
    for name in ("accidents", "violations"):
        del firms[5]["facts"][name]
    for i, one in enumerate(firms):
        if i != 5:
            one["facts"].update(report_commissioned=True, report_agency=agencies[i])
    return firms


def shandong():
    good = {"ownership_level": "other", "service_manufacturing_lists": [], "own_ip_results": True,
            "revenue": {"2016": 20000, "2017": 22000, "2018": 24000},
            "integration_revenue": {"2016": 2000, "2017": 2600, "2018": 3400}}
    flat = {**good, "integration_revenue": {"2016": 2000, "2017": 2600, "2018": 2600}}
    cases = [good, good, good, flat, without(good, "own_ip_results"), {**good, "ownership_level": "central"}]
    subjects = []
    for i, facts in enumerate(cases):
        lead = firm(20 + i, f"青岛示例{NAMES[i]}装备有限公司", "370202", facts)
        members = [firm(30 + 2 * i + j, f"烟台示例{NAMES[i]}{'一二'[j]}机械有限公司", "370602", {}) for j in (0, 1)]
        codes = [m["code"] for m in members]
        if i == 2:
            members[1]["relations"]["parent"] = lead["code"]
        subjects += [lead, *members, {
            "kind": "consortium", "name": f"青岛示例{NAMES[i]}服务型制造联合体", "code": f"LHT-DEMO-{i + 1}", "division": "370202",
            "provenance": "evidenced", "source": "演示材料",
            "facts": {
                "formed": "2019-08-20", "agreement_signed": True, "agreement_until": "2023-08-19",
                "service_fields": [{"service_field": "integration"}],
                "tutoring_agreements": [{"enterprise": c, "signed": "2019-08-20"} for c in codes],
                "tutoring_teams": [{"enterprise": c, "engineers": 4 if i == 1 and c == codes[0] else 5,
                                    "leader_title": "deputy_senior"} for c in codes],
                "lifting_projects": [{"enterprise": codes[k % 2], "service_field": "integration", "plan_year": k + 1}
                                     for k in range(3)]},
            "parts": {"lead": lead["code"], "members": codes}}]
    return subjects


def beijing():
    titles = [{"title": f"示例专利{n}", "obtained": f"2017-{n:02d}-10", "valid": True, "proof_filed": True} for n in range(1, 11)]
    good = {"technology_centre_batch": 18, "technology_centre_evaluated": {"2019": True}, "manufacturing_enterprise": True,
            "accounts_firm_seal": {"2018": True}, "accounts_accountant_signature": {"2018": True},
            "statistics_original_with_watermark": {"2018": True}, "instruments_original_value": {"2018": 900},
            "listed_ip": titles, "invention_applications_listed": {"2018": 3}, "invention_applications_proven": {"2018": 3},
            "named_in_word_list": False, "wants_demonstration_project": False}
    nine = copy.deepcopy(titles)
    nine[9]["proof_filed"] = False
    cases = [
        {**good, "accounts_accountant_signature": {"2018": False}}, {**good, "listed_ip": nine},
        {**good, "named_in_word_list": True}, {**good, "technology_centre_batch": 22, "named_in_word_list": True},
        good, without(good, "technology_centre_batch", "named_in_word_list")]
    return [firm(50 + i, f"北京示例{NAMES[i]}精密技术有限公司", "110108", facts) for i, facts in enumerate(cases)]


def cities(places):
    """Five places that the draw did not take, chosen by their class alone."""
    good = {"industrial_revenue": {"2018": 1000}, "consumer_revenue": {"2018": 420}}
    cases = {"370683": good, "370682": {**good, "consumer_revenue": {"2018": 350}},
             "370687": {**good, "consumer_revenue": {"2018": 349.9}}, "370685": without(good, "industrial_revenue"),
             "370303": good, "110108": good}
    return [{"kind": "city", "name": places[code][0], "code": code, "division": code, "provenance": "evidenced",
             "source": "演示数据", "facts": facts} for code, facts in cases.items()]
