"""The invented site: the commune Sim Thượng, its party organization and what it came from."""

from __future__ import annotations

FILES = {
    "data/posts.yml": """
        roles:
          - {id: secretary, label: Bí thư, printed: bí thư, seats: 1, order: 10}
          - {id: deputy-secretary, label: Phó Bí thư, seats: 2, order: 20}
          - {id: inspection-chair, label: Chủ nhiệm Ủy ban Kiểm tra, seats: 1, order: 30}
          - {id: standing-member, label: Ủy viên Thường vụ, member_of: standing, order: 40}
        """,
    "data/indicators.yml": """
        indicators:
          - {id: party-members, label: Đảng viên, group: Đảng viên, unit: đảng viên, printed: [đồng chí], order: 1, description: Chính thức và dự bị., other_names: [số đảng viên]}
          - {id: admitted, label: Đảng viên mới, group: Đảng viên, unit: người, aggregation: total, order: 2}
          - {id: cells, label: Chi bộ, group: Tổ chức, unit: chi bộ, order: 3}
          - {id: gifts, label: Tiền ủng hộ, group: Xã hội, unit: đồng, order: 4}
        """,
    "data/abbreviations.yml": """
        abbreviations:
          - {short: BCH, full: Ban Chấp hành, note: Của đảng bộ.}
          - {kind: term, short: Chi ủy, full: Ban Chấp hành chi bộ}
        """,
    "data/redirects.yml": """
        redirects:
          - {old: sim-thuong/cu/, new: sim-thuong/}
        """,
    "data/edition.yml": """
        issuer: Đảng bộ xã Sim Thượng
        publisher: Nhà xuất bản Sim
        place: Bến Sim
        year: 2020
        responsible:
          publishing: [{name: Vũ Văn Một, title: Giám đốc}]
          content: [Vũ Văn Hai]
          steering: [Vũ Văn Ba]
          compiling: [Vũ Văn Tư]
          editing: [Vũ Văn Năm]
          design: [Vũ Văn Sáu]
          proofreading: [Vũ Văn Bảy]
        registration: số 1
        publishing_decision: số 2
        licence: số 3
        copies: 500
        size: 14 × 20 cm
        printer: Xưởng in Sim
        deposit: quý I năm 2020
        sale: priced
        price: 90000
        paper: {thickness: 95, cover: 300, name: giấy 70}
        openings: follow
        pictures: near
        volumes:
          - volume: sim-thuong
            state: draft
            decision: số 9
            document: qd-7
            isbn: 978-604-00-0001-9
            cataloguing: [Lịch sử]
            issuer: Đảng bộ xã
            publisher: Nhà xuất bản Mới
            place: Bến Mới
            year: 2021
            responsible: {publishing: [Vũ Văn Chín]}
            registration: số 4
            publishing_decision: số 5
            licence: số 6
            copies: 600
            size: 15 × 21 cm
            printer: Xưởng in Mới
            deposit: quý II năm 2021
            sale: priced
            price: 80000
            paper: {thickness: 90}
            openings: follow
            pictures: plates
        """,
    "data/verification.yml": """
        refused:
          - {held: Number, corruption: another, tried: 200, clone: 190, sources: 199}
          - {held: OnDate, corruption: day, tried: 50, clone: 41}
        weak:
          - {fields: [Committee.body], why: một câu kể hai cơ quan, corruption: code, tried: 20, clone: 15, sources: 16}
        """,
    "data/people/la-van-sen.yml": """
        name: Lã Văn Sen
        other_names: [Sen Lã]
        distinguished_by: người thôn Hạ
        aliases:
          - {id: bi-danh, name: Hai Sen, kind: secret, start_date: "1960", end_date: "1965", cite: ky-yeu#6, cite_for: {kind: ky-yeu#7}, note: Trong tù., implied: {end_date: {kind: inferred, why: lời kể}}}
        identity:
          - {id: nhan-than, born: "1920-05", died: "1988", origin: xã Sim Hạ, remark: Em ruột của Nông Văn Lúa., cite: ky-yeu#6, cite_for: {died: ky-yeu#7}, note: Theo gia đình., implied: {origin: {kind: inferred, why: lời kể}}}
        later:
          - {id: minh-oan, kind: exonerated, date: "1980-03", decided_by: Huyện ủy Sim, documents: [qd-7], cite: ky-yeu#6, cite_for: {date: ky-yeu#7}, note: Công bố sau., implied: {decided_by: {kind: inferred, why: lời kể}}}
          - {id: ra-tu, kind: released, cite: ky-yeu#6}
        note: Có nơi viết là Lã Sen.
        """,
    "data/people/mac-thi-cau.yml": "name: Mạc Thị Cau",
    "data/people/nong-van-lua.yml": "name: Nông Văn Lúa",
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu Sim Thượng
        kind: lịch sử đảng bộ
        issuer: Đảng ủy xã Sim Thượng
        symbol: …-KY/ĐU
        date: "2000-05"
        printed: tháng … năm 2000
        status: draft
        speaks_until: "2000"
        organizations: [sim-thuong]
        kept_at: kho huyện
        access: mọi người
        restricted: true
        withheld: [Nông Thị Kín]
        ocr: true
        read: 1-3,5
        headings: [{paragraphs: 1-9, title: mục I, pages: 3-5}]
        not_facts: [{paragraphs: "3", numbers: ["14"], reason: số trang}]
        left_out: [{paragraphs: "5", sentences: "2", reason: repetition, of: "ky-yeu#4"}]
        missing: [phụ lục ảnh]
        note: Bản đánh máy.
        """,
    "data/sources/luat.yml": """
        title: Luật Sim
        kind: luật
        status: final
        speaks_until: "1960"
        organizations: [sim-thuong]
        published: {reason: permission, licence: Công văn của huyện Sim}
        """,
    "data/sources/quyet-dinh.yml": """
        title: Quyết định lập xã
        kind: quyết định
        status: final
        speaks_until: "1960"
        organizations: [sim-thuong]
        transcribed: false
        """,
    "data/documents/huyen-uy.yml": """
        name: Huyện ủy Sim
        organization: huyen-sim
        documents:
          - {id: qd-7, kind: decision, symbol: 7-QĐ/HU, printed: "7,8-QĐ/HU", term: khóa II, date: "1960-02-01", subject: Lập đảng bộ, cite: ky-yeu#1, cite_for: {date: ky-yeu#2}, note: Ký thay., implied: {term: {kind: inferred, why: lời kể}}}
          - {id: thu, kind: letter, signed_by: Thường trực Huyện ủy, replaces: qd-7, subject: Về ngày lễ, cite: ky-yeu#12}
          - {id: cv-9, kind: letter, symbol: 9-CV/HU, date: "1971", effective_date: "1972", subject: Về chợ, cite: ky-yeu#14}
        """,
    "data/organizations/huyen-sim/organization.yml": """
        kind: party
        short_name: Đảng bộ huyện Sim
        order: 5
        parents:
          - {id: khu-cu, organization: sim-ha, start_date: "1950", end_date: "1955", documents: [qd-7], cite: ky-yeu#6, cite_for: {organization: ky-yeu#7}, note: Khi ở chung., implied: {end_date: {kind: inferred, why: lời kể}}}
        """,
    "data/organizations/dat-sim/organization.yml": """
        kind: administrative
        classification: xã
        short_name: xã Sim Thượng
        order: 20
        """,
    "data/organizations/sim-ha/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Sim Hạ
        listed: true
        order: 30
        dissolution: {id: ket-thuc, how: dissolved, date: "1970-03-04", documents: [qd-7], basis: nhập vào Sim Thượng, cite: ky-yeu#4}
        """,
    "data/organizations/doi-sim/organization.yml": """
        kind: mass
        short_name: Đoàn xã Sim Thượng
        parent: sim-thuong
        order: 40
        areas:
          - {id: dat-cu, area: dat-sim, start_date: "1961", end_date: "1966", documents: [qd-7], cite: ky-yeu#6, cite_for: {area: ky-yeu#7}, note: Cả thôn Hạ., implied: {end_date: {kind: inferred, why: lời kể}}}
        """,
    "data/organizations/sim-thuong/organization.yml": """
        kind: party
        classification: đảng bộ cơ sở
        short_name: Đảng bộ xã Sim Thượng
        other_names: [Đảng bộ Sim]
        area: dat-sim
        parent: huyen-sim
        listed: true
        order: 10
        summary: Một đảng bộ xã ven suối.
        picture: anh-cho
        founding: {id: thanh-lap, date: "1960-02-01", operating_from: "1960-03", documents: [qd-7], basis: tách từ xã cũ, cite: ky-yeu#1, cite_for: {basis: ky-yeu#2}, note: Lễ họp sau., implied: {basis: {kind: inferred, why: lời kể}}}
        names:
          - {id: ten-cu, name: Đảng bộ xã Sim, short_name: Đảng bộ Sim, start_date: "1960-02-01", end_date: "1970-03-04", documents: [qd-7], cite: ky-yeu#1, cite_for: {name: ky-yeu#2}, note: Tên gọi miệng., implied: {short_name: {kind: inferred, why: lời kể}}}
          - {id: ten-moi, name: Đảng bộ xã Sim Thượng, start_date: "1970-03-04", cite: ky-yeu#4}
          - {id: ten-uy, name: Đảng ủy xã Sim Thượng, applies_to: committee, cite: ky-yeu#4}
        headquarters:
          - {id: tru-so, address: số 3 phố Chợ, start_date: "1961", end_date: "1965", printed: khi mới lập, cite: ky-yeu#2, cite_for: {printed: ky-yeu#3}, note: Nhà thuê., implied: {printed: {kind: inferred, why: lời kể}}}
          - {id: tru-so-hai, address: số 5 phố Chợ, start_date: "1966", end_date: "1970", cite: [ky-yeu#2, quyet-dinh#tr.1]}
        """,
    "data/organizations/sim-thuong/leadership.yml": """
        memberships:
          - {id: m1, person: la-van-sen, post: secretary, start_date: "1960-02", start_basis: inferred, end_date: "1965-06", end_basis: inferred, end_cite: ky-yeu#3, end_reason: succeeded, manner: designated, decided_by: Huyện ủy, documents: [qd-7], cite: ky-yeu#2, cite_for: {manner: ky-yeu#3}, note: Kiêm trưởng thôn., implied: {manner: {kind: inferred, why: lời kể}}}
          - {id: m2, person: mac-thi-cau, post: secretary, start_date: "1967", end_date: "1972-01-05", congress_term: I, concurrent: [{organization: huyen-sim, role: Huyện ủy viên}], previously: [{organization: doi-sim, role: Trưởng ban}], subsequently: [{organization: dat-sim, role: Phó Chủ tịch}], full_time: true, cite: ky-yeu#3}
          - {id: m3, person: nong-van-lua, post: secretary, congress: II, manner: elected, cite: ky-yeu#6}
          - {id: m4, person: la-van-sen, post: deputy-secretary, printed: trong thời kỳ đầu, cite: ky-yeu#7}
          - {id: m6, unnamed: người của Huyện ủy, post: deputy-secretary, capacity: acting, shared: joint, start_date: "1973", cite: ky-yeu#8}
          - {id: m5, person: nong-van-lua, post: deputy-secretary, attested: ["1971-07-02"], cite: ky-yeu#8}
          - {id: m7, person: mac-thi-cau, post: standing-member, attested: ["1968-07-02"], cite: ky-yeu#8}
        """,
    "data/organizations/sim-thuong/congresses.yml": """
        congresses:
          - {id: dh-1, ordinal: I, term: "1966/1969", dates: "1966-01-09/1966-01-10", place: đình Sim, decided: Đề ra ba việc lớn., delegates: 1250, theme: Đoàn kết, documents: [qd-7], cite: ky-yeu#5, cite_for: {delegates: ky-yeu#6}, note: Họp ở đình., implied: {delegates: {kind: inferred, why: lời kể}}}
          - {id: dh-2, ordinal: II, dates: "1978-03", cite: ky-yeu#6}
          - {id: dh-3, ordinal: I, series: sau-nhap, sessions: [{dates: "1982-03", place: nhà Sim, decided: Góp ý văn kiện.}, {dates: "1982-05-02"}], cite: ky-yeu#6}
        conferences:
          - {id: hn-1968, kind: mid-term, congress: I, dates: "1968-02-01/1968-02-02", delegates: 90, theme: Giữ làng, place: sân Sim, decided: Bầu thêm hai người., documents: [qd-7], cite: ky-yeu#6, cite_for: {delegates: ky-yeu#7}, note: Họp đêm., implied: {delegates: {kind: inferred, why: lời kể}}}
          - {id: hn-1969, kind: delegates, dates: "1969-02", cite: ky-yeu#6}
        series:
          - {id: sau-nhap, label: sau khi nhập năm 1970}
        committees:
          - {id: bch-1, body: executive, size: 15, full_time: 2, concurrent: 13, basis: elected, congress: I, decided_by: đại hội, documents: [qd-7], printed: đồng chí, cite: ky-yeu#5, cite_for: {size: ky-yeu#6}, note: Kể cả dự khuyết., implied: {size: {kind: inferred, why: lời kể}}}
          - {id: bch-lam-thoi, body: executive, size: 7, basis: designated, decided_by: Huyện ủy, documents: [qd-7], date: "1960-02", cite: ky-yeu#5}
        """,
    "data/organizations/sim-thuong/statistics.yml": """
        observations:
          - {id: dv-1960, indicator: party-members, period: "1960", value: 40, printed: đảng viên chính thức, cite: ky-yeu#1}
          - {id: dv-1975, indicator: party-members, period: "1975-01-09", value: 1200, value_to: 1210, qualifier: over, unit: người, sums: false, sums_reason: thiếu một thôn, partial_by: [giới], cite: [ky-yeu#5], cite_for: {period: ky-yeu#6}, note: Tính đến ngày họp., implied: {qualifier: {kind: inferred, why: lời kể}}}
          - {id: dv-1975-nu, indicator: party-members, period: "1975-01-09", value: 300, part_of: dv-1975, dimension: giới, category: nữ, also_part_of: [{part_of: dv-1960, dimension: tuổi, category: trẻ}], cite: ky-yeu#5}
          - {id: dv-1975-ha, indicator: party-members, period: "1975-01-09", value: 200, part_of: dv-1975, dimension: former-unit, category: sim-ha, cite: ky-yeu#5}
          - {id: moi-60, indicator: admitted, period: "1960/1965", period_printed: những năm đầu, aggregation: annual_mean, value: 10, cite: ky-yeu#2}
          - {id: moi-70, indicator: admitted, period: "1970", value: 4, measures: dv-1960, cite: ky-yeu#4}
          - {id: chi-bo, indicator: cells, period: "1975-01/", ratio: {numerator: {value: 9, qualifier: at_least}, denominator: {value: 12, qualifier: nearly}, percent_printed: 75, percent_qualifier: about}, cite: ky-yeu#5}
          - {id: ung-ho, indicator: gifts, period: "1980", words: hàng trăm triệu đồng, cite: ky-yeu#7}
        """,
    "data/organizations/sim-ha/statistics.yml": """
        observations:
          - {id: dv-1960, indicator: party-members, period: "1960", value: 30, qualifier: about, cite: ky-yeu#1}
        """,
    "data/organizations/sim-thuong/targets.yml": """
        sets:
          - id: ct-1975
            kind: projects
            title: Chỉ tiêu nhiệm kỳ
            period: "1975/1978"
            cite: ky-yeu#5
            targets:
              - {id: ct-1, number: "1", group: Kinh tế, indicator: Sản lượng, unit: tấn, aggregation: annual_mean, due: "1977", target: {printed: trên 15%, min: 15, exclusive: true}, actual: {printed: "14,5%", value: 14.5}, result: Không đạt, cite: ky-yeu#5, cite_for: {due: ky-yeu#6}}
              - {id: ct-2, number: "2", group: Kinh tế, indicator: Đàn trâu, organization: sim-ha, row_of: ct-1, target: {lost: true}, actual: {printed: dưới 30, max: 30, exclusive: true}, cite: ky-yeu#5, note: Cột bị mất., implied: {actual: {kind: inferred, why: lời kể}}}
              - {id: ct-4, group: Xã hội, indicator: Hộ nghèo, target: {printed: dưới 9, max: 9, exclusive: true}, actual: {printed: trên 6, min: 6, exclusive: true}, cite: ky-yeu#5}
              - {id: ct-3, group: Xã hội, indicator: Trường học, target: {printed: "3", value: 3}, actual: {printed: "4", value: 4}, result: Đạt, cite: ky-yeu#5}
        """,
    "data/organizations/sim-thuong/conflicts.yml": """
        conflicts:
          - id: so-dang-vien
            kind: contradiction
            topic: số đảng viên năm 1975
            claims: [{fact: dv-1975, shown: true}, {statement: gần 1.300 đảng viên, cite: ky-yeu#8}]
            note: Hai đoạn tính khác nhau.
        """,
    "data/organizations/sim-thuong/events.yml": """
        events:
          - {id: lu, kind: award, counterpart: Tỉnh ủy, date: "1971-08-20", summary: Được tặng bằng khen sau lũ., people: [mac-thi-cau], documents: [cv-9], place: đình Sim, cite: ky-yeu#4, cite_for: {people: ky-yeu#5}, note: Lễ nhỏ., implied: {place: {kind: inferred, why: lời kể}}}
          - {id: cho, kind: proposal, counterpart: Huyện ủy, printed: mùa gặt, summary: Đề nghị lập chợ mới., cite: ky-yeu#9}
        """,
    "data/organizations/sim-thuong/statements.yml": """
        statements:
          - {id: hua-cau, kind: promise, text: bắc cầu mới qua suối Sim, by: {congress: I}, domain: land, organization: sim-ha, period: "1975/1978", due: "1977", documents: [cv-9], cite: ky-yeu#5, cite_for: {due: ky-yeu#6}, note: Nói ở phiên bế mạc., implied: {text: {kind: inferred, why: lời kể}}}
          - {id: xin-gach, kind: request, text: xin thêm gạch cho trường học, by: {person: mac-thi-cau}, domain: culture, recipient: Huyện ủy, cite: ky-yeu#6}
          - {id: cau-xong, kind: appraisal, text: cầu qua suối Sim bắc được nửa nhịp, by: {organization: sim-ha}, domain: land, period: "1976", answers: hua-cau, answer: partly, cite: ky-yeu#7}
          - {id: vi-lu, kind: cause, text: trâu ít đi vì lũ, by: {document: cv-9}, domain: economy, judges: lu, cite: ky-yeu#8}
          - {id: bao-nhau, kind: method, text: nhà nọ giúp nhà kia, by: {words: chi bộ xóm Sim}, domain: mass-work, cite: ky-yeu#9}
        """,
    "data/organizations/sim-thuong/rolls.yml": """
        rolls:
          - {id: liet-si, kind: martyrs, title: Liệt sĩ Sim Thượng, documents: [qd-7], cite: ky-yeu#11, cite_for: {title: ky-yeu#10}, note: Chép theo bia., implied: {title: {kind: inferred, why: lời kể}}}
        """,
    "data/organizations/sim-thuong/liet-si.csv": """
        Họ và tên,Nhân vật,Năm sinh,Quê quán,Đơn vị,Cấp bậc,Ngày vào Đảng,Ngày hy sinh,Nơi hy sinh,Ngày phong tặng,Như nguồn ghi,Nguồn
        Lã Văn Sen,la-van-sen,1930,thôn Hạ,du kích,tiểu đội trưởng,1950,1967,bến Sim,1999,con một,ky-yeu#12
        Đỗ Thị Bưởi,,1931,,,,,1968-02,,,,
        """,
    "data/pictures/anh-cho.yml": """
        kind: photograph
        alt: Ba người đứng trước cổng chợ lợp lá
        caption: Ngày khai chợ
        date: "1971-08"
        place: chợ Sim
        people: [mac-thi-cau, {unnamed: một người bán hàng}, nong-van-lua]
        organizations: [sim-thuong]
        shows: [sim-thuong/dh-1, sim-thuong/lu]
        author: Vũ Văn Ảnh
        holder: kho huyện
        licence: cc-by
        rights: gia đình ông Ảnh
        publish_original: true
        doubt: Có người cho là chợ khác.
        note: Ảnh đã phai.
        cite: ky-yeu#9
        cite_for: {date: ky-yeu#10}
        implied: {caption: {kind: inferred, why: lời kể}}
        """,
    "data/changes/nhap-1970.yml": """
        kind: merger
        date: "1970-03-04"
        effective_date: "1970-04-01"
        participants:
          - {organization: sim-ha, role: from, extent: part, printed: phần bên suối, members: 21, units: 3}
          - {label: Chi bộ lâm trường, role: from, extent: whole}
          - {organization: sim-thuong, role: to}
        documents: [qd-7]
        summary: Hai nơi nhập một.
        cite: ky-yeu#4
        cite_for: {documents: ky-yeu#5}
        implied: {kind: {kind: inferred, why: lời kể}}
        note: Nguồn không nêu lý do.
        """,
    "data/changes/doi-ten.yml": """
        kind: renaming
        printed: sau hòa bình
        participants: [{organization: sim-thuong, role: from}, {organization: sim-thuong, role: to}]
        supersedes_name: sim-thuong/ten-cu
        cite: ky-yeu#4
        """,
}
