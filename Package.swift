// swift-tools-version: 6.0
//
// The rooms of the house. Arrows of import go one way: a target may import only targets above it in this file.
// No package dependencies: Foundation and the toolchain's own modules are all there is.

import PackageDescription

let package = Package(
    name: "gijiroku",
    products: [
        .library(name: "MinutesKit", targets: ["MinutesKit"]),
        .executable(name: "gijiroku", targets: ["gijiroku"]),
        .executable(name: "gijiroku-http", targets: ["gijiroku-http"]),
        .executable(name: "gijiroku-bench", targets: ["gijiroku-bench"]),
    ],
    targets: [
        // What minutes are: records, findings, diagnostics, ids. No I/O.
        .target(name: "MinutesModel"),
        // Japanese text as bytes: decoding, folding, sentences, numerals, dates, pattern matching.
        .target(name: "JapaneseText"),
        // ZIP files, which DOCX and XLSX are: read with checks and limits, written with fixed dates.
        .target(name: "ZipContainer"),
        // Bytes of a document become text.
        .target(name: "MinutesReading", dependencies: ["MinutesModel", "JapaneseText", "ZipContainer"]),
        // Text becomes a meeting record.
        .target(name: "MinutesParsing", dependencies: ["MinutesModel", "JapaneseText"]),
        // A record gets findings.
        .target(name: "MinutesAnalysis", dependencies: ["MinutesModel", "JapaneseText"]),
        // Originals, records and people's decisions on disk.
        .target(
            name: "MinutesArchive", dependencies: ["MinutesModel", "ZipContainer"],
            exclude: ["Records/Format/FORMAT.md"]),
        // Full-text search over records.
        .target(
            name: "MinutesSearch", dependencies: ["MinutesModel", "JapaneseText"], exclude: ["Segments/FORMAT.md"]),
        // The same search in a ClickHouse that many machines share: SQL, tables, loading. Brings no network of its own.
        .target(name: "ClickHouseSearch", dependencies: ["MinutesModel", "JapaneseText", "MinutesSearch"]),
        // Findings become the draft of the next plan.
        .target(name: "PlanDrafting", dependencies: ["MinutesModel", "JapaneseText"]),
        // Records and lists become files for other programs.
        .target(name: "MinutesExport", dependencies: ["MinutesModel", "ZipContainer"]),
        // The façade: built-ins wired together, the use cases.
        .target(
            name: "MinutesKit",
            dependencies: [
                "MinutesModel", "JapaneseText", "MinutesReading", "MinutesParsing", "MinutesAnalysis",
                "MinutesArchive", "MinutesSearch", "ClickHouseSearch", "PlanDrafting", "MinutesExport",
            ]),
        // The command line.
        .executableTarget(name: "gijiroku", dependencies: ["MinutesKit"]),
        // Carries requests to servers, in a process of its own: loading FoundationNetworking takes longer than a search.
        .executableTarget(name: "gijiroku-http", dependencies: ["ClickHouseSearch"]),
        // Benchmarks and the generator of their corpus.
        .executableTarget(name: "gijiroku-bench", dependencies: ["MinutesKit", "ZipContainer"]),

        .testTarget(name: "MinutesModelTests", dependencies: ["MinutesModel"]),
        .testTarget(name: "JapaneseTextTests", dependencies: ["JapaneseText"]),
        .testTarget(name: "ZipContainerTests", dependencies: ["ZipContainer"]),
        .testTarget(
            name: "MinutesReadingTests",
            dependencies: ["MinutesReading", "MinutesModel", "JapaneseText", "ZipContainer"]),
        .testTarget(name: "MinutesParsingTests", dependencies: ["MinutesParsing", "MinutesModel", "JapaneseText"]),
        .testTarget(name: "MinutesAnalysisTests", dependencies: ["MinutesAnalysis", "MinutesModel", "JapaneseText"]),
        .testTarget(name: "MinutesArchiveTests", dependencies: ["MinutesArchive", "MinutesModel", "ZipContainer"]),
        .testTarget(name: "MinutesSearchTests", dependencies: ["MinutesSearch", "MinutesModel", "JapaneseText"]),
        .testTarget(
            name: "ClickHouseSearchTests",
            dependencies: ["ClickHouseSearch", "MinutesSearch", "MinutesModel", "JapaneseText"]),
        .testTarget(name: "PlanDraftingTests", dependencies: ["PlanDrafting", "MinutesModel", "JapaneseText"]),
        .testTarget(name: "MinutesExportTests", dependencies: ["MinutesExport", "MinutesModel", "ZipContainer"]),
        .testTarget(name: "MinutesKitTests", dependencies: ["MinutesKit"]),
        .testTarget(name: "CommandLineTests", dependencies: ["gijiroku", "gijiroku-bench"]),
    ],
    swiftLanguageModes: [.v6]
)
