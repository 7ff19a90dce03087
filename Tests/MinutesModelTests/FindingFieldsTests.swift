import Foundation
import MinutesModel
import Testing

@Suite struct FindingFieldsTests {
    @Test func behavesLikeADictionary() {
        var fields: FindingFields = ["owner": "事務局", "due": "2024-04-10"]
        #expect(fields.map(\.key) == ["due", "owner"])
        #expect(fields == FindingFields(["owner": "事務局", "due": "2024-04-10"]))
        fields["cues"] = "c.suru"
        fields["due"] = nil
        fields["none"] = nil
        fields["owner"] = "市"
        #expect(fields.map { "\($0.key)=\($0.value)" } == ["cues=c.suru", "owner=市"])
        #expect(fields["due"] == nil)
        #expect(fields["owner"] == "市")
    }

    @Test func isEncodedLikeADictionary() throws {
        let fields: FindingFields = ["topic": "居場所づくり", "count": "2"]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(fields)
        #expect(json == (try encoder.encode(["topic": "居場所づくり", "count": "2"])))
        #expect(try JSONDecoder().decode(FindingFields.self, from: json) == fields)
    }
}
