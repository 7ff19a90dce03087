import Testing

@testable import MinutesModel

struct PublishedLabelTests {
    @Test(
        "A published label names the office, never the person",
        arguments: [
            ("委員長（山田太郎君）", "山田太郎", Role.chair, "委員長"), ("遠藤部会長", "遠藤", .chair, "部会長"),
            ("健康福祉部長（山田太郎君）", "山田太郎", .official, "健康福祉部長"), ("委員Ａ", nil, .member, "委員Ａ"),
            ("委員11", nil, .member, "委員11"), ("田野瀬委員長", nil, .chair, "委員長"), ("（伊藤よしのり議長）", "伊藤よしのり", .chair, "議長"),
            ("山田太郎", "山田太郎", .member, "委員・議員"), ("山田太郎君", nil, .member, "委員・議員"), ("地域福祉課長", nil, .official, "地域福祉課長"),
            ("田中課長", nil, .secretariat, "課長"), ("服部課長", nil, .secretariat, "課長"), ("事務局長", nil, .secretariat, "事務局長"),
            ("山田（賢）委員", "山田（賢）", .member, "委員"),
            ("国務大臣（山田太郎君）", "山田太郎", .official, "国務大臣"),
        ] as [(String, String?, Role, String)])
    func label(label: String, name: String?, role: Role, expected: String) {
        #expect(PublishedLabel.label(label, name: name, role: role) == expected)
    }
}
