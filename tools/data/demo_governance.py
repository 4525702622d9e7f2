# SPDX-License-Identifier: Apache-2.0
"""How the ecology department of a division of the demonstration register works: what the ministry's opinions ask of it."""
from demo_draws import chance, day, whole

CHANNELS = ("phone", "web", "wechat", "letters", "visits")
PERMITS = ("outfall", "hazardous_waste", "other")


def permits(code):
    return [{"item": item, "basis_published": True, "acceptance_published": True,
             "decision_published": not chance(0.02, "decision", code, item)}
            for item in PERMITS if item == "other" or chance(0.5, "permit", code, item)]


def removals(code):
    if not chance(0.3, "removal", code):
        return []
    ready = day("2018-09-01", "2018-10-10", "ready", code)
    early = chance(0.15, "removed early", code)
    return [{"place": "示例村", "removed": "2018-10-15", "converted": ready, "supply_secured": None if early else ready}]


def polluters(code):
    closed = {"enterprise": "示例作坊", "treatment": "close", "unlawful": True, "heavily_polluting": True,
              "cannot_upgrade": not chance(0.12, "could upgrade", code)}
    mended = {"enterprise": "示例家具厂", "treatment": "upgrade", "unlawful": False, "heavily_polluting": True, "cannot_upgrade": False}
    return [one for one, share in ((closed, 0.4), (mended, 0.6)) if chance(share, one["treatment"], code)]


def measures(code):
    return [{"industry": industry, "measure": measure, "graded": not chance(0.04, "not graded", code, industry),
             "uninterruptible": industry == "玻璃"}
            for industry, measure in (("铸造", "stop"), ("玻璃", "limit"), ("制药", "exempt")) if chance(0.6, "measure", code, industry)]


def rectifications(code):
    quick = {"problem": "渣土未覆盖", "solvable_at_once": True, "solved": "2019-06-12"}
    slow = {"problem": "管网不足", "solvable_at_once": False, "goal": "污水全部收集", "steps": "新建管网",
            "deadline": None if chance(0.1, "no deadline", code) else "2020-06-30", "unit_in_charge": "住建部门"}
    return [one for one in (quick, slow) if chance(0.5, one["problem"], code)]


def facts(code):
    """Of two divisions in three; reception days are for cities and counties alone."""
    if not chance(0.67, "governance", code):
        return {}
    held = ["2019-08-20"] if chance(0.08, "no reception", code) else ["2019-08-20", day("2019-09-02", "2019-09-27", "reception", code)]
    return {
        "environmental_access_rules": [{"title": "准入负面清单", "in_published_list": not chance(0.03, "outside", code),
                                        "unfair_to_competition": chance(0.03, "unfair", code), "repealed": None}],
        "permit_items": permits(code), "eia_review_fee_shifted": chance(0.05, "fee", code),
        "random_inspection_regular": chance(0.6, "inspection", code),
        "enforcement_rules": [{"rule": r} for r in ("publication", "record", "legal_review") if chance(0.8, "rule", code, r)],
        "online_service_rate": {"2018": whole(55, 97, "online", code)},
        "reception_days": [] if code.endswith("0000") else [{"held": d} for d in held],
        "complaint_channels": [{"channel": c} for c in CHANNELS if not chance(0.015, "channel", code, c)],
        "heating_removals": removals(code), "dispersed_polluters": polluters(code), "emergency_measures": measures(code),
        "all_air_polluters_stopped": chance(0.05, "all stopped", code),
        "stop_orders": [{"issued": "2019-03-05", "extent": "industry", "finding_for_each": True}] if chance(0.1, "order", code) else [],
        "rectifications": rectifications(code)}
