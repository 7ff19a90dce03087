/// Puts names together that blanks spread over cells, and tells neighbours apart.
struct RollNames {
    /// Every name of the list stands by itself between posts, numbers or separators.
    var isAlone = false

    /// Joins the cells of posts and names of one line.
    func joined(_ words: [RollWord]) -> [RollWord] {
        let words = posts(
            words.enumerated().map {
                Self.named(
                    $1, behind: $0 > 0 ? words[$0 - 1] : nil, before: $0 + 1 < words.count ? words[$0 + 1] : nil)
            })
        var result: [RollWord] = []
        var index = 0
        while index < words.count {
            guard words[index].isName else {
                result.append(words[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < words.count, words[end].isName, words[end].gap > 0 { end += 1 }
            var run = Array(words[index..<end])
            // 宇都宮 晋会長: the end of the run carries the post.
            if end < words.count, case .postedName(let name, let post) = words[end].kind, words[end].gap > 0,
                let last = run.last, name.count <= 3, last.text.count <= 4,
                words[end].gap <= 2 || name.count == 1,
                // 東雲井町　山田係長
                name.count == 1 || last.text.count < 3 || !["町", "市", "県"].contains(where: last.text.ends),
                // 山田　太郎　東市長: the name is whole before the place somebody is mayor of.
                name.count == 1
                    || (run.allSatisfy(\.isSingle) ? run.count < 3 : run.count % 2 == 1)
            {
                if last.text == "同", name.count >= 1 {
                    // 福祉課　山田課長、同　柏係長
                    result += pieces(Array(run.dropLast()))
                    result.append(words[end])
                    index = end + 1
                    continue
                }
                let before = pieces(Array(run.dropLast()))
                let whole = run.count == 1 || run.allSatisfy(\.isSingle) && before.count <= 1
                let head = whole ? run.map(\.text).joined() : last.text
                if !whole { result += pieces(Array(run.dropLast())) }
                var word = whole ? run[0] : last
                word.text = head + words[end].text
                word.kind = .postedName(name: head + name, post: post)
                result.append(word)
                index = end + 1
                continue
            }
            // 同 stands for a body named before.
            run.removeAll { $0.text == "同" }
            if run.count > 1, run[1].gap >= 2, RollPerson.isSide(run[0].text) {
                // 市民　　山田　太郎: whom somebody speaks for.
                result.append(run.removeFirst())
            }
            result += pieces(run)
            index = end
        }
        return result
    }

    /// 古殿　利江, 森君　太郎: a family name that ends like a form of address, the given name behind it.
    /// So are 渡会　誠 behind a post, whatever else ends like a body.
    private static func named(_ word: RollWord, behind last: RollWord?, before next: RollWord?) -> RollWord {
        if word.kind == .body, word.text.count == 2, last?.kind == .post, last?.text.isSeatWord == false,
            !word.text.isOne(of: ["町会", "区会", "学会", "商会", "分会", "本会"]), let next, next.isName,
            (1...2).contains(next.gap), next.text.count <= 3
        {
            var word = word
            word.kind = .name
            return word
        }
        guard case .postedName(let name, let post) = word.kind, name.count == 1, post.count == 1,
            AttendanceReader.isAddress(post), let next, next.isName, (1...2).contains(next.gap), next.text.count <= 3
        else { return word }
        var word = word
        word.kind = .name
        return word
    }

    // MARK: Names

    /// - Complexity: O(n) a level of blanks, of which a line has few.
    func pieces(_ run: [RollWord], depth: Int = 0) -> [RollWord] {
        guard run.count > 1 else { return run.map(whole) }
        let gaps = run.dropFirst().map(\.gap)
        let widest = gaps.max() ?? 0
        let narrowest = gaps.min() ?? 0
        let length = run.reduce(0) { $0 + $1.text.count }
        if isAlone, length <= 8 { return [join(run)] }
        if run.count == 2 { return pair(run[0], run[1]) }
        if widest == narrowest { return level(run, length) }
        var parts: [[RollWord]] = [[run[0]]]
        for word in run.dropFirst() {
            if word.gap == widest { parts.append([word]) } else { parts[parts.count - 1].append(word) }
        }
        // 田　中　　実　　小野寺　さくら: a single character is the rest of the name before.
        for index in parts.indices.dropFirst().reversed()
        where parts[index].count == 1 && parts[index][0].isSingle && parts.count > 2 {
            guard parts[index - 1].reduce(0, { $0 + $1.text.count }) <= 3 else { continue }
            parts[index - 1] += parts.remove(at: index)
        }
        let lengths = parts.map { $0.reduce(0) { $0 + $1.text.count } }
        let isSplit = lengths.allSatisfy { $0 >= 3 } || length > 8 && lengths.allSatisfy { $0 >= 2 }
        if isSplit, depth < 6 { return parts.flatMap { pieces($0, depth: depth + 1) } }
        return length <= 8 ? [join(run)] : parts.map { join($0) }
    }

    /// Two cells: the halves of a name, or two whole ones.
    private func pair(_ first: RollWord, _ second: RollWord) -> [RollWord] {
        let (left, right) = (first.text.count, second.text.count)
        let isGiven = second.text.unicodeScalars.allSatisfy { (0x3041...0x30FF).contains($0.value) }
        let areWhole = left >= 3 && right >= 3 && !isGiven && (left >= 4 || right >= 4) || left + right > 9
        return areWhole ? [whole(first), whole(second)] : [join([first, second])]
    }

    /// Blanks of one width throughout.
    private func level(_ run: [RollWord], _ length: Int) -> [RollWord] {
        if run.allSatisfy(\.isSingle), length <= 6 { return [join(run)] }
        if run.allSatisfy({ (3...7).contains($0.text.count) }), run.contains(where: { $0.text.count >= 4 }) {
            return run.map(whole)
        }
        if run.count == 3, run[2].text.count >= 6, run[0].text.count <= 4, run[1].text.count <= 4 {
            // 山田　太郎　雲井新聞社論説委員
            return [join(Array(run[..<2])), whole(run[2])]
        }
        // 淡路　史　阿武　リサ: family and given names in turn.
        if run.count % 2 == 0, run.allSatisfy({ $0.text.count <= 4 }) {
            return stride(from: 0, to: run.count, by: 2).map { join(Array(run[$0..<$0 + 2])) }
        }
        if run.contains(where: { $0.text.count >= 5 }) || run.allSatisfy({ $0.text.count >= 2 }) {
            return run.map(whole)
        }
        return length > 9 ? run.map(whole) : [join(run)]
    }

    private func whole(_ word: RollWord) -> RollWord {
        var word = word
        word.isWhole = true
        return word
    }

    private func join(_ run: [RollWord]) -> RollWord {
        var word = run[0]
        word.text = run.map(\.text).joined()
        word.isWhole = true
        return word
    }

    // MARK: Posts

    /// `委　員　長　鷲　巣　明　良`, `総 務 部 長　野　上　博　之`: the longest post that single characters spell.
    private func posts(_ words: [RollWord]) -> [RollWord] {
        var result: [RollWord] = []
        var index = 0
        while index < words.count {
            guard words[index].isSingle, words[index].isCharacter else {
                result.append(words[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < words.count, end - index < 8, words[end].isSingle, words[end].isCharacter,
                end == index + 1 || words[end].gap <= words[end - 1].gap + 1
            {
                end += 1
            }
            let isStart = index == 0 || !words[index - 1].isSingle || words[index - 1].gap + 1 < words[index].gap
            var length = end - index
            while length >= 2 {
                let text = words[index..<index + length].map(\.text).joined()
                let entry = RoleLexicon.standard.exact(Array(text.utf8)[...])
                let isPost =
                    entry.map { $0.strength >= 2 && !$0.isAddress }
                    ?? (length >= 3 && isStart && RollWord.Kind.of(text) == .post)
                if isPost {
                    var word = words[index]
                    word.text = text
                    word.kind = .post
                    result.append(word)
                    break
                }
                length -= 1
            }
            if length >= 2 {
                index += length
            } else {
                result.append(words[index])
                index += 1
            }
        }
        return result
    }
}

extension RollWord {
    /// A character of a spread word: anything but marks and signs.
    fileprivate var isCharacter: Bool {
        switch kind {
        case .post, .name, .body, .postedName: !text.isEmpty
        default: false
        }
    }
}
