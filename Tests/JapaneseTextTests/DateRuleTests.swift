import JapaneseText
import Testing

@Test func aHeaderDateIsRead() {
    #expect(TimeScanner.firstDate(in: "令和６年２月21日（水）")?.iso == "2024-02-21")
}
