import MinutesModel

/// Rows of several people, or of one with post and organisation beside the name.
extension PeopleTable {
    /// Seats, posts and wide gaps begin a person; narrow gaps spread a name.
    func spread(_ cells: [Cell]) -> [Draft] {
        var drafts: [Draft] = []
        var current = Draft()
        var index = 0
        // 鯨井　茂樹　　委員長　　大学教授: the post stands behind the name where the row holds a single one.
        let namesFirst =
            cells.count >= 2 && post(cells, 0) == nil
            && !SpeakerLabel.isSeat(SpeakerLabel.condensed(cells[0].text)[...])
            && cells.indices.dropFirst().count(where: { post(cells, $0) != nil && cells[$0].text.count > 1 }) >= 1
            && !endsWithName(cells)
        let isStaff = ["事務局", "説明", "職員", "理事者", "関係課", "市側", "町側"].contains(where: group.contains)
        func close() {
            if current.seat != nil || !current.title.isEmpty || !current.name.isEmpty { drafts.append(current) }
            current = Draft()
        }
        while index < cells.count {
            let cell = cells[index]
            let bytes = SpeakerLabel.condensed(cell.text)
            if SpeakerLabel.isSeat(bytes[...]) {
                close()
                current.seat = HeaderFields.count(String(cell.text.dropLast()) + "人")
                index += 1
                continue
            }
            if !current.name.isEmpty, isBeside(cell.text) {
                // 山田　太郎　（商工会議所）
                let inner = String(cell.text.dropFirst().dropLast())
                if !Self.isRemark(inner) { current.organization = inner }
                index += 1
                continue
            }
            if namesFirst, current.name.count >= 2, cell.gap >= 2, cell.text.count > 1,
                current.title.isEmpty, let (title, used) = post(cells, index)
            {
                // 大学教授 beside the name of a member tells where they come from.
                let isOwn =
                    isStaff || RoleLexicon.standard.exact(SpeakerLabel.condensed(title)[...]) != nil
                    || [.chair, .viceChair, .member].contains(SpeakerLabel.read(title).role)
                if isOwn { current.title = title } else { current.organization += title }
                index += used
                continue
            }
            if namesFirst, !current.title.isEmpty, cell.gap >= 2 {
                current.organization += cell.text
                index += 1
                continue
            }
            if current.name.isEmpty || cell.gap >= 2, let (title, used) = post(cells, index) {
                if !current.name.isEmpty || !current.title.isEmpty { close() }
                current.title = title
                index += used
                continue
            }
            // 小笠原　文　　細川　正: a wider blank than the one inside the name sets off the next.
            if cell.gap >= 2, current.name.count >= 2, cell.gap > current.innerGap, cell.text.count >= 5,
                current.seat == nil, current.innerGap > 0 || OrganizationWords.ends(cell.text)
            {
                // 宍戸　晃　　　一般社団法人里の足
                current.organization += cell.text
                index += 1
                continue
            }
            if current.innerGap > 0, cell.gap >= 4, cell.gap > current.innerGap * 2, current.name.count >= 2,
                cell.text.count == 1, index + 1 < cells.count, cells[index + 1].gap <= current.innerGap,
                cells[index + 1].text.count == 1
            {
                // 山 田 太 郎　　鈴 木 花 子
                close()
            }
            if current.innerGap > 0, cell.gap > current.innerGap, cell.text.count > 1, current.name.count >= 3 {
                let title = current.title
                close()
                if ["委員", "議員", "構成員"].contains(title) { current.title = title }
            }
            if !current.name.isEmpty { current.innerGap = max(current.innerGap, cell.gap) }
            if !current.name.isEmpty, cell.gap >= 4, current.seat == nil, current.name.count >= 3,
                current.title.isEmpty, cell.text.count > 1
            {
                close()
            }
            current.name += cell.text
            index += 1
        }
        close()
        return drafts
    }

    /// Whether a name stands behind the last post of a row, so that the posts head the names: 会田　太郎　委員　木村　花子.
    func endsWithName(_ cells: [Cell]) -> Bool {
        guard let last = cells.indices.last(where: { post(cells, $0) != nil }) else { return false }
        let behind = cells[(last + 1)...].filter { !isBeside($0.text) }
        guard !behind.isEmpty else { return false }
        // Two short cells, or one that no organisation ends like, are a name.
        let text = behind.map(\.text).joined()
        return behind.count == 2 && behind.allSatisfy { $0.text.count <= 3 } && !OrganizationWords.ends(text)
    }

    /// `敬称略、五十音順。◎は座長`: what a mark before a name stands for.
    static func legend(_ text: String) -> [Character: String] {
        var found: [Character: String] = [:]
        var rest = text[...]
        while let sign = rest.firstIndex(where: { "◎○●◇◆☆★※〇△□".contains($0) }) {
            let mark = rest[sign]
            rest = rest[rest.index(after: sign)...].drop { "は：:＝=印".contains($0) }
            let word = String(rest.prefix { !"、。，）)・ \u{3000}".contains($0) })
            if let entry = RoleLexicon.standard.exact(Array(word.utf8)[...]), entry.strength >= 2 { found[mark] = word }
        }
        return found
    }

    func isBeside(_ text: String) -> Bool { bracketed(text) != nil && text.count > 2 }

    static func isRemark(_ text: String) -> Bool {
        ["出席", "欠席", "オンライン", "遅参", "退席", "早退", "代理", "リモート", "途中", "遅刻", "Web", "WEB", "Ｗｅｂ"].contains(
            where: text.contains)
    }

    /// A post that begins at a cell, spread over single characters or not.
    func post(_ cells: [Cell], _ index: Int) -> (String, Int)? {
        let text = cells[index].text
        if text.count > 1 {
            let reading = SpeakerLabel.read(text)
            if reading.strength >= 2, reading.name == nil { return (text, 1) }
            if text.hasSuffix("兼務") || text.hasSuffix("担当部長") { return (text, 1) }
            if text.hasSuffix("長"), text.count >= 3, DepartmentWords.first(in: SpeakerLabel.condensed(text)[...]) == 0 {
                return (text, 1)
            }
            return nil
        }
        var joined = text
        var next = index + 1
        while next < cells.count, next - index < 4, cells[next].text.count == 1 {
            joined += cells[next].text
            next += 1
            if let entry = RoleLexicon.standard.exact(Array(joined.utf8)[...]), entry.strength >= 2 {
                return (joined, next - index)
            }
        }
        return nil
    }
}
