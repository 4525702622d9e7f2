# SPDX-License-Identifier: Apache-2.0
"""Cities, parks, agencies and consortia of the demonstration register, as objects of docs/register.md."""
from demo_draws import chance, credit_code, day, draw, one_of, whole, years_after

FIELDS = ("integration", "lifecycle", "supply_chain", "information")
FIELDS_OF_WORK = ("green_evaluation", "energy_audit", "certification", "eia", "monitoring", "accounting")
AGENCY_PLACES = ("340603", "340602", "370102", "370202", "110108", "440305", "500112", "140105", "640104")


def pick_divisions(places):
    """Forty that might apply: mostly county-level cities and districts, with some that may not."""
    def parent_class(code):
        return places.get(code[:4] + "00", ("", "layer"))[1]

    def first(count, condition):
        fitting = [code for code, (_, kind) in places.items() if condition(code, kind)]
        return sorted(fitting, key=lambda code: draw("city", code))[:count]

    larger = ("prefecture", "sub-provincial", "separately planned")
    return sorted(first(22, lambda code, kind: kind == "county-level city")
                  + first(12, lambda code, kind: kind == "district" and parent_class(code) in larger)
                  + first(3, lambda code, kind: kind == "district" and parent_class(code) == "layer")
                  + first(3, lambda code, kind: kind == "county"))


def superiors(codes, places):
    """The places right above: cities, or provinces where no city stands between."""
    def above(code):
        city_code = code[:4] + "00"
        return city_code if places.get(city_code, ("", "layer"))[1] != "layer" else code[:2] + "0000"

    return [{"kind": "city", "name": places[code][0], "code": code, "division": code, "provenance": "evidenced",
             "source": "演示数据", "facts": {}} for code in sorted({above(code) for code in codes})]


def is_demonstration_city(code):
    """One in eight, by a draw that means nothing: no such list is in the source."""
    return code == "370300" or code[:4] != "3706" and not code.endswith("0000") and chance(0.12, "superior", code)


def city(code, places):
    """Figures of the right size for such a place; they are not its figures."""
    industry = {"2017": 90 + 1400 * draw("industry", code)}
    industry["2018"] = industry["2017"] * (1 + 0.12 * draw("industry growth", code))
    share = 0.2 + 0.35 * draw("share", code)
    consumer = {y: v * (share + 0.01 * (y == "2018")) for y, v in industry.items()}
    count = lambda most, *key: {"2018": whole(0, most, *key, code)}
    return {
        "kind": "city", "name": places[code][0], "code": code, "division": code, "provenance": "evidenced",
        "source": "演示数据",
        "facts": {
            "industrial_revenue": {y: round(v, 2) for y, v in industry.items()},
            "consumer_revenue": {y: round(v, 2) for y, v in consumer.items()},
            "consumer_profit": {y: round(v * (0.04 + 0.06 * draw("profit", code)), 2) for y, v in consumer.items()},
            "consumer_value_added_growth": {y: round(2 + 9 * draw("growth", code, y), 1) for y in ("2017", "2018")},
            "single_champions": count(4, "champions"), "enterprise_technology_centres": count(40, "centres"),
            "industrial_design_centres": count(9, "design"), "customising_enterprises": count(25, "customising"),
            "sampling_pass_rate": {y: round(89 + 10 * draw("pass", code, y), 1) for y in ("2017", "2018")},
            "intelligent_manufacturing_pilots": count(6, "pilots"), "two_integrations_pilots": count(30, "integrations"),
            "quality_benchmarks": count(3, "benchmarks"), "known_brands": count(60, "brands"),
            "fashion_brand_enterprises": count(4, "fashion"),
            "coordination_mechanism": chance(0.85, "mechanism", code),
            "public_service_system": chance(0.85, "services", code), "support_policies": chance(0.9, "policies", code)}}


def park(division, number, places):
    return {"kind": "park", "name": f"{places[division][0]}示例产业园{'一二三四'[number]}区",
            "code": f"PARK-{division}-{number + 1}", "division": division, "facts": {}}


def agency(number, places):
    division = AGENCY_PLACES[number % len(AGENCY_PLACES)]
    work = [{"field_of_work": code} for code in FIELDS_OF_WORK if chance(0.4, "work", number, code)]
    false_reports = [{"decided": "2019-05-21", "division": division}] if number in (4, 13) else []
    provenance = one_of(("declared", "evidenced", "verified"), "agency provenance", number)
    return {
        "kind": "agency", "name": f"{places[division][0]}示例{'评检审测认'[number % 5]}{'一二三四'[number // 5]}技术服务有限公司",
        "code": credit_code(division, 90000 + number), "division": division, "provenance": provenance,
        "source": "机构提交的材料" if provenance != "declared" else "",
        "facts": {"founded": day("2003-01-01", "2017-12-31", "agency", number), "independent_legal_person": True,
                  "registered_division": division, "fields_of_work": work or [{"field_of_work": "green_evaluation"}],
                  "professionals": whole(4, 120, "professionals", number), "false_reports": false_reports}}


def projects_of(field, members, number):
    """Projects of three years: three of integration, or one for each of two members."""
    count = 3 if field == "integration" else 2
    if chance(0.1, "too few", number, field):
        count -= 1
    return [{"enterprise": members[i % len(members)]["code"], "service_field": field, "plan_year": i % 3 + 1}
            for i in range(count)]


def consortium(number, lead, members):
    """A lead and the firms that it lifts; every eighth has a member that belongs to its lead."""
    fields = sorted({FIELDS[number % 4], one_of(FIELDS, "field", number)})
    signed = day("2019-05-01", "2019-09-10", "agreement", number)
    if number % 8 == 3:
        members[0]["relations"]["parent"] = lead["code"]
    tutored = [m for m in members if not chance(0.06, "no agreement", number, m["code"])]
    teams = [{"enterprise": m["code"], "engineers": 4 if chance(0.08, "four", number, m["code"]) else whole(5, 9, "engineers", m["code"]),
              "leader_title": one_of(("full_senior", "deputy_senior", "deputy_senior", "deputy_senior", "intermediate")
                                     if number % 5 == 1 else ("full_senior", "deputy_senior"), "title", number, m["code"])}
             for m in members]
    return {
        "kind": "consortium", "name": f"{lead['name'].removesuffix('有限公司')}服务型制造联合体",
        "code": f"LHT-2019-{number + 1:03d}", "division": lead["division"], "provenance": "evidenced", "source": "联合体申报材料",
        "facts": {"formed": signed, "agreement_signed": True, "agreement_until": years_after(signed, 4, -1),
                  "service_fields": [{"service_field": field} for field in fields],
                  "tutoring_agreements": [{"enterprise": m["code"], "signed": signed} for m in tutored],
                  "tutoring_teams": teams,
                  "lifting_projects": [p for field in fields for p in projects_of(field, members, number)]},
        "parts": {"lead": lead["code"], "members": [m["code"] for m in members]}}
